"""What an event is told by, in whatever language: names, figures, places, kinds of happening, long words.

Each anchor is a hash with its ``AnchorSort`` in the low bits: anchors compare as numbers and still weigh by sort.
"""

import unicodedata
from datetime import datetime, timedelta
from enum import IntEnum
from functools import cache
from hashlib import blake2b

import ahocorasick
import regex

from ingest.enrich.stories.gazetteer import KINDS, PLACES
from ingest.enrich.stories.normalise import fold_word
from ingest.enrich.stories.quantities import quantities
from ingest.enrich.stories.romanise import consonants, romanise
from ingest.enrich.stories.vocabulary import WEEKDAY_OF
from ingest.enrich.stories.words import Kind, StoryWord
from ingest.enrich.topics.hanzi import SIMPLIFIED

MOST = 96
"""Anchors kept of a text, in the order in which it brings them up."""
WORDS = 320
"""Words of the body that are looked at: what an event is, is said early."""


class AnchorSort(IntEnum):
    """What an anchor is."""

    WORD = 0
    NAME = 1
    NUMBER = 2
    SMALL = 3
    """A figure that many texts have: below 100 and whole, or a year."""
    PLACE = 4
    KIND = 5
    DAY = 6
    """A day that the text speaks of."""


SORT_BITS = 7
"""The low bits of an anchor: its sort."""


def anchor(sort: AnchorSort, what: str) -> int:
    """The number that stands for it."""
    raw = int.from_bytes(blake2b(what.encode(), digest_size=7).digest(), "little")
    return raw << 3 | sort


def sort_of(number: int) -> AnchorSort:
    """What an anchor's number stands for."""
    return AnchorSort(number & SORT_BITS)


def anchors_of(title: list[StoryWord], body: list[StoryWord], text: str, published: datetime | None) -> tuple[int, ...]:
    """The anchors of a text in order of appearance; ``text`` is title and body, folded."""
    said = [one for word in (*title, *body[:WORDS]) for one in _of_word(word, published)]
    said += _of_scripts(text[:1500], published)
    said += [(AnchorSort.SMALL if value < 100 else AnchorSort.NUMBER, str(value)) for value in quantities(text[:1500])]
    listed = _listed(text[:4000])
    room = MOST - len(set(listed))
    found = dict.fromkeys(
        anchor(sort, what) for sort, what in (*dict.fromkeys(listed), *list(dict.fromkeys(said))[:room])
    )
    return tuple(found)


def _of_word(word: StoryWord, published: datetime | None) -> list[tuple[AnchorSort, str]]:
    token = word.token
    if word.kind is Kind.NUMBER:
        return _of_number(token, published)
    if word.kind is Kind.DATE:
        day = _day(token, published)
        return [(AnchorSort.DAY, day)] if day else []
    if word.kind is Kind.VALUE or _is_cjk(token):
        return []
    latin = fold_word(romanise(token))
    out = [(AnchorSort.WORD, latin[:5])] if len(latin) >= 5 else []
    if word.kind is Kind.NAME and len(latin) >= 4:
        out.append((AnchorSort.NAME, latin[:8] if len(consonants(latin)) < 3 else consonants(latin)))
    return out


def _of_number(token: str, published: datetime | None) -> list[tuple[AnchorSort, str]]:
    digits = _DIGITS.match(token)
    value = digits.group().rstrip(".") if digits else ""
    if "." in value:
        value = value.rstrip("0").rstrip(".") if value.count(".") == 1 else value
    if not value:
        return []
    whole = "." not in value
    if whole and len(value) == 4 and value[:2] in ("19", "20"):  # this year and those beside it are in every text
        near = published is None or abs(int(value) - published.year) <= 2
        return [] if near else [(AnchorSort.SMALL, value)]
    if whole and len(value) < 2:
        return []
    return [(AnchorSort.SMALL if whole and len(value) < 3 else AnchorSort.NUMBER, value)]


def _day(token: str, published: datetime | None) -> str | None:
    """The date of a weekday that a text names: the nearest to its publication, the past first."""
    if published is None or token not in WEEKDAY_OF:
        return None
    back = (published.weekday() - WEEKDAY_OF[token]) % 7
    day = published.date() - timedelta(days=back if back < 6 else back - 7)
    return day.isoformat()


def _nearest(day_of_month: int, published: datetime | None) -> str | None:
    """The date with that day of the month within a week of publication."""
    if published is None:
        return None
    days = (published.date() + timedelta(days=n) for n in range(-6, 4))
    return next((day.isoformat() for day in days if day.day == day_of_month), None)


def _is_cjk(token: str) -> bool:
    return token[0] > "\u2e7f" or "\u1100" <= token[0] <= "\u11ff"


_HANGUL = regex.compile(r"[가-힣]{2,}")
_HAN = regex.compile(r"\p{Han}{2,}")
_KATAKANA = regex.compile(r"[ァ-ヴー]{3,}")


_DIGITS = regex.compile(r"[\d.]+")
_DAY_OF_MONTH = regex.compile(r"(?<!\d)(\d{1,2}) ?[일日号](?!間|间|간)")


def _of_scripts(text: str, published: datetime | None) -> list[tuple[AnchorSort, str]]:
    """What Korean, Japanese and Chinese tell by other means than capitals: names by sound, days by number."""
    days = (_nearest(int(m.group(1)), published) for m in _DAY_OF_MONTH.finditer(text))
    hangul = [m.group() for m in _HANGUL.finditer(text)]
    names = [w[:n] for w in hangul for n in (2, 3, 4) if len(w) >= n] + _KATAKANA.findall(text)
    bones = (consonants(romanise(name.replace("ー", ""))) for name in names)
    return [
        *((AnchorSort.DAY, day) for day in days if day),
        *((AnchorSort.WORD, word[:2]) for word in hangul),
        *((AnchorSort.WORD, run[i : i + 2]) for run in _HAN.findall(text[:600]) for i in range(len(run) - 1)),
        *((AnchorSort.NAME, b) for b in bones if len(b) >= 3),
    ]


@cache
def _automaton() -> "ahocorasick.Automaton":
    automaton = ahocorasick.Automaton()
    for sort, table in ((AnchorSort.PLACE, PLACES), (AnchorSort.KIND, KINDS)):
        for line in table.strip().splitlines():
            name, _, forms = line.partition(": ")
            for form in forms.split("|"):
                for one in _expanded(form):
                    automaton.add_word(one, (sort, name, len(one)))
    automaton.make_automaton()
    return automaton


def _expanded(form: str) -> list[str]:
    if "[" not in form:
        return [_plain(form)]
    head, _, rest = form.partition("[")
    letters, _, tail = rest.partition("]")
    return [_plain(head + letter + tail) for letter in letters]


def _plain(text: str) -> str:
    """Lower case without accents; й keeps its mark, Hangul its syllables."""
    bare = "".join(
        c
        for c in unicodedata.normalize("NFD", text.lower().translate(SIMPLIFIED))
        if not unicodedata.combining(c) or c == "\u0306"
    )
    return unicodedata.normalize("NFC", bare)


def _listed(text: str) -> list[tuple[AnchorSort, str]]:
    """Places and kinds that are named, by the beginnings of words; in scripts without spaces anywhere."""
    plain = _plain(text)
    out = []
    for end, (sort, name, length) in _automaton().iter(plain):
        start = end - length + 1
        if start == 0 or not plain[start - 1].isalpha() or ord(plain[start]) > 0x2E80:
            out.append((sort, name))
    return out

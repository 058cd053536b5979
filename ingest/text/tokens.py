"""One notion of a word, shared by topics, alerts, search and near-duplicates.

``tokens(text)`` makes the tokens that the Elasticsearch analyzer ``universal`` (``index_templates/``) makes of the
same text in Unicode's NFC form: characters that only format removed, one shape for each Chinese character and for ё,
standard tokenizer (UAX #29), French elision, English possessive, cjk_width, lowercase, cjk_bigram, asciifolding.
``tests/contract/test_words.py`` compares the two.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ingest.languages import LANGUAGES
from ingest.text.folding import FOLDS
from ingest.text.han import SHAPES

if TYPE_CHECKING:
    import regex

MAX_LENGTH = 255
"""UTF-16 units of the longest token; the standard tokenizer cuts longer ones (a base64 line, an underscore rule)."""
ELIDED = tuple(LANGUAGES["fr"].elided.split())
"""What French elides before an apostrophe (Lucene's list)."""
INVISIBLE = "\u00ad\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Soft hyphen, direction marks, word joiner, byte order mark: they would hide a word from whoever looks for it."""
SAME = {"ё": "е", "Ё": "Е", **SHAPES}
"""Characters that are written for each other, one for one: Russian prints ё or е, Chinese has two scripts."""
BLANK = "\u202f"
"""Narrow no-break space, which French sets before ?!:; and which Unicode counts as part of the word."""

# Classes of UAX #29, each with the marks that follow it (WB4). As of Unicode 12, which
# Lucene's tokenizer knows; letters that came later are rare scripts, where the two may differ (docs/index.md).
_SIGNS = r"\u0600-\u0605\u06DD\u070F\u08E2\U000110BD\U000110CD"  # of Arabic script: format to Unicode 12, digits now
_MARKS = rf"[\p{{WB=Extend}}\p{{WB=Format}}\p{{WB=ZWJ}}{_SIGNS}]*+"
_NEWER = r"\u00B8\u02E5-\u02EB\u055A\u058A\uA708-\uA716"  # letters to Unicode 15, not to 12
_LETTER = rf"[[\p{{WB=ALetter}}\p{{WB=Hebrew_Letter}}]--[{_NEWER}]]{_MARKS}"
_HEBREW = rf"\p{{WB=Hebrew_Letter}}{_MARKS}"
_NO_QUOTE = (  # a Hebrew letter keeps a quote after it (WB7a), or joins to the next through one (WB7b)
    rf"(?!\p{{WB=Hebrew_Letter}}{_MARKS}(?:'{_MARKS}(?![\p{{WB=ALetter}}\p{{WB=Hebrew_Letter}}])"
    rf"|\"{_MARKS}\p{{WB=Hebrew_Letter}}))"
)
_DIGIT = rf"[[\p{{WB=Numeric}}\uFF10-\uFF19]--[{_SIGNS}]]{_MARKS}"
_KATAKANA = rf"\p{{WB=Katakana}}{_MARKS}"
_JOINER = rf"[_\u202F\u203F\u2040\u2054\uFE33\uFE34\uFE4D-\uFE4F\uFF3F]{_MARKS}"
_IN_LETTERS = rf"[:\u00B7\u0387\u05F4\u2027\uFE13\uFE55\uFF1A.\u2018\u2019\u2024\uFE52\uFF07\uFF0E']{_MARKS}"
_IN_DIGITS = (
    r"[,;\u037E\u0589\u060C\u060D\u066C\u07F8\u2044\uFE10\uFE14\uFE50\uFE54\uFF0C\uFF1B"
    rf".\u2018\u2019\u2024\uFE52\uFF07\uFF0E']{_MARKS}"
)
_RUN = (
    rf"(?:{_KATAKANA}(?:(?:{_JOINER})*{_KATAKANA})*"
    rf"|(?:{_HEBREW}(?:'{_MARKS}|\"{_MARKS}{_HEBREW})"
    rf"|{_DIGIT}(?:(?:(?:{_JOINER})*|{_IN_DIGITS}){_DIGIT})*"
    rf"|{_NO_QUOTE}{_LETTER}(?:(?:(?:{_JOINER})*|{_IN_LETTERS}){_NO_QUOTE}{_LETTER})*)+)"
)
_WORD = rf"(?:{_JOINER})*+{_RUN}(?:(?:{_JOINER})+{_RUN})*(?:{_JOINER})*+"

# Emoji (UTS #51): one token a sequence.
_PICTURE = (  # beside today's, those that were pictographs until Unicode 16
    r"[\p{Extended_Pictographic}\u2388\u2605\u2607-\u260D\u260F\u2610\u2612\u2616\u2617\u2619-\u262D\u2630-\u2647"
    r"\u2654-\u2685\u2690-\u2704\u270E-\u2711\u2765-\u2767\U0001F000-\U0001F0FF\U0001F10D-\U0001F10F\U0001F12F"
    r"\U0001F16C-\U0001F16F\U0001F1AD\U0001F260-\U0001F265\U0001F322-\U0001F323\U0001F394-\U0001F39D"
    r"\U0001F3F1-\U0001F3F6\U0001F4FE\U0001F546-\U0001F5F9\U0001F6C6-\U0001F6D4\U0001F6E6-\U0001F6F2"
    r"\U0001F7D5-\U0001F7D8\U0001F8B0\U0001F8B1\U0001FA00-\U0001FA6D\U0001FB00-\U0001FBCA]"
)
_PLAIN_MARKS = rf"(?:[[\p{{WB=Extend}}\p{{WB=Format}}]--[\uFE0E\uFE0F]]|\u200D(?!\u200D*{_PICTURE}))*+"
_TONED = rf"(?:\u200D*\p{{Emoji_Modifier_Base}}{_PLAIN_MARKS})?[\U0001F3FB-\U0001F3FF]{_PLAIN_MARKS}"
_EMOJI_PART = rf"(?:{_TONED}|\u200D*{_PICTURE}{_PLAIN_MARKS}\uFE0F?)"
_EMOJI = (
    rf"{_EMOJI_PART}(?:(?:\u200D{_EMOJI_PART})+|[\U000E0020-\U000E007E]+\U000E007F)?"
    rf"|[0-9#*]\uFE0F?\u20E3{_PLAIN_MARKS}"
    rf"|(?:\p{{WB=Regional_Indicator}}{_MARKS}){{2}}"
)
_HIDDEN = re.compile(f"[{INVISIBLE}]")


class _LongWay(NamedTuple):
    """The expressions of all scripts. Made when they are first needed: that takes longer than many commands do."""

    token: "regex.Pattern[str]"
    hangul: "regex.Pattern[str]"
    katakana: "regex.Pattern[str]"


@lru_cache
def _long_way() -> _LongWay:
    import regex

    token = (
        rf"(?P<emoji>{_EMOJI})|(?P<word>{_WORD})|(?P<thai>(?:\p{{LB=SA}}{_MARKS})+)"
        rf"|(?P<cjk>[\p{{Han}}\p{{Hiragana}}]{_MARKS})|(?:{_JOINER})++"
    )
    hangul = rf"(?:[\p{{Hangul}}&&\p{{WB=ALetter}}]{_MARKS})+"
    return _LongWay(*(regex.compile(one, regex.V1) for one in (token, hangul, rf"(?:{_KATAKANA})+")))


_FIRST_CJK = "\u1100"

# Most of what the press prints is letters of Latin, Greek and Cyrillic, digits and a few signs. Of those alone the
# rules above come down to this, which the standard library's engine finds three times as fast (decision 250). Any
# other character sends its whole chunk, from blank to blank, the long way: no token reaches across a blank.
_PLAIN_LETTER = "A-Za-zªµºÀ-ÖØ-öø-ˁΑ-ΡΣ-ωЀ-ҁҊ-ԯ"
_PLAIN_RUN = (
    rf"(?:[0-9]++(?:(?:_++|[,;.‘’'])[0-9]++)*+"
    rf"|[{_PLAIN_LETTER}]++(?:(?:_++|[:·.‘’'])[{_PLAIN_LETTER}]++)*+)++"
)
_PLAIN_TOKEN = re.compile(rf"_*+{_PLAIN_RUN}(?:_++{_PLAIN_RUN})*+_*+")
_OTHER = re.compile(rf"[^ -~\n\t\r\xa0«»·–—‘’“”„…€№{_PLAIN_LETTER}]")
_TO_BLANK = re.compile(r"[^ \n]*")


class TokenSpan(NamedTuple):
    """A token and where it stands: character offsets in the text as given."""

    token: str
    start: int
    end: int


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order."""
    words = _plain_words(text.replace(BLANK, " "))
    return [span.token for span in spans(text)] if words is None else list(map(_normal, words))


def _plain_words(text: str) -> list[str] | None:
    """The words of a text whose characters are all plain, as they are written; None of any other."""
    if _OTHER.search(text) is not None:
        return None
    words = _PLAIN_TOKEN.findall(text)
    return None if max(map(len, words), default=0) > MAX_LENGTH else words


class TokenizedText:
    """The tokens of a text, and the places of those that are asked for: finding all places takes thrice as long."""

    def __init__(self, text: str) -> None:
        self._text = text.replace(BLANK, " ")  # one character for another: all places stay
        words = _plain_words(self._text)
        self._spans = spans(text) if words is None else None
        self._words = words or []
        self.tokens = (
            [span.token for span in self._spans] if self._spans is not None else list(map(_normal, self._words))
        )

    def places(self, numbers: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Number of a token → its first character and the one after its last."""
        wanted = sorted(set(numbers))
        if self._spans is not None:
            return {n: self._spans[n][1:] for n in wanted}
        if all(map(self._stands_alone, {self._words[n] for n in wanted})):
            return {n: self._place(n) for n in wanted}
        every = [found.span() for found in _PLAIN_TOKEN.finditer(self._text)]
        return {n: every[n] for n in wanted}

    def _stands_alone(self, word: str) -> bool:
        """True if the text has these characters as this word only, never within another."""
        return word.isalnum() and self._text.count(word) == self._words.count(word)

    def _place(self, n: int) -> tuple[int, int]:
        word, at = self._words[n], -1
        for _ in range(self._words[: n + 1].count(word)):
            at = self._text.index(word, at + 1)
        return at, at + len(word)


def spans(text: str) -> list[TokenSpan]:
    """The tokens of a text, in order, with their places."""
    if _HIDDEN.search(text):
        return _spans_of_visible(text)
    return list(_spans(text.replace(BLANK, " ")))


def _spans_of_visible(text: str) -> list[TokenSpan]:
    places = [at for at, character in enumerate(text) if not _HIDDEN.match(character)]
    visible = "".join(text[at] for at in places).replace(BLANK, " ")
    return [TokenSpan(s.token, places[s.start], places[s.end - 1] + 1) for s in _spans(visible)]


def _spans(text: str) -> Iterator[TokenSpan]:
    at = 0
    while (other := _OTHER.search(text, at)) is not None:
        place = other.start()
        start = max(text.rfind(" ", at, place), text.rfind("\n", at, place), at - 1) + 1
        end = _TO_BLANK.match(text, place).end()  # type: ignore[union-attr]  # it matches anything
        yield from _spans_of_plain(text, at, start)
        yield from _spans_of_any(text, start, end)
        at = end
    yield from _spans_of_plain(text, at, len(text))


def _spans_of_plain(text: str, start: int, end: int) -> list[TokenSpan]:
    """The tokens between two places, where all characters are plain."""
    found = [TokenSpan(_normal(m.group()), *m.span()) for m in _PLAIN_TOKEN.finditer(text, start, end)]
    if max([to - at for _, at, to in found], default=0) > MAX_LENGTH:
        return list(_spans_of_any(text, start, end))
    return found


def _spans_of_any(text: str, begin: int, end_at: int) -> Iterator[TokenSpan]:
    """The same, whatever the characters are."""
    run: list[tuple[str, int, int]] = []  # characters of Chinese, Japanese or Korean that touch each other
    end_of_run = -1
    for start, end, kind in _cut(text, begin, end_at):
        word = text[start:end]
        pairs = kind == "cjk" or (word[0] >= _FIRST_CJK and kind == "word" and _is_cjk(word))
        if run and (not pairs or start != end_of_run):
            yield from _pairs(run)
            run = []
        if pairs:
            run.extend(_characters(word, start, end))
            end_of_run = end
        else:
            yield TokenSpan(_normal(word), start, end)
    yield from _pairs(run)


def _cut(text: str, begin: int, end_at: int) -> Iterator[tuple[int, int, str]]:
    for found in _long_way().token.finditer(text, begin, end_at):
        start, end = found.span()
        if found.lastgroup is None:  # a rule of underscores
            continue
        if end - start > MAX_LENGTH // 2 and len(found.group().encode("utf-16-le")) > 2 * MAX_LENGTH:
            yield from _cut_long(text, start, end)
        else:
            yield start, end, found.lastgroup


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """A word longer than the tokenizer's buffer: what fits is a token, and what follows begins another."""
    while start < end:
        found = _long_way().token.match(text, start, min(end, _within_buffer(text, start)))
        if found is None or found.lastgroup is None:
            start += 1
            continue
        yield found.start(), found.end(), found.lastgroup
        start = found.end()


def _within_buffer(text: str, start: int) -> int:
    ahead = text[start : start + MAX_LENGTH + 1]
    if max(ahead, default="") <= "\uffff":  # a character a unit: asked at each of a million marks on one letter
        return start + MAX_LENGTH if len(ahead) > MAX_LENGTH else len(text)
    units = 0
    for at in range(start, len(text)):
        units += 2 if text[at] > "\uffff" else 1
        if units > MAX_LENGTH:
            return at
    return len(text)


def _is_cjk(word: str) -> bool:
    return any(one.fullmatch(word) is not None for one in (_long_way().hangul, _long_way().katakana))


def _characters(word: str, start: int, end: int) -> list[tuple[str, int, int]]:
    normal = _lower(_width("".join(SAME.get(c, c) for c in unicodedata.normalize("NFC", word))))
    if len(normal) == len(word):
        return [(c, start + at, start + at + 1) for at, c in enumerate(normal)]
    return [(c, start, end) for c in normal]


def _pairs(run: list[tuple[str, int, int]]) -> Iterator[TokenSpan]:
    if len(run) == 1:
        yield TokenSpan(_fold(run[0][0]), run[0][1], run[0][2])
    for (one, start, _), (two, _, end) in pairwise(run):
        yield TokenSpan(_fold(one + two), start, end)


@lru_cache(maxsize=1 << 16)
def _normal(word: str) -> str:
    """A word as the filters leave it."""
    if word.isascii() and "'" not in word:
        return word.lower()
    composed = unicodedata.normalize("NFC", word)
    return _fold(_lower(_width(_without_possessive(_without_article(composed)))).replace("ё", "е"))


def _without_article(word: str) -> str:
    found = re.search("['’]", word)
    if found and word[: found.start()].lower() in ELIDED:
        return word[found.end() :]
    return word


def _without_possessive(word: str) -> str:
    """*Putin* for *Putin's*, as Lucene's ``possessive_english`` does in any language."""
    return word[:-2] if word[-1:] in ("s", "S") and word[-2:-1] in ("'", "’", "＇") else word


def _width(word: str) -> str:
    """Fullwidth Latin to plain, halfwidth Katakana to full, with its voice marks."""
    if not any("\uff01" <= c <= "\uff9f" for c in word):
        return word
    return re.sub(r"[\uFF01-\uFF5E]|[\uFF65-\uFF9F]+", lambda m: unicodedata.normalize("NFKC", m.group()), word)


def _lower(word: str) -> str:
    """Letter by letter: Σ becomes σ wherever it stands, İ becomes i."""
    return "".join(lower if len(lower := c.lower()) == 1 else lower[0] for c in word)


def _fold(word: str) -> str:
    """Latin letters without their accents; other scripts keep their marks (й stays й)."""
    return word if word.isascii() else "".join(_fold_one(c) for c in word)


@lru_cache(maxsize=1 << 14)
def _fold_one(c: str) -> str:
    if c in FOLDS:
        return FOLDS[c]
    decomposed = unicodedata.normalize("NFD", c)
    return decomposed[0] if len(decomposed) > 1 and decomposed[0].isascii() else c

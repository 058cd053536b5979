"""What has changed in an event since a reader was told of it, and which of that is worth a second mail. Pure.

Material: a denial, a correction, a retraction, a key figure that changed, many more outlets, a country or a language
that was not reached before. Each has a key that is unique in its event, so that it is told once.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import Any

from ingest.alert.context import Sibling
from ingest.languages import LANGUAGES

OUTLET_LEVELS = (5, 10, 25, 50, 100, 250)
"""Numbers of outlets worth a word."""
MAX_KNOWN = 80
"""Articles of an event that are compared with how they were told."""
_JOINED = ("ko", "ja", "zh")
"""Languages whose words are written together, or with particles joined on: found inside others."""
_UNIT = 5
"""Letters by which the word after a number is known: ``soldats``, ``soldat``."""
_STEM = 4
"""Letters by which a word is the same in another form: ``meets``, ``meeting``."""
BARE, BARE_PAIRS = 2, 4
"""Words (in Chinese and Japanese pairs of characters) besides the sign up to which a clause is a bare denial."""
MAX_WORDS = 200
"""Words of an event in one language that are kept: those that come first."""
_CLAUSE = re.compile(r"[;:|—–…]|,\s|\s-\s|[、。，；：]|(?<=\w)\.\s")
_WORD = re.compile(r"[^\W\d_]{4,}")
_RUN = re.compile(r"[가-힣]{2,}|[\u3040-\u30ff\u3400-\u9fff]{2,}")


class ChangeKind(StrEnum):
    """What kind of news an update brings."""

    DENIAL = "denial"
    CORRECTION = "correction"
    RETRACTION = "retraction"
    WITHDRAWN = "withdrawn"
    """The page of an article that was told is gone."""
    FIGURE = "figure"
    OUTLETS = "outlets"
    COUNTRY = "country"
    LANGUAGE = "language"
    ARTICLE = "article"
    """One more article, or another text of one: only for rules that ask for all."""


WORDS = (ChangeKind.DENIAL, ChangeKind.CORRECTION, ChangeKind.RETRACTION)
"""Changes of what is said; told at once."""
SPREAD = (ChangeKind.OUTLETS, ChangeKind.COUNTRY, ChangeKind.LANGUAGE)
"""Changes of who says it; told together, and not often."""


@dataclass(frozen=True, slots=True)
class EventChange:
    """Something new about an event."""

    kind: ChangeKind
    key: str
    """Unique in the event: ``denial``, ``figure:solda:3000``, ``outlets:10``, ``language:ko``."""
    sibling: Sibling | None = None
    """The article that says so."""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it was told."""

    hash: str
    signs: frozenset[str] = frozenset()
    """``denial``, ``correction``, ``retraction`` where its headline or beginning says so."""
    figures: Mapping[str, str] = field(default_factory=dict)
    """Of its headline and beginning: what is counted → how many."""
    headline_figures: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    is_words: bool = False
    """Told by its feed's words; the page's text is the same article in full, not another version of it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader knows of an event."""

    articles: Mapping[str, Version] = field(default_factory=dict)
    outlets: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Language → beginnings of the words that articles in it told the event by (``words_of``)."""

    def to_json(self) -> dict[str, Any]:
        """As the ledger keeps it."""
        articles = {
            key: {"hash": v.hash, "signs": sorted(v.signs), "figures": dict(v.figures), "language": v.language,
                  "headline": dict(v.headline_figures), **({"is_words": True} if v.is_words else {})}
            for key, v in self.articles.items()
        }  # fmt: skip
        sets = {name: sorted(getattr(self, name)) for name in ("outlets", "countries", "languages")}
        words = {language: sorted(found) for language, found in self.words.items()}
        return {"articles": articles, **sets, "words": words}

    @classmethod
    def from_json(cls, data: Mapping[str, Any] | None) -> "Known":
        """The reverse of ``to_json``."""
        data = data or {}
        articles = {
            key: Version(
                v["hash"], frozenset(v["signs"]), v["figures"], v["headline"], v["language"], v.get("is_words", False)
            )
            for key, v in data.get("articles", {}).items()
        }
        outlets, countries, languages = (
            frozenset(data.get(name, ())) for name in ("outlets", "countries", "languages")
        )
        words = {language: frozenset(found) for language, found in data.get("words", {}).items()}
        return cls(articles, outlets, countries, languages, words)


def known_of(siblings: Sequence[Sibling]) -> Known:
    """What a reader knows who has just been told of an event that these articles tell of."""
    return Known(
        {s.key: _version(s) for s in siblings[:MAX_KNOWN]},
        frozenset(s.outlet for s in siblings),
        frozenset(s.country for s in siblings if s.country),
        frozenset(s.language for s in siblings if s.language in LANGUAGES),
        _words_by_language(siblings),
    )


def completed(known: Known, siblings: Sequence[Sibling]) -> Known:
    """The same knowledge, where the page of an article that was told by its feed's words has been read since.

    What a page says beyond its summary is no news of the event. But a page whose headline denies or retracts, as the
    feed's did not, was replaced since: that stays to be compared.
    """
    whole = {s.key: s for s in siblings if (v := known.articles.get(s.key)) and v.is_words and not s.is_words}
    whole = {k: s for k, s in whole.items() if signs(s.title, s.language) <= known.articles[k].signs}
    if not whole:
        return known
    return replace(
        known,
        articles={**known.articles, **{key: _version(s) for key, s in whole.items()}},
        languages=known.languages | {s.language for s in whole.values() if s.language in LANGUAGES},
    )


def changes(
    known: Known, siblings: Sequence[Sibling], told: Collection[str], withdrawn: Collection[str] = ()
) -> list[EventChange]:
    """What is new for a reader, weightiest first. ``told``: keys of the changes that he was told before.

    ``withdrawn``: articles whose pages are gone.

    Without articles there is nothing to compare (the index was away): then nothing is new.
    """
    found: dict[str, EventChange] = {}
    for change in (
        *_said(known, siblings),
        *_withdrawn(known, siblings, withdrawn),
        *_counted(known, siblings),
        *_spread(known, siblings),
        *_more(known, siblings),
    ):
        if change.key not in told:
            found.setdefault(change.key, change)
    return list(found.values())


def _said(known: Known, siblings: Sequence[Sibling]) -> Iterable[EventChange]:
    """Denials, corrections and retractions: by a told article in another version, or by an article that is new."""
    told = frozenset[str]().union(*(v.signs for v in known.articles.values()))
    for sibling in siblings:
        before = known.articles.get(sibling.key)
        if before is not None and before.hash == sibling.version:
            continue
        told_words = known.words.get(sibling.language, frozenset())
        new = (
            signs_about(sibling.title, sibling.language, told_words)
            if before is None
            else _version(sibling).signs - before.signs
        )
        for kind in WORDS:
            if kind.value not in new:
                continue
            if before is not None:  # an article that was told says so of itself
                yield EventChange(kind, f"{kind}:{sibling.key}:{sibling.version[:12]}", sibling)
            elif kind.value not in told:
                yield EventChange(kind, kind.value, sibling)


def signs_about(title: str, language: str, told: Collection[str]) -> frozenset[str]:
    """The signs in a headline that is new, of a clause that speaks of what was told (``told``: its ``words_of``).

    Within one event somebody else may deny something else. A clause that names several things, of which none was told
    in that language, is about another matter. One that says little else than "denies" is believed, and so is a headline
    in a language in which nothing was told: there is nothing to compare.
    """
    if not told:
        return signs(title, language)
    found = frozenset[str]()
    for clause in _CLAUSE.split(title):
        named = words_of([clause], language)
        if not named.isdisjoint(told) or len(named) <= (BARE_PAIRS if language in ("ja", "zh") else BARE):
            found |= signs(clause, language)
    return found


def _withdrawn(known: Known, siblings: Sequence[Sibling], withdrawn: Collection[str]) -> Iterable[EventChange]:
    for sibling in siblings:
        if sibling.key in withdrawn and sibling.key in known.articles:
            yield EventChange(ChangeKind.WITHDRAWN, f"{ChangeKind.WITHDRAWN}:{sibling.key}", sibling)


def _counted(known: Known, siblings: Sequence[Sibling]) -> Iterable[EventChange]:
    """Figures: of a told article in another version; of a new one whose headline counts what a told one counted."""
    headlines: dict[tuple[str, str], set[str]] = {}
    for version in known.articles.values():
        for unit, value in version.headline_figures.items():
            headlines.setdefault((version.language, unit), set()).add(value)
    for sibling in siblings:
        before = known.articles.get(sibling.key)
        if before is not None and before.hash == sibling.version:
            continue
        now = _version(sibling)
        if before is None:
            pairs = [(u, headlines.get((sibling.language, u), set()), v) for u, v in now.headline_figures.items()]
        else:
            pairs = [(u, {before.figures[u]} if u in before.figures else set(), v) for u, v in now.figures.items()]
        for unit, old, value in pairs:
            if old and value not in old:
                yield EventChange(ChangeKind.FIGURE, f"figure:{unit}:{value}", sibling, ", ".join(sorted(old)), value)


def _spread(known: Known, siblings: Sequence[Sibling]) -> Iterable[EventChange]:
    outlets = known.outlets | {s.outlet for s in siblings}
    level = max((n for n in OUTLET_LEVELS if n <= len(outlets)), default=0)
    if level > len(known.outlets):
        yield EventChange(ChangeKind.OUTLETS, f"outlets:{level}", None, str(len(known.outlets)), str(len(outlets)))
    for sibling in siblings:
        if sibling.country and sibling.country not in known.countries:
            yield EventChange(ChangeKind.COUNTRY, f"country:{sibling.country}", sibling, after=sibling.country)
        if sibling.language in LANGUAGES and sibling.language not in known.languages:
            yield EventChange(ChangeKind.LANGUAGE, f"language:{sibling.language}", sibling, after=sibling.language)


def _more(known: Known, siblings: Sequence[Sibling]) -> Iterable[EventChange]:
    for sibling in siblings:
        before = known.articles.get(sibling.key)
        if before is None and len(known.articles) >= MAX_KNOWN:
            continue  # there are more than are compared
        if before is None or before.hash != sibling.version:
            yield EventChange(ChangeKind.ARTICLE, f"article:{sibling.key}:{sibling.version[:12]}", sibling)


def _version(sibling: Sibling) -> Version:
    text = f"{sibling.title}\n{sibling.lead}"
    return Version(
        sibling.version,
        signs(text, sibling.language),
        figures(text, sibling.language),
        figures(sibling.title, sibling.language),
        sibling.language,
        sibling.is_words,
    )


def _words_by_language(siblings: Sequence[Sibling]) -> dict[str, frozenset[str]]:
    texts: dict[str, list[str]] = {}
    for sibling in siblings[:MAX_KNOWN]:
        texts.setdefault(sibling.language, []).append(f"{sibling.title}\n{sibling.lead}")
    return {language: words_of(of_it, language, MAX_WORDS) for language, of_it in texts.items()}


def words_of(texts: Sequence[str], language: str, most: int | None = None) -> frozenset[str]:
    """Beginnings of the words of texts that say something, without those that deny: four letters of four and more.

    In Korean two syllables of a word; in Chinese and Japanese each two characters in a row.
    """
    found: dict[str, None] = {}
    for text in texts:
        plain = _without_signs(_fold(text.casefold()), language)
        if language == "ko":
            words = [run[:2] for run in _RUN.findall(plain)]
        elif language in _JOINED:
            words = [run[i : i + 2] for run in _RUN.findall(plain) for i in range(len(run) - 1)]
        else:
            words = [word[:_STEM] for word in _WORD.findall(plain)]
        found |= dict.fromkeys(words)
    return frozenset(list(found)[:most])


def _without_signs(plain: str, language: str) -> str:
    for pattern in _patterns().get(language, {}).values():
        plain = pattern.sub(" ", plain)
    return plain


def signs(text: str, language: str) -> frozenset[str]:
    """Which of denial, correction and retraction a text speaks of, by the words of its language."""
    pattern = _patterns().get(language)
    plain = _fold(text.casefold())
    return frozenset(kind for kind, words in pattern.items() if words.search(plain)) if pattern else frozenset()


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    found: dict[str, dict[str, re.Pattern[str]]] = {}
    for code, language in LANGUAGES.items():
        lists = {"denial": language.denials, "correction": language.corrections, "retraction": language.retractions}
        found[code] = {kind: _pattern(words, code in _JOINED) for kind, words in lists.items() if words}
    return found


def _pattern(words: Iterable[str], joined: bool) -> re.Pattern[str]:
    parts = []
    for word in words:
        plain = re.escape(_fold(word.removesuffix("*").casefold()))
        parts.append(plain if joined else rf"(?<!\w){plain}" + ("" if word.endswith("*") else r"(?!\w)"))
    return re.compile("|".join(parts))


_NUMBER = re.compile(r"(?<![\w.,:/-])(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+)(?![\d:/])(?:[.,]\d+)?\s?(%|[^\W\d_]+)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def figures(text: str, language: str) -> dict[str, str]:
    """What a text counts → how many: ``3 000 soldats`` is {"solda": "3000"}. Years, dates and times are no figures."""
    found: dict[str, str] = {}
    for match in _NUMBER.finditer(text):
        number, word = re.sub(r"\D", "", match[1]), _fold(match[2].casefold())
        if _YEAR.fullmatch(match[1]) or word in _not_counted(language):
            continue
        unit = word[:1] if language in _JOINED else word[:_UNIT]
        found.setdefault(unit, number.lstrip("0") or "0")
    return found


_OF_DATES = "h am pm e er st nd rd th º ª года г го uhr 年 月 日 时 時 년 월 일 시 分 분".split()  # noqa: SIM905


@cache
def _not_counted(language: str) -> frozenset[str]:
    """Months, weekdays and what stands in dates: a number before them is a day or an hour."""
    known = LANGUAGES.get(language)
    if known is None:
        return frozenset()
    words = " ".join((*known.months, *known.weekdays, known.date_particles)).casefold().split()
    return frozenset(_fold(word) for word in (*words, *_OF_DATES))


def _fold(text: str) -> str:
    """Without accents, in any script; Hangul stays whole."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)

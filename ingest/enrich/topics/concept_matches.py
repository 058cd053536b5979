"""From matches to occurrences: what a term in this company, in this sentence, really names."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.enrich.place_role import is_venue
from ingest.enrich.topics.layout import Layout, Sentences
from ingest.enrich.topics.matcher import Matcher, TermMatch
from ingest.enrich.topics.normalise import Clean
from ingest.enrich.topics.rules import Company, Lists, Rulebook, RuleSpan, Venues
from ingest.languages.joined import words

_JOINERS = frozenset(words("and_words"))
"""With the articles that may follow: « la Russie et la Corée »."""
_QUOTES = dict(zip("«»“„\"‘'「『《〈", "»«”“\"’'」』》〉", strict=True))
_BREAK = re.compile("[,;:!?、，；：。！？]")
"""«Russia, China and Iran» does not name «Russia-China»."""
_NAME_BEHIND = re.compile(r" (?:[A-ZÀ-Þ][\w’'-]+)")
_BEHIND = 2
_COMMAS = ",、，;；/·・"


LISTED, VENUE = " listed", " venue"
"""What a concept is called where it is only one of a list, or only where others meet: no signal asks for it, but the
model is told, because «China, Russia and North Korea close ranks» is about all three."""


@dataclass(frozen=True, slots=True)
class Find:
    """An occurrence of a concept: unit and sentence it is in, offsets in the cleaned text."""

    concept: str
    unit: int
    sentence: int
    start: int
    end: int


Finds = dict[str, list[Find]]


class Finder:
    """Finds concepts in an article."""

    def __init__(self, book: Rulebook) -> None:
        concepts = book.concepts
        self._concepts = tuple(concepts)
        self._matcher = Matcher(concepts)
        self._lists = book.lists
        self._venues = book.venues
        self._dependent = tuple(c for c in concepts if c.includes or c.only_with or c.not_with or c.unowned)

    def find(self, layout: Layout, language: str | None) -> Finds:
        """Occurrences by concept, in order of the text."""
        sentences = Sentences(layout)
        named: Finds = {}
        for source in (layout.title, layout.body):
            places = _Places(layout, source)
            kept = self._kept(list(self._matcher.find(source.folded, language)), source)
            for m in kept:
                unit = places.unit(m.start, m.end)
                if unit is None:
                    continue
                concept = self._concepts[m.pattern.concept].id
                sentence = sentences.number(unit, m.start)
                if not m.pattern.cased or _in_capitals(m, m.pattern.cased, source, sentences.span(unit, sentence)):
                    named.setdefault(concept, []).append(Find(concept, unit, sentence, m.start, m.end))
        return self._resolve({c: _longest(found) for c, found in named.items()}, layout)

    def _kept(self, matches: list[TermMatch], source: Clean) -> Iterator[TermMatch]:
        """What is not ruled out by a ``not`` phrase or by quotation marks around it."""
        ruled_out: dict[int, list[TermMatch]] = {}
        for m in matches:
            if m.pattern.excluded:
                ruled_out.setdefault(m.pattern.concept, []).append(m)
        for m in matches:
            if m.pattern.excluded or any(_rules_out(x, m) for x in ruled_out.get(m.pattern.concept, ())):
                continue
            if m.pattern.several and _BREAK.search(source.plain, m.start, m.end):
                continue
            concept = self._concepts[m.pattern.concept]
            if concept.unquoted and _quoted(m, source.plain):
                continue
            if concept.surname and _of_somebody_else(m, source.plain):
                continue
            yield m

    def _resolve(self, named: Finds, layout: Layout) -> Finds:
        _set_aside(_listed(named, layout, self._lists), LISTED, named)
        _set_aside(_venues(named, layout, self._venues), VENUE, named)
        for concept in self._dependent:
            if concept.includes:
                every = {f: None for part in (concept.id, *concept.includes) for f in named.get(part, ())}
                named[concept.id] = sorted(every, key=_in_order)
            if concept.unowned and named.get(concept.id):
                named[concept.id] = [f for f in named[concept.id] if not _owned(f, concept.unowned, named)]
            if concept.only_with and named.get(concept.id):
                named[concept.id] = [f for f in named[concept.id] if _accompanied(f, concept.only_with, named)]
            if concept.not_with and named.get(concept.id):
                named[concept.id] = [f for f in named[concept.id] if not _accompanied(f, concept.not_with, named)]
        return {concept: found for concept, found in named.items() if found}


class _Places:
    """Which unit an offset of the title or the body is in."""

    def __init__(self, layout: Layout, source: Clean) -> None:
        self._units = [(u.start, u.end, n) for n, u in enumerate(layout.units) if layout.source(u) is source]
        self._starts = [start for start, _, _ in self._units]

    def unit(self, start: int, end: int) -> int | None:
        """The unit that holds a range whole; None: it lies in a line that was left out, or across two."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or end > self._units[at][1]:
            return None
        return self._units[at][2]


def _in_order(find: Find) -> tuple[int, int, int]:
    return find.unit, find.start, -find.end


def _longest(finds: list[Find]) -> list[Find]:
    """Of occurrences that overlap, the first and longest."""
    kept: list[Find] = []
    for find in sorted(finds, key=_in_order):
        if not kept or find.unit != kept[-1].unit or find.start >= kept[-1].end:
            kept.append(find)
    return kept


def _rules_out(phrase: TermMatch, term: TermMatch) -> bool:
    """Whether a ``not`` phrase covers a term of its concept. A term longer than the phrase stands: 북한산 석탄."""
    touches = phrase.start < term.end and term.start < phrase.end
    return touches and phrase.end - phrase.start >= term.end - term.start


def _in_capitals(m: TermMatch, cased: str, source: Clean, sentence: tuple[int, int]) -> bool:
    """Whether the term stands in the capitals asked for. A sentence in capitals throughout decides nothing."""
    written = " ".join(unicodedata.normalize("NFKC", source.plain[m.start : m.end]).split())
    if written == cased:
        return True
    whole = source.plain[sentence[0] : sentence[1]]
    return written == cased.upper() and whole.isupper() and whole.count(" ") > 2


def _quoted(m: TermMatch, text: str) -> bool:
    """Whether nothing else stands between the quotation marks around it."""
    before = text[max(0, m.start - 3) : m.start].rstrip()[-1:]
    after = text[m.end : m.end + 3].lstrip()[:1]
    return after != "" and _QUOTES.get(before) == after


def _set_aside(finds: list[Find], name: str, named: Finds) -> None:
    for find in finds:
        named[find.concept].remove(find)
        named.setdefault(find.concept + name, []).append(find)


def _of_somebody_else(m: TermMatch, text: str) -> bool:
    """Whether a surname stands beside another name. In a title whose words are all in capitals nobody can tell."""
    behind = _NAME_BEHIND.match(text, m.end)
    if behind is None:
        return False
    words = [w for w in text[max(0, m.start - 60) : m.end + 60].split() if len(w) > 3 and w[0].isalpha()]
    return "-" in behind[0] or sum(w[0].isupper() for w in words) < 0.7 * len(words)


def _venues(named: Finds, layout: Layout, venues: Venues) -> list[Find]:
    """Names that only say where a meeting is."""
    meetings = {(f.unit, f.sentence) for concept in venues.meetings for f in named.get(concept, ())}
    return [
        find
        for concept in venues.concepts
        for find in named.get(concept, ())
        if (find.unit, find.sentence) in meetings
        and is_venue(layout.source(layout.units[find.unit]).plain, find.start, find.end)
    ]


def _owned(find: Find, owners: Sequence[str], named: Finds) -> bool:
    """Whether a name of an owner stands right before it, but for a space and a particle (미국의 정부)."""
    before = (f for owner in owners for f in named.get(owner, ()) if f.unit == find.unit)
    return any(0 <= find.start - f.end <= _BEHIND for f in before)


def _accompanied(find: Find, company: Company, named: Finds) -> bool:
    for concept in company.concepts:
        for other in named.get(concept, ()):
            if company.within is RuleSpan.ARTICLE:
                return True
            same_unit = other.unit == find.unit
            if same_unit and (company.within is RuleSpan.PARAGRAPH or other.sentence == find.sentence):
                return True
    return False


def _listed(named: Finds, layout: Layout, lists: Lists) -> list[Find]:
    """Occurrences that stand in a list of at least so many names."""
    names = sorted((f for concept in lists.concepts for f in named.get(concept, ())), key=_in_order)
    runs: list[list[Find]] = []
    for find in names:
        if runs and _continues(runs[-1][-1], find, layout):
            runs[-1].append(find)
        else:
            runs.append([find])
    return [f for run in runs if _different(run, lists) >= lists.at_least for f in run]


def _different(run: list[Find], lists: Lists) -> int:
    """How many things a run names: «Rajin, the North Korean port» is one, «Putin, Lavrov and Kim» two."""
    return len({(g.concept, g.start if g.concept in lists.each else 0) for g in run})


def _continues(a: Find, b: Find, layout: Layout) -> bool:
    """Whether nothing but a comma or an «and» stands between two names."""
    if (a.unit, a.sentence) != (b.unit, b.sentence) or b.start < a.end or b.start - a.end > 20:
        return False
    source = layout.source(layout.units[a.unit])
    between = source.folded[a.end : b.start].split()
    if any(word not in _JOINERS for word in between) or len(between) > 3:
        return False
    return bool(between) or any(c in _COMMAS for c in source.plain[a.end : b.start])

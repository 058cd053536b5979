"""From matches to occurrences: what a term in this company, in this sentence, really names."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.enrich.topics.layout import Layout, Unit, Word
from ingest.enrich.topics.matcher import Match, Matcher
from ingest.enrich.topics.rules import Company, Concept, Lists, Span

_JOINER_WORDS = "and et и y e und sowie или ou or 및 와 과 と や 和 与 及 the la le les l die der das"
_JOINERS = frozenset(_JOINER_WORDS.split())
_QUOTES = dict(zip("«»“„\"‘'「『《〈", "»«”“\"’'」』》〉", strict=True))
_COMMAS = ",、，;；/·・"


@dataclass(frozen=True, slots=True)
class Find:
    """An occurrence of a concept: unit and sentence it is in, tokens of the sentence, offsets in the cleaned text."""

    concept: str
    unit: int
    sentence: int
    first: int
    last: int
    start: int
    end: int


Finds = dict[str, list[Find]]


class Finder:
    """Finds concepts in an article."""

    def __init__(self, concepts: Sequence[Concept], lists: Lists) -> None:
        self._concepts = tuple(concepts)
        self._matcher = Matcher(concepts)
        self._lists = lists

    def find(self, layout: Layout, language: str | None) -> Finds:
        """Occurrences by concept, in order of the text."""
        named: Finds = defaultdict(list)
        for number, unit in enumerate(layout.units):
            text = layout.source(unit).text
            for at, sentence in enumerate(unit.sentences):
                matches = list(self._matcher.find(sentence, language))
                for concept, found in self._named(matches, sentence, text).items():
                    named[concept] += [
                        Find(concept, number, at, m.start, m.end - 1, sentence[m.start].start, sentence[m.end - 1].end)
                        for m in found
                    ]
        return self._resolve(named, layout)

    def _named(self, matches: list[Match], sentence: Sequence[Word], text: str) -> dict[str, list[Match]]:
        ruled_out = [m for m in matches if m.pattern.excluded]
        out: dict[str, list[Match]] = {}
        for m in sorted((m for m in matches if not m.pattern.excluded), key=lambda m: (m.start, -m.end)):
            if any(_rules_out(x, m) for x in ruled_out):
                continue
            if m.pattern.cased and not _in_capitals(m, m.pattern.cased, sentence, text):
                continue
            concept = self._concepts[m.pattern.concept]
            if concept.unquoted and _quoted(m, sentence, text):
                continue
            kept = out.setdefault(concept.id, [])
            if not kept or m.start >= kept[-1].end:
                kept.append(m)
        return out

    def _resolve(self, named: Finds, layout: Layout) -> Finds:
        for find in _listed(named, layout, self._lists):
            named[find.concept].remove(find)
        for concept in self._concepts:
            if concept.includes:
                every = [f for part in (concept.id, *concept.includes) for f in named.get(part, ())]
                named[concept.id] = sorted(every, key=lambda f: (f.unit, f.sentence, f.first))
            if concept.only_with and named.get(concept.id):
                named[concept.id] = [f for f in named[concept.id] if _accompanied(f, concept.only_with, named)]
            if concept.not_with and named.get(concept.id):
                named[concept.id] = [f for f in named[concept.id] if not _accompanied(f, concept.not_with, named)]
        return {concept: found for concept, found in named.items() if found}


def _rules_out(phrase: Match, term: Match) -> bool:
    """Whether a ``not`` phrase covers a term of its concept. A term longer than the phrase stands: 북한산 석탄."""
    same = phrase.pattern.concept == term.pattern.concept and phrase.start < term.end and term.start < phrase.end
    return same and phrase.end - phrase.start >= term.end - term.start


def _in_capitals(m: Match, cased: str, sentence: Sequence[Word], text: str) -> bool:
    """Whether the term stands in the capitals asked for. A sentence in capitals throughout decides nothing."""
    written = text[sentence[m.start].start : sentence[m.end - 1].end]
    if cased == written or " ".join(written.split()) == cased:
        return True
    whole = text[sentence[0].start : sentence[-1].end]
    return whole.isupper() and len(sentence) > 3 and " ".join(cased.split()).upper() == " ".join(written.split())


def _quoted(m: Match, sentence: Sequence[Word], text: str) -> bool:
    """Whether nothing else stands between the quotation marks around it."""
    before = text[: sentence[m.start].start].rstrip()[-1:]
    after = text[sentence[m.end - 1].end :].lstrip()[:1]
    return _QUOTES.get(before) == after and after != ""


def _accompanied(find: Find, company: Company, named: Finds) -> bool:
    for concept in company.concepts:
        for other in named.get(concept, ()):
            if company.within is Span.ARTICLE:
                return True
            same_unit = other.unit == find.unit
            if same_unit and (company.within is Span.PARAGRAPH or other.sentence == find.sentence):
                return True
    return False


def _listed(named: Finds, layout: Layout, lists: Lists) -> list[Find]:
    """Occurrences that stand in a list of at least so many names."""
    names = sorted(
        (f for concept in lists.concepts for f in named.get(concept, ())), key=lambda f: (f.unit, f.sentence, f.first)
    )
    runs: list[list[Find]] = []
    for find in names:
        if runs and _continues(runs[-1][-1], find, layout.units[find.unit], layout):
            runs[-1].append(find)
        else:
            runs.append([find])
    return [f for run in runs if len({(g.first, g.concept) for g in run}) >= lists.at_least for f in run]


def _continues(a: Find, b: Find, unit: Unit, layout: Layout) -> bool:
    """Whether nothing but a comma or an «and» stands between two names."""
    if (a.unit, a.sentence) != (b.unit, b.sentence) or b.first <= a.last:
        return False
    between = [w.token for w in unit.sentences[a.sentence][a.last + 1 : b.first]]
    if any(token not in _JOINERS for token in between) or len(between) > 3:
        return False
    gap = layout.source(unit).text[a.end : b.start]
    return bool(between) or any(c in _COMMAS for c in gap)

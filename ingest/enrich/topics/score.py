"""From occurrences to topics: which signals hold where, what that adds up to, and the evidence for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from ingest.enrich.topics.concept_matches import Find, Finds
from ingest.enrich.topics.layout import Layout
from ingest.enrich.topics.rules import PlaceWeights, Signal, Topic
from ingest.text.tokens import tokens

FEWEST, MOST, THIRD = 2, 5, 1 / 3
"""The body's share is full when this many of its paragraphs speak for the topic: all of them, but no fewer than two
(one sentence in a two-paragraph note is not half an article), no more than five, and a third of a long page."""
TRIED = 8
"""Occurrences of a concept, in one sentence or paragraph, that are tried for a signal."""
OPENS = 0.5
"""What a signal in title or lead must weigh for others to follow it."""


@dataclass(frozen=True, slots=True)
class Places:
    """The place of each unit (``title``, ``lead``, ``body``), by its number."""

    of: tuple[str, ...]

    def weigh(self, strength: dict[int, float], weights: PlaceWeights) -> float:
        """Title, lead and the body's share, weighted. ``strength`` is 0 to 1 (or more) by unit."""
        paragraphs = self.of.count("body")
        body = sum(s for unit, s in strength.items() if self.of[unit] == "body")
        share = min(1.0, body / max(min(max(paragraphs, FEWEST), MOST), paragraphs * THIRD))
        first = {p: max((s for u, s in strength.items() if self.of[u] == p), default=0.0) for p in ("title", "lead")}
        return weights.title * first["title"] + weights.lead * first["lead"] + weights.body * share


@dataclass(frozen=True, slots=True)
class TopicDecision:
    """What the signals of one topic add up to."""

    score: float
    finds: tuple[Find, ...] = ()
    fired: tuple[tuple[Signal, str], ...] = ()
    """The signals that hold, each with a place where it does."""
    share: float | None = None
    """The model's share in the decision, 0 to 1; None: it was not asked."""
    by_rules: float = 0.0
    """The score before the model was asked."""


class Scorer:
    """Scores topics for one article. ``genre`` is that of a piece that is no news (``place_role.genre``)."""

    def __init__(self, finds: Finds, layout: Layout, genre: str | None = None) -> None:
        self._layout = layout
        self._genre = genre
        self._places = Places(tuple(u.place for u in layout.units))
        self._opening = tuple(n for n, place in enumerate(self._places.of) if place != "body")
        self._presence: dict[str, float] = {}
        self._by_unit: dict[str, dict[int, list[Find]]] = {}
        for concept, found in finds.items():
            units = self._by_unit.setdefault(concept, {})
            for f in found:
                units.setdefault(f.unit, []).append(f)

    def presence(self, concept: str) -> float:
        """How much room a concept takes in the article, on the scale of a topic's score."""
        if concept not in self._presence:
            units = dict.fromkeys(self._by_unit.get(concept, ()), 1.0)
            self._presence[concept] = self._places.weigh(units, PlaceWeights()) if units else 0.0
        return self._presence[concept]

    def verdict(self, topic: Topic) -> TopicDecision:
        """The score of a topic by its own signals, and what was found."""
        elsewhere = self._genre is not None or any(self.presence(concept) >= weight for concept, weight in topic.unless)
        strength: dict[int, float] = {}
        evidence: dict[Find, None] = {}
        fired: dict[tuple[Signal, str], None] = {}
        for signal in sorted(topic.signals, key=lambda s: s.follows):
            if elsewhere and not signal.always:
                continue
            if signal.follows and not self._opened(strength):
                continue
            for unit, found in self._where(signal):
                strength[unit] = max(strength.get(unit, 0.0), signal.weight)
                evidence.update(dict.fromkeys(found))
                fired[signal, self._places.of[unit]] = None
        if not strength:
            return TopicDecision(0.0)
        score = round(self._places.weigh(strength, topic.weights), 3)
        return TopicDecision(score, tuple(evidence), tuple(fired), by_rules=score)

    def _opened(self, strength: dict[int, float]) -> bool:
        return any(s >= OPENS and self._places.of[unit] != "body" for unit, s in strength.items())

    def _where(self, signal: Signal) -> Iterator[tuple[int, list[Find]]]:
        units = set(self._opening) if signal.together else self._candidates(signal)
        if not units or any(self.presence(concept) < weight for concept, weight in signal.article):
            return
        if any(self.presence(concept) >= weight for concept, weight in signal.unless):
            return
        if signal.together:
            yield from self._holds_together(signal)
            return
        for unit in sorted(units):
            if signal.where and self._places.of[unit] not in signal.where:
                continue
            found = self._holds(signal, unit)
            if found:
                yield unit, found

    def _holds_together(self, signal: Signal) -> Iterator[tuple[int, list[Find]]]:
        here = {c: [f for u in self._opening for f in self._in(u, c)] for c in (*signal.any, *signal.all, *signal.none)}
        if any(here[c] for c in signal.none) or not _each_by_its_own_words([here[c] for c in signal.all]):
            return
        if not signal.any or any(here[c] for c in signal.any):
            found = [f for c in (*signal.any, *signal.all) for f in here[c]]
            for unit in self._opening:
                yield unit, [f for f in found if f.unit == unit]

    def _candidates(self, signal: Signal) -> set[int]:
        """The units that hold what a signal needs, wherever in the unit."""
        needed = [set(self._by_unit.get(c, ())) for c in (*signal.near, *signal.all)]
        if signal.any:
            needed.append({u for c in signal.any for u in self._by_unit.get(c, ())})
        return set.intersection(*needed)

    def _holds(self, signal: Signal, unit: int) -> list[Find]:
        """The occurrences by which a signal holds in a unit that has all it needs; none: it does not."""
        found = [f for c in (*signal.any, *signal.all) for f in self._in(unit, c)]
        if not _each_by_its_own_words([self._in(unit, c) for c in signal.all]):
            return []
        if signal.near:
            close = self._close(signal, unit)
            return found + close if close else []
        return [] if any(self._in(unit, c) for c in signal.none) else found

    def _in(self, unit: int, concept: str) -> list[Find]:
        return self._by_unit.get(concept, {}).get(unit, [])

    def _close(self, signal: Signal, unit: int) -> list[Find]:
        groups = [self._in(unit, concept) for concept in signal.near]
        barred = {f.sentence for c in signal.none for f in self._in(unit, c)}
        for sentence in sorted({f.sentence for f in groups[0]} - barred):
            here = [[f for f in group if f.sentence == sentence][:TRIED] for group in groups]
            if all(here):
                for some in product(*here):
                    if _apart(some) and (signal.words is None or self._reach(some, unit) <= signal.words):
                        return list(some)
        return []

    def _reach(self, finds: tuple[Find, ...], unit: int) -> int:
        """Words that stand between the first and the last of some occurrences, those of others included."""
        first, last = min(finds, key=lambda f: f.start), max(finds, key=lambda f: f.end)
        text = self._layout.source(self._layout.units[unit]).plain
        return len(tokens(text[first.end : last.start]))


def _each_by_its_own_words(groups: Sequence[Sequence[Find]]) -> bool:
    """Whether each group has an occurrence that shares no words with those of the others: one word, one concept."""
    if len(groups) < 2:
        return all(groups)
    return any(_apart(some) for some in product(*(group[:TRIED] for group in groups)))


def _apart(finds: tuple[Find, ...]) -> bool:
    """Whether no two are the same words."""
    ordered = sorted(finds, key=lambda f: (f.unit, f.start))
    return all(a.unit != b.unit or a.end <= b.start for a, b in pairwise(ordered))

"""From occurrences to topics: which signals hold where, what that adds up to, and the evidence for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise, product

from ingest.enrich.topics.finds import Find, Finds
from ingest.enrich.topics.rules import Signal, Topic, Weights

FEWEST, MOST = 2, 5
"""The body's share is counted over its paragraphs, but over no fewer and no more than these: one sentence
in a two-paragraph note is not half an article, and five paragraphs make a subject however long the page."""


@dataclass(frozen=True, slots=True)
class Places:
    """The place of each unit (``title``, ``lead``, ``body``), by its number."""

    of: tuple[str, ...]

    def weigh(self, strength: dict[int, float], weights: Weights) -> float:
        """Title, lead and the body's share, weighted. ``strength`` is 0 to 1 (or more) by unit."""
        paragraphs = self.of.count("body")
        body = sum(s for unit, s in strength.items() if self.of[unit] == "body")
        share = min(1.0, body / min(max(paragraphs, FEWEST), MOST))
        first = {p: max((s for u, s in strength.items() if self.of[u] == p), default=0.0) for p in ("title", "lead")}
        return weights.title * first["title"] + weights.lead * first["lead"] + weights.body * share


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the signals of one topic add up to."""

    score: float
    finds: tuple[Find, ...] = ()


class Scorer:
    """Scores topics for one article."""

    def __init__(self, finds: Finds, places: Places) -> None:
        self._finds = finds
        self._places = places
        self._presence: dict[str, float] = {}

    def presence(self, concept: str) -> float:
        """How much room a concept takes in the article, on the scale of a topic's score."""
        if concept not in self._presence:
            units = {f.unit: 1.0 for f in self._finds.get(concept, ())}
            self._presence[concept] = self._places.weigh(units, Weights())
        return self._presence[concept]

    def verdict(self, topic: Topic) -> Verdict:
        """The score of a topic by its own signals, and what was found."""
        elsewhere = any(self.presence(concept) >= weight for concept, weight in topic.unless)
        strength: dict[int, float] = {}
        evidence: dict[Find, None] = {}
        for signal in sorted(topic.signals, key=lambda s: s.follows):
            if elsewhere and not signal.always:
                continue
            if signal.follows and not any(self._places.of[u] != "body" for u in strength):
                continue
            for unit, found in self._where(signal):
                strength[unit] = max(strength.get(unit, 0.0), signal.weight)
                evidence.update(dict.fromkeys(found))
        return Verdict(round(self._places.weigh(strength, topic.weights), 3), tuple(evidence))

    def _where(self, signal: Signal) -> Iterable[tuple[int, list[Find]]]:
        if any(self.presence(concept) < weight for concept, weight in signal.article):
            return
        if any(self.presence(concept) >= weight for concept, weight in signal.unless):
            return
        for unit, place in enumerate(self._places.of):
            if signal.where and place not in signal.where:
                continue
            found = self._holds(signal, unit)
            if found:
                yield unit, found

    def _holds(self, signal: Signal, unit: int) -> list[Find]:
        """The occurrences by which a signal holds in a unit; none: it does not."""
        found: list[Find] = []
        if not signal.near and any(self._in(unit, c) for c in signal.none):
            return []
        if signal.any:
            some = [f for c in signal.any for f in self._in(unit, c)]
            if not some:
                return []
            found += some
        for concept in signal.all:
            there = self._in(unit, concept)
            if not there:
                return []
            found += there
        if signal.near:
            close = self._close(signal, unit)
            if not close:
                return []
            found += close
        return found

    def _in(self, unit: int, concept: str) -> list[Find]:
        return [f for f in self._finds.get(concept, ()) if f.unit == unit]

    def _close(self, signal: Signal, unit: int) -> list[Find]:
        groups = [self._in(unit, concept) for concept in signal.near]
        for sentence in sorted({f.sentence for f in groups[0]}):
            here = [[f for f in group if f.sentence == sentence] for group in groups]
            if not all(here) or any(f.sentence == sentence for c in signal.none for f in self._in(unit, c)):
                continue
            for some in product(*(group[:8] for group in here)):
                if _apart(some) and (signal.words is None or _reach(some) <= signal.words):
                    return list(some)
        return []


def _apart(finds: tuple[Find, ...]) -> bool:
    """Whether no two are the same words."""
    ordered = sorted(finds, key=lambda f: f.first)
    return all(a.last < b.first for a, b in pairwise(ordered))


def _reach(finds: tuple[Find, ...]) -> int:
    return max(f.last for f in finds) - min(f.first for f in finds) + 1 - len(finds)

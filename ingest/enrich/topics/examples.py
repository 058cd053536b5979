"""Labelled articles that the topics' model compares an article with, and how near it stands to each.

Near is what the rules saw much the same of and what means much the same: a Gaussian of both distances, 1 for the same
article and towards 0 for any other. So what is learnt of one article reaches those like it and leaves the rest alone,
which a linear weight cannot do: «talks» beside two Koreas weighs one way among ministers and another among athletes.
An example is numbers, no text: the rules' evidence, and 512 numbers of the encoder.
"""

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.enrich.encoder import DIMENSIONS, ArticleVectors, from_bytes, to_bytes
from ingest.enrich.topics.features import Features

Numbers = NDArray[np.float32]
Point = tuple[Features, ArticleVectors]
"""An article: the rules' evidence, and its vectors."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How fast nearness falls with the squared distance of two articles' evidence, and of their meaning."""

    evidence: float = 0.03
    meaning: float = 1.5


@dataclass(frozen=True, eq=False)
class Examples:
    """``n`` labelled articles."""

    names: tuple[str, ...]
    """The features that are compared; others say nothing."""
    evidence: Numbers
    """``(n, len(names))``"""
    meaning: Numbers
    """``(n, DIMENSIONS)``, each of length 1."""
    reach: Reach = Reach()

    @staticmethod
    def of(points: Sequence[Point], names: Sequence[str], reach: Reach = Reach()) -> "Examples":
        """Some articles as examples. Those without vectors mean nothing that could be near."""
        at = {name: n for n, name in enumerate(names)}
        evidence = np.zeros((len(points), len(names)), np.float32)
        meaning = np.zeros((len(points), DIMENSIONS), np.float32)
        for row, (features, vectors) in enumerate(points):
            _fill(evidence[row], features, at)
            if (vector := vectors.meaning) is not None:
                meaning[row] = vector
        return Examples(tuple(names), evidence, meaning, reach)

    def __len__(self) -> int:
        """How many."""
        return len(self.evidence)

    def with_points(self, points: Sequence[Point]) -> "Examples":
        """These and more articles, compared by the features that those bring besides."""
        known = set(self.names)
        names = (*self.names, *sorted({n for features, _ in points for n in features} - known))
        wider = np.zeros((len(self), len(names)), np.float32)
        wider[:, : len(self.names)] = self.evidence
        more = Examples.of(points, names, self.reach)
        return Examples(
            names, np.vstack((wider, more.evidence)), np.vstack((self.meaning, more.meaning)), self.reach
        )  # fmt: skip

    def nearness(self, features: Features, vectors: ArticleVectors) -> Numbers | None:
        """How near an article is to each example, ``(n,)`` from 0 to 1; None for one without vectors."""
        if vectors.meaning is None or not len(self):
            return None
        point = Examples.of([(features, vectors)], self.names, self.reach)._scaled
        nearness: Numbers = self._nearness(point)[0]
        return nearness

    def nearness_of_each(self, first: int = 0) -> Numbers:
        """How near the examples from ``first`` on are to each of all, ``(n - first, n)``."""
        return self._nearness(self._scaled[first:])

    @cached_property
    def _scaled(self) -> Numbers:
        """Evidence and meaning side by side, so that nearness is a Gaussian of one distance."""
        reach = self.reach
        return np.hstack((self.evidence * sqrt(reach.evidence), self.meaning * sqrt(reach.meaning)))

    @cached_property
    def _lengths(self) -> Numbers:
        lengths: Numbers = (self._scaled**2).sum(axis=1)
        return lengths

    def _nearness(self, points: Numbers) -> Numbers:
        apart: Numbers = (points**2).sum(axis=1)[:, None] + self._lengths - 2 * points @ self._scaled.T
        nearness: Numbers = np.exp(-np.maximum(apart, 0))
        return nearness


def as_json(examples: Examples, keep: Iterable[int]) -> dict[str, Any]:
    """The chosen examples as the model's file has them."""
    rows = [
        [
            base64.b64encode(to_bytes(examples.meaning[n])).decode(),
            {str(at): round(float(examples.evidence[n, at]), 3) for at in np.flatnonzero(examples.evidence[n])},
        ]
        for n in keep
    ]
    reach = {"evidence": examples.reach.evidence, "meaning": examples.reach.meaning}
    return {"features": list(examples.names), "reach": reach, "articles": rows}


def read_examples(node: Mapping[str, Any]) -> Examples:
    """The examples of a model's file. Raises ValueError with what is wrong."""
    try:
        names = tuple(map(str, node["features"]))
        reach = Reach(float(node["reach"]["evidence"]), float(node["reach"]["meaning"]))
        rows = node["articles"]
        evidence = np.zeros((len(rows), len(names)), np.float32)
        meaning = np.zeros((len(rows), DIMENSIONS), np.float32)
        for n, (coded, seen) in enumerate(rows):
            vector = from_bytes(base64.b64decode(coded, validate=True))
            if vector is None:
                raise ValueError(f"article {n} has no {DIMENSIONS} numbers")
            meaning[n] = vector
            for at, value in seen.items():
                evidence[n, int(at)] = float(value)
    except (KeyError, TypeError, IndexError, AttributeError) as e:
        raise ValueError(f"not as it should be: {type(e).__name__} {e}") from e
    return Examples(names, evidence, meaning, reach)


NO_EXAMPLES = Examples((), np.zeros((0, 0), np.float32), np.zeros((0, DIMENSIONS), np.float32))


def _fill(row: Numbers, features: Features, at: Mapping[str, int]) -> None:
    for name, value in features.items():
        if (column := at.get(name)) is not None:
            row[column] = value

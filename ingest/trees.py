"""Forests of decision trees, evaluated: fitted elsewhere (``bench/fit_*.py``), read from a file, run with numpy.

The library that fits is not needed to read: a few hundred small trees over some two hundred rows are a few
milliseconds of array look-ups.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

_CHUNK = 2_000
"""Rows at a time: bounds the memory of very many."""


@dataclass(frozen=True)
class Trees:
    """A forest of binary trees in arrays of (tree, node); a leaf is a node that leads to itself."""

    feature: npt.NDArray[np.int32]
    threshold: npt.NDArray[np.float32]
    below: npt.NDArray[np.int32]
    """The next node where the feature is at most the threshold; flat numbers."""
    above: npt.NDArray[np.int32]
    value: npt.NDArray[np.float32]
    roots: npt.NDArray[np.int32]
    depth: int

    @classmethod
    def of(cls, trees: list[dict[str, Any]], depth: int) -> "Trees":
        """From lists of nodes: ``{"feature": […], "threshold": […], "below": […], "above": […], "value": […]}``."""
        starts = np.cumsum([0, *(len(t["value"]) for t in trees)])[:-1]
        joined = {key: np.concatenate([t[key] for t in trees]) for key in ("feature", "threshold", "value")}
        linked = {
            key: np.concatenate([np.asarray(t[key]) + start for t, start in zip(trees, starts, strict=True)])
            for key in ("below", "above")
        }
        return cls(
            joined["feature"].astype(np.int32),
            joined["threshold"].astype(np.float32),
            linked["below"].astype(np.int32),
            linked["above"].astype(np.int32),
            joined["value"].astype(np.float32),
            starts.astype(np.int32),
            depth,
        )

    def probabilities(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """For each row the logistic of the sum of all trees: boosted trees that classify."""
        scores = self.sums(rows)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))))

    def sums(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """For each row the sum of what its leaf in each tree says."""
        parts = [self._scores(rows[i : i + _CHUNK]) for i in range(0, len(rows), _CHUNK)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def contributions(self, row: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Of a row's sum what each feature has added on the way from the roots to the leaves (Saabas 2014).

        For trees whose inner nodes have values too; what the roots say is in none of them.
        """
        added = np.zeros(len(row))
        nodes = self.roots
        for _ in range(self.depth):
            feature = self.feature.take(nodes)
            is_below = row.take(feature) <= self.threshold.take(nodes)
            following = np.where(is_below, self.below.take(nodes), self.above.take(nodes))
            np.add.at(added, feature, self.value.take(following) - self.value.take(nodes))
            nodes = following
        return added

    def _scores(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        count, width = rows.shape
        flat = np.ascontiguousarray(rows).ravel()
        offsets = (np.arange(count, dtype=np.int32) * width)[:, None]
        nodes = np.broadcast_to(self.roots, (count, len(self.roots)))
        for _ in range(self.depth):
            values = flat.take(self.feature.take(nodes) + offsets)
            nodes = np.where(values <= self.threshold.take(nodes), self.below.take(nodes), self.above.take(nodes))
        return np.asarray(self.value.take(nodes).sum(axis=1, dtype=np.float64))

"""How likely two articles tell of the same happening: a forest of trees over ``evidence``, as data.

What speaks for one happening depends on what else there is: names in common say much of two short items and little of
two essays on one war. A regression over the same figures cannot say that (docs/decisions/191). Fitted by
``bench/fit_events.py`` on pairs that people have judged.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from ingest.enrich.events.evidence import EventProfile, evidence
from ingest.trees import Trees

FULL_TEXT = 90
"""Words of the shorter from which on a pair is judged as two articles; below ``THIN`` as two feed items."""
THIN = 45


@dataclass(frozen=True, slots=True, eq=False)
class EventModel:
    """What ships in ``data/``."""

    features: tuple[str, ...]
    trees: Trees
    """A node's value is the share of pairs that are one event among those that come there."""
    join_full: float
    """Likelihood from which on two full texts are one event."""
    join_thin: float
    """The same for titles with a summary: thin evidence, so more is asked of it."""
    across_share: float
    """What of that is asked of two languages: names and figures, which speak for two texts of one, are seldom the
    same across them, so the same likelihood says more."""

    def likelihoods(self, found: Sequence[Mapping[str, float]]) -> list[float]:
        """0 to 1 each, of pairs of which this evidence was found."""
        if not found:
            return []
        rows = np.array([[one[name] for name in self.features] for one in found], np.float32)
        return [float(total) / len(self.trees.roots) for total in self.trees.sums(rows)]

    def contributions(self, found: Mapping[str, float]) -> dict[str, float]:
        """What each figure has added to the likelihood, or taken away."""
        added = self.trees.contributions(np.array([found[name] for name in self.features], np.float32))
        return {
            name: float(share) / len(self.trees.roots)
            for name, share in zip(self.features, added, strict=True)
            if share
        }

    def enough(self, a: EventProfile, b: EventProfile) -> float:
        """The likelihood that joins a pair."""
        words = min(a.words, b.words)
        share = min(1.0, max(0.0, (words - THIN) / (FULL_TEXT - THIN)))
        enough = self.join_thin + share * (self.join_full - self.join_thin)
        return enough if a.language == b.language else self.across_share * enough


@dataclass(frozen=True, slots=True)
class Judgement:
    """Of one pair."""

    likelihood: float
    enough: float
    evidence: Mapping[str, float]

    @property
    def margin(self) -> float:
        """How often what is enough: 1 and more joins."""
        return self.likelihood / self.enough

    def reasons(self, most: int = 8) -> list[tuple[str, float, float]]:
        """(name, figure, what it adds to the likelihood), the weightiest first."""
        added = shipped_model().contributions(self.evidence)
        return sorted(
            ((name, self.evidence[name], share) for name, share in added.items()), key=lambda one: -abs(one[2])
        )[:most]

    def as_json(self) -> dict[str, Any]:
        """For ``veille group --scores`` and ``veille show --json``."""
        reasons = [{"what": what, "figure": round(f, 3), "adds": round(adds, 3)} for what, f, adds in self.reasons()]
        return {
            "likelihood": round(self.likelihood, 3),
            "enough": round(self.enough, 2),
            "joins": self.margin >= 1,
            "reasons": reasons,
        }


def judge_all(
    pairs: Sequence[tuple[EventProfile, EventProfile]], *, same_outlet: bool | None = None
) -> list[Judgement]:
    """Judge pairs of articles, which all need vectors (``EventProfile.meaning``). Many cost little more than one."""
    model = shipped_model()
    found = [evidence(a, b, same_outlet=same_outlet) for a, b in pairs]
    return [
        Judgement(likelihood, model.enough(a, b), of_pair)
        for (a, b), of_pair, likelihood in zip(pairs, found, model.likelihoods(found), strict=True)
    ]


def judge(a: EventProfile, b: EventProfile, *, same_outlet: bool | None = None) -> Judgement:
    """Judge two articles. Both need vectors."""
    return judge_all([(a, b)], same_outlet=same_outlet)[0]


@cache
def shipped_model() -> EventModel:
    """As ``data/`` has it."""
    data = files("ingest.enrich.events") / "data"
    raw = json.loads((data / "weights.json").read_text(encoding="utf-8"))
    with (data / "trees.npz").open("rb") as file, np.load(file) as table:
        trees = _unpacked(table)
    join = raw["join"]
    return EventModel(tuple(raw["features"]), trees, join["full"], join["thin"], join["across"])


def _unpacked(table: Mapping[str, Any]) -> Trees:
    """Nodes in order of depth: what is below a threshold is the next one, ``above`` counts from the tree's root."""
    sizes = table["sizes"].astype(np.int32)
    roots = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int32)
    own = np.arange(int(sizes.sum()), dtype=np.int32)
    is_leaf = table["above"] == 0
    above = np.repeat(roots, sizes) + table["above"].astype(np.int32)
    return Trees(
        feature=table["feature"].astype(np.int32),
        threshold=table["threshold"].astype(np.float32),
        below=np.where(is_leaf, own, own + 1).astype(np.int32),
        above=np.where(is_leaf, own, above).astype(np.int32),
        value=table["value"].astype(np.float32),
        roots=roots,
        depth=int(table["depth"]),
    )

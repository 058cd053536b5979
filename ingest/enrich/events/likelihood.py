"""How likely two articles tell of the same happening: a logistic regression over ``evidence``, weights as data.

Two sets of weights, as names and words are spelled alike in one language and not across two. Fitted by
``bench/fit_events.py`` on pairs that people have judged; held-out figures in docs/decisions/111.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

from ingest.enrich.events.evidence import EventProfile, evidence, in_common
from ingest.enrich.stories.anchors import AnchorSort

FULL_TEXT = 90
"""Words of the shorter from which on a pair is judged as two articles; below ``THIN`` as two feed items."""
THIN = 45
FEATURES_ACROSS = (
    "meaning", "title and lead", "title", "hours", "words of the shorter", "one comments", "names", "all named",
)  # fmt: skip
"""Across languages only these: the others are chance there (held out, all of them: AUC .921; these: .934)."""


@dataclass(frozen=True, slots=True)
class RegressionWeights:
    """Of one logistic regression."""

    bias: float
    weights: Mapping[str, float]

    def likelihood(self, of: Mapping[str, float]) -> float:
        """0 to 1."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.logit(of)))))

    def logit(self, of: Mapping[str, float]) -> float:
        """The sum that the likelihood is the logistic of."""
        return self.bias + sum(weight * of[name] for name, weight in self.weights.items())


@dataclass(frozen=True, slots=True)
class EventModel:
    """The weights that ship."""

    one_language: RegressionWeights
    across: RegressionWeights
    join_full: float
    """Likelihood from which on two full texts are one event."""
    join_thin: float
    """The same for titles with a summary: thin evidence, so more is asked of it."""
    across_share: float
    """What of that is asked of two languages: names and figures, which speak for two texts of one, are not counted
    across them, so the same likelihood says more (322 labelled pairs: F1 .75 at 1, .78 to .79 at .8)."""
    join_by_figures: float
    """What is asked of two languages that have a figure and a name in common: 5 of the 6 among 322 labelled pairs that
    do are one event."""

    def weights(self, a: EventProfile, b: EventProfile) -> RegressionWeights:
        """Those for the languages of a pair."""
        return self.one_language if a.language == b.language else self.across

    def enough(self, a: EventProfile, b: EventProfile) -> float:
        """The likelihood that joins a pair."""
        words = min(a.words, b.words)
        share = min(1.0, max(0.0, (words - THIN) / (FULL_TEXT - THIN)))
        enough = self.join_thin + share * (self.join_full - self.join_thin)
        if a.language == b.language:
            return enough
        by_figures = in_common(a, b, AnchorSort.NUMBER) and in_common(a, b, AnchorSort.NAME)
        return self.join_by_figures if by_figures else self.across_share * enough


@dataclass(frozen=True, slots=True)
class Judgement:
    """Of one pair."""

    likelihood: float
    enough: float
    evidence: Mapping[str, float]
    weights: RegressionWeights

    @property
    def margin(self) -> float:
        """How often what is enough: 1 and more joins."""
        return self.likelihood / self.enough

    def reasons(self, most: int = 8) -> list[tuple[str, float, float]]:
        """(name, figure, what it adds to the logit), the weightiest first."""
        weighed = [(name, self.evidence[name], w * self.evidence[name]) for name, w in self.weights.weights.items()]
        return sorted(weighed, key=lambda one: -abs(one[2]))[:most]

    def as_json(self) -> dict[str, Any]:
        """For ``veille group --scores`` and ``veille show --json``."""
        reasons = [{"what": what, "figure": round(f, 3), "adds": round(adds, 2)} for what, f, adds in self.reasons()]
        return {
            "likelihood": round(self.likelihood, 3),
            "enough": round(self.enough, 2),
            "joins": self.margin >= 1,
            "reasons": reasons,
        }


def judge(a: EventProfile, b: EventProfile, *, same_outlet: bool | None = None) -> Judgement:
    """Judge two articles. Both need vectors (``EventProfile.meaning``)."""
    model = shipped_model()
    found, weights = evidence(a, b, same_outlet=same_outlet), model.weights(a, b)
    return Judgement(weights.likelihood(found), model.enough(a, b), found, weights)


@cache
def shipped_model() -> EventModel:
    """As ``data/weights.json`` has it."""
    raw = json.loads((files("ingest.enrich.events") / "data" / "weights.json").read_text(encoding="utf-8"))
    one, across = (RegressionWeights(raw[name]["bias"], raw[name]["weights"]) for name in ("one_language", "across"))
    join = raw["join"]
    return EventModel(one, across, join["full"], join["thin"], join["across"], join["by_figures"])

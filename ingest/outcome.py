"""What became of one feed, article or mail: exactly one outcome each, counted, and the sum is checked.

Names are those of the ledger, of ``pipeline-runs`` documents and of the summary that people read.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """The stages of an article's way, in order."""

    POLL = "poll"
    FETCH = "fetch"
    INDEX = "index"
    ALERT = "alert"
    DELIVER = "deliver"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one subject in one stage."""

    stage: Stage
    subject: str
    """The feed's id, the article's URL, the rule's id or the mail's id."""
    name: str
    """Such as ``not-modified``, ``fetched``, ``refused-by-robots``, ``indexed``, ``sent``."""
    detail: str = ""
    ok: bool = True
    """False where a person may want to look: a failure, not a refusal or a 304."""
    new: int = 0
    """How many new things came of it (new articles of a feed, new matches of a rule)."""


Report = Callable[[Outcome], None]
"""Told of every outcome as it happens: progress bars, logs, counters."""


@dataclass(slots=True)
class StageRun:
    """One run of one stage: what was claimed and what became of it."""

    stage: Stage
    started_at: datetime
    ended_at: datetime | None = None
    claimed: int = 0
    new: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[Outcome] = field(default_factory=list)
    lag_seconds: list[float] = field(default_factory=list)
    """For the index stage: seconds from publication (or first sight) to the index, one an article."""

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self.counts[outcome.name] += 1
        self.new += outcome.new
        if not outcome.ok:
            self.failures.append(outcome)

    @property
    def accounted(self) -> bool:
        """True if every claimed subject has exactly one outcome."""
        return self.claimed == sum(self.counts.values())

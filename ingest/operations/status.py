"""How the whole installation is doing, in one value: what ``status`` shows and what proves that silence is real."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from ingest.errors import ConfigError
from ingest.feeds.health import HealthLine
from ingest.index.protocol import IndexStatus
from ingest.ledger import articles, canary, outbox, runs, websub
from ingest.ledger import status as ledger_status
from ingest.ledger.liveness import Drought
from ingest.ledger.status import Recall
from ingest.operations.feed_lines import feed_lines
from ingest.operations.findings import Finding, gather, read_ledger
from ingest.outcome import Stage
from ingest.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PromiseKept:
    """How the latency that is promised of feeds compares with what is measured."""

    measured: int
    """Feeds with items enough to tell."""
    kept: int
    """Of these, feeds whose items were seen in time."""
    worst: tuple[str, int, int] | None = None
    """(feed, seconds measured, seconds promised) of the latest one."""


def promise_kept(lines: Sequence[HealthLine]) -> PromiseKept:
    """Promised against measured latency over all feeds."""
    told = [(x.feed_id, x.seen_within, x.promised_seconds) for x in lines if x.seen_within and x.promised_seconds]
    late = [x for x in told if x[1] > x[2]]
    return PromiseKept(len(told), len(told) - len(late), max(late, key=lambda x: x[1] / x[2], default=None))


@dataclass(frozen=True, slots=True)
class Overview:
    """A moment's state. Ages and lags in seconds; None: nothing to measure."""

    at: datetime
    backlog: dict[str, int]
    """Articles by state."""
    reasons: dict[str, int]
    """Failed and refused articles by reason, the most frequent first, ten at most."""
    oldest_waiting: float | None
    """Age of the oldest article that waits for the fetch or index stage and may be tried now."""
    feeds: dict[str, int]
    """Feeds by health, as ``veille feeds health`` has it."""
    promise: PromiseKept
    recall: Recall
    hubs: dict[str, int]
    """Subscriptions at hubs by state."""
    last_runs: dict[str, runs.RunRecord]
    lag_p50: float | None
    lag_p95: float | None
    mails: dict[str, int]
    droughts: list[Drought]
    """Where far fewer new articles come in than usual."""
    canary_age: float | None
    """Since the last synthetic article that passed every stage arrived; None: none has yet."""
    index: IndexStatus
    findings: list[Finding]
    """What needs attention, the most serious first; notices too."""

    @property
    def problems(self) -> list[Finding]:
        """What a person should look at; empty if all is well."""
        return [f for f in self.findings if f.needs_attention]

    def as_plain(self) -> dict[str, Any]:
        """For programs: the command's --json and the API."""
        return {**asdict(self), "problems": [asdict(f) for f in self.problems]}


def overview(ws: Workspace) -> Overview:
    """Look at everything once."""
    now = ws.clock()
    lines = _lines(ws, now)
    index = ws.index.status()
    with ws.ledger.read() as c:
        facts = read_ledger(c, now)
        indexed = facts.last_runs.get(Stage.INDEX.value)
        oldest = facts.oldest_waiting
        known = canary.state(c)
        return Overview(
            at=now,
            backlog=articles.backlog(c),
            reasons=ledger_status.reasons(c),
            oldest_waiting=(now - oldest).total_seconds() if oldest else None,
            feeds=dict(Counter(line.health.value for line in lines or ())),
            promise=promise_kept(lines or ()),
            recall=ledger_status.recall(c),
            hubs=websub.counts(websub.of_feeds(c), now),
            last_runs=facts.last_runs,
            lag_p50=indexed.lag_p50 if indexed else None,
            lag_p95=indexed.lag_p95 if indexed else None,
            mails=outbox.counts(c),
            droughts=facts.droughts,
            canary_age=(now - known.arrived_at).total_seconds() if known and known.arrived_at else None,
            index=index,
            findings=gather(ws, index=index, lines=lines, facts=facts),
        )


def _lines(ws: Workspace, now: datetime) -> list[HealthLine] | None:
    """None where feeds.yaml cannot be read: ``gather`` says why."""
    try:
        return feed_lines(ws, now)
    except ConfigError:
        return None

"""How the whole installation is doing, in one value: what ``status`` shows and what proves that silence is real."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from ingest.index.protocol import IndexStatus
from ingest.ledger import articles, runs
from ingest.ledger.liveness import Drought, droughts
from ingest.ledger.tables.alerts import outbox
from ingest.ledger.tables.articles import articles as article_table
from ingest.ledger.tables.feeds import feeds
from ingest.outcome import Stage
from ingest.workspace import Workspace

GAPS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Recall:
    """What polls may have missed: a poll that held nothing seen before means that the feed's window had rolled over."""

    gaps: int
    """Such polls so far, all feeds together."""
    missed: float
    """Entries that were probably missed, estimated from each feed's rhythm."""
    last_gap_at: datetime | None
    feeds: dict[str, float]
    """The feeds with the highest estimates, and these."""


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
    """Feeds by health: healthy, failing, silent-by-state."""
    recall: "Recall"
    last_runs: dict[str, runs.RunRecord]
    lag_p50: float | None
    lag_p95: float | None
    mails: dict[str, int]
    droughts: list[Drought]
    """Where far fewer new articles come in than usual."""
    index: IndexStatus

    @property
    def problems(self) -> list[str]:
        """What a person should look at; empty if all is well."""
        found = []
        if not self.index.ready:
            found.append(f"the index is not ready: {self.index.note or self.index.where}")
        if self.mails.get("failed"):
            found.append(
                f"{self.mails['failed']} mail(s) were refused for good: veille alerts send --failed, once mended"
            )
        healthy, total = self.feeds.get("healthy", 0), sum(self.feeds.values())
        if total and healthy < total / 2:
            found.append(f"only {healthy} of {total} feeds are healthy: veille feeds health")
        for dry in self.droughts:
            where = f" in {dry.language}" if dry.language else ""
            found.append(f"{dry.found} new articles{where} in a day, usually {dry.usual:g}: veille feeds health")
        if self.oldest_waiting and self.oldest_waiting > 3600:
            found.append(f"an article has waited for {self.oldest_waiting / 60:.0f} minutes: is `veille run` running?")
        for stage, run in self.last_runs.items():
            if run.error:
                found.append(f"the last {stage} run failed: {run.error}")
        return found


def overview(ws: Workspace) -> Overview:
    """Look at everything once."""
    now = ws.clock()
    with ws.ledger.read() as c:
        last = runs.last(c)
        indexed = last.get(Stage.INDEX.value)
        t = article_table.c
        waiting = select(func.min(t.first_seen_at)).where(
            t.state.in_(("discovered", "fetched")), (t.next_try.is_(None)) | (t.next_try <= now)
        )
        oldest = c.execute(waiting).scalar_one_or_none()
        why = (
            select(t.reason, func.count())
            .where(t.state.in_(("failed", "refused")))
            .group_by(t.reason)
            .order_by(func.count().desc())
            .limit(10)
        )
        failing = feeds.c.errors_in_a_row > 0
        return Overview(
            at=now,
            backlog=articles.backlog(c),
            reasons={str(reason): int(n) for reason, n in c.execute(why)},
            oldest_waiting=(now - oldest).total_seconds() if oldest else None,
            feeds={
                ("failing" if bad else "healthy") if state == "active" else str(state): int(n)
                for state, bad, n in c.execute(
                    select(feeds.c.state, failing, func.count()).group_by(feeds.c.state, failing)
                )
            },
            recall=_recall(c),
            last_runs=last,
            lag_p50=indexed.lag_p50 if indexed else None,
            lag_p95=indexed.lag_p95 if indexed else None,
            mails={str(s): int(n) for s, n in c.execute(select(outbox.c.state, func.count()).group_by(outbox.c.state))},
            droughts=droughts(c, now),
            index=ws.index.status(),
        )


def _recall(c: Connection) -> Recall:
    f = feeds.c
    with_gaps = select(f.id, f.gaps, f.missed_estimate, f.last_gap_at).where(f.gaps > 0, f.state != "disabled")
    rows = c.execute(with_gaps.order_by(f.missed_estimate.desc(), f.id)).all()
    return Recall(
        gaps=sum(r.gaps for r in rows),
        missed=round(sum(r.missed_estimate for r in rows), 1),
        last_gap_at=max((r.last_gap_at for r in rows if r.last_gap_at), default=None),
        feeds={r.id: round(r.missed_estimate, 1) for r in rows[:GAPS_SHOWN]},
    )

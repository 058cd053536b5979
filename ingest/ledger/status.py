"""What the ledger says of the whole installation at one moment: counts, ages, what polls may have missed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, func, or_, select

from ingest.ledger import gaps
from ingest.ledger.tables.articles import articles
from ingest.ledger.tables.feeds import feeds
from ingest.ledger.tables.runs import runs

GAPS_SHOWN = 5
REASONS_SHOWN = 10


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
    recovered: int = 0
    """Missed entries that were found elsewhere since."""


def oldest_waiting(c: Connection, now: datetime) -> datetime | None:
    """First sight of the oldest article that waits for the fetch or index stage and may be tried now."""
    t = articles.c
    waits = and_(t.state.in_(("discovered", "fetched")), or_(t.next_try.is_(None), t.next_try <= now))
    moment: datetime | None = c.execute(select(func.min(t.first_seen_at)).where(waits)).scalar_one_or_none()
    return moment


def reasons(c: Connection) -> dict[str, int]:
    """Failed and refused articles by reason, the most frequent first, ten at most."""
    t = articles.c
    query = select(t.reason, func.count()).where(t.state.in_(("failed", "refused"))).group_by(t.reason)
    rows = c.execute(query.order_by(func.count().desc()).limit(REASONS_SHOWN))
    return {str(reason): int(n) for reason, n in rows}


def recall(c: Connection) -> Recall:
    """Gaps between polls, all feeds together and the worst by name."""
    f = feeds.c
    with_gaps = select(f.id, f.gaps, f.missed_estimate, f.last_gap_at).where(f.gaps > 0, f.state != "disabled")
    rows = c.execute(with_gaps.order_by(f.missed_estimate.desc(), f.id)).all()
    return Recall(
        gaps=sum(r.gaps for r in rows),
        missed=round(sum(r.missed_estimate for r in rows), 1),
        last_gap_at=max((r.last_gap_at for r in rows if r.last_gap_at), default=None),
        feeds={r.id: round(r.missed_estimate, 1) for r in rows[:GAPS_SHOWN]},
        recovered=gaps.recovered_in_all(c),
    )


def newest_in_the_future(c: Connection, now: datetime) -> datetime | None:
    """The latest time that the ledger holds of its own clock, if it lies ahead of ``now``: a clock was wrong then."""
    moments = [
        c.execute(select(func.max(column))).scalar_one_or_none()
        for column in (feeds.c.last_polled_at, articles.c.first_seen_at, articles.c.indexed_at, runs.c.started_at)
    ]
    latest = max((m for m in moments if m is not None), default=None)
    return latest if latest is not None and latest > now else None

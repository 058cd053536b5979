"""The proof that silence is no outage: how many feeds are healthy, and how far behind the pipeline is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, case, func, or_, select

from ingest.ledger.tables.articles import articles
from ingest.ledger.tables.feeds import feeds


@dataclass(frozen=True, slots=True)
class Pulse:
    """The state of the watch at one moment."""

    feeds: int
    """Feeds in use."""
    healthy: int
    """Those whose last poll went well."""
    lag: timedelta
    """How long the oldest piece of work has been waiting: a feed past its time, or an article not yet indexed."""


def pulse(c: Connection, now: datetime) -> Pulse:
    """Read the state of the watch. Feeds in trouble wait by design and do not count as lag."""
    t = feeds.c
    well = and_(t.last_success_at.is_not(None), t.errors_in_a_row == 0)
    row = c.execute(
        select(func.count(), func.sum(case((well, 1), else_=0)), func.min(case((well, t.next_due)))).where(
            t.state == "active"
        )
    ).one()
    a = articles.c
    waits = and_(a.state.in_(("discovered", "fetched")), or_(a.next_try.is_(None), a.next_try <= now))
    oldest = c.execute(select(func.min(a.first_seen_at)).where(waits)).scalar()
    since = [moment for moment in (row[2], oldest) if moment is not None and moment < now]
    return Pulse(int(row[0]), int(row[1] or 0), now - min(since) if since else timedelta())

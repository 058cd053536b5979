"""The proof that silence is no outage: how many feeds are healthy, and how far behind the pipeline is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, case, func, literal_column, or_, select

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


@dataclass(frozen=True, slots=True)
class Drought:
    """Far fewer new articles than usual, although feeds answer."""

    language: str | None
    """None: all languages together."""
    usual: float
    """New articles a day, over the week before."""
    found: int
    """In the last day."""


USUAL = timedelta(days=7)
ENOUGH = 20.0
"""New articles a day: below that, an empty day proves nothing."""
DROUGHT = 0.1
"""Of the usual. Sundays and holidays bring a third or more."""


def droughts(c: Connection, now: datetime) -> list[Drought]:
    """Whether fewer articles are discovered than usual, in all or in one language: a crawler may be alive and blind."""
    t = articles.c
    code = func.coalesce(
        t.detected_language, t.language, literal_column("'und'")
    )  # a bound value would differ between SELECT and GROUP BY
    day = now - timedelta(days=1)
    late = func.sum(case((t.first_seen_at >= day, 1), else_=0))
    seen = and_(t.first_seen_at >= day - USUAL, t.first_seen_at < now)
    rows = [
        (str(r[0]), int(r[1]), int(r[2]))
        for r in c.execute(select(code, func.count(), late).where(seen).group_by(code))
    ]
    oldest = c.execute(select(func.min(t.first_seen_at))).scalar()
    if oldest is None or oldest > day - USUAL + timedelta(days=1):
        return []  # no week yet to compare with
    counted = [(None, sum(n for _, n, _ in rows), sum(new for *_, new in rows)), *sorted(rows)]
    found = [Drought(name, round((n - new) / USUAL.days, 1), new) for name, n, new in counted]
    dry = [d for d in found if d.usual >= ENOUGH and d.found < DROUGHT * d.usual]
    return dry[:1] if dry and dry[0].language is None else dry

"""What each feed's links have cost in the last hours, and the feeds that are in quarantine for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update

from ingest.ledger.insert import insert_into
from ingest.ledger.tables.articles import articles
from ingest.ledger.tables.sources import dead_hosts, feed_use, quarantines

COUNTED = ("links", "pages", "seconds", "received", "missing", "read", "reading")
WAITS_IN_QUARANTINE = "quarantine"
"""How the reason of an article begins that waits because the feed that lists it is in quarantine."""


@dataclass(frozen=True, slots=True)
class FeedUse:
    """What one feed has cost: see ``tables.sources`` for the counts."""

    links: int = 0
    pages: int = 0
    seconds: float = 0.0
    received: int = 0
    missing: int = 0
    read: int = 0
    reading: float = 0.0
    dead_hosts: frozenset[str] = field(default_factory=frozenset)

    def __add__(self, other: "FeedUse") -> "FeedUse":
        """Both together."""
        sums = {name: getattr(self, name) + getattr(other, name) for name in COUNTED}
        return FeedUse(**sums, dead_hosts=self.dead_hosts | other.dead_hosts)


@dataclass(frozen=True, slots=True)
class Quarantine:
    """A feed whose links are fetched slowly, and why. Kept after its end: who falls back is kept for longer."""

    feed_id: str
    reason: str
    detail: str
    since: datetime
    until: datetime
    strikes: int
    ended_at: datetime | None = None


def add(c: Connection, uses: Mapping[str, FeedUse], now: datetime) -> None:
    """Add to what is stored, in the order of the keys, so that two workers cannot wait for one another's rows."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    for feed_id, use in sorted(uses.items()):
        values = {"feed_id": feed_id, "hour": hour} | {name: getattr(use, name) for name in COUNTED}
        insert = insert_into(c, feed_use).values(**values)
        more = {name: feed_use.c[name] + insert.excluded[name] for name in COUNTED}
        c.execute(insert.on_conflict_do_update(index_elements=["feed_id", "hour"], set_=more))
        for host in sorted(use.dead_hosts):
            dead = insert_into(c, dead_hosts).values(feed_id=feed_id, host=host[:255], at=now)
            c.execute(dead.on_conflict_do_update(index_elements=["feed_id", "host"], set_={"at": now}))


def use_since(c: Connection, since: datetime) -> dict[str, FeedUse]:
    """Feed → what it has cost since."""
    t, d = feed_use.c, dead_hosts.c
    sums = [func.sum(t[name]).label(name) for name in COUNTED]
    hosts: dict[str, set[str]] = {}
    for row in c.execute(select(d.feed_id, d.host).where(d.at >= since)):
        hosts.setdefault(str(row.feed_id), set()).add(str(row.host))
    rows = c.execute(select(t.feed_id, *sums).where(t.hour >= since).group_by(t.feed_id)).all()
    return {
        str(row.feed_id): FeedUse(
            links=int(row.links), pages=int(row.pages), seconds=float(row.seconds), received=int(row.received),
            missing=int(row.missing), read=int(row.read), reading=float(row.reading),
            dead_hosts=frozenset(hosts.get(str(row.feed_id), ())),
        )
        for row in rows
    }  # fmt: skip


def active(c: Connection) -> dict[str, Quarantine]:
    """Feed → its quarantine, of those that are in one."""
    rows = c.execute(select(quarantines).where(quarantines.c.ended_at.is_(None)))
    return {row.feed_id: Quarantine(**row._mapping) for row in rows}


def remembered(c: Connection) -> dict[str, Quarantine]:
    """The same with those that have ended."""
    return {row.feed_id: Quarantine(**row._mapping) for row in c.execute(select(quarantines))}


def put(c: Connection, quarantine: Quarantine) -> None:
    """Begin, prolong or end a quarantine. Its feed is counted anew: the next judgement is on new facts."""
    values = {name: getattr(quarantine, name) for name in Quarantine.__slots__}
    insert = insert_into(c, quarantines).values(**values)
    c.execute(insert.on_conflict_do_update(index_elements=["feed_id"], set_=values))
    c.execute(delete(feed_use).where(feed_use.c.feed_id == quarantine.feed_id))
    c.execute(delete(dead_hosts).where(dead_hosts.c.feed_id == quarantine.feed_id))


def name_reason(c: Connection, quarantined: Mapping[str, Quarantine]) -> None:
    """Write into what waits for its page why it waits; and no longer, where the quarantine has ended."""
    t = articles.c
    listed_by = func.coalesce(t.words_from, t.feed_id)
    ours = t.reason.like(f"{WAITS_IN_QUARANTINE}:%")
    ended = ours & listed_by.not_in(sorted(quarantined)) if quarantined else ours
    c.execute(update(articles).where(t.state == "discovered", ended).values(reason=None))
    for feed_id, quarantine in sorted(quarantined.items()):
        waits = (t.state == "discovered") & t.reason.is_(None) & (listed_by == feed_id)
        reason = f"{WAITS_IN_QUARANTINE}: feed {feed_id}, {quarantine.detail}"
        c.execute(update(articles).where(waits).values(reason=reason))


def forget(c: Connection, before: datetime) -> None:
    """What is older than the window that judgements look at."""
    c.execute(delete(feed_use).where(feed_use.c.hour < before))
    c.execute(delete(dead_hosts).where(dead_hosts.c.at < before))

"""Feeds in the ledger: what polling has taught us of each, and who polls which just now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, case, func, literal, or_, select, update
from sqlalchemy.engine import Row

from ingest.ledger.insert import insert_into
from ingest.ledger.store import Ledger
from ingest.ledger.tables.feeds import feeds
from ingest.ledger.types import Instant
from ingest.model import Feed

CHUNK = 500
"""Values in one IN (…): far below the limits of both databases."""
NUDGE_SPACING = timedelta(minutes=1)
"""A hub that speaks without end makes a feed be asked no more often than this."""
POLLED = ("active", "retired")
"""States that are asked when they are due: a retired feed is, once a week."""
_FRESH = {
    "etag": None, "last_modified": None, "body_hash": None, "item_hashes": None, "errors_in_a_row": 0,
    "failing_since": None, "last_error": None, "moved_to": None, "moved_polls": 0, "last_full_get_at": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FeedState:
    """A row of ``feeds``."""

    id: str
    url: str
    effective_url: str
    """The address that is asked: the catalogue's, or where it has moved for good."""
    state: str
    """``active``; ``retired`` (410, probed once a week); ``disabled`` (by the catalogue)."""
    next_due: datetime
    interval_seconds: int
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    item_hashes: bytes | None = None
    last_polled_at: datetime | None = None
    last_success_at: datetime | None = None
    last_new_at: datetime | None = None
    last_full_get_at: datetime | None = None
    last_outcome: str | None = None
    last_status: int | None = None
    last_error: str | None = None
    errors_in_a_row: int = 0
    failing_since: datetime | None = None
    moved_to: str | None = None
    moved_polls: int = 0
    gaps: int = 0
    missed_estimate: float = 0.0
    last_gap_at: datetime | None = None
    nudged_at: datetime | None = None
    """When a hub last said that there is something new."""
    rhythm: Mapping[str, Any] = field(default_factory=dict)
    """See ``ingest.feeds.learned``."""


_COLUMNS = tuple(f.name for f in fields(FeedState))


def sync_catalogue(ledger: Ledger, catalogue: Iterable[Feed], now: datetime, *, first_interval: int = 1800) -> None:
    """Bring the ledger's feeds in line with the catalogue; nothing is written where nothing differs.

    New feeds are due at once. A changed address starts afresh. What has left the catalogue, or is not enabled
    there, is ``disabled``: its articles and what was learnt of it stay.
    """
    wanted = {f.id: f for f in catalogue}
    with ledger.read() as c:
        have = {r.id: r for r in c.execute(select(feeds.c.id, feeds.c.url, feeds.c.state))}
    new = [f for f in wanted.values() if f.id not in have]
    changed = {i: v for i, row in have.items() if (v := _difference(row, wanted.get(i), now))}
    if not new and not changed:
        return
    with ledger.begin() as c:
        for feed in sorted(new, key=lambda f: f.id):  # in one order: workers never wait for each other in a ring
            row = _new_row(feed, now, first_interval)
            c.execute(insert_into(c, feeds).values(row).on_conflict_do_nothing())  # another may have been faster
        for feed_id, values in changed.items():
            c.execute(update(feeds).where(feeds.c.id == feed_id).values(**values))


def _new_row(feed: Feed, now: datetime, interval: int) -> dict[str, Any]:
    return {
        "id": feed.id, "url": feed.url, "effective_url": feed.url, "state": "active" if feed.enabled else "disabled",
        "next_due": now, "interval_seconds": feed.min_interval or interval, "rhythm": {},
    }  # fmt: skip


def _difference(row: Row[Any, Any, Any], feed: Feed | None, now: datetime) -> dict[str, Any]:
    """Columns to be set so that the ledger agrees with the catalogue; empty if it does."""
    if feed is None or not feed.enabled:
        return {} if row.state == "disabled" else {"state": "disabled"}
    if feed.url != row.url:
        return {"url": feed.url, "effective_url": feed.url, "state": "active", "next_due": now, **_FRESH}
    return {"state": "active", "next_due": now} if row.state == "disabled" else {}


def claim_due(
    ledger: Ledger, now: datetime, *, limit: int, lease_seconds: int, feed_ids: Sequence[str] | None = None,
    force: bool = False, due_by: datetime | None = None,
) -> list[FeedState]:  # fmt: skip
    """Lease up to ``limit`` feeds that are due, the most overdue first.

    ``feed_ids`` restricts to these; ``force`` takes them even if not due. ``due_by`` (default: now) lets a
    long run end: what becomes due while it lasts is left to the next one.
    """
    if feed_ids is not None and len(feed_ids) > CHUNK:
        options = {"lease_seconds": lease_seconds, "force": force, "due_by": due_by}
        return _claim_in_parts(ledger, now, feed_ids, limit, options)
    t = feeds.c
    waits = and_(or_(t.lease_until.is_(None), t.lease_until <= now), t.state != "disabled")
    if not force:
        waits = and_(waits, t.state.in_(POLLED), t.next_due <= (due_by or now))
    if feed_ids is not None:
        waits = and_(waits, t.id.in_(list(feed_ids)))
    query = select(feeds).where(waits).order_by(t.next_due, t.id).limit(limit).with_for_update(skip_locked=True)
    with ledger.begin() as c:
        rows = c.execute(query).all()
        for part in _parts([r.id for r in rows]):
            lease = {"lease_owner": ledger.worker, "lease_until": now + timedelta(seconds=lease_seconds)}
            c.execute(update(feeds).where(t.id.in_(part)).values(**lease))
    return [to_state(r) for r in rows]


def _claim_in_parts(
    ledger: Ledger, now: datetime, feed_ids: Sequence[str], limit: int, options: Mapping[str, Any]
) -> list[FeedState]:
    found: list[FeedState] = []
    for part in _parts(feed_ids):
        if len(found) >= limit:
            break
        room = limit - len(found)
        found += claim_due(ledger, now, limit=room, feed_ids=part, **options)
    return found


def record(
    c: Connection, ledger: Ledger, feed_id: str, values: Mapping[str, Any], *, asked_at: datetime | None = None
) -> bool:  # fmt: skip
    """Store what a poll taught and give the lease back; False, and nothing, if the lease was lost meanwhile.

    A nudge since ``asked_at`` stays one: it may be about what was published after the server had answered.
    """
    mine = and_(feeds.c.id == feed_id, feeds.c.lease_owner == ledger.worker)
    stored = {**values, "lease_owner": None, "lease_until": None}
    if asked_at is not None and "next_due" in values:
        due, soon = values["next_due"], min(values["next_due"], asked_at + NUDGE_SPACING)
        nudged = and_(feeds.c.nudged_at.is_not(None), feeds.c.nudged_at >= asked_at)
        stored["next_due"] = case((nudged, literal(soon, Instant)), else_=literal(due, Instant))
    return c.execute(update(feeds).where(mine).values(**stored)).rowcount == 1


def nudge(c: Connection, feed_id: str, now: datetime) -> None:
    """A feed has something new, somebody says: it is due at once, but never twice within ``NUDGE_SPACING``."""
    t = feeds.c
    last = c.execute(select(t.last_polled_at).where(t.id == feed_id, t.state == "active").with_for_update()).first()
    if last is None:
        return
    due = now if last.last_polled_at is None else max(now, min(last.last_polled_at, now) + NUDGE_SPACING)
    sooner = case((t.next_due > due, literal(due, Instant)), else_=t.next_due)
    c.execute(update(feeds).where(t.id == feed_id).values(nudged_at=now, next_due=sooner))


def release(ledger: Ledger, feed_ids: Sequence[str]) -> None:
    """Give leases back untouched."""
    with ledger.begin() as c:
        for part in _parts(feed_ids):
            mine = and_(feeds.c.id.in_(part), feeds.c.lease_owner == ledger.worker)
            c.execute(update(feeds).where(mine).values(lease_owner=None, lease_until=None))


def due_ids(c: Connection, now: datetime, *, limit: int = 100_000) -> list[str]:
    """Ids of the feeds that are due and that nobody polls, the most overdue first: for planning shards."""
    t = feeds.c
    waits = and_(t.state.in_(POLLED), t.next_due <= now, or_(t.lease_until.is_(None), t.lease_until <= now))
    return list(c.scalars(select(t.id).where(waits).order_by(t.next_due, t.id).limit(limit)))


def states(c: Connection, feed_ids: Sequence[str] | None = None) -> dict[str, FeedState]:
    """What is known of each feed, by id."""
    if feed_ids is None:
        return {r.id: to_state(r) for r in c.execute(select(feeds))}
    found: dict[str, FeedState] = {}
    for part in _parts(feed_ids):
        found.update({r.id: to_state(r) for r in c.execute(select(feeds).where(feeds.c.id.in_(part)))})
    return found


def counts(c: Connection) -> dict[str, int]:
    """How many feeds are in each state."""
    return {str(s): int(n) for s, n in c.execute(select(feeds.c.state, func.count()).group_by(feeds.c.state))}


def to_state(row: Row[Any]) -> FeedState:
    """A row of ``feeds`` as a value."""
    values = {name: getattr(row, name) for name in _COLUMNS}
    values["rhythm"] = values["rhythm"] or {}
    return FeedState(**values)


def _parts(ids: Sequence[str]) -> list[list[str]]:
    return [list(ids[i : i + CHUNK]) for i in range(0, len(ids), CHUNK)]


def last_success(c: Connection) -> datetime | None:
    """When any feed last answered a poll; None if none has."""
    moment: datetime | None = c.execute(select(func.max(feeds.c.last_success_at))).scalar_one_or_none()
    return moment


def latest_success(c: Connection) -> datetime | None:
    """When any feed last answered as a feed; None: none has yet."""
    latest: datetime | None = c.execute(select(func.max(feeds.c.last_success_at))).scalar_one_or_none()
    return latest

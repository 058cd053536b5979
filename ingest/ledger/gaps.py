"""Gaps between polls: how much each may have cost, and what of it was recovered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from sqlalchemy import Connection, and_, case, delete, func, or_, select, update
from sqlalchemy.engine import Row

from ingest.ledger.insert import insert_into
from ingest.ledger.rules import chunks
from ingest.ledger.store import Ledger
from ingest.ledger.tables.articles import aliases, sightings
from ingest.ledger.tables.feeds import feed_gaps, feeds

CHUNK = 400
"""Of more feeds than these the gaps of all are claimed."""
ROWS = 200
"""Gaps that are claimed at once."""
SEARCHED_AGAIN = timedelta(minutes=15)
"""A feed that loses something at every poll is not looked for more often."""
SEARCHED_WHOLE = "searched whole"
"""Note of a gap whose every entry was seen since, in the feed's own older pages: nothing of it is missed any more."""
KEPT_FOR_SHOW = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FeedGap:
    """A row of ``feed_gaps``: a poll whose window had rolled over."""

    feed_id: str
    found_at: datetime
    since: datetime | None
    """The newest entry seen before."""
    until: datetime | None
    """The oldest entry of the window after it."""
    estimate: float
    low: float
    high: float | None
    """Between ``low`` and this many were missed in nine of ten cases; None: cannot be told."""
    window_seconds: float | None = None
    """Time that the document spanned before the gap."""
    recovered: int = 0
    """Entries that were found elsewhere since."""
    source: str | None = None
    """Where they were found."""
    note: str | None = None
    attempts: int = 0

    @property
    def is_withdrawn(self) -> bool:
        """True if all that was published meanwhile has been found since: no gap any more."""
        return self.note == SEARCHED_WHOLE

    def __str__(self) -> str:
        """For a person: ``20 to 60 missed between 24 Nov 14:00 and 18:00 UTC, 37 recovered``."""
        found = f", {self.recovered} recovered" if self.recovered else ""
        if self.high is None or self.since is None or self.until is None:
            return f"some may have been missed before {self.found_at:%d %b %H:%M} UTC{found}"
        end = f"{self.until:%H:%M}" if self.until.date() == self.since.date() else f"{self.until:%d %b %H:%M}"
        when = f"between {self.since:%d %b %H:%M} and {end} UTC"
        if self.is_withdrawn:
            return f"nothing missed {when}: its older pages hold all, {self.recovered} recovered"
        return f"{ceil(self.low)} to {ceil(self.high)} missed {when}{found}"


_COLUMNS = tuple(f.name for f in fields(FeedGap))


def add(c: Connection, gap: FeedGap, *, search: bool) -> None:
    """Record a gap; ``search`` says that what it cost is to be looked for."""
    t = feed_gaps.c
    last = c.execute(select(func.max(t.found_at)).where(t.feed_id == gap.feed_id, t.attempts > 0)).scalar_one_or_none()
    due = gap.found_at if last is None else max(gap.found_at, last + SEARCHED_AGAIN)
    row = {name: getattr(gap, name) for name in _COLUMNS} | {"next_try": due if search else None}
    c.execute(insert_into(c, feed_gaps).values(row).on_conflict_do_nothing())


def claim(
    ledger: Ledger, now: datetime, *, lease_seconds: int, most_feeds: int, feed_ids: Sequence[str] | None = None
) -> dict[str, list[FeedGap]]:
    """Lease the gaps whose search is due, by feed, the newest first, of ``most_feeds`` feeds."""
    t = feed_gaps.c
    due = and_(t.next_try <= now, or_(t.lease_until.is_(None), t.lease_until <= now))
    if feed_ids is not None and len(feed_ids) <= CHUNK:
        due = and_(due, t.feed_id.in_(list(feed_ids)))
    found: dict[str, list[FeedGap]] = {}
    query = select(feed_gaps).where(due).order_by(t.found_at.desc(), t.feed_id).limit(ROWS)
    with ledger.begin() as c:
        for row in c.execute(query.with_for_update(skip_locked=True)).all():
            if row.feed_id not in found and len(found) >= most_feeds:
                continue
            found.setdefault(row.feed_id, []).append(_gap(row))
            lease = {"lease_until": now + timedelta(seconds=lease_seconds)}
            c.execute(update(feed_gaps).where(_is(found[row.feed_id][-1])).values(lease))
    return found


def store(c: Connection, gap: FeedGap, *, next_try: datetime | None) -> None:
    """Keep what a search came to; a gap that another worker has finished meanwhile stays as that left it.

    One that was searched whole is withdrawn: it no longer counts for its feed.
    """
    values = {n: getattr(gap, n) for n in ("recovered", "source", "note", "attempts")}
    still_open = and_(_is(gap), feed_gaps.c.next_try.is_not(None))
    kept = c.execute(update(feed_gaps).where(still_open).values(values | {"next_try": next_try, "lease_until": None}))
    if kept.rowcount and gap.is_withdrawn:
        _withdraw(c, gap)


def _withdraw(c: Connection, gap: FeedGap) -> None:
    """All that was published in a gap is known now."""
    t = feed_gaps.c
    rest = and_(t.feed_id == gap.feed_id, or_(t.note.is_(None), t.note != SEARCHED_WHOLE))
    latest_left = select(func.max(t.found_at)).where(rest).scalar_subquery()
    missed = feeds.c.missed_estimate - gap.estimate
    values = {
        "gaps": case((feeds.c.gaps > 0, feeds.c.gaps - 1), else_=0),
        "missed_estimate": case((missed > 0, missed), else_=0.0),
        "last_gap_at": latest_left,
    }
    c.execute(update(feeds).where(feeds.c.id == gap.feed_id).values(values))


def last_source(c: Connection, feed_id: str) -> str | None:
    """Where something of this feed was found the last time."""
    t = feed_gaps.c
    query = select(t.source).where(t.feed_id == feed_id, t.source.is_not(None)).order_by(t.found_at.desc()).limit(1)
    return c.execute(query).scalar_one_or_none()


def latest(c: Connection, now: datetime, feed_ids: Iterable[str] | None = None) -> dict[str, FeedGap]:
    """Feed → its latest gap of the last days."""
    wanted = set(feed_ids) if feed_ids is not None else None
    query = select(feed_gaps).where(feed_gaps.c.found_at >= now - KEPT_FOR_SHOW).order_by(feed_gaps.c.found_at)
    return {r.feed_id: _gap(r) for r in c.execute(query) if wanted is None or r.feed_id in wanted}


def recovered_in_all(c: Connection) -> int:
    """Entries recovered so far."""
    return int(c.execute(select(func.coalesce(func.sum(feed_gaps.c.recovered), 0))).scalar_one())


def prune(c: Connection, before: datetime) -> None:
    """Forget gaps found before a moment."""
    c.execute(delete(feed_gaps).where(feed_gaps.c.found_at < before))


def addresses_of(c: Connection, feed_id: str, most: int = 30) -> list[str]:
    """Addresses of the entries that the feed listed last."""
    t = sightings.c
    own = and_(t.feed_id == feed_id, t.recovered_from.is_(None))
    return list(c.scalars(select(t.url).where(own).order_by(t.seen_at.desc()).limit(most)))


def seen_at(c: Connection, feed_id: str, keys: Iterable[str]) -> Mapping[str, datetime]:
    """Which of these keys, an article's own or another address's of it, the feed has listed, and since when."""
    t, a = sightings.c, aliases.c
    found: dict[str, datetime] = {}
    for some in chunks(keys):
        own = select(t.article_key, t.seen_at).where(t.feed_id == feed_id, t.article_key.in_(some))
        other = select(a.key, t.seen_at).join(sightings, t.article_key == a.article_key)
        for query in (own, other.where(t.feed_id == feed_id, a.key.in_(some))):
            found.update({str(key): at for key, at in c.execute(query)})
    return found


def _is(gap: FeedGap) -> Any:
    return and_(feed_gaps.c.feed_id == gap.feed_id, feed_gaps.c.found_at == gap.found_at)


def _gap(row: Row[Any]) -> FeedGap:
    return FeedGap(**{name: getattr(row, name) for name in _COLUMNS})

"""Articles in the ledger: discovered, claimed, and what became of them.

A claim is a lease: it expires, so the work of a worker that was killed is taken up by another.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true, update
from sqlalchemy.engine import Row

from ingest.ledger import turns
from ingest.ledger.store import Ledger
from ingest.ledger.tables.articles import articles
from ingest.model import ArchiveRef, Article, Policy
from ingest.outcome import Stage

_COLUMNS = (
    "key", "url", "original_url", "feed_id", "title", "summary", "content", "first_seen_at", "state", "policy",
    "published", "published_raw", "published_source", "authors", "tags", "language", "attempts", "revision",
    "final_url", "archive_ref", "fetched_at", "story_id", "indexed_at", "content_hash", "rights", "words_from",
    "extraction_status", "fetch_again_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Done:
    """What a stage records of an article. ``values`` are columns of ``articles`` to set as well."""

    key: str
    state: str
    """``fetched``, ``indexed``, ``failed`` or ``refused``."""
    reason: str | None = None
    next_try: datetime | None = None
    values: dict[str, Any] = field(default_factory=dict)


def indexed_after(c: Connection, key: str, limit: int) -> list[Article]:
    """Articles that stand in the index, in the order of their keys, from a key on."""
    t = articles.c
    query = select(articles).where(t.indexed_at.is_not(None), t.key > key).order_by(t.key).limit(limit)
    return [to_article(row) for row in c.execute(query)]


def count_indexed(c: Connection) -> int:
    """How many articles stand in the index, by the ledger."""
    query = select(func.count()).select_from(articles).where(articles.c.indexed_at.is_not(None))
    return int(c.execute(query).scalar_one())


def claim(
    ledger: Ledger, stage: Stage, now: datetime, *, limit: int, lease_seconds: int,
    exclude_hosts: Sequence[str] = (), exclude_feeds: Sequence[str] = (), per_host: int | None = None,
    per_feed: int | None = None, of_feed: str | None = None,
) -> list[Article]:  # fmt: skip
    """Lease up to ``limit`` articles that wait for a stage (``fetch`` or ``index``), oldest first.

    With ``per_host`` feeds take turns: first the first article that each feed has listed, then the second, so that
    neither a queue of one host nor a flood of links in one feed keeps the others waiting. On a host its publisher's own
    listings come before what others link to there. ``of_feed``: only what that feed lists (both of the fetch stage).
    """
    t = articles.c
    with ledger.begin() as c:
        if per_host is None:
            wanted = _not_of(exclude_hosts, exclude_feeds)
            rows = _oldest(c, [and_(queue, wanted) for queue in _queues(stage, now)], limit)
        else:
            rows = turns.next_in_turns(
                c, now, limit, per_host=per_host, per_feed=per_feed, of_feed=of_feed, exclude_hosts=exclude_hosts,
                exclude_feeds=exclude_feeds,
            )  # fmt: skip
        if rows:
            c.execute(
                update(articles)
                .where(t.key.in_([r.key for r in rows]))
                .values(lease_owner=ledger.worker, lease_until=now + timedelta(seconds=lease_seconds))
            )
    return [to_article(r) for r in rows]


def _not_of(hosts: Sequence[str], feeds: Sequence[str]) -> ColumnElement[bool]:
    """Neither on one of these hosts nor listed by one of these feeds."""
    parts: list[ColumnElement[bool]] = [true()]
    if hosts:
        parts.append(articles.c.host.not_in(list(hosts)))
    if feeds:
        parts.append(_listed_by().not_in(list(feeds)))
    return and_(*parts)


def _oldest(c: Connection, queues: Sequence[ColumnElement[bool]], limit: int) -> Sequence[Row[Any]]:
    """The first of all queues together. Each is asked by itself: only so an index gives them in order, unsorted."""
    rows: list[Row[Any]] = []
    for queue in queues:
        query = select(articles).where(queue).order_by(articles.c.first_seen_at, articles.c.key).limit(limit)
        rows += c.execute(query.with_for_update(skip_locked=True, of=articles)).all()
    return sorted(rows, key=lambda row: (row.first_seen_at, row.key))[:limit]


def count_waiting(c: Connection, stage: Stage, now: datetime, at_most: int) -> int:
    """How many articles a stage could claim now; counting stops at ``at_most``."""
    some = select(articles.c.key).where(_waits(stage, now)).limit(at_most).subquery()
    return int(c.execute(select(func.count()).select_from(some)).scalar_one())


def _waits(stage: Stage, now: datetime) -> ColumnElement[bool]:
    """What a stage (``fetch`` or ``index``) could claim now."""
    return or_(*_queues(stage, now))


def _queues(stage: Stage, now: datetime) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """What a stage could claim now: what comes to it for the first time or once more, and what failed there and is due.

    Each is one state, whose articles an index has in the order of their coming.
    """
    t = articles.c
    free = or_(t.lease_until.is_(None), t.lease_until <= now)
    ready = "discovered" if stage is Stage.FETCH else "fetched"
    return (
        and_(t.state == ready, or_(t.next_try.is_(None), t.next_try <= now), free),
        and_(t.state == "failed", t.stage == stage.value, t.next_try <= now, free),
    )


def _listed_by() -> ColumnElement[str]:
    return func.coalesce(articles.c.words_from, articles.c.feed_id)


def finish(c: Connection, ledger: Ledger, done: Done, stage: Stage) -> bool:
    """Record what became of a claimed article and give the lease back.

    False, and nothing is recorded, if the lease was lost meanwhile: another worker has the article.
    """
    values: dict[str, Any] = {
        "state": done.state,
        "stage": stage.value if done.state in ("failed", "refused") else None,
        "reason": done.reason,
        "next_try": done.next_try,
        "lease_owner": None,
        "lease_until": None,
        "attempts": articles.c.attempts + 1 if done.state == "failed" else 0,
        **done.values,
    }
    mine = and_(articles.c.key == done.key, articles.c.lease_owner == ledger.worker)
    return c.execute(update(articles).where(mine).values(**values)).rowcount == 1


def release(ledger: Ledger, keys: Sequence[str]) -> None:
    """Give leases back untouched: the work is still to be done."""
    if not keys:
        return
    with ledger.begin() as c:
        mine = and_(articles.c.key.in_(list(keys)), articles.c.lease_owner == ledger.worker)
        c.execute(update(articles).where(mine).values(lease_owner=None, lease_until=None))


def get(c: Connection, key: str) -> Article | None:
    """One article by its key."""
    row = c.execute(select(articles).where(articles.c.key == key)).one_or_none()
    return to_article(row) if row else None


def validators(c: Connection, keys: Sequence[str]) -> dict[str, tuple[str | None, str | None, str | None]]:
    """Article → (ETag, Last-Modified, hash of the payload) of the page that is stored."""
    t = articles.c
    rows = c.execute(select(t.key, t.etag, t.last_modified, t.payload_hash).where(t.key.in_(list(keys)))).all()
    return {r.key: (r.etag, r.last_modified, r.payload_hash) for r in rows}


STATES = ("discovered", "fetched", "indexed", "failed", "refused")
"""Of articles, on their way: what is ``discovered`` waits for its page, what is ``fetched`` for the index."""


def backlog(c: Connection) -> dict[str, int]:
    """How many articles stand in each state."""
    t = articles.c
    rows = c.execute(select(t.state, func.count()).group_by(t.state)).all()
    return {str(state): int(n) for state, n in rows}


def to_article(row: Row[Any]) -> Article:
    """A row of ``articles`` as the model has it."""
    values = {name: getattr(row, name) for name in _COLUMNS}
    ref = values.pop("archive_ref")
    values["archive"] = ArchiveRef.parse(ref) if ref else None
    values["policy"] = Policy(values["policy"])
    for name in ("authors", "tags"):
        values[name] = tuple(_listed(values[name]))
    return Article(**values)


def _listed(value: Any) -> list[str]:
    return json.loads(value) if isinstance(value, str) else list(value or ())

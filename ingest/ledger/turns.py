"""Whose article is fetched next: hosts and feeds take turns, and a claim costs the same however long the backlog is.

What comes to be fetched for the first time stands in an index by host and who listed it there: a *line*. A claim walks
from line to line (one look into the index each) and takes the first few of each, of which the next are chosen. So it
grows with the hosts that wait, not with their articles (decision 346). What failed and is due again comes from an
index by time, and is few.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    true,
    union_all,
)  # fmt: skip
from sqlalchemy.engine import Row
from sqlalchemy.sql import FromClause
from sqlalchemy.sql.expression import CTE

from ingest.ledger.tables.articles import articles, is_new
from ingest.ledger.types import Instant
from ingest.outcome import Stage

_NOW: ColumnElement[Any] = bindparam("now", type_=Instant())
EVERYBODY = 1_000_000
"""As many of one feed as there are."""


def next_in_turns(
    c: Connection, now: datetime, limit: int, *, per_host: int, per_feed: int | None, of_feed: str | None,
    exclude_hosts: Sequence[str], exclude_feeds: Sequence[str],
) -> Sequence[Row[Any]]:  # fmt: skip
    """Rows of ``articles``, locked: first the first article that each feed has listed, then the second.

    On a host its publisher's own listings come before what others link to there.
    """
    query = _statement(c.dialect.name == "postgresql", of_feed is not None)
    given = {
        "now": now, "most": limit, "per_host": per_host, "per_feed": per_feed or EVERYBODY, "of_feed": of_feed or "",
        "hosts": list(exclude_hosts), "feeds": list(exclude_feeds),
    }  # fmt: skip
    return c.execute(query, given).all()


@lru_cache
def _statement(is_postgresql: bool, is_one_feed: bool) -> Select[Any]:
    """Made once: putting it together takes longer than running it."""
    own = _new(is_postgresql, is_one_feed, by=("host", "feed_id"), of_others=False)
    others = _new(is_postgresql, is_one_feed, by=("host", "words_from", "feed_id"), of_others=True)
    turns = _in_turns(union_all(own, others, _again(is_one_feed)).subquery())
    t = articles.c
    # said again, as another may have been faster; in a way that no index offers itself for
    waits = and_(func.coalesce(t.state, "").in_(["discovered", "failed"]), _free())
    query = select(articles).join(turns, turns.c.key == t.key).where(waits)
    query = query.where(turns.c.of_feed <= bindparam("per_feed"))
    query = query.order_by(turns.c.of_feed, turns.c.on_host, t.first_seen_at, t.key)
    return query.limit(bindparam("most")).with_for_update(skip_locked=True, of=articles)


def _in_turns(waiting: Subquery) -> Subquery:
    """Keys of what waits with its turn on its host, and among those its turn in the feed that listed it."""
    w = waiting.c
    order = (w.of_others, w.first_seen_at, w.key)
    on_host = func.row_number().over(partition_by=w.host, order_by=order).label("on_host")
    h = select(w.key, w.first_seen_at, w.feed, on_host).subquery().c
    of_feed = func.row_number().over(partition_by=h.feed, order_by=(h.on_host, h.first_seen_at, h.key)).label("of_feed")
    return select(h.key, h.on_host, of_feed).where(h.on_host <= bindparam("per_host")).subquery()


def _new(is_postgresql: bool, is_one_feed: bool, *, by: Sequence[str], of_others: bool) -> Select[Any]:
    """The first of each line. A line has at most as many of them as its host may have."""
    lines = _lines(by, of_others)
    mine = articles.alias("mine")
    on_line = and_(*(mine.c[name] == lines.c[name] for name in by))
    waits = and_(_is_on_a_line(mine, of_others), or_(mine.c.next_try.is_(None), mine.c.next_try <= _NOW), _free(mine))
    first = (
        select(mine.c.key, mine.c.host, mine.c.first_seen_at, mine.c.words_from, mine.c.feed_id)
        .where(waits, on_line).order_by(mine.c.first_seen_at, mine.c.key).limit(bindparam("per_host")).correlate(lines)
    )  # fmt: skip
    if is_postgresql:
        found: FromClause = first.lateral("found")
        query = _described(found).select_from(lines.join(found, true()))
    else:  # SQLite has no lateral join, and looks such keys up one by one
        found = articles.alias("found")
        keys = first.with_only_columns(mine.c.key)
        query = _described(found).select_from(lines.join(found, found.c.key.in_(keys)))
    return query.where(_is_wanted(lines.c.host, lines.c["words_from" if of_others else "feed_id"], is_one_feed))


def _lines(by: Sequence[str], of_others: bool) -> CTE:
    """What new articles are listed by, each once: from one the index leads to the next."""
    first, head = articles.alias("first"), articles.alias("head")
    start = select(*(first.c[name] for name in by)).where(_is_on_a_line(first, of_others))
    start = start.order_by(*(first.c[name] for name in by)).limit(1)
    lines = select(start.subquery()).cte("others" if of_others else "own", recursive=True)
    nexts = [_next(lines, by[:same], by[same:], of_others) for same in reversed(range(len(by)))]
    onwards = lines.join(head, head.c.key == func.coalesce(*nexts))
    return lines.union_all(select(*(head.c[name] for name in by)).select_from(onwards))


def _next(lines: CTE, same: Sequence[str], more: Sequence[str], of_others: bool) -> ColumnElement[str]:
    """The first article of the next line that has these columns alike: a comparison that any index can answer."""
    following = articles.alias()
    alike = (following.c[name] == lines.c[name] for name in same)
    after = following.c[more[0]] > lines.c[more[0]]
    key = select(following.c.key).where(_is_on_a_line(following, of_others), *alike, after)
    return key.order_by(*(following.c[name] for name in (*same, *more))).limit(1).correlate(lines).scalar_subquery()


def _is_on_a_line(table: FromClause, of_others: bool) -> ColumnElement[bool]:
    return and_(is_new(table), table.c.words_from.is_not(None) if of_others else table.c.words_from.is_(None))


def _again(is_one_feed: bool) -> Select[Any]:
    """What failed to be fetched and is due again."""
    t = articles.c
    due = and_(t.state == "failed", t.stage == Stage.FETCH.value, t.next_try <= _NOW, _free())
    feed = func.coalesce(t.words_from, t.feed_id)
    return _described(articles).where(due, _is_wanted(t.host, feed, is_one_feed))


def _described(table: FromClause) -> Select[Any]:
    t = table.c
    return select(
        t.key, t.host, t.first_seen_at, case((t.words_from.is_not(None), 1), else_=0).label("of_others"),
        func.coalesce(t.words_from, t.feed_id).label("feed"),
    )  # fmt: skip


def _is_wanted(host: ColumnElement[Any], feed: ColumnElement[Any], is_one_feed: bool) -> ColumnElement[bool]:
    """Neither on one of these hosts nor listed by one of these feeds; or listed by that one feed."""
    hosts: BindParameter[Any] = bindparam("hosts", expanding=True)
    feeds: BindParameter[Any] = bindparam("feeds", expanding=True)
    wanted = and_(host.not_in(hosts), feed.not_in(feeds))
    return and_(wanted, feed == bindparam("of_feed")) if is_one_feed else wanted


def _free(table: FromClause = articles) -> ColumnElement[bool]:
    return or_(table.c.lease_until.is_(None), table.c.lease_until <= _NOW)

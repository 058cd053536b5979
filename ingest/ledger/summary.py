"""A whole (small) ledger read at once: what the demo's summary is made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.engine import Row

from ingest.ledger.tables.alerts import matches
from ingest.ledger.tables.articles import articles, sightings
from ingest.ledger.tables.feeds import feeds
from ingest.ledger.tables.stories import members, stories


@dataclass(frozen=True, slots=True)
class SharedStory:
    """A text that several outlets run."""

    title: str
    url: str
    outlets: tuple[str, ...]
    """Ids, in the order in which they ran it."""


def all_articles(c: Connection) -> Sequence[Row[Any]]:
    """Every row of ``articles``."""
    return c.execute(select(articles)).all()


def all_feeds(c: Connection) -> Sequence[Row[Any]]:
    """Every row of ``feeds``."""
    return c.execute(select(feeds)).all()


def count_stories(c: Connection) -> int:
    """How many stories there are."""
    return int(c.execute(select(func.count()).select_from(stories)).scalar_one())


def shared_stories(c: Connection) -> tuple[SharedStory, ...]:
    """Stories that more than one article tells, the largest first."""
    m, a = members.c, articles.c
    large = select(stories.c.id).where(stories.c.size > 1).order_by(stories.c.size.desc(), stories.c.id)
    found = []
    for story_id in c.execute(large).scalars().all():
        when = func.coalesce(a.published, a.first_seen_at)
        query = select(m.outlet, a.title, a.url).join(articles, a.key == m.article_key)
        ran = c.execute(query.where(m.story_id == story_id).order_by(when, m.outlet)).all()
        found.append(SharedStory(ran[0].title, ran[0].url, tuple(dict.fromkeys(r.outlet for r in ran))))
    return tuple(found)


def matches_and_mails(c: Connection) -> dict[str, tuple[int, int]]:
    """Rule → (stories that matched, mails that told of them)."""
    m = matches.c
    mails = func.count(func.distinct(m.mail_id))
    rows = c.execute(select(m.rule_id, func.count(), mails).group_by(m.rule_id).order_by(m.rule_id)).all()
    return {str(rule): (int(n), int(sent)) for rule, n, sent in rows}


def sightings_by_feed(c: Connection) -> dict[str, int]:
    """Feed → entries seen in it."""
    rows = c.execute(select(sightings.c.feed_id, func.count()).group_by(sightings.c.feed_id)).all()
    return {str(feed): int(n) for feed, n in rows}


def next_fetch(c: Connection) -> datetime | None:
    """When the first waiting page may be asked again; None if none waits for a time."""
    t = articles.c
    query = select(func.min(t.next_try)).where(t.state.in_(("failed", "discovered")), t.stage.is_distinct_from("index"))
    due: datetime | None = c.execute(query).scalar_one_or_none()
    return due

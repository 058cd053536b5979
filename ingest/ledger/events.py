"""Events in the ledger: the articles that tell of one happening, in whichever languages.

An event is a set of stories (``ingest.ledger.stories``), and its id stands in ``stories.event_id``; the articles of a
story share it. It is a hash of what founded it. Two events that turn out to be one live on under the id of the older
(``event_merges``), and what a reader was told under either stays told. An article whose text drifts away from what was
told moves to another event.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from ingest.ledger.tables.articles import articles
from ingest.ledger.tables.stories import members, stories


@dataclass(frozen=True, slots=True)
class EventMember:
    """An article that tells of an event."""

    event_id: str
    story_id: str
    article_key: str
    url: str
    title: str
    """The headline of its feed."""
    outlet: str
    language: str | None
    """ISO 639-1, as detected; None while the article waits to be indexed."""
    published: datetime
    """As believed: never after we saw it."""
    first_seen_at: datetime
    """By our clock."""


def event_of(c: Connection, article_key: str) -> str | None:
    """The event of an article; None if it has no place yet."""
    t = members.c
    query = select(stories.c.event_id).join(members, t.story_id == stories.c.id).where(t.article_key == article_key)
    return c.execute(query).scalar_one_or_none()


def members_of(c: Connection, event_ids: Iterable[str]) -> dict[str, list[EventMember]]:
    """The articles of each event, in the order in which we saw them; for those seen together, of publication."""
    s, m, a = stories.c, members.c, articles.c
    seen = func.coalesce(m.first_seen_at, a.first_seen_at)
    query = (
        select(s.event_id, s.id, m.article_key, a.url, a.title, m.outlet, a.detected_language, m.published, seen)
        .join(members, m.story_id == s.id)
        .join(articles, a.key == m.article_key)
        .where(s.event_id.in_(list(event_ids)))
        .order_by(seen, m.published, m.article_key)
    )
    found: dict[str, list[EventMember]] = defaultdict(list)
    for row in c.execute(query):
        found[row[0]].append(EventMember(*row))
    return dict(found)

"""Pages that stood and are gone (404, 410): a publisher takes back what readers were told.

A server may stumble, so a 404 counts once a second look, half an hour later or more, finds it too; 410 says itself that
it is meant (RFC 9110, 15.5.11).
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, select

from ingest.ledger.insert import insert_into
from ingest.ledger.rules import chunks
from ingest.ledger.store import Connection
from ingest.ledger.tables.alerts import rechecks
from ingest.ledger.tables.articles import withdrawn_pages
from ingest.ledger.tables.stories import members, stories

GONE = 410
SURE_AFTER = timedelta(minutes=30)
LOOK_AGAIN = timedelta(hours=1)


def record(c: Connection, article_key: str, status: int, now: datetime) -> None:
    """A page that stood before answers 404 or 410. What is not sure yet is looked at once more in an hour."""
    t = withdrawn_pages.c
    first = c.execute(select(t.first_at).where(t.article_key == article_key)).scalar_one_or_none() or now
    is_sure = status == GONE or now - first >= SURE_AFTER
    row = {"article_key": article_key, "first_at": first, "last_at": now, "is_sure": is_sure}
    insert = insert_into(c, withdrawn_pages).values(row)
    known = {"last_at": now, "is_sure": is_sure}
    c.execute(insert.on_conflict_do_update(index_elements=["article_key"], set_=known))
    if not is_sure:
        last = {"article_key": article_key, "told_at": now - timedelta(days=1), "step": 3, "next_at": now + LOOK_AGAIN}
        c.execute(insert_into(c, rechecks).values(last).on_conflict_do_nothing())


def clear(c: Connection, article_key: str) -> None:
    """It is there again."""
    c.execute(delete(withdrawn_pages).where(withdrawn_pages.c.article_key == article_key))


def by_event(c: Connection, since: datetime) -> dict[str, set[str]]:
    """Event → its articles whose pages are gone for certain, found so since a moment."""
    t = withdrawn_pages.c
    keys = c.execute(select(t.article_key).where(t.is_sure.is_(True), t.last_at >= since)).scalars().all()
    found: dict[str, set[str]] = {}
    for some in chunks(keys):
        query = select(stories.c.event_id, members.c.article_key).join(stories, stories.c.id == members.c.story_id)
        for event, key in c.execute(query.where(members.c.article_key.in_(some))):
            found.setdefault(str(event), set()).add(str(key))
    return found


def prune(c: Connection, before: datetime) -> None:
    """Forget pages last found gone before a moment."""
    c.execute(delete(withdrawn_pages).where(withdrawn_pages.c.last_at < before))

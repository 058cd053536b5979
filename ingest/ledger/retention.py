"""What the ledger forgets, and what it finds to be done again. Each function is one statement or two."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, delete, or_, select, update

from ingest.ledger import gaps, glosses, runs, withdrawn_pages
from ingest.ledger import stories as ledger_stories
from ingest.ledger.tables.alerts import event_updates, matches, outbox, told
from ingest.ledger.tables.articles import articles

STALE_FAILURE_MATTERS = ("discovered", "fetched")


def prune(c: Connection, before: datetime) -> dict[str, int]:
    """Forget finished articles (with sightings, aliases), sent mails, matches, who was told, stories, runs of before.

    What still waits for anything is never forgotten.
    """
    t = articles.c
    finished = and_(t.state.not_in(STALE_FAILURE_MATTERS), t.next_try.is_(None))
    gone = {
        "articles": c.execute(delete(articles).where(t.first_seen_at < before, finished)).rowcount,
        "mails": c.execute(delete(outbox).where(outbox.c.created_at < before, outbox.c.state != "queued")).rowcount,
        "matches": c.execute(
            delete(matches).where(
                matches.c.matched_at < before, or_(matches.c.mail_id.is_not(None), matches.c.note.is_not(None))
            )
        ).rowcount,
        "told": c.execute(delete(told).where(told.c.told_at < before)).rowcount,
        "updates": c.execute(delete(event_updates).where(event_updates.c.told_at < before)).rowcount,
        "runs": runs.prune(c, before),
        "glosses": glosses.prune(c, before),
    }
    withdrawn_pages.prune(c, before)
    gaps.prune(c, before)
    gone["stories"] = ledger_stories.forget(c, before)
    return gone


def indexed_between(c: Connection, since: datetime, until: datetime) -> set[str]:
    """Keys of the articles that the ledger believes to stand in the index."""
    t = articles.c
    query = select(t.key).where(t.state == "indexed", t.indexed_at >= since, t.indexed_at < until)
    return {str(k) for k in c.execute(query).scalars()}


def index_again(c: Connection, keys: Collection[str]) -> int:
    """Send articles to the index stage once more, as if their text had changed; how many."""
    t = articles.c
    wanted = and_(t.key.in_(list(keys)), or_(t.lease_until.is_(None), t.state == "indexed"))
    return c.execute(update(articles).where(wanted).values(state="fetched", content_hash=None)).rowcount

"""Articles whose page is late are indexed from their feed's own words at once, and their page is asked for again.

An article that waits for its page is not invisible meanwhile. The words are those of the feed that it belongs to, never
another's about it: those wait for the page, or for its owner's.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, or_, select, update

from ingest.ledger.rules import chunks
from ingest.ledger.store import Connection, Ledger
from ingest.ledger.tables.articles import articles
from ingest.model import Article, Policy

AT_ONCE = 500
SHORT_WAIT = timedelta(seconds=30)
"""A page that may be asked for again so soon is waited for: indexing its words first would cost more than it tells."""
WORDS_INSTEAD = "the feed's own words are indexed meanwhile"


def may_stand_in(article: Article) -> bool:
    """True if an article's feed has words of its own that can be read before the page is."""
    return article.indexed_at is None and article.words_from is None and bool(article.title or article.summary)


def stands_in(until: datetime, attempts: int) -> dict[str, Any]:
    """Columns of an article whose words stand in for its page; ``attempts``: made so far to get that."""
    return {"fetch_again_at": until, "fetch_attempts": attempts}


def let_stand_in(ledger: Ledger, now: datetime, *, seen_before: datetime, paused_hosts: Collection[str] = ()) -> int:
    """Send what still waits for its page to the index stage with its feed's words; how many.

    That is what was first seen before a moment, and what waits for a host that has asked for patience.
    """
    t = articles.c
    late = or_(t.first_seen_at <= seen_before, t.host.in_(sorted(paused_hosts)))
    waits = and_(
        t.state == "discovered", t.indexed_at.is_(None), t.words_from.is_(None), t.policy == Policy.FULL.value,
        or_(t.lease_until.is_(None), t.lease_until <= now), or_(t.title != "", t.summary != ""), late,
    )  # fmt: skip
    reason = f"the page is not there yet; {WORDS_INSTEAD}"
    values = {"state": "fetched", "reason": reason, "next_try": None, **stands_in(now, 0)}
    with ledger.begin() as c:
        return c.execute(update(articles).where(waits).values(**values, attempts=0)).rowcount


def start_due(ledger: Ledger, now: datetime) -> int:
    """Send articles whose words stand in the index to the fetch stage, where their page is due; how many."""
    with ledger.begin() as c:
        keys = _due(c, now)
        for some in chunks(keys):
            again = {"state": "discovered", "stage": None, "reason": None, "next_try": None, "fetch_again_at": None}
            mine = and_(articles.c.key.in_(some), articles.c.state == "indexed")
            c.execute(update(articles).where(mine).values(**again, attempts=articles.c.fetch_attempts))
    return len(keys)


def _due(c: Connection, now: datetime) -> list[str]:
    t = articles.c
    query = select(t.key).where(t.fetch_again_at <= now, t.state == "indexed").order_by(t.fetch_again_at, t.key)
    return [str(key) for key in c.execute(query.limit(AT_ONCE).with_for_update(skip_locked=True)).scalars()]

"""Pages of articles that readers were told of are asked for again, less and less often: a denial may replace them.

A recheck sends its article the way again that an edited feed entry sends it: a conditional request in the host's turn.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, select, update

from ingest.ledger.insert import insert_into
from ingest.ledger.rules import chunks
from ingest.ledger.store import Connection, Ledger
from ingest.ledger.tables.alerts import rechecks
from ingest.ledger.tables.articles import articles
from ingest.model import Policy

AFTER = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(hours=24))
"""When, counted from the moment of telling. Most corrections come within the first hours."""
AT_ONCE = 500


def schedule(c: Connection, article_keys: Iterable[str], now: datetime) -> None:
    """Articles are told now: their pages are looked at again after each of ``AFTER``."""
    for key in article_keys:
        row = {"article_key": key, "told_at": now, "step": 0, "next_at": now + AFTER[0]}
        c.execute(insert_into(c, rechecks).values(row).on_conflict_do_nothing())


def pass_on(c: Connection, article_key: str, to: str) -> None:
    """What was told of an article that turned out to be another: that one's page is looked at again."""
    t = rechecks
    for row in c.execute(select(t).where(t.c.article_key == article_key)).all():
        c.execute(delete(t).where(t.c.article_key == article_key))
        c.execute(insert_into(c, t).values({**row._mapping, "article_key": to}).on_conflict_do_nothing())


def start_due(ledger: Ledger, now: datetime) -> int:
    """Send the articles whose time has come to the fetch stage again; how many.

    Only what is at rest in the index and whose page may be fetched; the others are passed over until the next step.
    Steps that an outage has missed are made up for by one.
    """
    t = articles.c
    started = 0
    with ledger.begin() as c:
        due = c.execute(select(rechecks).where(rechecks.c.next_at <= now).order_by(rechecks.c.next_at).limit(AT_ONCE))
        rows = due.all()
        for keys in chunks(row.article_key for row in rows):
            at_rest = and_(t.key.in_(keys), t.state == "indexed", t.policy == Policy.FULL.value)
            again = {"state": "discovered", "stage": None, "reason": None, "next_try": None, "attempts": 0}
            started += c.execute(update(articles).where(at_rest).values(**again)).rowcount
        for row in rows:
            this = rechecks.c.article_key == row.article_key
            step = next((n for n, wait in enumerate(AFTER) if row.told_at + wait > now), None)
            if step is None:
                c.execute(delete(rechecks).where(this))
            else:
                c.execute(update(rechecks).where(this).values(step=step, next_at=row.told_at + AFTER[step]))
    return started

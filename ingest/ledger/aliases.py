"""Other URLs of an article, and two articles that turn out to be one."""

from datetime import datetime

from sqlalchemy import Connection, and_, delete, select, update

from ingest.ledger.insert import insert_into
from ingest.ledger.tables.articles import aliases, articles, sightings
from ingest.model import FEED_WORDS

_SIGHTING = ("feed_id", "guid", "url", "title", "seen_at", "last_seen_at")


def article_of(c: Connection, key: str) -> str | None:
    """The key of the article that a URL's key stands for: its own, or the one it is an alias of; None if unknown."""
    alias = c.execute(select(aliases.c.article_key).where(aliases.c.key == key)).scalar_one_or_none()
    if alias is not None:
        return str(alias)
    known = c.execute(select(articles.c.key).where(articles.c.key == key)).scalar_one_or_none()
    return str(known) if known is not None else None


def add_alias(c: Connection, key: str, article_key: str, url: str, why: str, now: datetime) -> None:
    """Another URL (by its key) of an article. One known already stays with the article it belongs to."""
    if key == article_key:
        return
    row = {"key": key, "article_key": article_key, "url": url, "why": why, "seen_at": now}
    c.execute(insert_into(c, aliases).values(**row).on_conflict_do_nothing())


def take_over(c: Connection, winner: str) -> None:
    """The other stood in the index by its feed's words: a winner that waits to be indexed completes those words."""
    waits = and_(articles.c.key == winner, articles.c.indexed_at.is_(None))
    c.execute(update(articles).where(waits).values(extraction_status=FEED_WORDS))


def merge(c: Connection, loser: str, winner: str, url: str, why: str, now: datetime) -> None:
    """Everything that knew ``loser`` (whose URL is given) now knows ``winner``: sightings, aliases, its own URL."""
    for row in c.execute(select(sightings).where(sightings.c.article_key == loser)).all():
        values = {name: getattr(row, name) for name in _SIGHTING}
        c.execute(insert_into(c, sightings).values(article_key=winner, **values).on_conflict_do_nothing())
    c.execute(delete(sightings).where(sightings.c.article_key == loser))
    c.execute(update(aliases).where(aliases.c.article_key == loser).values(article_key=winner))
    c.execute(delete(aliases).where(aliases.c.key == loser))
    add_alias(c, loser, winner, url, why, now)

"""The whole story of one article, as far as the ledger knows it: what ``veille show`` tells."""

from typing import Any

from sqlalchemy import Connection, select

from ingest.ledger import event_merges
from ingest.ledger.tables.alerts import event_updates, matches, outbox, told
from ingest.ledger.tables.articles import aliases, articles, page_versions, sightings
from ingest.ledger.tables.feeds import feeds
from ingest.ledger.tables.sources import quarantines
from ingest.ledger.tables.stories import members, stories


def find_key(c: Connection, key_or_url_keys: list[str]) -> str | None:
    """The article that goes by one of these keys, or by an alias of it."""
    t = articles.c
    found = c.execute(select(t.key).where(t.key.in_(key_or_url_keys))).scalar_one_or_none()
    if found:
        return str(found)
    query = select(aliases.c.article_key).where(aliases.c.key.in_(key_or_url_keys)).limit(1)
    alias = c.execute(query).scalar_one_or_none()
    return str(alias) if alias else None


def keys_like(c: Connection, prefix: str) -> list[str]:
    """Keys that begin like this (people copy a part of them); three at most."""
    query = select(articles.c.key).where(articles.c.key.like(prefix.replace("%", "") + "%")).limit(3)
    return [str(k) for k in c.execute(query).scalars()]


def dossier(c: Connection, key: str) -> dict[str, Any]:
    """Everything of one article: state, sightings with their feeds, earlier pages, aliases, story, matches, mails."""
    article = c.execute(select(articles).where(articles.c.key == key)).one()
    story = None
    if article.story_id:
        story = c.execute(select(stories).where(stories.c.id == article.story_id)).one_or_none()
    event = _event_of(c, article)
    return {
        "article": dict(article._mapping),
        "sightings": _rows(
            c,
            select(sightings, feeds.c.state.label("feed_state"), feeds.c.last_success_at)
            .join(feeds, feeds.c.id == sightings.c.feed_id, isouter=True)
            .where(sightings.c.article_key == key)
            .order_by(sightings.c.seen_at),
        ),
        "versions": _rows(
            c,
            select(page_versions.c.archive_ref, page_versions.c.fetched_at)
            .where(page_versions.c.article_key == key)
            .order_by(page_versions.c.fetched_at),
        ),
        "aliases": _rows(c, select(aliases).where(aliases.c.article_key == key)),
        "quarantine": _quarantine(c, article.words_from or article.feed_id),
        "story": dict(story._mapping) if story else None,
        "others": _rows(
            c,
            select(articles.c.key, articles.c.url, articles.c.title, members.c.outlet, members.c.published)
            .join(members, members.c.article_key == articles.c.key)
            .where(members.c.story_id == article.story_id, articles.c.key != key)
            .order_by(members.c.published),
        ),
        "merged": [{"event": id, "at": at} for id, at in event_merges.merged_into(c, event)],
        "matches": _rows(c, select(matches).where(matches.c.event_id == event)) if event else [],
        "mails": _mails(c, event),
    }


def _event_of(c: Connection, article: Any) -> str:
    """An article's event; of one that turned out to be another, that one's: who was told by it was told of that."""
    if (article.reason or "").startswith(event_merges.DUPLICATE_OF):
        other = article.reason.removeprefix(event_merges.DUPLICATE_OF)
        article = c.execute(select(articles).where(articles.c.key == other)).one_or_none() or article
    return str(article.event_id or article.story_id or article.key)


def _mails(c: Connection, event_id: str) -> list[dict[str, Any]]:
    first = select(told.c.mail_id).where(told.c.event_id == event_id)  # every reader's, not only the first one's
    ids = first.union(select(event_updates.c.mail_id).where(event_updates.c.event_id == event_id))
    wanted = [outbox.c[n] for n in ("id", "recipient", "subject", "state", "created_at", "sent_at", "last_error")]
    return _rows(c, select(*wanted).where(outbox.c.id.in_(ids)))


def _rows(c: Connection, query: Any) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in c.execute(query)]


def _quarantine(c: Connection, feed_id: str) -> dict[str, Any] | None:
    """Of the feed that lists an article, if it is in one."""
    t = quarantines.c
    row = c.execute(select(quarantines).where(t.feed_id == feed_id, t.ended_at.is_(None))).one_or_none()
    return dict(row._mapping) if row else None

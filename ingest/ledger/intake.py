"""Entries of feeds into articles and sightings: what is new, what was seen before, what was edited.

Identity, in this order: the canonical URL's key; another address known for an article (``aliases``: redirects,
rel=canonical); the same guid in the same feed, where the titles or addresses agree well enough that it is not a guid
used twice. An edited title is no new article: it sends the article the same way again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, and_, select, update

from ingest.ledger.insert import insert_into
from ingest.ledger.tables.articles import aliases, articles, sightings
from ingest.model import Entry, Feed, Policy
from ingest.publishers import Publishers
from ingest.text.tokens import tokens
from ingest.urls import host

Seen = Any
"""A row of a query, by attribute."""
CHUNK = 400
ROWS = 100
"""Rows of one INSERT: 100 times 20 columns stay below SQLite's limit of 32,766 values."""
EDIT_MARGIN = timedelta(minutes=2)
"""A page fetched this long before ``updated`` is older than the edit."""


@dataclass(slots=True)
class Found:
    """What one feed's entries turned out to be."""

    new: list[Entry] = field(default_factory=list)
    """Never seen in any feed: articles made of them."""
    elsewhere: list[Entry] = field(default_factory=list)
    """New in this feed, known from another."""
    before: list[Entry] = field(default_factory=list)
    """Seen in this feed before."""
    edited: int = 0
    """Of ``before``: articles that go the same way again because their entry was changed."""


@dataclass(frozen=True, slots=True)
class Finds:
    """One feed's entries, to be put into the ledger."""

    feed: Feed
    entries: Sequence[Entry]
    silent_before: datetime | None = None
    """The first document of a feed: entries published before, or without a date, are indexed without alerts."""
    recovered_from: str | None = None
    """Where missed entries were found after a gap, if it is not the feed's own document."""


def discover(c: Connection, finds: Sequence[Finds], publishers: Publishers, now: datetime) -> list[Found]:
    """Put entries of any number of feeds into the ledger; one ``Found`` for each, in order.

    An article belongs to the publisher of its address (``publishers``); another feed's words serve until its own come.
    To be called within the transaction that stores the feeds' new state: both or neither.
    """
    keys = {e.key for f in finds for e in f.entries}
    known = _articles(c, keys)
    aliased = _aliased(c, keys - known.keys())
    known |= _articles(c, set(aliased.values()) - known.keys())
    by_guid = _by_guid(c, finds, known, aliased)
    known |= _articles(c, {row.article_key for row in by_guid.values()} - known.keys())
    desk = _Desk(known, aliased, by_guid, publishers)
    desk.seen = _seen(c, {(desk.identity(f.feed, e)[0], f.feed.id) for f in finds for e in f.entries})
    results = [desk.sort(f, now) for f in finds]
    _insert(c, articles, desk.new_articles, ["key"])
    _insert(c, aliases, desk.new_aliases, ["key"])
    _insert(c, sightings, desk.new_sightings, ["article_key", "feed_id"])
    desk.store_changes(c)
    return results


class _Desk:
    """Sorts entries with everything at hand that the ledger knows of them."""

    def __init__(
        self, known: dict[str, Seen], aliased: dict[str, str], by_guid: dict[Any, Seen], publishers: Publishers
    ) -> None:  # fmt: skip
        self.known, self.aliased, self.by_guid, self.publishers = known, aliased, by_guid, publishers
        self.seen: dict[tuple[str, str], Seen] = {}
        self.new_articles: dict[str, dict[str, Any]] = {}
        self.new_sightings: dict[tuple[str, str], dict[str, Any]] = {}
        self.new_aliases: dict[str, dict[str, Any]] = {}
        self.edits: dict[str, dict[str, Any]] = {}
        self.again: list[tuple[tuple[str, str], dict[str, Any]]] = []

    def identity(self, feed: Feed, entry: Entry) -> tuple[str, str | None]:
        """The article's key, and why it is not the entry's own (None if it is)."""
        if entry.key in self.known:
            return entry.key, None
        if entry.key in self.aliased:
            return self.aliased[entry.key], "alias"
        row = self.by_guid.get((feed.id, entry.guid))
        if row is not None and same_article(entry, title=row.title, url=row.url):
            return row.article_key, "guid"
        return entry.key, None

    def sort(self, finds: Finds, now: datetime) -> Found:
        found = Found()
        trusted = _telling_updates(finds.entries)
        for entry in finds.entries:
            key, why = self.identity(finds.feed, entry)
            place = (key, finds.feed.id)
            if why == "guid":
                self.new_aliases.setdefault(entry.key, _alias(entry, key, now))
            if place in self.seen or place in self.new_sightings:
                found.before.append(entry)
                found.edited += self._seen_again(place, entry, finds.feed, now, trusted)
                continue
            if key in self.known or key in self.new_articles:
                found.elsewhere.append(entry)
                found.edited += self._claimed(key, entry, finds.feed, now)
            else:
                found.new.append(entry)
                self.new_articles[key] = row = self._row(entry, finds.feed, now)
                # another publisher's article is nobody's to silence, however old a new feed says that it is
                row["silent"] = row["words_from"] is None and _is_silent(entry, finds)
            self.new_sightings[place] = _sighting(entry, finds, key, now)
        return found

    def _row(self, entry: Entry, feed: Feed, now: datetime) -> dict[str, Any]:
        owner = self.publishers.owner(entry.canonical_url, feed)
        return article_row(entry, owner, now, words_from=None if owner.outlet == feed.outlet else feed.id)

    def _claimed(self, key: str, entry: Entry, feed: Feed, now: datetime) -> bool:
        """The owner lists what others have listed before: its words replace theirs, and readers get them."""
        fresh = self.new_articles.get(key)
        if fresh is not None:
            if fresh["words_from"] and self.publishers.owns(feed, fresh["url"]):
                self.new_articles[key] = article_row(entry, feed, now) | {"url": fresh["url"], "host": fresh["host"]}
            return False
        article = self.known[key]
        if not article.words_from or not self.publishers.owns(feed, article.url):
            return False
        again = _way_again(article, now)
        policy = feed.policy
        mine = {"feed_id": feed.id, "words_from": None, "policy": policy.value}
        self.edits[key] = {**own_words(entry, feed, policy), **mine, **again}
        return bool(again)

    def _seen_again(self, place: tuple[str, str], entry: Entry, feed: Feed, now: datetime, trusted: bool) -> bool:
        sighting, article = self.seen.get(place), self.known.get(place[0])
        if sighting is None or article is None:
            return False
        self.again.append((place, {"last_seen_at": now, "title": entry.title, "guid": entry.guid, "url": entry.url}))
        if article.feed_id != feed.id:
            return False  # the feed that brought it decides: two feeds with two titles must not take turns
        texts = texts_of(entry, Policy(article.policy))
        differs = bool(entry.title) and not same_text(sighting.title, entry.title)
        differs = differs or (bool(texts["summary"]) and not same_text(article.summary, texts["summary"]))
        later = trusted and entry.updated is not None and _older(article, entry.updated)
        if not (differs or later):
            return False
        again = _way_again(article, now)
        self.edits[place[0]] = {**texts, **again}
        return bool(again)

    def store_changes(self, c: Connection) -> None:
        for (key, feed_id), values in self.again:
            here = and_(sightings.c.article_key == key, sightings.c.feed_id == feed_id)
            c.execute(update(sightings).where(here).values(**values))
        for key, values in self.edits.items():
            c.execute(update(articles).where(articles.c.key == key).values(**values))


def same_article(entry: Entry, *, title: str, url: str) -> bool:
    """True if an entry with a known guid is the same article as the one seen with that title and address.

    A guid alone proves little: some feeds count 1, 2, 3 anew each day. Half of the title's words, or the same
    path on the same host, make it certain enough; on another host nothing does.
    """
    if host(entry.canonical_url).removeprefix("www.") != host(url).removeprefix("www."):
        return False
    if urlsplit(url).path == urlsplit(entry.canonical_url).path:
        return True
    ours, theirs = set(tokens(entry.title)), set(tokens(title))
    return bool(ours and theirs) and len(ours & theirs) * 2 >= min(len(ours), len(theirs))


def same_text(a: str, b: str) -> bool:
    """True if two texts differ in nothing that a reader would call an edit: blanks, case, quotes, counters."""
    return a == b or _letters(a) == _letters(b)


def _is_silent(entry: Entry, finds: Finds) -> bool:
    before = finds.silent_before
    return before is not None and (entry.published is None or entry.published < before)


def article_row(entry: Entry, feed: Feed, now: datetime, *, words_from: str | None = None) -> dict[str, Any]:
    """A row of ``articles`` for a new entry, ``feed`` being the one that it belongs to.

    ``words_from``: the feed that listed it, where that is another publisher's. What the policy does not allow to be
    fetched, or has no page, is ``fetched`` at once: the index stage takes it from the feed's own text.
    """
    policy = feed.policy
    if policy is Policy.FULL and "#entry=" in entry.canonical_url:
        policy = Policy.SUMMARY  # an item without a link has no page to fetch
    words = own_words(entry, feed, policy) if words_from is None else others_words(entry, feed, policy)
    return {
        "key": entry.key, "url": entry.canonical_url, "original_url": entry.url, "host": host(entry.canonical_url),
        "feed_id": feed.id, "words_from": words_from, **words, "policy": policy.value, "first_seen_at": now,
        "state": "discovered" if policy is Policy.FULL else "fetched", "attempts": 0, "rights": {}, "revision": 0,
        "topics": [], "silent": False,
    }  # fmt: skip


def own_words(entry: Entry, feed: Feed, policy: Policy) -> dict[str, Any]:
    """What a publisher's feed says of its own article, as far as the policy lets us keep it."""
    return {
        "guid": entry.guid, **texts_of(entry, policy), "authors": list(entry.authors), "tags": list(entry.tags),
        "language": entry.language or feed.language, "published": entry.published,
        "published_raw": entry.published_raw, "published_source": entry.published_source,
    }  # fmt: skip


def others_words(entry: Entry, owner: Feed, policy: Policy) -> dict[str, Any]:
    """What another publisher's feed may say of an article: a title and a summary until the owner's come, no more.

    Not its date (a false one would make it first or hide it), authors, tags or full text.
    """
    return {
        "guid": None, **texts_of(entry, policy), "content": "", "authors": [], "tags": [], "language": owner.language,
        "published": None, "published_raw": None, "published_source": None,
    }  # fmt: skip


def texts_of(entry: Entry, policy: Policy) -> dict[str, str]:
    """Title, summary and content, as far as the policy lets us keep them."""
    return {
        "title": entry.title,
        "summary": "" if policy is Policy.HEADLINE else entry.summary,
        "content": entry.content if policy is Policy.FULL else "",
    }


def _way_again(article: Seen, now: datetime) -> dict[str, Any]:
    """Columns that send an indexed article the same way again; none if it is still on its way, or refused."""
    leased = article.lease_until is not None and article.lease_until > now
    if article.state != "indexed" or leased:
        return {}
    state = "discovered" if article.policy == Policy.FULL.value else "fetched"
    return {"state": state, "next_try": None, "attempts": 0, "reason": None, "stage": None}


def _older(article: Seen, updated: datetime) -> bool:
    looked: datetime | None = article.fetched_at or article.indexed_at
    return article.state == "indexed" and looked is not None and looked + EDIT_MARGIN < updated


def _telling_updates(entries: Sequence[Entry]) -> bool:
    """False for a document that stamps all of its entries with the moment of its making."""
    stamps = [e.updated for e in entries if e.updated is not None]
    return len(stamps) < 3 or max(stamps) - min(stamps) > timedelta(minutes=1)


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text.casefold())


def _sighting(entry: Entry, finds: Finds, key: str, now: datetime) -> dict[str, Any]:
    return {
        "article_key": key, "feed_id": finds.feed.id, "guid": entry.guid, "url": entry.url, "title": entry.title,
        "seen_at": now, "last_seen_at": now, "recovered_from": finds.recovered_from,
    }  # fmt: skip


def _alias(entry: Entry, key: str, now: datetime) -> dict[str, Any]:
    return {"key": entry.key, "article_key": key, "url": entry.canonical_url, "why": "guid", "seen_at": now}


def _articles(c: Connection, keys: Iterable[str]) -> dict[str, Seen]:
    t = articles.c
    columns = (
        t.key, t.url, t.feed_id, t.words_from, t.policy, t.summary, t.state, t.lease_until, t.fetched_at, t.indexed_at
    )  # fmt: skip
    return {r.key: r for part in _parts(keys) for r in c.execute(select(*columns).where(t.key.in_(part)))}


def _aliased(c: Connection, keys: Iterable[str]) -> dict[str, str]:
    t = aliases.c
    rows = (c.execute(select(t.key, t.article_key).where(t.key.in_(part))) for part in _parts(keys))
    return {r.key: r.article_key for part in rows for r in part}


def _by_guid(c: Connection, finds: Sequence[Finds], known: dict[str, Seen], aliased: dict[str, str]) -> dict[Any, Seen]:
    """Latest sightings by (feed, guid), for entries whose address is unknown and whose guid is alone in its feed."""
    wanted: dict[str, list[str]] = {}
    for f in finds:
        times = Counter(e.guid for e in f.entries)
        for e in f.entries:
            if e.guid and e.guid != e.url and e.key not in known and e.key not in aliased and times[e.guid] == 1:
                wanted.setdefault(f.feed.id, []).append(e.guid)
    t, found = sightings.c, {}
    for feed_id, guids_of_feed in wanted.items():
        for part in _parts(guids_of_feed):
            query = select(t.article_key, t.feed_id, t.guid, t.title, t.url)
            query = query.where(t.feed_id == feed_id, t.guid.in_(part)).order_by(t.last_seen_at)
            found.update({(r.feed_id, r.guid): r for r in c.execute(query)})
    return found


def _seen(c: Connection, places: set[tuple[str, str]]) -> dict[tuple[str, str], Seen]:
    t = sightings.c
    found = {}
    for part in _parts({key for key, _ in places}):
        query = select(t.article_key, t.feed_id, t.title).where(t.article_key.in_(part))
        found.update({(r.article_key, r.feed_id): r for r in c.execute(query)})
    return {place: row for place, row in found.items() if place in places}


def _insert(c: Connection, table: Any, rows: dict[Any, dict[str, Any]], unique: list[str]) -> None:
    """Insert what is not there. In order of keys, so that two workers never wait for each other in a ring."""
    ordered = [rows[k] for k in sorted(rows)]
    for i in range(0, len(ordered), ROWS):
        statement = insert_into(c, table).values(ordered[i : i + ROWS])
        c.execute(statement.on_conflict_do_nothing(index_elements=unique))


def _parts(values: Iterable[Any]) -> list[list[Any]]:
    ordered = sorted(values)
    return [ordered[i : i + CHUNK] for i in range(0, len(ordered), CHUNK)]

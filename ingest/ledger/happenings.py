"""Happenings as people read them: the stories of an event, with their articles. They are only read here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, String, func, select, type_coerce

from ingest.ledger.tables.articles import articles
from ingest.ledger.tables.stories import event_merges, members, stories

_CHUNK = 400


class Sketch(NamedTuple):
    """A happening as far as it is ranked: nothing of its articles is read for this. There may be 10,000s of them."""

    id: str
    joined: Any
    """When something last joined it, as the database keeps it; in its order."""
    articles: int

    @property
    def last_joined_at(self) -> datetime:
        """When something last joined it."""
        return datetime.fromisoformat(self.joined) if isinstance(self.joined, str) else self.joined.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class HappeningArticle:
    """An article of a happening."""

    key: str
    story_id: str
    url: str
    title: str
    outlet: str
    """The outlet's id."""
    feed_id: str
    language: str | None
    topics: tuple[str, ...]
    published: datetime
    joined_at: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with every article that tells it, in order of publication."""

    id: str
    tellings: tuple[HappeningArticle, ...]

    @property
    def stories(self) -> tuple[str, ...]:
        """Its stories (sets of copies of one text), in the order in which they began."""
        return tuple(dict.fromkeys(t.story_id for t in self.tellings))

    @property
    def last_joined_at(self) -> datetime:
        """When an article last joined it."""
        return max(t.joined_at for t in self.tellings)


def sketches(c: Connection, since: datetime, until: datetime | None = None) -> list[Sketch]:
    """The happenings that an article joined in [since, until), the latest first.

    The stories are read from one index, in its order, and put together here: a database that groups them takes three
    times as long. A moment is read as one (``Sketch.last_joined_at``) only where it is asked for.
    """
    t = stories.c
    as_stored = type_coerce(t.last_joined_at, String)  # text on SQLite, a datetime on PostgreSQL
    query = select(t.event_id, as_stored, t.size).where(t.last_joined_at >= since)
    if until is not None:
        query = query.where(t.last_joined_at < until)
    latest: dict[str, Any] = {}
    size: dict[str, int] = {}
    for event, at, articles_of in c.execute(query.order_by(t.last_joined_at.desc(), t.event_id)).all():
        if event in latest:
            size[event] += articles_of
        else:
            latest[event], size[event] = at, articles_of
    return list(map(Sketch, latest, latest.values(), size.values()))


def happenings(c: Connection, event_ids: Sequence[str]) -> list[Happening]:
    """These happenings with their articles, in the order asked for; those that are gone (merged) are left out."""
    s, m, a = stories.c, members.c, articles.c
    found: dict[str, list[HappeningArticle]] = {}
    for some in _chunks(event_ids):
        query = (
            select(
                s.event_id, a.key, m.story_id, a.url, a.title, m.outlet, a.feed_id,
                func.coalesce(a.detected_language, a.language), a.topics, m.published, m.joined_at, a.revision,
            )
            .join(members, m.story_id == s.id)
            .join(articles, a.key == m.article_key)
            .where(s.event_id.in_(some))
            .order_by(m.published, m.joined_at, a.key)
        )  # fmt: skip
        for row in c.execute(query):
            found.setdefault(str(row[0]), []).append(_telling(row))
    return [Happening(event, tuple(found[event])) for event in dict.fromkeys(event_ids) if event in found]


def outlets_in_order(c: Connection, event_ids: Sequence[str]) -> dict[str, list[str]]:
    """Event → the outlets of its articles in order of publication; one stands there once for each of its articles."""
    s, m = stories.c, members.c
    out: dict[str, list[str]] = {}
    for some in _chunks(event_ids):
        query = select(s.event_id, m.outlet).join(members, m.story_id == s.id).where(s.event_id.in_(some))
        for event, outlet in c.execute(query.order_by(m.published, m.joined_at, m.article_key)).all():
            out.setdefault(event, []).append(outlet)
    return out


def event_of(c: Connection, id: str) -> str | None:
    """The event that an id names: its own, one of its stories' or articles', or that of an event merged into it."""
    s, m = stories.c, members.c
    for query in (
        select(s.event_id).where(s.id == id),
        select(s.event_id).where(s.event_id == id),
        select(s.event_id).join(members, m.story_id == s.id).where(m.article_key == id),
        select(event_merges.c.event_id).where(event_merges.c.id == id),
    ):
        found = c.execute(query.limit(1)).scalar_one_or_none()
        if found:
            return str(found)
    return None


def events_of(c: Connection, story_ids: Iterable[str]) -> dict[str, str]:
    """Story → its event."""
    out: dict[str, str] = {}
    for some in _chunks(list(dict.fromkeys(story_ids))):
        query = select(stories.c.id, stories.c.event_id).where(stories.c.id.in_(some))
        out.update({str(story): str(event) for story, event in c.execute(query)})
    return out


def _telling(row: Any) -> HappeningArticle:
    _, key, story, url, title, outlet, feed, language, topics, published, joined, revision = row
    named = tuple(str(t["topic"]) for t in topics or () if t.get("about"))
    return HappeningArticle(key, story, url, title, outlet, feed, language, named, published, joined, revision)


def _chunks(values: Sequence[str]) -> Iterable[list[str]]:
    for at in range(0, len(values), _CHUNK):
        yield list(values[at : at + _CHUNK])


def headlines(c: Connection, story_ids: Sequence[str]) -> dict[str, str]:
    """Story → the title of its first article."""
    out: dict[str, str] = {}
    for some in _chunks(story_ids):
        query = select(stories.c.id, articles.c.title).join(articles, articles.c.key == stories.c.first_article_key)
        out.update({str(story): str(title) for story, title in c.execute(query.where(stories.c.id.in_(some)))})
    return out

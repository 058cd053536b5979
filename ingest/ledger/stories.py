"""Stories in the ledger: who is in which, and by what they are found. What is the same text is decided elsewhere."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, func, select, text, update

from ingest.ledger import event_cells
from ingest.ledger.insert import insert_for
from ingest.ledger.tables.stories import anchors, event_merges, members, prints, stories

COMMON = ""
SEEN_TOGETHER = timedelta(minutes=5)
"""Articles of a story that are first seen within this of the first come in order of their own dates. One that shows up
later comes after them, whatever date it claims: a backdated copy cannot become the source."""
_LOCK = 7_238_456  # a number of our own among PostgreSQL's advisory locks


# What each placement asks is written down once: SQLAlchemy takes longer to make a statement than SQLite to answer it.
_MEMBER = select(members).where(members.c.article_key == bindparam("key"))
_MEMBERS_OF = select(members).where(members.c.story_id == bindparam("story_id"))
_MEMBERS_BY_KEY = select(members).where(
    members.c.article_key.in_(bindparam("keys", expanding=True)), members.c.signature.is_not(None)
)
_STORY = select(stories.c.id, stories.c.first_article_key, stories.c.size, stories.c.outlets, stories.c.event_id).where(
    stories.c.id == bindparam("id")
)
_OPEN = stories.insert()
_RECOUNT = (
    update(stories)
    .where(stories.c.id == bindparam("story"))
    .values({name: bindparam(name) for name in ("first_article_key", "size", "outlets", "last_joined_at")})
)
_STORIES_OF = select(func.count()).select_from(stories).where(stories.c.event_id == bindparam("event_id"))
_WITH_PRINTS = (
    select(prints.c.print, members.c.story_id, prints.c.article_key)
    .join(members, members.c.article_key == prints.c.article_key)
    .where(prints.c.print.in_(bindparam("wanted", expanding=True)), prints.c.seen_hour >= bindparam("since"))
)


def _first_of_events() -> Select[Any]:
    s, m = stories.c, members.c
    nth = func.row_number().over(partition_by=s.event_id, order_by=(s.created_at, s.id)).label("nth")
    signature = func.coalesce(m.joined_with, m.signature)
    first = (
        select(s.event_id, s.id, s.event_norm, m.published, signature, m.outlet, nth)
        .join(members, m.article_key == s.first_article_key)
        .where(s.event_id.in_(bindparam("event_ids", expanding=True)), m.signature.is_not(None))
        .subquery()
    )
    return select(*list(first.c)[:6]).where(first.c.nth <= bindparam("limit"))


_OF_EVENTS = _first_of_events()


@dataclass(frozen=True, slots=True)
class Member:
    """An article in a story."""

    article_key: str
    story_id: str
    outlet: str
    published: datetime
    joined_at: datetime
    signature: bytes | None
    first_seen_at: datetime | None = None
    """By our clock; None: when it joined."""
    joined_with: bytes | None = None
    """The signature that it joined with: what readers were told."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story as it stands."""

    id: str
    first_article_key: str
    size: int
    outlets: tuple[str, ...]
    event_id: str


@dataclass(frozen=True, slots=True)
class EventStory:
    """A story of an event, as far as another is compared with it."""

    story_id: str
    norm: float
    published: datetime
    signature: bytes
    outlet: str


def stories_of(c: Connection, event_id: str) -> int:
    """How many stories an event has."""
    return int(c.execute(_STORIES_OF, {"event_id": event_id}).scalar_one())


def began(c: Connection, event_ids: Collection[str]) -> dict[str, datetime]:
    """Event → when its first story was opened."""
    t = stories.c
    query = select(t.event_id, func.min(t.created_at)).where(t.event_id.in_(event_ids)).group_by(t.event_id)
    return {str(event): at for event, at in c.execute(query)}


def lock(c: Connection) -> None:
    """One placement at a time, until the transaction ends: two copies that arrive together must see each other.

    On SQLite a write transaction holds that lock already (BEGIN IMMEDIATE).
    """
    if c.dialect.name == "postgresql":
        c.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})


def member(c: Connection, article_key: str) -> Member | None:
    """Where an article has been placed."""
    row = c.execute(_MEMBER, {"key": article_key}).one_or_none()
    return Member(*row) if row else None


def members_of(c: Connection, story_id: str) -> list[Member]:
    """The articles of a story, the first to run it first."""
    rows = c.execute(_MEMBERS_OF, {"story_id": story_id})
    return in_order([Member(*row) for row in rows])


def in_order(of_story: Iterable[Member]) -> list[Member]:
    """By their own dates, but those that showed up later (``SEEN_TOGETHER``) after the others."""
    of_story = list(of_story)
    seen = [m.first_seen_at or m.joined_at for m in of_story]
    if not seen:
        return []
    first = min(seen)
    by_rank = {
        (at - first > SEEN_TOGETHER, m.published, at, m.article_key): m for at, m in zip(seen, of_story, strict=True)
    }
    return [by_rank[rank] for rank in sorted(by_rank)]


def article_keys(c: Connection, story_id: str) -> list[str]:
    """Whose documents to write again when a story has changed, the first to run it first."""
    return [m.article_key for m in members_of(c, story_id)]


def members_by_key(c: Connection, keys: Sequence[str]) -> dict[str, Member]:
    """Members by article key; those without a signature any more are left out."""
    rows = c.execute(_MEMBERS_BY_KEY, {"keys": list(keys)})
    return {row.article_key: Member(*row) for row in rows}


def story(c: Connection, story_id: str) -> Story | None:
    """A story by its id."""
    row = c.execute(_STORY, {"id": story_id}).one_or_none()
    return Story(row.id, row.first_article_key, row.size, tuple(row.outlets), row.event_id) if row else None


def with_prints(c: Connection, wanted: Iterable[int], since: datetime) -> list[tuple[int, str, str]]:
    """(fingerprint, story, article to compare with) seen since then."""
    found = c.execute(_WITH_PRINTS, {"wanted": list(wanted), "since": _hour(since)}).all()
    return [(row[0], row[1], row[2]) for row in found]


def with_anchors(c: Connection, wanted: Iterable[int], since: datetime) -> list[tuple[int, str]]:
    """(anchor, event) seen since then; event ``COMMON`` where too many have it."""
    t = anchors.c
    query = select(t.anchor, t.event_id).where(t.anchor.in_(list(wanted)), t.seen_hour >= _hour(since))
    return [(row[0], row[1]) for row in c.execute(query)]


def of_events(c: Connection, event_ids: Sequence[str], limit: int) -> dict[str, list[EventStory]]:
    """Of each event its first ``limit`` stories, each with the signature that its first article joined with."""
    out: dict[str, list[EventStory]] = {}
    for event_id, *rest in c.execute(_OF_EVENTS, {"event_ids": list(event_ids), "limit": limit}):
        out.setdefault(event_id, []).append(EventStory(*rest))
    return out


def found(c: Connection, story_id: str, event_id: str, norm: float, article_key: str, now: datetime) -> None:
    """Open a story; its first member is still to be put."""
    values = {"id": story_id, "first_article_key": article_key, "created_at": now, "last_joined_at": now}
    c.execute(_OPEN, {**values, "size": 0, "outlets": [], "event_id": event_id, "event_norm": norm})


def put(c: Connection, one: Member) -> None:
    """Put an article into a story that is there; what it was before is overwritten."""
    row = {name: getattr(one, name) for name in Member.__slots__}
    _upsert(c, members, [row], keys=("article_key",))


def post_prints(c: Connection, wanted: Iterable[int], article_key: str, now: datetime) -> None:
    """Let a story be found by fingerprints of one of its articles."""
    rows = [{"print": p, "article_key": article_key, "seen_hour": _hour(now)} for p in wanted]
    _upsert(c, prints, rows, keys=("print", "article_key"))


def post_anchors(c: Connection, wanted: Iterable[int], event_id: str, now: datetime) -> None:
    """Let an event be found by what it is about."""
    rows = [{"anchor": a, "event_id": event_id, "seen_hour": _hour(now)} for a in wanted]
    _upsert(c, anchors, rows, keys=("anchor", "event_id"))


def make_common(c: Connection, wanted: Sequence[int], now: datetime) -> None:
    """From here on these anchors lead to no event: too many have them."""
    c.execute(delete(anchors).where(anchors.c.anchor.in_(wanted)))
    post_anchors(c, wanted, COMMON, now)


def recount(c: Connection, story_id: str, now: datetime) -> Story | None:
    """Bring a story's size, outlets and first article in line with its members; a story without any is gone."""
    of_it = members_of(c, story_id)
    if not of_it:
        c.execute(delete(stories).where(stories.c.id == story_id))
        event_cells.withdraw(c, story_id)
        return None
    outlets = list(dict.fromkeys(m.outlet for m in of_it))
    values = {"first_article_key": of_it[0].article_key, "size": len(of_it), "outlets": outlets, "last_joined_at": now}
    c.execute(_RECOUNT, {"story": story_id, **values})
    return story(c, story_id)


def hand_over(c: Connection, one: Member, to: str, now: datetime) -> None:
    """Give an article's place, with all that it is found by, to another that has none: both are one article."""
    c.execute(update(members).where(members.c.article_key == one.article_key).values(article_key=to))
    c.execute(update(prints).where(prints.c.article_key == one.article_key).values(article_key=to))
    recount(c, one.story_id, now)


def leave(c: Connection, one: Member, posted: Iterable[int], now: datetime) -> None:
    """Take an article out of its story, with the fingerprints that it may have posted."""
    c.execute(delete(members).where(members.c.article_key == one.article_key))
    c.execute(delete(prints).where(prints.c.print.in_(list(posted)), prints.c.article_key == one.article_key))
    recount(c, one.story_id, now)


def prune(c: Connection, before: datetime) -> int:
    """Forget what was seen before a moment: fingerprints, anchors and signatures. Stories and members stay.

    Returns how many signatures were dropped.
    """
    for table in (prints, anchors):
        c.execute(delete(table).where(table.c.seen_hour < _hour(before)))
    event_cells.prune(c, before)
    old = (members.c.joined_at < before) & members.c.signature.is_not(None)
    return int(c.execute(update(members).where(old).values(signature=None, joined_with=None)).rowcount)


def forget(c: Connection, before: datetime) -> int:
    """Drop stories that nothing has joined since a moment, with their members (``ledger.keep_days``)."""
    c.execute(delete(event_merges).where(event_merges.c.merged_at < before))
    return int(c.execute(delete(stories).where(stories.c.last_joined_at < before)).rowcount)


def counts(c: Connection) -> dict[str, int]:
    """Rows by table, for ``status`` and benchmarks."""
    tables = {"stories": stories, "members": members, "prints": prints, "anchors": anchors}
    return {name: int(c.execute(select(func.count()).select_from(t)).scalar_one()) for name, t in tables.items()}


def _hour(moment: datetime) -> int:
    return int(moment.timestamp()) // 3600


def _upsert(c: Connection, table: Table, rows: list[dict[str, Any]], keys: tuple[str, ...]) -> None:
    if rows:
        c.execute(_upserting(c.dialect.name, table, tuple(rows[0]), keys), rows)


@cache
def _upserting(dialect: str, table: Table, columns: tuple[str, ...], keys: tuple[str, ...]) -> Any:
    insert = insert_for(dialect, table)
    others = {name: insert.excluded[name] for name in columns if name not in keys}
    return insert.on_conflict_do_update(index_elements=list(keys), set_=others)

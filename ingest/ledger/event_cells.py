"""By what events are found in the ledger: places (``ingest.enrich.events.cells``), and the stories that stand in each.

A story stands in a dozen places, and is kept once: rows of places are three numbers, so that a thousand of them are
read in a millisecond; what a story means is read of those alone that share most places with the new article.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, TextClause, bindparam, delete, select, text

from ingest.ledger.insert import insert_for
from ingest.ledger.tables.stories import event_cores, event_places

_CORE_ID = select(event_cores.c.id).where(event_cores.c.story_id == bindparam("story"))


class Place(NamedTuple):
    """A place to look in."""

    limit: int
    """Rows that are read of it, the newest."""
    weight: int
    """What it counts that a story stands there too."""


class CoreRow(NamedTuple):
    """A story that shares places with an article. A plain tuple: hundreds are read for a placement."""

    event_id: str
    vector: bytes
    """``ingest.enrich.encoder.to_bytes``"""


def post(
    c: Connection, places: Sequence[int], vector: bytes, event_id: str, story_id: str, published: datetime
) -> None:
    """Let an event be found by a story. Posted twice is once."""
    if not places:
        return
    hour = _hour(published)
    core = {"story_id": story_id, "event_id": event_id, "hour": hour, "vector": vector}
    c.execute(_unless_posted(c.dialect.name, event_cores), core)
    core_id = c.execute(_CORE_ID, {"story": story_id}).scalar_one()
    rows = [{"place": place, "hour": hour, "core_id": core_id} for place in places]
    c.execute(_unless_posted(c.dialect.name, event_places), rows)


def near(c: Connection, places: Mapping[int, Place], since: datetime, until: datetime, limit: int) -> list[CoreRow]:
    """The stories, at most ``limit``, that share most with these places and were published between two moments.

    What a placement costs does not grow with the window: of each place the newest rows are read, as many as it says.
    """
    if not places:
        return []
    asked = {"since": _hour(since), "until": _hour(until), "limit": limit}
    for n, (place, read) in enumerate(places.items()):
        asked |= {f"place_{n}": place, f"limit_{n}": read.limit, f"weight_{n}": read.weight}
    return [CoreRow(row[0], row[1]) for row in c.execute(_likeliest(len(places)), asked).all()]


@cache
def _unless_posted(dialect: str, table: Table) -> Any:
    return insert_for(dialect, table).on_conflict_do_nothing()


@cache
def _likeliest(places: int) -> TextClause:
    """The question of ``near`` for so many places, written down: sixty subqueries cost more to build than to answer."""
    part = (
        "SELECT core_id, weight FROM (SELECT core_id, CAST(:weight_{0} AS INTEGER) AS weight FROM event_places"
        " WHERE place = :place_{0} AND hour BETWEEN :since AND :until ORDER BY hour DESC LIMIT :limit_{0}) AS part_{0}"
    )
    found = " UNION ALL ".join(part.format(n) for n in range(places))
    return text(
        f"WITH found AS ({found}), likeliest AS (SELECT core_id, SUM(weight) AS shared FROM found"  # noqa: S608  # our own words
        " GROUP BY core_id ORDER BY shared DESC, core_id DESC LIMIT :limit)"
        " SELECT core.event_id, core.vector FROM likeliest JOIN event_cores AS core ON core.id = likeliest.core_id"
    )


def withdraw(c: Connection, story_id: str) -> None:
    """A story that is gone leads to no event any more. Its places lead nowhere until they are pruned."""
    c.execute(delete(event_cores).where(event_cores.c.story_id == story_id))


def prune(c: Connection, before: datetime) -> int:
    """Forget what was published before a moment. Returns how many stories."""
    c.execute(delete(event_places).where(event_places.c.hour < _hour(before)))
    return int(c.execute(delete(event_cores).where(event_cores.c.hour < _hour(before))).rowcount)


def _hour(moment: datetime) -> int:
    return int(moment.timestamp()) // 3600

"""By what events are found in the ledger: cells (``ingest.enrich.events.cells``), each with the stories in it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection, TextClause, delete, text

from ingest.ledger.insert import insert_into
from ingest.ledger.tables.stories import event_cells


class CellRow(NamedTuple):
    """A story that stands near a cell. A plain tuple: a thousand are read for a placement."""

    event_id: str
    vector: bytes
    """``ingest.enrich.encoder.to_bytes``"""


def post(c: Connection, cells: Sequence[int], vector: bytes, event_id: str, story_id: str, published: datetime) -> None:
    """Let an event be found by a story. Posted twice is once."""
    hour = _hour(published)
    rows = [
        {"cell": cell, "hour": hour, "story_id": story_id, "event_id": event_id, "vector": vector} for cell in cells
    ]
    if rows:
        c.execute(insert_into(c, event_cells).on_conflict_do_nothing(), rows)


def near(c: Connection, cells: Mapping[int, int], since: datetime, until: datetime) -> list[CellRow]:
    """What stands in these cells, published between two moments; of each cell so many, the newest.

    What a placement costs does not grow with the window. A story that stands in several cells is there once.
    """
    if not cells:
        return []
    asked = {"since": _hour(since), "until": _hour(until)}
    for n, (cell, most) in enumerate(cells.items()):
        asked |= {f"cell_{n}": cell, f"most_{n}": most}
    rows = c.execute(_newest_of_each(len(cells)), asked).all()
    return [CellRow(row[1], row[2]) for row in {row[0]: row for row in rows}.values()]


@cache
def _newest_of_each(cells: int) -> TextClause:
    """The question of ``near`` for so many cells, written down: sixty subqueries cost more to build than to answer."""
    part = (
        "SELECT * FROM (SELECT story_id, event_id, vector FROM event_cells WHERE cell = :cell_{0}"
        " AND hour BETWEEN :since AND :until ORDER BY hour DESC LIMIT :most_{0}) AS part_{0}"
    )
    return text(" UNION ALL ".join(part.format(n) for n in range(cells)))


def withdraw(c: Connection, story_id: str) -> None:
    """A story that is gone leads to no event any more."""
    c.execute(delete(event_cells).where(event_cells.c.story_id == story_id))


def prune(c: Connection, before: datetime) -> int:
    """Forget what was published before a moment."""
    return int(c.execute(delete(event_cells).where(event_cells.c.hour < _hour(before))).rowcount)


def _hour(moment: datetime) -> int:
    return int(moment.timestamp()) // 3600

"""By what events are found in the ledger: cells of meaning, each with the stories that stand near it."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import CompoundSelect, Connection, bindparam, delete, select, union_all

from ingest.ledger.insert import insert_into
from ingest.ledger.tables.stories import event_cells

PER_CELL = 100
"""Rows read of a cell, the newest: what a placement costs does not grow with the window."""


class CellRow(NamedTuple):
    """A story that stands near a cell. A plain tuple: some two thousand are read for a placement."""

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


def near(c: Connection, cells: Sequence[int], since: datetime, until: datetime) -> list[CellRow]:
    """What stands in these cells, published between two moments; of each cell the newest ``PER_CELL``.

    A story that stands in several of them is there once.
    """
    if not cells:
        return []
    asked = {"since": _hour(since), "until": _hour(until), **{f"cell_{n}": cell for n, cell in enumerate(cells)}}
    rows = c.execute(_newest_of_each(len(cells)), asked).all()
    return [CellRow._make(row) for row in dict.fromkeys(map(tuple, rows))]


@cache
def _newest_of_each(cells: int) -> CompoundSelect[Any]:
    """The question of ``near`` for so many cells: twenty subqueries take longer to write down than to answer."""
    t = event_cells.c
    parts = [
        select(
            select(t.event_id, t.vector)
            .where(t.cell == bindparam(f"cell_{n}"), t.hour >= bindparam("since"), t.hour <= bindparam("until"))
            .order_by(t.hour.desc())
            .limit(PER_CELL)
            .subquery()
        )
        for n in range(cells)
    ]
    return union_all(*parts)


def withdraw(c: Connection, story_id: str) -> None:
    """A story that is gone leads to no event any more."""
    c.execute(delete(event_cells).where(event_cells.c.story_id == story_id))


def prune(c: Connection, before: datetime) -> int:
    """Forget what was published before a moment."""
    return int(c.execute(delete(event_cells).where(event_cells.c.hour < _hour(before))).rowcount)


def _hour(moment: datetime) -> int:
    return int(moment.timestamp()) // 3600

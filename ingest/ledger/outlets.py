"""Counts of what the pages of each outlet gave, a row a day and language: written as pages are indexed."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import Connection, delete, select

from ingest.ledger.insert import insert_into
from ingest.ledger.tables.outlets import outlet_days


@dataclass(frozen=True, slots=True)
class OutletDay:
    """What the pages of an outlet gave on a day, in one language."""

    outlet: str
    day: date
    language: str
    pages: int
    words: int
    empty: int
    """Pages that gave no text."""
    walls: int
    """Consent walls and bot checks among the empty ones."""
    undated: int
    """Pages that state no date of their own."""
    rule_missed: int
    """Pages that the outlet's own rule no longer fits."""


_KEY = ("outlet", "day", "language")
_COUNTS = tuple(f.name for f in fields(OutletDay) if f.name not in _KEY)


def add(c: Connection, days: Iterable[OutletDay]) -> None:
    """Add to what is stored, in the order of the key, so that two workers cannot wait for one another's rows."""
    sums: dict[tuple[object, ...], Counter[str]] = defaultdict(Counter)
    for day in days:
        sums[day.outlet, day.day, day.language].update({name: getattr(day, name) for name in _COUNTS})
    for key, counts in sorted(sums.items(), key=lambda item: str(item[0])):
        values = dict(zip(_KEY, key, strict=True)) | {name: counts[name] for name in _COUNTS}
        insert = insert_into(c, outlet_days).values(**values)
        more = {name: outlet_days.c[name] + insert.excluded[name] for name in _COUNTS}
        c.execute(insert.on_conflict_do_update(index_elements=_KEY, set_=more))


def since(c: Connection, day: date) -> list[OutletDay]:
    """All days from ``day`` on, oldest first."""
    query = select(outlet_days).where(outlet_days.c.day >= day).order_by(outlet_days.c.day)
    return [OutletDay(**row) for row in c.execute(query).mappings()]


def prune(c: Connection, before: date) -> int:
    """Forget days; how many rows."""
    return c.execute(delete(outlet_days).where(outlet_days.c.day < before)).rowcount

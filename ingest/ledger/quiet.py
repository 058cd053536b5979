"""What was found in readers' quiet hours, and is told in one mail when they end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from ingest.ledger.insert import insert_into
from ingest.ledger.tables.alerts import held


@dataclass(frozen=True, slots=True)
class Held:
    """An event that waits for the end of a reader's quiet hours."""

    reader: str
    event_id: str
    recipient: str
    rule_ids: tuple[str, ...]
    evidence: Mapping[str, Any]
    until: datetime


def hold(c: Connection, waiting: Sequence[Held]) -> None:
    """Keep events for later; one that waits already stays as it is."""
    for one in waiting:
        row = {
            "reader": one.reader, "event_id": one.event_id, "recipient": one.recipient,
            "rule_ids": list(one.rule_ids), "evidence": dict(one.evidence), "until": one.until,
        }  # fmt: skip
        c.execute(insert_into(c, held).values(row).on_conflict_do_nothing())


def over(c: Connection, now: datetime) -> list[Held]:
    """What waits for readers whose quiet is over, by reader and moment."""
    rows = c.execute(select(held).where(held.c.until <= now).order_by(held.c.reader, held.c.until, held.c.event_id))
    return [
        Held(r.reader, r.event_id, r.recipient, tuple(str(i) for i in r.rule_ids), r.evidence, r.until) for r in rows
    ]


def release(c: Connection, told: Iterable[Held]) -> None:
    """It is in a mail now."""
    for one in told:
        c.execute(delete(held).where(held.c.reader == one.reader, held.c.event_id == one.event_id))

"""Readers who took themselves off a rule's list, and the key that signs the links by which they do."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, delete, select

from ingest.ledger.insert import insert_into
from ingest.ledger.store import Ledger
from ingest.ledger.tables.alerts import unsubscribed
from ingest.ledger.tables.runs import meta

_KEY = "unsubscribe-key"


@dataclass(frozen=True, slots=True)
class Unsubscription:
    """Somebody who is told nothing more by a rule."""

    reader: str
    """As ``ingest.alert.recipients.reader_of`` has it."""
    rule_id: str
    at: datetime
    how: str
    """``mail`` (by the link in one) or ``command``."""


def all_of(c: Connection) -> list[Unsubscription]:
    """Everybody who is off a list, by rule and name."""
    t = unsubscribed.c
    rows = c.execute(select(t.reader, t.rule_id, t.at, t.how).order_by(t.rule_id, t.reader))
    return [Unsubscription(*row) for row in rows]


def unsubscribe(c: Connection, reader: str, rule_ids: Iterable[str], now: datetime, how: str) -> None:
    """Take a reader off the lists of these rules; the same again changes nothing."""
    for rule_id in rule_ids:
        row = {"reader": reader, "rule_id": rule_id, "at": now, "how": how}
        c.execute(insert_into(c, unsubscribed).values(row).on_conflict_do_nothing())


def subscribe(c: Connection, reader: str, rule_ids: Sequence[str]) -> int:
    """Put a reader on again; how many rules he was off."""
    t = unsubscribed.c
    return c.execute(delete(unsubscribed).where(and_(t.reader == reader, t.rule_id.in_(rule_ids)))).rowcount


def signing_key(ledger: Ledger) -> bytes:
    """The installation's key for links in mails, made when it is first asked for.

    It stands in the ledger because every worker signs with it and the desk verifies; with the ledger it is backed up,
    so that links in old mails go on working.
    """
    mine = select(meta.c.value).where(meta.c.key == _KEY)
    with ledger.read() as c:
        found = c.execute(mine).scalar_one_or_none()
    if found is not None:
        return bytes.fromhex(found)
    with ledger.begin() as c:
        row = {"key": _KEY, "value": secrets.token_hex(32)}
        c.execute(insert_into(c, meta).values(row).on_conflict_do_nothing())
        return bytes.fromhex(c.execute(mine).scalar_one())

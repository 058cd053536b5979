"""Glosses of headlines that were made once: no headline is sent to the server twice."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, select

from ingest.ledger.insert import insert_into
from ingest.ledger.rules import chunks
from ingest.ledger.tables.alerts import glosses


def key_of(source: str, target: str, text: str) -> str:
    """What stands for a headline and its two languages."""
    return hashlib.sha256("\x1f".join((source, target, text)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def known(c: Connection, keys: Iterable[str]) -> dict[str, str]:
    """Key → gloss."""
    out: dict[str, str] = {}
    for some in chunks(keys):
        out |= {str(r.key): str(r.text) for r in c.execute(select(glosses).where(glosses.c.key.in_(some)))}
    return out


def keep(c: Connection, made: Mapping[str, str], now: datetime) -> None:
    """Remember glosses."""
    for key, text in sorted(made.items()):
        row = {"key": key, "text": text, "made_at": now}
        c.execute(insert_into(c, glosses).values(row).on_conflict_do_nothing())


def prune(c: Connection, before: datetime) -> int:
    """Forget those of before; how many."""
    return c.execute(delete(glosses).where(glosses.c.made_at < before)).rowcount

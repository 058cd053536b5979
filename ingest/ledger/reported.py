"""Which troubles the operations mail has told of. A trouble that ends is forgotten; if it comes back, it is new."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from ingest.ledger.tables.alerts import outbox, troubles


def told_since(c: Connection) -> dict[str, datetime]:
    """Trouble → when it was told."""
    return {str(r.key): r.told_at for r in c.execute(select(troubles)).all()}


def record(c: Connection, told: Collection[str], ended: Collection[str], now: datetime) -> None:
    """Remember what is told now, forget what has ended."""
    for key in told:
        c.execute(insert(troubles).values(key=key, told_at=now))
    for key in ended:
        c.execute(delete(troubles).where(troubles.c.key == key))


def has_mail(c: Connection, mail_ids: Sequence[str]) -> bool:
    """True if one of these mails stands in the outbox, sent or not."""
    return c.execute(select(outbox.c.id).where(outbox.c.id.in_(list(mail_ids))).limit(1)).first() is not None

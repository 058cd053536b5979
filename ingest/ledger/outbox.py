"""The outbox: mails and other notifications that are decided but perhaps not yet handed over.

A mail is put here in the transaction that decides on it, so it exists exactly if its reason does. It leaves
by a lease: a worker that is killed between handing it over and recording that leaves a mail that is
sent again, with the same Message-ID. SMTP has no way to close that window; nothing else repeats a mail.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select, update

from ingest.ledger.insert import insert_into
from ingest.ledger.store import Ledger
from ingest.ledger.tables.alerts import outbox


@dataclass(frozen=True, slots=True)
class Notification:
    """One message to one recipient through one channel."""

    id: str
    message_id: str
    kind: str
    recipient: str
    subject: str
    message: str
    """The whole message as its channel sends it: RFC 5322 for a mail, JSON for others. ASCII only."""
    rule_id: str | None = None
    attempts: int = 0
    channel: str = "mail"
    """What is up or down together, such as ``mail`` or ``https://hooks.example.org:443``: tried apart from others."""


CANARY = "canary-proof"
"""Kind of the canary's own mail: nobody reads it, and no count or list has it."""


def queue(c: Connection, mails: Sequence[Notification], now: datetime) -> int:
    """Put mails into the outbox; one that was put there before (same id) is left as it is. Returns how many are new."""
    new = 0
    for mail in mails:
        row = {
            "id": mail.id, "message_id": mail.message_id, "kind": mail.kind, "rule_id": mail.rule_id,
            "channel": mail.channel, "recipient": mail.recipient, "subject": mail.subject, "message": mail.message,
            "state": "queued", "created_at": now, "attempts": 0,
        }  # fmt: skip
        new += c.execute(insert_into(c, outbox).values(row).on_conflict_do_nothing()).rowcount
    return new


def channels_due(c: Connection, now: datetime) -> list[str]:
    """The channels for which something waits whose time has come."""
    query = select(outbox.c.channel).where(_is_due(now)).distinct().order_by(outbox.c.channel)
    return [str(channel) for channel in c.execute(query).scalars()]


def _is_due(now: datetime) -> ColumnElement[bool]:
    t = outbox.c
    return and_(
        t.state == "queued",
        or_(t.next_try.is_(None), t.next_try <= now),
        or_(t.lease_until.is_(None), t.lease_until <= now),
    )


def claim(
    ledger: Ledger, now: datetime, *, limit: int, lease_seconds: int, channel: str | None = None
) -> list[Notification]:
    """Lease up to ``limit`` messages of a channel (None: of any) whose time has come.

    Recipients of whom nothing failed yet come first, then the messages that were tried least, then the oldest: one that
    breaks the connection each time holds up no other, and neither does whoever keeps getting such messages.
    """
    t, other = outbox.c, outbox.alias().c
    waits = _is_due(now) if channel is None else and_(_is_due(now), t.channel == channel)
    failed = select(other.recipient).where(other.state == "queued", other.attempts > 0)
    order = (t.recipient.in_(failed), t.attempts, t.created_at, t.id)
    query = select(outbox).where(waits).order_by(*order).limit(limit).with_for_update(skip_locked=True)
    with ledger.begin() as c:
        rows = c.execute(query).all()
        lease = {"lease_owner": ledger.worker, "lease_until": now + timedelta(seconds=lease_seconds)}
        c.execute(update(outbox).where(t.id.in_([r.id for r in rows])).values(**lease))
    return [to_mail(r) for r in rows]


def renew(ledger: Ledger, mail: Notification, now: datetime, *, lease_seconds: int) -> bool:
    """Take the lease anew just before handing a mail over; False: another worker has it meanwhile."""
    return _set(ledger, mail, lease_until=now + timedelta(seconds=lease_seconds))


def sent(ledger: Ledger, mail: Notification, now: datetime) -> bool:
    """The server has taken it."""
    done: dict[str, Any] = {
        "state": "sent",
        "sent_at": now,
        "attempts": mail.attempts + 1,
        "next_try": None,
        "last_error": None,
    }
    return _set(ledger, mail, durable=True, **done, lease_owner=None, lease_until=None)


def later(ledger: Ledger, mail: Notification, why: str, next_try: datetime) -> bool:
    """Not now; it is tried again."""
    values: dict[str, Any] = {"attempts": mail.attempts + 1, "next_try": next_try, "last_error": why}
    return _set(ledger, mail, **values, lease_owner=None, lease_until=None)


def failed(ledger: Ledger, mail: Notification, why: str) -> bool:
    """Refused for good."""
    values: dict[str, Any] = {"state": "failed", "attempts": mail.attempts + 1, "next_try": None, "last_error": why}
    return _set(ledger, mail, **values, lease_owner=None, lease_until=None)


def put_off(ledger: Ledger, mail: Notification, why: str, next_try: datetime) -> bool:
    """Not tried, because its channel is down; it waits and counts no attempt."""
    return _set(ledger, mail, next_try=next_try, last_error=why, lease_owner=None, lease_until=None)


def retry_failed(ledger: Ledger, ids: Sequence[str] | None = None) -> int:
    """Queue refused mails again (all, or these), after a person mended what was wrong. Returns how many."""
    which = outbox.c.state == "failed"
    if ids is not None:
        which = and_(which, outbox.c.id.in_(list(ids)))
    with ledger.begin() as c:
        return c.execute(update(outbox).where(which).values(state="queued", next_try=None)).rowcount


def make_due(ledger: Ledger) -> int:
    """Let no queued mail wait for its backoff: somebody asked for delivery now. Returns how many were waiting."""
    waiting = and_(outbox.c.state == "queued", outbox.c.next_try.is_not(None))
    with ledger.begin() as c:
        return c.execute(update(outbox).where(waiting).values(next_try=None)).rowcount


def counts(c: Connection) -> dict[str, int]:
    """How many mails stand in each state."""
    query = select(outbox.c.state, func.count()).where(outbox.c.kind != CANARY).group_by(outbox.c.state)
    return {str(s): int(n) for s, n in c.execute(query)}


def state_of(c: Connection, mail_id: str) -> tuple[str, str] | None:
    """A mail's state and the last reason why it was not taken; None: there is none of that id."""
    found = c.execute(select(outbox.c.state, outbox.c.last_error).where(outbox.c.id == mail_id)).one_or_none()
    return (str(found.state), str(found.last_error or "")) if found else None


def forget_canary(c: Connection) -> None:
    """The canary's mails that have come to an end: they were proofs, and are no correspondence."""
    c.execute(delete(outbox).where(outbox.c.kind == CANARY, outbox.c.state != "queued"))


def troubled(c: Connection, now: datetime, older_than: timedelta) -> list[Any]:
    """Mails that were refused for good, and those still queued after that long: rows, oldest first."""
    t = outbox.c
    stuck = or_(t.state == "failed", and_(t.state == "queued", t.created_at <= now - older_than))
    query = select(t.id, t.state, t.kind, t.recipient, t.subject, t.attempts, t.created_at, t.last_error)
    return list(c.execute(query.where(stuck).order_by(t.created_at).limit(200)).all())


def get(c: Connection, mail_id: str) -> Notification | None:
    """One mail by its id."""
    row = c.execute(select(outbox).where(outbox.c.id == mail_id)).one_or_none()
    return to_mail(row) if row else None


def to_mail(row: Any) -> Notification:
    """A row of ``outbox`` as it travels."""
    return Notification(
        id=row.id, message_id=row.message_id, kind=row.kind, recipient=row.recipient, subject=row.subject,
        message=row.message, rule_id=row.rule_id, attempts=row.attempts, channel=row.channel,
    )  # fmt: skip


def _set(ledger: Ledger, mail: Notification, *, durable: bool = False, **values: Any) -> bool:
    mine = and_(outbox.c.id == mail.id, outbox.c.lease_owner == ledger.worker, outbox.c.state == "queued")
    with ledger.begin(durable=durable) as c:
        return c.execute(update(outbox).where(mine).values(**values)).rowcount == 1

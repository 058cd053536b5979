"""Who was told of which event, by which mails, and what he knows of it: for updates in the same thread."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, or_, select, update

from ingest.ledger.insert import insert_into
from ingest.ledger.rules import chunks
from ingest.ledger.tables.alerts import event_updates, matches, outbox, told


@dataclass(frozen=True, slots=True)
class ReaderTold:
    """A reader is told of an event."""

    reader: str
    event_id: str
    mail_id: str
    facts: Mapping[str, Any] | None = None
    """``ingest.alert.changes.Known``: what he knows then; None: nothing can be compared later."""


@dataclass(frozen=True, slots=True)
class UpdateTold:
    """A reader is told what has changed in an event."""

    reader: str
    event_id: str
    changes: tuple[str, ...]
    mail_id: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event that a reader was told of."""

    reader: str
    event_id: str
    facts: Mapping[str, Any]
    changes: frozenset[str]
    mails: tuple[tuple[str, str], ...]
    """(Message-ID, subject), oldest first; those that the outbox has forgotten are left out."""
    last_told_at: datetime
    rule_ids: tuple[str, ...]


def told_since(c: Connection, since: datetime) -> list[str]:
    """Events that somebody was told of since then, and that can be compared with what he was told."""
    query = select(told.c.event_id).where(told.c.told_at >= since, told.c.facts.is_not(None)).distinct()
    return [str(event) for event in c.execute(query).scalars()]


def to_look_at(c: Connection, now: datetime) -> list[str]:
    """Events with news that came too soon after a mail, and is due now."""
    return [str(e) for e in c.execute(select(told.c.event_id).where(told.c.look_at <= now).distinct()).scalars()]


def told_events(c: Connection, events: Iterable[str]) -> list[ToldEvent]:
    """Who was told of these events, and how."""
    found: list[ToldEvent] = []
    for ids in chunks(events):
        rows = c.execute(select(told).where(told.c.event_id.in_(ids), told.c.facts.is_not(None))).all()
        later = defaultdict[tuple[str, str], list[Any]](list)
        query = select(event_updates).where(event_updates.c.event_id.in_(ids)).order_by(event_updates.c.told_at)
        for row in c.execute(query):
            later[row.recipient, row.event_id].append(row)
        rules = defaultdict[str, list[str]](list)
        for row in c.execute(select(matches.c.event_id, matches.c.rule_id).where(matches.c.event_id.in_(ids))):
            rules[row.event_id].append(str(row.rule_id))
        mails = _mails(c, [r.mail_id for r in rows] + [u.mail_id for some in later.values() for u in some])
        for row in rows:
            after = later[row.recipient, row.event_id]
            ids_in_order = list(dict.fromkeys([row.mail_id, *(u.mail_id for u in after)]))
            found.append(
                ToldEvent(
                    str(row.recipient),
                    str(row.event_id),
                    row.facts,
                    frozenset(str(u.change) for u in after),
                    tuple(mails[m] for m in ids_in_order if m in mails),
                    max([row.told_at, *(u.told_at for u in after)]),
                    tuple(rules[row.event_id]),
                )
            )
    return found


def _mails(c: Connection, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for some in chunks(ids):
        for row in c.execute(select(outbox.c.id, outbox.c.message_id, outbox.c.subject).where(outbox.c.id.in_(some))):
            found[str(row.id)] = (str(row.message_id), str(row.subject))
    return found


def events_shown_by(c: Connection, keys: Iterable[str]) -> dict[str, str]:
    """Article → the event that it was told for (the latest)."""
    found: dict[str, str] = {}
    for some in chunks(keys):
        query = select(matches.c.article_key, matches.c.event_id).where(matches.c.article_key.in_(some))
        for row in c.execute(query.order_by(matches.c.matched_at)):
            found[str(row.article_key)] = str(row.event_id)
    return found


def record_tellings(c: Connection, tellings: Sequence[ReaderTold], now: datetime) -> None:
    """A reader is told of an event once: a second telling changes nothing."""
    for one in tellings:
        row = {"recipient": one.reader, "event_id": one.event_id, "mail_id": one.mail_id, "told_at": now}
        facts = dict(one.facts) if one.facts is not None else None
        c.execute(insert_into(c, told).values(row | {"facts": facts}).on_conflict_do_nothing())


def record_updates(c: Connection, updates: Sequence[UpdateTold], now: datetime) -> None:
    """Each change is told once to each reader; what he knows is brought up to date."""
    for one in updates:
        for change in one.changes:
            row = {"recipient": one.reader, "event_id": one.event_id, "change": change, "mail_id": one.mail_id}
            c.execute(insert_into(c, event_updates).values(row | {"told_at": now}).on_conflict_do_nothing())
        c.execute(update(told).where(_this(one.reader, one.event_id)).values(facts=dict(one.facts), look_at=None))


def record_known(c: Connection, known: Iterable[tuple[str, str, Mapping[str, Any]]]) -> None:
    """(reader, event, facts): what a reader knows without having been told more."""
    for reader, event, facts in known:
        this = and_(_this(reader, event), told.c.facts.is_not(None))
        c.execute(update(told).where(this).values(facts=dict(facts)))


def look_again(c: Connection, waiting: Iterable[tuple[str, str, datetime]]) -> None:
    """(reader, event, when): what is new there comes too soon after a mail, and is looked at again then."""
    for reader, event, at in waiting:
        sooner = or_(told.c.look_at.is_(None), told.c.look_at > at)
        c.execute(update(told).where(and_(_this(reader, event), sooner)).values(look_at=at))


def seen_to(c: Connection, events: Iterable[str], now: datetime) -> None:
    """What was to be looked at again by now has been."""
    for some in chunks(events):
        c.execute(update(told).where(told.c.event_id.in_(some), told.c.look_at <= now).values(look_at=None))


def mute(c: Connection, reader: str, event: str, now: datetime) -> None:
    """A reader is told nothing (more) about an event: it counts as told, and nothing is compared."""
    row = {"recipient": reader, "event_id": event, "mail_id": "muted", "told_at": now, "facts": None}
    c.execute(insert_into(c, told).values(row).on_conflict_do_nothing())
    c.execute(update(told).where(_this(reader, event)).values(facts=None, look_at=None))


def _this(reader: str, event: str) -> Any:
    return and_(told.c.recipient == reader, told.c.event_id == event)

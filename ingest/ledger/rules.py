"""Alert rules as the ledger knows them: how far each has looked, when it speaks next, what went wrong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, literal, select, update

from ingest.ledger.insert import insert_into
from ingest.ledger.store import Ledger
from ingest.ledger.tables.alerts import rules

_CHUNK = 400  # bound parameters in one statement; SQLite's limit was 999 for long


@dataclass(frozen=True, slots=True)
class RuleInUse:
    """A rule as the file has it now, as far as the ledger must know it."""

    id: str
    query_hash: str
    every: str
    next_due: datetime | None
    """First due moment if it were new; None: immediately."""
    query: str = ""


@dataclass(frozen=True, slots=True)
class RuleState:
    """How far a rule is."""

    id: str
    watermark: datetime
    next_due: datetime | None
    first_seen_at: datetime
    paused_at: datetime | None
    last_run_at: datetime | None
    last_match_at: datetime | None
    last_error: str | None
    query: str | None = None
    """As it was last in use."""
    snoozed_until: datetime | None = None
    """It says nothing until then."""
    catch_up: bool | None = None
    """What it matches meanwhile is told then, in one mail; else never."""


def register_rules(ledger: Ledger, in_use: Sequence[RuleInUse], now: datetime) -> None:
    """Tell the ledger which rules are in use.

    A new rule, and one that comes back after a pause, starts from now: it does not mail the archive. A
    changed query keeps its watermark. A changed schedule is counted anew. What is not in use is paused.
    """
    with ledger.begin() as c:
        known = {r.id: r for r in c.execute(select(rules)).all()}
        for rule in in_use:
            row = known.get(rule.id)
            if row is None:
                values = {"first_seen_at": now, "watermark": now, "next_due": rule.next_due}
                new = {"id": rule.id, "query_hash": rule.query_hash, "every": rule.every, "query": rule.query, **values}
                c.execute(insert_into(c, rules).values(new).on_conflict_do_nothing())
            elif changes := _changes(row, rule, now):
                c.execute(update(rules).where(rules.c.id == rule.id).values(**changes))
        used = {rule.id for rule in in_use}
        gone = [id for id, row in known.items() if row.paused_at is None and id not in used]
        for ids in chunks(gone):
            c.execute(update(rules).where(rules.c.id.in_(ids)).values(paused_at=now))


def _changes(row: Any, rule: RuleInUse, now: datetime) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if row.query_hash != rule.query_hash or row.query is None:
        changes |= {"query_hash": rule.query_hash, "query": rule.query}
    if row.every != rule.every:
        changes |= {"every": rule.every, "next_due": rule.next_due}
    if row.paused_at is not None:
        changes |= {"paused_at": None, "watermark": max(now, row.watermark), "next_due": rule.next_due}
    return changes


def states(c: Connection) -> dict[str, RuleState]:
    """Every rule the ledger has seen."""
    return {r.id: state_of(r) for r in c.execute(select(rules)).all()}


def last_look(c: Connection) -> datetime | None:
    """The newest moment up to which a rule has looked; None where there is no rule yet."""
    found: datetime | None = c.execute(select(func.max(rules.c.watermark))).scalar_one()
    return found


def snooze(ledger: Ledger, rule_id: str, until: datetime | None, *, catch_up: bool = False) -> bool:
    """Put a rule to sleep until a moment, or wake it (None: at once); False if the ledger does not know it.

    Waking keeps ``catch_up``: the next evaluation sees that the sleep is over and tells what waits, in one mail.
    """
    with ledger.begin() as c:
        asleep = {"snoozed_until": until, "catch_up": catch_up}
        return c.execute(update(rules).where(rules.c.id == rule_id).values(**asleep)).rowcount == 1


def wake(ledger: Ledger, rule_id: str, now: datetime) -> bool:
    """End a rule's sleep now; False if it was awake."""
    asleep = and_(rules.c.id == rule_id, rules.c.snoozed_until > now)
    with ledger.begin() as c:
        return c.execute(update(rules).where(asleep).values(snoozed_until=now)).rowcount == 1


def record_error(ledger: Ledger, rule_id: str, error: str, now: datetime) -> None:
    """A look that failed: the watermark stays, the reason is kept for people."""
    values = {
        "last_error": error,
        "failing_since": func.coalesce(rules.c.failing_since, literal(now, rules.c.failing_since.type)),
    }
    with ledger.begin() as c:
        c.execute(update(rules).where(rules.c.id == rule_id).values(**values))


def failing(c: Connection) -> list[Any]:
    """Rules in use whose last look failed: rows with id, last_error, failing_since."""
    t = rules.c
    query = select(t.id, t.last_error, t.failing_since, t.watermark)
    return list(c.execute(query.where(t.last_error.is_not(None), t.paused_at.is_(None)).order_by(t.id)).all())


def has_moved(now: RuleState, then: RuleState) -> bool:
    """True if another worker has recorded an evaluation of the rule, or it was paused, since ``then``."""
    ours = (now.watermark, now.next_due, now.paused_at, now.snoozed_until)
    return ours != (then.watermark, then.next_due, then.paused_at, then.snoozed_until)


def state_of(row: Any) -> RuleState:
    """A row of ``rules``."""
    return RuleState(**{name: getattr(row, name) for name in RuleState.__slots__})


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """Values without repeats, as many at a time as one statement takes."""
    listed = list(dict.fromkeys(values))
    for at in range(0, len(listed), _CHUNK):
        yield listed[at : at + _CHUNK]

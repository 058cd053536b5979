"""Alert rules as the ledger knows them: how far each has looked, what it matched, who was told.

One transaction records what a look gave: matches, watermarks, who is told by which mail, and the mails
in the outbox. A worker that is killed before it has done nothing; after it, everything.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, case, delete, func, literal, select, update

from ingest.ledger import outbox
from ingest.ledger.insert import insert_into
from ingest.ledger.outbox import Mail
from ingest.ledger.store import Ledger
from ingest.ledger.tables.alerts import matches, rules, told
from ingest.ledger.tables.alerts import outbox as mail_table
from ingest.ledger.tables.articles import articles

_CHUNK = 400  # bound parameters in one statement; SQLite's limit was 999 for long


@dataclass(frozen=True, slots=True)
class InUse:
    """A rule as the file has it now, as far as the ledger must know it."""

    id: str
    query_hash: str
    every: str
    next_due: datetime | None
    """First due moment if it were new; None: immediately."""


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


@dataclass(frozen=True, slots=True)
class Matched:
    """A match to record, or one that waits for its digest."""

    rule_id: str
    story_id: str
    article_key: str
    evidence: Mapping[str, Any]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look over some rules gave, to be recorded together."""

    now: datetime
    before: Mapping[str, RuleState]
    """The states that the look started from; if one has changed since, nothing is recorded."""
    next_due: Mapping[str, datetime | None]
    """For every rule that was looked at, whose watermark becomes ``now``."""
    matches: Sequence[Matched] = ()
    mails: Sequence[Mail] = ()
    told: Sequence[tuple[str, str, str]] = ()
    """(recipient, story, mail id)"""
    mailed: Sequence[tuple[str, str, str, str | None]] = ()
    """(rule, story, mail id, note) of the matches that wait no longer."""


def sight(ledger: Ledger, in_use: Sequence[InUse], now: datetime) -> None:
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
                new = {"id": rule.id, "query_hash": rule.query_hash, "every": rule.every, **values}
                c.execute(insert_into(c, rules).values(new).on_conflict_do_nothing())
            elif changes := _changes(row, rule, now):
                c.execute(update(rules).where(rules.c.id == rule.id).values(**changes))
        gone = [id for id, row in known.items() if row.paused_at is None and id not in {r.id for r in in_use}]
        for ids in _chunks(gone):
            c.execute(update(rules).where(rules.c.id.in_(ids)).values(paused_at=now))


def _changes(row: Any, rule: InUse, now: datetime) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if row.query_hash != rule.query_hash:
        changes["query_hash"] = rule.query_hash
    if row.every != rule.every:
        changes |= {"every": rule.every, "next_due": rule.next_due}
    if row.paused_at is not None:
        changes |= {"paused_at": None, "watermark": max(now, row.watermark), "next_due": rule.next_due}
    return changes


def states(c: Connection) -> dict[str, RuleState]:
    """Every rule the ledger has seen."""
    return {r.id: _state(r) for r in c.execute(select(rules)).all()}


def known_stories(c: Connection, rule_id: str, story_ids: Iterable[str]) -> dict[str, bool]:
    """Which of these stories the rule has matched before → was it a silent match."""
    t, out = matches.c, {}
    for ids in _chunks(story_ids):
        rows = c.execute(select(t.story_id, t.note).where(t.rule_id == rule_id, t.story_id.in_(ids))).all()
        out.update({r.story_id: r.note == "silent" for r in rows})
    return out


def silent_articles(c: Connection, keys: Iterable[str]) -> set[str]:
    """Which of these articles tell nobody (backfill)."""
    t, out = articles.c, set()
    for some in _chunks(keys):
        out |= {str(k) for k in c.execute(select(t.key).where(t.key.in_(some), t.silent.is_(True))).scalars()}
    return out


def waiting(c: Connection, rule_ids: Iterable[str]) -> list[Matched]:
    """Matches of these rules that no mail has told yet, oldest first."""
    t = matches.c
    out: list[Any] = []
    for ids in _chunks(rule_ids):
        where = and_(t.rule_id.in_(ids), t.mail_id.is_(None), t.note.is_(None))
        out += c.execute(select(matches).where(where).order_by(t.matched_at, t.story_id)).all()
    return [Matched(r.rule_id, r.story_id, r.article_key, r.evidence, r.note) for r in out]


def who_was_told(c: Connection, story_ids: Iterable[str]) -> dict[tuple[str, str], str]:
    """(recipient in small letters, story) → id of the mail that told it."""
    t, out = told.c, {}
    for ids in _chunks(story_ids):
        for row in c.execute(select(t.recipient, t.story_id, t.mail_id).where(t.story_id.in_(ids))):
            out[(str(row.recipient), str(row.story_id))] = str(row.mail_id)
    return out


def record(ledger: Ledger, looked: Looked) -> bool:
    """Record a look: all of it, or nothing and False if another worker has recorded one meanwhile."""
    ids = sorted(looked.next_due)
    with ledger.begin() as c:
        rows: list[Any] = []
        for some in _chunks(ids):  # in order of id, so that two workers cannot wait for each other
            rows += c.execute(select(rules).where(rules.c.id.in_(some)).order_by(rules.c.id).with_for_update()).all()
        if any(_moved(_state(r), looked.before[r.id]) for r in rows) or len(rows) != len(ids):
            return False
        _record_matches(c, looked)
        outbox.queue(c, looked.mails, looked.now)
        for recipient, story, mail_id in looked.told:
            row = {"recipient": recipient, "story_id": story, "mail_id": mail_id, "told_at": looked.now}
            c.execute(insert_into(c, told).values(row).on_conflict_do_nothing())
        for rule_id, story, mail_id, note in looked.mailed:
            this = and_(matches.c.rule_id == rule_id, matches.c.story_id == story, matches.c.mail_id.is_(None))
            c.execute(update(matches).where(this).values(mail_id=mail_id, note=note))
        _move(c, looked)
    return True


def _record_matches(c: Connection, looked: Looked) -> None:
    for m in looked.matches:
        same = and_(matches.c.rule_id == m.rule_id, matches.c.story_id == m.story_id)
        if m.note is None:  # a live match takes the place of a silent one
            c.execute(delete(matches).where(same, matches.c.note == "silent"))
        row = {
            "rule_id": m.rule_id, "story_id": m.story_id, "article_key": m.article_key,
            "matched_at": looked.now, "evidence": dict(m.evidence), "note": m.note,
        }  # fmt: skip
        c.execute(insert_into(c, matches).values(row).on_conflict_do_nothing())


def _move(c: Connection, looked: Looked) -> None:
    found = {m.rule_id for m in looked.matches if m.note is None}
    for rule_id, next_due in looked.next_due.items():
        values = {
            "watermark": max(looked.now, looked.before[rule_id].watermark), "next_due": next_due,
            "last_run_at": looked.now, "last_error": None, "failing_since": None,
            **({"last_match_at": looked.now} if rule_id in found else {}),
        }  # fmt: skip
        c.execute(update(rules).where(rules.c.id == rule_id).values(**values))


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


def of_story(c: Connection, story_id: str) -> list[dict[str, Any]]:
    """For ``show``: the matches of a story, each with the mails that told it (recipient, state, when)."""
    found = c.execute(select(matches).where(matches.c.story_id == story_id).order_by(matches.c.rule_id)).all()
    o = mail_table.c
    query = select(told.c.recipient, o.id, o.subject, o.state, o.kind, o.sent_at, o.last_error, o.created_at)
    query = query.join(mail_table, o.id == told.c.mail_id).where(told.c.story_id == story_id)
    mails = [dict(r._mapping) for r in c.execute(query.order_by(o.created_at)).all()]
    return [
        {"rule": r.rule_id, "article_key": r.article_key, "matched_at": r.matched_at, "note": r.note,
         "mail_id": r.mail_id, "mails": mails}
        for r in found
    ]  # fmt: skip


def tally(c: Connection) -> dict[str, dict[str, int]]:
    """Rule → how many stories it matched, and how many of these wait for a digest."""
    t = matches.c
    waits = func.sum(case((and_(t.mail_id.is_(None), t.note.is_(None)), 1), else_=0))
    rows = c.execute(select(t.rule_id, func.count(), waits).group_by(t.rule_id)).all()
    return {str(rule): {"stories": int(n), "waiting": int(w)} for rule, n, w in rows}


def _moved(now: RuleState, then: RuleState) -> bool:
    return (now.watermark, now.next_due, now.paused_at) != (then.watermark, then.next_due, then.paused_at)


def _state(row: Any) -> RuleState:
    return RuleState(**{name: getattr(row, name) for name in RuleState.__slots__})


def _chunks(values: Iterable[str]) -> Iterator[list[str]]:
    listed = list(dict.fromkeys(values))
    for at in range(0, len(listed), _CHUNK):
        yield listed[at : at + _CHUNK]

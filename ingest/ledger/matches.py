"""What rules matched, and who was told.

One transaction records what an evaluation gave: matches, watermarks, who is told by which mail, and the mails
in the outbox. A worker that is killed before it has done nothing; after it, everything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, delete, func, select, update

from ingest.ledger import event_merges, outbox, quiet, rechecks, threads
from ingest.ledger.insert import insert_into
from ingest.ledger.outbox import Notification
from ingest.ledger.quiet import Held
from ingest.ledger.rules import RuleState, chunks, has_moved, state_of
from ingest.ledger.store import Ledger
from ingest.ledger.tables.alerts import matches, rules, told
from ingest.ledger.tables.alerts import outbox as mail_table
from ingest.ledger.tables.articles import articles
from ingest.ledger.threads import ReaderTold, UpdateTold


@dataclass(frozen=True, slots=True)
class Matched:
    """A match to record, or one that waits for its digest."""

    rule_id: str
    event_id: str
    article_key: str
    evidence: Mapping[str, Any]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation of some rules gave, to be recorded together."""

    now: datetime
    before: Mapping[str, RuleState]
    """The states that it started from; if one has changed since, nothing is recorded."""
    next_due: Mapping[str, datetime | None]
    """For every rule that was looked at, whose watermark becomes ``now``."""
    matches: Sequence[Matched] = ()
    mails: Sequence[Notification] = ()
    told: Sequence[ReaderTold] = ()
    mailed: Sequence[tuple[str, str, str, str | None]] = ()
    """(rule, event, mail id, note) of the matches that wait no longer."""
    completed: Sequence[tuple[str, str, Mapping[str, Any]]] = ()
    """(reader, event, what he knows): the page of an article has come whose feed's words he was told."""
    updates: Sequence[UpdateTold] = ()
    look_again: Sequence[tuple[str, str, datetime]] = ()
    """(reader, event, when): what is new there comes too soon after a mail."""
    looked_at: Sequence[str] = ()
    """Events whose time to be looked at again had come."""
    held: Sequence[Held] = ()
    released: Sequence[Held] = ()
    """What waited for the end of quiet hours and is in a mail now."""
    woken: Sequence[str] = ()
    """Rules whose sleep is over."""
    recheck: Sequence[str] = ()
    """Articles that are told, and whose pages are looked at again."""

    def events(self) -> set[str]:
        """Every event that something is recorded of."""
        found = {one.event_id for one in self.told} | {one.event_id for one in self.updates}
        found |= {event for _, event, _ in self.completed}
        found |= {one.event_id for one in (*self.held, *self.released)} | {one.event_id for one in self.matches}
        return found | {event for _, event, *_ in self.mailed} | {event for _, event, _ in self.look_again}


def known_by_rule(c: Connection, event_ids: Iterable[str]) -> dict[str, dict[str, bool]]:
    """Rule → which of these events it has matched before → was it a silent match."""
    t, out = matches.c, dict[str, dict[str, bool]]()
    for ids in chunks(event_ids):
        for r in c.execute(select(t.rule_id, t.event_id, t.note).where(t.event_id.in_(ids))):
            out.setdefault(str(r.rule_id), {})[str(r.event_id)] = r.note == "silent"
    return out


def silent_articles(c: Connection, keys: Iterable[str]) -> set[str]:
    """Which of these articles tell nobody (backfill)."""
    t, out = articles.c, set()
    for some in chunks(keys):
        out |= {str(k) for k in c.execute(select(t.key).where(t.key.in_(some), t.silent.is_(True))).scalars()}
    return out


def waiting(c: Connection, rule_ids: Iterable[str]) -> list[Matched]:
    """Matches of these rules that no mail has told yet, oldest first."""
    t = matches.c
    out: list[Any] = []
    for ids in chunks(rule_ids):
        where = and_(t.rule_id.in_(ids), t.mail_id.is_(None), t.note.is_(None))
        out += c.execute(select(matches).where(where).order_by(t.matched_at, t.event_id)).all()
    return [Matched(r.rule_id, r.event_id, r.article_key, r.evidence, r.note) for r in out]


def silent_uncounted(c: Connection, rule_ids: Iterable[str], since: datetime) -> dict[str, list[str]]:
    """Rule → events of its silent matches since then that no digest has counted."""
    t, out = matches.c, dict[str, list[str]]()
    for ids in chunks(rule_ids):
        where = and_(t.rule_id.in_(ids), t.note == "silent", t.mail_id.is_(None), t.matched_at >= since)
        for row in c.execute(select(t.rule_id, t.event_id).where(where).order_by(t.event_id)):
            out.setdefault(str(row.rule_id), []).append(str(row.event_id))
    return out


def evidence_since(c: Connection, rule_ids: Iterable[str], since: datetime) -> dict[str, list[Mapping[str, Any]]]:
    """Rule → the evidence of what it has matched since, oldest first."""
    t, out = matches.c, dict[str, list[Mapping[str, Any]]]()
    for ids in chunks(rule_ids):
        query = select(t.rule_id, t.evidence).where(t.rule_id.in_(ids), t.matched_at >= since).order_by(t.matched_at)
        for row in c.execute(query):
            out.setdefault(str(row.rule_id), []).append(row.evidence)
    return out


def who_was_notified(c: Connection, event_ids: Iterable[str]) -> dict[tuple[str, str], str]:
    """(reader, event) → id of the mail that told it."""
    t, out = told.c, {}
    for ids in chunks(event_ids):
        for row in c.execute(select(t.recipient, t.event_id, t.mail_id).where(t.event_id.in_(ids))):
            out[(str(row.recipient), str(row.event_id))] = str(row.mail_id)
    return out


def record(ledger: Ledger, evaluation: Evaluation) -> bool:
    """Record an evaluation: all of it, or nothing and False if another worker has recorded one meanwhile.

    Nothing either where an event that it speaks of has been merged meanwhile: the next one sees what was told of both.
    """
    ids = sorted(evaluation.next_due)
    with ledger.begin() as c:
        rows: list[Any] = []
        for some in chunks(ids):  # in order of id, so that two workers cannot wait for each other
            rows += c.execute(select(rules).where(rules.c.id.in_(some)).order_by(rules.c.id).with_for_update()).all()
        if any(has_moved(state_of(r), evaluation.before[r.id]) for r in rows) or len(rows) != len(ids):
            return False
        event_merges.hold_still(c)
        if event_merges.current(c, evaluation.events()):
            return False
        _record_matches(c, evaluation)
        outbox.queue(c, evaluation.mails, evaluation.now)
        threads.record_tellings(c, evaluation.told, evaluation.now)
        threads.seen_to(c, evaluation.looked_at, evaluation.now)
        threads.record_known(c, evaluation.completed)
        threads.record_updates(c, evaluation.updates, evaluation.now)
        threads.look_again(c, evaluation.look_again)
        rechecks.schedule(c, evaluation.recheck, evaluation.now)
        quiet.release(c, evaluation.released)
        quiet.hold(c, evaluation.held)
        for ids in chunks(evaluation.woken):
            c.execute(update(rules).where(rules.c.id.in_(ids)).values(snoozed_until=None, catch_up=None))
        for rule_id, event, mail_id, note in evaluation.mailed:
            this = and_(matches.c.rule_id == rule_id, matches.c.event_id == event, matches.c.mail_id.is_(None))
            c.execute(update(matches).where(this).values(mail_id=mail_id, note=note))
        _move(c, evaluation)
    return True


def _record_matches(c: Connection, evaluation: Evaluation) -> None:
    if not evaluation.matches:
        return
    live = [{"rule": m.rule_id, "event": m.event_id} for m in evaluation.matches if m.note is None]
    if live:  # a live match takes the place of a silent one
        t = matches.c
        same = and_(t.rule_id == bindparam("rule"), t.event_id == bindparam("event"), t.note == "silent")
        c.execute(delete(matches).where(same), live)
    rows = [
        {
            "rule_id": m.rule_id, "event_id": m.event_id, "article_key": m.article_key,
            "matched_at": evaluation.now, "evidence": dict(m.evidence), "note": m.note,
        }
        for m in evaluation.matches
    ]  # fmt: skip
    c.execute(insert_into(c, matches).on_conflict_do_nothing(), rows)


def _move(c: Connection, evaluation: Evaluation) -> None:
    found = {m.rule_id for m in evaluation.matches if m.note is None}
    rows = [
        {
            "rule": rule_id, "next": next_due, "found": evaluation.now if rule_id in found else None,
            "seen": max(evaluation.now, evaluation.before[rule_id].watermark),
        }
        for rule_id, next_due in evaluation.next_due.items()
    ]  # fmt: skip
    t = rules.c
    values = {
        "watermark": bindparam("seen"), "next_due": bindparam("next"), "last_run_at": evaluation.now,
        "last_error": None, "failing_since": None,
    }  # fmt: skip
    move = update(rules).where(t.id == bindparam("rule"))
    finds: dict[str, Any] = {"last_match_at": bindparam("found")}
    for some, more in ((True, finds), (False, {})):
        part = [row for row in rows if (row["found"] is not None) is some]
        if part:  # one statement for all: thousands of rules are moved after every look
            c.execute(move.values(**values, **more), part)


def of_event(c: Connection, event_id: str) -> list[dict[str, Any]]:
    """For ``show``: the matches of an event, each with the mails that told it (recipient, state, when)."""
    found = c.execute(select(matches).where(matches.c.event_id == event_id).order_by(matches.c.rule_id)).all()
    o = mail_table.c
    query = select(told.c.recipient, o.id, o.subject, o.state, o.kind, o.sent_at, o.last_error, o.created_at)
    query = query.join(mail_table, o.id == told.c.mail_id).where(told.c.event_id == event_id)
    mails = [dict(r._mapping) for r in c.execute(query.order_by(o.created_at)).all()]
    return [
        {"rule": r.rule_id, "article_key": r.article_key, "matched_at": r.matched_at, "note": r.note,
         "mail_id": r.mail_id, "mails": mails}
        for r in found
    ]  # fmt: skip


def tally(c: Connection) -> dict[str, dict[str, int]]:
    """Rule → how many events it matched, and how many of these wait for a digest."""
    t = matches.c
    waits = func.sum(case((and_(t.mail_id.is_(None), t.note.is_(None)), 1), else_=0))
    rows = c.execute(select(t.rule_id, func.count(), waits).group_by(t.rule_id)).all()
    return {str(rule): {"stories": int(n), "waiting": int(w)} for rule, n, w in rows}

"""Rows that are copied to the index for the dashboards: finished runs and alert matches."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Subquery, select
from sqlalchemy.engine import Row

from ingest.ledger.tables.alerts import matches, outbox
from ingest.ledger.tables.alerts import rules as rule_states
from ingest.ledger.tables.runs import runs


def finished_runs(c: Connection, since: datetime | None) -> Sequence[Row[Any]]:
    """Stage runs that ended after a moment (None: all), in order of their end."""
    query = _finished_runs()
    return c.execute(query.where(runs.c.ended_at > since) if since else query).all()


def all_finished_runs(c: Connection, size: int) -> Iterator[Sequence[Row[Any]]]:
    """Every stage run that ended, so many rows at a time."""
    return c.execution_options(yield_per=size).execute(_finished_runs()).partitions()


def _finished_runs() -> Select[Any]:
    return select(runs).where(runs.c.ended_at.is_not(None)).order_by(runs.c.ended_at)


def matches_with_mail(c: Connection, since: datetime | None) -> Sequence[Row[Any]]:
    """Matches that are new after a moment (None: all), or whose mail has gone out since."""
    query, mail = _matches_with_mail()
    if since:
        query = query.where((matches.c.matched_at > since) | (mail.c.sent_at > since))
    return c.execute(query).all()


def all_matches_with_mail(c: Connection, size: int) -> Iterator[Sequence[Row[Any]]]:
    """Every match, so many rows at a time."""
    return c.execution_options(yield_per=size).execute(_matches_with_mail()[0]).partitions()


def _matches_with_mail() -> tuple[Select[Any], Subquery]:
    mail = select(outbox.c.id, outbox.c.state, outbox.c.sent_at).subquery()
    query = select(matches, mail.c.state, mail.c.sent_at, rule_states.c.next_due)
    query = query.join(mail, mail.c.id == matches.c.mail_id, isouter=True)
    query = query.join(rule_states, rule_states.c.id == matches.c.rule_id, isouter=True)
    return query.where(matches.c.note.is_distinct_from("silent")).order_by(matches.c.matched_at), mail

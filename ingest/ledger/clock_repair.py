"""Times that a wrong clock wrote into the ledger, brought back.

A run with a clock a year ahead leaves feeds that are due next year, leases that never end and watermarks past which no
rule looks: everything then waits in silence. Once the clock is right, what lies ahead of it is brought back to now.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Table, update

from ingest.ledger.tables.alerts import outbox, rules
from ingest.ledger.tables.articles import articles
from ingest.ledger.tables.feeds import feeds
from ingest.ledger.tables.hosts import hosts, site_files
from ingest.ledger.tables.runs import runs
from ingest.ledger.tables.sources import dead_hosts, quarantines

TOLERANCE = timedelta(minutes=5)
"""Clocks of several machines differ by seconds."""
CLOCKS_BEGIN = datetime(2026, 11, 1, tzinfo=UTC)
"""Before this there was no veille: a clock that says so is the wrong one, and the ledger's times are right."""
LONGEST_PLAN = timedelta(days=8)
"""Nothing is planned further ahead: intervals end at a day, a Retry-After is believed for seven."""

_HAPPENED: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (feeds, ("last_polled_at", "last_success_at", "last_new_at", "last_full_get_at", "failing_since", "last_gap_at")),
    (articles, ("first_seen_at", "fetched_at", "indexed_at")),
    (rules, ("watermark", "first_seen_at", "last_run_at", "last_match_at", "failing_since")),
    (outbox, ("created_at", "sent_at")),
    (runs, ("started_at", "ended_at")),
    (site_files, ("fetched_at", "failing_since")),
    (quarantines, ("since", "ended_at")),
    (dead_hosts, ("at",)),
)
_PLANNED: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (feeds, ("next_due", "lease_until")),
    (articles, ("next_try", "lease_until")),
    (rules, ("next_due",)),
    (outbox, ("next_try", "lease_until")),
    (hosts, ("next_slot_at", "pause_until")),
    (site_files, ("expires_at",)),
    (quarantines, ("until",)),
)


def bring_back(c: Connection, now: datetime) -> int:
    """Set every time that lies ahead of what can be to ``now``. Returns how many were; 0 on a sound ledger."""
    if now < CLOCKS_BEGIN:
        return 0
    changed = 0
    for tables, limit in ((_HAPPENED, now + TOLERANCE), (_PLANNED, now + LONGEST_PLAN)):
        for table, names in tables:
            for name in names:
                column = table.c[name]
                changed += c.execute(update(table).where(column > limit).values({name: now})).rowcount
    return changed

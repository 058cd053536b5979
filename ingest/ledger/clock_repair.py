"""Times that a wrong clock wrote into the ledger, brought back.

A run with a clock a year ahead leaves feeds that are due next year, leases that never end and watermarks past which no
rule looks: everything then waits in silence. Once the clock is right, what lies ahead of it is brought back to now,
what was indexed under that date is indexed again, and what was called old news by it is news.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Table, delete, func, select, update

from ingest.ledger.tables.alerts import (
    event_updates,
    glosses,
    matches,
    outbox,
    rechecks,
    rules,
    told,
    troubles,
    unsubscribed,
)
from ingest.ledger.tables.articles import aliases, articles, page_versions, sightings, withdrawn_pages
from ingest.ledger.tables.desk import cases, notes, reading, sessions, tokens, users
from ingest.ledger.tables.feeds import feed_gaps, feeds
from ingest.ledger.tables.hosts import hosts, site_files
from ingest.ledger.tables.runs import runs
from ingest.ledger.tables.sources import dead_hosts, feed_use, quarantines
from ingest.ledger.tables.stories import event_merges, members, stories
from ingest.ledger.tables.websub import websub_subscriptions

TOLERANCE = timedelta(minutes=5)
"""Clocks of several machines differ by seconds."""
CLOCKS_BEGIN = datetime(2026, 11, 1, tzinfo=UTC)
"""Before this there was no veille: a clock that says so is the wrong one, and the ledger's times are right."""
LONGEST_PLAN = timedelta(days=8)
"""Nothing is planned further ahead: intervals end at a day, a Retry-After is believed for seven."""
DAYS_IN_A_ROW = 3
"""Runs on so many days that follow ``now`` at once are history, and the clock that calls them the future is behind."""
DAY = timedelta(days=1)

HAPPENED: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (
        feeds,
        ("last_polled_at", "last_success_at", "last_new_at", "last_full_get_at", "failing_since", "last_gap_at",
         "nudged_at"),
    ),
    (articles, ("first_seen_at", "fetched_at")),
    (withdrawn_pages, ("first_at", "last_at")),
    (page_versions, ("fetched_at",)),
    (sightings, ("seen_at", "last_seen_at")),
    (aliases, ("seen_at",)),
    (stories, ("created_at", "last_joined_at")),
    (members, ("joined_at", "first_seen_at")),
    (event_merges, ("merged_at",)),
    (rules, ("watermark", "first_seen_at", "last_run_at", "last_match_at", "failing_since", "paused_at")),
    (matches, ("matched_at",)),
    (told, ("told_at",)),
    (event_updates, ("told_at",)),
    (unsubscribed, ("at",)),
    (glosses, ("made_at",)),
    (rechecks, ("told_at",)),
    (troubles, ("told_at",)),
    (outbox, ("created_at", "sent_at")),
    (site_files, ("fetched_at", "failing_since")),
    (quarantines, ("since", "ended_at")),
    (dead_hosts, ("at",)),
    (websub_subscriptions, ("asked_at", "verified_at", "delivered_at")),
    (users, ("created_at", "disabled_at", "all_seen_at")),
    (sessions, ("created_at",)),
    (tokens, ("created_at", "last_used_at")),
    (reading, ("seen_at", "muted_at", "kept_at")),
    (cases, ("acknowledged_at", "assigned_at")),
    (notes, ("written_at",)),
)  # fmt: skip
PLANNED: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (feeds, ("next_due", "lease_until")),
    (feed_gaps, ("next_try", "lease_until")),
    (articles, ("next_try", "fetch_again_at", "lease_until")),
    (rules, ("next_due",)),
    (told, ("look_at",)),
    (outbox, ("next_try", "lease_until")),
    (hosts, ("next_slot_at", "pause_until")),
    (site_files, ("expires_at",)),
    (quarantines, ("until",)),
)


def bring_back(c: Connection, now: datetime, *, baseline: timedelta = timedelta(0)) -> int:
    """Set every time that lies ahead of what can be to ``now``. Returns how many were; 0 on a sound ledger.

    ``baseline``: how old an entry of a feed's first document may be and be told (``poll.baseline_hours``). Nothing is
    done where it is this clock that is wrong.
    """
    if now < CLOCKS_BEGIN or is_behind(c, now):
        return 0
    planned_until = _planned_until(c, now)
    changed = _news_again(c, now, baseline) + _indexed_again(c, now) + _forget_runs(c, now)
    for tables, limit in ((HAPPENED, now + TOLERANCE), (PLANNED, planned_until)):
        for table, names in tables:
            for name in names:
                column = table.c[name]
                changed += c.execute(update(table).where(column > limit).values({name: now})).rowcount
    return changed


def _planned_until(c: Connection, now: datetime) -> datetime:
    """Beyond this no plan is to be believed: it is too far, or was made by the clock that was ahead.

    A feed that was polled under tomorrow's date is due tomorrow (decision 322). What a right clock planned beyond that
    comes early, once; leases of an hour are left alone.
    """
    first = c.execute(select(func.min(runs.c.started_at)).where(runs.c.started_at > now + TOLERANCE)).scalar_one()
    latest = now + LONGEST_PLAN
    return min(latest, max(first, now + timedelta(hours=1))) if first else latest


def is_behind(c: Connection, now: datetime) -> bool:
    """True if the ledger's history simply goes on after ``now``: then it is the clock of today that is wrong.

    A clock that was ahead leaves a hole between now and what it wrote. Were times brought back by one that is behind,
    the whole history since would be dated today.
    """
    for day in range(DAYS_IN_A_ROW):
        since = max(now + day * DAY, now + TOLERANCE)
        found = select(runs.c.id).where(runs.c.started_at > since, runs.c.started_at <= now + (day + 1) * DAY)
        if c.execute(found.limit(1)).first() is None:
            return False
    return True


def jumped(c: Connection, now: datetime, most: timedelta) -> bool:
    """True if nothing has run for so long that this clock may have jumped: what deletes by age should wait a day."""
    before = func.max(runs.c.started_at)
    latest = c.execute(select(before).where(runs.c.started_at <= now - DAY * 5 / 6)).scalar_one_or_none()
    return latest is not None and now - latest > most


def _news_again(c: Connection, now: datetime, baseline: timedelta) -> int:
    """What a feed's first document held was called old by a clock that was ahead."""
    t = articles.c
    judged_then = (t.silent.is_(True), t.first_seen_at > now + TOLERANCE, t.published >= now - baseline)
    return c.execute(update(articles).where(*judged_then).values(silent=False)).rowcount


def _indexed_again(c: Connection, now: datetime) -> int:
    """Documents carry the date too: rules and readers look by it."""
    t = articles.c
    ahead = (t.state == "indexed", t.indexed_at > now + TOLERANCE)
    anew = {"state": "fetched", "content_hash": None, "indexed_at": None}
    changed = c.execute(update(articles).where(*ahead).values(**anew)).rowcount
    left = update(articles).where(t.indexed_at > now + TOLERANCE).values(indexed_at=now)  # on its way already
    return changed + c.execute(left).rowcount


def _forget_runs(c: Connection, now: datetime) -> int:
    """Runs are a rhythm, and costs are counted by the hour: all of them at one moment would be neither."""
    changed = c.execute(delete(runs).where(runs.c.started_at > now + TOLERANCE)).rowcount
    return changed + c.execute(delete(feed_use).where(feed_use.c.hour > now + TOLERANCE)).rowcount

"""Keeping the stores in order: retention of each, and the ledger compared with the index.

Run nightly by the DAG ``maintain``, or by ``veille run --every`` once a day.
"""

import asyncio
from datetime import datetime, timedelta

from ingest.errors import IndexRefusesUs, IndexUnavailable
from ingest.feeds.quarantine import WINDOW
from ingest.index.protocol import SearchRequest, Sort
from ingest.index.schema import DocumentKind
from ingest.ledger import clock_repair, outlets, page_versions, retention, runs, sources, stories
from ingest.ledger import status as ledger_status
from ingest.ledger.store import Connection
from ingest.operations.clock import bring_back, heal_times, may_delete
from ingest.operations.drift import PAST
from ingest.operations.feed_replacement import look_for_replacements
from ingest.operations.findings import REFUSED
from ingest.operations.operations_mail import notify
from ingest.operations.withdraw import Applied, apply_rights
from ingest.rights.site_rules import Sites
from ingest.settings import Settings
from ingest.workspace import Workspace

RECONCILED = timedelta(days=7)
"""How far back the index is compared with the ledger: older losses are found by `veille index rebuild`."""
SETTLING = timedelta(minutes=10)
"""What was written just now may not be visible to searches yet."""
PAGE = 1000
CHUNK = 500
"""Keys in one statement: SQLite takes 32,766 variables, but plans are made for each length."""


def maintain(ws: Workspace) -> dict[str, int]:
    """Apply retention to all stores, find what the index has lost, report what needs attention. Returns counts.

    The index being away stops neither the archive's nor the ledger's part.
    """
    now = ws.clock()
    settings = ws.settings
    counts: dict[str, int] = {}
    heal_times(ws)
    deletes = may_delete(ws)
    if deletes:
        counts["archive files removed"] = len(ws.archive.prune(now - timedelta(days=settings.archive.keep_days)))
    else:
        counts["held back: nothing has run for a month, or the clock has jumped"] = 1
    refused = ""
    try:
        counts |= _rights(ws)
    except IndexRefusesUs as e:
        refused = str(e)
    try:
        for kind in (DocumentKind.ARTICLES, DocumentKind.MATCHES, DocumentKind.RUNS) if deletes else ():
            counts[f"{kind.value} pruned"] = ws.index.prune(now - timedelta(days=settings.index.keep_days), kind)
        counts["indexed again"] = reconcile(ws, now)
    except IndexUnavailable as e:
        counts["index away"] = 1
        refused = str(e) if isinstance(e, IndexRefusesUs) else refused
    with ws.ledger.begin() as c:
        counts["times brought back"] = bring_back(ws, c)
        gone = _forget(c, settings, now) if deletes else {}
        runs.set_meta(c, "maintained_at", now.isoformat())
        runs.set_meta(c, REFUSED, refused)
    counts |= _dead_feeds(ws)  # when all stores are in order: strangers' sites may take their time
    counts["operations mails"] = notify(ws)
    return counts | {f"{name} forgotten": n for name, n in gone.items()}


def _forget(c: Connection, settings: Settings, now: datetime) -> dict[str, int]:
    """Retention of the ledger."""
    stories.prune(c, now - timedelta(days=settings.enrich.story_window_days + 1))
    gone = retention.prune(c, now - timedelta(days=settings.ledger.keep_days))
    sources.forget(c, now - WINDOW)
    page_versions.prune(c, now - timedelta(days=settings.archive.keep_days))
    return gone | {"outlet days": outlets.prune(c, (now - 2 * PAST).date())}


def _rights(ws: Workspace) -> dict[str, int]:
    """Opt-outs found since yesterday, applied to what is stored."""
    policies = {feed.id: feed.policy for feed in ws.catalogue.feeds}

    async def work() -> Applied:
        async with ws.http() as http:
            sites = Sites(ws.ledger, http)
            return await apply_rights(
                ws.ledger, ws.archive, ws.index, sites, ws.settings, ws.clock, policies, unattended=True
            )  # fmt: skip

    try:
        applied = asyncio.run(work())
    except IndexRefusesUs:
        raise
    except IndexUnavailable:
        return {}
    left = len(applied.failed) + applied.postponed
    return {"pages withdrawn": len(applied.withdrawn), "pages to withdraw by `veille rights apply`": left}


def _dead_feeds(ws: Workspace) -> dict[str, int]:
    """Feeds that have ended are looked for again on their sites."""

    async def work() -> dict[str, int]:
        async with ws.http() as http:
            return await look_for_replacements(ws.ledger, ws.catalogue, http, ws.clock)

    return asyncio.run(work())


def maintain_if_due(ws: Workspace) -> dict[str, int]:
    """Once a day: what ``veille run --every`` calls after each round."""
    now = ws.clock()
    with ws.ledger.read() as c:
        last = runs.get_meta(c, "maintained_at")
        ahead = ledger_status.newest_in_the_future(c, now + clock_repair.TOLERANCE) is not None
    due = last is None or ahead or abs(now - datetime.fromisoformat(last)) >= timedelta(days=1)
    if not due:
        return {}
    return maintain(ws)


def reconcile(ws: Workspace, now: datetime) -> int:
    """Articles that the ledger believes indexed and the index does not have are indexed again; how many."""
    since, until = now - RECONCILED, now - SETTLING
    with ws.ledger.read() as c:
        believed = retention.indexed_between(c, since, until)
    missing = sorted(believed - _standing(ws, since))
    for i in range(0, len(missing), CHUNK):
        with ws.ledger.begin() as c:
            retention.index_again(c, missing[i : i + CHUNK])
    return len(missing)


def _standing(ws: Workspace, since: datetime) -> set[str]:
    ids: set[str] = set()
    after = None
    while True:
        page = ws.index.search(SearchRequest(since=since, size=PAGE, after=after, sort=Sort.INDEXED, highlight=False))
        ids |= {hit.id for hit in page.hits}
        if page.next is None:
            return ids
        after = page.next

"""How feeds are, as plain data: one answer for the command's --json, the API and the assistant's tool."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from ingest.feeds.catalogue import Catalogue
from ingest.feeds.health import HealthLine
from ingest.operations.drift import Drift
from ingest.operations.findings import outlet_drifts
from ingest.urls import registered_domain
from ingest.workspace import Workspace


def drifts_by_feed(ws: Workspace, now: datetime, catalogue: Catalogue) -> dict[str, Drift]:
    """Feed → how the pages of its outlet read otherwise than they used to, for those that do."""
    found = {drift.outlet: drift for drift in outlet_drifts(ws, now)}
    outlets = {feed.id: registered_domain(feed.url) for feed in catalogue.feeds} if found else {}
    return {feed_id: found[outlet] for feed_id, outlet in outlets.items() if outlet in found}


def feed_report(
    ws: Workspace, now: datetime, lines: Sequence[HealthLine], catalogue: Catalogue | None = None
) -> list[dict[str, Any]]:
    """The lines in their order, each with its address and how its pages have changed (``pages``)."""
    catalogue = catalogue or ws.catalogue
    drifts = drifts_by_feed(ws, now, catalogue)
    return [
        asdict(line)
        | {
            "health": line.health.value,
            "is_late": line.is_late,
            "url": feed.url if (feed := catalogue.get(line.feed_id)) else None,
            "pages": list(drifts[line.feed_id].changes) if line.feed_id in drifts else [],
        }
        for line in lines
    ]

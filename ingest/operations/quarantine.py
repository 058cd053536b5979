"""Feeds put in quarantine and let go again, by what their links have cost: looked at after each run that spends."""

from ingest.feeds.quarantine import WINDOW, judge, released
from ingest.ledger import sources
from ingest.ledger.sources import Quarantine
from ingest.outcome import Stage
from ingest.workspace import Workspace

SPENDING = (Stage.POLL, Stage.FETCH, Stage.INDEX)


def review(ws: Workspace, stage: Stage) -> list[Quarantine]:
    """Begin, prolong and end quarantines; those that changed. What waits for its page learns why."""
    if stage not in SPENDING:
        return []
    now, outlets = ws.clock(), {feed.id: feed.outlet for feed in ws.catalogue.enabled}
    with ws.ledger.read() as c:
        used, known = sources.use_since(c, now - WINDOW), sources.remembered(c)
    changed = judge(used, known, outlets, now)
    if not changed and all(quarantine.ended_at for quarantine in known.values()):
        return []
    with ws.ledger.begin() as c:
        for quarantine in changed:
            sources.put(c, quarantine)
        sources.name_reason(c, sources.active(c))
    return changed


def release(ws: Workspace, feed_ids: list[str]) -> list[str]:
    """Let feeds go at once; those that were in quarantine."""
    now = ws.clock()
    with ws.ledger.begin() as c:
        known = sources.active(c)
        freed = [feed_id for feed_id in feed_ids if feed_id in known]
        for feed_id in freed:
            sources.put(c, released(known[feed_id], now))
        sources.name_reason(c, sources.active(c))
    return freed

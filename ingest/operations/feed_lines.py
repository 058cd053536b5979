"""How each feed is, with all that the ledger knows of it: what every place that shows feeds goes by."""

from collections.abc import Sequence
from datetime import datetime

from ingest.feeds.catalogue import Catalogue
from ingest.feeds.health import HealthLine, health_lines
from ingest.feeds.schedule import promised
from ingest.ledger import feeds as feed_states
from ingest.ledger import gaps as ledger_gaps
from ingest.ledger import replacements, sources, websub
from ingest.ledger.gaps import FeedGap
from ingest.workspace import Workspace


def feed_lines(
    ws: Workspace, now: datetime, only: Sequence[str] | None = None, *, catalogue: Catalogue | None = None
) -> list[HealthLine]:
    """How each feed of the catalogue is, the workspace's if none is given.

    Raises ConfigError where feeds.yaml cannot be read.
    """
    known: dict[str, feed_states.FeedState] = {}
    hubs: dict[str, str] = {}
    gaps: dict[str, FeedGap] = {}
    held: dict[str, sources.Quarantine] = {}
    proposed: dict[str, replacements.Replacement] = {}
    if ws.is_begun:  # before the first run nothing is known of any
        with ws.ledger.read() as c:
            known, gaps = feed_states.states(c, only), ledger_gaps.latest(c, now, only)
            held, proposed = sources.active(c), replacements.read(c)
            hubs = {feed_id: websub.told(one, now) for feed_id, one in websub.of_feeds(c, only).items()}
    return health_lines(
        catalogue or ws.catalogue,
        known,
        now,
        feed_ids=only,
        promised=lambda feed: promised(feed, ws.settings.poll),
        hubs=hubs,
        gaps=gaps,
        quarantines=held,
        proposals=proposed,
    )

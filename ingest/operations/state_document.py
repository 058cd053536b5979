"""How feeds and backlog stand, for Kibana: a document of ``pipeline-runs`` every quarter of an hour.

The ledger knows how they stand and not how they stood, so only the index has the earlier ones, and a rebuild takes them
over from the old copy. They have no stage: what counts stages leaves them out.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from ingest.errors import ConfigError, IndexUnavailable
from ingest.index.document import Document
from ingest.index.fields import OLDEST_WAITING, backlog_field, feeds_field
from ingest.index.parts import stamp
from ingest.index.schema import DocumentKind
from ingest.ledger import articles, runs
from ingest.ledger import status as ledger_status
from ingest.model import Health
from ingest.operations.feed_lines import feed_lines
from ingest.workspace import Workspace

EVERY = timedelta(minutes=15)
MARKER = "published_state"
"""The small fact of the ledger that says which document was written last."""


def publish_state(ws: Workspace) -> int:
    """Write this quarter of an hour's document unless it is there; how many. Never raises for the index.

    Workers that do so at once write the same id. One that is refused, such as by an index that has not got today's
    fields, is tried again at the next round.
    """
    now = ws.clock()
    id = document_id(now)
    with ws.ledger.read() as c:
        if runs.get_meta(c, MARKER) == id:
            return 0
        backlog, oldest = articles.backlog(c), ledger_status.oldest_waiting(c, now)
    document = state_document(now, _healths(ws, now), backlog, oldest)
    try:
        (written,) = ws.index.write([document], into=DocumentKind.RUNS)
    except IndexUnavailable:
        return 0
    if written.ok:
        with ws.ledger.begin() as c:
            runs.set_meta(c, MARKER, id)
    return int(written.ok)


def document_id(now: datetime) -> str:
    """Of the quarter of an hour that a moment lies in."""
    begun = now - (now - datetime.min.replace(tzinfo=now.tzinfo)) % EVERY
    return f"state-{begun:%Y%m%dT%H%M}Z"


def state_document(
    now: datetime, healths: Mapping[Health, int] | None, backlog: Mapping[str, int], oldest: datetime | None
) -> Document:
    """The document. Every figure stands in it, 0 too: what is left out would show the last that was not.

    ``healths`` None: the feeds cannot be read, and nothing is said of them. ``oldest``: when the article that waits
    longest was first seen.
    """
    figures: dict[str, float] = {backlog_field(state): backlog.get(state, 0) for state in articles.STATES}
    figures[OLDEST_WAITING] = max(0.0, (now - oldest).total_seconds()) if oldest else 0.0
    if healths is not None:
        figures |= {feeds_field(health): healths.get(health, 0) for health in Health}
    source: dict[str, Any] = {"@timestamp": stamp(now)}
    for name, value in figures.items():
        group, _, field = name.partition(".")
        source.setdefault(group, {})[field] = value
    return Document(document_id(now), source)


def _healths(ws: Workspace, now: datetime) -> Counter[Health] | None:
    """None where feeds.yaml cannot be read: `status` and the operations mail say why."""
    try:
        return Counter(line.health for line in feed_lines(ws, now))
    except ConfigError:
        return None

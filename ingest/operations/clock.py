"""A clock that was wrong: noticed and healed at the beginning of each poll, whatever runs it."""

import logging
from datetime import timedelta

from ingest.ledger import clock_repair
from ingest.ledger.status import newest_in_the_future
from ingest.ledger.store import Connection
from ingest.workspace import Workspace

LONGEST_PAUSE = timedelta(days=30)
"""After a longer silence retention waits for a day: a clock that is a year ahead would call everything old."""
_log = logging.getLogger(__name__)


def heal_times(ws: Workspace) -> int:
    """Bring back what a clock that was ahead has written, so that everything goes on in this very run; how many times.

    Cheap on a sound ledger: the newest of a few times.
    """
    now = ws.clock()
    with ws.ledger.read() as c:
        if newest_in_the_future(c, now + clock_repair.TOLERANCE) is None:
            return 0
    with ws.ledger.begin() as c:
        changed = bring_back(ws, c)
    if changed:
        _log.warning("a clock was ahead: %d times in the ledger are brought back to now", changed)
    return changed


def bring_back(ws: Workspace, c: Connection) -> int:
    """The same within a transaction, looking at everything."""
    return clock_repair.bring_back(c, ws.clock(), baseline=timedelta(hours=ws.settings.poll.baseline_hours))


def may_delete(ws: Workspace) -> bool:
    """False where the clock may have jumped: then nothing is deleted for its age until it has run for a day."""
    with ws.ledger.read() as c:
        return not clock_repair.jumped(c, ws.clock(), LONGEST_PAUSE)

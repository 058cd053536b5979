"""Where the installation lives that a ledger belongs to, remembered so that one that has moved is told so."""

import os
from pathlib import Path

from ingest.ledger.runs import get_meta, set_meta
from ingest.ledger.store import Ledger

_KEY = "config_dir"


def remember_home(ledger: Ledger, config_dir: Path, *, note: bool) -> list[str]:
    """What is to be said about a ledger that was last used with another config folder; remembered with ``note``.

    Only for the embedded ledger: PostgreSQL is shared by machines whose folders have their own names.
    """
    if not ledger.is_sqlite:
        return []
    here = os.path.abspath(config_dir)
    with ledger.read() as c:
        last = get_meta(c, _KEY)
    if last == here:
        return []
    if note:
        with ledger.begin() as c:
            set_meta(c, _KEY, here)
    if last is None:
        return []
    file = ledger.engine.url.database
    if Path(str(last)).is_dir():
        return [f"two config folders use the ledger {file}: {last} until now, and {here}; each should have its own"]
    return [f"this installation has moved: the ledger {file} was last used with {last}, and now with {here}"]

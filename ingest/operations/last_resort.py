"""What is told where the ledger itself fails: its outbox cannot hold the mail that says so.

A damaged ledger is told at once, one that is out of reach once that has lasted. The mail goes straight to those who get
operations mails and to the canary's second channel, once a day. When and of what it was is noted in a small file of the
data folder, before it is sent: where not even that can be written, nobody is told every five minutes for ever.
"""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from ingest.alert.channels.registry import open_channels
from ingest.clock import Clock
from ingest.errors import LedgerDamaged, LedgerUnavailable
from ingest.operations.findings import Finding, ledger_finding
from ingest.operations.notice import NoChannel, notice
from ingest.settings import Settings
from ingest.text.whole_file import write_whole

AGAIN_AFTER = timedelta(days=1)
NOTE = "ledger-trouble.json"
_log = logging.getLogger(__name__)


@contextmanager
def telling_of_the_ledger(settings: Settings, clock: Clock) -> Iterator[None]:
    """Around a run: a ledger that fails is told of, and the error goes on; one that is well again is remembered."""
    try:
        yield
    except LedgerUnavailable as e:
        try:
            tell(settings, e, clock())
        except Exception as second:  # noqa: BLE001 - the first error is the one to see
            _log.warning("nobody could be told of the ledger: %s", second)
        raise
    (settings.data_dir / NOTE).unlink(missing_ok=True)


def tell(settings: Settings, error: LedgerUnavailable, now: datetime) -> int:
    """Tell of it if it is time to; how many messages were taken."""
    finding = ledger_finding(error)
    file = settings.data_dir / NOTE
    since, told = _noted(file, finding.key)
    since = since or now
    patience = timedelta(seconds=0 if isinstance(error, LedgerDamaged) else settings.alert.patience_seconds)
    due = now - since >= patience and (told is None or now - told >= AGAIN_AFTER)
    _note(file, finding.key, since, now if due else told)
    return _send(settings, finding, now) if due else 0


def _send(settings: Settings, finding: Finding, now: datetime) -> int:
    text = f"{finding.message}\n\n-> {finding.what_to_do}\n\nNothing is polled, found or told until this is mended."
    taken = 0
    with open_channels(settings) as channels:
        for who in dict.fromkeys((*settings.alert.operations_to, *settings.canary.alarm_to)):
            identity = (finding.key, now.isoformat(timespec="hours"), who.lower())
            try:
                message = notice(settings, channels, who, identity, f"[veille] ledger {finding.kind}", text, now)
                channel = channels.of(who)
                taken += channel is not None and channel.send(message, now).state == "sent"
            except NoChannel as e:
                _log.warning("%s", e)
    return taken


def _noted(file: Path, key: str) -> tuple[datetime | None, datetime | None]:
    """Since when the same trouble lasts, and when it was told; None for what is not known."""
    try:
        found = json.loads(file.read_bytes())
        if found["key"] != key:
            return None, None
        told = found["told"]
        return datetime.fromisoformat(found["since"]), datetime.fromisoformat(told) if told else None
    except (OSError, ValueError, KeyError, TypeError):
        return None, None


def _note(file: Path, key: str, since: datetime, told: datetime | None) -> None:
    noted = {"key": key, "since": since.isoformat(), "told": told.isoformat() if told else None}
    write_whole(file, json.dumps(noted).encode())

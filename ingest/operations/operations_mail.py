"""The operations mail: what needs attention, once a day, errors within the hour, and nothing when nothing is new.

A finding is reported once, when it is new; a mail about new ones repeats in one line each what is still open. What is
merely worth knowing (a notice) goes along with such a mail and causes none.
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from ingest.alert.channels.mail.message import Envelope, build, message_id
from ingest.alert.channels.mail.render import fill
from ingest.alert.identity import notification_id
from ingest.alert.phrases import Phrases
from ingest.alert.recipients import NOBODY, Reader, Readers
from ingest.alert.wording import moment, pulse_line
from ingest.clock import Clock
from ingest.errors import ConfigError
from ingest.ledger import outbox, reported
from ingest.ledger.liveness import Pulse, pulse
from ingest.ledger.outbox import Notification
from ingest.ledger.store import Ledger
from ingest.operations.findings import Finding, Level, gather
from ingest.operations.french import in_french
from ingest.settings import Settings
from ingest.workspace import Workspace


def notify(ws: Workspace) -> int:
    """Gather what needs attention and queue the day's mail; how many mails. With nobody to notify nothing is read."""
    if not ws.settings.alert.operations_to:
        return 0
    return operations(ws.ledger, gather(ws), ws.settings, ws.clock, _readers(ws))


def _readers(ws: Workspace) -> Readers:
    """Nobody is described where alerts.yaml cannot be read: the findings say so, and the mail must leave."""
    try:
        return ws.alerts.readers
    except ConfigError:
        return NOBODY


def operations(
    ledger: Ledger, findings: Sequence[Finding], settings: Settings, clock: Clock, readers: Readers = NOBODY
) -> int:
    """Queue the operations mail if there is a new finding that needs attention. Returns mails queued.

    One a day, where it brings no new error; one that does follows at once, but no more than one an hour.

    ``findings`` are those of ``ingest.operations.findings``. Without ``alert.operations_to`` nobody is notified.
    """
    now, recipients = clock(), settings.alert.operations_to
    if not recipients:
        return 0
    with ledger.begin() as c:
        found: dict[str, Finding] = {f.key: f for f in findings}
        told = reported.told_since(c)
        ended = told.keys() - found.keys()
        new = [f for key, f in found.items() if key not in told]
        open_still = [f for key, f in found.items() if key in told]
        is_urgent = any(f.level is Level.ERROR for f in new)
        identities = [_identity(settings, now, who, is_urgent=is_urgent) for who in recipients]
        if not any(f.needs_attention for f in new) or reported.has_mail(c, [notification_id(i) for i in identities]):
            reported.record(c, (), ended, now)
            return 0
        state = pulse(c, now)
        mails = [_write(new, open_still, state, settings, now, i, readers.of(i[-1])) for i in identities]
        reported.record(c, [f.key for f in new], ended, now)
        return outbox.queue(c, mails, now)


def _identity(settings: Settings, now: datetime, recipient: str, *, is_urgent: bool) -> tuple[str, ...]:
    here = now.astimezone(ZoneInfo(settings.timezone))
    moment = here.strftime("%Y-%m-%dT%H") if is_urgent else here.date().isoformat()
    return ("operations", moment, recipient.lower())


def _write(
    new: Sequence[Finding],
    still: Sequence[Finding],
    state: Pulse,
    settings: Settings,
    now: datetime,
    identity: tuple[str, ...],
    reader: Reader,
) -> Notification:
    recipient = next(r for r in settings.alert.operations_to if r.lower() == identity[-1])
    zone, phrases = reader.zone or settings.timezone, reader.phrases
    subject = f"[veille] {phrases.counted('operations_subject', sum(f.needs_attention for f in new))}"
    values = {
        "t": phrases,
        "mail_language": phrases.code,
        "new": [_shown(f, zone, phrases) for f in new],
        "still": [_shown(f, zone, phrases) for f in still],
        "now": moment(now, zone, phrases),
        "pulse": pulse_line(state.feeds, state.healthy, state.lag, phrases),
        "contact": "",
        "rules": [],
    }
    rendered = fill("operations", subject, values)
    envelope = Envelope(settings.smtp.sender, recipient, now, identity, "operations", "veille operations")
    return Notification(
        notification_id(identity), message_id(identity, settings.smtp.sender), "operations", recipient, subject,
        build(rendered, envelope),
    )  # fmt: skip


def _shown(finding: Finding, zone: str, phrases: Phrases) -> dict[str, str]:
    said = in_french if phrases.code == "fr" else str
    return {
        "subject": " ".join(finding.subject.split()),
        "kind": said(finding.kind),
        "message": said(" ".join(finding.message.split()))[:500],
        "what_to_do": said(finding.what_to_do),
        "since": moment(finding.since, zone, phrases) if finding.since else "",
    }

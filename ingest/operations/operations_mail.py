"""The operations mail: what needs a hand, at most once a day, and nothing when there is nothing new.

A trouble is told once, when it is new; a mail about new ones repeats in one line each what is still open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from ingest.alert.channels.mail.message import Envelope, build, mail_id, message_id
from ingest.alert.channels.mail.render import fill
from ingest.alert.wording import counted, moment, pulse_line
from ingest.clock import Clock
from ingest.ledger import outbox, reported, rules
from ingest.ledger.liveness import droughts, pulse
from ingest.ledger.outbox import Mail
from ingest.ledger.store import Connection, Ledger
from ingest.settings import Settings

PATIENCE = timedelta(hours=1)
"""How long a rule may fail, or a mail wait, before a person is told: shorter outages mend themselves."""


class Finding(Protocol):
    """Something that needs a hand, such as ``ingest.feeds.health.Finding``."""

    @property
    def key(self) -> str:
        """The same as long as it is the same trouble."""

    @property
    def subject(self) -> str:
        """What it is about, such as a feed's id."""

    @property
    def kind(self) -> str:
        """Such as ``failing`` or ``silent``."""

    @property
    def message(self) -> str:
        """What is wrong."""

    @property
    def what_to_do(self) -> str:
        """What a person can do about it."""

    @property
    def since(self) -> datetime | None:
        """Since when, if that is known."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A finding about alerts and mails."""

    key: str
    subject: str
    kind: str
    message: str
    what_to_do: str
    since: datetime | None = None


def operations(ledger: Ledger, findings: Sequence[Finding], settings: Settings, clock: Clock) -> int:
    """Queue today's operations mail if there is new trouble and none was queued today. Returns mails queued.

    ``findings`` are those of the feeds; alerts and mails are looked at here. Without
    ``alert.operations_to`` nobody is told.
    """
    now, recipients = clock(), settings.alert.operations_to
    if not recipients:
        return 0
    with ledger.begin() as c:
        found: dict[str, Finding] = {f.key: f for f in (*findings, *own_troubles(c, now))}
        told = reported.told_since(c)
        ended = told.keys() - found.keys()
        new = [f for key, f in found.items() if key not in told]
        open_still = [f for key, f in found.items() if key in told]
        identities = [_identity(settings, now, who) for who in recipients]
        if not new or reported.has_mail(c, [mail_id(i) for i in identities]):
            reported.record(c, (), ended, now)
            return 0
        state = pulse(c, now)
        line = pulse_line(state.feeds, state.healthy, state.lag)
        mails = [_write(new, open_still, line, settings, now, i) for i in identities]
        reported.record(c, [f.key for f in new], ended, now)
        return outbox.queue(c, mails, now)


def own_troubles(c: Connection, now: datetime) -> Iterable[Finding]:
    """Rules that cannot be looked at, mails that were refused or do not get through."""
    for rule in rules.failing(c):
        if now - rule.failing_since >= PATIENCE:
            key = f"rule:{rule.id}:{rule.failing_since.isoformat(timespec='seconds')}"
            what = "it looks from its watermark again once this is mended: `veille doctor`"
            yield Trouble(key, rule.id, "rule failing", rule.last_error, what, rule.failing_since)
    for dry in droughts(c, now):
        where = f"in {dry.language}" if dry.language else "in all"
        message = f"{dry.found} new articles {where} in a day, usually {dry.usual:g}, although feeds are polled"
        what = "`veille feeds health`, then look at a site: its feeds may be frozen, or we may be kept out"
        yield Trouble(
            f"drought:{dry.language or 'all'}", dry.language or "all feeds", "few new articles", message, what
        )
    stuck = [row for row in outbox.troubled(c, now, PATIENCE) if row.kind != "operations"]  # no mail about such mails
    for row in (r for r in stuck if r.state == "failed"):
        what = "mend the address in alerts.yaml, or `veille alerts send --failed` once the server takes it"
        message = f"“{row.subject}” was refused: {row.last_error}"
        yield Trouble(f"mail:{row.id}", row.recipient, "mail refused", message, what, row.created_at)
    waiting = [r for r in stuck if r.state == "queued"]
    if waiting:
        first = waiting[0]
        message = f"{counted(len(waiting), 'mail')} waiting: {first.last_error or 'not tried yet'}"
        what = "`veille doctor` says what is wrong with the mail server"
        yield Trouble(f"outbox:{first.id}", "outbox", "mails waiting", message, what, first.created_at)


def _identity(settings: Settings, now: datetime, recipient: str) -> tuple[str, ...]:
    day = now.astimezone(ZoneInfo(settings.timezone)).date()
    return ("operations", day.isoformat(), recipient.lower())


def _write(
    new: Sequence[Finding],
    still: Sequence[Finding],
    line: str,
    settings: Settings,
    now: datetime,
    identity: tuple[str, ...],
) -> Mail:
    recipient = next(r for r in settings.alert.operations_to if r.lower() == identity[-1])
    subject = f"[veille] {counted(len(new), 'thing needs', 'things need')} a hand"
    values = {
        "new": [_shown(f, settings.timezone) for f in new],
        "still": [_shown(f, settings.timezone) for f in still],
        "now": moment(now, settings.timezone),
        "pulse": line,
        "contact": "",
        "rules": [],
    }
    rendered = fill("operations", subject, values)
    envelope = Envelope(settings.smtp.sender, recipient, now, identity, "operations", "veille operations")
    return Mail(
        mail_id(identity), message_id(identity, settings.smtp.sender), "operations", recipient, subject,
        build(rendered, envelope),
    )  # fmt: skip


def _shown(finding: Finding, zone: str) -> dict[str, str]:
    return {
        "subject": " ".join(finding.subject.split()),
        "kind": finding.kind,
        "message": " ".join(finding.message.split())[:500],
        "what_to_do": finding.what_to_do,
        "since": moment(finding.since, zone) if finding.since else "",
    }

"""The deliver stage: mails from the outbox to the SMTP server, each recorded as soon as the server has answered."""

from collections.abc import Sequence

from ingest.alert.channels.mail.smtp import Answer, Mailer, Verdict, backoff
from ingest.clock import Clock
from ingest.ledger import outbox
from ingest.ledger.outbox import Mail
from ingest.ledger.store import Ledger
from ingest.outcome import Outcome, Report, Stage, StageRun
from ingest.settings import Settings

BATCH = 20
"""Mails leased at once: few, so that a worker that dies holds few back until its leases expire."""


def deliver(ledger: Ledger, settings: Settings, clock: Clock, report: Report) -> StageRun:
    """Hand over every mail whose time has come. One outcome a mail; stops when the server takes none."""
    run = StageRun(Stage.DELIVER, clock())
    lease = settings.ledger.lease_seconds
    with Mailer(settings.smtp) as mailer:
        while mails := outbox.claim(ledger, clock(), limit=BATCH, lease_seconds=lease):
            run.claimed += len(mails)
            if not _deliver(mails, mailer, ledger, lease, clock, run, report):
                break
    run.ended_at = clock()
    return run


def _deliver(
    mails: Sequence[Mail], mailer: Mailer, ledger: Ledger, lease: int, clock: Clock, run: StageRun, report: Report
) -> bool:
    """One batch. False: the server takes no mail at present, and the rest waits."""
    down: Answer | None = None
    for mail in mails:
        if down is None:
            if not outbox.renew(ledger, mail, clock(), lease_seconds=lease):
                outcome = Outcome(Stage.DELIVER, mail.id, "taken", "another worker has it")
            else:
                answer = mailer.send(mail.recipient, mail.message)
                outcome = _record(ledger, mail, answer, clock)
                down = None if answer.server_is_well else answer
        else:
            outcome = _record(ledger, mail, down, clock)
        run.add(outcome)
        report(outcome)
    return down is None


def _record(ledger: Ledger, mail: Mail, answer: Answer, clock: Clock) -> Outcome:
    what = f"{mail.recipient}: {mail.subject}"
    match answer.verdict:
        case Verdict.SENT:
            outbox.sent(ledger, mail, clock())
            return Outcome(Stage.DELIVER, mail.id, "sent", what, new=1)
        case Verdict.REFUSED:
            outbox.failed(ledger, mail, answer.reason)
            return Outcome(Stage.DELIVER, mail.id, "refused", f"{what} – {answer.reason}", ok=False)
        case Verdict.LATER:
            wait = backoff(mail.attempts + 1)
            outbox.later(ledger, mail, answer.reason, clock() + wait)
            minutes = int(wait.total_seconds() // 60)
            return Outcome(
                Stage.DELIVER, mail.id, "later", f"{what} – {answer.reason}; again in {minutes} min", ok=False
            )

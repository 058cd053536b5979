"""The checks of ``veille doctor``: each looks at one part and says what to do. None raises."""

import smtplib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.errors import ConfigError, IndexRefusesUs, LedgerUnavailable, StoreMissing, VeilleError
from ingest.ledger import runs
from ingest.operations.findings import gather, ledger_finding
from ingest.text.plurals import counted
from ingest.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Check:
    """What one check found. ``level``: ``ok``, ``notice``, ``warning`` (needs attention) or ``error``."""

    part: str
    level: str
    message: str
    todo: str = ""


def check_up(ws: Workspace) -> Iterator[Check]:
    """All checks in the order of an article's way, then what ``status`` and the operations mail know as well."""
    without_ledger = False
    for part, check in _CHECKS.items():
        try:
            yield from check(ws)
        except StoreMissing as e:
            if part == "ledger":
                yield Check(part, "warning", str(e), "veille run --once")
        except LedgerUnavailable as e:  # one line: what lives in the ledger, or reads it, fails with it
            if not without_ledger:
                finding = ledger_finding(e)
                yield Check(finding.part, finding.level.value, finding.message, finding.what_to_do)
            without_ledger = True
        except IndexRefusesUs as e:
            yield Check(part, "error", str(e), e.todo)
        except VeilleError as e:
            yield Check(part, "error", str(e), "see the message; docs/operating.md")
        except OSError as e:
            yield Check(part, "error", str(e), "check address, port and permissions")


def _configuration(ws: Workspace) -> Iterator[Check]:
    try:
        ws.check_configuration()
    except ConfigError as e:
        for problem in e.problems:
            yield Check("configuration", "error", str(problem))
        return
    feeds = sum(1 for f in ws.catalogue.feeds if f.enabled)
    text = (
        f"{counted(feeds, 'feed')} enabled, {counted(len(ws.tagger.topics), 'topic')}, {counted(len(ws.rules), 'rule')}"
    )
    yield Check("configuration", "ok", text)
    if not ws.settings.fetch.contact:
        yield Check(
            "configuration", "notice", "publishers cannot reach you: the User-Agent names no contact",
            "set [fetch] contact in veille.toml or VEILLE_FETCH__CONTACT",
        )  # fmt: skip


def _ledger(ws: Workspace) -> Iterator[Check]:
    with ws.ledger.begin() as c:
        runs.set_meta(c, "doctor", ws.clock().isoformat())
    yield Check("ledger", "ok", f"{ws.ledger_place}, can be written")


def _archive(ws: Workspace) -> Iterator[Check]:
    files = ws.archive.files()
    yield Check("archive", "ok", f"{ws.settings.archive_target}, {len(files)} files")


def _index(ws: Workspace) -> Iterator[Check]:
    status = ws.index.status()
    if status.ready:
        yield Check("index", "ok", f"{status.kind} {status.where}, {status.documents} documents")


def _smtp(ws: Workspace) -> Iterator[Check]:
    smtp = ws.settings.smtp
    place = f"{smtp.host}:{smtp.port}"
    try:
        kind = smtplib.SMTP_SSL if smtp.security == "tls" else smtplib.SMTP
        with kind(smtp.host, smtp.port, timeout=smtp.timeout_seconds) as server:
            server.ehlo()
    except (OSError, smtplib.SMTPException) as e:
        yield Check("smtp", "error", f"{place} does not answer: {e}", "set [smtp] host and port; mails wait meanwhile")
        return
    yield Check("smtp", "ok", f"{place} answers")
    if smtp.sender.endswith("@localhost>") or smtp.sender.endswith("@localhost"):
        yield Check("smtp", "notice", f"mails come from {smtp.sender}", "set [smtp] sender to an address of yours")


def _findings(ws: Workspace) -> Iterator[Check]:
    """The one list: what is known to need attention. Configuration was reported above, in full."""
    for finding in gather(ws):
        if finding.part != "configuration":
            yield Check(finding.part, finding.level.value, f"{finding.subject}: {finding.message}", finding.what_to_do)


_CHECKS: dict[str, Callable[[Workspace], Iterator[Check]]] = {
    "configuration": _configuration,
    "ledger": _ledger,
    "archive": _archive,
    "index": _index,
    "smtp": _smtp,
    "findings": _findings,
}

"""The checks of ``veille doctor``: each looks at one part and says what to do. None raises."""

import smtplib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from ingest.errors import ConfigError, VeilleError
from ingest.ledger import runs
from ingest.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. ``level``: ``ok``, ``warning`` (works, but look at it) or ``error``."""

    part: str
    level: str
    message: str
    todo: str = ""


def check_up(ws: Workspace) -> Iterator[Finding]:
    """All checks, one finding or more each, in the order of an article's way."""
    for part, check in _CHECKS.items():
        try:
            yield from check(ws)
        except VeilleError as e:
            yield Finding(part, "error", str(e), "see the message; docs/operating.md")
        except OSError as e:
            yield Finding(part, "error", str(e), "check address, port and permissions")


def _configuration(ws: Workspace) -> Iterator[Finding]:
    try:
        ws.check_configuration()
    except ConfigError as e:
        for problem in e.problems:
            yield Finding("configuration", "error", str(problem))
        return
    feeds = sum(1 for f in ws.catalogue.feeds if f.enabled)
    text = f"{feeds} feeds enabled, {len(ws.tagger.topics)} topics, {len(ws.rules)} rules"
    yield Finding("configuration", "ok", text)
    if not ws.settings.fetch.contact:
        yield Finding(
            "configuration", "warning", "publishers cannot reach you: the User-Agent names no contact",
            "set [fetch] contact in veille.toml or VEILLE_FETCH__CONTACT",
        )  # fmt: skip


def _ledger(ws: Workspace) -> Iterator[Finding]:
    with ws.ledger.begin() as c:
        runs.set_meta(c, "doctor", ws.clock().isoformat())
        last = runs.last(c)
    yield Finding("ledger", "ok", f"{ws.ledger.engine.dialect.name}, can be written")
    if "poll" not in last:
        yield Finding("ledger", "warning", "nothing has been polled yet", "veille run --once")
    elif ws.clock() - last["poll"].started_at > timedelta(hours=1):
        ago = (ws.clock() - last["poll"].started_at).total_seconds() / 3600
        yield Finding(
            "ledger", "warning", f"the last poll was {ago:.1f} hours ago", "veille run --every 5m, or Airflow"
        )


def _archive(ws: Workspace) -> Iterator[Finding]:
    files = ws.archive.files()
    yield Finding("archive", "ok", f"{ws.settings.archive_target}, {len(files)} files")


def _index(ws: Workspace) -> Iterator[Finding]:
    status = ws.index.status()
    if status.ready:
        yield Finding("index", "ok", f"{status.kind} {status.where}, {status.documents} documents")
    elif status.version is None and not status.note:
        yield Finding("index", "warning", f"{status.kind} {status.where} is not set up", "veille index setup")
    else:
        yield Finding("index", "error", f"{status.kind} {status.where}: {status.note}", "veille index setup")


def _smtp(ws: Workspace) -> Iterator[Finding]:
    smtp = ws.settings.smtp
    place = f"{smtp.host}:{smtp.port}"
    try:
        kind = smtplib.SMTP_SSL if smtp.security == "tls" else smtplib.SMTP
        with kind(smtp.host, smtp.port, timeout=smtp.timeout_seconds) as server:
            server.ehlo()
    except (OSError, smtplib.SMTPException) as e:
        yield Finding(
            "smtp", "error", f"{place} does not answer: {e}", "set [smtp] host and port; mails wait meanwhile"
        )
        return
    yield Finding("smtp", "ok", f"{place} answers")
    if smtp.sender.endswith("@localhost>") or smtp.sender.endswith("@localhost"):
        yield Finding("smtp", "warning", f"mails come from {smtp.sender}", "set [smtp] sender to an address of yours")


_CHECKS: dict[str, Callable[[Workspace], Iterator[Finding]]] = {
    "configuration": _configuration,
    "ledger": _ledger,
    "archive": _archive,
    "index": _index,
    "smtp": _smtp,
}

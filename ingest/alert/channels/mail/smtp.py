"""Handing mails to an SMTP server, and what its answers mean.

One connection serves a batch. What the server says decides what becomes of a mail: 2xx sent; 4xx, a broken
connection, or trouble that is ours (login, sender, TLS) later; 5xx about the recipient or the mail, refused.
"""

import smtplib
import socket
import ssl
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parseaddr
from enum import StrEnum
from types import TracebackType

from ingest.alert.channels.mail.message import domain_of
from ingest.settings import SmtpSettings


class Verdict(StrEnum):
    """What became of handing one mail over."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Answer:
    """The server's answer about one mail."""

    verdict: Verdict
    reason: str = ""
    server_is_well: bool = True
    """False: no mail gets through at present (down, login refused, sender refused)."""


def backoff(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts: 1, 2, 4 … minutes, at most an hour."""
    return timedelta(minutes=min(60, 2 ** min(max(0, attempts - 1), 6)))


class Mailer:
    """A connection to the SMTP server, opened when first needed: ``with Mailer(settings) as mailer``."""

    def __init__(self, settings: SmtpSettings) -> None:
        self._settings = settings
        self._sender = parseaddr(settings.sender)[1]
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> "Mailer":
        """Nothing is opened before it is needed."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Say QUIT, unless something went wrong."""
        self._close(politely=error is None)

    def send(self, recipient: str, message: str) -> Answer:
        """Hand one mail over. Never raises for what a server or the network does."""
        try:
            smtp = self._smtp or self._connect()
        except (OSError, smtplib.SMTPException) as e:
            self._close(politely=False)
            return Answer(Verdict.LATER, self._cannot_connect(e), server_is_well=False)
        try:
            smtp.sendmail(self._sender, [recipient], message.encode("ascii"))
        except smtplib.SMTPException as e:
            return self._refused(e)
        except OSError as e:
            self._close(politely=False)
            return Answer(Verdict.LATER, f"connection to {self._where} lost: {e}", server_is_well=False)
        return Answer(Verdict.SENT)

    def check(self) -> str | None:
        """Connect and log in, sending nothing; None if all is well, else what is wrong."""
        try:
            smtp = self._smtp or self._connect()
            smtp.noop()
        except (OSError, smtplib.SMTPException) as e:
            self._close(politely=False)
            return self._cannot_connect(e)
        return None

    @property
    def _where(self) -> str:
        return f"{self._settings.host}:{self._settings.port}"

    def _connect(self) -> smtplib.SMTP:
        s = self._settings
        hello = domain_of(s.sender)
        if s.security == "tls":
            self._smtp = smtplib.SMTP_SSL(s.host, s.port, hello, timeout=s.timeout_seconds, context=self._tls())
        else:
            self._smtp = smtplib.SMTP(s.host, s.port, hello, timeout=s.timeout_seconds)
        if s.security == "starttls":
            self._smtp.starttls(context=self._tls())
        if s.username:
            self._smtp.login(s.username, _password(s))
        return self._smtp

    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self._settings.ca_certs) if self._settings.ca_certs else None)

    def _close(self, *, politely: bool) -> None:
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        try:
            if politely:
                smtp.quit()
        except (OSError, smtplib.SMTPException):
            pass  # what was sent is sent; a server that hangs up early changes nothing
        finally:
            smtp.close()

    def _refused(self, error: smtplib.SMTPException) -> Answer:
        if isinstance(error, smtplib.SMTPServerDisconnected):
            self._close(politely=False)
            return Answer(Verdict.LATER, f"{self._where} hung up: {error}", server_is_well=False)
        if isinstance(error, smtplib.SMTPRecipientsRefused):
            code, text = next(iter(error.recipients.values()))
            answer = _answer(code, text, "recipient")
        elif isinstance(error, smtplib.SMTPSenderRefused) and error.smtp_code != 552:  # 552: this mail is too big
            # 5xx here is about us (wrong sender, not logged in): no mail would pass, and none may be lost for it
            reason = f"sender {self._sender} refused: {_said(error.smtp_code, error.smtp_error)}"
            answer = Answer(Verdict.LATER, reason, server_is_well=False)
        elif isinstance(error, smtplib.SMTPResponseException):
            answer = _answer(error.smtp_code, error.smtp_error, "message")
        else:
            answer = Answer(Verdict.LATER, f"{self._where}: {error}", server_is_well=False)
        if not answer.server_is_well:
            self._close(politely=False)
        return answer

    def _cannot_connect(self, error: Exception) -> str:
        if isinstance(error, smtplib.SMTPAuthenticationError):
            hint = "check smtp.username and VEILLE_SMTP__PASSWORD"
            return f"{self._where} refused the login: {_said(error.smtp_code, error.smtp_error)} → {hint}"
        if isinstance(error, smtplib.SMTPNotSupportedError):
            return f"{self._where}: {error} → check smtp.security and smtp.username"
        if isinstance(error, socket.gaierror):
            return f"no host named {self._settings.host}: {error} → check smtp.host"
        if isinstance(error, ssl.SSLError):
            return f"{self._where}: {error} → check smtp.security ({self._settings.security}) and smtp.ca_certs"
        return f"cannot reach {self._where}: {error or type(error).__name__}"


def _password(settings: SmtpSettings) -> str:
    if settings.password is not None:
        return settings.password.get_secret_value()
    return settings.password_file.read_text(encoding="utf-8").strip() if settings.password_file else ""


def _answer(code: int, text: bytes | str, about: str) -> Answer:
    reason = f"{about}: {_said(code, text)}"
    if code == 421:  # RFC 5321 3.8: the server is closing down
        return Answer(Verdict.LATER, reason, server_is_well=False)
    return Answer(Verdict.REFUSED if 500 <= code < 600 else Verdict.LATER, reason)


def _said(code: int, text: bytes | str) -> str:
    plain = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(plain.split())[:300]}"

"""Handing mails to an SMTP server, and what its answers mean.

One connection serves a batch. What the server says decides what becomes of a mail: 2xx sent; 4xx, a broken
connection, or trouble that is ours (login, sender, TLS) later; 5xx about the recipient or the mail, refused.
"""

import smtplib
import socket
import ssl
from email.utils import parseaddr
from types import TracebackType

from ingest.alert.channels.base import ChannelState, Delivery, DeliveryState
from ingest.alert.channels.mail.message import domain_of
from ingest.settings import SmtpSettings, secret_of


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

    def close(self) -> None:
        """Say QUIT."""
        self._close(politely=True)

    def send(self, recipient: str, message: str) -> Delivery:
        """Hand one mail over. Never raises for what a server or the network does."""
        try:
            smtp = self._smtp or self._connect()
        except (OSError, smtplib.SMTPException) as e:
            self._close(politely=False)
            return Delivery(DeliveryState.LATER, self._cannot_connect(e), ChannelState.DOWN)
        try:
            smtp.sendmail(self._sender, [recipient], message.encode("ascii"))
        except smtplib.SMTPException as e:
            return self._refused(e)
        except OSError as e:
            self._close(politely=False)
            return Delivery(DeliveryState.LATER, f"connection to {self._where} lost: {e}", ChannelState.UNSURE)
        except ValueError as e:  # smtplib's, of an address or text that cannot be said in SMTP: half a dialogue is open
            self._close(politely=False)
            return Delivery(DeliveryState.REFUSED, f"{recipient!r} or its message cannot be said in SMTP: {e}")
        return Delivery(DeliveryState.SENT)

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
            self._smtp.login(s.username, secret_of(s, "password") or "")
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

    def _refused(self, error: smtplib.SMTPException) -> Delivery:
        if isinstance(error, smtplib.SMTPServerDisconnected):
            self._close(politely=False)
            return Delivery(DeliveryState.LATER, f"{self._where} hung up: {error}", ChannelState.UNSURE)
        if isinstance(error, smtplib.SMTPRecipientsRefused):
            code, text = next(iter(error.recipients.values()))
            answer = _answer(code, text, "recipient")
        elif isinstance(error, smtplib.SMTPSenderRefused) and error.smtp_code != 552:  # 552: this mail is too big
            # 5xx here is about us (wrong sender, not logged in): no mail would pass, and none may be lost for it
            reason = f"sender {self._sender} refused: {_said(error.smtp_code, error.smtp_error)}"
            answer = Delivery(DeliveryState.LATER, reason, ChannelState.DOWN)
        elif isinstance(error, smtplib.SMTPResponseException):
            answer = _answer(error.smtp_code, error.smtp_error, "message")
        else:
            answer = Delivery(DeliveryState.LATER, f"{self._where}: {error}", ChannelState.DOWN)
        if answer.channel is not ChannelState.UP:
            self._close(politely=False)
        return answer

    def _cannot_connect(self, error: Exception) -> str:
        if isinstance(error, smtplib.SMTPAuthenticationError):
            hint = "check smtp.username and VEILLE_SMTP__PASSWORD or smtp.password_file"
            return f"{self._where} refused the login: {_said(error.smtp_code, error.smtp_error)} → {hint}"
        if isinstance(error, smtplib.SMTPNotSupportedError):
            return f"{self._where}: {error} → check smtp.security and smtp.username"
        if isinstance(error, socket.gaierror):
            return f"no host named {self._settings.host}: {error} → check smtp.host"
        if isinstance(error, ssl.SSLError):
            return f"{self._where}: {error} → check smtp.security ({self._settings.security}) and smtp.ca_certs"
        return f"cannot reach {self._where}: {error or type(error).__name__}"


def _answer(code: int, text: bytes | str, about: str) -> Delivery:
    reason = f"{about}: {_said(code, text)}"
    if code == 421:  # RFC 5321 3.8: the server is closing down; some say it of one recipient for good
        return Delivery(DeliveryState.LATER, reason, ChannelState.UNSURE)
    if isinstance(text, str):  # smtplib's own words (500 for a line of the server's that is too long): no refusal
        return Delivery(DeliveryState.LATER, reason, ChannelState.UNSURE)
    return Delivery(DeliveryState.REFUSED if 500 <= code < 600 else DeliveryState.LATER, reason)


def _said(code: int, text: bytes | str) -> str:
    plain = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(plain.split())[:300]}"

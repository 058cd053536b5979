"""A real SMTP server on loopback (aiosmtpd) that can be told to misbehave."""

import asyncio
import ssl
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class Mailbox:
    """The server's handler: keeps what was delivered, and does as it is told."""

    def __init__(self) -> None:
        self.delivered: list[tuple[str, EmailMessage]] = []
        self.raw: list[bytes] = []
        self.connections = 0
        self._on_recipient: dict[str, str] = {}
        self._on_sender: str | None = None
        self._on_data: list[str] = []
        self._slow = 0.0

    def refuse(self, recipient: str, answer: str = "550 5.1.1 no such user") -> None:
        """Answer RCPT TO for this address so."""
        self._on_recipient[recipient] = answer

    def accept(self, recipient: str) -> None:
        """The address is well again."""
        self._on_recipient.pop(recipient, None)

    def refuse_sender(self, answer: str | None) -> None:
        """Answer MAIL FROM so; None: well again."""
        self._on_sender = answer

    def answer_data(self, *answers: str) -> None:
        """Answer the next messages so, one each."""
        self._on_data.extend(answers)

    def slow(self, seconds: float) -> None:
        """Think for that long before a message is accepted."""
        self._slow = seconds

    @property
    def subjects(self) -> list[str]:
        return [str(m["Subject"]) for _, m in self.delivered]

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        if self._on_sender:
            return self._on_sender
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        if address in self._on_recipient:
            return self._on_recipient[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self._on_data:
            return self._on_data.pop(0)
        assert isinstance(envelope.content, bytes)
        self.raw.append(envelope.content)
        for recipient in envelope.rcpt_tos:
            self.delivered.append((recipient, message_from_bytes(envelope.content, policy=policy.default)))
        if self._slow:  # accepted, but the sender waits for the answer
            await asyncio.sleep(self._slow)
        return "250 OK"


class MailServer:
    """Starts and stops; the port stays the same, so that it can go away and come back."""

    def __init__(self, **options: Any) -> None:
        self.mailbox = Mailbox()
        self.host, self.port = "127.0.0.1", 0
        self._options = options
        self._controller: Controller | None = None

    def start(self) -> "MailServer":
        controller = Controller(self.mailbox, hostname=self.host, port=self.port or _free_port(), **self._options)
        controller.start()
        self.port, self._controller = controller.port, controller
        return self

    def stop(self) -> None:
        if self._controller:
            self._controller.stop()
            self._controller = None


def with_login(username: str, password: str) -> Callable[..., AuthResult]:
    """An authenticator for aiosmtpd that knows one user."""

    def authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        known = (data.login, data.password) == (username.encode(), password.encode())
        return AuthResult(success=known, handled=False)

    return authenticate


def tls_context(certificate: str, key: str) -> ssl.SSLContext:
    """A server's TLS context."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def _free_port() -> int:
    import socket

    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])

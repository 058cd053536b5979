"""A real SMTP server on loopback (aiosmtpd) that can be told to misbehave."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
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
        self._hang_up: set[str] = set()
        self._drops = 0

    def hang_up(self, *recipients: str) -> None:
        """Cut the connection at the content of any message to these; none: no more."""
        self._hang_up = set(recipients)

    def drop_after_taking(self, messages: int) -> None:
        """Take the next messages, and cut the connection instead of saying so."""
        self._drops = messages

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
        if self._hang_up & set(envelope.rcpt_tos):
            server.transport.abort()
            return "250 nobody hears it"
        self.raw.append(envelope.content)
        for recipient in envelope.rcpt_tos:
            self.delivered.append((recipient, message_from_bytes(envelope.content, policy=policy.default)))
        if self._drops:
            self._drops -= 1
            server.transport.abort()
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


class TalkingServer:
    """A server on a bare socket that says what it is told to, once, and then hangs up: ``TalkingServer({"RCPT": b"…"})``."""

    def __init__(self, answers: dict[str, bytes]) -> None:
        self._answers = answers
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.host, self.port = self._socket.getsockname()[:2]
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> "TalkingServer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                with connection, suppress(OSError), connection.makefile("rwb") as talk:
                    self._talk(talk)

    def _talk(self, talk: Any) -> None:
        self._say(talk, b"220 hello\r\n")
        is_content = False
        while line := talk.readline():
            if is_content and line != b".\r\n":
                continue
            verb = "." if is_content else line[:4].decode("ascii").strip().upper()
            is_content = verb == "DATA"
            self._say(talk, self._answers.get(verb, b"354 go on\r\n" if is_content else b"250 OK\r\n"))
            if verb in self._answers:
                return

    def _say(self, talk: Any, answer: bytes) -> None:
        talk.write(answer)
        talk.flush()


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
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])

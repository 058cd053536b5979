"""A mailbox on loopback: takes every mail over SMTP and keeps it as ``.eml`` and, for a browser, as ``.html``."""

import asyncio
import re
import socket
import unicodedata
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType

from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass(frozen=True, slots=True)
class SavedMail:
    """A mail that arrived."""

    recipient: str
    subject: str
    message_id: str
    eml: Path
    html: Path | None


class Mailbox:
    """An SMTP server on 127.0.0.1 that keeps what it gets below ``folder``. A context manager.

    ``refusing``: while true, every mail is answered 451 (try again later), as a full or broken server does.
    """

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.refusing = False
        self._lock = Lock()
        self._saved: list[SavedMail] = []
        folder.mkdir(parents=True, exist_ok=True)
        self._number = sum(1 for _ in folder.glob("*.eml"))
        # bound here and not by aiosmtpd's Controller, which cannot take a free port (port 0)
        self._socket = socket.create_server(("127.0.0.1", port))
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="mailbox", daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._socket.getsockname()[1])

    @property
    def saved(self) -> list[SavedMail]:
        """What arrived since it was started, in order."""
        with self._lock:
            return list(self._saved)

    def __enter__(self) -> "Mailbox":
        """Listen."""
        self._server = self._loop.run_until_complete(
            self._loop.create_server(lambda: SMTP(self, hostname="localhost", loop=self._loop), sock=self._socket)
        )
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hang up."""
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _close(self) -> None:
        self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:  # a client that has not said QUIT
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep one mail for all its recipients."""
        if self.refusing:
            return "451 4.3.0 not now, try again later"
        raw = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
        with self._lock:
            for recipient in envelope.rcpt_tos:
                self._saved.append(self._keep(raw, recipient))
        return "250 2.0.0 kept"

    def _keep(self, raw: bytes, recipient: str) -> SavedMail:
        message = message_from_bytes(raw, policy=policy.default)
        assert isinstance(message, EmailMessage)
        subject = str(message["Subject"] or "")
        self._number += 1
        told = re.sub(r"^\[[^]]*\]", "", subject)  # the rule's name in front is the same on many mails
        name = f"{self._number:03d}-{recipient.partition('@')[0]}-{slug(told)}"
        eml = self.folder / f"{name}.eml"
        eml.write_bytes(raw)
        return SavedMail(recipient, subject, str(message["Message-ID"]), eml, self._page(message, name))

    def _page(self, message: EmailMessage, name: str) -> Path | None:
        part = message.get_body(("html",))
        if part is None:
            return None
        page = self.folder / f"{name}.html"
        page.write_text(str(part.get_content()), encoding="utf-8")
        return page


def slug(text: str, length: int = 30) -> str:
    """A file name's worth of a text: letters of any script and digits, joined by hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.findall(r"\w+", unicodedata.normalize("NFC", plain).lower())
    return "-".join(words)[:length].strip("-") or "mail"

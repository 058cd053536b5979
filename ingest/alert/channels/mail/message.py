"""Mails as RFC 5322 has them: the same draft always gives the same bytes.

The Message-ID is made from what the mail is about and for whom, so a mail that had to be handed over twice
is recognised by servers and clients as one. Date is when the mail was decided on.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime, parseaddr
from typing import Any
from urllib.parse import quote

from ingest.alert.channels.mail.render import Rendered
from ingest.alert.identity import notification_id


class _OneLine(UnstructuredHeader, BaseHeader):
    """A header that programs compare (List-Id, List-Unsubscribe): folding or encoding a long one would spoil it."""

    def fold(self, *, policy: Policy) -> str:
        """ASCII by construction, and below the 998 characters that RFC 5322 allows a line."""
        return f"{self.name}: {self}{policy.linesep}"


class _Whole(UnstructuredHeader, BaseHeader):
    """A header of free text that arrives as it was written.

    The standard library encodes word by word and loses the blanks between an encoded word and a plain one (20 of 444
    subjects). So what is not ASCII is encoded whole, blanks and all: RFC 2047 6.2 drops only those between two encoded
    words.
    """

    @classmethod
    def parse(cls, value: str, kwds: dict[str, Any]) -> None:
        """As written: what only looks like an encoded word is text here."""
        super().parse("", kwds)
        kwds["decoded"] = value

    def fold(self, *, policy: Policy) -> str:
        """ASCII of a bearable length as it is; anything else as encoded words of at most 75 characters."""
        text = str(self)
        if text.isascii() and "=?" not in text and len(text) + len(self.name) + 2 <= _LONGEST_LINE:
            return f"{self.name}: {text}{policy.linesep}"
        words = (f"=?utf-8?b?{base64.b64encode(part).decode()}?=" for part in _parts(text, _ENCODED_BYTES))
        return f"{self.name}: {(policy.linesep + ' ').join(words)}{policy.linesep}"


_LONGEST_LINE = 200
_ENCODED_BYTES = 45
"""Bytes in one encoded word: 60 characters of base64 and 12 around them."""


def _parts(text: str, size: int) -> Iterator[bytes]:
    """UTF-8 in parts that cut no character."""
    part = b""
    for character in text:
        encoded = character.encode()
        if len(part) + len(encoded) > size:
            yield part
            part = b""
        part += encoded
    yield part


_REGISTRY = HeaderRegistry()
_REGISTRY.map_to_type("subject", _Whole)
_REGISTRY.map_to_type("x-veille-rules", _Whole)
_REGISTRY.map_to_type("list-id", _OneLine)
_REGISTRY.map_to_type("list-unsubscribe", _OneLine)
_REGISTRY.map_to_type("in-reply-to", _OneLine)
_REGISTRY.map_to_type("references", _OneLine)
# 7bit: the outbox keeps messages as ASCII, and every server takes that
_POLICY = SMTP.clone(cte_type="7bit", header_factory=_REGISTRY)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who writes to whom, when, and in which list."""

    sender: str
    """``Name <user@example.org>`` or the address alone."""
    recipient: str
    now: datetime
    identity: tuple[str, ...]
    """What makes this mail the one it is; see ``notification_id``."""
    list_id: str
    """Such as a rule's id."""
    list_name: str = ""
    contact: str = ""
    """Where a reader can ask to be taken off; a mail address or nothing."""
    one_click: str = ""
    """An https address that takes a reader off when it is posted to (RFC 8058); empty: there is none."""
    answers: tuple[str, ...] = ()
    """Message-IDs of the thread that this mail goes on with, oldest first."""
    headers: tuple[tuple[str, str], ...] = field(default=())
    """More headers (``X-Veille-…``)."""


def message_id(identity: tuple[str, ...], sender: str) -> str:
    """The Message-ID for an identity."""
    return f"<{notification_id(identity)}@{domain_of(sender)}>"


def domain_of(sender: str) -> str:
    """The domain of an address, with or without a name before it."""
    return parseaddr(sender)[1].rpartition("@")[2] or "localhost"


def build(rendered: Rendered, envelope: Envelope) -> str:
    """The whole message, ASCII, CRLF line ends."""
    message = EmailMessage(policy=_POLICY)
    message["From"] = _address(envelope.sender)
    message["To"] = _address(envelope.recipient)
    message["Subject"] = header_text(rendered.subject)
    message["Date"] = format_datetime(envelope.now)
    message["Message-ID"] = message_id(envelope.identity, envelope.sender)
    if envelope.answers:  # RFC 5322 3.6.4; the first and the last suffice for every client, and the line stays short
        message["In-Reply-To"] = envelope.answers[-1]
        message["References"] = " ".join((envelope.answers[0], *envelope.answers[1:][-9:]))
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no vacation notes, please
    message["X-Auto-Response-Suppress"] = "All"  # the same for Exchange
    message["List-Id"] = _list_id(envelope)
    message["List-Unsubscribe"] = _unsubscribe(envelope)
    if envelope.one_click:
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    for name, value in envelope.headers:
        message[name] = header_text(value)
    message.set_content(rendered.text, cte="quoted-printable")
    message.add_alternative(rendered.html, subtype="html", cte="quoted-printable")
    message.set_boundary(f"=_{notification_id((*envelope.identity, 'boundary'))}")  # the standard one is random
    return message.as_bytes(policy=_POLICY).decode("ascii")


def _unsubscribe(envelope: Envelope) -> str:
    """RFC 2369: the one-click address if there is one, and a mail to a person: the contact, else the sender."""
    contact = "" if envelope.contact.startswith("http") else parseaddr(envelope.contact)[1]
    address = contact if "@" in contact else parseaddr(envelope.sender)[1]
    mailto = f"<mailto:{quote(address, safe='@.+-_')}?subject={quote(f'take me off {envelope.list_id}')}>"
    return f"<{envelope.one_click}>, {mailto}" if envelope.one_click else mailto


def header_text(text: str) -> str:
    """A text that fits in a header: one line, no control characters, no direction overrides."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def _address(text: str) -> Address:
    name, spec = parseaddr(text)
    user, _, domain = spec.rpartition("@")
    return Address(display_name=header_text(name), username=user, domain=domain)


def _list_id(envelope: Envelope) -> str:
    """RFC 2919; the name in ASCII, as some servers refuse encoded words here."""
    name = re.sub(r"[^A-Za-z0-9 ._-]+", " ", header_text(envelope.list_name)).strip()
    label = f"<{envelope.list_id}.veille.{domain_of(envelope.sender)}>"
    return f"{' '.join(name.split())} {label}" if name else label

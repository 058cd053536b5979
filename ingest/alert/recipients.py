"""Who is written to: addresses as ``alerts.yaml`` has them, and the reader that an address stands for. Pure.

``desk@example.org`` is a mail, ``https://…`` a signed webhook, ``slack:#desk`` a service that the settings name.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ingest.alert.due import Quiet
from ingest.alert.phrases import EN, Phrases

_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
LONGEST_READER = 254
"""Characters that the ledger keeps of a reader."""

CheckAddress = Callable[[str], str | None]
"""What is wrong with an address, for an installation's channels; None: it can be written to."""


def is_address(text: str) -> bool:
    """True for a mail address that any SMTP server takes: ASCII, no name beside it, at most 254 characters."""
    return len(text) <= 254 and _MAIL.fullmatch(text) is not None


def mail_only(text: str) -> str | None:
    """The check where no other channel is set up."""
    return None if is_address(text) else f"{text!r} is not a mail address"


def reader_of(address: str) -> str:
    """What tells one reader from another: mail addresses whatever their case, others to the letter."""
    reader = address.lower() if is_address(address) else address
    return reader if len(reader) <= LONGEST_READER else f"sha256:{hashlib.sha256(reader.encode()).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of somebody who is written to."""

    languages: tuple[str, ...] = ()
    """ISO 639-1, best first: in these he is shown an event, where an outlet tells of it in one of them."""
    phrases: Phrases = EN
    """The language that his mails are written in."""
    zone: str | None = None
    """IANA zone of the times in his mails; None: the installation's."""
    quiet: Quiet | None = None
    """Hours in which nothing is sent to him at once; what is found then comes in one mail at their end."""

    def quiet_until(self, now: datetime, zone: str) -> datetime | None:
        """When the quiet ends that reigns for him now; None: it does not. ``zone``: the installation's."""
        return self.quiet.until(now, self.zone or zone) if self.quiet else None


UNKNOWN = Reader()
"""Somebody of whom only the address is known."""


@dataclass(frozen=True, slots=True)
class Readers:
    """``readers:`` of alerts.yaml."""

    known: Mapping[str, Reader] = field(default_factory=dict)
    """By ``reader_of`` the address."""
    default: Reader = UNKNOWN

    def of(self, address: str) -> Reader:
        """What is known of an address."""
        return self.known.get(reader_of(address), self.default)


NOBODY = Readers()
"""No reader is described."""

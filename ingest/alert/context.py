"""What a notification says besides its stories."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another article of a story."""

    key: str
    outlet: str
    url: str
    country: str | None
    when: datetime


@dataclass(frozen=True, slots=True)
class MailContext:
    """The installation at the moment of writing, and what else carries the stories."""

    zone: str
    now: datetime
    pulse: str = ""
    """The proof that silence is no outage: ``212 of 214 feeds healthy, oldest lag 9 minutes``."""
    contact: str = ""
    siblings: Mapping[str, Sequence[Sibling]] = field(default_factory=dict)
    """Story → its articles."""

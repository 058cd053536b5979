"""What a notification says besides what matched: the installation at this moment, and who else tells of the event."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ingest.alert.phrases import Phrases
from ingest.alert.recipients import Reader
from ingest.alert.summary import ArticleSummary

SEEN_TOGETHER = timedelta(minutes=5)
"""Articles first seen within this of the first stand in order of their own dates; one that shows up later comes after
them, whatever date it claims. As ``ingest.ledger.stories`` has it."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """An article that tells of an event, as it stands in the index."""

    key: str
    story: str
    event: str
    outlet: str
    url: str
    country: str | None
    language: str
    title: str
    lead: str
    """How its text begins."""
    published: datetime | None
    """As believed."""
    first_seen: datetime
    """By our clock."""
    version: str
    """Hash of title and text: another one after an edit."""
    is_words: bool = False
    """Its feed's own words, no page having been read yet."""

    @property
    def when(self) -> datetime:
        """When it was published, as far as known."""
        return self.published or self.first_seen


@dataclass(frozen=True, slots=True)
class MailContext:
    """The installation at the moment of writing, and what tells of the events."""

    zone: str
    now: datetime
    pulse: str = ""
    """The proof that silence is no outage: ``212 of 214 feeds healthy, oldest lag 9 minutes``."""
    pulse_in: Callable[[Phrases], str] | None = None
    """The same in a reader's language; None: as ``pulse`` has it."""
    contact: str = ""
    siblings: Mapping[str, Sequence[Sibling]] = field(default_factory=dict)
    """Event → its articles, the first to run it first."""
    topics: Mapping[str, str] = field(default_factory=dict)
    """Topic id → its name for people."""
    gloss: Callable[[ArticleSummary, Reader], str] = lambda _summary, _reader: ""
    """A machine's translation of a headline for somebody who cannot read it; "" where there is none."""
    unsubscribe: Callable[[str, Sequence[str]], str] = lambda _address, _rules: ""
    """Address and rules → a link that takes him off; "" where there is none."""


def in_order(siblings: Sequence[Sibling]) -> list[Sibling]:
    """Who ran it first, by our clock and, for those seen together, by the believed date."""
    if not siblings:
        return []
    first = min(s.first_seen for s in siblings)
    late = first + SEEN_TOGETHER
    return sorted(
        siblings, key=lambda s: (s.first_seen > late, s.when if s.first_seen <= late else s.first_seen, s.key)
    )

"""What a feed says about when to ask for it again."""

import re
from dataclasses import dataclass, field
from html import unescape

_HEAD = 50_000
_TTL = re.compile(r"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_HOURS = re.compile(r"<skipHours>(.{0,4000}?)</skipHours>", re.IGNORECASE | re.DOTALL)
_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_DAYS = re.compile(r"<skipDays>(.{0,2000}?)</skipDays>", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"<day>\s*([a-z]{3})[a-z]*\s*</day>", re.IGNORECASE)
_PERIOD = re.compile(r"<sy:updatePeriod>\s*(hourly|daily|weekly|monthly|yearly)\s*</sy:updatePeriod>", re.IGNORECASE)
_FREQUENCY = re.compile(r"<sy:updateFrequency>\s*(\d{1,4})\s*</sy:updateFrequency>", re.IGNORECASE)
_HUB = re.compile(r"<(?:\w+:)?link\b(?=[^<>]{0,500}\brel=[\"']hub[\"'])[^<>]{0,500}?\bhref=[\"']([^\"'<>]{1,500})[\"']")
_SECONDS = {"hourly": 3600, "daily": 86400, "weekly": 604800, "monthly": 2592000, "yearly": 31536000}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class FeedHints:
    """The publisher's wishes. None of them is binding: see ``ingest.feeds.schedule`` for what is made of them."""

    ttl_seconds: int | None = None
    """RSS ``ttl``."""
    period_seconds: int | None = None
    """RDF syndication module: updatePeriod divided by updateFrequency."""
    skip_hours: frozenset[int] = field(default_factory=frozenset)
    """Hours of the day in GMT, 0 to 23."""
    skip_days: frozenset[int] = field(default_factory=frozenset)
    """0 is Monday."""
    hub: str | None = None
    """A WebSub hub, should it be used one day."""

    @property
    def wait_seconds(self) -> int | None:
        """The longest wait that the publisher asks for."""
        return max((s for s in (self.ttl_seconds, self.period_seconds) if s), default=None)


def read_hints(head: str) -> FeedHints:
    """Hints from what stands before a feed's first item."""
    head = head[:_HEAD]
    ttl = _TTL.search(head)
    period, frequency = _PERIOD.search(head), _FREQUENCY.search(head)
    hours, days, hub = _HOURS.search(head), _DAYS.search(head), _HUB.search(head)
    skip_hours = frozenset(int(h) % 24 for h in _HOUR.findall(hours[1])) if hours else frozenset[int]()
    skip_days = _weekdays(days[1]) if days else frozenset[int]()
    return FeedHints(
        ttl_seconds=int(ttl[1]) * 60 if ttl and int(ttl[1]) else None,
        period_seconds=_SECONDS[period[1].lower()] // max(1, int(frequency[1]) if frequency else 1) if period else None,
        skip_hours=skip_hours if len(skip_hours) < 24 else frozenset(),
        skip_days=skip_days if len(skip_days) < 7 else frozenset(),
        hub=unescape(hub[1]) if hub else None,
    )


def _weekdays(days: str) -> frozenset[int]:
    names = (d.lower() for d in _DAY.findall(days))
    return frozenset(_WEEKDAYS.index(n) for n in names if n in _WEEKDAYS)

"""What a feed says about when to ask for it again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import unescape

_HEAD = 50_000
MOST_HUBS = 3
_TTL = re.compile(r"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_HOURS = re.compile(r"<skipHours>(.{0,4000}?)</skipHours>", re.IGNORECASE | re.DOTALL)
_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_DAYS = re.compile(r"<skipDays>(.{0,2000}?)</skipDays>", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"<day>\s*([a-z]{3})[a-z]*\s*</day>", re.IGNORECASE)
_PERIOD = re.compile(r"<sy:updatePeriod>\s*(hourly|daily|weekly|monthly|yearly)\s*</sy:updatePeriod>", re.IGNORECASE)
_FREQUENCY = re.compile(r"<sy:updateFrequency>\s*(\d{1,4})\s*</sy:updateFrequency>", re.IGNORECASE)
_LINK = r"<(?:\w+:)?link\b(?=[^<>]{0,500}\brel=[\"']%s[\"'])[^<>]{0,500}?\bhref=[\"']([^\"'<>]{1,500})[\"']"
_HUB, _SELF = re.compile(_LINK % "hub"), re.compile(_LINK % "self")
_OLDER = re.compile(_LINK % "(?:prev-archive|next)")
_LINK_FIELD = re.compile(r"<([^<>\s]{1,500})>([^<>]{0,500})")
_RELATION = re.compile(r"\brel\s*=\s*(?:\"([^\"]*)\"|([\w-]+))", re.IGNORECASE)
_WORDPRESS = re.compile(r"<generator\b[^<>]{0,300}>\s*(?:https?://)?(?:www\.)?wordpress\b", re.IGNORECASE)
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
    """A WebSub hub, as the feed names it (``ingest.websub`` looks at it before anybody is asked)."""
    more_hubs: tuple[str, ...] = ()
    """Further hubs that it names, in its order: one of them is asked where the first refuses."""
    topic: str | None = None
    """The feed's own address (``rel=self``), by which the hub knows it."""
    older: str | None = None
    """Where the entries before these are: ``rel=prev-archive`` or ``next`` (RFC 5005), as written."""
    is_wordpress: bool = False
    """True for a feed whose older entries are at ``?paged=2``."""

    @property
    def wait_seconds(self) -> int | None:
        """The longest wait that the publisher asks for."""
        return max((s for s in (self.ttl_seconds, self.period_seconds) if s), default=None)


def read_hints(head: str) -> FeedHints:
    """Hints from what stands before a feed's first item."""
    head = head[:_HEAD]
    ttl = _TTL.search(head)
    period, frequency = _PERIOD.search(head), _FREQUENCY.search(head)
    hours, days = _HOURS.search(head), _DAYS.search(head)
    hubs, topic = [unescape(hub) for hub in _HUB.findall(head)[:MOST_HUBS]], _SELF.search(head)
    older = _OLDER.search(head)
    skip_hours = frozenset(int(h) % 24 for h in _HOUR.findall(hours[1])) if hours else frozenset[int]()
    skip_days = _weekdays(days[1]) if days else frozenset[int]()
    return FeedHints(
        ttl_seconds=int(ttl[1]) * 60 if ttl and int(ttl[1]) else None,
        period_seconds=_SECONDS[period[1].lower()] // max(1, int(frequency[1]) if frequency else 1) if period else None,
        skip_hours=skip_hours if len(skip_hours) < 24 else frozenset(),
        skip_days=skip_days if len(skip_days) < 7 else frozenset(),
        hub=hubs[0] if hubs else None,
        more_hubs=tuple(dict.fromkeys(hubs[1:])),
        topic=unescape(topic[1]) if topic else None,
        older=unescape(older[1]) if older else None,
        is_wordpress=_WORDPRESS.search(head) is not None,
    )


def with_link_fields(hints: FeedHints, fields: Iterable[str]) -> FeedHints:
    """The hints with hub and topic as ``Link`` fields of the response name them: they go before the document's own
    (WebSub, 4)."""
    found: dict[str, list[str]] = {}
    for line in fields:
        for target, parameters in _LINK_FIELD.findall(line[:10_000]):
            relation = _RELATION.search(parameters)
            for name in (relation[1] or relation[2] or "").lower().split() if relation else ():
                found.setdefault(name, []).append(target)
    if "hub" not in found:
        return hints
    hub, *others = found["hub"][:MOST_HUBS]
    return replace(hints, hub=hub, more_hubs=tuple(others), topic=found.get("self", [hints.topic])[0])


def _weekdays(days: str) -> frozenset[int]:
    names = (d.lower() for d in _DAY.findall(days))
    return frozenset(_WEEKDAYS.index(n) for n in names if n in _WEEKDAYS)

"""What a rule watches besides each article that matches: ``watch:`` of ``alerts.yaml``, written as a sentence. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from ingest.text.durations import parse_duration

WatchKind = Literal["volume", "silence", "first", "new", "spread"]

FORMS = (
    "3 times the usual in 6h",
    "3 times the usual in 6h for each outlet, at least 10 articles",
    "silence of 12h for each outlet",
    "first mention in 90d",
    "new country in 30d",
    "told by 5 outlets",
)
"""One of each, for messages and for the rule editor."""
SYNTAX = "; ".join(FORMS)
FIELDS = {"topic": "topics", "outlet": "outlet.id", "language": "language.code", "country": "outlet.country"}
"""What a sentence calls them → the field of the index."""
_PLURAL = {"topics": "topic", "outlets": "outlet", "languages": "language", "countries": "country"}

_EACH = r"(?: for each (?P<each>topic|outlet|language|country))?(?:,? at least (?P<least>\d{1,6})(?: articles?)?)?"
_LENGTH = r"(?P<span>\d[\w. ]*?)"
_HOURS = (timedelta(hours=1), timedelta(days=7))
_DAYS = (timedelta(days=1), timedelta(days=730))


@dataclass(frozen=True, slots=True)
class Watch:
    """What a rule watches. Articles are those that its query matches."""

    kind: WatchKind
    span: timedelta | None = None
    """volume, silence: the hours that are compared; first, new: how far back; None: in all that is stored."""
    each: str = ""
    """A key of FIELDS. volume, silence: each value of it by itself; new, spread: what is new, what is counted."""
    factor: float = 1.0
    """volume: how many times the usual."""
    at_least: int = 1
    """volume: articles below which it says nothing; silence: articles that are usual in that time; spread: how many."""
    zone: str = "UTC"
    """IANA zone by whose clock the hour of the week is the same."""

    @property
    def field(self) -> str | None:
        """The field of the index that ``each`` names."""
        return FIELDS.get(self.each)

    @property
    def is_counting(self) -> bool:
        """True for those that compare hours with what is usual in them."""
        return self.kind in ("volume", "silence")

    def __str__(self) -> str:
        """As it is written in ``alerts.yaml``."""
        each = f" for each {self.each}" if self.each else ""
        least = f", at least {self.at_least} articles"
        back = f" in {_short(self.span)}" if self.span else ""
        match self.kind:
            case "volume":
                return f"{self.factor:g} times the usual in {_short(self.span)}{each}{least}"
            case "silence":
                return f"silence of {_short(self.span)}{each}{least}"
            case "first":
                return f"first mention{back}"
            case "new":
                return f"new {self.each}{back}"
        return f"told by {self.at_least} {next(many for many, one in _PLURAL.items() if one == self.each)}"


def parse_watch(text: str, zone: str) -> Watch:
    """Read ``watch:`` of a rule. Raises ValueError with what is wrong and what to write."""
    plain = " ".join(text.split()).lower()
    for pattern, made in _PATTERNS:
        if match := pattern.fullmatch(plain):
            return made(match, zone)
    raise ValueError(f"{text!r} is nothing that can be watched; write such as: {SYNTAX}")


def _volume(match: re.Match[str], zone: str) -> Watch:
    factor = float(match["factor"])
    if not 1 < factor <= 1000:
        raise ValueError(f"{factor:g} times the usual is always or never reached; write 1.5 to 1000")
    span = _length(match["span"], _HOURS, whole_hours=True)
    return Watch("volume", span, match["each"] or "", factor, int(match["least"] or 5), zone)


def _silence(match: re.Match[str], zone: str) -> Watch:
    span = _length(match["span"], _HOURS, whole_hours=True)
    return Watch("silence", span, match["each"] or "", 1.0, int(match["least"] or 3), zone)


def _first(match: re.Match[str], zone: str) -> Watch:
    return Watch("first", _length(match["span"], _DAYS) if match["span"] else None, zone=zone)


def _new(match: re.Match[str], zone: str) -> Watch:
    span = _length(match["span"], _DAYS) if match["span"] else timedelta(days=30)
    return Watch("new", span, match["each"], zone=zone)


def _spread(match: re.Match[str], zone: str) -> Watch:
    count = int(match["count"])
    if not 2 <= count <= 200:
        raise ValueError(f"told by {count}: write 2 to 200")
    return Watch("spread", None, _PLURAL[match["many"]], at_least=count, zone=zone)


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], Watch]], ...] = (
    (re.compile(rf"(?P<factor>\d{{1,4}}(?:\.\d{{1,2}})?) times the usual in {_LENGTH}{_EACH}"), _volume),
    (re.compile(rf"silence of {_LENGTH}{_EACH}"), _silence),
    (re.compile(rf"first mention(?: ever| in {_LENGTH})?"), _first),
    (re.compile(rf"new (?P<each>outlet|country|language|topic)(?: in {_LENGTH})?"), _new),
    (re.compile(r"told by (?:at least )?(?P<count>\d{1,4}) (?P<many>outlets|countries|languages)"), _spread),
)


def _length(text: str, bounds: tuple[timedelta, timedelta], *, whole_hours: bool = False) -> timedelta:
    span = parse_duration(text) if not text.strip().isdigit() else None
    if span is None:
        raise ValueError(f"{text!r} is no length of time; write 6h, 2d or 4w")
    if not bounds[0] <= span <= bounds[1] or (whole_hours and span % timedelta(hours=1)):
        low, high = (_short(bound) for bound in bounds)
        raise ValueError(f"{text!r}: write {'whole hours from ' if whole_hours else ''}{low} to {high}")
    return span


def _short(span: timedelta | None) -> str:
    hours = int((span or timedelta()).total_seconds() // 3600)
    return f"{hours // 24}d" if hours % 24 == 0 and hours >= 48 else f"{hours}h"

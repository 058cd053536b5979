"""When a rule speaks: at once, every few hours, or at times of day on days of the week on somebody's clock. Pure.

A digest that is late (the scheduler was down) goes out once: ``next_due`` gives the first moment
after now, however many were passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

SYNTAX = (
    "immediately; hourly or every 6 hours; daily, weekdays, weekly on monday or mondays and thursdays at 07:30, 18:00 "
    "[zone]; "
    "and, after any but the first, `or after 10 stories`. Such as: weekdays at 07:30 and 18:00 Europe/Paris"
)
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EVERY_DAY = tuple(range(7))
_HOURS = re.compile(r"(?:hourly|every (\d{1,2}) hours?)")
_TIMES = re.compile(r"(?P<days>.+?) at (?P<times>\d{1,2}:\d{2}(?:(?:,| and)\s*\d{1,2}:\d{2})*)(?:\s+(?P<zone>\S+))?")
_COUNT = re.compile(r"(?P<rest>.+?),?\s+or after (?P<count>\d{1,4}) stories")


@dataclass(frozen=True, slots=True)
class Every:
    """How often a rule speaks."""

    kind: Literal["immediately", "hours", "times"]
    hours: int = 1
    """Between digests; counted from midnight UTC."""
    times: tuple[time, ...] = ()
    """Wall-clock times of digests, in order."""
    zone: str | None = None
    """IANA zone of the times."""
    days: tuple[int, ...] = _EVERY_DAY
    """Days of the week, Monday being 0."""
    count: int | None = None
    """A digest that has so many stories does not wait for its time."""

    def __str__(self) -> str:
        """As it is written in ``alerts.yaml``."""
        more = f" or after {self.count} stories" if self.count else ""
        if self.kind == "hours":
            return ("hourly" if self.hours == 1 else f"every {self.hours} hours") + more
        if self.kind == "times":
            times = ", ".join(f"{at:%H:%M}" for at in self.times)
            return f"{_days_as_text(self.days)} at {times} {self.zone}{more}"
        return self.kind


def parse_every(text: str, default_zone: str) -> Every:
    """Read ``every:`` of a rule. Raises ValueError with what is wrong and what to write."""
    plain = " ".join(text.split())
    counted = _COUNT.fullmatch(plain)
    count = int(counted["count"]) if counted else None
    if counted:
        plain = counted["rest"]
    if plain.lower() == "immediately" and count is None:
        return Every("immediately")
    if hours := _HOURS.fullmatch(plain.lower()):
        number = int(hours[1] or 1)
        if not 1 <= number <= 24 or 24 % number:
            raise ValueError(f"every {number} hours does not fit into a day; write 1, 2, 3, 4, 6, 8, 12 or 24")
        return Every("hours", number, count=count)
    match = _TIMES.fullmatch(plain)
    days = _read_days(match["days"].lower()) if match else None
    if match is None or days is None:
        raise ValueError(f"{text!r} is not a schedule; write {SYNTAX}")
    zone = match["zone"] or default_zone
    if not is_zone(zone):
        raise ValueError(f"{zone!r} is not a time zone; write an IANA name such as Europe/Paris or UTC")
    return Every("times", times=_read_times(match["times"]), zone=zone, days=days, count=count)


def _read_times(text: str) -> tuple[time, ...]:
    found: set[time] = set()
    for hour, minute in re.findall(r"(\d{1,2}):(\d{2})", text):
        if int(hour) > 23 or int(minute) > 59:
            raise ValueError(f"{hour}:{minute} is not a time of day; write 00:00 to 23:59")
        found.add(time(int(hour), int(minute)))
    return tuple(sorted(found))


def _read_days(text: str) -> tuple[int, ...] | None:
    """Days of the week that a text names; None if it names none or something else."""
    if text in ("daily", "every day"):
        return _EVERY_DAY
    if text == "weekdays":
        return tuple(range(5))
    if text in ("weekends", "weekend"):
        return (5, 6)
    words = re.split(r",\s*|\s+and\s+|\s+", text.removeprefix("weekly on ").removeprefix("every "))
    named = [WEEK.index(word.removesuffix("s")) for word in words if word.removesuffix("s") in WEEK]
    return tuple(sorted(set(named))) if named and len(named) == len([w for w in words if w]) else None


def _days_as_text(days: tuple[int, ...]) -> str:
    if days == _EVERY_DAY:
        return "daily"
    if days == tuple(range(5)):
        return "weekdays"
    if len(days) == 1:
        return f"weekly on {WEEK[days[0]]}"
    return ", ".join(f"{WEEK[d]}s" for d in days)


def next_due(every: Every, after: datetime) -> datetime | None:
    """The first moment strictly after ``after`` at which a digest is due (UTC); None: nothing to wait for.

    A time that the clock skips in spring is taken with the offset of before (02:30 becomes 03:30);
    one that it shows twice in autumn is taken the first time, and once.
    """
    if every.kind == "immediately":
        return None
    if every.kind == "hours":
        midnight = after.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        passed = int((after - midnight) / timedelta(hours=every.hours))
        return midnight + timedelta(hours=every.hours) * (passed + 1)
    return next(moment for moment in _moments(every, after) if moment > after)


def _moments(every: Every, after: datetime) -> Iterator[datetime]:
    zone = ZoneInfo(every.zone or "UTC")
    yesterday = after.astimezone(zone).date() - timedelta(days=1)  # whose time may have been pushed past midnight
    for n in range(10):
        day = yesterday + timedelta(days=n)
        if day.weekday() in every.days:
            yield from sorted(_at(day, at, zone) for at in every.times)


def _at(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which a reader is not written to; they may go over midnight."""

    start: time
    end: time

    def until(self, now: datetime, zone: str) -> datetime | None:
        """When the quiet ends that reigns now, in UTC; None: it does not."""
        local = now.astimezone(ZoneInfo(zone))
        for day in (local.date() - timedelta(days=1), local.date()):
            last = day if self.start < self.end else day + timedelta(days=1)
            begin, end = _at(day, self.start, ZoneInfo(zone)), _at(last, self.end, ZoneInfo(zone))
            if begin <= now < end:
                return end
        return None


def parse_quiet(text: str) -> Quiet:
    """Read ``quiet: 22:00-07:00``. Raises ValueError with what to write."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})\s*(?:-|–|to)\s*(\d{1,2}):(\d{2})", text.strip())
    try:
        if match is None:
            raise ValueError
        start, end = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
    except ValueError:
        raise ValueError(f"{text!r} are not quiet hours; write 22:00-07:00") from None
    if start == end:
        raise ValueError(f"{text!r} never ends; write 22:00-07:00, or pause the rule")
    return Quiet(start, end)


def is_zone(name: str) -> bool:
    """True for an IANA zone that this machine knows."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return False
    except KeyError:
        return False
    return True

"""When a rule speaks: at once, every hour, or every day at a time on somebody's wall clock. Pure.

A digest that is late (the scheduler was down) goes out once: ``next_due`` gives the first moment
after now, however many were passed over.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

SYNTAX = "immediately, hourly, or daily at HH:MM [zone], such as: daily at 07:30 Europe/Paris"
_DAILY = re.compile(r"daily at (\d{1,2}):(\d{2})(?:\s+(\S+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Every:
    """How often a rule speaks."""

    kind: Literal["immediately", "hourly", "daily"]
    at: time | None = None
    """Wall-clock time of a daily digest."""
    zone: str | None = None
    """IANA zone of ``at``."""

    def __str__(self) -> str:
        """As it is written in ``alerts.yaml``."""
        return f"daily at {self.at:%H:%M} {self.zone}" if self.kind == "daily" else self.kind


def parse_every(text: str, default_zone: str) -> Every:
    """Read ``every:`` of a rule. Raises ValueError with what is wrong and what to write."""
    plain = " ".join(text.split())
    if plain.lower() in ("immediately", "hourly"):
        return Every("immediately" if plain.lower() == "immediately" else "hourly")
    match = _DAILY.fullmatch(plain)
    if not match:
        raise ValueError(f"{text!r} is not a schedule; write {SYNTAX}")
    hour, minute, zone = int(match[1]), int(match[2]), match[3] or default_zone
    if hour > 23 or minute > 59:
        raise ValueError(f"{match[1]}:{match[2]} is not a time of day; write 00:00 to 23:59")
    if not is_zone(zone):
        raise ValueError(f"{zone!r} is not a time zone; write an IANA name such as Europe/Paris or UTC")
    return Every("daily", time(hour, minute), zone)


def next_due(every: Every, after: datetime) -> datetime | None:
    """The first moment strictly after ``after`` at which a digest is due (UTC); None: nothing to wait for.

    A time that the clock skips in spring is taken with the offset of before (02:30 becomes 03:30);
    one that it shows twice in autumn is taken the first time, and once.
    """
    if every.kind == "immediately":
        return None
    if every.kind == "hourly":
        return after.astimezone(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    assert every.at is not None
    zone = ZoneInfo(every.zone or "UTC")
    yesterday = after.astimezone(zone).date() - timedelta(days=1)  # whose time may have been pushed past midnight
    moments = (datetime.combine(yesterday + timedelta(days=n), every.at, zone).astimezone(UTC) for n in range(4))
    return next(m for m in moments if m > after)


def is_zone(name: str) -> bool:
    """True for an IANA zone that this machine knows."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return False
    except KeyError:
        return False
    return True

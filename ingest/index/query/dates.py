"""Moments in queries: ``2026``, ``2026-03``, ``2026-03-01``, ``2026-03-01T09:30+09:00``, ``now-7d``, ``now-1M/d``.

A moment names a stretch of time, as long as what was written: ``2026-03`` is all of March. Without a
zone it is UTC, as the index stores it.
"""

import re
from datetime import UTC, datetime, timedelta

_CLOCK = r"[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?"
_ZONE = r"(Z|[+-]\d\d(?::?\d\d)?)?"
_FIXED = re.compile(rf"(\d{{4}})(?:-(\d\d)(?:-(\d\d)(?:{_CLOCK}{_ZONE})?)?)?", re.ASCII)
_NOW = re.compile(r"now((?:[+-]\d{1,6}[smhHdwMy])*)(?:/([smhHdwMy]))?", re.ASCII)
_STEP = re.compile(r"([+-]\d+)([smhHdwMy])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "H": 3600, "d": 86400, "w": 604800}
_FIRST = datetime(1, 1, 3, tzinfo=UTC)
_LAST = datetime(9998, 12, 1, tzinfo=UTC)


def is_moment(text: str) -> bool:
    """True if ``stretch`` can read it."""
    try:
        stretch(text, datetime(2026, 1, 1, tzinfo=UTC))
    except ValueError:
        return False
    return True


def stretch(text: str, now: datetime) -> tuple[datetime, datetime]:
    """First moment of the stretch, and the first moment after it. Raises ValueError if it is no moment."""
    if found := _NOW.fullmatch(text):
        return _counted(found, now)
    if found := _FIXED.fullmatch(text):
        return _fixed(found)
    raise ValueError(f"not a moment: {text!r}")


def _fixed(found: re.Match[str]) -> tuple[datetime, datetime]:
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    if not 1000 <= int(year) <= 9000:  # far enough from where datetime overflows
        raise ValueError(f"no year of the press: {year}")
    micros = int((fraction or "0")[:6].ljust(6, "0"))
    start = datetime(
        int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0), micros, UTC
    )
    start -= _offset(zone)
    if month is None:
        end = start.replace(year=start.year + 1)
    elif day is None:
        end = _add_months(start, 1)
    else:
        end = start + _length(hour, minute, second, fraction)
    return start, end


def _length(hour: str | None, minute: str | None, second: str | None, fraction: str | None) -> timedelta:
    if hour is None:
        return timedelta(days=1)
    if minute is None:
        return timedelta(hours=1)
    if second is None:
        return timedelta(minutes=1)
    return timedelta(seconds=1) if fraction is None else timedelta(milliseconds=1)


def _offset(zone: str | None) -> timedelta:
    if zone is None or zone == "Z":
        return timedelta()
    digits = zone[1:].replace(":", "").ljust(4, "0")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return size if zone[0] == "+" else -size


def _counted(found: re.Match[str], now: datetime) -> tuple[datetime, datetime]:
    moment = now.astimezone(UTC)
    for amount, unit in _STEP.findall(found.group(1)):
        moment = _step(moment, int(amount), unit)
    unit = found.group(2)
    if unit is None:
        return moment, moment + timedelta(milliseconds=1)
    start = _rounded(moment, unit)
    return start, _step(start, 1, unit)


def _step(moment: datetime, amount: int, unit: str) -> datetime:
    if unit in "My":
        return _add_months(moment, amount * (12 if unit == "y" else 1))
    try:
        return min(max(moment + timedelta(seconds=amount * _SECONDS[unit]), _FIRST), _LAST)
    except OverflowError:
        return _FIRST if amount < 0 else _LAST


def _add_months(moment: datetime, months: int) -> datetime:
    """The same day some months on; the last of the month where that month is shorter."""
    years, month = divmod(moment.month - 1 + months, 12)
    year = moment.year + years
    if not _FIRST.year < year < _LAST.year:
        return _FIRST if months < 0 else _LAST
    for day in range(moment.day, 27, -1):
        try:
            return moment.replace(year=year, month=month + 1, day=day)
        except ValueError:
            continue
    return moment.replace(year=year, month=month + 1)


def _rounded(moment: datetime, unit: str) -> datetime:
    whole = moment.replace(microsecond=0)
    if unit == "s":
        return whole
    whole = whole.replace(second=0)
    if unit == "m":
        return whole
    whole = whole.replace(minute=0)
    if unit in "hH":
        return whole
    whole = whole.replace(hour=0)
    if unit == "w":
        return whole - timedelta(days=whole.weekday())
    if unit in "My":
        whole = whole.replace(day=1)
    return whole.replace(month=1) if unit == "y" else whole

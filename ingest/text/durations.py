"""Lengths of time as people write and read them: one reader for commands, settings and configuration files. Pure."""

import re
from datetime import datetime, timedelta, tzinfo
from typing import Any

from ingest.text.dates import Order, read

WRITTEN = "90s, 15m, 12h, 30d or 2w"
"""What to write, for messages."""
LONGEST = timedelta(days=36_500)
_UNITS = {
    "s": 1, "sec": 1, "m": 60, "min": 60, "h": 3600, "hour": 3600, "d": 86_400, "day": 86_400,
    "w": 604_800, "week": 604_800,
}  # fmt: skip
_PART = re.compile(r"(\d{1,9}(?:\.\d{1,3})?)\s*([a-z]*)\s*", re.ASCII)


def parse_duration(value: Any) -> timedelta | None:
    """``900`` (seconds), ``90s``, ``15m``, ``1h30m``, ``7d``, ``2w``; None for anything else.

    Also ``15 min``, ``2 weeks`` and ``0.5h``. Numbers that are not whole need a unit.
    """
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    text = str(value).strip().lower()
    if text.isascii() and text.isdigit():
        return _bounded(float(text[:12]))
    seconds, place = 0.0, 0
    while place < len(text):
        part = _PART.match(text, place)
        unit = _unit(part[2]) if part else None
        if part is None or unit is None:
            return None
        seconds += float(part[1]) * unit
        place = part.end()
    return _bounded(seconds) if place else None


def moment_since(text: str, now: datetime, *, zone: tzinfo, order: Order | None = None) -> datetime | None:
    """The moment that ``--since`` names: so long ago, or a date (in ``zone``); None if it is neither."""
    length = parse_duration(text) if not (text.isascii() and text.isdigit()) else None
    if length is not None:
        return now - length
    found = read(text, zone=zone, order=order or "day-first")
    return found.at if found is not None and found.is_certain and found.has_day and found.at <= now else None


def span(length: timedelta) -> str:
    """``less than a minute``, ``9 minutes``, ``3 hours``, ``2 days``: one unit, rounded down."""
    seconds = max(0, int(length.total_seconds()))
    for name, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= size * (2 if name == "day" else 1):
            count = seconds // size
            return f"{count:,} {name}" + ("" if count == 1 else "s")
    return "less than a minute"


def short_span(seconds: float | None) -> str:
    """For tables: ``45 s``, ``9 min``, ``3.5 h`` or ``12 d``; a dash for None."""
    if seconds is None:
        return "–"
    for unit, size, below in (("s", 1, 120), ("min", 60, 7200), ("h", 3600, 172_800)):
        if seconds < below:
            value = max(seconds, 0) / size
            return f"{value:.1f} {unit}" if unit == "h" else f"{value:.0f} {unit}"
    return f"{seconds / 86400:.0f} d"


def ago(moment: datetime | None, now: datetime) -> str:
    """For tables: ``3.5 h ago``; ``never``."""
    return f"{short_span((now - moment).total_seconds())} ago" if moment else "never"


def _unit(name: str) -> int | None:
    return _UNITS.get(name) or (_UNITS.get(name[:-1]) if len(name) > 2 and name.endswith("s") else None)


def _bounded(seconds: float) -> timedelta | None:
    return timedelta(seconds=seconds) if seconds <= LONGEST.total_seconds() else None

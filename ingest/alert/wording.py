"""Times, lags, names and numbers as a mail says them. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ingest.alert.phrases import EN, Phrases


def moment(at: datetime, zone: str, phrases: Phrases = EN) -> str:
    """``Mon 28 Apr 2025, 11:04 CEST``. Our own names rather than strftime's, which follow the process's locale."""
    local = at.astimezone(ZoneInfo(zone))
    day, month = phrases.days[local.weekday()], phrases.months[local.month - 1]
    clock, name = f"{local:%H:%M}", local.tzname() or zone
    return phrases("moment", day=day, date=local.day, month=month, year=local.year, time=clock, zone=name)


def clock(at: datetime, zone: str, near: datetime, phrases: Phrases = EN) -> str:
    """``11:04``, and the day where it is another than that of ``near``: ``27 Apr 23:50``."""
    local, other = at.astimezone(ZoneInfo(zone)), near.astimezone(ZoneInfo(zone))
    if local.date() == other.date():
        return f"{local:%H:%M}"
    year = f" {local.year}" if local.year != other.year else ""
    return f"{local.day} {phrases.months[local.month - 1]}{year} {local:%H:%M}"


def lasting(length: timedelta, phrases: Phrases = EN) -> str:
    """``less than a minute``, ``9 minutes``, ``3 hours``, ``2 days``: one unit, rounded down."""
    seconds = max(0, int(length.total_seconds()))
    for name, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= size * (2 if name == "day" else 1):
            return phrases.counted(name, seconds // size)
    return phrases("under_a_minute")


def language(code: str) -> str:
    """The name of a language in English, else its code."""
    return EN.language(code)


def listed(names: Sequence[str], most: int = 12) -> str:
    """``A, B, C and 4 more``."""
    shown, rest = names[:most], len(names) - most
    return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")


def shortened(text: str, most: int) -> str:
    """A text cut at a word's end."""
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    cut = plain[: most - 1]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > most * 2 // 3 else cut).rstrip(" ,;:–-") + "…"


def safe_link(url: str) -> str | None:
    """The URL if a mail may link to it: http(s) with a host and nothing that could end an attribute or a line."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or any(c.isspace() or ord(c) < 32 for c in url):
        return None
    return url


def pulse_line(feeds: int, healthy: int, lag: timedelta, phrases: Phrases = EN) -> str:
    """``212 of 214 feeds healthy, oldest lag 9 minutes``; empty where there is no feed."""
    if not feeds:
        return ""
    is_behind = lag >= timedelta(minutes=1)
    behind = phrases("oldest_lag", span=lasting(lag, phrases)) if is_behind else phrases("nothing_waiting")
    return phrases("healthy", healthy=healthy, feeds=phrases.counted("feed", feeds), behind=behind)

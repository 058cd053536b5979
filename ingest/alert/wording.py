"""Times, lags, names and numbers as a mail says them. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ingest.languages import LANGUAGES
from ingest.text.durations import span

# Names of our own rather than strftime's: those follow the locale of whatever process runs this.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LANGUAGES = {"ar": "Arabic", "nl": "Dutch", "pl": "Polish", "uk": "Ukrainian"} | {
    language.code: language.name for language in LANGUAGES.values()
}


def moment(at: datetime, zone: str) -> str:
    """``Mon 28 Apr 2025, 11:04 CEST``."""
    local = at.astimezone(ZoneInfo(zone))
    day = f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]} {local.year}"
    return f"{day}, {local:%H:%M} {local.tzname() or zone}"


def counted(n: int, noun: str, plural: str | None = None) -> str:
    """``1 story``, ``2 stories``."""
    return f"{n:,} {noun if n == 1 else plural or noun + 's'}"


def language(code: str) -> str:
    """The name of a language in English, else its code."""
    return _LANGUAGES.get(code, "language unknown" if code == "unknown" else code)


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


def pulse_line(feeds: int, healthy: int, lag: timedelta) -> str:
    """``212 of 214 feeds healthy, oldest lag 9 minutes``; empty where there is no feed."""
    if not feeds:
        return ""
    behind = f"oldest lag {span(lag)}" if lag >= timedelta(minutes=1) else "nothing waiting"
    return f"{healthy} of {counted(feeds, 'feed')} healthy, {behind}"

"""Dates as feeds write them, to aware UTC.

RFC 822 and RFC 3339 are what the standards ask for; what comes is listed in ``docs/feeds.md``: no zone, no space
after the weekday, months as numbers or in the reader's language, two-digit years, double blanks. A date that is not
understood is None, never a guess: the caller keeps the raw text.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from ingest.text.date_words import MONTHS, ZONES

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before the web there was no feed: 1970-01-01 is a missing date, not an old article."""
LONGEST = 100
"""Characters; whatever is longer is not a date."""

_CLOCK = r"(?P<h>\d{1,2})\s*:\s*(?P<mi>\d{1,2})(?:\s*:\s*(?P<s>\d{1,2})(?:[.,]\d+)?)?(?![\d:])"
_ISO = re.compile(
    r"(?P<y>\d{4})(?:-(?P<mo>\d{1,3})(?:-(?P<d>\d{1,2}))?)?(?:[T ]\s*" + _CLOCK + r"\s*(?P<zone>.*))?$", re.ASCII
)
_COMPACT = re.compile(
    r"(?P<y>\d{4})(?P<mo>\d\d)(?P<d>\d\d)(?:T?(?P<h>\d\d)(?P<mi>\d\d)(?P<s>\d\d)?\s*(?P<zone>.*))?$", re.ASCII
)
_SHORT_ISO = re.compile(r"(?P<y>\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)(?:[T ]" + _CLOCK + r"\s*(?P<zone>.*))?$", re.ASCII)
_EPOCH = re.compile(r"(?P<seconds>1\d{9})(?:\d{3})?$", re.ASCII)
_CJK_CLOCK = re.compile(r"(\d{1,2})\s*[시時时]\s*(?:(\d{1,2})\s*[분分]\s*)?(?:\d{1,2}\s*[초秒])?")
_YEAR_FIRST = re.compile(
    r"(?P<y>\d{4})\s*[-/.년年]\s*(?P<mo>\d{1,2}|[^\W\d_]+)\s*[-/.월月]\s*(?P<d>\d{1,2})\s*[일日]?\s*[T,]?\s*"
    r"(?P<half>오전|오후|午前|午後|上午|下午)?\s*(?:" + _CLOCK + r")?\s*(?P<zone>.*)$"
)
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.)?[\s\-/,]*(?:de\s+)?(?P<mo>[^\W\d_]+\.?|\d{1,2})[\s\-/.,]*(?:de\s+)?(?P<y>\d{4}|\d{2})"
    r"(?:[,\s]*(?:at|à|um|в)?\s*[-–]?\s*" + _CLOCK + r"\s*(?P<half>[ap]\.?m\.?)?)?\s*(?P<zone>.*)$",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?P<mo>[^\W\d_]{3,}\.?)\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(?P<y>\d{4})[,\s]*(?:at\s+)?)?(?:" + _CLOCK
    + r"\s*(?P<half>[ap]\.?m\.?)?)?\s*(?P<zone>.*?)(?P<y2>(?<![+\-\d])\b(?:19|20)\d\d)?$",
    re.IGNORECASE,
)  # fmt: skip
_FIRST_WORD = re.compile(r"^[^\W\d_]{2,12}\.?(?P<comma>\s*,)?\s*")
_OFFSET = re.compile(r"(?:gmt|utc|z)?\s*(?P<sign>[+\-−])(?P<h>\d{1,2}):?(?P<m>\d{2})?$", re.IGNORECASE)
_SEOUL_MARKS = re.compile(r"오전|오후|[년월일]")
_DAY_IN_PATH = re.compile(r"(?<!\d)(20\d\d)[/\-]?(0[1-9]|1[0-2])[/\-]?(0[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """What a date field gave."""

    at: datetime | None
    raw: str | None
    source: str | None
    """``feed``, ``feed-clamped`` (it lay in the future), ``feed-url`` (the day, from an address); None: no date."""


@lru_cache(maxsize=64)
def zone_of(name: str | None) -> tzinfo | None:
    """The IANA zone of that name; None for None. Raises ZoneInfoNotFoundError (a KeyError) for an unknown one."""
    return ZoneInfo(name) if name else None


def read_date(raw: str | None, *, now: datetime, zone: tzinfo | None = None) -> Dated:
    """A feed's date for an entry read at ``now``. Never in the future: a clock ahead of ours is clamped to ``now``."""
    if not raw or not raw.strip():
        return Dated(None, None, None)
    raw = raw.strip()[:LONGEST]
    at = parse_date(raw, zone=zone)
    if at is None or at < EARLIEST:
        return Dated(None, raw, None)
    return Dated(now, raw, "feed-clamped") if at > now else Dated(at, raw, "feed")


def parse_date(raw: str, *, zone: tzinfo | None = None) -> datetime | None:
    """The instant that a date text names, in UTC; None if it is not understood.

    ``zone`` is where the publisher is: for dates without a zone, and to know whose ``CST`` or ``IST`` is meant.
    """
    text = " ".join(unicodedata.normalize("NFC", raw).replace("\x00", "").split())
    if not text or len(text) > LONGEST:
        return None
    if zone is None and _SEOUL_MARKS.search(text):
        zone = zone_of("Asia/Seoul")  # a date written in Korean and without a zone is Korean time
    epoch = _EPOCH.fullmatch(text)
    if epoch:
        return datetime.fromtimestamp(int(epoch["seconds"]), UTC)
    for pattern in (_ISO, _COMPACT, _SHORT_ISO):
        found = pattern.fullmatch(text)
        if found:
            return _instant(found.groupdict(), zone)
    if text.isdigit():
        return None  # 031231 may be many days: none of them is certain
    return _in_words(_CJK_CLOCK.sub(lambda m: f"{m[1]}:{m[2] or '00'} ", text).strip(), zone)


def _in_words(text: str, zone: tzinfo | None) -> datetime | None:
    """Tried with the first word and without: ``mar`` is a Tuesday in French and a month in Spanish."""
    word = _FIRST_WORD.match(text)
    rest = text[word.end() :] if word else text
    for candidate in (rest, text) if word and word["comma"] else (text, rest):
        for pattern in (_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST):
            found = pattern.match(candidate)
            at = _instant(found.groupdict(), zone) if found else None
            if at:
                return at
    return None


def day_in_path(*urls: str | None, now: datetime, zone: tzinfo | None = None) -> datetime | None:
    """The day that an address names (``/2026/1122/``), at its first hour in the publisher's zone.

    Only for entries without any date, and only for days before the present one: of today, the moment of the first
    sight knows more.
    """
    where = zone or UTC
    for url in urls:
        found = _DAY_IN_PATH.search(url or "")
        if found is None:
            continue
        try:
            day = datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=where)
        except ValueError:
            continue
        if day.date() < now.astimezone(where).date():
            return day.astimezone(UTC)
    return None


def _instant(parts: dict[str, str | None], zone: tzinfo | None) -> datetime | None:
    try:
        year = _year(parts.get("y") or parts.get("y2") or "")
        month = _month(parts.get("mo") or "1")
        hour = _hour(int(parts.get("h") or 0), parts.get("half") or "")
        minute, second = int(parts.get("mi") or 0), int(parts.get("s") or 0)
        naive = datetime(year, month, int(parts.get("d") or 1), hour, minute, second)  # noqa: DTZ001
        return naive.replace(
            tzinfo=_zone((parts.get("zone") or "").strip(), naive, zone, clock=bool(parts.get("h")))
        ).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    folded = _fold(text)
    for length in (5, 4, 3):
        number = MONTHS.get(folded[:length])
        if number:
            return number
    raise ValueError(text)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).strip(".")


def _hour(hour: int, half: str) -> int:
    if not half:
        return hour
    if not 0 < hour <= 12:
        return hour
    afternoon = half in ("오후", "午後", "下午") or half.lower().startswith("p")
    return hour % 12 + (12 if afternoon else 0)


def _zone(text: str, naive: datetime, default: tzinfo | None, *, clock: bool) -> tzinfo:
    """The zone that a date's tail names. Raises ValueError where the tail is something else."""
    text = re.sub(r"\s*\([^)]*\)$", "", text).removeprefix("Etc/").strip()
    if not text:
        return default or UTC
    offset = _OFFSET.fullmatch(text)
    if offset and not clock:
        raise ValueError(text)  # 2013-01-27-01 is not a day with an offset
    if offset:
        hours, minutes = int(offset["h"]), int(offset["m"] or 0)
        if hours > 15 or minutes > 59:
            raise ValueError(text)
        delta = timedelta(hours=hours, minutes=minutes)
        return timezone(delta if offset["sign"] == "+" else -delta)
    if default is not None and naive.replace(tzinfo=default).tzname() == text.upper():
        return default  # CST in Shanghai, IST in Jerusalem
    minutes_east = ZONES.get(text.lower().strip("."))
    if minutes_east is None:
        raise ValueError(text)
    return timezone(timedelta(minutes=minutes_east))

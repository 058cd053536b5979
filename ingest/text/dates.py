"""Dates as feeds and pages write them: one reader for both. Pure.

RFC 822 and RFC 3339 are what the standards ask for; what comes is listed in ``docs/feeds.md``: no zone, no space after
the weekday, months as numbers or in the reader's language, two-digit years, double blanks, ``10h05``, ``24:00``.

A reading says how much it is worth. A zone whose name is not known, or a day and a month that could be exchanged with
nothing to tell them apart, make it uncertain: it is never silently UTC, and never a guess.

Over 400 lines because a date is read in one place: formats, names, zones and how far each is certain belong together.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ingest.languages import LANGUAGES
from ingest.text.date_words import PARTICLES, ZONES, folded, is_weekday, month_of

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
"""Before the web's newspapers and its feeds: 1970-01-01 is a missing date, not an old article."""
LONGEST = 100
"""Characters; whatever is longer is not a date."""

Order = Literal["day-first", "month-first"]

_TIME = r"(?P<h>\d{1,2})\s*:\s*(?P<mi>\d{1,2})(?:\s*:\s*(?P<s>\d{1,2})(?:[.,]\d+)?)?(?![\d:])"
_ISO = re.compile(
    r"(?P<y>\d{4})(?:-(?P<mo>\d{1,3})(?:-(?P<d>\d{1,2}))?)?(?:[Tt ]\s*" + _TIME + r"\s*(?P<zone>.*))?$", re.ASCII
)
_WEEK = re.compile(r"(?P<y>\d{4})(?P<sign>-?)W(?P<week>\d\d)(?P=sign)(?P<d>[1-7])(?=$|[Tt ])", re.ASCII)
_ORDINAL = re.compile(r"(?P<y>\d{4})-(?P<d>\d{3})(?=$|[Tt ])", re.ASCII)
_COMPACT = re.compile(
    r"(?P<y>[12]\d{3})(?P<mo>\d\d)(?P<d>\d\d)(?:[T ]?(?P<h>\d\d)(?P<mi>\d\d)(?P<s>\d\d)?\s*(?P<zone>\D.*)?)?$", re.ASCII
)
_SHORT_ISO = re.compile(r"(?P<y>\d\d)-(?P<mo>\d\d)-(?P<d>\d\d)(?:[T ]" + _TIME + r"\s*(?P<zone>.*))?$", re.ASCII)
_EPOCH = re.compile(r"(?P<seconds>1\d{9})(?:\d{3}|\.\d{1,6})?$", re.ASCII)

_REIWA = re.compile(r"令和\s*(\d{1,2}|元)\s*年")
_CJK_DAY = re.compile(r"(\d{2,4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]?")
_CJK_TIME = re.compile(r"(\d{1,2})\s*[시時时点點]\s*(?:(\d{1,2})\s*[분分]\s*)?(?:(\d{1,2})\s*[초秒])?")
_RELATIVE = re.compile(
    r"[a-z] ago\b|\b(?:just now|yesterday|today)\b"  # 2 ago 2026 is a day of August
    r"|^il y a\b|\b(?:hier|avant-hier|aujourd.hui)\b|^vor \w+ \w|\b(?:gestern|heute)\b"
    r"|^hace \w|\b(?:ayer|hoy)\b|^há \w|\b(?:atrás|ontem|hoje)\b|\b(?:fa|ieri|oggi)$|\bназад\b|\b(?:вчера|сегодня)\b"
    r"|(?:초|분|시간|일|주|주일|개월|달|년)\s?전$|^(?:어제|오늘|방금)|[秒分日年周月]\s?前$|時間前$|(?:小时|小時|分钟|分鐘|天|星期|个月|個月)前$"
    r"|^(?:昨天|今天|昨日|今日|刚刚|剛剛)|^(?:منذ|قبل)\s",
    re.IGNORECASE,
)
_HOURS_AGO = re.compile(r"\b\d{1,3}\s(?:sec|second|min|minute|hr|hour|day|week|month|year)s?\sago\b", re.IGNORECASE)
"""Beside a date it is no part of it; its ``ago`` is August in Spanish, Italian and Portuguese."""
_SEOUL_MARKS = re.compile(r"오전|오후|[년월일]")

# Pieces, tried in this order at each place of a date in words.
_OFFSET = re.compile(r"\s*\(?(?P<sign>[+\-−])(?P<h>\d{1,2})(?::?(?P<m>\d{2}))?(?![\d:])")
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?:\s*:\s*|\s?[hH]\s?)(?P<mi>\d{1,2})(?:\s*[:mM]\s*(?P<s>\d{1,2})(?:[.,]\d+)?)?(?![\d:])"
)
_HOUR = re.compile(r"(?P<h>\d{1,2})(?:\s?[hH](?![\w])|(?=\s?[ap]\.?\s?m\b))", re.IGNORECASE)
_DOTTED_CLOCK = re.compile(r"(?P<h>\d{1,2})\.(?P<mi>[0-5]\d)(?P<s>)(?!\d|\.\d)")  # 10.05 Uhr, 18.30 GMT
_HALF = re.compile(
    r"(?P<late>p\.?\s?m\b\.?|오후|午後|下午|晚上)|(?:a\.?\s?m\b\.?|오전|午前|上午|早上|凌晨)", re.IGNORECASE
)
_SLASHED = re.compile(r"[A-Za-z]{2,}(?:/[A-Za-z][A-Za-z_+\-0-9]*)+")  # Europe/Paris
_NUMBER = re.compile(
    r"(?P<n>\d{1,4})(?!\d)(?:st|nd|rd|th|er|ère|[ºª°])?(?!(?!T\d)[^\W\d_])(?P<after>\s?[./\-]?)", re.IGNORECASE
)
_GLUED = re.compile(r"(?P<n>\d{1,2})(?P<after>)(?=[^\W\d_]{3,})")
_WORD = re.compile(r"[^\W\d_]+(?:-feira)?\.?")
_GAP = re.compile(r"[\s,;|·•()\[\]（）/.\-–—:]+")
_NAME_OF_A_ZONE = re.compile(r"[A-Z]{2,5}|[A-Za-z]{2,}(?:/[A-Za-z][A-Za-z_+\-0-9]*)+")
_DAY_IN_PATH = re.compile(r"(?<!\d)(20\d\d)[/\-]?(0[1-9]|1[0-2])[/\-]?(0[1-9]|[12]\d|3[01])(?!\d)")

_MONTH_FIRST_ZONES = frozenset(
    f"America/{city}"
    for city in ("New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Detroit", "Anchorage", "Boise")
) | {"Pacific/Honolulu", "Asia/Manila", "Pacific/Guam"}  # fmt: skip
_DAY_FIRST_ZONES = ("Europe/", "Africa/", "Australia/", "Pacific/Auckland", "America/Sao", "America/Argentina",
                    "America/Bogota", "America/Mexico", "America/Lima", "America/Santiago", "Asia/Kolkata",
                    "Asia/Jakarta", "Asia/Singapore", "Asia/Bangkok", "Asia/Ho_Chi_Minh", "Asia/Karachi",
                    "Asia/Jerusalem", "Asia/Dubai", "Asia/Riyadh")  # fmt: skip
_MONTH_FIRST_TAGS = frozenset({"en-us", "us", "en-ph", "fil"})


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a text says about a moment."""

    at: datetime
    """Aware, in the zone that the text or the publisher named."""
    has_day: bool = True
    has_time: bool = False
    doubt: Literal["zone", "day"] | None = None
    """The zone's name is unknown, or day and month may be exchanged."""

    @property
    def is_certain(self) -> bool:
        """False where there is a doubt: not to be used as the moment of publication."""
        return self.doubt is None


@dataclass(frozen=True, slots=True)
class ReadDate:
    """What a date field gave."""

    at: datetime | None
    raw: str | None
    source: str | None
    """``feed``, ``feed-clamped`` (it lay in the future), ``feed-url`` (the day, from an address); None: no date."""


@lru_cache(maxsize=64)
def zone_of(name: str | None) -> tzinfo | None:
    """The IANA zone of that name; None for None. Raises ZoneInfoNotFoundError (a KeyError) for an unknown one."""
    return ZoneInfo(name) if name else None


def read_date(raw: str | None, *, now: datetime, zone: tzinfo | None = None, order: Order | None = None) -> ReadDate:
    """A feed's date for an entry read at ``now``. Never in the future: a clock ahead of ours is clamped to ``now``."""
    if not raw or not raw.strip():
        return ReadDate(None, None, None)
    raw = raw.strip()[:LONGEST]
    at = parse_date(raw, zone=zone, order=order)
    if at is None or at < EARLIEST:
        return ReadDate(None, raw, None)
    return ReadDate(now, raw, "feed-clamped") if at > now else ReadDate(at, raw, "feed")


def parse_date(raw: str, *, zone: tzinfo | None = None, order: Order | None = None) -> datetime | None:
    """The instant that a date text names, in UTC; None if it is not understood, or not for certain.

    ``zone`` is where the publisher is: for dates without a zone, and to know whose ``CST`` or ``IST`` is meant.
    ``order`` is that of 03/04/2026, where ``order_for`` knows it.
    """
    found = read(raw, zone=zone, order=order or order_for(zone=zone))
    return found.at.astimezone(UTC) if found is not None and found.is_certain else None


def find_date(raw: str, *, zone: tzinfo | None = None, order: Order | None = None) -> DateReading | None:
    """The first whole date in a text that may say more (``Published 4 March 2024 by …``), as pages write it."""
    text = _normal(raw)
    found = read(text, zone=zone, order=order)
    if found is not None:
        return found if found.has_day else None
    text, zone = _prepared(_HOURS_AGO.sub(" ", text), zone)
    for place in _starts(text):
        parts = _scan(text, place)
        found = _reading(parts, zone, order)
        if found is not None:
            return found
    return None


def read(raw: str, *, zone: tzinfo | None = None, order: Order | None = None) -> DateReading | None:
    """The date that a text consists of; None if it is none, or says more than a date."""
    text = _normal(raw)
    if not text or len(text) > LONGEST:
        return None
    if zone is None and _SEOUL_MARKS.search(text):
        zone = zone_of("Asia/Seoul")  # a date written in Korean and without a zone is Korean time
    epoch = _EPOCH.fullmatch(text)
    if epoch:
        return DateReading(datetime.fromtimestamp(int(epoch["seconds"]), UTC), has_time=True)
    text = _by_month(text)
    for pattern in (_ISO, _COMPACT, _SHORT_ISO):
        found = pattern.fullmatch(text)
        if found:
            return _structured(found, zone)
    if text.isdigit():
        return None  # 031231 may be many days: none of them is certain
    text, zone = _prepared(text, zone)
    return _in_words(text, zone, order)


def is_relative(raw: str) -> bool:
    """True for a moment told from another, such as ``2 hours ago``: its words differ each time that they are read.

    It is no date: from which moment it counts is not said (documents are cached), and it is as coarse as its unit.
    """
    return len(raw) <= LONGEST and _RELATIVE.search(_normal(raw)) is not None


def order_for(*, others: Iterable[str] = (), zone: tzinfo | None = None, language: str | None = None) -> Order | None:
    """Which of day and month comes first where a date leaves it open: by the same source's other dates, where it is,
    and its language; None where none of them knows. ``language`` is a tag such as ``en-US``."""
    seen = {o for raw in others if (o := _shown_order(raw))}
    if len(seen) == 1:
        return seen.pop()
    name = getattr(zone, "key", "")
    if name in _MONTH_FIRST_ZONES or name.startswith("US/"):
        return "month-first"
    if name.startswith(_DAY_FIRST_ZONES):
        return "day-first"
    tag = (language or "").lower().replace("_", "-")
    if tag in _MONTH_FIRST_TAGS:
        return "month-first"
    known = LANGUAGES.get(tag.partition("-")[0])
    if (known is not None and known.day_first) or (tag.startswith("en-") and tag != "en-us"):
        return "day-first"
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


def _normal(raw: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", raw[: LONGEST * 4]).replace("\x00", "").split())


def _prepared(text: str, zone: tzinfo | None) -> tuple[str, tzinfo | None]:
    """East Asian units as the signs that the others use."""
    text = _REIWA.sub(lambda m: f"{2018 + (1 if m[1] == '元' else int(m[1]))}年", text)
    text = _CJK_DAY.sub(r"\1-\2-\3 ", text)
    text = _CJK_TIME.sub(lambda m: f"{m[1]}:{m[2] or '00'}" + (f":{m[3]}" if m[3] else "") + " ", text)
    return text.strip(), zone


_SHOWN = re.compile(r"^\D{0,12}?(\d{1,2})[/\-](\d{1,2})[/\-]\d{4}\b")


def _shown_order(raw: str) -> Order | None:
    """The order that a date in figures gives away: 24/11/2026 can be read in one way only."""
    found = _SHOWN.match(_normal(raw))
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    if first > 12 >= second:
        return "day-first"
    return "month-first" if second > 12 >= first else None


def _by_month(text: str) -> str:
    """ISO 8601's other two calendars as its first: 2026-W48-3 and 2026-329 are 2026-11-25. A week alone is no day."""
    week, ordinal = _WEEK.match(text), _ORDINAL.match(text)
    try:
        if week:
            day = date.fromisocalendar(int(week["y"]), int(week["week"]), int(week["d"]))
            return f"{day.isoformat()}{text[week.end() :]}"
        if ordinal:
            first = date(int(ordinal["y"]), 1, 1)
            day = first + timedelta(days=int(ordinal["d"]) - 1)
            return f"{day.isoformat()}{text[ordinal.end() :]}" if day.year == first.year else text
    except (ValueError, OverflowError):
        pass  # there is no such day
    return text


def _structured(found: re.Match[str], zone: tzinfo | None) -> DateReading | None:
    parts = found.groupdict()
    tail = (parts.get("zone") or "").strip()
    half = _HALF.match(tail)
    if half:
        tail = tail[half.end() :].strip()
    where, is_known = _zone_text(tail, zone)
    if where is None:
        return None
    clock = (parts["h"], parts["mi"], parts["s"]) if parts.get("h") else None
    late = None if half is None else bool(half["late"])
    day = (parts["y"], parts.get("mo") or "1", parts.get("d") or "1")
    return _built(day, clock, late, where, is_known, has_day=bool(parts.get("d")), default=zone)


@dataclass(slots=True)
class _Parts:
    """What a date in words consists of, in the order of its figures."""

    numbers: list[tuple[str, str]]
    """Digits, and the sign after them."""
    months: list[str]
    """Words that name a month."""
    clock: tuple[str, str, str] | None = None
    is_late: bool | None = None
    """True: afternoon; False: morning; None: not said."""
    offset: tzinfo | None = None
    zone_name: str = ""
    end: int = 0


def _starts(text: str) -> Iterable[int]:
    return (m.start() for m in re.finditer(r"\d+|[^\W\d_]+", text))


def _in_words(text: str, zone: tzinfo | None, order: Order | None) -> DateReading | None:
    """The text as a whole; tried again without its first word, which may be a weekday in any language."""
    first = re.match(r"[^\W\d_]{2,14}\.?\s*,?\s*", text)
    for start in (0, first.end()) if first else (0,):
        parts = _scan(text, start)
        if parts.end >= len(text):
            found = _reading(parts, zone, order)
            if found is not None:
                return found
    return None


def _scan(text: str, start: int) -> _Parts:
    """Take pieces from ``start`` for as long as they belong to one date."""
    parts, place = _Parts([], []), start
    while place < len(text):
        taken = _offset(text, place, parts)
        gap = _GAP.match(text, place) if not taken else None
        if taken is None and gap:
            place = parts.end = gap.end()
            continue
        end = taken or _time(text, place, parts) or _number(text, place, parts) or _word(text, place, parts)
        if end is None:
            return parts
        place = parts.end = end
    return parts


def _offset(text: str, place: int, parts: _Parts) -> int | None:
    found = _OFFSET.match(text, place) if parts.clock and parts.offset is None else None
    if found is None:
        return None
    offset = _offset_of(found)
    if offset is None:
        return None
    parts.offset = offset
    return found.end()


def _time(text: str, place: int, parts: _Parts) -> int | None:
    half = _HALF.match(text, place)
    if half and parts.is_late is None:
        parts.is_late = bool(half["late"])
        return half.end()
    if parts.clock is not None:
        return None
    found = _CLOCK.match(text, place) or _HOUR.match(text, place)
    if found is None and len(parts.numbers) + len(parts.months) >= 3:
        found = _DOTTED_CLOCK.match(text, place)
    if found is None:
        return None
    said = found.groupdict()
    parts.clock = (said["h"], said.get("mi") or "0", said.get("s") or "0")
    return found.end()


def _number(text: str, place: int, parts: _Parts) -> int | None:
    found = _NUMBER.match(text, place) or _GLUED.match(text, place)
    if found is None or len(parts.numbers) >= 3:
        return None
    parts.numbers.append((found["n"], found["after"].strip()))
    return found.end()


def _word(text: str, place: int, parts: _Parts) -> int | None:
    """A month, a weekday, a zone after the clock, or a word that stands between the parts of a date."""
    slashed = _SLASHED.match(text, place) if parts.clock else None
    if slashed:
        parts.zone_name = parts.zone_name or slashed[0]
        return slashed.end()
    found = _WORD.match(text, place)
    if found is None:
        return None
    word = found[0]
    month = month_of(word)
    if month is not None:
        parts.months.append(word)
        return found.end()
    if parts.clock and folded(word) in ZONES:
        parts.zone_name = parts.zone_name or word
        return found.end()
    if is_weekday(word) or folded(word) in PARTICLES:
        return found.end()
    named = _NAME_OF_A_ZONE.match(text, place)
    if parts.clock and named and not parts.zone_name and parts.offset is None:
        parts.zone_name = named[0]
        return named.end()
    return None


def _reading(parts: _Parts, zone: tzinfo | None, order: Order | None) -> DateReading | None:
    day, is_open = _day(parts, order)
    if day is None:
        return None
    where: tzinfo | None = parts.offset
    is_known = True
    if where is None:
        where, is_known = _named_zone(parts.zone_name, zone)
    found = _built(day, parts.clock, parts.is_late, where, is_known, has_day=True, default=zone, name=parts.zone_name)
    if found is None or not is_open:
        return found
    return replace(found, doubt="day")


def _day(parts: _Parts, order: Order | None) -> tuple[tuple[str, str, str] | None, bool]:
    """((year, month, day), whether day and month could as well be exchanged)."""
    months = parts.months
    if len(months) > 1 or (months and len(parts.numbers) == 3):
        months = [m for m in months if not is_weekday(m)]  # « mar. 3 févr. »
    numbers = [n for n, _ in parts.numbers]
    if len(months) == 1 and len(numbers) == 2:
        year = next((n for n in numbers if len(n) == 4), numbers[1])
        day = numbers[1] if year is numbers[0] else numbers[0]
        return (None if len(day) > 2 else (year, str(month_of(months[0])), day)), False
    if months or len(numbers) != 3:
        return None, False
    return _day_in_figures(parts, order)


def _day_in_figures(parts: _Parts, order: Order | None) -> tuple[tuple[str, str, str] | None, bool]:
    (a, sign), (b, second_sign), (c, _) = parts.numbers
    if len(a) == 4:
        return (a, b, c), False
    if len(c) not in (2, 4) or len(a) > 2 or len(b) > 2 or (sign != second_sign and second_sign):
        return None, False
    one, two = int(a), int(b)
    if one > 12 or two > 12 or one == two:
        return ((c, b, a) if one > 12 or one == two else (c, a, b)), False
    if sign == "." or (sign == "" and order is None):
        return (c, b, a), False  # dots are written day first wherever they are written
    if order is None:
        return (c, b, a), True
    return ((c, b, a) if order == "day-first" else (c, a, b)), False


def _built(
    day: tuple[str, str, str], clock: tuple[str | None, str | None, str | None] | None, is_late: bool | None,
    where: tzinfo, is_known: bool, *, has_day: bool, default: tzinfo | None, name: str = "",
) -> DateReading | None:  # fmt: skip
    try:
        naive = datetime(_year(day[0]), int(day[1]), int(day[2]))  # noqa: DTZ001
        hour, minute, second = (int(part or 0) for part in clock or ("0", "0", "0"))
        naive += _after_midnight(_hour(hour, is_late), minute, second)
        if name and default is not None and naive.replace(tzinfo=default).tzname() == name.upper().strip("."):
            where, is_known = default, True  # CST in Shanghai, IST in Jerusalem
        at = naive.replace(tzinfo=where)
        at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return DateReading(at, has_day, clock is not None, None if is_known else "zone")


def _after_midnight(hour: int, minute: int, second: int) -> timedelta:
    """24:00 is the next day's first moment, and a second 60 the next minute's (ISO 8601, leap seconds)."""
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        raise ValueError(hour)
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def _hour(hour: int, is_late: bool | None) -> int:
    """The hour of twenty-four. ``13:00 PM`` is what it says."""
    if is_late is None or not 0 < hour <= 12:
        return hour
    return hour % 12 + (12 if is_late else 0)


def _zone_text(tail: str, default: tzinfo | None) -> tuple[tzinfo | None, bool]:
    """The zone that the tail of an ISO date names, and whether it is known; None where the tail is something else."""
    tail = re.sub(r"\s*\([^)]*\)$", "", tail).strip()
    if not tail:
        return default or UTC, True
    found = re.fullmatch(r"(?:gmt|utc|z)?\s*" + _OFFSET.pattern + r"\s*(?:[A-Za-z]{1,5})?", tail, re.IGNORECASE)
    if found:
        offset = _offset_of(found)
        return offset, offset is not None
    if not _NAME_OF_A_ZONE.fullmatch(tail) and folded(tail) not in ZONES:
        return None, False
    return _named_zone(tail, default)


def _named_zone(name: str, default: tzinfo | None) -> tuple[tzinfo, bool]:
    """(zone, whether the name is known). Without a name, the publisher's zone, else UTC."""
    if not name:
        return default or UTC, True
    minutes_east = ZONES.get(folded(name))
    if minutes_east is not None:
        return (UTC if minutes_east == 0 else timezone(timedelta(minutes=minutes_east))), True
    try:
        return ZoneInfo(name), True
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return default or UTC, False


def _offset_of(found: re.Match[str]) -> tzinfo | None:
    hours, minutes = int(found["h"]), int(found["m"] or 0)
    if hours > 15 or minutes > 59:
        return None
    delta = timedelta(hours=hours, minutes=minutes)
    return timezone(delta if found["sign"] == "+" else -delta)

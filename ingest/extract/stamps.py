"""Date strings as pages write them → aware datetimes. Pure; strings that are not a full date give None."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
"""Before the web's newspapers: a date this early is a placeholder (1970-01-01) or an archive's first edition."""

_ISO = re.compile(
    r"""(?P<y>[12]\d{3})\s?[-/.年년]\s?(?P<m>\d{1,2})\s?[-/.月월]\s?(?P<d>\d{1,2})[日일]?
        (?:(?:T|\s*,?\s*)(?:\(\w\))?\s*(?P<h>\d{1,2})[:時시](?P<mi>\d{2})(?:[:분](?P<s>\d{2}))?(?:[.,](?P<f>\d{1,9}))?
        \s*(?P<z>Z|UTC|GMT|[A-Z]{2,4}(?![a-z])|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?""",
    re.X,
)
_COMPACT = re.compile(
    r"^(?P<y>20\d{2})(?P<m>\d{2})(?P<d>\d{2})(?:T?(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})?(?P<z>Z|[+-]\d{4})?)?$"
)
_EPOCH = re.compile(r"^\s*(\d{10}|\d{13})(?:\.\d+)?\s*$")
_NAMED = re.compile(
    r"""(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?(?P<mon1>[^\W\d_]{3,12})\.?,?\s+(?:de\s+|del\s+)?(?P<y1>[12]\d{3})
        |(?P<mon2>[^\W\d_]{3,12})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>[12]\d{3}))
        (?:\D{0,12}?(?P<h>\d{1,2})[:hH.](?P<mi>\d{2})(?::(?P<s>\d{2}))?\s*(?P<ap>[AaPp]\.?[Mm]\.?)?\s*(?P<z>Z|UTC|GMT|[A-Z]{3,4}(?![a-z])|[+-]\d{2}:?\d{2})?)?""",
    re.X,
)
_NUMERIC = re.compile(
    r"(?<!\d)(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<y>\d{4})(?:\D{1,12}?(?P<h>\d{1,2})[:hH.](?P<mi>\d{2})(?::(?P<s>\d{2}))?)?"
)
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120,
          "EET": 120, "EEST": 180, "MSK": 180, "JST": 540, "KST": 540, "HKT": 480, "SGT": 480, "EST": -300, "EDT": -240,
          "CDT": -300, "MDT": -360, "MST": -420, "PST": -480, "PDT": -420, "ET": -300, "AEST": 600, "AEDT": 660,
          "SAST": 120, "PKT": 300}  # fmt: skip
_MONTHS = {
    1: "january jan janvier janv januar jänner enero ene gennaio gen janeiro января январь januari ocak stycznia",
    2: "february feb février fevrier févr fév februar febrero febbraio fevereiro fev февраля февраль februari şubat"
    " lutego",
    3: "march mar mars märz marzo março marco марта март maart mart marca",
    4: "april apr avril avr abril abr aprile апреля апрель nisan kwietnia",
    5: "may mai mayo maggio mag maio мая май mei maj mayıs maja",
    6: "june jun juin juni junio giugno giu junho июня июнь haziran czerwca",
    7: "july jul juillet juil juli julio luglio lug julho июля июль temmuz lipca",
    8: "august aug août aout agosto ago августа август augustus augusti ağustos sierpnia",
    9: "september sep sept septembre septiembre settembre set setembro сентября сентябрь eylül września",
    10: "october oct octobre oktober okt octubre ottobre ott outubro out октября октябрь ekim października",
    11: "november nov novembre noviembre novembro ноября ноябрь kasım listopada",
    12: "december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro декабря декабрь aralık"
    " grudnia",
}
_MONTH = {word: number for number, words in _MONTHS.items() for word in words.split()}
_MONTH_FIRST = frozenset({"en-us", "us", "en-ph", "fil"})


def parse_stamp(raw: str, *, zone: str | None = None, language: str | None = None) -> datetime | None:
    """A date string as an aware datetime, or None.

    ``zone`` (IANA) is for strings without an offset; UTC if there is none. ``language`` (a tag) decides the order of
    03/04/2024: day first, except in American English.
    """
    raw = raw.strip()
    local = _zone(zone)
    if m := _EPOCH.match(raw):
        return _epoch(m[1])
    m = _COMPACT.match(raw) or _ISO.search(raw)
    if m:
        return _build(m, int(m["y"]), int(m["m"]), int(m["d"]), local)
    if (m := _NAMED.search(raw)) and (month := _MONTH.get((m["mon1"] or m["mon2"]).lower())):
        return _build(m, int(m["y1"] or m["y2"]), month, int(m["d1"] or m["d2"]), local)
    if m := _NUMERIC.search(raw):
        month_first = (language or "").lower() in _MONTH_FIRST
        day, month = (int(m["b"]), int(m["a"])) if month_first else (int(m["a"]), int(m["b"]))
        if month > 12:
            day, month = month, day
        return _build(m, int(m["y"]), month, day, local)
    return None


def sane(when: datetime | None, before: datetime | None = None) -> bool:
    """True for a date an online article can have: not before the web, not after ``before`` plus a day's slack."""
    if when is None or when < EARLIEST:
        return False
    return before is None or when <= before + timedelta(days=1)


def has_time(raw: str) -> bool:
    """True if the string says an hour."""
    return bool(re.search(r"\d[T\s,]+\D{0,12}\d{1,2}[:hH時]\d{2}", raw) or _EPOCH.match(raw))


def _epoch(digits: str) -> datetime | None:
    seconds = int(digits) / (1000 if len(digits) == 13 else 1)
    return datetime.fromtimestamp(seconds, UTC)


def _build(m: re.Match[str], year: int, month: int, day: int, local: tzinfo) -> datetime | None:
    parts = m.groupdict()
    hour, minute, second = (int(parts.get(k) or 0) for k in ("h", "mi", "s"))
    half = (parts.get("ap") or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    where = _offset(parts.get("z")) or local
    try:
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=where)
    except ValueError:
        return None


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text in _ZONES:
        return UTC if _ZONES[text] == 0 else timezone(timedelta(minutes=_ZONES[text]))
    m = re.fullmatch(r"([+-])(\d{2}):?(\d{2})?", text)
    if not m or int(m[2]) > 14:
        return None
    delta = timedelta(hours=int(m[2]), minutes=int(m[3] or 0))
    return timezone(-delta if m[1] == "-" else delta)


def _zone(name: str | None) -> tzinfo:
    if not name:
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC

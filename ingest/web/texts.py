"""The page's own words. English is written in the templates and looked up in French; no word is lost in between."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ingest.operations.french import FRENCH as FINDINGS
from ingest.operations.french import named_value
from ingest.text.phrasebook import Phrasebook
from ingest.web.french import FRENCH
from ingest.web.french_said import FRENCH_SAID

LANGUAGES = ("en", "fr")
_SAID = Phrasebook(FINDINGS | FRENCH_SAID, lambda value: FRENCH.get(value) or named_value(value))
"""What findings, queries, rules and refusals say: they are written where they arise, in English."""
_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
}
Translate = Callable[..., str]


_OF_ONE = {
    "{n} stories": "{n} story", "{n} articles": "{n} article", "{n} entries": "{n} entry", "{n} notes": "{n} note",
    "{n} outlets": "{n} outlet", "{n} texts": "{n} text", "{n} words": "{n} word",
    "{n} tries so far": "{n} try so far", "Story: {n} articles": "Story: {n} article",
    "mails to {n} recipients": "mails to {n} recipient", "mail to {n} recipients": "mail to {n} recipient",
    "about {n} entries missed in {m} gaps": "about {n} entry missed in {m} gaps",
}  # fmt: skip
"""What is said of several → what is said of one."""


def translator(language: str) -> Translate:
    """A function that says a text in a language, with its ``{blanks}`` filled in; ``n`` says of how many."""
    words: Mapping[str, str] = FRENCH if language == "fr" else {}
    singular = ("0", "1", "0.0", "1.0") if language == "fr" else ("1", "1.0")

    def say(text: str, **blanks: object) -> str:
        text = _OF_ONE.get(text, text) if str(blanks.get("n", "")) in singular else text
        found = words.get(text)
        if found is None:
            found = _SAID.say(text) if language == "fr" else text
        return found.format(**blanks) if blanks else found

    return say


def preferred(cookie: str | None, accepted: str) -> str:
    """The language of the page: the one chosen, else the first of the browser's that there is."""
    if cookie in LANGUAGES:
        return str(cookie)
    for part in accepted.split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in LANGUAGES:
            return code
    return "en"


def ago(moment: datetime | None, now: datetime, language: str) -> str:
    """``3 min``, ``2 h``, ``4 d``: how long ago, as short as it can be said."""
    if moment is None:
        return "–"
    return span((now - moment).total_seconds(), language)


def span(seconds: float | None, language: str) -> str:
    """A length of time in its largest unit."""
    if seconds is None:
        return "–"
    day = "j" if language == "fr" else "d"
    for size, unit in ((86400, day), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(seconds, 0):.0f} s"


def later(first: datetime, then: datetime, language: str) -> str:
    """``+12 min``: how much later than the first."""
    behind = then - first
    return "" if behind < timedelta(seconds=30) else f"+{span(behind.total_seconds(), language)}"


def clock_time(moment: datetime | None, zone: str, language: str, now: datetime) -> str:
    """A moment in the installation's time zone: the time today, else with its day."""
    if moment is None:
        return "–"
    local, today = moment.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone))
    if local.date() == today.date():
        return f"{local:%H:%M}"
    month = _MONTHS[language][local.month - 1]
    year = f" {local.year}" if local.year != today.year else ""
    day = f"{local.day} {month}{year}"
    return f"{day}, {local:%H:%M}"


def day(moment: datetime, zone: str, language: str, *, with_time: bool = False) -> str:
    """A day, for a chart: without its year, which the span beside it tells."""
    local = moment.astimezone(ZoneInfo(zone))
    said = f"{local.day} {_MONTHS[language][local.month - 1]}"
    return f"{said}, {local:%H:%M}" if with_time else said


def number(value: float, language: str) -> str:
    """A figure with its thousands apart."""
    whole = f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
    return whole.replace(",", "\u202f").replace(".", ",") if language == "fr" else whole

"""What reading a page gives, and what may be known beforehand. Plain, frozen, picklable."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ingest.model import ArticleText

VERSION = "2"
"""Of the reading rules; stored with each document so that older readings can be found and redone."""


class Status(StrEnum):
    """What a page turned out to be. Only ``full`` and ``teaser`` texts are an article's words."""

    FULL = "full"
    TEASER = "teaser"
    """The opening of an article whose rest is behind a wall."""
    CONSENT = "consent"
    """A cookie or consent wall instead of the article."""
    CHALLENGE = "challenge"
    """A bot check, or an access-denied page."""
    LISTING = "listing"
    """A section front, search result or tag page."""
    MEDIA = "media"
    """A video, audio or gallery page with little text of its own."""
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class ReadingHints:
    """What is known about the article before its page is read, most of it from the feed; every part may be missing."""

    title: str = ""
    summary: str = ""
    published: datetime | None = None
    language: str | None = None
    timezone: str | None = None
    """IANA zone for dates that come without one; None: UTC."""
    fetched: datetime | None = None
    """When the page was fetched: a later day is none on which it was published. None: any day is believed."""


@dataclass(frozen=True, slots=True)
class TextCandidate:
    """One text, title, date or list of authors that was considered, and why it was or was not taken."""

    what: str
    """``title``, ``text``, ``published``, ``authors`` or ``status``."""
    source: str
    value: str
    """For texts: the opening."""
    note: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(ArticleText):
    """A page as an analyst wants it."""

    status: Status
    title_source: str
    version: str = VERSION
    published_raw: str | None = None
    modified: datetime | None = None
    authors_source: str | None = None
    language_hint: str | None = None
    """As the page declares it, such as ``de-AT``."""
    canonical_url: str | None = None
    """As the page declares it, absolute; None if it declares none that can be meant."""
    amp_url: str | None = None
    is_amp: bool = False
    is_print: bool = False
    """True: a print version; index its canonical twin."""
    live: bool = False
    """True: a live blog, whose text grows."""
    encoding: str = ""
    rule: str = ""
    """``matched`` or ``missed``, where the outlet has a rule of its own (outlet_rules.toml)."""
    candidates: tuple[TextCandidate, ...] = ()
    """Filled only when an explanation is asked for."""

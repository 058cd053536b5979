"""The nouns that travel between packages. Plain, frozen, without behaviour worth hiding.

All datetimes are aware and in UTC. Identity of an article is ``key``: see ``ingest.urls.url_key``.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Identity(StrEnum):
    """What tells two items of a feed apart."""

    AUTO = "auto"
    """The link; where one page is given for many items, what is learnt of them."""
    LINK = "link"
    GUID = "guid"
    TITLE = "title"
    """Title and date: for feeds whose links and guids change at each poll."""
    PAGE = "page"
    """One page for all items: each is indexed from the feed's own words."""


class Policy(StrEnum):
    """What may be taken from a feed's publisher."""

    FULL = "full"
    """Fetch the page, archive it, index its text."""
    SUMMARY = "summary"
    """Index the feed's own title and summary; never fetch the page."""
    HEADLINE = "headline"
    """Index title, link and date only."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as the catalogue (``config/feeds.yaml``) describes it."""

    id: str
    url: str
    name: str
    outlet: str
    """Id of the outlet; several feeds may share one."""
    outlet_name: str
    site: str | None = None
    country: str | None = None
    """ISO 3166 alpha-2."""
    language: str | None = None
    """ISO 639-1, what most of its items are in; None for mixed."""
    kind: str = "news"
    tags: tuple[str, ...] = ()
    enabled: bool = True
    policy: Policy = Policy.FULL
    timezone: str | None = None
    """IANA zone for dates that come without one."""
    min_interval: int | None = None
    """Seconds; None: the global setting."""
    max_interval: int | None = None
    stale_after: int | None = None
    """Seconds of silence after which a person is told; None: from the feed's own rhythm."""
    promise: int | None = None
    """Seconds within which 95 % of its items are seen; None: the setting for its kind, or for all."""
    note: str = ""
    identity: Identity = Identity.AUTO
    """What tells its items apart."""


class Health(StrEnum):
    """How a feed is, in order of urgency; `ingest/feeds/health.py` tells which."""

    FAILING = "failing"
    QUARANTINED = "in quarantine"
    RETIRED = "retired"
    SILENT = "silent"
    MOVED = "moved"
    GAPS = "gaps"
    NEVER = "never polled"
    WELL = "well"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed, converted once at the edge."""

    url: str
    """As the feed gives it (absolute)."""
    canonical_url: str
    key: str
    title: str
    """Plain text."""
    guid: str | None = None
    summary: str = ""
    """Plain text."""
    content: str = ""
    """Plain text of full content in the feed, if it has any."""
    published: datetime | None = None
    published_raw: str | None = None
    published_source: str | None = None
    """``feed``, ``feed-clamped`` (was in the future), ``feed-url``…; None: no date."""
    updated: datetime | None = None
    """When the publisher says that it was last changed."""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ArchiveRef:
    """Where a WARC record stands: file below the archive's root, byte offset and length of the record."""

    file: str
    offset: int
    length: int

    def __str__(self) -> str:
        """As the ledger stores it."""
        return f"{self.file}#{self.offset}+{self.length}"

    @classmethod
    def parse(cls, text: str) -> "ArchiveRef":
        """The reverse of ``str()``."""
        file, _, rest = text.rpartition("#")
        offset, _, length = rest.partition("+")
        return cls(file, int(offset), int(length))


FEED_WORDS = "feed"
"""The status (``ArticleText.status``) of a text that is the feed's own words, no page having been read."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the ledger knows it when a stage claims it."""

    key: str
    url: str
    """Canonical URL."""
    original_url: str
    feed_id: str
    title: str
    summary: str
    content: str
    first_seen_at: datetime
    state: str
    policy: Policy
    published: datetime | None = None
    published_raw: str | None = None
    published_source: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None
    attempts: int = 0
    revision: int = 0
    final_url: str | None = None
    archive: ArchiveRef | None = None
    fetched_at: datetime | None = None
    story_id: str | None = None
    indexed_at: datetime | None = None
    content_hash: str | None = None
    """Of the text that stands in the index."""
    words_from: str | None = None
    """The feed of another publisher whose title and summary these are; None: the owner's own (``publishers``)."""
    extraction_status: str | None = None
    """Of what stands in the index: ``feed`` where the feed's own words do; None before it is indexed."""
    fetch_again_at: datetime | None = None
    """The feed's words stand in for the page until then (``ingest.ledger.words_first``); None: nothing is owed."""

    @property
    def listed_by(self) -> str:
        """The feed that brought it, at whose expense it is fetched."""
        return self.words_from or self.feed_id

    rights: dict[str, str] = field(default_factory=dict)
    """``robots``, ``tdm``, ``paywall`` with values such as ``allowed``, ``reserved``; evidence beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText:
    """The words of an article and what is said of them: what its document is made of, whoever gave it.

    A page that was read gives one (``Reading``); so does the feed, where the page could not or may not be read.
    Texts are NFC, paragraphs are separated by an empty line.
    """

    title: str
    text: str
    """The body; empty where a wall or nothing stands in its place. Where a page seems to be a list or media, it is the
    text that was found, and ``status`` says that it may be no article's."""
    summary: str
    status: str
    """Of the page (``ingest.extract.reading.Status``), or ``feed``."""
    method: str
    """Which candidate gave the body: ``blocks``, ``blocks+trafilatura``, ``jsonld``, ``script`` … (docs/reading.md)."""
    published: datetime | None = None
    """Aware, in the offset that the page states (UTC where it states none and no zone is known)."""
    published_source: str | None = None
    authors: tuple[str, ...] = ()
    words: int = 0
    paywall: bool = False
    """The page says that its text is not free to read."""
    version: str = ""
    """Of the rules that read it."""


@dataclass(frozen=True, slots=True)
class DetectedLanguage:
    """The language of a text."""

    code: str
    """ISO 639-1, or ``unknown``."""
    confidence: float
    source: str
    """What decided: ``text``, ``script``, ``feed``, ``html``, …"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A term that was found, and where."""

    term: str
    """As it stands in the text."""
    concept: str
    where: str
    """``title``, ``lead``, ``paragraph 3``."""
    start: int = 0
    end: int = 0
    """Character offsets in the title (where == title) or else in the body."""


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic given to an article, with the reason."""

    topic: str
    score: float
    about: bool
    """True: a subject of the article; False: a mention in passing."""
    evidence: tuple[Evidence, ...] = ()
    rule_version: str = ""
    rule_score: float = 0.0
    """The score by the rules alone."""
    model_share: float | None = None
    """How sure the model is that this is a subject, 0 to 1; None: the rules decided alone."""


class PlaceChange(StrEnum):
    """What placing an article has changed for those who know it already."""

    NEW = "new"
    """It had no place before."""
    NONE = "none"
    """The text that it was placed with."""
    REVISED = "revised"
    """Another text, still what readers were told."""
    COMPLETED = "completed"
    """The page's text in place of its feed's words, telling of the same: placed anew by it, told as before."""
    DRIFTED = "drifted"
    """Its text is no longer what readers were told: it is a new story, and its event may be another."""


@dataclass(frozen=True, slots=True)
class StoryPlace:
    """Where an article stands among near-duplicates."""

    story_id: str
    is_first: bool
    size: int
    """Articles in the story so far, this one included."""
    outlets: tuple[str, ...] = ()
    """Outlet ids in order of publication."""
    event_id: str | None = None
    change: PlaceChange = PlaceChange.NEW
    merged: tuple[str, ...] = ()
    """Events that are one with this one since the article came: their ids are no more."""

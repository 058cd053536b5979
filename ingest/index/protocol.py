"""What an index can do. Two implementations (``sqlite``, ``elasticsearch``), one suite of contract tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from ingest.errors import VeilleError
from ingest.index.counts import Bucket, Count
from ingest.index.document import Document
from ingest.index.hit import Hit
from ingest.index.query.tree import Query
from ingest.index.schema import DocumentKind

RANKED = 10_000
"""Of more articles than these the newest are put in order by how well they match: weighing all 45,000 that have a word
that is everywhere took SQLite 0.2 s of CPU (decision 325)."""


class Sort(StrEnum):
    """The order of hits. Ties are broken by URL, so that pages never overlap."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    """By ``@timestamp``, newest first."""
    INDEXED = "indexed"
    """By ``indexed_at``, oldest first: the order in which alerts read."""


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What became of one document of a batch."""

    id: str
    ok: bool
    reason: str = ""
    retryable: bool = False
    """True: the index was busy, the same document may go through later. False: it never will."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Some hits, and where to go on."""

    hits: tuple[Hit, ...]
    total: int
    """How many documents match in all (exact)."""
    next: str | None = None
    """Give as ``after`` for the following page; None: this was the last."""
    ranked: int | None = None
    """By relevance: only so many of the newest were weighed, the others follow them newest first. None: all were."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Only the articles that mean nearly what a vector stands for, the nearest first."""

    vector: tuple[int, ...]
    """Signed bytes, as the field ``vector`` has them."""
    minimum: float = 0.4
    """Cosine. Of labelled pairs of one happening 97 % lie above, of pairs with little in common 40 %."""
    limit: int = 100
    """At most so many are found."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search. ``query=None`` finds everything."""

    query: Query | None = None
    since: datetime | None = None
    """``indexed_at >= since``."""
    until: datetime | None = None
    """``indexed_at < until``."""
    near: Neighbours | None = None
    """Besides all else; a hit's score is then its cosine."""
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Keyword field → values, any of which will do: ``{"topics": ["russia-dprk"], "language.code": ["fr", "en"]}``."""
    size: int = 20
    after: str | None = None
    sort: Sort = Sort.RELEVANCE
    ranked: int = RANKED
    """By relevance: of more articles than these only the newest are weighed (with them all of the last one's moment);
    the others follow with score 0, newest first. 10,000 at most."""
    highlight: bool = True
    stems: bool = False
    """Also match word stems in the document's language where the index has them (Elasticsearch). Never for alerts."""


@dataclass(frozen=True, slots=True)
class IndexPart:
    """One of the concrete indexes that articles stand in."""

    name: str
    documents: int
    bytes: int


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """How an index is doing, for ``status``, ``doctor`` and ``index status``."""

    kind: str
    where: str
    ready: bool
    documents: int
    version: int | None
    """``_meta.schema_version`` of what stands there; None: not set up."""
    bytes: int = 0
    note: str = ""
    """What a person should know or do; empty if all is well."""
    todo: str = ""
    """What makes it ready, where that is not `veille index setup`."""
    indexes: tuple[IndexPart, ...] = ()
    """The oldest month first (Elasticsearch); empty where all stands in one place."""
    blocked: str = ""
    """Why it takes no writes although it can be searched, such as a disk over its flood stage; empty: it does."""
    key_ends: date | None = None
    """The day on which the key that we come with ends; None: it has no end, or there is none."""


@dataclass(frozen=True, slots=True)
class CopyComparison:
    """A new copy held against the one that is searched."""

    before: int
    after: int
    missing: int
    """Documents of the searched copy that the new one does not take."""


class Rebuild(Protocol):
    """A new copy of one kind of document being filled beside the one that is searched."""

    def write(self, docs: Sequence[Document]) -> list[WriteResult]:
        """Put documents into the new copy. Never overwrites what came in meanwhile with a newer time."""

    def catch_up(self) -> list[WriteResult]:
        """Take over what the searched copy has and the new one lacks or has older; returns what was refused."""

    def compare(self) -> CopyComparison:
        """Both copies, counted, after ``catch_up``."""

    def finish(self) -> int:
        """Catch up, and make the new copy the one that is searched, at once.

        Returns the number of documents in it.
        """

    def abort(self) -> None:
        """Drop the new copy. Does nothing after ``finish`` or another ``abort``."""


class Index(Protocol):
    """The documents that people search. Every method raises IndexUnavailable when the index cannot be reached."""

    def setup(self) -> None:
        """Make what is missing (templates, indexes, aliases). Safe to repeat and to run from several workers."""

    def write(self, docs: Sequence[Document], into: DocumentKind = DocumentKind.ARTICLES) -> list[WriteResult]:
        """Insert or replace by id. One outcome a document, in order; one bad document never stops the rest."""

    def update_fields(self, id: str, fields: Mapping[str, Any]) -> WriteResult:
        """Merge fields into an article that stands there (``{"story": {"size_at_index": 4}}``); never creates one."""

    def get(self, id: str, kind: DocumentKind = DocumentKind.ARTICLES) -> dict[str, Any] | None:
        """The document with that id, or None. Sees every write that has returned."""

    def delete(self, ids: Sequence[str], kind: DocumentKind = DocumentKind.ARTICLES) -> int:
        """Remove documents; returns how many were there."""

    def probe(self, doc: Document, ask: SearchRequest) -> list[str]:
        """Write a synthetic article, find it by a search, and leave nothing that readers or counts see.

        Returns the ids that the search found: of that document alone, if all is well.
        """

    def prune(self, before: datetime, kind: DocumentKind = DocumentKind.ARTICLES) -> int:
        """Remove what was indexed before that moment (retention); returns how many."""

    def search(self, ask: SearchRequest) -> SearchPage:
        """One search over the articles. Raises QueryError where the index refuses the query or the cursor."""

    def search_many(self, asks: Sequence[SearchRequest]) -> list[SearchPage | VeilleError]:
        """Many searches at once, answers in order; one that fails is an error in its place."""

    def counts(
        self, ask: SearchRequest, wanted: Sequence[Count], kind: DocumentKind = DocumentKind.ARTICLES
    ) -> tuple[int, list[tuple[Bucket, ...]]]:
        """How many documents a search finds, and figures of them. ``since`` and ``until`` of other kinds than articles
        are by ``@timestamp``. Raises QueryError as ``search`` does.
        """

    def explore(self, ask: SearchRequest, wanted: Sequence[Count]) -> tuple[SearchPage, list[tuple[Bucket, ...]]]:
        """A page of articles with figures of all that the search finds, at the cost of finding it once if that is less.

        Raises QueryError as ``search`` does.
        """

    def refresh(self) -> None:
        """Make every write that has returned visible to searches."""

    def count(self, kind: DocumentKind = DocumentKind.ARTICLES) -> int:
        """How many documents searches can see."""

    def status(self) -> IndexStatus:
        """How it is doing. Does not raise when it is down: says so."""

    def rebuild(self, kind: DocumentKind = DocumentKind.ARTICLES) -> Rebuild:
        """Begin a new copy of one kind, by today's schema. One that was begun before is dropped."""

    def waiting(self, kind: DocumentKind = DocumentKind.ARTICLES) -> Rebuild | None:
        """The copy that was begun and neither finished nor aborted, such as one that waits to be confirmed."""

    def close(self) -> None:
        """Give connections back."""

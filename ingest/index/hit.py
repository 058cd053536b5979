"""What a search finds, and a stored article read by names that are checked: no bare ``source["outlet"]["name"]``.

A property of ``IndexedArticle`` names a field of ``fields.py``; one that is not listed there fails at import.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar, overload

from ingest.index.fields import ARTICLES

T = TypeVar("T")
_LISTED = frozenset(one.name for one in ARTICLES.listed)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A passage of a field, with the places (character offsets in ``text``) of what matched."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    def pieces(self) -> list[tuple[str, bool]]:
        """The text cut at its marks: (piece, is it a match), for a template to escape and render."""
        out: list[tuple[str, bool]] = []
        at = 0
        for start, end in self.marks:
            out += [(self.text[at:start], False), (self.text[start:end], True)]
            at = end
        out.append((self.text[at:], False))
        return [(text, marked) for text, marked in out if text]


@dataclass(frozen=True, slots=True)
class StoredTopic:
    """A topic of a stored article, and why it was given."""

    topic: str
    score: float
    terms: tuple[str, ...]
    about: bool
    rule_version: str


class _Stored(Generic[T]):
    """A field of a stored article, converted where it is read."""

    def __init__(self, name: str, convert: Callable[[Any], T]) -> None:
        if name not in _LISTED:
            raise LookupError(f"{name!r} is not in the list of fields")
        self.path, self.convert = name.split("."), convert

    @overload
    def __get__(self, article: None, owner: type) -> "_Stored[T]": ...
    @overload
    def __get__(self, article: "IndexedArticle", owner: type) -> T: ...
    def __get__(self, article: "IndexedArticle | None", owner: type) -> "T | _Stored[T]":
        """The value, or what stands for none."""
        if article is None:
            return self
        value: Any = article.source
        for part in self.path:
            value = value.get(part) if isinstance(value, Mapping) else None
        return self.convert(value)


def _text(value: Any) -> str:
    return str(value or "")


def _texts(value: Any) -> tuple[str, ...]:
    listed = value if isinstance(value, list | tuple) else [value]
    return tuple(str(one) for one in listed if one)


def _moment(value: Any) -> datetime | None:
    return datetime.fromisoformat(str(value)) if value else None


def _number(value: Any) -> float:
    return float(value or 0)


def _integer(value: Any) -> int:
    return int(value or 0)


def _topics(value: Any) -> tuple[StoredTopic, ...]:
    return tuple(
        StoredTopic(
            topic=_text(one.get("topic")), score=_number(one.get("score")), terms=_texts(one.get("terms")),
            about=bool(one.get("about")), rule_version=_text(one.get("rule_version")),
        )
        for one in value or ()
    )  # fmt: skip


class IndexedArticle:
    """An article as the index has it. What is not known is "", 0, None or ()."""

    def __init__(self, id: str, source: Mapping[str, Any]) -> None:
        self.id, self.source = id, source

    timestamp = _Stored("@timestamp", _moment)
    published_at = _Stored("published.at", _moment)
    first_seen_at = _Stored("first_seen_at", _moment)
    indexed_at = _Stored("indexed_at", _moment)
    title = _Stored("title", _text)
    summary = _Stored("summary", _text)
    body = _Stored("body", _text)
    topics = _Stored("topics", _texts)
    topic_hits = _Stored("topic_hits", _topics)
    url = _Stored("url.full", _text)
    original_url = _Stored("url.original", _text)
    domain = _Stored("url.domain", _text)
    outlet_id = _Stored("outlet.id", _text)
    outlet_name = _Stored("outlet.name", _text)
    country = _Stored("outlet.country", _text)
    language = _Stored("language.code", _text)
    language_confidence = _Stored("language.confidence", _number)
    language_source = _Stored("language.source", _text)
    story_id = _Stored("story.id", _text)
    event_id = _Stored("story.event_id", _text)
    content_hash = _Stored("content.hash", _text)
    words = _Stored("content.words", _integer)
    extraction_status = _Stored("extraction.status", _text)
    extraction_method = _Stored("extraction.method", _text)

    @property
    def outlet(self) -> str:
        """What readers call the outlet: its name, else its id, else the site; "" if nothing is known."""
        return self.outlet_name or self.outlet_id or self.domain

    @property
    def story(self) -> str:
        """Its story's id; an article that was given none is its own story."""
        return self.story_id or self.id

    @property
    def event(self) -> str:
        """Its event's id; an article that was given none is its own event."""
        return self.event_id or self.story


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found."""

    id: str
    source: dict[str, Any]
    """The document as stored, for whoever passes it on whole. To read it: ``article``."""
    highlights: Mapping[str, tuple[Fragment, ...]] = field(default_factory=dict)
    """By field (``title``, ``summary``, ``body``): the passages that matched. Title and summary whole."""
    score: float = 0.0

    @property
    def article(self) -> IndexedArticle:
        """The article, by names."""
        return IndexedArticle(self.id, self.source)

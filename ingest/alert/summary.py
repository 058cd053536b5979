"""What a mail says of an article. Made from a hit once; kept in the ledger until the mail is made."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ingest.alert.watch.noticed import Noticed
from ingest.index.hit import Fragment, Hit, IndexedArticle, StoredTopic

MAX_TITLE = 300
MAX_PASSAGE = 320
MAX_PASSAGES = 3
_JOINED = 0x0E00
"""First code point of the scripts that are written without spaces, or with particles joined on."""

Pieces = tuple[tuple[str, bool], ...]
"""Text cut where matches begin and end: (piece, is it a match)."""


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic the article carries, and the words that gave it."""

    topic: str
    about: bool
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One article as a mail shows it."""

    key: str
    story: str
    url: str
    title: Pieces
    passages: tuple[Pieces, ...]
    outlet: str
    country: str | None
    language: str
    published: datetime | None
    first_seen: datetime
    indexed: datetime
    topics: tuple[TopicLine, ...] = ()
    extraction: str = "full"
    event: str = ""
    """The happening that it tells of; what a reader is told of once."""
    noticed: Noticed | None = None
    """Why a watch rule speaks, of which this is the article to show."""

    @property
    def headline(self) -> str:
        """The title as plain text."""
        return "".join(text for text, _ in self.title) or self.url

    @property
    def when(self) -> datetime:
        """When it was published, as far as known."""
        return self.published or self.first_seen

    def to_json(self) -> dict[str, Any]:
        """As the ledger keeps it."""
        dates = {k: v.isoformat() if (v := getattr(self, k)) else None for k in ("published", "first_seen", "indexed")}
        plain = ("key", "story", "url", "title", "passages", "outlet", "country", "language", "extraction", "event")
        topics = [{"topic": t.topic, "about": t.about, "terms": list(t.terms)} for t in self.topics]
        noticed = {"noticed": self.noticed.to_json()} if self.noticed else {}
        return {**{k: getattr(self, k) for k in plain}, **dates, "topics": topics, **noticed}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "ArticleSummary":
        """The reverse of ``to_json``."""
        values = {k: v for k, v in data.items() if k != "versions"}
        for name in ("published", "first_seen", "indexed"):
            values[name] = datetime.fromisoformat(values[name]) if values[name] else None
        values["event"] = values.get("event") or values["story"]  # rows of before events were the unit
        values["title"] = _pieces(values["title"])
        values["passages"] = tuple(_pieces(p) for p in values["passages"])
        values["noticed"] = Noticed.from_json(values["noticed"]) if values.get("noticed") else None
        values["topics"] = tuple(TopicLine(t["topic"], t["about"], tuple(t["terms"])) for t in values["topics"])
        return cls(**values)


def summarise(hit: Hit) -> ArticleSummary:
    """The summary of a hit. What matched is marked; where only a topic matched, the topic's words are."""
    article = hit.article
    topics = tuple(_topic(t) for t in article.topic_hits)
    terms = [term for topic in topics for term in topic.terms]
    title = (hit.highlights.get("title") or (mark(article.title, terms),))[0]
    return ArticleSummary(
        key=hit.id,
        story=article.story,
        url=article.url or article.original_url,
        title=_clean(title.pieces(), MAX_TITLE),
        passages=_passages(hit, terms),
        outlet=one_line(article.outlet or "unknown outlet"),
        country=article.country or None,
        language=article.language or "unknown",
        published=article.published_at,
        first_seen=article.first_seen_at or _indexed_at(article),
        indexed=_indexed_at(article),
        topics=topics,
        extraction=article.extraction_status or "full",
        event=article.event,
    )


def _indexed_at(article: IndexedArticle) -> datetime:
    found = article.indexed_at or article.timestamp
    assert found is not None, "a document without indexed_at cannot have been found by it"
    return found


def _topic(stored: StoredTopic) -> TopicLine:
    terms = [one_line(term) for term in stored.terms]
    return TopicLine(one_line(stored.topic), stored.about, tuple(dict.fromkeys(terms))[:6])


def _passages(hit: Hit, terms: Sequence[str]) -> tuple[Pieces, ...]:
    """Marked passages of the text; else the one around the first topic word; else how the text begins."""
    found = [f for name in ("body", "summary") for f in hit.highlights.get(name, ()) if f.marks]
    if not found:
        found = [_window(hit.article.body or hit.article.summary, terms)]
    cut = (_clean(f.pieces(), MAX_PASSAGE) for f in found[:MAX_PASSAGES])
    return tuple(p for p in cut if p)


def _window(text: str, terms: Sequence[str]) -> Fragment:
    marked = mark(text, terms)
    first = marked.marks[0][0] if marked.marks else 0
    start = max(0, first - MAX_PASSAGE // 2) if first > MAX_PASSAGE - 40 else 0
    if start:  # at a word's beginning, and say that something stands before
        start = text.find(" ", start) + 1 or start
    part = ("… " if start else "") + text[start : start + MAX_PASSAGE * 2]
    return mark(part, terms)


def mark(text: str, terms: Sequence[str]) -> Fragment:
    """A text with every occurrence of the terms marked, whatever their case."""
    alternatives = "|".join(_whole(t) for t in sorted(set(terms), key=len, reverse=True) if t.strip())
    if not alternatives:
        return Fragment(text)
    return Fragment(text, tuple(m.span() for m in re.finditer(alternatives, text, re.IGNORECASE)))


def _whole(term: str) -> str:
    """Pattern of a term as a word: "US" is not in "Russie". Scripts from Thai on join words without spaces (북한이)."""
    before = r"(?<!\w)" if term[0].isalnum() and ord(term[0]) < _JOINED else ""
    after = r"(?!\w)" if term[-1].isalnum() and ord(term[-1]) < _JOINED else ""
    return before + re.escape(term) + after


def _clean(pieces: Sequence[tuple[str, bool]], limit: int) -> Pieces:
    """Pieces without control characters and line breaks, cut at a length."""
    out: list[tuple[str, bool]] = []
    left = limit
    for text, marked in pieces:
        plain = _unbroken(text)
        if len(plain) > left:
            plain = plain[:left].rstrip() + "…"
            out.append((plain, marked))
            break
        out.append((plain, marked))
        left -= len(plain)
    return tuple((t, m) for t, m in out if t)


def _unbroken(text: str) -> str:
    """Runs of whitespace and control characters as one space, the ends kept: a piece is part of a sentence.

    Direction overrides go too: they could make a mail's line read differently from what it says.
    """
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+", " ", text)


def one_line(value: Any) -> str:
    """A value of the web as one line: no control characters, no direction overrides."""
    return _unbroken(str(value or "")).strip()


def _pieces(data: Sequence[Sequence[Any]]) -> Pieces:
    return tuple((str(text), bool(marked)) for text, marked in data)

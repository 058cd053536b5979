"""An index in memory, with verbs, for unit tests of what reads from one. The contract tests use the real ones."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from ingest.errors import IndexUnavailable, VeilleError
from ingest.index.document import Document
from ingest.index.hit import Fragment, Hit
from ingest.index.parts import stamp
from ingest.index.protocol import SearchPage, SearchRequest, WriteResult
from ingest.index.query.tree import And, Equals, Node, Or, Phrase
from ingest.index.schema import DocumentKind
from ingest.text.tokens import tokens


class FakeIndex:
    """Answers queries of words, keyword fields, AND and OR."""

    def __init__(self) -> None:
        self.documents: dict[str, dict[str, Any]] = {}
        self.kept: dict[DocumentKind, dict[str, Any]] = {}
        self.searches: list[SearchRequest] = []
        self.is_down = False
        self.refuses: dict[str, VeilleError] = {}

    def article(
        self, key: str, title: str, indexed_at: datetime, *, story: str | None = None, outlet: str = "Yonhap",
        topics: Sequence[str] = (), body: str = "", url: str | None = None, published: datetime | None = None,
        language: str = "en", terms: Sequence[str] = (), event: str | None = None, country: str = "KR",
    ) -> None:  # fmt: skip
        """An article was indexed."""
        published = published or indexed_at - timedelta(minutes=4)
        self.documents[key] = {
            "@timestamp": stamp(published),
            "published": {"at": stamp(published), "source": "feed"},
            "first_seen_at": stamp(indexed_at - timedelta(minutes=1)),
            "indexed_at": stamp(indexed_at),
            "title": title,
            "body": body,
            "topics": list(topics),
            "topic_hits": [{"topic": t, "about": True, "score": 1.0, "terms": list(terms)} for t in topics],
            "url": {"full": url or f"https://example.org/{key}", "domain": "example.org"},
            "outlet": {"id": outlet.lower(), "name": outlet, "country": country},
            "language": {"code": language},
            "story": {"id": story or f"story-{key}", "event_id": event or story or f"story-{key}"},
            "extraction": {"status": "full"},
        }

    def down(self) -> None:
        """Nobody answers any more."""
        self.is_down = True

    def up(self) -> None:
        """Back again."""
        self.is_down = False

    def refuse(self, query: str, error: VeilleError) -> None:
        """Answer this one query with an error."""
        self.refuses[query] = error

    def refresh(self) -> None:
        self._reach()

    def search(self, ask: SearchRequest) -> SearchPage:
        self._reach()
        self.searches.append(ask)
        if ask.query is not None and ask.query.text in self.refuses:
            raise self.refuses[ask.query.text]
        found = [(key, doc) for key, doc in self.documents.items() if _asked(ask, doc)]
        found.sort(key=lambda kd: (kd[1]["indexed_at"], kd[0]))
        start = int(ask.after or 0)
        page = found[start : start + ask.size]
        more = str(start + ask.size) if len(found) > start + ask.size else None
        return SearchPage(tuple(Hit(key, doc, _highlights(ask, doc)) for key, doc in page), len(found), more)

    def write(self, docs: Sequence[Document], into: DocumentKind = DocumentKind.ARTICLES) -> list[WriteResult]:
        self._reach()
        self.kept.setdefault(into, {}).update({d.id: d.source for d in docs})
        return [WriteResult(d.id, True) for d in docs]

    def update_fields(self, id: str, fields: Mapping[str, Any]) -> WriteResult:
        self._reach()
        if id not in self.documents:
            return WriteResult(id, False, "not found")
        for name, value in fields.items():
            self.documents[id][name] = {**self.documents[id].get(name, {}), **value}
        return WriteResult(id, True)

    def search_many(self, asks: Sequence[SearchRequest]) -> list[SearchPage | VeilleError]:
        self._reach()
        answers: list[SearchPage | VeilleError] = []
        for ask in asks:
            try:
                answers.append(self.search(ask))
            except VeilleError as e:
                answers.append(e)
        return answers

    def _reach(self) -> None:
        if self.is_down:
            raise IndexUnavailable("the index at http://127.0.0.1:9200 does not answer")


def _asked(ask: SearchRequest, doc: dict[str, Any]) -> bool:
    if ask.since and doc["indexed_at"] < stamp(ask.since):
        return False
    if ask.until and doc["indexed_at"] >= stamp(ask.until):
        return False
    if any(not set(_values(doc, name)) & set(wanted) for name, wanted in ask.filters.items()):
        return False
    return ask.query is None or _holds(ask.query.root, doc)


def _holds(node: Node, doc: dict[str, Any]) -> bool:
    match node:
        case Equals(field, value):
            return value in _values(doc, field)
        case Phrase(words=words):
            text = tokens(doc["title"] + " " + doc["body"])
            return all(token in text for word in words for token in word.tokens)
        case And(parts):
            return all(_holds(part, doc) for part in parts)
        case Or(parts):
            return any(_holds(part, doc) for part in parts)
    raise NotImplementedError(f"the fake index does not know {node}")


def _values(doc: dict[str, Any], name: str) -> list[Any]:
    value: Any = doc
    for part in name.split("."):
        value = value.get(part, {})
    return list(value) if isinstance(value, list) else [value]


def _highlights(ask: SearchRequest, doc: dict[str, Any]) -> dict[str, tuple[Fragment, ...]]:
    if not ask.highlight or ask.query is None or not isinstance(ask.query.root, Phrase):
        return {}
    word, title = ask.query.root.raw.strip('"'), doc["title"]
    at = title.lower().find(word.lower())
    return {"title": (Fragment(title, ((at, at + len(word)),)),)} if at >= 0 else {}

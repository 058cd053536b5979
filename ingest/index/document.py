"""Documents: what is written to an index, made from the list of fields and nothing else."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from ingest.index.fields import ARTICLES
from ingest.index.parts import ArticleParts, stamp
from ingest.index.schema import Schema

Parts = TypeVar("Parts")


@dataclass(frozen=True, slots=True)
class Document:
    """What is written to an index: ``source`` has the fields, nested as in JSON."""

    id: str
    source: dict[str, Any]


def to_document(parts: ArticleParts) -> Document:
    """The document of an article. Empty fields are left out."""
    return Document(parts.article.key, source_of(ARTICLES, parts))


def source_of(schema: Schema[Parts], parts: Parts) -> dict[str, Any]:
    """All fields of a kind of document that say something, nested."""
    source: dict[str, Any] = {}
    for field in schema.listed:
        value = _stored(field.of(parts)) if field.of is not None else None
        if value not in (None, "", [], {}):
            *above, last = field.name.split(".")
            place = source
            for name in above:
                place = place.setdefault(name, {})
            place[last] = value
    return source


def _stored(value: Any) -> Any:
    """A value as both indexes take it: dates as text, whole characters, no empty parts."""
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, dict):
        inner = {key: _stored(item) for key, item in value.items()}
        return {key: item for key, item in inner.items() if item not in (None, "", [], {})}
    if isinstance(value, str):
        whole = value.encode("utf-8", "replace").decode()  # half a surrogate pair cannot be stored as UTF-8
        return unicodedata.normalize("NFC", whole)  # so that the analyzer sees what tokens() sees
    return [_stored(item) for item in value] if isinstance(value, list | tuple) else value

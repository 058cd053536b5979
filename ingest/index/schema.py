"""What a field is, and what a kind of document is: the words in which ``fields.py`` lists them.

Everything that must know the fields reads the list: documents (``to_document``), the Elasticsearch templates
(``elasticsearch/mapping.py``), queries, both indexes' strictness, the typed view of a hit, the table in docs/index.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar

Parts = TypeVar("Parts")
"""What documents of a kind are made of, such as ``ArticleParts``."""


class DocumentKind(StrEnum):
    """The kinds of document, each in an index of its own. The value is the name of the alias."""

    ARTICLES = "articles"
    MATCHES = "alert-matches"
    RUNS = "pipeline-runs"

    @property
    def required(self) -> tuple[str, ...]:
        """Date fields without which a document could not be found or would never be pruned."""
        return ("@timestamp", "indexed_at") if self is DocumentKind.ARTICLES else ("@timestamp",)


class FieldType(StrEnum):
    """How a field is stored and looked up."""

    TEXT = "text"
    """Words (``ingest.text.tokens``): phrases, prefixes, nearness."""
    STEMMED = "stemmed"
    """Text with the analyzer of one language (Elasticsearch only); queries cannot name it."""
    KEYWORD = "keyword"
    """The exact value, or its beginning."""
    INTEGER = "integer"
    NUMBER = "number"
    """With a fraction."""
    DATE = "date"
    BOOLEAN = "boolean"
    LABELS = "labels"
    """Any keys below it, each a keyword."""
    COUNTS = "counts"
    """Any keys below it, each an integer."""
    OBJECTS = "objects"
    """A list of objects, whose fields follow it in the list of fields."""
    VECTOR = "vector"
    """Signed bytes that documents are compared by (cosine), ``dimensions`` of them; queries
    cannot name it, hits leave it out."""

    @property
    def is_numeric(self) -> bool:
        """True if values compare as numbers."""
        return self in (FieldType.INTEGER, FieldType.NUMBER)


UNSEARCHED = frozenset((FieldType.STEMMED, FieldType.VECTOR))
"""Types that a query cannot name."""
_GROUPS = frozenset((FieldType.LABELS, FieldType.COUNTS))


@dataclass(frozen=True, slots=True)
class Field(Generic[Parts]):
    """One field of a kind of document."""

    name: str
    """With dots where objects stand inside each other: ``outlet.country``."""
    type: FieldType
    of: Callable[[Parts], Any] | None = None
    """Its value; nothing (None, "", [], {}) leaves it out. None: somebody above gives it (``OBJECTS``, updates)."""
    shown: str = ""
    """What docs/index.md says of it."""
    case: str | None = None
    """``lower`` or ``upper``: all values are stored so, and a query's value is changed to it."""
    weight: float | None = None
    """Of a text field that words without a field are looked up in."""
    has_raw: bool = False
    """The whole text as keyword too, named ``NAME.raw``."""
    analyzer: str = ""
    """Elasticsearch's, of a STEMMED field."""
    dimensions: int = 0
    """Of a VECTOR."""


@dataclass(frozen=True)
class Schema(Generic[Parts]):
    """The fields of one kind of document."""

    kind: DocumentKind
    version: int
    """Of the mapping and of what is put into it. Raise it with every change: it calls for a rebuild."""
    listed: tuple[Field[Parts], ...]
    about: str = field(default="", compare=False)
    """One line, for the template."""

    def __hash__(self) -> int:
        """By kind: there is one schema of each in a process."""
        return hash((self.kind, self.version))

    @cached_property
    def fields(self) -> Mapping[str, Field[Any]]:
        """The fields that a query may name, by name."""
        found: dict[str, Field[Any]] = {}
        for one in self.listed:
            if one.type not in UNSEARCHED | _GROUPS | {FieldType.OBJECTS}:
                found[one.name] = one
            if one.has_raw:
                found[f"{one.name}.raw"] = Field(f"{one.name}.raw", FieldType.KEYWORD)
        return found

    @cached_property
    def default(self) -> tuple[tuple[str, float], ...]:
        """Text fields that words without a field are looked up in, with their weight."""
        return tuple((one.name, one.weight) for one in self.listed if one.weight is not None)

    @cached_property
    def unsearched(self) -> frozenset[str]:
        """Fields that are stored and that no query can name."""
        return frozenset(one.name for one in self.listed if one.type in UNSEARCHED)

    @cached_property
    def _groups(self) -> tuple[tuple[str, Field[Any]], ...]:
        inner = {FieldType.LABELS: FieldType.KEYWORD, FieldType.COUNTS: FieldType.INTEGER}
        return tuple((f"{one.name}.", Field(one.name, inner[one.type])) for one in self.listed if one.type in _GROUPS)

    def get(self, name: str) -> Field[Any] | None:
        """The field that a query names, or None."""
        found = self.fields.get(name)
        if found is not None:
            return found
        return next((one for prefix, one in self._groups if name.startswith(prefix) and name != prefix), None)

    def is_numeric(self, name: str) -> bool:
        """True if a field's values are stored as numbers: numbers, dates, and true or false."""
        found = self.get(name)
        return found is not None and (found.type.is_numeric or found.type in (FieldType.DATE, FieldType.BOOLEAN))

"""The checked tree of a query: every field is known, every value understood, every word made into tokens."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ingest.index.schema import Schema


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One word as written. Several tokens (nord-coréen, 러시아) must stand side by side, in order."""

    tokens: tuple[str, ...]
    prefix: bool = False
    """The last token is only the beginning of one."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side in one of the fields."""

    fields: tuple[tuple[str, float], ...]
    """Any of these will do; with weights."""
    words: tuple[QueryWord, ...]
    raw: str
    """As written, for people."""


@dataclass(frozen=True, slots=True)
class Near:
    """Words in any order in one field, with at most ``gap`` other tokens between the first and the last."""

    fields: tuple[tuple[str, float], ...]
    words: tuple[QueryWord, ...]
    gap: int
    raw: str


@dataclass(frozen=True, slots=True)
class Equals:
    """A keyword, number or boolean field has this value."""

    field: str
    value: str | float | bool


@dataclass(frozen=True, slots=True)
class StartsWith:
    """A keyword field's value begins so."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class InstantBound:
    """A moment in a query: fixed, or counted from now when the query runs."""

    text: str
    """As written: ``2026-01-01``, ``2026-01-01T10:00Z``, ``now-7d``, ``now/d``."""


@dataclass(frozen=True, slots=True)
class Between:
    """A range. Bounds are Instant for dates, float for numbers, str for keywords; None is open."""

    field: str
    low: InstantBound | float | str | None
    high: InstantBound | float | str | None
    with_low: bool = True
    with_high: bool = True


@dataclass(frozen=True, slots=True)
class Exists:
    """The field has a value."""

    field: str


@dataclass(frozen=True, slots=True)
class Everything:
    """All documents."""


@dataclass(frozen=True, slots=True)
class And:
    """All parts match; ``also`` does not decide, it only ranks (``+a b``)."""

    parts: tuple["Node", ...]
    also: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part matches."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not match."""

    part: "Node"


Leaf = Phrase | Near | Equals | StartsWith | Between | Exists | Everything
Node = Leaf | And | Or | Not


@dataclass(frozen=True, slots=True)
class QueryNote:
    """Something in a query that is allowed but probably not meant."""

    position: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A query that both indexes can answer. Made by ``ingest.index.query.parse.parse``."""

    text: str
    root: Node
    schema: Schema[Any]
    notes: tuple[QueryNote, ...] = ()


def wanted(node: Node) -> Iterator[Phrase | Near]:
    """The word conditions that speak for a match: all but those under NOT. For highlights and scores."""
    match node:
        case Phrase() | Near():
            yield node
        case And(parts, also):
            for part in (*parts, *also):
                yield from wanted(part)
        case Or(parts):
            for part in parts:
                yield from wanted(part)
        case _:
            return

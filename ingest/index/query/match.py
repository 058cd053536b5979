"""Does a document match a query? The reference that the contract tests hold both indexes to."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from ingest.index.query.dates import stretch
from ingest.index.query.tree import And, Between, Equals, Everything, Exists, InstantBound, Near, Node, Not, Or, Phrase
from ingest.index.query.tree import StartsWith as Starts
from ingest.index.query.words import found
from ingest.index.values import Values, milliseconds

Bound = str | float | None


def matches(node: Node, tokens: Mapping[str, Sequence[str]], values: Values, now: datetime) -> bool:
    """True if a document with these tokens (by text field) and values (``fields.flatten``) matches."""
    match node:
        case And(parts):
            return all(matches(part, tokens, values, now) for part in parts)
        case Or(parts):
            return any(matches(part, tokens, values, now) for part in parts)
        case Not(part):
            return not matches(part, tokens, values, now)
        case Phrase() | Near():
            return any(found(node, tokens.get(name, ())) for name, _ in node.fields)
        case Everything():
            return True
        case Exists(field):
            return field in tokens or bool(values.get(field))
        case Equals(field, value):
            return any(held == value for held in values.get(field, ()))
        case Starts(field, value):
            return any(str(held).startswith(value) for held in values.get(field, ()))
        case Between():
            return any(within(held, *bounds(node, now)) for held in values.get(node.field, ()))


def bounds(node: Between, now: datetime) -> tuple[Bound, bool, Bound, bool]:
    """Low, is it included, high, is it included; moments as milliseconds, with whole days and months in.

    ``[2026-03 TO 2026-04]`` ends before May; ``{2026-03 TO *]`` begins with April.
    """
    low, with_low, high, with_high = node.low, node.with_low, node.high, node.with_high
    if isinstance(low, InstantBound):
        low, with_low = milliseconds(stretch(low.text, now)[0 if with_low else 1]), True
    if isinstance(high, InstantBound):
        high, with_high = milliseconds(stretch(high.text, now)[1 if with_high else 0]), False
    return low, with_low, high, with_high


def within(held: str | float, low: Bound, with_low: bool, high: Bound, with_high: bool) -> bool:
    """True if a value lies in a range. Keywords compare by their UTF-8 bytes, as Lucene's do."""
    return _above(held, low, with_low) and _below(held, high, with_high)


def _above(held: str | float, low: Bound, included: bool) -> bool:
    if low is None:
        return True
    if isinstance(held, str) or isinstance(low, str):
        one, other = str(held).encode(), str(low).encode()
        return one >= other if included else one > other
    return held >= low if included else held > low


def _below(held: str | float, high: Bound, included: bool) -> bool:
    if high is None:
        return True
    if isinstance(held, str) or isinstance(high, str):
        one, other = str(held).encode(), str(high).encode()
        return one <= other if included else one < other
    return held <= high if included else held < high

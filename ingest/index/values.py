"""A document's fields flattened to values that can be compared: one rule for both indexes.

Elasticsearch's mapping is strict (``dynamic: strict``); so is this, for the embedded index.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ingest.index.schema import FieldType, Schema

KEYWORD_LIMIT = 8191
"""Characters of a keyword value: Lucene takes 32,766 bytes, UTF-8 has up to 4 a character."""
Value = str | float
Values = dict[str, list[Value]]


class BadDocument(ValueError):
    """A document that no index of this schema can take."""


def flatten(source: dict[str, Any], schema: Schema[Any]) -> tuple[dict[str, str], Values]:
    """Text fields, and the values of all others by field name: str, or float for numbers and dates (ms).

    Raises BadDocument naming the field that is unknown or has a value of the wrong type.
    """
    texts: dict[str, str] = {}
    values: Values = {}
    for name, value in _leaves("", source):
        if name in schema.unsearched:
            continue
        field = schema.get(name)
        if field is None:
            raise BadDocument(f"there is no field {name!r}")
        if field.type is FieldType.TEXT:
            texts[name] = str(value)
            value, name, field = str(value), f"{name}.raw", schema.get(f"{name}.raw")
        if field is not None:
            values.setdefault(name, []).extend(_plain(name, value, field.type))
    return texts, values


def _leaves(prefix: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(f"{prefix}.{key}" if prefix else key, item)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(prefix, item)
    elif value is not None:
        yield prefix, value


def _plain(name: str, value: Any, type: FieldType) -> list[Value]:
    try:
        if type is FieldType.DATE:
            return [milliseconds(datetime.fromisoformat(value))]
        if type.is_numeric:
            return [float(value)]
    except (TypeError, ValueError) as e:
        raise BadDocument(f"{name}: {value!r} is not a {type}") from e
    if type is FieldType.BOOLEAN:
        if not isinstance(value, bool):
            raise BadDocument(f"{name}: {value!r} is neither true nor false")
        return [float(value)]
    text = str(value)
    return [text] if len(text) <= KEYWORD_LIMIT else []  # as ``ignore_above``


def milliseconds(moment: datetime) -> float:
    """Milliseconds since 1970, whole: the resolution of both indexes."""
    return float(int(moment.timestamp() * 1000 + 1e-6)) if moment.microsecond % 1000 else moment.timestamp() * 1000

"""Counting what a search finds: facets, histograms and the figures of dashboards. One notion for both indexes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

Operation = Literal["sum", "max", "average", "p95", "distinct"]


@dataclass(frozen=True, slots=True)
class Count:
    """What is to be counted among the documents that a search finds."""

    by: tuple[str, ...] = ()
    """Keyword fields, two at most: one bucket for each of their values (or pairs of values)."""
    every: int | None = None
    """Seconds: one bucket for each such span of ``@timestamp`` as well."""
    measure: tuple[Operation, str] | None = None
    """Instead of the number of documents: an operation and the field that it is taken of."""
    size: int = 10
    """How many values of each field at most, those with the highest figures."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A figure, and what it is of."""

    keys: tuple[str, ...]
    at: datetime | None
    """Where the span of time begins."""
    value: float


def counted(documents: Sequence[Mapping[str, Any]], wanted: Count) -> tuple[Bucket, ...]:
    """The buckets of documents that are at hand: the reference, and how the embedded index counts small kinds."""
    groups: dict[tuple[tuple[str, ...], float | None], list[Any]] = {}
    for document in documents:
        at = _span(document, wanted.every)
        for keys in _keys(document, wanted.by):
            groups.setdefault((keys, at), []).append(_measured(document, wanted))
    buckets = [
        Bucket(keys, _moment(at), figure(wanted.measure[0] if wanted.measure else None, values))
        for (keys, at), values in groups.items()
    ]
    return best(buckets, wanted)


def best(buckets: Sequence[Bucket], wanted: Count) -> tuple[Bucket, ...]:
    """Those of the ``size`` values of each field that have the highest figures, in that order, then in time's."""
    kept = list(buckets)
    for place in range(len(wanted.by)):
        totals: dict[str, float] = {}
        for bucket in kept:
            key = bucket.keys[place]
            totals[key] = (
                max(totals.get(key, 0.0), bucket.value) if wanted.measure else totals.get(key, 0.0) + bucket.value
            )
        top = {key: rank for rank, key in enumerate(sorted(totals, key=lambda k: (-totals[k], k))[: wanted.size])}
        kept = sorted((b for b in kept if b.keys[place] in top), key=lambda b: top[b.keys[place]])
    if len(wanted.by) == 2:
        first = {key: rank for rank, key in enumerate(dict.fromkeys(b.keys[0] for b in sorted(kept, key=_largest)))}
        kept.sort(key=lambda b: (first[b.keys[0]], -b.value, b.keys))
    if wanted.every:
        kept.sort(key=lambda b: b.at or datetime.min.replace(tzinfo=UTC))
    return tuple(kept)


def figure(operation: Operation | None, values: Sequence[Any]) -> float:
    """One figure of the values of a bucket; 0 of none."""
    if operation is None:
        return float(len(values))
    if operation == "distinct":
        return float(len({v for v in values if v is not None}))
    numbers = sorted(float(v) for v in values if isinstance(v, int | float))
    if not numbers:
        return 0.0
    if operation == "p95":
        return numbers[min(len(numbers) - 1, int(0.95 * len(numbers)))]
    return {"sum": sum(numbers), "max": numbers[-1], "average": sum(numbers) / len(numbers)}[operation]


def values_of(document: Mapping[str, Any], field: str) -> list[Any]:
    """The values of a field, ``outlet.name`` standing for ``document["outlet"]["name"]``."""
    found: Any = document
    for part in field.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    if found is None:
        return []
    return list(found) if isinstance(found, list) else [found]


def _largest(bucket: Bucket) -> float:
    return -bucket.value


def _keys(document: Mapping[str, Any], by: Sequence[str]) -> list[tuple[str, ...]]:
    out: list[tuple[str, ...]] = [()]
    for field in by:
        out = [(*keys, str(value)) for keys in out for value in dict.fromkeys(values_of(document, field))]
    return out


def _measured(document: Mapping[str, Any], wanted: Count) -> Any:
    if wanted.measure is None:
        return 1
    found = values_of(document, wanted.measure[1])
    return found[0] if found else None


def _span(document: Mapping[str, Any], every: int | None) -> float | None:
    if not every:
        return None
    seconds = datetime.fromisoformat(str(document["@timestamp"])).timestamp()
    return seconds // every * every


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)

"""Counting in Elasticsearch: aggregations, one request for all counts of a search."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from ingest.index.counts import Bucket, Count, best
from ingest.index.elasticsearch import dsl
from ingest.index.parts import stamp
from ingest.index.protocol import SearchRequest
from ingest.index.schema import DocumentKind

_EACH = 2_000
"""Values that each month answers with: the largest of all months are found exactly unless more than these compete."""
_METRICS = {"sum": "sum", "max": "max", "average": "avg", "distinct": "cardinality"}


def body(ask: SearchRequest, kind: DocumentKind, wanted: Sequence[Count], now: datetime) -> dict[str, Any]:
    """The request: no hits, one aggregation for each count."""
    request = {k: v for k, v in dsl.body(ask, now, None).items() if k in ("query", "knn", "track_total_hits")}
    if kind is not DocumentKind.ARTICLES:  # they have no ``indexed_at``
        span = {"gte": ask.since and stamp(ask.since), "lt": ask.until and stamp(ask.until)}
        limits = [{"range": {"@timestamp": {sign: at for sign, at in span.items() if at}}}]
        request["query"]["bool"]["filter"] = limits if ask.since or ask.until else []
    aggregations = {f"c{n}": _aggregation(count, list(count.by)) for n, count in enumerate(wanted)}
    return {**request, "size": 0, "aggs": {name: a for name, a in aggregations.items() if a}}


def _aggregation(wanted: Count, by: list[str]) -> dict[str, Any]:
    inner = _inner(wanted, by[1:]) if by else None
    if by:
        terms: dict[str, Any] = {"field": by[0], "size": wanted.size, "shard_size": max(_EACH, 2 * wanted.size)}
        metric = _metric(wanted)
        within = {**({"deeper": inner} if inner else {}), **({"figure": metric} if metric else {})}
        if metric and wanted.measure and wanted.measure[0] != "p95":
            terms["order"] = {"figure": "desc"}
        return {"terms": terms, **({"aggs": within} if within else {})}
    if wanted.every:
        histogram = {"field": "@timestamp", "fixed_interval": f"{wanted.every}s", "min_doc_count": 1}
        metric = _metric(wanted)
        return {"date_histogram": histogram, **({"aggs": {"figure": metric}} if metric else {})}
    return _metric(wanted) or {}


def _inner(wanted: Count, by: list[str]) -> dict[str, Any] | None:
    return _aggregation(wanted, by) if by or wanted.every else None


def _metric(wanted: Count) -> dict[str, Any] | None:
    if wanted.measure is None:
        return None
    operation, field = wanted.measure
    if operation == "p95":
        return {"percentiles": {"field": field, "percents": [95]}}
    return {_METRICS[operation]: {"field": field}}


def buckets(answer: Mapping[str, Any], n: int, wanted: Count) -> tuple[Bucket, ...]:
    """The buckets of the count of that number."""
    if not wanted.by and not wanted.every:
        if wanted.measure is None:
            return (Bucket((), None, float(answer["hits"]["total"]["value"])),)
        return (Bucket((), None, _figure(answer["aggregations"][f"c{n}"])),)
    return best(list(_walk(answer["aggregations"][f"c{n}"], (), len(wanted.by))), wanted)


def _walk(node: Mapping[str, Any], keys: tuple[str, ...], left: int) -> Iterator[Bucket]:
    for bucket in node["buckets"]:
        if left == 0:
            yield Bucket(keys, datetime.fromtimestamp(bucket["key"] / 1000, UTC), _value(bucket))
        elif "deeper" in bucket:
            yield from _walk(bucket["deeper"], (*keys, str(bucket["key"])), left - 1)
        else:
            yield Bucket((*keys, str(bucket["key"])), None, _value(bucket))


def _value(bucket: Mapping[str, Any]) -> float:
    return _figure(bucket["figure"]) if "figure" in bucket else float(bucket["doc_count"])


def _figure(metric: Mapping[str, Any]) -> float:
    if "values" in metric:
        return float(next(iter(metric["values"].values())) or 0.0)
    return float(metric.get("value") or 0.0)

"""What has passed retention goes: a whole month as one index, the rest by id, and never by a query.

A delete by query of a month rewrites its segments for hours; dropping the month's index costs a moment. A month that
still holds an article which was indexed again later is thinned out by id until that one has passed, too.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from elasticsearch import AuthorizationException, Elasticsearch
from elasticsearch.helpers import scan

from ingest.index.elasticsearch import monthly, writes
from ingest.index.elasticsearch.breathing import BreathingSpace
from ingest.index.elasticsearch.names import IndexNames
from ingest.index.parts import stamp
from ingest.index.schema import DocumentKind

_BATCH = 500


def prune(client: Elasticsearch, names: IndexNames, kind: DocumentKind, before: datetime, space: BreathingSpace) -> int:
    """Remove what was indexed before that moment from every copy; returns how many documents that were."""
    field = "indexed_at" if kind is DocumentKind.ARTICLES else "@timestamp"
    client.indices.refresh(index=names.pattern(kind))
    searched = monthly.concrete(client, names, kind)
    newest = searched[-1].name if searched else ""
    removed = 0
    for name in client.indices.get_alias(index=names.pattern(kind)):
        spent = name != newest and _is_spent(client, name, field, before)
        held = int(client.count(index=name)["count"]) if spent else 0
        if spent and _drop(client, name):
            removed += held
        else:
            removed += _thin(client, name, field, before, space)
    return removed


def _is_spent(client: Elasticsearch, name: str, field: str, before: datetime) -> bool:
    """True: the whole month lies before, and so does each of its articles."""
    month = monthly.month_in(name)
    if month is None or month >= monthly.month(before):
        return False
    later = client.count(index=name, query={"range": {field: {"gte": stamp(before)}}})
    return int(later["count"]) == 0


def _drop(client: Elasticsearch, name: str) -> bool:
    """False: our key may not; the index stays, empty, for one that may (`veille index setup`)."""
    try:
        client.options(ignore_status=404).indices.delete(index=name)
    except AuthorizationException:
        return False
    return True


def _thin(client: Elasticsearch, name: str, field: str, before: datetime, space: BreathingSpace) -> int:
    query = {"query": {"range": {field: {"lt": stamp(before)}}}, "_source": False, "seq_no_primary_term": True}
    found: Iterator[dict[str, Any]] = iter(scan(client, index=name, query=query, size=_BATCH))
    removed = 0
    while batch := list(islice(found, _BATCH)):
        with space.batch():
            removed += writes.delete_unchanged(client, batch)
    if removed:
        client.indices.refresh(index=name)
    return removed

"""Bulk requests, with one outcome a document."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from ingest.index.document import Document
from ingest.index.elasticsearch.client import BUSY, is_block, reason, translated
from ingest.index.protocol import WriteResult

MAX_BYTES = 10 * 1024 * 1024
"""A request's size; the server takes 100 MB, and smaller ones keep its memory even."""
MAX_DOCUMENTS = 500


def index_all(
    client: Elasticsearch, into: str, docs: Sequence[Document], *, alias: bool, url: str
) -> list[WriteResult]:
    """Insert or replace; ``into`` is an alias that must exist already (else ``alias=False``)."""
    actions = [{"_op_type": "index", "_index": into, "_id": doc.id, "_source": doc.source} for doc in docs]
    results = list(_send(client, actions, require_alias=alias))
    if results and all(status == 404 for _, status, _ in results):
        raise translated(url, 404, {"error": "index_not_found"})
    return [_written(id, status, error) for id, status, error in results]


def delete_all(client: Elasticsearch, indexes: Iterable[str], ids: Sequence[str]) -> set[str]:
    """Ids that stood in at least one of the indexes and are gone now."""
    actions = [{"_op_type": "delete", "_index": name, "_id": id} for name in indexes for id in ids]
    return {id for id, status, _ in _send(client, actions) if status == 200}


def _send(client: Elasticsearch, actions: Sequence[dict[str, Any]], **options: Any) -> Iterator[tuple[str, int, Any]]:
    if not actions:
        return
    sent = streaming_bulk(
        client, actions, chunk_size=MAX_DOCUMENTS, max_chunk_bytes=MAX_BYTES, raise_on_error=False, max_retries=0,
        **options,
    )  # fmt: skip
    for _, answer in sent:
        result = next(iter(answer.values()))
        yield str(result["_id"]), int(result["status"]), result.get("error")


def _written(id: str, status: int, error: Any) -> WriteResult:
    if status < 300:
        return WriteResult(id, True)
    passes = status in BUSY or is_block(error)
    return WriteResult(id, False, reason(error), retryable=passes)

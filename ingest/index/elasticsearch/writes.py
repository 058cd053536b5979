"""Bulk requests, with one outcome a document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from ingest.errors import IndexRefusesUs
from ingest.index.document import Document
from ingest.index.elasticsearch.client import BUSY, is_block, reason, translated
from ingest.index.protocol import WriteResult

MAX_BYTES = 10 * 1024 * 1024
"""A request's size; the server takes 100 MB, and smaller ones keep its memory even."""
MAX_DOCUMENTS = 500
MAY_NOT_DELETE = (
    "Elasticsearch does not allow our key to delete: retention and opt-outs need the role veille-maintain, by "
    "index.maintain_api_key_file or beside the user's other roles"
)


def index_all(
    client: Elasticsearch, into: Sequence[str], docs: Sequence[Document], *, alias: bool, url: str
) -> list[WriteResult]:
    """Insert or replace. ``into``: for each document an alias, which must exist already (else ``alias=False``)."""
    actions = [
        {"_op_type": "index", "_index": name, "_id": doc.id, "_source": doc.source}
        for name, doc in zip(into, docs, strict=True)
    ]
    results = list(_send(client, actions, require_alias=alias))
    if results and all(status == 404 for _, status, _ in results):
        raise translated(url, 404, {"error": "index_not_found"})
    return [_written(id, status, error) for id, status, error in results]


def delete_all(client: Elasticsearch, standing: Mapping[str, Iterable[str]]) -> set[str]:
    """Remove ids from the indexes that they stand in; returns those that are gone now."""
    actions = [{"_op_type": "delete", "_index": name, "_id": id} for id, names in standing.items() for name in names]
    return {id for id, status in _deleted(client, actions) if status == 200}


def delete_unchanged(client: Elasticsearch, hits: Iterable[Mapping[str, Any]]) -> int:
    """Remove found documents, except those that were written again since they were found; returns how many are gone."""
    actions = [
        {"_op_type": "delete", "_index": hit["_index"], "_id": hit["_id"],
         "if_seq_no": hit["_seq_no"], "if_primary_term": hit["_primary_term"]}
        for hit in hits
    ]  # fmt: skip
    return sum(status == 200 for _, status in _deleted(client, actions))


def _deleted(client: Elasticsearch, actions: Sequence[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    """What became of each. Raises IndexRefusesUs: an opt-out that our key may not carry out must not look done."""
    for id, status, _ in _send(client, actions):
        if status == 403:
            raise IndexRefusesUs(MAY_NOT_DELETE)
        yield id, status


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
    passes = status in BUSY or is_block(error) or status == 404  # a rebuild has just moved the alias, or will have
    return WriteResult(id, False, reason(error), retryable=passes)

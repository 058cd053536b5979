"""A new concrete index beside the one that is searched, and the swap.

``run`` goes on writing through the alias, to the old index. ``finish`` copies what the old one has taken since the
rebuild began (by sequence number, so partial updates count too) until nothing is left, swaps both aliases in one
action, copies what slipped in between, and removes the old index.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import scan

from ingest.errors import IndexUnavailable
from ingest.index.document import Document
from ingest.index.elasticsearch import writes
from ingest.index.elasticsearch.client import in_words
from ingest.index.elasticsearch.setup import Names
from ingest.index.protocol import WriteResult
from ingest.index.schema import DocumentKind

_BATCH = 200
_PASSES = 20


class ElasticsearchRebuild:
    """See ``ingest.index.protocol.Rebuild``."""

    def __init__(self, client: Elasticsearch, names: Names, url: str) -> None:
        self.client, self.names, self.url = client, names, url
        with in_words(url):
            self._drop_unfinished()
            self.new = names.new(DocumentKind.ARTICLES)
            self.since = self._last_change(self._old())
            client.indices.create(index=self.new, aliases={self._marker(): {}})

    def write(self, docs: Sequence[Document]) -> list[WriteResult]:
        """Into the new index, where nothing newer stands."""
        with in_words(self.url):
            self._check()
            held = self._held([doc.id for doc in docs])
            due = [doc for doc in docs if str(doc.source.get("indexed_at", "")) > held.get(doc.id, "")]
            done = iter(writes.index_all(self.client, self.new, due, alias=False, url=self.url))
            sent = {doc.id for doc in due}
            return [next(done) if doc.id in sent else WriteResult(doc.id, True) for doc in docs]

    def finish(self) -> int:
        """Catch up, swap, catch up once more, remove the old index."""
        with in_words(self.url):
            self._check()
            old = self._old()
            for _ in range(_PASSES):
                if not self._catch_up(old, or_same=True):
                    break
            self._swap(old)
            while self._catch_up(old, or_same=False):
                pass
            self.client.indices.delete(index=old)
            self.client.indices.refresh(index=self.new)
            return int(self.client.count(index=self.new)["count"])

    def abort(self) -> None:
        """Remove the new index, unless it is in use already or gone."""
        with in_words(self.url):
            if self._is_building():
                self.client.indices.delete(index=self.new)

    def _marker(self) -> str:
        return f"{self.names.prefix}articles-building"

    def _old(self) -> str:
        return next(iter(self.client.indices.get_alias(name=self.names.alias(DocumentKind.ARTICLES))))

    def _drop_unfinished(self) -> None:
        found = self.client.options(ignore_status=404).indices.get_alias(name=self._marker())
        for name, entry in found.body.items():
            if isinstance(entry, Mapping) and "aliases" in entry:
                self.client.indices.delete(index=name)

    def _check(self) -> None:
        if not self._is_building():
            raise IndexUnavailable("this rebuild was dropped: another was begun since")

    def _is_building(self) -> bool:
        return bool(self.client.indices.exists_alias(index=self.new, name=self._marker()))

    def _last_change(self, index: str) -> int:
        """The highest sequence number that every shard has reached; -1 for an empty index."""
        shards = self.client.indices.stats(index=index, level="shards")["indices"].get(index, {}).get("shards", {})
        found = [copy["seq_no"]["max_seq_no"] for copies in shards.values() for copy in copies]
        return min(found, default=-1)

    def _catch_up(self, old: str, *, or_same: bool) -> int:
        """Copy what has changed in the old index since last time; returns how many documents that were."""
        since, self.since = self.since, self._last_change(old)  # before the refresh: what comes later is seen twice
        self.client.indices.refresh(index=old)
        changed = scan(self.client, index=old, query={"query": {"range": {"_seq_no": {"gt": since}}}}, size=_BATCH)
        copied = 0
        while batch := list(islice(changed, _BATCH)):
            copied += self._copy(batch, or_same=or_same)
        return copied

    def _copy(self, batch: Iterable[Mapping[str, Any]], *, or_same: bool) -> int:
        docs = [Document(hit["_id"], hit["_source"]) for hit in batch]
        held = self._held([doc.id for doc in docs])
        due = [doc for doc in docs if _newer(doc.source["indexed_at"], held.get(doc.id), or_same)]
        failed = [w for w in writes.index_all(self.client, self.new, due, alias=False, url=self.url) if not w.ok]
        if failed:
            raise IndexUnavailable(f"{len(failed)} documents cannot be copied: {failed[0].id}: {failed[0].reason}")
        return len(due)

    def _held(self, ids: Sequence[str]) -> dict[str, str]:
        """``indexed_at`` of those documents that the new index has."""
        if not ids:
            return {}
        found = self.client.mget(index=self.new, ids=list(ids), source_includes=["indexed_at"])["docs"]
        return {doc["_id"]: doc["_source"]["indexed_at"] for doc in found if doc.get("found")}

    def _swap(self, old: str) -> None:
        search, write = self.names.alias(DocumentKind.ARTICLES), self.names.write_alias(DocumentKind.ARTICLES)
        self.client.indices.refresh(index=self.new)
        self.client.indices.update_aliases(
            actions=[
                {"remove": {"index": old, "aliases": [search, write]}},
                {"add": {"index": self.new, "alias": search}},
                {"add": {"index": self.new, "alias": write, "is_write_index": True}},
                {"remove": {"index": self.new, "alias": self._marker()}},
            ]
        )


def _newer(moment: str, held: str | None, or_same: bool) -> bool:
    return held is None or moment > held or (or_same and moment == held)

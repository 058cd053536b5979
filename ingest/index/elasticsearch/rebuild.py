"""A new concrete index beside the one that is searched, and the swap.

``run`` goes on writing through the alias, to the old index. ``catch_up`` takes over what the old one holds and the new
one lacks, and what it has taken since the rebuild began (by sequence number, so partial updates count too). ``finish``
catches up, swaps both aliases in one action, copies what slipped in between, and removes the old index. A copy that
waits to be confirmed is found again by its alias; where it began stands in its mapping's ``_meta``.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import scan

from ingest.errors import IndexMissing, IndexUnavailable
from ingest.index.document import Document
from ingest.index.elasticsearch import writes
from ingest.index.elasticsearch.client import in_words
from ingest.index.elasticsearch.setup import IndexNames, put_templates
from ingest.index.protocol import CopyComparison, WriteResult
from ingest.index.schema import DocumentKind

_BATCH = 200
_PASSES = 20


class ElasticsearchRebuild:
    """See ``ingest.index.protocol.Rebuild``. Made by ``begun`` and ``waiting``."""

    def __init__(
        self, client: Elasticsearch, names: IndexNames, url: str, kind: DocumentKind, new: str, since: int
    ) -> None:
        self.client, self.names, self.url, self.kind = client, names, url, kind
        self.new, self.since = new, since
        self.refused: dict[str, WriteResult] = {}

    def write(self, docs: Sequence[Document]) -> list[WriteResult]:
        """Into the new index, where nothing newer stands."""
        with in_words(self.url):
            self._check()
            held = self._held([doc.id for doc in docs])
            due = [doc for doc in docs if self._moment(doc.source) > held.get(doc.id, "")]
            done = iter(writes.index_all(self.client, self.new, due, alias=False, url=self.url))
            sent = {doc.id for doc in due}
            return [next(done) if doc.id in sent else WriteResult(doc.id, True) for doc in docs]

    def catch_up(self) -> list[WriteResult]:
        """Take over what the searched index has and the new one lacks, or has older."""
        with in_words(self.url):
            self._check()
            old = self._old()
            self._carry_over(old)
            for _ in range(_PASSES):
                if not self._copy_changes(old, or_same=True):
                    break
            return list(self.refused.values())

    def compare(self) -> CopyComparison:
        """Both copies, counted."""
        with in_words(self.url):
            old = self._old()
            self.client.indices.refresh(index=f"{old},{self.new}")
            before, after = (int(self.client.count(index=name)["count"]) for name in (old, self.new))
        return CopyComparison(before, after, len(self.refused))

    def finish(self) -> int:
        """Catch up, swap, catch up once more, remove the old index."""
        self.catch_up()
        with in_words(self.url):
            old = self._old()
            self._swap(old)
            while self._copy_changes(old, or_same=False):
                pass
            self.client.indices.delete(index=old)
            self.client.indices.refresh(index=self.new)
            return int(self.client.count(index=self.new)["count"])

    def abort(self) -> None:
        """Remove the new index, unless it is in use already or gone."""
        with in_words(self.url):
            if self._is_building():
                self.client.indices.delete(index=self.new)

    def _old(self) -> str:
        return next(iter(self.client.indices.get_alias(name=self.names.alias(self.kind))))

    def _check(self) -> None:
        if not self._is_building():
            raise IndexUnavailable("this rebuild was dropped: another was begun since")

    def _is_building(self) -> bool:
        return bool(self.client.indices.exists_alias(index=self.new, name=self.names.building(self.kind)))

    def _carry_over(self, old: str) -> None:
        """Documents that nobody has written into the new index: the ledger has forgotten them, the index shall not."""
        self.client.indices.refresh(index=old)
        every = scan(self.client, index=old, query={"query": {"match_all": {}}, "_source": False}, size=_BATCH)
        while batch := [str(hit["_id"]) for hit in islice(every, _BATCH)]:
            held = self._held(batch)
            missing = [id for id in batch if id not in held and id not in self.refused]
            if missing:
                found = self.client.mget(index=old, ids=missing)["docs"]
                self._put([Document(doc["_id"], doc["_source"]) for doc in found if doc.get("found")])

    def _copy_changes(self, old: str, *, or_same: bool) -> int:
        """Copy what has changed in the old index since last time; returns how many documents that were."""
        since, self.since = self.since, last_change(self.client, old)  # before the refresh: rather twice than never
        self.client.indices.refresh(index=old)
        changed = scan(self.client, index=old, query={"query": {"range": {"_seq_no": {"gt": since}}}}, size=_BATCH)
        copied = 0
        while batch := list(islice(changed, _BATCH)):
            copied += self._copy(batch, or_same=or_same)
        return copied

    def _copy(self, batch: Iterable[Mapping[str, Any]], *, or_same: bool) -> int:
        docs = [Document(hit["_id"], hit["_source"]) for hit in batch]
        held = self._held([doc.id for doc in docs])
        due = [doc for doc in docs if _newer(self._moment(doc.source), held.get(doc.id), or_same)]
        self._put(due)
        return len(due)

    def _put(self, docs: Sequence[Document]) -> None:
        for result in writes.index_all(self.client, self.new, docs, alias=False, url=self.url):
            if result.retryable:
                raise IndexUnavailable(f"documents cannot be copied: {result.id}: {result.reason}")
            if not result.ok:
                self.refused[result.id] = result

    def _moment(self, source: Mapping[str, Any]) -> str:
        return str(source.get(self.kind.required[-1], ""))

    def _held(self, ids: Sequence[str]) -> dict[str, str]:
        """When those documents were indexed that the new index has."""
        if not ids:
            return {}
        field = self.kind.required[-1]
        found = self.client.mget(index=self.new, ids=list(ids), source_includes=[field])["docs"]
        return {doc["_id"]: str(doc["_source"].get(field, "")) for doc in found if doc.get("found")}

    def _swap(self, old: str) -> None:
        search, write = self.names.alias(self.kind), self.names.write_alias(self.kind)
        self.client.indices.refresh(index=self.new)
        self.client.indices.update_aliases(
            actions=[
                {"remove": {"index": old, "aliases": [search, write]}},
                {"add": {"index": self.new, "alias": search}},
                {"add": {"index": self.new, "alias": write, "is_write_index": True}},
                {"remove": {"index": self.new, "alias": self.names.building(self.kind)}},
            ]
        )


def begun(client: Elasticsearch, names: IndexNames, url: str, kind: DocumentKind) -> ElasticsearchRebuild:
    """A new, empty copy, by today's templates; one that was begun before and never finished is dropped.

    Raises IndexMissing, with nothing changed, where no index stands that it could be put in place of.
    """
    with in_words(url):
        old = next(iter(_behind(client, names.alias(kind))), None)
        if old is None:
            raise IndexMissing(f"there is no index {names.alias(kind)} to rebuild yet: run `veille index setup`")
        put_templates(client, names)
        for left in _behind(client, names.building(kind)):
            client.indices.delete(index=left)
        since = last_change(client, old)
        new = names.new(kind)
        client.indices.create(index=new, aliases={names.building(kind): {}})
        meta = client.indices.get_mapping(index=new)[new]["mappings"].get("_meta", {})
        client.indices.put_mapping(index=new, meta={**meta, "rebuilt_since": since})
    return ElasticsearchRebuild(client, names, url, kind, new, since)


def waiting(client: Elasticsearch, names: IndexNames, url: str, kind: DocumentKind) -> ElasticsearchRebuild | None:
    """The copy that was begun and neither swapped nor dropped; None: there is none."""
    with in_words(url):
        for left in _behind(client, names.building(kind)):
            meta = client.indices.get_mapping(index=left)[left]["mappings"].get("_meta", {})
            return ElasticsearchRebuild(client, names, url, kind, left, int(meta.get("rebuilt_since", -1)))
    return None


def _behind(client: Elasticsearch, alias: str) -> list[str]:
    """The indexes that an alias stands for; none where there is no such alias."""
    found = client.options(ignore_status=404).indices.get_alias(name=alias)
    return [name for name, entry in found.body.items() if isinstance(entry, Mapping) and "aliases" in entry]


def last_change(client: Elasticsearch, index: str) -> int:
    """The highest sequence number that every shard has reached; -1 for an empty index."""
    shards = client.indices.stats(index=index, level="shards")["indices"].get(index, {}).get("shards", {})
    found = [copy["seq_no"]["max_seq_no"] for copies in shards.values() for copy in copies]
    return min(found, default=-1)


def _newer(moment: str, held: str | None, or_same: bool) -> bool:
    return held is None or moment > held or (or_same and moment == held)

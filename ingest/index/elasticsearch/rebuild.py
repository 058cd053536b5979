"""A new copy beside the one that is searched, month by month, and the swap.

``run`` goes on writing through the aliases, to the old copy. ``catch_up`` takes over what the old one holds and the new
one lacks, and what it has taken since the rebuild began (by sequence number, so partial updates count too). ``finish``
catches up, swaps all aliases in one action, copies what slipped in between, and removes the old copy. A copy that
waits to be confirmed is found again by its alias; where it began stands in its first index's ``_meta``.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch
from elasticsearch.helpers import scan

from ingest.errors import IndexMissing, IndexUnavailable
from ingest.index.document import Document
from ingest.index.elasticsearch import monthly, writes
from ingest.index.elasticsearch.breathing import BreathingSpace
from ingest.index.elasticsearch.client import in_words
from ingest.index.elasticsearch.monthly import ConcreteIndex
from ingest.index.elasticsearch.names import IndexNames, searched
from ingest.index.elasticsearch.setup import put_templates
from ingest.index.protocol import CopyComparison, WriteResult
from ingest.index.schema import DocumentKind

_BATCH = 200
_PASSES = 20


class ElasticsearchRebuild:
    """See ``ingest.index.protocol.Rebuild``. Made by ``begun`` and ``waiting``."""

    def __init__(
        self,
        client: Elasticsearch,
        names: IndexNames,
        url: str,
        kind: DocumentKind,
        new: str,
        since: Mapping[str, int],
        space: BreathingSpace | None = None,
    ) -> None:
        """``new`` is what the names of the copy's indexes begin with; ``since`` how far each old index was then."""
        self.client, self.names, self.url, self.kind = client, names, url, kind
        self.new, self.since = new, dict(since)
        self.refused: dict[str, WriteResult] = {}
        self._space = space or BreathingSpace()
        self._shown: dict[str, Any] = searched(kind).get("filter", {"match_all": {}})
        """Each month may hold a canary; the next one is put where it is looked for."""

    def write(self, docs: Sequence[Document]) -> list[WriteResult]:
        """Into the new copy, where nothing newer stands."""
        with in_words(self.url):
            self._check()
            held = self._held([doc.id for doc in docs])
            due = [doc for doc in docs if doc.id not in held or self._moment(doc.source) > held[doc.id][1]]
            done = iter(self._index(due, held))
            sent = {doc.id for doc in due}
            return [next(done) if doc.id in sent else WriteResult(doc.id, True) for doc in docs]

    def catch_up(self) -> list[WriteResult]:
        """Take over what the searched copy has and the new one lacks, or has older."""
        with in_words(self.url):
            self._check()
            old = self._old()
            for one in old:
                self._carry_over(one.name)
            for _ in range(_PASSES):
                if not self._copy_changes(old, or_same=True):
                    break
            return list(self.refused.values())

    def compare(self) -> CopyComparison:
        """Both copies, counted."""
        with in_words(self.url):
            both = [",".join(one.name for one in self._old()), ",".join(self._built())]
            self.client.indices.refresh(index=",".join(both))
            before, after = (int(self.client.count(index=names, query=self._shown)["count"]) for names in both)
        return CopyComparison(before, after, len(self.refused))

    def finish(self) -> int:
        """Catch up, swap, catch up once more, remove the old copy."""
        self.catch_up()
        with in_words(self.url):
            built = self._built()
            old = self._swap(built)
            while self._copy_changes(old, or_same=False):
                pass
            for one in old:
                self.client.indices.delete(index=one.name)
            self.client.indices.refresh(index=",".join(built))
            return int(self.client.count(index=self.names.alias(self.kind))["count"])

    def abort(self) -> None:
        """Remove the new copy, unless it is in use already or gone."""
        with in_words(self.url):
            for name in self._built():
                self.client.indices.delete(index=name)

    def _old(self) -> list[ConcreteIndex]:
        return monthly.concrete(self.client, self.names, self.kind)

    def _built(self) -> list[str]:
        """The indexes of this copy, while it is no more than built."""
        built = monthly.behind(self.client, self.names.building(self.kind))
        return [name for name in built if monthly.copy_in(name) == self.new]

    def _check(self) -> None:
        if not self._built():
            raise IndexUnavailable("this rebuild was dropped: another was begun since")

    def _carry_over(self, old: str) -> None:
        """Documents that nobody has written into the new copy: the ledger has forgotten them, the index shall not."""
        self.client.indices.refresh(index=old)
        every = scan(self.client, index=old, query={"query": self._shown, "_source": False}, size=_BATCH)
        while batch := [str(hit["_id"]) for hit in islice(every, _BATCH)]:
            with self._space.batch():
                held = self._held(batch)
                missing = [id for id in batch if id not in held and id not in self.refused]
                if missing:
                    found = self.client.mget(index=old, ids=missing)["docs"]
                    self._put([Document(doc["_id"], doc["_source"]) for doc in found if doc.get("found")], held)

    def _copy_changes(self, old: Sequence[ConcreteIndex], *, or_same: bool) -> int:
        """Copy what has changed in the old copy since last time; returns how many documents that were."""
        copied = 0
        for one in old:
            since = self.since.get(one.name, -1)
            self.since[one.name] = last_change(self.client, one.name)  # before the refresh: rather twice than never
            self.client.indices.refresh(index=one.name)
            query = {"query": {"bool": {"filter": [self._shown, {"range": {"_seq_no": {"gt": since}}}]}}}
            changed = scan(self.client, index=one.name, query=query, size=_BATCH)
            while batch := list(islice(changed, _BATCH)):
                with self._space.batch():
                    copied += self._copy(batch, or_same=or_same)
        return copied

    def _copy(self, batch: Iterable[Mapping[str, Any]], *, or_same: bool) -> int:
        docs = [Document(hit["_id"], hit["_source"]) for hit in batch]
        held = self._held([doc.id for doc in docs])
        moments = {id: moment for id, (_, moment) in held.items()}
        due = [doc for doc in docs if _newer(self._moment(doc.source), moments.get(doc.id), or_same)]
        self._put(due, held)
        return len(due)

    def _put(self, docs: Sequence[Document], held: Mapping[str, tuple[str, str]]) -> None:
        for result in self._index(docs, held):
            if result.retryable:
                raise IndexUnavailable(f"documents cannot be copied: {result.id}: {result.reason}")
            if not result.ok:
                self.refused[result.id] = result

    def _index(self, docs: Sequence[Document], held: Mapping[str, tuple[str, str]]) -> list[WriteResult]:
        """Each where the new copy has it, else in its month."""
        into = [held[doc.id][0] if doc.id in held else self._place(doc.source) for doc in docs]
        for name in sorted(set(into) - {name for name, _ in held.values()}):
            self._make(name)
        return writes.index_all(self.client, into, docs, alias=False, url=self.url)

    def _place(self, source: Mapping[str, Any]) -> str:
        return f"{self.new}-{monthly.month_of(source)}" if self.kind in monthly.MONTHLY else self.new

    def _make(self, name: str) -> None:
        """An index of the new copy, unless it is there; after the swap it is one of those that are searched."""
        aliases = {self.names.building(self.kind): {}} if self._built() else self._in_use(name)
        try:
            self.client.indices.create(index=name, aliases=aliases)
        except BadRequestError as e:
            if not monthly.is_made(e):
                raise

    def _in_use(self, name: str) -> dict[str, dict[str, Any]]:
        """The aliases of an index that is searched and written."""
        return self.names.aliases(self.kind, monthly.month_in(name))

    def _moment(self, source: Mapping[str, Any]) -> str:
        return str(source.get(self.kind.required[-1], ""))

    def _held(self, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
        """In which index of the new copy those documents stand that it has, and when they were indexed."""
        if not ids:
            return {}
        field = self.kind.required[-1]
        new = self._built() or [one.name for one in self._old() if one.copy == self.new]
        docs = [{"_index": name, "_id": id, "_source": [field]} for name in new for id in ids]
        found = self.client.mget(docs=docs)["docs"]
        return {doc["_id"]: (doc["_index"], str(doc["_source"].get(field, ""))) for doc in found if doc.get("found")}

    def _swap(self, built: Sequence[str]) -> list[ConcreteIndex]:
        """All aliases at once; returns the indexes that were searched until now."""
        self.client.indices.refresh(index=",".join(built))
        while True:
            old = self._old()
            try:
                self.client.indices.update_aliases(actions=self._actions(old, built))
            except BadRequestError as e:
                if not monthly.is_made(e) or self._old() == old:
                    raise  # else a writer has made a month of the old copy in this very moment
            else:
                return old

    def _actions(self, old: Sequence[ConcreteIndex], built: Sequence[str]) -> list[dict[str, Any]]:
        search, building = self.names.alias(self.kind), self.names.building(self.kind)
        actions: list[dict[str, Any]] = [
            {"remove": {"index": one.name, "aliases": [search, *({one.write} - {one.name})]}} for one in old
        ]
        for name in built:
            actions += [{"add": {"index": name, "alias": alias, **how}} for alias, how in self._in_use(name).items()]
            actions.append({"remove": {"index": name, "alias": building}})
        return actions


def begun(
    client: Elasticsearch, names: IndexNames, url: str, kind: DocumentKind, now: datetime
) -> ElasticsearchRebuild:
    """A new, empty copy, by today's templates; one that was begun before and never finished is dropped.

    Raises IndexMissing, with nothing changed, where no index stands that it could be put in place of.
    """
    with in_words(url):
        old = monthly.concrete(client, names, kind)
        if not old:
            raise IndexMissing(f"there is no index {names.alias(kind)} to rebuild yet: run `veille index setup`")
        put_templates(client, names)
        for left in monthly.behind(client, names.building(kind)):
            client.indices.delete(index=left)
        since = {one.name: last_change(client, one.name) for one in old}
        new = names.new(kind)
        first = f"{new}-{monthly.month(now)}" if kind in monthly.MONTHLY else new
        client.indices.create(index=first, aliases={names.building(kind): {}})
        meta = _meta(client, first)
        client.indices.put_mapping(index=first, meta={**meta, "rebuilt_since": since})
    return ElasticsearchRebuild(client, names, url, kind, new, since)


def waiting(client: Elasticsearch, names: IndexNames, url: str, kind: DocumentKind) -> ElasticsearchRebuild | None:
    """The copy that was begun and neither swapped nor dropped; None: there is none."""
    with in_words(url):
        for left in monthly.behind(client, names.building(kind)):
            since = _meta(client, left).get("rebuilt_since")
            if isinstance(since, int):  # begun by a version that had one index for all
                since = {one.name: since for one in monthly.concrete(client, names, kind) if one.month is None}
            if since is not None:
                return ElasticsearchRebuild(client, names, url, kind, monthly.copy_in(left), since)
    return None


def _meta(client: Elasticsearch, index: str) -> dict[str, Any]:
    found: dict[str, Any] = client.indices.get_mapping(index=index)[index]["mappings"].get("_meta", {})
    return found


def last_change(client: Elasticsearch, index: str) -> int:
    """The highest sequence number that every shard has reached; -1 for an empty index."""
    shards = client.indices.stats(index=index, level="shards")["indices"].get(index, {}).get("shards", {})
    found = [copy["seq_no"]["max_seq_no"] for copies in shards.values() for copy in copies]
    return min(found, default=-1)


def _newer(moment: str, held: str | None, or_same: bool) -> bool:
    return held is None or moment > held or (or_same and moment == held)

"""The protocol over Elasticsearch: one alias ``articles`` that is searched, over a concrete index a month."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch, NotFoundError

from ingest.clock import Clock
from ingest.errors import IndexMissing, IndexRefusesUs, IndexUnavailable, QueryError, StoreError, VeilleError
from ingest.index import cursor
from ingest.index.counts import Bucket, Count
from ingest.index.document import Document
from ingest.index.elasticsearch import counts, dsl, monthly, retention, writes
from ingest.index.elasticsearch import rebuild as rebuilds
from ingest.index.elasticsearch.breathing import BreathingSpace
from ingest.index.elasticsearch.client import BUSY, connect, connect_to_delete, in_words, reason, translated
from ingest.index.elasticsearch.key_names import end_of
from ingest.index.elasticsearch.names import SYNTHETIC_ID, IndexNames
from ingest.index.elasticsearch.setup import make_months, set_up
from ingest.index.highlight import highlights
from ingest.index.hit import Hit
from ingest.index.protocol import IndexPart, IndexStatus, SearchPage, SearchRequest, WriteResult
from ingest.index.roll_out import advice, joined, month_advice, size_advice
from ingest.index.schema import DocumentKind
from ingest.settings import IndexSettings

_NO_WRITES = frozenset({"read_only_allow_delete", "read_only", "write"})
"""The first is set by the server itself where its disk is over the flood stage, and lifted by it."""
_AT_ONCE = 200
"""Searches in one request: a thousand compiled rules would be tens of megabytes."""


class ElasticsearchIndex:
    """See ``ingest.index.protocol.Index``."""

    def __init__(self, settings: IndexSettings, clock: Clock) -> None:
        self.settings, self.clock = settings, clock
        self._client, self._key = connect(settings), _written_at(settings.api_key_file)
        self._maintainer: Elasticsearch | None = None
        self.names = IndexNames(settings.prefix)

    @property
    def client(self) -> Elasticsearch:
        """The connection; a new one where the key's file has been written anew since (`veille index keys rotate`)."""
        written = _written_at(self.settings.api_key_file)
        if written != self._key:  # the one before is left to whoever is using it
            self._client, self._key = connect(self.settings), written
        return self._client

    def setup(self) -> None:
        """Install templates, make indexes and aliases that are missing."""
        with in_words(self.settings.url):
            set_up(self.client, self.names, self.clock())

    def write(self, docs: Sequence[Document], into: DocumentKind = DocumentKind.ARTICLES) -> list[WriteResult]:
        """Bulk, in requests of at most 10 MB."""
        whole = [doc for doc in docs if not _lacks(doc, into)]
        with in_words(self.settings.url):
            target = monthly.targets(self.client, self.names, into, [(doc.id, doc.source) for doc in whole])
            done = iter(writes.index_all(self.client, target, whole, alias=True, url=self.settings.url))
        return [WriteResult(doc.id, False, f"{lacks} is missing") if (lacks := _lacks(doc, into)) else next(done)
                for doc in docs]  # fmt: skip

    def update_fields(self, id: str, fields: Mapping[str, Any]) -> WriteResult:
        """Merge fields into an article, where it stands."""
        with in_words(self.settings.url):
            held = self._concrete(DocumentKind.ARTICLES)
            found = (held[0], None) if len(held) == 1 else monthly.get(self.client, held, id, without=["*"])
            if found is None:
                return WriteResult(id, False, "no such document")
            try:
                self.client.update(
                    index=found[0].write, id=id, doc=dict(fields), retry_on_conflict=5, require_alias=True
                )
            except NotFoundError as e:
                if "index_not_found" in str(e.body):
                    raise
                return WriteResult(id, False, "no such document")
            except BadRequestError as e:
                return WriteResult(id, False, reason(e.body))
        return WriteResult(id, True)

    def get(self, id: str, kind: DocumentKind = DocumentKind.ARTICLES) -> dict[str, Any] | None:
        """The document with that id, from the transaction log if need be."""
        with in_words(self.settings.url):
            found = monthly.get(self.client, self._concrete(kind), id, without=dsl.NOT_SHOWN)
        return found[1] if found else None

    def delete(self, ids: Sequence[str], kind: DocumentKind = DocumentKind.ARTICLES) -> int:
        """Remove documents, also from a copy that is being built."""
        pattern = self.names.pattern(kind)
        with in_words(self.settings.url):
            self.maintainer.indices.refresh(index=pattern)
            return len(writes.delete_all(self.maintainer, monthly.where(self.maintainer, pattern, ids)))

    @property
    def maintainer(self) -> Elasticsearch:
        """Who deletes: with a key of its own where the settings name one, so that a writer's need not be able to."""
        if self._maintainer is None:
            self._maintainer = connect_to_delete(self.settings) or self.client
        return self._maintainer

    def probe(self, doc: Document, ask: SearchRequest) -> list[str]:
        """One document, written over each time; the alias that people search leaves it out by a filter.

        Searched past that filter, in the month that takes the writes: a worker's key need not be able to delete.
        """
        alias = self.names.alias(DocumentKind.ARTICLES)
        only = {"ids": {"values": [SYNTHETIC_ID]}}
        with in_words(self.settings.url):
            held = self._concrete(DocumentKind.ARTICLES)
            this = monthly.month(self.clock())
            target = next((one for one in held if one.month == this), held[-1])
            aliases = self.client.indices.get_alias(index=target.name)[target.name]["aliases"]
            if "filter" not in aliases[alias]:
                raise IndexMissing(f"readers would see the canary in {target.name}: run `veille index setup`")
            self.client.index(index=target.write, id=SYNTHETIC_ID, document=doc.source, require_alias=True)
            self.client.indices.refresh(index=target.name)
            if self.client.count(index=alias, query=only)["count"]:
                raise StoreError(f"{alias} shows the canary to readers: run `veille index setup`")
            (answer,) = self._answers([dsl.body(ask, self.clock(), None)], within=target.name)
        page = self._page(ask, answer)
        if isinstance(page, VeilleError):
            raise page
        return [doc.id if hit.id == SYNTHETIC_ID else hit.id for hit in page.hits]

    def prune(self, before: datetime, kind: DocumentKind = DocumentKind.ARTICLES) -> int:
        """Remove what was indexed before that moment, also from a copy that is being built; make the months to come."""
        with in_words(self.settings.url):
            if kind in monthly.MONTHLY and monthly.concrete(self.client, self.names, kind):
                make_months(self.maintainer, self.names, kind, self.clock())
            return retention.prune(self.maintainer, self.names, kind, before, BreathingSpace())

    def search(self, ask: SearchRequest) -> SearchPage:
        """One search."""
        answer = self.search_many([ask])[0]
        if isinstance(answer, VeilleError):
            raise answer
        return answer

    def search_many(self, asks: Sequence[SearchRequest]) -> list[SearchPage | VeilleError]:
        """By ``_msearch``. A search that did not reach every shard is an error, not a shorter answer."""
        now = self.clock()
        out: list[SearchPage | VeilleError] = []
        for at in range(0, len(asks), _AT_ONCE):
            out += self._msearch(asks[at : at + _AT_ONCE], now)
        return out

    def counts(
        self, ask: SearchRequest, wanted: Sequence[Count], kind: DocumentKind = DocumentKind.ARTICLES
    ) -> tuple[int, list[tuple[Bucket, ...]]]:
        """Figures of what a search finds, in one request."""
        with in_words(self.settings.url):
            answer = self.client.search(
                index=self.names.alias(kind), allow_partial_search_results=False,
                **counts.body(ask, kind, wanted, self.clock()),
            ).body  # fmt: skip
        return int(answer["hits"]["total"]["value"]), [counts.buckets(answer, n, w) for n, w in enumerate(wanted)]

    def explore(self, ask: SearchRequest, wanted: Sequence[Count]) -> tuple[SearchPage, list[tuple[Bucket, ...]]]:
        """Hits and figures, asked for one after the other."""
        _, figures = self.counts(ask, wanted)
        return self.search(ask), figures

    def refresh(self) -> None:
        """Make every write visible to searches."""
        with in_words(self.settings.url):
            self.client.indices.refresh(index=",".join(self.names.alias(kind) for kind in DocumentKind))

    def count(self, kind: DocumentKind = DocumentKind.ARTICLES) -> int:
        """How many documents searches can see."""
        with in_words(self.settings.url):
            return int(self.client.count(index=self.names.alias(kind))["count"])

    def status(self) -> IndexStatus:
        """Health of the articles index; never raises."""
        where = f"{self.settings.url.rpartition('@')[2]} {self.names.alias(DocumentKind.ARTICLES)}"
        try:
            with in_words(self.settings.url):
                return self._status(where)
        except StoreError as e:
            todo = e.todo if isinstance(e, IndexRefusesUs) else ""
            return IndexStatus("elasticsearch", where, False, 0, None, note=str(e), todo=todo)

    def rebuild(self, kind: DocumentKind = DocumentKind.ARTICLES) -> rebuilds.ElasticsearchRebuild:
        """Begin a new concrete index beside the one that is searched."""
        return rebuilds.begun(self.client, self.names, self.settings.url, kind, self.clock())

    def waiting(self, kind: DocumentKind = DocumentKind.ARTICLES) -> rebuilds.ElasticsearchRebuild | None:
        """The concrete index that was begun and not finished."""
        return rebuilds.waiting(self.client, self.names, self.settings.url, kind)

    def close(self) -> None:
        """Close connections."""
        self.client.close()
        if self._maintainer is not None:
            self._maintainer.close()

    def _concrete(self, kind: DocumentKind) -> list[monthly.ConcreteIndex]:
        """What is searched. Raises IndexMissing where nothing was set up."""
        held = monthly.concrete(self.client, self.names, kind)
        if not held:
            raise translated(self.settings.url, 404, {"error": "index_not_found"})
        return held

    def _msearch(self, asks: Sequence[SearchRequest], now: datetime) -> list[SearchPage | VeilleError]:
        cursors = [_decoded(ask) for ask in asks]
        sound = [(ask, after) for ask, after in zip(asks, cursors, strict=True) if not isinstance(after, QueryError)]
        answers = iter(self._answers([dsl.body(ask, now, after) for ask, after in sound]))
        pages = ((ask, after, self._page(ask, answer)) for (ask, after), answer in zip(sound, answers, strict=True))
        weighed = (self._weighed(ask, after, page, now) for ask, after, page in pages)
        return [after if isinstance(after, QueryError) else next(weighed) for after in cursors]

    def _answers(self, bodies: Sequence[dsl.Dsl], within: str | None = None) -> list[dict[str, Any]]:
        header = {"index": within or self.names.alias(DocumentKind.ARTICLES), "allow_partial_search_results": False}
        lines = [line for body in bodies for line in ({**header, **_weighing(body)}, body)]
        with in_words(self.settings.url):
            return list(self.client.msearch(searches=lines)["responses"]) if lines else []

    def _weighed(
        self, ask: SearchRequest, after: list[Any] | None, page: SearchPage | VeilleError, now: datetime
    ) -> SearchPage | VeilleError:
        """The page again where more is found than is weighed: the moment from which on it is, has to be asked for."""
        if isinstance(page, VeilleError) or page.total <= ask.ranked or not dsl.is_weighed(ask):
            return page
        [newest] = self._answers([dsl.last_weighed(ask, now)])
        if isinstance(failed := self._page(ask, newest), VeilleError):
            return failed
        if not newest["hits"]["hits"]:  # some were removed meanwhile
            return page
        [answer] = self._answers([dsl.body(ask, now, after, weighed_since=newest["hits"]["hits"][0]["sort"][0])])
        again = self._page(ask, answer)
        return again if isinstance(again, VeilleError) else replace(again, ranked=ask.ranked)

    def _page(self, ask: SearchRequest, answer: Mapping[str, Any]) -> SearchPage | VeilleError:
        if "error" in answer:
            return self._failed(ask, int(answer["status"]), answer)
        if answer["timed_out"] or answer["_shards"]["failed"]:
            return IndexUnavailable(f"Elasticsearch answered in part only: {answer['_shards']}")
        found = answer["hits"]["hits"]
        hits = tuple(_hit(ask, hit) for hit in found)
        more = len(hits) == ask.size and ask.size > 0 and answer["hits"]["total"]["value"] > len(hits)
        return SearchPage(
            hits, answer["hits"]["total"]["value"], cursor.encode(ask.sort, found[-1]["sort"]) if more else None
        )

    def _failed(self, ask: SearchRequest, status: int, answer: Mapping[str, Any]) -> VeilleError:
        error = answer["error"]
        if status == 400 and "max_clause_count" not in str(error):
            text = ask.query.text if ask.query else ""
            return QueryError(text, 0, f"Elasticsearch refuses it: {reason(error)}", "write it differently")
        return translated(self.settings.url, 503 if status in BUSY else status, answer)

    def _status(self, where: str) -> IndexStatus:
        alias = self.names.alias(DocumentKind.ARTICLES)
        if not self.client.indices.exists_alias(name=alias):
            return IndexStatus("elasticsearch", where, False, 0, None, note="not set up: run `veille index setup`")
        health = self.client.cluster.health(index=alias)["status"]
        versions = {kind: self._version(kind) for kind in DocumentKind}
        version = versions[DocumentKind.ARTICLES]
        if health == "red":
            return IndexStatus("elasticsearch", where, False, 0, version, note="red: a shard is missing; see its logs")
        indexes = self._sizes(DocumentKind.ARTICLES)
        largest = max((one.bytes for one in indexes), default=0)  # one primary shard each
        documents = int(self.client.count(index=alias)["count"])
        waiting = {kind for kind in DocumentKind if self.client.indices.exists_alias(name=self.names.building(kind))}
        note = joined(
            advice(versions, waiting),
            size_advice("elasticsearch", documents, largest),
            self._months_advice(indexes),
        )
        size = sum(one.bytes for one in indexes)
        return IndexStatus(
            "elasticsearch", where, True, documents, version, size, note, indexes=indexes, blocked=self._blocked(),
            key_ends=self._key_ends(),
        )  # fmt: skip

    def _sizes(self, kind: DocumentKind) -> tuple[IndexPart, ...]:
        stats = self.client.indices.stats(index=self.names.alias(kind), metric="docs,store")["indices"]
        return tuple(
            IndexPart(
                one.name,
                int(stats[one.name]["primaries"]["docs"]["count"]),
                int(stats[one.name]["primaries"]["store"]["size_in_bytes"]),
            )
            for one in self._concrete(kind)
            if one.name in stats
        )

    def _months_advice(self, indexes: Sequence[IndexPart]) -> str:
        now = monthly.month(self.clock())
        return month_advice(now, [monthly.month_in(one.name) for one in indexes])

    def _blocked(self) -> str:
        """The blocks on writes to any of our indexes."""
        patterns = ",".join(self.names.pattern(kind) for kind in DocumentKind)
        found = self.client.indices.get_settings(index=patterns, name="index.blocks.*", flat_settings=True)
        blocks = {
            key.removeprefix("index.blocks.")
            for one in found.values()
            for key, value in one["settings"].items()
            if str(value) == "true" and key.removeprefix("index.blocks.") in _NO_WRITES
        }
        return ", ".join(sorted(blocks))

    def _key_ends(self) -> date | None:
        """A key's name holds its last day: what a key may ask about itself needs no privilege."""
        return end_of(str(self.client.security.authenticate().get("api_key", {}).get("name", "")))

    def _version(self, kind: DocumentKind) -> int:
        """The oldest schema among the concrete indexes of a kind."""
        found = self.client.indices.get_mapping(index=self.names.alias(kind)).values()
        return min(int(one["mappings"].get("_meta", {}).get("schema_version", 0)) for one in found)


def _written_at(file: Path | None) -> int | None:
    try:
        return file.stat().st_mtime_ns if file else None
    except OSError:  # said by ``connect``
        return None


def _lacks(doc: Document, into: DocumentKind) -> str | None:
    return next((name for name in into.required if not doc.source.get(name)), None)


def _weighing(body: dsl.Dsl) -> dict[str, str]:
    """By relevance, words weigh by how rare they are in all months, not in each."""
    by_words = body["track_scores"] and "knn" not in body
    return {"search_type": "dfs_query_then_fetch"} if by_words else {}


def _decoded(ask: SearchRequest) -> list[Any] | QueryError | None:
    try:
        return cursor.decode(ask.sort, ask.after) if ask.after is not None else None
    except QueryError as e:
        return e


def _hit(ask: SearchRequest, hit: Mapping[str, Any]) -> Hit:
    source = hit["_source"]
    score = hit["_score"] or 0.0
    if ask.near is not None and score:
        score = 2 * score - 1  # back to the cosine
    return Hit(hit["_id"], source, highlights(ask.query, source) if ask.highlight else {}, score)

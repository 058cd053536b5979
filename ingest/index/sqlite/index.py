"""The embedded index: the protocol over SQLite FTS5, in the ledger's file and its transactions."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ingest.clock import Clock
from ingest.errors import IndexMissing, IndexUnavailable, LedgerUnavailable, StoreError, VeilleError
from ingest.index import cursor
from ingest.index.counts import Bucket, Count
from ingest.index.document import Document
from ingest.index.highlight import highlights
from ingest.index.hit import Hit
from ingest.index.protocol import IndexStatus, Rebuild, SearchPage, SearchRequest, Sort, WriteResult
from ingest.index.roll_out import advice, joined, size_advice
from ingest.index.schema import DocumentKind
from ingest.index.sqlite import counts, others, paging, store, tables
from ingest.index.sqlite.rebuild import OthersRebuild, SqliteRebuild
from ingest.index.sqlite.search import Searcher
from ingest.index.values import BadDocument, milliseconds
from ingest.ledger.store import Ledger


class SqliteIndex:
    """See ``ingest.index.protocol.Index``."""

    def __init__(self, ledger: Ledger, prefix: str, clock: Clock) -> None:
        self.ledger, self.clock = ledger, clock
        self.names = tables.TableNames(prefix)

    def setup(self) -> None:
        """Make the tables if they are missing."""
        with self._read() as c:
            if tables.complete(c, self.names):
                return
        with self._begin() as c:
            for copy in tables.create(c, self.names):
                from ingest.index.sqlite.older import bring_over  # seldom: its log takes long to import

                bring_over(c, self.names, copy)

    def write(self, docs: Sequence[Document], into: DocumentKind = DocumentKind.ARTICLES) -> list[WriteResult]:
        """Into the live copy and, during a rebuild, into the one being built: in one transaction."""
        with self._begin() as c:
            if into is not DocumentKind.ARTICLES:
                return [others.put(c, self.names, into, doc) for doc in docs]
            copies = [generation.number for generation in tables.generations(c, self.names)]
            return _written(c, self.names, copies, docs)

    def update_fields(self, id: str, fields: Mapping[str, Any]) -> WriteResult:
        """Merge fields into an article."""
        with self._begin() as c:
            copies = [generation.number for generation in tables.generations(c, self.names)]
            there = [n for n in copies if (held := store.get(c, self.names, n, id)) is not None]
            if not there:
                return WriteResult(id, False, "no such document")
            for n in there:
                held = store.get(c, self.names, n, id) or {}
                source = store.merged(store.with_vector(held, store.vector(c, self.names, n, id)), fields)
                written = _written(c, self.names, [n], [Document(id, source)])[0]
                if not written.ok:
                    c.rollback()
                    return written
            return WriteResult(id, True)

    def get(self, id: str, kind: DocumentKind = DocumentKind.ARTICLES) -> dict[str, Any] | None:
        """The document with that id."""
        with self._read() as c:
            if kind is not DocumentKind.ARTICLES:
                return others.get(c, self.names, kind, id)
            return store.get(c, self.names, self._live(c), id)

    def delete(self, ids: Sequence[str], kind: DocumentKind = DocumentKind.ARTICLES) -> int:
        """Remove documents from every copy."""
        with self._begin() as c:
            if kind is not DocumentKind.ARTICLES:
                return others.delete(c, self.names, kind, ids)
            return max(store.delete(c, self.names, g.number, ids) for g in tables.generations(c, self.names))

    def probe(self, doc: Document, ask: SearchRequest) -> list[str]:
        """The document stands there for the time of one search, under an id that no other worker's has."""
        try:
            (written,) = self.write([doc])
            if not written.ok:
                raise StoreError(f"the index refused it: {written.reason}")
            return [hit.id for hit in self.search(ask).hits]
        finally:
            self.delete([doc.id])

    def prune(self, before: datetime, kind: DocumentKind = DocumentKind.ARTICLES) -> int:
        """Remove what was indexed before that moment."""
        moment = milliseconds(before)
        with self._begin() as c:
            if kind is not DocumentKind.ARTICLES:
                return others.prune(c, self.names, kind, moment)
            return max(store.prune(c, self.names, g.number, moment) for g in tables.generations(c, self.names))

    def search(self, ask: SearchRequest) -> SearchPage:
        """One search."""
        answer = self.search_many([ask])[0]
        if isinstance(answer, VeilleError):
            raise answer
        return answer

    def search_many(self, asks: Sequence[SearchRequest]) -> list[SearchPage | VeilleError]:
        """All in one read transaction: every answer is about the same moment."""
        with self._read() as c:
            searcher = Searcher(c, self.names, self._live(c), self.clock())
            return [self._answer(searcher, ask) for ask in asks]

    def counts(
        self, ask: SearchRequest, wanted: Sequence[Count], kind: DocumentKind = DocumentKind.ARTICLES
    ) -> tuple[int, list[tuple[Bucket, ...]]]:
        """Figures of what a search finds, all of one moment."""
        now = self.clock()
        with self._read() as c:
            if kind is not DocumentKind.ARTICLES:
                return counts.of_others(c, self.names, kind, ask, wanted, now)
            return counts.of_articles(Searcher(c, self.names, self._live(c), now), ask, wanted)

    def explore(self, ask: SearchRequest, wanted: Sequence[Count]) -> tuple[SearchPage, list[tuple[Bucket, ...]]]:
        """Hits and figures of one reading: what was found is kept by the searcher."""
        with self._read() as c:
            searcher = Searcher(c, self.names, self._live(c), self.clock())
            _, figures = counts.of_articles(searcher, ask, wanted)
            return _page(searcher, ask), figures

    def refresh(self) -> None:
        """Nothing to do: what is committed is visible."""

    def count(self, kind: DocumentKind = DocumentKind.ARTICLES) -> int:
        """How many documents there are."""
        with self._read() as c:
            if kind is not DocumentKind.ARTICLES:
                return others.count(c, self.names, kind)
            return store.count(c, self.names, self._live(c))

    def status(self) -> IndexStatus:
        """How it is doing."""
        where = str(self.ledger.engine.url.database)
        try:
            with self._read() as c:
                if not tables.exists(c, self.names):
                    return IndexStatus("sqlite", where, False, 0, None, note="not set up: run `veille index setup`")
                live = next(g for g in tables.generations(c, self.names) if g.state == "live")
                documents = store.count(c, self.names, live.number)
                note = joined(self._advice(c, live), size_advice("sqlite", documents))
                size = int(c.exec_driver_sql("PRAGMA page_count").scalar_one())
                size *= int(c.exec_driver_sql("PRAGMA page_size").scalar_one())
        except IndexUnavailable as e:
            return IndexStatus("sqlite", where, False, 0, None, note=str(e))
        return IndexStatus("sqlite", where, True, documents, live.version, size, note)

    def rebuild(self, kind: DocumentKind = DocumentKind.ARTICLES) -> Rebuild:
        """Begin a new copy; one that was begun before and never finished is dropped."""
        with self._begin() as c:
            if kind is not DocumentKind.ARTICLES:
                return OthersRebuild(self._begin, self.names, kind, others.begin_building(c, self.names, kind))
            for left in tables.generations(c, self.names):
                if left.state == "building":
                    tables.drop_generation(c, self.names, left.number)
            return SqliteRebuild(self._begin, self.names, tables.add_generation(c, self.names, "building").number)

    def waiting(self, kind: DocumentKind = DocumentKind.ARTICLES) -> Rebuild | None:
        """The copy that was begun and not finished."""
        with self._read() as c:
            if kind is not DocumentKind.ARTICLES:
                token = others.building(c, self.names, kind)
                return OthersRebuild(self._begin, self.names, kind, token) if token else None
            built = [g.number for g in tables.generations(c, self.names) if g.state == "building"]
            return SqliteRebuild(self._begin, self.names, built[0]) if built else None

    def close(self) -> None:
        """The connections are the ledger's."""

    def _advice(self, c: Connection, live: tables.Generation) -> str:
        kinds: tuple[DocumentKind, ...] = (DocumentKind.MATCHES, DocumentKind.RUNS)
        waiting = {kind for kind in kinds if others.building(c, self.names, kind)}
        if any(g.state == "building" for g in tables.generations(c, self.names)):
            waiting.add(DocumentKind.ARTICLES)
        versions = {kind: others.version(c, self.names, kind) for kind in kinds}
        return advice({DocumentKind.ARTICLES: live.version, **versions}, waiting)

    def _answer(self, searcher: Searcher, ask: SearchRequest) -> SearchPage | VeilleError:
        try:
            return _page(searcher, ask)
        except VeilleError as e:
            return e

    def _live(self, c: Connection) -> int:
        if not tables.exists(c, self.names):
            raise IndexMissing("the index is not set up: run `veille index setup`")
        return next(g.number for g in tables.generations(c, self.names) if g.state == "live")

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        with _in_words(), self.ledger.begin() as c:
            yield c

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with _in_words(), self.ledger.read() as c:
            yield c


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, LedgerUnavailable) as e:  # it lives in the ledger's file
        why = str(e.orig if isinstance(e, DBAPIError) else e)
        if "no such table: index_" in why:
            raise IndexMissing("the index is not set up: run `veille index setup`") from e
        raise IndexUnavailable(f"embedded index: {why}") from e


def _written(
    c: Connection, names: tables.TableNames, copies: Sequence[int], docs: Sequence[Document]
) -> list[WriteResult]:
    results, rows = list[WriteResult](), list[store.StoredRow]()
    for doc in docs:
        try:
            rows.append(store.StoredRow.of(doc))
            results.append(WriteResult(doc.id, True))
        except BadDocument as e:
            results.append(WriteResult(doc.id, False, str(e)))
    for number in copies:
        store.put(c, names, number, rows)
    return results


def _page(searcher: Searcher, ask: SearchRequest) -> SearchPage:
    c, names, n = searcher.c, searcher.names, searcher.generation
    scores: dict[int, float] = {}
    ranked: int | None = None
    if searcher.is_whole(ask):
        total, placed = paging.whole(c, names, n, ask)
    else:
        docs = searcher.matching(ask)
        if ask.near is not None:
            scores = searcher.cosines(ask.near, docs)
        elif ask.sort is Sort.RELEVANCE and ask.query is not None:
            weighed = searcher.newest(docs, ask.ranked)
            scores = searcher.scores(ask.query.root, weighed)
            ranked = ask.ranked if scores and len(weighed) < len(docs) else None
        total, placed = len(docs), paging.found(c, names, n, ask, docs, scores, searcher.columns)
    shown, more = placed[: ask.size], len(placed) > ask.size
    sources = store.sources(c, names, n, [doc for _, doc in shown])
    hits = tuple(_hit(ask, *sources[doc], scores.get(doc, 0.0)) for _, doc in shown)
    following = cursor.encode(ask.sort, shown[-1][0]) if more and shown else None
    return SearchPage(hits, total, following, ranked)


def _hit(ask: SearchRequest, id: str, fields: dict[str, Any], score: float) -> Hit:
    return Hit(id, fields, highlights(ask.query, fields) if ask.highlight else {}, score)

"""One suite for both indexes: the same documents, the same queries, the same answers."""

import math
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from ingest.errors import IndexUnavailable, QueryError
from ingest.index.counts import Bucket, Count, counted
from ingest.index.document import Document
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.protocol import Index, Neighbours, SearchPage, SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.index.schema import DocumentKind
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger import event_merges
from ingest.ledger.store import Ledger, make_engine, open_ledger
from ingest.ledger.tables.articles import articles
from ingest.stages.place_stories import follow_merges
from tests.indexes import DOCUMENTS, NOW, PRECISION, QUERIES, RECALL, doc, expected, hostile_texts, parsed, query_texts
from tests.servers import elasticsearch as server

KINDS = ["sqlite", "elasticsearch"]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteIndex]:
    ledger = Ledger(make_engine(f"sqlite:///{tmp_path_factory.mktemp('embedded')}/veille.sqlite"))
    index = SqliteIndex(ledger, "", lambda: NOW)
    index.setup()
    yield index
    ledger.close()


@pytest.fixture(scope="module")
def cluster(elasticsearch: server.Server) -> Iterator[ElasticsearchIndex]:
    prefix = f"t{secrets.token_hex(4)}-"
    index = ElasticsearchIndex(elasticsearch.settings(prefix, timeout_seconds=120), lambda: NOW)
    index.setup()
    yield index
    index.close()
    server.remove(elasticsearch, prefix)


@pytest.fixture(params=KINDS)
def index(request: pytest.FixtureRequest) -> Index:
    """An index with nothing in it: making one takes Elasticsearch seconds, emptying it does not."""
    index: Index = request.getfixturevalue("embedded" if request.param == "sqlite" else "cluster")
    for kind in DocumentKind:
        index.prune(datetime(9000, 1, 1, tzinfo=UTC), kind)
    return index


@pytest.fixture
def filled(index: Index) -> Index:
    assert all(written.ok for written in index.write(DOCUMENTS))
    index.refresh()
    return index


def ids(index: Index, text: str) -> list[str]:
    index.refresh()
    return [hit.id for hit in index.search(SearchRequest(parse(text), sort=Sort.INDEXED, size=100)).hits]


def test_every_query_finds_what_the_reference_finds(filled: Index) -> None:
    assert all(parsed(text) for text in QUERIES)
    assert disagreements(filled, QUERIES) == {}


def disagreements(index: Index, texts: list[str]) -> dict[str, object]:
    """Queries that are not answered as the reference answers them, asked all at once."""
    queries = [query for text in texts if (query := parsed(text)) is not None]
    answers = index.search_many([SearchRequest(query, size=100, highlight=False) for query in queries])
    return {
        query.text: answer
        for query, answer in zip(queries, answers, strict=True)
        if not isinstance(answer, SearchPage) or {hit.id for hit in answer.hits} != expected(query, DOCUMENTS)
    }


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(query_texts, min_size=15, max_size=25))
def test_any_query_finds_what_the_reference_finds(filled: Index, texts: list[str]) -> None:
    assert disagreements(filled, texts) == {}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(hostile_texts, min_size=20, max_size=40))
def test_a_hostile_query_is_answered_or_refused(filled: Index, texts: list[str]) -> None:
    assert disagreements(filled, texts) == {}


def test_a_bad_document_is_refused_alone(index: Index) -> None:
    bad = Document("x", {**DOCUMENTS[0].source, "colour": "red"})
    undated = Document("y", {"title": "t"})
    written = index.write([DOCUMENTS[0], bad, undated, DOCUMENTS[1]])
    assert [w.ok for w in written] == [True, False, False, True]
    assert "colour" in written[1].reason
    assert not written[1].retryable
    index.refresh()
    assert index.count() == 2


def test_writing_again_replaces(index: Index) -> None:
    index.write([doc("a", "old words")])
    index.write([doc("a", "new words")])
    assert ids(index, "old") == []
    assert ids(index, "new") == ["a"]
    assert index.count() == 1


def test_fields_are_merged_into_an_article(index: Index) -> None:
    index.write([doc("a", "t", story={"id": "s", "size_at_index": 1, "is_first": True})])
    assert index.update_fields("a", {"story": {"size_at_index": 4}}).ok
    assert index.get("a")["story"] == {"id": "s", "size_at_index": 4, "is_first": True}  # type: ignore[index]
    assert ids(index, "story.size_at_index:4") == ["a"]
    assert not index.update_fields("b", {"story": {"size_at_index": 4}}).ok
    assert not index.update_fields("a", {"nothing": 1}).ok


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_hold_every_hit_once(index: Index, sort: Sort) -> None:
    index.write([doc(f"d{n:02}", "same words", minutes=n % 3) for n in range(25)])
    index.refresh()
    seen: list[str] = []
    after = None
    while True:
        page = index.search(SearchRequest(parse("words"), size=10, after=after, sort=sort))
        seen += [hit.id for hit in page.hits]
        assert page.total == 25
        if page.next is None:
            break
        after = page.next
    assert len(seen) == len(set(seen)) == 25


def test_a_wrong_cursor_is_refused(index: Index) -> None:
    index.write([doc(f"d{n}", "t") for n in range(3)])
    index.refresh()
    good = index.search(SearchRequest(None, size=1, sort=Sort.NEWEST)).next
    for cursor in ("", "x", "bnVsbA==", good):
        with pytest.raises(QueryError):
            index.search(SearchRequest(None, after=cursor, sort=Sort.INDEXED))


def test_since_and_until_bound_the_time_of_indexing(index: Index) -> None:
    index.write(DOCUMENTS)
    index.refresh()
    page = index.search(
        SearchRequest(None, since=NOW + timedelta(minutes=2), until=NOW + timedelta(minutes=4), size=100)
    )
    assert {hit.id for hit in page.hits} == {"en1", "en2"}


def test_filters_narrow(index: Index) -> None:
    index.write(DOCUMENTS)
    index.refresh()
    filters = {"topics": ["russia-dprk"], "language.code": ["fr", "ru"]}
    assert {hit.id for hit in index.search(SearchRequest(None, filters=filters, size=100)).hits} == {
        "fr1",
        "fr2",
        "ru1",
    }


def test_titles_weigh_more_than_bodies(index: Index) -> None:
    index.write([doc("body", "words", "missile " + "word " * 20), doc("title", "missile", "word " * 20)])
    index.refresh()
    hits = index.search(SearchRequest(parse("missile"))).hits
    assert [hit.id for hit in hits] == ["title", "body"]
    assert hits[0].score > hits[1].score > 0


def test_of_more_than_are_weighed_the_newest_come_by_relevance_and_the_rest_newest_first(index: Index) -> None:
    index.write([doc(f"d{n}", "missile" if n in {1, 4, 8} else "words", "missile", minutes=n) for n in range(10)])
    index.write([doc("same-moment", "missile missile", minutes=6), doc("other", "words", minutes=20)])
    index.refresh()
    ask = SearchRequest(parse("missile"), size=3, ranked=4)
    seen, after = list[tuple[str, bool]](), None
    while True:
        page = index.search(replace(ask, after=after))
        assert (page.total, page.ranked) == (11, 4)
        seen += [(hit.id, hit.score > 0) for hit in page.hits]
        after = page.next
        if after is None:
            break
    weighed = [id for id, is_weighed in seen if is_weighed]
    assert set(weighed) == {"d9", "d8", "d7", "d6", "same-moment"}, "the newest four, and all of the fourth's moment"
    assert set(weighed[:2]) == {"d8", "same-moment"}, "the word in the title"
    assert seen[5:] == [(f"d{n}", False) for n in (5, 4, 3, 2, 1, 0)], "older ones, d1 too, newest first"
    assert index.search(replace(ask, ranked=11)).ranked is None
    assert index.search(replace(ask, query=parse("title:* AND NOT other"))).ranked is None, "no word decides"


def test_highlights_mark_the_words_as_written(index: Index) -> None:
    index.write([doc("a", "L’armée nord-coréenne", "Il dit. " * 50 + "La Corée du Nord et l'ARMÉE. " + "Fin. " * 50)])
    index.refresh()
    hit = index.search(SearchRequest(parse('armée OR nord-coréen* OR "corée du nord"'))).hits[0]
    title = hit.highlights["title"][0]
    assert [text for text, marked in title.pieces() if marked] == ["L’armée", "nord-coréenne"]
    body = hit.highlights["body"]
    assert len(body) == 1
    assert [text for text, marked in body[0].pieces() if marked] == ["Corée du Nord", "l'ARMÉE"]
    assert body[0].text.startswith("…")
    assert len(body[0].text) < 300


def test_a_word_is_found_however_it_is_spelled_and_marked_as_it_stands(index: Index) -> None:
    pairs = RECALL + PRECISION
    assert all(w.ok for w in index.write([doc(f"p{n:03}", text, minutes=n) for n, (_, _, text) in enumerate(pairs)]))
    index.refresh()
    pages = index.search_many([SearchRequest(parse(query), size=200) for _, query, _ in pairs])
    lost, wrong = [], []
    for n, (pair, page) in enumerate(zip(pairs, pages, strict=True)):
        assert isinstance(page, SearchPage)
        hit = next((hit for hit in page.hits if hit.id == f"p{n:03}"), None)
        marked = hit is not None and any(marked for _, marked in hit.highlights["title"][0].pieces())
        if n < len(RECALL) and not marked:
            lost.append(pair)
        if n >= len(RECALL) and hit is not None:
            wrong.append(pair)
    assert (lost, wrong) == ([], [])


def test_what_a_query_excludes_is_not_highlighted(index: Index) -> None:
    index.write([doc("a", "north korea", "south")])
    index.refresh()
    hit = index.search(SearchRequest(parse("korea AND NOT (north AND weather)"))).hits[0]
    assert [text for text, marked in hit.highlights["title"][0].pieces() if marked] == ["korea"]


def test_delete_and_prune(index: Index) -> None:
    index.write(DOCUMENTS)
    index.refresh()
    assert index.delete(["fr1", "nobody"]) == 1
    assert index.prune(NOW + timedelta(minutes=3)) == 2
    index.refresh()
    assert index.count() == len(DOCUMENTS) - 3
    assert ids(index, "language.code:fr OR putin OR poutine") == []


def test_other_kinds_of_document(index: Index) -> None:
    run = Document("r1", {"@timestamp": "2026-03-01T00:00:00.000Z", "stage": "poll"})
    assert index.write([run, Document("r2", {})], DocumentKind.RUNS)[0].ok
    assert index.get("r1", DocumentKind.RUNS) == run.source
    index.refresh()
    assert (index.count(DocumentKind.RUNS), index.count(DocumentKind.MATCHES), index.count()) == (1, 0, 0)
    assert index.prune(NOW, DocumentKind.RUNS) == 1


def test_many_searches_at_once_fail_one_by_one(index: Index) -> None:
    index.write(DOCUMENTS)
    index.refresh()
    one, two = index.search_many([SearchRequest(None, after="x"), SearchRequest(parse("putin"))])
    assert isinstance(one, QueryError)
    assert not isinstance(two, Exception)
    assert two.total == 1


def test_a_rebuild_loses_nothing_that_is_written_meanwhile(index: Index) -> None:
    index.write([doc("a", "old", minutes=0), doc("gone", "old", minutes=0)])
    rebuild = index.rebuild()
    index.write([doc("a", "newest", minutes=9), doc("b", "meanwhile", minutes=9)])
    index.delete(["gone"])
    assert all(w.ok for w in rebuild.write([doc("a", "stale", minutes=0), doc("c", "rebuilt", minutes=0)]))
    assert ids(index, "rebuilt") == []
    assert rebuild.finish() == 3
    assert ids(index, "old OR stale") == []
    assert ids(index, "newest OR meanwhile OR rebuilt") == ["c", "a", "b"]


def test_an_aborted_rebuild_changes_nothing(index: Index) -> None:
    index.write([doc("a", "old")])
    first = index.rebuild()
    first.abort()
    second, third = index.rebuild(), index.rebuild()
    with pytest.raises(IndexUnavailable):
        second.finish()
    second.abort()
    third.abort()
    third.abort()
    assert ids(index, "old") == ["a"]
    done = index.rebuild()
    done.write([doc("b", "new")])
    done.finish()
    done.abort()  # too late: it is in use
    assert ids(index, "new") == ["b"]


def test_two_installations_share_a_store(index: Index, request: pytest.FixtureRequest) -> None:
    if isinstance(index, SqliteIndex):
        other: Index = SqliteIndex(index.ledger, "test-", index.clock)
    else:
        assert isinstance(index, ElasticsearchIndex)
        running = request.getfixturevalue("elasticsearch")
        other = ElasticsearchIndex(running.settings(f"{index.settings.prefix}two-"), index.clock)
    other.setup()
    other.write([doc("a", "t")])
    other.refresh()
    index.refresh()
    assert (index.count(), other.count()) == (0, 1)
    other.close()


def test_setting_up_again_changes_nothing(index: Index) -> None:
    index.write([doc("a", "t")])
    index.setup()
    index.refresh()
    assert index.count() == 1
    status = index.status()
    assert (status.ready, status.documents, status.note) == (True, 1, "")


def test_without_setup_it_says_what_to_do(request: pytest.FixtureRequest, index: Index) -> None:
    bare: Index
    if isinstance(index, SqliteIndex):
        bare = SqliteIndex(index.ledger, "bare-", index.clock)
    else:
        bare = ElasticsearchIndex(request.getfixturevalue("elasticsearch").settings("bare-"), lambda: NOW)
    assert "index setup" in bare.status().note
    assert not bare.status().ready
    for act in (lambda: bare.search(SearchRequest()), lambda: bare.write([doc("a", "t")]), lambda: bare.get("a")):
        with pytest.raises(IndexUnavailable, match="index setup"):
            act()
    bare.close()


def test_documents_come_back_as_they_went_in(index: Index) -> None:
    index.write(DOCUMENTS)
    index.refresh()
    for one in DOCUMENTS:
        assert index.get(one.id) == one.source
    hits = index.search(SearchRequest(size=100)).hits
    assert {hit.id: hit.source for hit in hits} == {one.id: one.source for one in DOCUMENTS}


COUNTS = [
    Count(("language.code",)),
    Count(("topics",), size=2),
    Count(("language.code", "topics")),
    Count(every=3600),
    Count(("language.code",), every=3600),
    Count(measure=("distinct", "outlet.country")),
    Count(("language.code",), measure=("max", "content.words")),
    Count(),
]


@pytest.mark.parametrize("query", [None, "russia OR россия OR corée OR korea"])
def test_counts_are_those_of_the_documents(filled: Index, query: str | None) -> None:
    request = SearchRequest(parse(query) if query else None, size=100)
    found = [hit.source for hit in filled.search(request).hits]
    total, counts = filled.counts(request, COUNTS)
    assert total == len(found)
    for wanted, buckets in zip(COUNTS, counts, strict=True):
        reference = [b for b in counted(found, wanted) if wanted.measure is None or b.value or not b.keys]
        shown = [b for b in buckets if wanted.measure is None or b.value or not b.keys]
        assert _sorted(shown) == _sorted(reference), wanted


def _sorted(buckets: Sequence[Bucket]) -> list[tuple[tuple[str, ...], str, float]]:
    return sorted((b.keys, str(b.at), b.value) for b in buckets)


def vector(turned: float) -> list[int]:
    """Signed bytes at an angle, in degrees, from ``vector(0)``."""
    angle = math.radians(turned)
    return [round(100 * math.cos(angle)), round(100 * math.sin(angle))] + [0] * 510


def near(index: Index, turned: float = 0, text: str | None = None, **more: Any) -> list[tuple[str, float]]:
    index.refresh()
    wanted = Neighbours(tuple(vector(turned)), **{k: more.pop(k) for k in ("minimum", "limit") if k in more})
    page = index.search(SearchRequest(parse(text) if text else None, near=wanted, size=50, **more))
    assert page.total == len(page.hits)
    return [(hit.id, hit.score) for hit in page.hits]


@pytest.fixture
def turned(index: Index) -> Index:
    index.write([
        doc("same", "The Kremlin", vector=vector(0), language={"code": "en"}),
        doc("near", "Le Kremlin", vector=vector(25), language={"code": "fr"}),
        doc("nearer", "Кремль", vector=vector(-10), language={"code": "ru"}),
        doc("far", "Artichokes", vector=vector(85), language={"code": "en"}),
        doc("none", "The Kremlin", language={"code": "en"}),
    ])  # fmt: skip
    return index


def test_neighbours_come_nearest_first_with_their_cosine(turned: Index) -> None:
    found = near(turned)
    assert [id for id, _ in found] == ["same", "nearer", "near"]
    assert [score for _, score in found] == pytest.approx(
        [1, math.cos(math.radians(10)), math.cos(math.radians(25))], abs=0.01
    )
    assert [id for id, _ in near(turned, limit=2)] == ["same", "nearer"]
    assert [id for id, _ in near(turned, minimum=0.95)] == ["same", "nearer"]


def test_neighbours_are_those_of_what_the_rest_of_the_search_finds(turned: Index) -> None:
    assert [id for id, _ in near(turned, text="kremlin")] == ["same", "near"]
    assert [id for id, _ in near(turned, filters={"language.code": ["ru", "fr"]})] == ["nearer", "near"]
    assert [id for id, _ in near(turned, text="kremlin", limit=1)] == ["same"]


def test_a_vector_is_kept_and_never_shown(turned: Index) -> None:
    turned.update_fields("near", {"story": {"size_at_index": 4}})
    turned.write([doc("same", "The Kremlin again")])  # without one
    assert [id for id, _ in near(turned)] == ["nearer", "near"]
    turned.refresh()
    assert all("vector" not in hit.source for hit in turned.search(SearchRequest()).hits)
    assert "vector" not in (turned.get("near") or {})
    turned.delete(["near"])
    assert [id for id, _ in near(turned)] == ["nearer"]


def test_a_rebuild_brings_vectors_along(turned: Index) -> None:
    rebuild = turned.rebuild()
    turned.write([doc("new", "meanwhile", vector=vector(5), minutes=9)])
    rebuild.write([doc("old", "rebuilt", vector=vector(20))])
    rebuild.finish()
    assert [id for id, _ in near(turned)] == ["same", "new", "nearer", "old", "near"]  # what none rewrote, too


@pytest.mark.parametrize("bad", [[1, 2], [300] * 512, "text", [1.5] * 512])
def test_a_vector_of_another_kind_is_refused_alone(index: Index, bad: Any) -> None:
    written = index.write([doc("bad", "x", vector=bad), doc("good", "y", vector=vector(0))])
    assert [w.ok for w in written] == [False, True]


def test_the_document_of_an_article_that_turned_out_to_be_another_is_removed(index, tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/folded.sqlite")
    index.write([doc("kept", "Missile fired"), doc("words", "Missile fired")])
    said = {"original_url": "u", "host": "h", "feed_id": "f", "title": "T", "policy": "full", "first_seen_at": NOW}
    with ledger.begin() as c:
        for key, state, reason in (("kept", "indexed", None), ("words", "refused", "duplicate-of:kept")):
            c.execute(insert(articles).values(key=key, url=key, state=state, reason=reason, **said))
        event_merges.mark_outdated(c, ["kept", "words"])
    follow_merges(ledger, index)
    assert index.get("words") is None
    assert index.get("kept") is not None
    with ledger.read() as c:
        assert event_merges.folded(c, 10) == []
        assert event_merges.outdated(c, 10) == {}
    ledger.close()

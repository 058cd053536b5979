"""Writing, updating, paging, pruning and rebuilding the embedded index."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from ingest.errors import IndexUnavailable, QueryError
from ingest.index.document import Document
from ingest.index.protocol import Ask, Kept, Sort
from ingest.index.query.parse import parse
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger.store import Ledger, make_engine
from tests.indexes import DOCUMENTS, NOW, doc


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SqliteIndex]:
    ledger = Ledger(make_engine(f"sqlite:///{tmp_path}/veille.sqlite"))
    index = SqliteIndex(ledger, "", lambda: NOW)
    index.setup()
    yield index
    ledger.close()


def ids(index: SqliteIndex, text: str) -> list[str]:
    return [hit.id for hit in index.search(Ask(parse(text), sort=Sort.INDEXED, size=100)).hits]


def test_a_bad_document_is_refused_alone(index: SqliteIndex) -> None:
    bad = Document("x", {**DOCUMENTS[0].source, "colour": "red"})
    undated = Document("y", {"title": "t"})
    written = index.write([DOCUMENTS[0], bad, undated, DOCUMENTS[1]])
    assert [w.ok for w in written] == [True, False, False, True]
    assert "colour" in written[1].reason
    assert not written[1].retryable
    assert index.count() == 2


def test_writing_again_replaces(index: SqliteIndex) -> None:
    index.write([doc("a", "old words")])
    index.write([doc("a", "new words")])
    assert ids(index, "old") == []
    assert ids(index, "new") == ["a"]
    assert index.count() == 1


def test_fields_are_merged_into_an_article(index: SqliteIndex) -> None:
    index.write([doc("a", "t", story={"id": "s", "size_at_index": 1, "is_first": True})])
    assert index.update_fields("a", {"story": {"size_at_index": 4}}).ok
    assert index.get("a")["story"] == {"id": "s", "size_at_index": 4, "is_first": True}  # type: ignore[index]
    assert ids(index, "story.size_at_index:4") == ["a"]
    assert not index.update_fields("b", {"story": {"size_at_index": 4}}).ok
    assert not index.update_fields("a", {"nothing": 1}).ok


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_hold_every_hit_once(index: SqliteIndex, sort: Sort) -> None:
    index.write([doc(f"d{n:02}", "same words", minutes=n % 3) for n in range(25)])
    seen: list[str] = []
    after = None
    while True:
        page = index.search(Ask(parse("words"), size=10, after=after, sort=sort))
        seen += [hit.id for hit in page.hits]
        assert page.total == 25
        if page.next is None:
            break
        after = page.next
    assert len(seen) == len(set(seen)) == 25


def test_a_wrong_cursor_is_refused(index: SqliteIndex) -> None:
    index.write([doc(f"d{n}", "t") for n in range(3)])
    good = index.search(Ask(None, size=1, sort=Sort.NEWEST)).next
    for cursor in ("", "x", "bnVsbA==", good):
        with pytest.raises(QueryError):
            index.search(Ask(None, after=cursor, sort=Sort.INDEXED))


def test_since_and_until_bound_the_time_of_indexing(index: SqliteIndex) -> None:
    index.write(DOCUMENTS)
    page = index.search(Ask(None, since=NOW + timedelta(minutes=2), until=NOW + timedelta(minutes=4), size=100))
    assert {hit.id for hit in page.hits} == {"en1", "en2"}


def test_filters_narrow(index: SqliteIndex) -> None:
    index.write(DOCUMENTS)
    filters = {"topics": ["russia-dprk"], "language.code": ["fr", "ru"]}
    assert {hit.id for hit in index.search(Ask(None, filters=filters, size=100)).hits} == {"fr1", "fr2", "ru1"}


def test_titles_weigh_more_than_bodies(index: SqliteIndex) -> None:
    index.write([doc("body", "words", "missile " + "word " * 20), doc("title", "missile", "word " * 20)])
    hits = index.search(Ask(parse("missile"))).hits
    assert [hit.id for hit in hits] == ["title", "body"]
    assert hits[0].score > hits[1].score > 0


def test_highlights_mark_the_words_as_written(index: SqliteIndex) -> None:
    index.write([doc("a", "L’armée nord-coréenne", "Il dit. " * 50 + "La Corée du Nord et l'ARMÉE. " + "Fin. " * 50)])
    hit = index.search(Ask(parse('armée OR nord-coréen* OR "corée du nord"'))).hits[0]
    title = hit.highlights["title"][0]
    assert [text for text, marked in title.pieces() if marked] == ["L’armée", "nord-coréenne"]
    body = hit.highlights["body"]
    assert len(body) == 1
    assert [text for text, marked in body[0].pieces() if marked] == ["Corée du Nord", "l'ARMÉE"]
    assert body[0].text.startswith("…")
    assert len(body[0].text) < 300


def test_what_a_query_excludes_is_not_highlighted(index: SqliteIndex) -> None:
    index.write([doc("a", "north korea", "south")])
    hit = index.search(Ask(parse("korea AND NOT (north AND weather)"))).hits[0]
    assert [text for text, marked in hit.highlights["title"][0].pieces() if marked] == ["korea"]


def test_delete_and_prune(index: SqliteIndex) -> None:
    index.write(DOCUMENTS)
    assert index.delete(["fr1", "nobody"]) == 1
    assert index.prune(NOW + timedelta(minutes=3)) == 2
    assert index.count() == len(DOCUMENTS) - 3
    assert ids(index, "language.code:fr OR putin OR poutine") == []


def test_other_kinds_of_document(index: SqliteIndex) -> None:
    run = Document("r1", {"@timestamp": "2026-03-01T00:00:00.000Z", "stage": "poll"})
    assert index.write([run, Document("r2", {})], Kept.RUNS)[0].ok
    assert index.get("r1", Kept.RUNS) == run.source
    assert (index.count(Kept.RUNS), index.count(Kept.MATCHES), index.count()) == (1, 0, 0)
    assert index.prune(NOW, Kept.RUNS) == 1


def test_many_searches_at_once_fail_one_by_one(index: SqliteIndex) -> None:
    index.write(DOCUMENTS)
    one, two = index.search_many([Ask(None, after="x"), Ask(parse("putin"))])
    assert isinstance(one, QueryError)
    assert not isinstance(two, Exception)
    assert two.total == 1


def test_a_rebuild_loses_nothing_that_is_written_meanwhile(index: SqliteIndex) -> None:
    index.write([doc("a", "old", minutes=0), doc("gone", "old", minutes=0)])
    rebuild = index.rebuild()
    index.write([doc("a", "newest", minutes=9), doc("b", "meanwhile", minutes=9)])
    index.delete(["gone"])
    assert all(w.ok for w in rebuild.write([doc("a", "stale", minutes=0), doc("c", "rebuilt", minutes=0)]))
    assert ids(index, "rebuilt") == []
    assert rebuild.finish() == 3
    assert ids(index, "old OR stale") == []
    assert ids(index, "newest OR meanwhile OR rebuilt") == ["c", "a", "b"]


def test_an_aborted_rebuild_changes_nothing(index: SqliteIndex) -> None:
    index.write([doc("a", "old")])
    first = index.rebuild()
    first.abort()
    second, third = index.rebuild(), index.rebuild()
    with pytest.raises(IndexUnavailable):
        second.finish()
    third.abort()
    assert ids(index, "old") == ["a"]


def test_two_installations_share_a_file(index: SqliteIndex) -> None:
    other = SqliteIndex(index.ledger, "test-", index.clock)
    other.setup()
    other.write([doc("a", "t")])
    assert (index.count(), other.count()) == (0, 1)


def test_status_says_what_to_do(tmp_path: Path) -> None:
    ledger = Ledger(make_engine(f"sqlite:///{tmp_path}/veille.sqlite"))
    index = SqliteIndex(ledger, "", lambda: NOW)
    assert "index setup" in index.status().note
    with pytest.raises(IndexUnavailable, match="index setup"):
        index.search(Ask())
    with pytest.raises(IndexUnavailable):
        index.write([doc("a", "t")])
    index.setup()
    assert index.status().ready
    ledger.close()

"""Pages of many documents: the same as sorting everything, however they are found."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from ingest.errors import QueryError
from ingest.index.protocol import SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.index.sqlite import paging
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger.store import Ledger, make_engine
from tests.indexes import NOW, doc

COUNT = 60


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteIndex]:
    """Documents of which several share a time, a score, or neither."""
    ledger = Ledger(make_engine(f"sqlite:///{tmp_path_factory.mktemp('i')}/veille.sqlite"))
    index = SqliteIndex(ledger, "", lambda: NOW)
    index.setup()
    docs = [doc(f"d{n:02}", "korea " * (1 + n % 4) + "north", "x " * (n % 3), minutes=n // 4) for n in range(COUNT)]
    docs += [doc(f"e{n:02}", "weather", minutes=n) for n in range(10)]
    assert all(written.ok for written in index.write(docs))
    yield index
    ledger.close()


def walk(index: SqliteIndex, request: SearchRequest) -> list[str]:
    seen: list[str] = []
    after = None
    while True:
        page = index.search(replace(request, size=7, after=after))
        seen += [hit.id for hit in page.hits]
        after = page.next
        if after is None:
            return seen


QUERIES = [None, "*:*", "korea", "korea OR weather", "NOT weather", "title.raw:* AND NOT korea", "nobody"]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("ranked", [10_000, 20])
def test_pages_follow_each_other_without_gap_or_repeat(
    index: SqliteIndex, text: str | None, sort: Sort, ranked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = SearchRequest(parse(text) if text else None, sort=sort, size=1000, ranked=ranked)
    at_once = [hit.id for hit in index.search(request).hits]
    assert walk(index, request) == at_once
    monkeypatch.setattr(paging, "_FEW", 5)  # so that many hits are read in the order of the table
    assert walk(index, request) == at_once
    assert len(set(at_once)) == len(at_once) == index.search(request).total


def test_newest_and_oldest_first_are_each_others_reverse_in_time(index: SqliteIndex) -> None:
    newest = [h.source["@timestamp"] for h in index.search(SearchRequest(size=100, sort=Sort.NEWEST)).hits]
    oldest = [h.source["indexed_at"] for h in index.search(SearchRequest(size=100, sort=Sort.INDEXED)).hits]
    assert newest == sorted(newest, reverse=True)
    assert oldest == sorted(oldest)


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.INDEXED])
def test_a_span_of_time_bounds_the_pages_and_the_total(index: SqliteIndex, sort: Sort) -> None:
    request = SearchRequest(None, since=NOW + timedelta(minutes=2), until=NOW + timedelta(minutes=5), sort=sort)
    assert len(walk(index, request)) == index.search(request).total == 12 + 3


def test_a_cursor_of_another_making_is_refused(index: SqliteIndex) -> None:
    good = index.search(SearchRequest(parse("korea"), size=1)).next
    for cursor in (good, "x"):
        with pytest.raises(QueryError):
            index.search(SearchRequest(None, after=cursor, sort=Sort.NEWEST))

"""The embedded index against the plain reference. The same documents and queries run on Elasticsearch in tests/contract."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from ingest.index.protocol import SearchRequest
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger.store import Ledger, make_engine
from tests.indexes import DOCUMENTS, NOW, QUERIES, expected, parsed, query_texts


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteIndex]:
    ledger = Ledger(make_engine(f"sqlite:///{tmp_path_factory.mktemp('i')}/veille.sqlite"))
    index = SqliteIndex(ledger, "", lambda: NOW)
    index.setup()
    assert all(written.ok for written in index.write(DOCUMENTS))
    yield index
    ledger.close()


@pytest.mark.parametrize("text", QUERIES)
def test_finds_what_the_reference_finds(index: SqliteIndex, text: str) -> None:
    query = parsed(text)
    assert query is not None
    page = index.search(SearchRequest(query, size=100))
    assert {hit.id for hit in page.hits} == expected(query, DOCUMENTS)
    assert page.total == len(page.hits)


@settings(max_examples=60, deadline=None)
@given(text=query_texts)
def test_agrees_on_any_query(index: SqliteIndex, text: str) -> None:
    query = parsed(text)
    if query is not None:
        assert {hit.id for hit in index.search(SearchRequest(query, size=100)).hits} == expected(query, DOCUMENTS)

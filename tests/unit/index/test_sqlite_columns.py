"""The columns say what the documents say, after whatever was written, merged, removed and pruned."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.index.counts import Bucket, Count, counted, values_of
from ingest.index.document import Document
from ingest.index.parts import stamp
from ingest.index.protocol import SearchRequest
from ingest.index.query.parse import parse
from ingest.index.sqlite import columns, tables
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger.store import Ledger, make_engine
from tests.fakes.newsdesk import NOW

WANTED = [
    Count(("topics",), size=50),
    Count(("story.id",), measure=("max", "@timestamp"), size=50),
    Count(("outlet.id", "topics"), size=50),
    Count(("language.code",), every=3600, size=50),
    Count(measure=("distinct", "topics")),
    Count(measure=("distinct", "story.id")),
]
TOPICS = st.lists(st.sampled_from(["korea", "aid", "a\"b'c", "é"]), max_size=3)


def document(n: int, topics: list[str], minutes: int) -> Document:
    at = stamp(NOW - timedelta(minutes=minutes))
    fields: dict[str, Any] = {"@timestamp": at, "indexed_at": at, "title": f"t{n}", "url": {"full": f"https://x/{n}"}}
    about = {"story": {"id": f"s{minutes % 5}"}, "outlet": {"id": f"o{n % 3}"}, "language": {"code": "fr"}}
    return Document(f"d{n}", {**fields, **about, **({"topics": topics} if topics else {})})


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, 9), TOPICS, st.integers(0, 600)),
        st.tuples(st.just("merge"), st.integers(0, 9), st.sampled_from(["s1", "s9"])),
        st.tuples(st.just("delete"), st.integers(0, 9)),
        st.tuples(st.just("prune"), st.integers(0, 600)),
        st.tuples(st.just("rebuild")),
    ),
    max_size=15,
)


def carry_out(index: SqliteIndex, step: tuple[Any, ...]) -> None:
    match step:
        case ("write", n, topics, minutes):
            index.write([document(n, topics, minutes), document(n + 1, topics[:1], minutes + 1)])
        case ("merge", n, story):
            index.update_fields(f"d{n}", {"story": {"id": story}})
        case ("delete", n):
            index.delete([f"d{n}", f"d{n + 1}"])
        case ("prune", minutes):
            index.prune(NOW - timedelta(minutes=minutes))
        case _:
            index.rebuild().finish()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Any:
    ledger = Ledger(make_engine(f"sqlite:///{tmp_path_factory.mktemp('i')}/veille.sqlite"))
    index = SqliteIndex(ledger, "", lambda: NOW)
    index.setup()
    yield index
    ledger.close()


def same_figures(figures: tuple[Bucket, ...], found: list[dict[str, Any]], wanted: Count) -> bool:
    """The reference takes one value a document for a measure, and reads dates as text."""
    operation, field = wanted.measure or ("", "")
    if operation == "distinct":
        return figures[0].value == len({value for one in found for value in values_of(one, field)})
    if operation == "max":
        latest: dict[str, float] = {}
        for one in found:
            at = datetime.fromisoformat(one["@timestamp"]).timestamp() * 1000
            latest[one["story"]["id"]] = max(at, latest.get(one["story"]["id"], 0.0))
        return {b.keys[0]: b.value for b in figures} == latest
    return figures == counted(found, wanted)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_columns_count_what_the_documents_say(index: SqliteIndex, steps: list[tuple[Any, ...]]) -> None:
    index.prune(NOW + timedelta(days=1))
    for step in steps:
        carry_out(index, step)
    for query in (None, "*:*", "@timestamp:[now-5h TO now]", "outlet.id:o1"):
        ask = SearchRequest(parse(query) if query else None, size=100)
        found = [hit.source for hit in index.search(ask).hits]
        total, figures = index.counts(ask, WANTED)
        assert total == len(found)
        for wanted, figure in zip(WANTED, figures, strict=True):
            assert same_figures(figure, found, wanted)
        page, same = index.explore(ask, WANTED)
        assert (page.total, same) == (total, figures)


def test_terms_go_with_their_last_document(index: SqliteIndex) -> None:
    index.prune(NOW + timedelta(days=1))
    index.write([document(1, ["secret"], 1)])
    index.delete(["d1"])
    live = next(copy.number for copy in _copies(index))
    with index.ledger.read() as c:
        assert c.exec_driver_sql(f"SELECT count(*) FROM {index.names.of('terms', live)}").scalar_one() == 0
        assert c.exec_driver_sql(f"SELECT count(*) FROM {index.names.of('columns', live)}").scalar_one() == 0


def test_cells_of_documents_far_apart_are_read_in_their_places(index: SqliteIndex) -> None:
    index.prune(NOW + timedelta(days=1))
    live = next(copy.number for copy in _copies(index))
    with index.ledger.begin() as c:
        columns.put(c, index.names, live, {7_000_001: {"@timestamp": [1.0]}, 7_003_000: {"@timestamp": [2.0]}})
        held = columns.Columns(c, index.names, live)
        assert held.docs(held.within("@timestamp", 2.0, None)) == [7_003_000]
        assert len(held.cells("@timestamp")) < 5000
        columns.forget(c, index.names, live, [7_000_001, 7_003_000])


def _copies(index: SqliteIndex) -> list[tables.Generation]:
    with index.ledger.read() as c:
        return tables.generations(c, index.names)

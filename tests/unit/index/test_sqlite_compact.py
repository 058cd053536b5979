"""The embedded index takes little room, gives back what it was given, and takes over what version 0.1.0 wrote."""

import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.index.counts import Count
from ingest.index.document import Document
from ingest.index.parts import stamp
from ingest.index.protocol import SearchRequest
from ingest.index.query.parse import parse
from ingest.index.sqlite import packing, tables
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger.store import Ledger, make_engine

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
WORDS = [f"{a}{b}{c}" for a in ("mi", "tra", "bor", "ele", "sa") for b in "nlrst" for c in ("ist", "ade", "er", "ion")]


@pytest.fixture
def index(tmp_path: Path) -> Any:
    ledger = Ledger(make_engine(f"sqlite:///{tmp_path}/veille.sqlite"))
    index = SqliteIndex(ledger, "", lambda: NOW)
    index.setup()
    yield index
    ledger.close()


def article(n: int, body: str, **more: Any) -> Document:
    at = stamp(NOW - timedelta(minutes=n))
    return Document(f"{n:032x}", {
        "@timestamp": at, "first_seen_at": at, "indexed_at": at, "published": {"at": at, "source": "feed"},
        "title": f"Title {n}", "body": body, "tags": ["aid", f"t{n % 3}"], "authors": ["Ann"],
        "url": {"full": f"https://h{n % 5}.example/{n}", "original": f"https://h{n % 5}.example/{n}?utm_source=rss",
                "domain": f"h{n % 5}.example", "registered_domain": f"h{n % 5}.example"},
        "outlet": {"id": f"o{n % 5}", "name": f"Outlet {n % 5}", "country": "FR", "kind": "news"},
        "feed": {"id": f"f{n % 5}", "url": f"https://h{n % 5}.example/rss"},
        "language": {"code": "fr", "confidence": 1.0, "source": "text"},
        "story": {"id": f"{n:032x}", "size_at_index": 1, "is_first": True, "outlets": [f"o{n % 5}"],
                  "event_id": f"{n + 1:032x}"},
        "content": {"hash": f"{n:064x}", "words": 250, "truncated": False},
        "extraction": {"status": "full", "method": "blocks", "version": "2"}, "pipeline": {"version": "0.1.0"},
        "rights": {"robots": "none", "tdm": "none"}, "vector": [n % 100] * 512, **more,
    })  # fmt: skip


def test_an_article_of_1800_letters_takes_at_most_two_and_a_half_times_its_text(index: SqliteIndex) -> None:
    rng, raw = random.Random(3), 0
    documents = []
    for n in range(400):
        documents.append(article(n, " ".join(rng.choices(WORDS, k=240))))
        raw += len(documents[-1].source["body"]) + len(documents[-1].source["title"])
    index.write(documents)
    with index.ledger.read() as c:
        where = "name LIKE 'index\\_%' ESCAPE '\\' OR name LIKE 'sqlite\\_autoindex\\_index\\_%' ESCAPE '\\'"
        size = int(c.exec_driver_sql(f"SELECT sum(pgsize) FROM dbstat WHERE {where}").scalar_one())
    assert raw / 400 < 1800
    assert size <= 2.5 * raw, size / raw


@settings(max_examples=40, deadline=None)
@given(st.text(), st.tuples(*[st.lists(st.text("abc\N{HANGUL SYLLABLE HAN}", min_size=1)).map(" ".join)] * 3))
def test_a_frame_gives_back_what_it_was_given(text: str, words: tuple[str, str, str]) -> None:
    source = json.dumps({"title": text}, ensure_ascii=False)
    frame = packing.pack(source, words)
    assert (packing.source_of(frame), packing.words_of(frame)) == (source, words)


@pytest.mark.parametrize("size", [0, 1, packing.PIECE, packing.PIECE + 1, 15 * packing.PIECE, 200 * packing.PIECE])
def test_pieces_are_joined_again(size: int) -> None:
    frame = random.Random(size).randbytes(size)
    cut = packing.pieces(7, frame)
    assert len({place for place, _ in cut}) == len(cut) <= 16
    assert packing.joined(cut).get(7, b"") == frame


def test_what_was_replaced_or_removed_leaves_nothing_behind(index: SqliteIndex) -> None:
    index.write([article(n, f"border treaty zy{n}") for n in range(20)])
    index.write([article(n, f"harbour zy{n + 100}", tags=["grain"]) for n in range(10)])
    for query, many in (
        ("border", 10),
        ("harbour", 10),
        ("zy3", 0),
        ("zy103", 1),
        ("tags:aid", 10),
        ("tags:grain", 10),
    ):
        assert index.search(SearchRequest(parse(query))).total == many, query
    index.delete([f"{n:032x}" for n in range(20)])
    assert index.search(SearchRequest(parse("harbour OR border OR tags:aid OR outlet.id:o1"))).total == 0
    live = _live(index)
    with index.ledger.read() as c:
        for name in ("docs", "stored", "values", "vectors", "columns", "terms"):
            assert c.exec_driver_sql(f"SELECT count(*) FROM {index.names.of(name, live)}").scalar_one() == 0, name
        docsize = index.names.of("words", live).strip('"') + "_docsize"
        assert c.exec_driver_sql(f'SELECT count(*) FROM "{docsize}"').scalar_one() == 0


def test_values_that_another_version_flattened_otherwise_go_with_their_document(index: SqliteIndex) -> None:
    index.write([article(1, "border")])
    live = _live(index)
    with index.ledger.begin() as c:
        values, docs = index.names.of("values", live), index.names.of("docs", live)
        c.exec_driver_sql(f"INSERT INTO {values} (field, value, doc) SELECT 999, 'other', doc FROM {docs}")
        c.exec_driver_sql(f"UPDATE {docs} SET held = held + 1")
    index.delete([f"{1:032x}"])
    with index.ledger.read() as c:
        assert c.exec_driver_sql(f"SELECT count(*) FROM {values}").scalar_one() == 0


@pytest.mark.parametrize("query", [
    "outlet.id:o1", "outlet.kind:news", "url.domain:h1*", "extraction.status:full", "url.domain:[h1 TO h3]",
    "rights.paywall:*", "story.outlets:o2", "content.words:[200 TO 300]", "content.words:>300", "tags:a*",
    "url.full:https\\://h1*", "summary:*", "content.truncated:false", 'tags:[b TO *]',
])  # fmt: skip
def test_fields_are_found_wherever_they_stand(index: SqliteIndex, query: str) -> None:
    documents = [article(n, "border treaty", **({"summary": "s"} if n % 2 else {})) for n in range(30)]
    index.write(documents)
    parsed = parse(query)
    from ingest.index.fields import ARTICLES
    from ingest.index.query.match import matches
    from ingest.index.values import flatten

    wanted = set()
    for document in documents:
        texts, values = flatten({k: v for k, v in document.source.items() if k != "vector"}, ARTICLES)
        if matches(parsed.root, {name: text.split() for name, text in texts.items()}, values, NOW):
            wanted.add(document.id)
    assert {hit.id for hit in index.search(SearchRequest(parsed, size=50)).hits} == wanted


def test_version_0_1_0_is_taken_over_whole(index: SqliteIndex) -> None:
    documents = [article(n, f"border treaty zy{n}") for n in range(40)]
    index.write(documents)
    asks = [SearchRequest(parse(query), size=50) for query in ("zy7", "treaty", "outlet.id:o1", '"border treat*"')]
    wanted = [Count(by=("outlet.id",)), Count(by=("tags",)), Count(every=3600)]
    before = [index.search(ask) for ask in asks], index.counts(SearchRequest(None), wanted)
    vector = index.get(f"{3:032x}"), _vector(index, f"{3:032x}")
    _as_version_0_1_0(index, documents)
    index.setup()
    assert ([index.search(ask) for ask in asks], index.counts(SearchRequest(None), wanted)) == before
    assert (index.get(f"{3:032x}"), _vector(index, f"{3:032x}")) == vector
    with index.ledger.read() as c:
        assert tables.complete(c, index.names)
        assert [copy.version for copy in tables.generations(c, index.names)] == [
            1
        ]  # so that a rebuild is still advised


def _as_version_0_1_0(index: SqliteIndex, documents: list[Document]) -> None:
    with index.ledger.begin() as c:
        live = _live(index)
        tables.drop_generation(c, index.names, live)
        c.exec_driver_sql(
            f"INSERT INTO {index.names.of('generations')} (number, state, version) VALUES (77, 'live', 1)"
        )
        c.exec_driver_sql(
            f"CREATE TABLE {index.names.of('docs', 77)} (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER, "
            "indexed_at INTEGER, url TEXT, source TEXT)"
        )
        c.exec_driver_sql(f"CREATE TABLE {index.names.of('vectors', 77)} (doc INTEGER PRIMARY KEY, vector BLOB)")
        for doc, document in enumerate(documents, start=1):
            kept = {name: value for name, value in document.source.items() if name != "vector"}
            values = (doc, document.id, 0, 0, "", json.dumps(kept, ensure_ascii=False))
            c.exec_driver_sql(f"INSERT INTO {index.names.of('docs', 77)} VALUES (?, ?, ?, ?, ?, ?)", values)
            vector = bytes(document.source["vector"])
            c.exec_driver_sql(f"INSERT INTO {index.names.of('vectors', 77)} VALUES (?, ?)", (doc, vector))


def _live(index: SqliteIndex) -> int:
    with index.ledger.read() as c:
        return next(copy.number for copy in tables.generations(c, index.names) if copy.state == "live")


def _vector(index: SqliteIndex, id: str) -> bytes | None:
    from ingest.index.sqlite import store

    with index.ledger.read() as c:
        return store.vector(c, index.names, _live(index), id)

"""From what version N left behind to version N+1: nothing is lost, on SQLite, PostgreSQL and Elasticsearch."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from ingest.errors import LedgerUnavailable
from ingest.index.document import Document
from ingest.index.elasticsearch import templates
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.fields import SCHEMAS
from ingest.index.protocol import SearchRequest
from ingest.index.query.parse import parse
from ingest.index.schema import DocumentKind
from ingest.ledger import event_cells
from ingest.ledger import runs as ledger_runs
from ingest.ledger.event_cells import Place
from ingest.ledger.migrations import RowsLost, run, state, upgrade
from ingest.ledger.store import make_engine, open_ledger
from ingest.operations import rebuild as operation
from ingest.operations.state_document import MARKER, publish_state
from ingest.settings import load_settings
from ingest.workspace import Workspace
from tests import released
from tests.indexes import NOW
from tests.servers import elasticsearch as server

VERSIONS = sorted(folder.name for folder in released.ROOT.iterdir() if folder.is_dir())
QUIET: Callable[[int, int], None] = lambda _done, _total: None  # noqa: E731


@pytest.fixture(params=VERSIONS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> released.Released:
    """An installation as a released version left it."""
    return released.install(request.param, tmp_path)


@pytest.fixture(params=["sqlite", "elasticsearch"])
def ws(request: pytest.FixtureRequest, old: released.Released) -> Iterator[Workspace]:
    """The same, opened by today's code, with the embedded index or with the one of that version in Elasticsearch."""
    index: Any = {"workers": 1}
    if request.param == "elasticsearch":
        running: server.Server = request.getfixturevalue("elasticsearch")
        prefix: str = request.getfixturevalue("es_prefix")
        found = running.settings(prefix, timeout_seconds=120)
        index |= {"kind": "elasticsearch", "url": found.url, "username": found.username, "prefix": prefix,
                  "password": found.password.get_secret_value(), "timeout_seconds": 120}  # fmt: skip
        _old_cluster(running, prefix, old)
    with Workspace(load_settings(old.config, data_dir=old.data, index=index)) as opened:
        yield opened


def _old_cluster(running: server.Server, prefix: str, old: released.Released) -> None:
    """Templates, indexes and documents as that version put them."""
    with running.client() as client:
        words = old.template("words")
        client.cluster.put_component_template(name=f"{prefix}words", template=words["template"])
        for kind in DocumentKind:
            name, found = f"{prefix}{kind.value}", old.template(kind.value)
            client.indices.put_index_template(
                name=name, index_patterns=[f"{name}-v*"], priority=500, template=found["template"],
                composed_of=[f"{prefix}words"] if "words" in found["composed_of"] else [],
            )  # fmt: skip
            client.indices.create(index=f"{name}-v1", aliases={name: {}, f"{name}-write": {"is_write_index": True}})
        for doc in old.documents():
            client.index(index=f"{prefix}articles", id=doc.id, document=doc.source)
        client.indices.refresh(index=f"{prefix}articles")


def ids(ws: Workspace, query: str | None = None) -> set[str]:
    ws.index.refresh()
    return {hit.id for hit in ws.index.search(SearchRequest(parse(query) if query else None, size=500)).hits}


def test_doing_what_status_says_loses_nothing(ws: Workspace, old: released.Released) -> None:
    before = {doc.id: doc.source["indexed_at"] for doc in old.documents()}
    assert ids(ws) == set(before)
    ws.index.setup()
    assert publish_state(ws) == 1  # of fields that the old index had not
    results = [operation.rebuild(ws, kind, QUIET) for kind in DocumentKind]
    assert [(r.problems, r.waits) for r in results] == [((), ())] * 3
    assert {id: ws.index.get(id)["indexed_at"] for id in ids(ws)} == before  # type: ignore[index]
    assert len(ids(ws, 'Kremlin OR Кремле OR "Corée du Nord"')) == 2
    status = ws.index.status()
    assert (status.ready, status.note, status.version) == (True, "", SCHEMAS[DocumentKind.ARTICLES].version)
    rows = old.rows()
    assert ws.index.count(DocumentKind.MATCHES) == len([m for m in rows["matches"] if m["note"] != "silent"]) > 0
    assert ws.index.count(DocumentKind.RUNS) == len([r for r in rows["runs"] if r["ended_at"]]) + 1 > 1
    with ws.ledger.read() as c:
        kept = ws.index.get(ledger_runs.get_meta(c, MARKER), DocumentKind.RUNS)
    assert kept
    assert "feeds" in kept


def test_what_the_ledger_has_forgotten_stays_in_the_index(ws: Workspace, old: released.Released) -> None:
    source = {**old.documents()[0].source, "title": "Zeppelin"}
    assert ws.index.write([Document("f" * 32, source)])[0].ok
    count = len(ids(ws))
    assert operation.rebuild(ws, DocumentKind.ARTICLES, QUIET).documents == count
    assert ids(ws, "Zeppelin") == {"f" * 32}


def test_a_copy_whose_documents_are_refused_waits_for_a_persons_word(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code that writes a field which the mapping has not, as a half-made release does."""
    before, made = ids(ws), operation.document_of

    def with_colour(*args: Any) -> Document:
        doc = made(*args)
        return Document(doc.id, {**doc.source, "colour": "red"})

    monkeypatch.setattr(operation, "document_of", with_colour)
    result = operation.rebuild(ws, DocumentKind.ARTICLES, QUIET)
    assert len(result.problems) == len(before)
    assert "colour" in result.problems[0]
    assert result.waits
    assert ids(ws) == before
    assert "--confirm" in ws.index.status().note
    confirmed = operation.confirm(ws, DocumentKind.ARTICLES)
    assert confirmed is not None
    assert confirmed.documents == len(before)
    assert ids(ws) == before
    assert operation.confirm(ws, DocumentKind.ARTICLES) is None


def test_a_copy_that_waits_can_be_dropped(ws: Workspace) -> None:
    before = ids(ws)
    for kind in DocumentKind:
        ws.index.rebuild(kind)
        assert operation.discard(ws, kind)
        assert not operation.discard(ws, kind)
    assert ids(ws) == before
    assert "--confirm" not in ws.index.status().note


def test_a_new_field_is_taken_before_the_rebuild(
    old: released.Released, elasticsearch: server.Server, es_prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between upgrade and rebuild the pipeline goes on: `index setup` makes place in the old index."""
    _old_cluster(elasticsearch, es_prefix, old)
    read = templates.read

    def with_sentiment(name: str) -> dict[str, Any]:
        found = read(name)
        if name == "articles":
            properties = found["template"]["mappings"]["properties"]
            properties["sentiment"] = {"type": "keyword"}
            properties["topic_hits"]["properties"]["stance"] = {"type": "keyword"}
        return found

    monkeypatch.setattr(templates, "read", with_sentiment)
    index = ElasticsearchIndex(elasticsearch.settings(es_prefix, timeout_seconds=120), lambda: NOW)
    source = {**old.documents()[0].source, "sentiment": "neutral", "topic_hits": [{"topic": "x", "stance": "for"}]}
    assert not index.write([Document("a" * 32, source)])[0].ok
    index.setup()
    assert index.write([Document("a" * 32, source)])[0].ok
    index.close()


def test_the_embedded_ledger_keeps_every_row(old: released.Released) -> None:
    rows = old.rows()
    open_ledger(f"sqlite:///{old.data}/veille.sqlite").close()
    with sqlite3.connect(old.data / "veille.sqlite") as c:
        _check(rows, lambda table: [dict(r) for r in _named(c, table)])


def _named(c: sqlite3.Connection, table: str) -> list[sqlite3.Row]:
    c.row_factory = sqlite3.Row
    return c.execute(f'SELECT * FROM "{table}"').fetchall()


def test_a_ledger_on_postgresql_keeps_every_row(old: released.Released, postgres_server: Any, tmp_path: Path) -> None:
    engine = make_engine(postgres_server.database())
    upgrade(engine, _scripts(tmp_path, upto="0001"))
    rows = old.rows()
    released.fill(engine, rows)
    upgrade(engine)
    with engine.connect() as c:
        counts = {t: int(c.exec_driver_sql(f'SELECT count(*) FROM "{t}"').scalar_one()) for t in run._rows(c)}
    engine.dispose()
    assert {t: n for t, n in counts.items() if t in rows} == {t: len(r) for t, r in rows.items() if t in counts}


def _check(rows: dict[str, list[dict[str, Any]]], now: Callable[[str], list[dict[str, Any]]]) -> None:
    """Every column that is still there says what it said; a table or column may have got another name."""
    for table, before in rows.items():
        try:
            after = now(table)
        except sqlite3.OperationalError:
            continue
        assert len(after) == len(before), table
        kept = set(after[0]) & set(before[0]) if before else set()
        one, other = (sorted(str({k: r[k] for k in sorted(kept)}) for r in listed) for listed in (before, after))
        assert one == other, table


def _scripts(folder: Path, *, upto: str = "", more: str = "") -> Path:
    """A copy of the migrations, without the later ones, or with one more."""
    scripts = folder / "migrations"
    shutil.copytree(state.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (scripts / "versions").glob("*.py"):
        if upto and path.name[:4] > upto:
            path.unlink()
    if more:
        newest = max(p.name[:4] for p in (scripts / "versions").glob("0*.py"))
        (scripts / "versions" / "9999_test.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n"
            f"revision = '9999'\ndown_revision = '{newest}'\nbranch_labels = None\ndepends_on = None\n{more}"
        )
    return scripts


ANEW = """
def upgrade():
    with op.batch_alter_table("articles", recreate="always") as batch:
        batch.add_column(sa.Column("section", sa.Text()))
"""
LOSES = """
def upgrade():
    op.execute("DELETE FROM sightings")
"""


@pytest.fixture
def engine(old: released.Released) -> Iterator[Engine]:
    engine = make_engine(f"sqlite:///{old.data}/veille.sqlite")
    upgrade(engine)
    yield engine
    engine.dispose()


def test_a_table_that_is_made_anew_takes_nothing_with_it(engine: Engine, tmp_path: Path) -> None:
    """SQLite cannot change a column: alembic makes the table anew, and dropping the old one deletes what refers to it."""
    with engine.connect() as c:
        before = run._rows(c)
    upgrade(engine, _scripts(tmp_path / "s", more=ANEW))
    with engine.connect() as c:
        assert run._rows(c) == before
        assert c.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_stories_by_which_events_are_found_are_kept_once_and_found_as_before(ledger_url: str, tmp_path: Path) -> None:
    engine = make_engine(ledger_url)
    run.migrate(engine, _scripts(tmp_path, upto="0020"))
    hour = 400_000
    stood = [("s1", "e1", b"v1", (7, 8)), ("s2", "e2", b"v2", (8,)), ("s3", "e1", b"v3", (9,))]
    with engine.begin() as c:
        for story, event, vector, cells in stood:
            for cell in cells:
                c.execute(
                    sa.text("INSERT INTO event_cells VALUES (:cell, :hour, :story, :event, :vector)"),
                    {"cell": cell, "hour": hour, "story": story, "event": event, "vector": vector},
                )
    run.migrate(engine, state.SCRIPTS)
    at = datetime.fromtimestamp(3600 * hour, UTC)
    with engine.connect() as c:
        near = event_cells.near(c, {8: Place(10, 1), 7: Place(10, 2)}, at, at, 10)
        assert [(row.event_id, bytes(row.vector)) for row in near] == [("e1", b"v1"), ("e2", b"v2")]
        assert c.execute(sa.text("SELECT count(*) FROM event_cores")).scalar_one() == len(stood)
    engine.dispose()


def test_a_migration_that_loses_rows_is_undone(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(RowsLost, match="sightings"):
        upgrade(engine, _scripts(tmp_path / "a", more=LOSES))
    with engine.connect() as c:
        assert run._rows(c)["sightings"] > 0
        assert state.revision_of(c) != "9999"
    upgrade(engine, _scripts(tmp_path / "b", more=LOSES + "\nREMOVES_ROWS = ('sightings',)\n"))
    with engine.connect() as c:
        assert run._rows(c)["sightings"] == 0


def test_a_ledger_of_a_later_version_is_left_alone(old: released.Released, tmp_path: Path) -> None:
    url = f"sqlite:///{old.data}/veille.sqlite"
    engine = make_engine(url)
    upgrade(engine, _scripts(tmp_path / "s", more=ANEW))
    engine.dispose()
    with pytest.raises(LedgerUnavailable, match="9999"):
        open_ledger(url)

"""Elasticsearch down, slow, overloaded, red or without index: IndexUnavailable, and nothing lost."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.defaults import packaged
from ingest.errors import IndexRefusesUs, IndexUnavailable
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.fields import SCHEMAS
from ingest.index.protocol import DocumentKind, SearchRequest
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger.store import open_ledger
from ingest.operations.doctor import check_up
from ingest.settings import IndexSettings, Settings, SmtpSettings, load_settings
from ingest.workspace import Workspace
from tests.indexes import DOCUMENTS, NOW, doc
from tests.servers import elasticsearch as server


@contextmanager
def answering(status: int, body: bytes, seconds: float = 0.0) -> Iterator[str]:
    """A server that says the same to everything."""
    stop = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            stop.wait(seconds)
            self.send_response(status)
            self.send_header("X-Elastic-Product", "Elasticsearch")
            self.send_header("Content-Type", "application/vnd.elasticsearch+json;compatible-with=9")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_HEAD = do_POST

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}"
        stop.set()
        http.shutdown()
        thread.join()


def at(url: str) -> ElasticsearchIndex:
    return ElasticsearchIndex(IndexSettings(kind="elasticsearch", url=url, timeout_seconds=1), lambda: NOW)


def check_unavailable(index: ElasticsearchIndex, what: str) -> None:
    for act in (lambda: index.write(DOCUMENTS), lambda: index.search(SearchRequest()), index.count, index.refresh):
        with pytest.raises(IndexUnavailable, match=what) as error:
            act()
        assert error.value.retryable
    status = index.status()
    assert not status.ready
    assert status.note
    index.close()


def test_nobody_there() -> None:
    check_unavailable(at("http://127.0.0.1:9"), "cannot be reached")


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_overloaded_or_behind_a_proxy_that_says_so(status: int) -> None:
    with answering(status, b'{"error": {"type": "x", "reason": "too busy"}, "status": 0}') as url:
        check_unavailable(at(url), f"not ready .{status}.: too busy")


def test_slow() -> None:
    with answering(200, b"{}", seconds=30) as url:
        check_unavailable(at(url), "cannot be reached")


def test_wrong_password(elasticsearch: server.Server) -> None:
    settings = IndexSettings(kind="elasticsearch", url=elasticsearch.url, username="elastic", password="wrong")  # type: ignore[arg-type]
    check_unavailable(ElasticsearchIndex(settings, lambda: NOW), "credentials")


def test_passwords_are_not_told() -> None:
    index = at("http://elastic:secret@127.0.0.1:9")
    with pytest.raises(IndexUnavailable) as error:
        index.count()
    assert "secret" not in str(error.value)
    assert "secret" not in str(index.status())
    index.close()


def articles_index(prefix: str) -> str:
    """This month's, of today's version of the documents."""
    return f"{prefix}articles-v{SCHEMAS[DocumentKind.ARTICLES].version}-{NOW:%Y.%m}"


def test_a_red_index_takes_nothing_and_says_so(elasticsearch: server.Server, es_prefix: str) -> None:
    index = ElasticsearchIndex(elasticsearch.settings(es_prefix, timeout_seconds=4), lambda: NOW)
    index.setup()
    with elasticsearch.client() as client:  # no node bears that name: the shard is left without a place
        client.indices.delete(index=articles_index(es_prefix))
        client.indices.create(
            index=articles_index(es_prefix),
            settings={"index.routing.allocation.require._name": "nowhere"},
            aliases={f"{es_prefix}articles": {}, f"{es_prefix}articles-write-{NOW:%Y.%m}": {"is_write_index": True}},
            wait_for_active_shards=0,
        )
    try:
        written = index.write([doc("b", "t")])
    except IndexUnavailable:
        pass
    else:
        assert [(w.ok, w.retryable) for w in written] == [(False, True)]
    with pytest.raises(IndexUnavailable):
        index.search(SearchRequest())
    assert "red" in index.status().note
    index.close()


def test_a_full_disk_blocks_writes_for_now(elasticsearch: server.Server, es_prefix: str) -> None:
    index = ElasticsearchIndex(elasticsearch.settings(es_prefix), lambda: NOW)
    index.setup()
    block = {"index.blocks.read_only_allow_delete": True}
    with elasticsearch.client() as client:
        client.indices.put_settings(index=articles_index(es_prefix), settings=block)
    try:
        written = index.write([doc("b", "t")])
    except IndexUnavailable:
        written = []
    assert all(not w.ok and w.retryable for w in written)
    assert index.search(SearchRequest()).total == 0
    index.close()


def test_down_and_back_again(elasticsearch: server.Server, es_prefix: str) -> None:
    index = ElasticsearchIndex(elasticsearch.settings(es_prefix), lambda: NOW)
    index.setup()
    index.write([doc("before", "t")])
    elasticsearch.stop()
    try:
        with pytest.raises(IndexUnavailable, match="cannot be reached"):
            index.write([doc("after", "t")])
        assert not index.status().ready
    finally:
        elasticsearch.start()
    assert index.write([doc("after", "t")])[0].ok
    index.refresh()
    assert index.count() == 2
    index.close()


def test_no_index_is_made_by_accident(elasticsearch: server.Server, es_prefix: str) -> None:
    index = ElasticsearchIndex(elasticsearch.settings(es_prefix), lambda: NOW)
    with pytest.raises(IndexUnavailable, match="index setup"):
        index.write([doc("a", "t")])
    with elasticsearch.client() as client:
        assert not client.indices.exists(index=f"{es_prefix}articles*", allow_no_indices=False)
    index.close()


def test_a_wrong_key_is_a_matter_of_its_own():
    """`doctor` says how a new one is made."""
    with answering(401, b'{"error":{"type":"security_exception"},"status":401}') as url, pytest.raises(IndexRefusesUs):
        at(url).count()


@pytest.fixture
def refused(tmp_path: Path) -> Iterator[Workspace]:
    """An installation whose key the index does not take."""
    with answering(401, b'{"error":{"type":"security_exception"},"status":401}') as url:
        index = IndexSettings(kind="elasticsearch", url=url, timeout_seconds=1, api_key=SecretStr("old"))
        smtp = SmtpSettings(port=9)
        settings = Settings(config_dir=packaged("config"), data_dir=tmp_path / "data", index=index, smtp=smtp)
        with Workspace(settings) as ws:
            yield ws


def test_doctor_says_how_a_wrong_key_is_replaced(refused: Workspace):
    checks = [check for check in check_up(refused) if check.part == "index"]
    assert [(check.level, check.todo) for check in checks if "refuses our credentials" in check.message] == [
        ("error", IndexRefusesUs.todo)
    ]


EMPTY = b'{"error":"alias [articles] missing","status":404}'


@pytest.mark.parametrize("kind", ["sqlite", "elasticsearch"])
def test_a_rebuild_of_nothing_says_what_to_do_first(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    config = tmp_path / "config"
    shutil.copytree(packaged("config"), config)
    open_ledger(load_settings(config).ledger_url).close()
    monkeypatch.setattr(SqliteIndex, "setup", lambda self: None)  # opening sets it up: as if it were gone since
    with answering(404, EMPTY) as url:
        environment = {"VEILLE_INDEX__KIND": kind, "VEILLE_INDEX__URL": url, "COLUMNS": "200"}
        done = CliRunner().invoke(app, ["index", "rebuild", "--config", str(config)], env=environment)
    assert done.exit_code == 2, done.output
    (line,) = done.stderr.splitlines()
    assert line.endswith("run `veille index setup`")

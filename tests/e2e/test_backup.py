"""The drill: everything is lost, and comes back from the backup as it was."""

import json
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest.archive import ArchivedPage
from ingest.cli.main import app
from ingest.demo.newsroom import Newsroom
from ingest.demo.server import WebServer
from ingest.errors import BackupError
from ingest.ledger import runs
from ingest.ledger.store import open_ledger
from ingest.operations import backup
from ingest.settings import load_settings
from ingest.workspace import Workspace
from tests.e2e import desk
from tests.require import missing
from tests.servers.smtp import MailServer

NOW = datetime(2026, 11, 25, 4, tzinfo=UTC)
pytestmark = pytest.mark.slow


def page(number: int) -> ArchivedPage:
    url = f"https://www.example.org/{number}"
    return ArchivedPage(
        url=url, fetched_at=NOW, status=200, headers=(("Content-Type", "text/html"),), body=b"words " * number
    )


@pytest.fixture
def small(tmp_path) -> Workspace:
    """An installation with a page in its archive and a fact in its ledger."""
    config = tmp_path / "desk" / "config"
    config.mkdir(parents=True)
    (config / "veille.toml").write_text('[fetch]\ncontact = "desk@example.org"\n')
    with Workspace(load_settings(config), lambda: NOW) as ws:
        ws.archive.write(page(1))
        note(ws, "first")
        yield ws


def note(ws: Workspace, fact: str) -> None:
    with ws.ledger.begin() as c:
        runs.set_meta(c, "fact", fact)


def noted(config: Path) -> str:
    with Workspace.of(config) as ws, ws.ledger.read() as c:
        return str(runs.get_meta(c, "fact"))


def test_a_drill_everything_is_lost_and_nothing_is_told_twice(tmp_path):
    config, mail, safe = tmp_path / "desk" / "config", MailServer().start(), tmp_path / "safe"
    desk.make_config(config, Newsroom().outlets())
    with WebServer(Newsroom().site()) as web:
        environment = {
            "VEILLE_FETCH__PROXY": web.proxy_url, "VEILLE_FETCH__ALLOW_PRIVATE": '["127.0.0.0/8"]',
            "VEILLE_FETCH__HOST_DELAY_SECONDS": "0.02", "VEILLE_FETCH__TIMEOUT_SECONDS": "10",
            "VEILLE_FETCH__CONTACT": "https://example.org/bot", "VEILLE_SMTP__PORT": str(mail.port),
        }  # fmt: skip

        def veille(*arguments: str | Path):
            done = CliRunner().invoke(app, [*map(str, arguments), "--json"], env=environment)
            assert done.exit_code == 0, done.output + repr(done.exception)
            return json.loads(done.stdout)

        first = veille("run", "--once", "--config", config)
        assert first[4]["outcomes"]["sent"] > 0
        before = veille("search", "*", "--newest", "--size", "100", "--config", config)
        made = veille("backup", safe, "--config", config)
        assert made["written"] == made["files"] > 5
        shutil.rmtree(tmp_path / "desk")
        veille("restore", safe, "--config", config)
        assert veille("search", "*", "--newest", "--size", "100", "--config", config) == before
        sent = len(mail.mailbox.subjects)
        again = {r["stage"]: r for r in veille("run", "--once", "--config", config)}
        assert (again["index"]["new"], again["deliver"]["claimed"], len(mail.mailbox.subjects)) == (0, 0, sent)
        rebuilt = veille("index", "rebuild", "--config", config)  # reads every page from the restored archive
        assert rebuilt["problems"] == []
        assert rebuilt["documents"] == before["total"]
    mail.stop()


def test_a_second_backup_writes_what_changed(small, tmp_path):
    safe = tmp_path / "safe"
    first = backup.back_up(small, safe)
    assert (first.files, first.written) == (3, 3)  # ledger, one WARC file, veille.toml
    kept = {p: p.stat().st_mtime_ns for p in (safe / "archive").rglob("*") if p.is_file()}
    note(small, "second")
    assert backup.back_up(small, safe).written == 1
    assert {p: p.stat().st_mtime_ns for p in (safe / "archive").rglob("*") if p.is_file()} == kept
    assert len(list((safe / "ledger").iterdir())) == 1
    ref = small.archive.write(page(2))
    small.archive.erase(ref, url="https://www.example.org/2", why="withdrawn", now=NOW)  # as long as before, in place
    backup.back_up(small, safe)
    stored = b"".join(p.read_bytes() for p in (safe / "archive").rglob("*") if p.is_file())
    live = b"".join((tmp_path / "desk/data/archive" / name).read_bytes() for name, _ in small.archive.files())
    assert stored == live, "what a publisher withdrew leaves the backup too"


def test_it_is_of_one_moment_while_workers_write(small, tmp_path):
    """Two facts that always change together are never apart in the copy."""
    stop = threading.Event()

    def write() -> None:
        mine, number = open_ledger(small.settings.ledger_url), 0
        while not stop.is_set():
            number += 1
            with mine.begin() as c:
                runs.set_meta(c, "one", number)
                runs.set_meta(c, "other", number)
        mine.close()

    worker = threading.Thread(target=write)
    worker.start()
    try:
        for n in range(3):
            backup.back_up(small, tmp_path / f"safe{n}")
    finally:
        stop.set()
        worker.join()
    for n in range(3):
        backup.restore(tmp_path / f"safe{n}", tmp_path / f"again{n}" / "config")
        with closing(sqlite3.connect(tmp_path / f"again{n}" / "data" / "veille.sqlite")) as c:
            pair = [c.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone() for key in ("one", "other")]
        assert pair[0] == pair[1]


def test_a_backup_that_was_altered_is_refused_before_anything_is_written(small, tmp_path):
    safe = tmp_path / "safe"
    backup.back_up(small, safe)
    victim = next(p for p in (safe / "archive").rglob("*") if p.is_file())
    victim.write_bytes(victim.read_bytes()[:-1])
    with pytest.raises(BackupError, match="missing or altered"):
        backup.restore(safe, tmp_path / "again" / "config")
    assert not (tmp_path / "again").exists()


def test_a_ledger_that_is_there_is_never_overwritten(small, tmp_path):
    backup.back_up(small, tmp_path / "safe")
    note(small, "newer")
    with pytest.raises(BackupError, match="there is a ledger"):
        backup.restore(tmp_path / "safe", tmp_path / "desk" / "config")
    assert noted(tmp_path / "desk" / "config") == "newer"


def test_a_backup_that_was_cut_off_leaves_the_one_before_it(small, tmp_path, monkeypatch):
    safe = tmp_path / "safe"
    backup.back_up(small, safe)
    note(small, "never safe")
    small.archive.write(page(3))

    def full(*_: object, **__: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(backup, "write_whole", full)  # the manifest, last of all
    with pytest.raises(OSError, match="No space"):
        backup.back_up(small, safe)
    monkeypatch.undo()
    backup.restore(safe, tmp_path / "again" / "config")
    assert noted(tmp_path / "again" / "config") == "first"


def test_encrypted_for_a_key_that_the_machine_does_not_hold(small, tmp_path):
    pyrage = pytest.importorskip("pyrage")
    key = pyrage.x25519.Identity.generate()
    (tmp_path / "key.txt").write_text(f"# created for a test\n{key}\n")
    safe = tmp_path / "safe"
    backup.back_up(small, safe, recipient=str(key.to_public()))
    files = [p for p in safe.rglob("*") if p.is_file() and p.name != backup.MANIFEST]
    assert all(p.read_bytes().startswith(b"age-encryption.org/v1") for p in files)
    with pytest.raises(BackupError, match="--identity"):
        backup.restore(safe, tmp_path / "again" / "config")
    backup.restore(safe, tmp_path / "again" / "config", identity=tmp_path / "key.txt")
    assert noted(tmp_path / "again" / "config") == "first"
    (tmp_path / "wrong.txt").write_text(str(pyrage.x25519.Identity.generate()))
    with pytest.raises(BackupError, match="cannot be decrypted"):
        backup.restore(safe, tmp_path / "other" / "config", identity=tmp_path / "wrong.txt")


def test_a_ledger_in_postgresql_by_its_own_tools(tmp_path, postgres_server):
    if shutil.which("pg_dump") is None:
        missing("pg_dump", "PostgreSQL's client programs are not on PATH")
    config = tmp_path / "desk" / "config"
    config.mkdir(parents=True)
    (config / "veille.toml").write_text(f'[ledger]\nurl = "{postgres_server.database()}"\n')
    with Workspace(load_settings(config), lambda: NOW) as ws:
        note(ws, "first")
        backup.back_up(ws, tmp_path / "safe")
    again = tmp_path / "again" / "config"
    again.mkdir(parents=True)
    (again / "veille.toml").write_text(f'[ledger]\nurl = "{postgres_server.database()}"\n')
    backup.restore(tmp_path / "safe", again)
    assert noted(again) == "first"

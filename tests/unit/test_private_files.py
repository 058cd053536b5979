"""What readers watch is nobody else's, whatever the umask; what was sent is on its medium."""

import os
import stat
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from ingest.archive import open_archive
from ingest.archive.records import ArchivedPage
from ingest.ledger import outbox
from ingest.ledger.outbox import Notification
from ingest.ledger.runs import set_meta
from ingest.ledger.store import open_ledger
from ingest.operations.backup import back_up, restore
from ingest.settings import load_settings
from ingest.workspace import Workspace

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


@pytest.fixture
def no_umask():
    before = os.umask(0)
    yield
    os.umask(before)


def modes_below(folder):
    return {stat.S_IMODE(p.stat().st_mode) for p in [folder, *folder.rglob("*")]}


def test_ledger_archive_backup_and_what_is_restored_are_ours_alone(tmp_path, no_umask):
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.yaml").write_text("feeds: []\n")
    settings = load_settings(config, data_dir=tmp_path / "data")
    with Workspace(settings, lambda: NOW, creates=True) as ws:
        page = ArchivedPage("https://a.test/1", 200, (("content-type", "text/html"),), b"<p>hello", NOW)
        ws.archive.write(page)
        with ws.ledger.begin() as c:
            set_meta(c, "k", 1)
            assert {p.name for p in (tmp_path / "data").glob("*-wal")} == {"veille.sqlite-wal"}
            assert modes_below(tmp_path / "data") == {0o700, 0o600}
        back_up(ws, tmp_path / "far" / "backup")
    assert modes_below(tmp_path / "far") == {0o700, 0o600}
    other = tmp_path / "other" / "config"
    restore(tmp_path / "far" / "backup", other)
    assert modes_below(tmp_path / "other") == {0o700, 0o600}


def test_that_a_mail_was_sent_is_synced_and_ordinary_work_is_not(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    with ledger.begin() as c:
        outbox.queue(c, [Notification("m", "<m@x>", "alert", "r@example.org", "News", "x")], NOW)
    said = []
    event.listen(ledger.engine, "before_cursor_execute", lambda _c, _cur, statement, *_: said.append(statement))
    (mail,) = outbox.claim(ledger, NOW, limit=1, lease_seconds=60)
    assert "PRAGMA synchronous=NORMAL" in said
    assert outbox.sent(ledger, mail, NOW + timedelta(seconds=1))
    assert said[-3] == "PRAGMA synchronous=FULL"
    with ledger.begin() as c:
        assert c.exec_driver_sql("PRAGMA synchronous").scalar() == 1
    with ledger.begin(durable=True) as c:
        assert c.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    ledger.close()


def test_an_archive_elsewhere_is_ours_alone_too(tmp_path, no_umask):
    archive = open_archive(str(tmp_path / "elsewhere"), 1_000_000)
    archive.write(ArchivedPage("https://a.test/1", 200, (), b"x", NOW))
    assert modes_below(tmp_path / "elsewhere") == {0o700, 0o600}

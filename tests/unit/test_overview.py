from datetime import timedelta

from sqlalchemy import update
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.clock import system_clock
from ingest.ledger import feeds as states
from ingest.ledger.tables.feeds import feeds as table
from ingest.settings import Settings
from ingest.stages.overview import overview
from ingest.workspace import Workspace
from tests.unit.feeds.fakes import NOW, feed


def workspace(tmp_path):
    return Workspace(Settings(config_dir=tmp_path, data_dir=tmp_path), lambda: NOW)


def gap(ws, name, gaps, missed, hours_ago):
    values = {"gaps": gaps, "missed_estimate": missed, "last_gap_at": NOW - timedelta(hours=hours_ago)}
    with ws.ledger.begin() as c:
        c.execute(update(table).where(table.c.id == name).values(**values))


def test_what_polls_may_have_missed_is_part_of_the_overview(tmp_path):
    with workspace(tmp_path) as ws:
        states.sync_catalogue(ws.ledger, [feed(name) for name in ("calm", "fast", "faster")], NOW)
        assert (overview(ws).recall.gaps, overview(ws).recall.last_gap_at) == (0, None)
        gap(ws, "fast", 1, 4.0, 5)
        gap(ws, "faster", 2, 11.5, 9)
        recall = overview(ws).recall
    assert (recall.gaps, recall.missed, recall.last_gap_at) == (3, 15.5, NOW - timedelta(hours=5))
    assert list(recall.feeds.items()) == [("faster", 11.5), ("fast", 4.0)]


def test_status_shows_the_gaps(tmp_path, monkeypatch):
    monkeypatch.setenv("VEILLE_DATA_DIR", str(tmp_path))
    with workspace(tmp_path) as ws:
        states.sync_catalogue(ws.ledger, [feed("fast")], system_clock())
        gap(ws, "fast", 2, 7.0, 5)
    shown = CliRunner().invoke(app, ["status", "--config", str(tmp_path)])
    assert "2 gaps, about 7 missed" in " ".join(shown.output.split())

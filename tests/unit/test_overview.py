from datetime import timedelta

import pytest
from sqlalchemy import insert, update
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.clock import system_clock
from ingest.ledger import feeds as states
from ingest.ledger import websub
from ingest.ledger.liveness import droughts
from ingest.ledger.tables.articles import articles
from ingest.ledger.tables.feeds import feeds as table
from ingest.operations.findings import of_rules_and_mails
from ingest.operations.status import overview
from ingest.settings import Settings, WebSettings, WebSubSettings
from ingest.websub import HubRequest, HubWish
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


def fill(ws, language, days_ago, count):
    rows = [
        {
            "key": f"{language}{days_ago}-{n}", "url": "https://a.test/1", "original_url": "https://a.test/1", "host": "a.test",
            "feed_id": "f", "policy": "full", "title": "T", "language": language, "state": "indexed",
            "first_seen_at": NOW - timedelta(days=days_ago, hours=-1),
        }
        for n in range(count)
    ]  # fmt: skip
    if rows:
        with ws.ledger.begin() as c:
            c.execute(insert(articles), rows)


@pytest.mark.parametrize(
    ("french", "korean", "dry"),
    [
        (30, 25, []),
        (30, 1, [("ko", 25.0, 1)]),
        (1, 1, [(None, 55.0, 2)]),
        (4, 3, []),
    ],
)
def test_a_day_with_far_fewer_articles_than_usual_is_told(tmp_path, french, korean, dry):
    with workspace(tmp_path) as ws:
        for days_ago in range(2, 9):
            fill(ws, "fr", days_ago, 30)
            fill(ws, "ko", days_ago, 25)
        fill(ws, "fr", 1, french)
        fill(ws, "ko", 1, korean)
        view = overview(ws)
        assert [(d.language, d.usual, d.found) for d in view.droughts] == dry
        assert any("usually" in p.message for p in view.problems) == bool(dry)
        with ws.ledger.begin() as c:
            assert [t.kind for t in of_rules_and_mails(c, NOW, droughts(c, NOW))] == ["few new articles"] * len(dry)


def test_a_new_installation_has_no_usual_yet(tmp_path):
    with workspace(tmp_path) as ws:
        fill(ws, "fr", 3, 300)
        assert overview(ws).droughts == []


@pytest.mark.parametrize("hours", [12.0, 48.0])
def test_hubs_that_confirm_nothing_are_found_for_as_long_as_they_do_not(tmp_path, hours):
    settings = Settings(
        config_dir=tmp_path, data_dir=tmp_path, web=WebSettings(public_url="https://desk.example"),
        websub=WebSubSettings(enabled=True, confirm_within_hours=hours),
    )  # fmt: skip
    asked_at = NOW - timedelta(hours=13)
    with Workspace(settings, lambda: NOW) as ws:
        states.sync_catalogue(ws.ledger, [feed("a"), feed("b")], asked_at)
        with ws.ledger.begin() as c:
            for name in ("a", "b"):
                websub.want(c, name, HubWish("https://hub.example/", f"https://{name}.example/rss"), None, asked_at)
            asked = websub.claim(c, asked_at, requests_an_hour=60)
        found = [f for f in overview(ws).problems if f.subject == "hubs"]
        assert len(found) == (1 if hours < 13 else 0)
        with ws.ledger.begin() as c:
            for one in asked:
                said = HubRequest("subscribe", one.topic, "c", "864000")
                assert websub.confirm(c, one.callback, said, asked_at, timedelta(days=10))
        assert [f for f in overview(ws).problems if f.subject == "hubs"] == []

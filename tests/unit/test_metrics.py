"""What Prometheus reads says what `veille status` says, and Grafana's dashboard asks for nothing else."""

import json
import re
from datetime import timedelta
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.ledger import runs
from ingest.operations.metrics import exposition
from ingest.outcome import Outcome, Stage, StageRun
from ingest.settings import Settings
from ingest.workspace import Workspace
from tests.unit.feeds.fakes import NOW

GRAFANA = Path(__file__).parents[2] / "deploy/grafana/veille.json"


def workspace(tmp_path):
    return Workspace(Settings(config_dir=tmp_path, data_dir=tmp_path), lambda: NOW)


def samples(text):
    """(name, labels) → value."""
    families = text_string_to_metric_families(text.decode())
    return {(s.name, *sorted(s.labels.items())): s.value for family in families for s in family.samples}


def ran(ws, stage, *outcomes, hours_ago, lags=(), error=None):
    started = NOW - timedelta(hours=hours_ago)
    run = StageRun(stage, started, ended_at=started + timedelta(seconds=12), lag_seconds=list(lags))
    for name in outcomes:
        run.add(Outcome(stage, "x", name))
    runs.record(ws.ledger, run, error=error)


def test_runs_outcomes_and_lag_are_told(tmp_path):
    with workspace(tmp_path) as ws:
        ran(ws, Stage.POLL, "new", "new", "http-404", hours_ago=30)
        ran(ws, Stage.POLL, "new", "not-modified", hours_ago=2)
        ran(ws, Stage.INDEX, "indexed", hours_ago=1, lags=(60.0, 90.0), error="IndexUnavailable: away")
        found = samples(exposition(ws))
    assert found["veille_outcomes_day", ("outcome", "new"), ("stage", "poll")] == 1, "yesterday's are not counted"
    assert ("veille_outcomes_day", ("outcome", "http-404"), ("stage", "poll")) not in found
    assert found["veille_stage_last_duration_seconds", ("stage", "poll")] == 12
    last = (NOW - timedelta(hours=2, seconds=-12)).timestamp()
    assert found["veille_stage_last_end_timestamp_seconds", ("stage", "poll")] == last
    assert (
        found["veille_stage_last_failed", ("stage", "index")],
        found["veille_stage_last_failed", ("stage", "poll")],
    ) == (1, 0)
    assert found["veille_index_lag_seconds", ("quantile", "0.95")] == 90


def test_nothing_to_measure_is_no_sample_and_no_zero(tmp_path):
    with workspace(tmp_path) as ws:
        text = exposition(ws)
    assert ("veille_oldest_waiting_seconds",) not in samples(text)
    assert b"# TYPE veille_oldest_waiting_seconds gauge" in text


def test_the_command_prints_them_and_writes_them_in_one_piece(tmp_path, monkeypatch):
    monkeypatch.setenv("VEILLE_DATA_DIR", str(tmp_path / "data"))
    with Workspace(Settings(config_dir=tmp_path, data_dir=tmp_path / "data"), lambda: NOW) as ws:
        ran(ws, Stage.POLL, "new", hours_ago=1)
    printed = CliRunner().invoke(app, ["metrics", "--config", str(tmp_path)])
    assert printed.exit_code == 0
    assert "veille_index_ready 1.0" in printed.output
    target = tmp_path / "veille.prom"
    assert CliRunner().invoke(app, ["metrics", "-o", str(target), "--config", str(tmp_path)]).exit_code == 0
    assert samples(target.read_bytes()).keys() >= {("veille_index_ready",), ("veille_recall_gaps",)}
    assert [p.name for p in tmp_path.glob("veille.prom*")] == ["veille.prom"]


def test_the_dashboard_asks_only_for_what_is_written(tmp_path):
    with workspace(tmp_path) as ws:
        known = {family.name for family in text_string_to_metric_families(exposition(ws).decode())}
    dashboard = json.loads(GRAFANA.read_text(encoding="utf-8"))
    asked = {
        name
        for panel in dashboard["panels"]
        for target in panel["targets"]
        for name in re.findall(r"veille_\w+", target["expr"])
    }
    assert asked - known == set()
    assert len({panel["id"] for panel in dashboard["panels"]}) == len(dashboard["panels"])
    shown = {name for name in known if not name.endswith(("_build", "_gaps", "_ready", "_duration_seconds"))}
    assert shown - asked == set(), "a figure that nobody sees"


def test_a_ledger_that_cannot_be_read_is_told_and_not_yesterdays_figures(tmp_path):
    (tmp_path / "veille.sqlite").write_text("no database " * 100)
    with workspace(tmp_path) as ws:
        found = samples(exposition(ws))
    assert found["veille_ledger_ready",] == 0
    assert found["veille_findings", ("level", "error")] == 1
    assert not [name for name, *_ in found if name.startswith("veille_articles")]


def test_the_list_is_whole(tmp_path):
    """Lag, backlog, outcomes, latency against the promise, the canary's age: each has its family, measured or not."""
    with workspace(tmp_path) as ws:
        families = {family.name for family in text_string_to_metric_families(exposition(ws).decode())}
    assert families >= {
        "veille_index_lag_seconds", "veille_articles", "veille_oldest_waiting_seconds", "veille_outcomes_day",
        "veille_feeds_promise_measured", "veille_feeds_promise_kept", "veille_canary_age_seconds", "veille_findings",
        "veille_notifications", "veille_ledger_ready", "veille_index_ready",
        "veille_stage_last_failed", "veille_stage_last_end_timestamp_seconds",
    }  # fmt: skip

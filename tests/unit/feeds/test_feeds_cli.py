import json

import pytest
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.ledger import outlets
from ingest.ledger.outlets import OutletDay
from ingest.workspace import Workspace

run = CliRunner().invoke


@pytest.fixture
def config(tmp_path):
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "veille.toml").write_text(f'data_dir = "{tmp_path}/data"\n')
    (folder / "feeds.yaml").write_text(
        "feeds:\n- {id: a, url: 'https://a.test/rss', tags: [asia]}\n- {id: b, url: 'https://b.test/rss'}\n"
    )
    return folder


def test_list_as_json(config):
    result = run(app, ["feeds", "list", "--json", "--tag", "asia", "-c", str(config)])
    assert result.exit_code == 0
    assert [f["id"] for f in json.loads(result.stdout)] == ["a"]


def test_a_broken_catalogue_is_said_in_words_with_exit_code_2(config):
    (config / "feeds.yaml").write_text("feeds:\n- {id: a}\n- {url: nonsense}\n")
    result = run(app, ["feeds", "check", "-c", str(config)])
    assert result.exit_code == 2
    assert "feeds.yaml:2: url: is missing" in result.stderr.replace("\n", "")
    assert "feeds.yaml:3: url: `nonsense`" in result.stderr.replace("\n", "")


def test_add_and_remove(config):
    added = run(
        app,
        [
            "feeds",
            "add",
            "https://c.test/rss",
            "--no-check",
            "--name",
            "See",
            "--tag",
            "x",
            "--json",
            "-c",
            str(config),
        ],
    )
    assert json.loads(added.stdout)["id"] == "see"
    assert run(app, ["feeds", "remove", "a", "see", "-c", str(config)]).exit_code == 0
    left = json.loads(run(app, ["feeds", "list", "--json", "-c", str(config)]).stdout)
    assert [f["id"] for f in left] == ["b"]
    assert run(app, ["feeds", "remove", "a", "-c", str(config)]).exit_code == 2
    assert run(app, ["feeds", "add", "nonsense", "-c", str(config)]).exit_code == 2


def test_export_and_import(config, tmp_path):
    opml = tmp_path / "x.opml"
    assert run(app, ["feeds", "export", str(opml), "-c", str(config)]).exit_code == 0
    (config / "feeds.yaml").write_text("feeds:\n- {id: a, url: 'https://a.test/rss'}\n")
    tried = run(app, ["feeds", "import", str(opml), "--dry-run", "--json", "-c", str(config)])
    assert [f["id"] for f in json.loads(tried.stdout)] == ["b"]
    assert run(app, ["feeds", "import", str(opml), "-c", str(config)]).exit_code == 0
    assert len(json.loads(run(app, ["feeds", "list", "--json", "-c", str(config)]).stdout)) == 2
    assert run(app, ["feeds", "import", str(tmp_path / "none.opml"), "-c", str(config)]).exit_code == 2


def test_health_of_feeds_that_were_never_polled(config):
    result = run(app, ["feeds", "health", "--json", "-c", str(config)])
    assert result.exit_code == 0
    assert [line["health"] for line in json.loads(result.stdout)] == ["never polled", "never polled"]
    assert run(app, ["feeds", "health", "nobody", "-c", str(config)]).exit_code == 2
    assert run(app, ["feeds", "health", "-c", str(config)]).exit_code == 0


def test_health_says_that_an_outlets_own_rule_fits_its_pages_no_longer(config):
    with Workspace.of(config, creates=True) as ws, ws.ledger.begin() as c:
        outlets.add(c, [OutletDay("a.test", ws.clock().date(), "fr", 12, 6_000, 0, 0, 0, rule_missed=12)])
    result = run(app, ["feeds", "health", "-c", str(config)])
    assert result.exit_code == 0, "no text is lost: the pages are read as any others"
    assert "its own rule fits 0 of 12 pages" in " ".join(result.stdout.split())
    told = {line["feed_id"]: line["pages"] for line in json.loads(run_json(config, "health"))}
    assert told == {"a": ["its own rule fits 0 of 12 pages"], "b": []}
    assert "rule fits" not in run(app, ["feeds", "health", "b", "-c", str(config)]).stdout


def run_json(config, command):
    return run(app, ["feeds", command, "--json", "-c", str(config)]).stdout


@pytest.mark.parametrize("command", ["list", "add", "remove", "check", "import", "export", "health", "discover"])
def test_help_has_examples(command):
    result = run(app, ["feeds", command, "--help"])
    assert result.exit_code == 0
    assert f"veille feeds {command}" in result.stdout

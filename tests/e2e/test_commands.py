"""The commands as a user types them, over the newsroom on the embedded default."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.demo.newsroom import Newsroom
from ingest.demo.server import WebServer
from tests.e2e import desk
from tests.servers.smtp import MailServer

ROOT = Path(__file__).parents[2]
LEAD = "http://www.gazette-rhone.example/actualites/kremlin-coree-du-nord-aide-militaire.html"


@pytest.fixture(scope="module")
def veille(tmp_path_factory):
    """``veille(…)`` runs a command on a desk that has run once; servers stay up."""
    base = tmp_path_factory.mktemp("desk")
    config = desk.make_config(base / "config", Newsroom().outlets())
    mail = MailServer().start()
    with WebServer(Newsroom().site()) as web:
        environment = {
            "VEILLE_CONFIG_DIR": str(config),
            "VEILLE_DATA_DIR": str(base / "data"),
            "VEILLE_FETCH__PROXY": web.proxy_url,
            "VEILLE_FETCH__ALLOW_PRIVATE": '["127.0.0.0/8"]',
            "VEILLE_FETCH__HOST_DELAY_SECONDS": "0.02",
            "VEILLE_FETCH__TIMEOUT_SECONDS": "3",
            "VEILLE_FETCH__TOTAL_SECONDS": "8",
            "VEILLE_FETCH__CONTACT": "https://example.org/bot",
            "VEILLE_SMTP__PORT": str(mail.port),
            "COLUMNS": "200",
        }

        def run(*arguments: str, code: int = 0, stdin: str | None = None) -> str:
            result = CliRunner().invoke(app, list(arguments), env=environment, input=stdin)
            shown = f"veille {' '.join(arguments)} → {result.exit_code}\n{result.output}"
            assert result.exit_code == code, f"{shown}\n{result.exception!r}"
            return result.stdout

        first = json.loads(run("run", "--once", "--json"))
        yield run, first
    mail.stop()


def test_a_run_says_what_became_of_everything(veille):
    _, first = veille
    assert [r["stage"] for r in first] == ["poll", "fetch", "index", "alert", "deliver"]
    for stage in first:
        assert stage["claimed"] == sum(stage["outcomes"].values())
    assert first[2]["new"] >= 60
    assert first[4]["outcomes"]["sent"] > 0


def test_a_second_run_finds_nothing_new_and_sends_nothing(veille):
    run, _ = veille
    again = {r["stage"]: r for r in json.loads(run("run", "--once", "--json"))}
    assert (again["poll"]["new"], again["index"]["new"], again["deliver"]["claimed"]) == (0, 0, 0)


def test_search_finds_and_marks(veille):
    run, _ = veille
    found = json.loads(run("search", '"Corée du Nord" AND aide', "--json"))
    assert found["total"] >= 4
    assert LEAD in {h["url"]["full"] for h in found["hits"]}
    assert "북한" in run("search", "북한", "--lang", "ko")
    assert "nothing found" in run("search", "zzzzzz")


def test_a_query_that_cannot_be_is_refused_with_its_place(veille):
    run, _ = veille
    run("search", "(Corée", code=2)


def test_show_tells_the_whole_story_of_an_article(veille):
    run, _ = veille
    told = json.loads(run("show", LEAD, "--json"))
    assert told["article"]["state"] == "indexed"
    assert told["sightings"][0]["feed_id"] == "gazette-rhone"
    assert any(v["rule"] == "russia-dprk" and v["matched"] for v in told["rules"])
    assert told["mails"]
    assert len(told["others"]) == 3
    assert any("(title)" in e for e in told["evidence"]["russia-dprk"])
    text = run("show", told["article"]["key"][:8])
    assert "russia-dprk: matched by" in text


def test_show_says_what_was_never_seen(veille):
    run, _ = veille
    run("show", "https://nowhere.example/x", code=1)


def test_status_is_well_and_counts_everything(veille):
    run, first = veille
    state = json.loads(run("status", "--json", code=1))
    assert [(p["subject"], p["kind"]) for p in state["problems"]] == [("ancien-matin", "retired")]
    assert state["backlog"]["indexed"] == state["index"]["documents"] >= 60
    assert sum(state["feeds"].values()) == first[0]["claimed"]
    assert "ended by its publisher" in run("status", code=1)


def test_status_doctor_and_feeds_health_name_the_same_trouble(veille):
    run, _ = veille
    status = {p["subject"] for p in json.loads(run("status", "--json", code=1))["problems"]}
    doctor = json.loads(run("doctor", "--json", code=1))
    health = json.loads(run("feeds", "health", "--trouble", "--json", code=1))
    assert {f["part"] for f in doctor} >= {"configuration", "ledger", "archive", "index", "smtp", "feeds"}
    assert {f["message"].partition(":")[0] for f in doctor if f["level"] == "warning"} == status
    assert {line["feed_id"] for line in health if line["health"] not in ("moved", "gaps")} == status
    assert "error" not in {f["level"] for f in doctor}


def test_a_rebuild_changes_nothing_that_can_be_found(veille):
    run, _ = veille
    before = json.loads(run("search", "topics:russia-dprk", "--size", "100", "--json"))
    run("index", "rebuild", "--json")
    after = json.loads(run("search", "topics:russia-dprk", "--size", "100", "--json"))
    assert {h["id"]: h["indexed_at"] for h in before["hits"]} == {h["id"]: h["indexed_at"] for h in after["hits"]}
    assert json.loads(run("alert", "--json"))[1]["claimed"] == 0


@pytest.mark.parametrize(
    "command",
    [
        ["feeds", "list"], ["topics", "list"], ["alerts", "list"], ["index", "status"],
        ["alerts", "test", "russia-dprk", "--since", "30d"], ["rights", "show", LEAD],
    ],
)  # fmt: skip
def test_what_reports_also_speaks_json(veille, command):
    run, _ = veille
    json.loads(run(*command, "--json"))
    assert run(*command).strip()


def test_feeds_that_need_a_hand_are_named_with_what_to_do(veille):
    run, _ = veille
    lines = {line["feed_id"]: line for line in json.loads(run("feeds", "health", "--json", code=1))}
    assert lines["ancien-matin"]["what_to_do"]
    assert lines["gazette-rhone"]["health"] == "well"


def test_everything_wrong_in_the_configuration_is_said_at_once(tmp_path):
    config = desk.make_config(tmp_path / "config", Newsroom().outlets())
    (config / "feeds.yaml").write_text(
        "feeds:\n  - {id: a, url: ftp://a.example/}\n  - {id: a, url: http://b.example/f}\n"
    )
    (config / "alerts.yaml").write_text("rules:\n  - {id: r, name: R, query: '(a', recipients: [x], every: never}\n")
    result = CliRunner().invoke(app, ["run", "--once", "--config", str(config)], env={"COLUMNS": "300"})
    assert result.exit_code == 2
    assert "feeds.yaml:2" in result.output
    assert "alerts.yaml:2" in result.output


def test_every_command_that_the_readme_names_exists():
    named = set(re.findall(r"\.venv/bin/veille ([a-z]+(?: [a-z]+)?)", (ROOT / "README.md").read_text()))
    for words in named:
        parts = words.split()
        result = CliRunner().invoke(app, [*parts[:1], "--help"])
        assert result.exit_code == 0, words
        if len(parts) > 1 and parts[0] in ("feeds", "topics", "alerts", "index", "rights", "dashboards"):
            assert parts[1] in result.output, words


def test_every_command_explains_itself_with_an_example():
    help_ = CliRunner().invoke(app, ["--help"]).output
    for command in re.findall(r"^│ ([a-z]+) ", help_, re.M):
        shown = CliRunner().invoke(app, [command, "--help"]).output
        assert "Usage" in shown
        assert "xample" in shown or "Commands" in shown, command

"""Commands of people at a desk: search with names that exist, stories acknowledged, what the shell completes."""

import os
import shutil

import pytest
from typer.testing import CliRunner

from ingest.cli.commands import application
from ingest.ledger import desk as people
from ingest.ledger import subscriptions
from tests.fakes.newsdesk import key_of, opened, publish, write_config
from tests.unit.web.conftest import PIECES


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("commands")
    with opened(write_config(folder)) as ws:
        publish(ws, PIECES)
    return folder


@pytest.fixture
def room(made, tmp_path):
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    write_config(tmp_path)
    return tmp_path


@pytest.fixture
def veille(room):
    def call(*arguments):
        app = application(arguments)
        return CliRunner().invoke(app, [*arguments, "--config", str(room / "config")])

    return call


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--topic", "corea", "do you mean korea?"),
        ("--lang", "kr", "do you mean ko?"),
        ("--outlet", "gazete", "do you mean gazette?"),
        ("--outlet", "xyzzy", "there are: courier, gazette, ilbo"),
    ],
)
def test_a_name_that_nothing_has_is_refused_with_what_is_meant(veille, option, value, said):
    answer = veille("search", "Kremlin", option, value)
    assert answer.exit_code == 2
    assert said in " ".join(answer.output.replace("│", " ").split())


def test_an_outlet_that_left_the_catalogue_can_still_be_searched(veille, room):
    feeds = room / "config" / "feeds.yaml"
    feeds.write_text("\n".join(line for line in feeds.read_text().splitlines() if "courier" not in line) + "\n")
    answer = veille("search", "Kremlin", "--outlet", "courier")
    assert answer.exit_code == 0, answer.output
    assert "Kremlin" in answer.output


def test_a_happening_is_shown_once_and_with_copies_each_article(veille):
    once, each = veille("search", "Kremlin").output, veille("search", "Kremlin", "--copies").output
    assert "1 happening of 3 articles" in once
    assert once.count("https://") == 1
    assert "also: " in once
    assert "3 of 3" in each
    assert each.count("https://") == 3
    assert veille("search", "Kremlin", "--json").output.count('"indexed_at"') == 3


def test_a_story_is_acknowledged_for_everybody(veille, room):
    assert veille("alerts", "ack", key_of("aid"), "--by", "ada").exit_code == 0
    with opened(room / "config") as ws, ws.ledger.read() as c:
        marks = people.marks(c, "somebody", [key_of("wire"), key_of("aid")])
        assert {m.acknowledged_by for m in marks.values()} == {"ada"}
        assert people.audit_lines(c)[0].action == "acknowledge"
    assert veille("alerts", "ack", key_of("aid"), "--undo").exit_code == 0
    assert veille("alerts", "ack", "https://nowhere.example/x").exit_code == 2


def test_a_reader_is_taken_off_and_put_on_again(veille, room):
    assert veille("alerts", "unsubscribe", "aid", "--for", "Desk@example.org").exit_code == 0
    with opened(room / "config") as ws, ws.ledger.read() as c:
        assert [(u.reader, u.rule_id, u.how) for u in subscriptions.all_of(c)] == [
            ("desk@example.org", "aid", "command")
        ]
    assert "took themselves off: desk@example.org" in veille("alerts", "list").output
    assert "it tells nobody" in veille("alerts", "check").output
    assert veille("alerts", "subscribe", "aid", "--for", "desk@example.org").exit_code == 0
    assert veille("alerts", "subscribe", "aid", "--for", "desk@example.org").exit_code == 1
    assert "no recipient" in veille("alerts", "unsubscribe", "aid", "--for", "x@example.org").output.replace("\n", " ")


def test_a_mistyped_rule_is_told_which_is_meant(veille):
    assert "do you mean aid?" in veille("alerts", "test", "aids").output


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("alerts test ", {"aid"}),
        ("alerts pause a", {"aid"}),
        ("search x --outlet ", {"gazette", "courier", "ilbo"}),
        ("search x --topic k", {"korea"}),
        ("feeds health ga", {"gazette"}),
    ],
)
def test_the_shell_completes_ids(room, monkeypatch, line, expected):
    monkeypatch.setitem(os.environ, "VEILLE_CONFIG_DIR", str(room / "config"))
    words = f"veille {line}"
    env = {"_VEILLE_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    answer = CliRunner().invoke(application([], completing=True), [], env=env, prog_name="veille")
    assert set(answer.output.split()) == expected


def test_a_broken_folder_completes_to_nothing(room, monkeypatch):
    (room / "config" / "alerts.yaml").write_text("rules: [")
    monkeypatch.setitem(os.environ, "VEILLE_CONFIG_DIR", str(room / "config"))
    env = {"_VEILLE_COMPLETE": "complete_bash", "COMP_WORDS": "veille alerts test ", "COMP_CWORD": "3"}
    assert CliRunner().invoke(application([], completing=True), [], env=env, prog_name="veille").output.split() == []


@pytest.mark.parametrize("command", [["feeds", "health"], ["feeds", "list"], ["alerts", "list"], ["search", "Kremlin"]])
def test_80_columns_keep_words_whole(room, monkeypatch, command):
    """Broken inside a word, an id or an address cannot be copied."""
    env = {"COLUMNS": "80", "TERM": "dumb"}
    config = ["--config", str(room / "config")]
    output = CliRunner().invoke(application(command), [*command, *config], env=env).output
    lines = output.splitlines()
    assert all(len(line) <= 80 for line in lines if "https://" not in line), output
    narrow = set(output.split())
    wide = CliRunner().invoke(application(command), [*command, *config], env={**env, "COLUMNS": "100"}).output
    assert narrow >= set(wide.split())

"""``veille topics teach``: from the command line into the next article's topics."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest.cli.commands import build

RULES = """
concepts:
  russia: {en: [Russia]}
  dprk: {en: [Pyongyang]}
topics:
  both: {name: Both, signals: [{near: [russia, dprk]}]}
"""
TEXT = "Russia writes to Pyongyang"
app = build(["topics"])


@pytest.fixture
def config(tmp_path: Path) -> Path:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "topics.yaml").write_text(RULES)
    (folder / "veille.toml").write_text('[enrich]\nencoder = "none"\n')
    return folder


def topics(config: Path, *arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, ["topics", *arguments, "--config", str(config)])
    assert done.exit_code == code, done.output
    return done.output


def is_about(config: Path) -> bool:
    said = json.loads(topics(config, "test", TEXT, "--language", "en", "--json"))
    return [t["about"] for t in said["topics"]] == [True]


def test_a_correction_is_learnt_shown_and_taken_back(config: Path) -> None:
    assert is_about(config)
    assert "about → mention (model" in topics(config, "teach", TEXT, "both", "no")
    assert not is_about(config)
    assert json.loads(topics(config, "taught", "--json"))[0]["label"] == "no"
    topics(config, "teach", TEXT, "both", "forget")
    assert is_about(config)
    assert "nothing taught" in topics(config, "taught")


def test_a_topic_or_label_that_is_none_is_refused(config: Path) -> None:
    assert "no topic 'war'" in topics(config, "teach", TEXT, "war", "no", code=2)
    assert "is none of about, mention, no" in topics(config, "teach", TEXT, "both", "perhaps", code=2)
    assert not (config / "topics").exists()


def test_the_list_says_who_decides(config: Path) -> None:
    assert "the rules decide alone" in " ".join(topics(config, "list").split())
    topics(config, "teach", TEXT, "both", "no")
    assert "less well" in " ".join(topics(config, "list").split())
    (config / "veille.toml").write_text("")
    assert "by rules and meaning" in " ".join(topics(config, "list").split())

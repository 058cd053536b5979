"""Packs of the catalogue that comes with veille, and what ``init --pack`` writes."""

import json

import pytest
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.defaults import packaged
from ingest.errors import ConfigError
from ingest.feeds.catalogue import load_catalogue
from ingest.feeds.packs import UNVERIFIED, feeds_of, packs

FEEDS = load_catalogue(packaged("config") / "feeds.yaml").feeds


def test_every_feed_is_in_a_theme_and_unverified_is_none():
    themes = [pack for pack in packs(FEEDS) if pack.kind == "theme"]
    assert {feed.id for pack in themes for feed in pack.feeds} == {feed.id for feed in FEEDS}
    assert UNVERIFIED not in {pack.name for pack in themes}
    assert sum(pack.unverified for pack in themes) == sum(UNVERIFIED in feed.tags for feed in FEEDS) > 0
    assert {feed.country for pack in packs(FEEDS) if pack.name == "kr" for feed in pack.feeds} == {"KR"}


def test_packs_are_joined_and_a_wrong_name_says_which_is_meant():
    chosen = feeds_of(FEEDS, ["dprk", "JP"])
    assert chosen == [f for f in FEEDS if "dprk" in f.tags or f.country == "JP"]
    with pytest.raises(ConfigError, match="did you mean `dprk`"):
        feeds_of(FEEDS, ["dpkr"])


def test_init_writes_the_feeds_of_the_packs_and_nothing_for_a_wrong_name(tmp_path):
    runner, folder = CliRunner(), tmp_path / "config"
    assert runner.invoke(app, ["init", str(folder), "--pack", "nothing"]).exit_code != 0
    assert not folder.exists()
    done = runner.invoke(app, ["init", str(folder), "--pack", "dprk", "--pack", "jp"])
    assert done.exit_code == 0, done.output
    assert load_catalogue(folder / "feeds.yaml").feeds == tuple(feeds_of(FEEDS, ["dprk", "jp"]))
    assert "are not verified: `veille feeds check --all` asks each" in done.output
    assert (folder / "alerts.yaml").exists()


def test_the_list_of_packs_is_that_of_the_catalogue():
    shown = json.loads(CliRunner().invoke(app, ["feeds", "packs", "--json"]).stdout)
    assert [(p["name"], len(p["feeds"])) for p in shown] == [(p.name, len(p.feeds)) for p in packs(FEEDS)]

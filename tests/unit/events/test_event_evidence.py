"""What is said of why two articles are one event: by `veille group --scores` and `veille show`."""

import json
from datetime import timedelta

import pytest
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.ledger.store import open_ledger
from ingest.operations.event_evidence import compared_stories
from tests.unit.events.test_search import KREMLIN, NOW, OTHER, put


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield ledger
    ledger.close()


def test_an_article_s_history_says_what_it_was_compared_with_and_why(ledger):
    put(ledger, "fr", KREMLIN["fr"])
    put(ledger, "en", KREMLIN["en"], "en", at=NOW + timedelta(minutes=20))
    put(ledger, "other", OTHER)
    with ledger.read() as c:
        (with_french,) = [found for found in compared_stories(c, "en") if found["same_event"]]
        assert with_french["outlet"] == "fr"
        assert with_french["joins"]
        assert with_french["likelihood"] > with_french["enough"]
        assert with_french["reasons"][0].keys() == {"what", "figure", "adds"}
        assert not any(found["same_event"] for found in compared_stories(c, "other"))
        assert compared_stories(c, "unknown") == []


def test_scores_are_printed_on_request():
    lines = [
        json.dumps({"id": language, "title": KREMLIN[language][0], "text": KREMLIN[language][1], "language": language,
                    "published": (NOW + timedelta(minutes=n)).isoformat(), "outlet": language})
        for n, language in enumerate(("fr", "en"))
    ]  # fmt: skip
    plain = CliRunner().invoke(app, ["group"], input="\n".join(lines))
    scored = CliRunner().invoke(app, ["group", "--scores"], input="\n".join(lines))
    first, second = map(json.loads, scored.stdout.splitlines())
    assert first["compared"] == []
    assert [found["with"] for found in second["compared"]] == ["fr"]
    assert second["compared"][0]["joins"]
    assert first["event"] == second["event"]
    bare = [{k: v for k, v in one.items() if k != "compared"} for one in (first, second)]
    assert list(map(json.loads, plain.stdout.splitlines())) == bare

from dataclasses import replace
from datetime import timedelta

import pytest

from ingest.feeds.catalogue import Catalogue
from ingest.feeds.health import health, health_lines, seen_within
from ingest.feeds.learned import Memory, pack
from ingest.feeds.schedule import Rhythm
from ingest.ledger import feeds as states
from ingest.ledger.feeds import FeedState
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.feeds import feeds as table
from ingest.model import Health
from ingest.operations.findings import feed_finding
from tests.unit.feeds.fakes import NOW, feed

URL = "https://example.test/rss"


def rhythm(hours: float, newest_hours_ago: float = 0) -> dict:
    instants = tuple(NOW - timedelta(hours=newest_hours_ago + hours * i) for i in range(20))
    return pack(Memory(Rhythm(instants)))


WELL = FeedState(
    "example", URL, URL, "active", NOW, 1800, last_polled_at=NOW, last_success_at=NOW, last_new_at=NOW, rhythm=rhythm(1)
)


def at(**changes) -> Health:
    return health(feed(), replace(WELL, **changes), NOW).health


def test_a_feed_that_works_is_well():
    line = health(feed(), WELL, NOW)
    assert (line.health, line.what_to_do, line.rhythm_seconds) == (Health.WELL, "", 3600)


def test_one_failure_is_no_news_and_a_day_of_them_is():
    assert at(errors_in_a_row=1, failing_since=NOW) is Health.WELL
    assert at(errors_in_a_row=5, failing_since=NOW - timedelta(hours=1)) is Health.WELL
    assert at(errors_in_a_row=5, failing_since=NOW - timedelta(hours=7)) is Health.FAILING


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("http-403", "ask the publisher"),
        ("html", "discover"),
        ("http-503", "wait"),
        ("too-large", "poll.max_megabytes"),
        ("something-new", "browser"),
    ],
)
def test_each_failure_comes_with_what_to_do(outcome, words):
    line = health(
        feed(), replace(WELL, last_outcome=outcome, errors_in_a_row=9, failing_since=NOW - timedelta(days=2)), NOW
    )
    assert words in line.what_to_do


def test_silence_is_measured_by_the_feeds_own_rhythm():
    assert at(rhythm=rhythm(1, 30), last_new_at=NOW - timedelta(hours=30)) is Health.WELL
    assert at(rhythm=rhythm(1, 60), last_new_at=NOW - timedelta(hours=60)) is Health.SILENT
    assert at(rhythm=rhythm(24 * 7, 24 * 20), last_new_at=NOW - timedelta(days=20)) is Health.WELL


def test_silence_may_be_set_for_a_feed():
    quiet = replace(WELL, rhythm=rhythm(1, 60), last_new_at=NOW - timedelta(hours=60))
    assert health(feed(stale_after=30 * 86_400), quiet, NOW).health is Health.WELL
    assert health(feed(stale_after=3600), quiet, NOW).health is Health.SILENT


def test_a_feed_whose_newest_item_is_of_2023_is_silent_although_we_have_just_met_it():
    old = replace(WELL, rhythm=rhythm(1, 24 * 1000), last_new_at=None)
    assert health(feed(), old, NOW).health is Health.SILENT


def test_moved_gaps_ended_and_never():
    assert at(effective_url="https://example.test/new") is Health.MOVED
    assert at(gaps=2, last_gap_at=NOW - timedelta(hours=2)) is Health.GAPS
    assert at(gaps=2, last_gap_at=NOW - timedelta(days=2)) is Health.WELL
    assert at(state="retired") is Health.RETIRED
    assert health(feed(), None, NOW).health is Health.NEVER
    assert health(feed(enabled=False), None, NOW).health is Health.DISABLED


def test_the_most_urgent_comes_first():
    catalogue = Catalogue((feed("a"), feed("b"), feed("c")))
    known = {
        "a": replace(WELL, id="a", effective_url="https://a.test/rss"),
        "b": replace(WELL, id="b", state="retired"),
    }
    assert [line.feed_id for line in health_lines(catalogue, known, NOW)] == ["b", "c", "a"]


def findings(ledger, catalogue, now):
    with ledger.read() as c:
        lines = health_lines(catalogue, states.states(c), now)
    return [f for line in lines if (f := feed_finding(line))]


def test_findings_have_keys_that_stay_while_the_trouble_does(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    catalogue = Catalogue((feed(), feed("fine")))
    states.sync_catalogue(ledger, catalogue.feeds, NOW)
    assert findings(ledger, catalogue, NOW) == []
    failing = {"errors_in_a_row": 9, "failing_since": NOW, "last_outcome": "http-403", "last_error": "HTTP 403"}
    with ledger.begin() as c:
        c.execute(table.update().where(table.c.id == "example").values(**failing))
    (today,) = findings(ledger, catalogue, NOW + timedelta(days=1))
    (tomorrow,) = findings(ledger, catalogue, NOW + timedelta(days=2))
    assert today.key == tomorrow.key
    assert (today.subject, today.kind) == ("example", "failing")
    assert "403" in today.message
    ledger.close()


def test_promised_and_measured_latency_stand_side_by_side():
    assert seen_within([60] * 9) is None
    assert seen_within([60] * 95 + [6000] * 5) == 60
    assert seen_within([60] * 90 + [6000] * 10) == 6000

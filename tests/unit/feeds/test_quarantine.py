"""When a feed's links cost too much, and when it is let go: counted facts in, decisions out."""

from datetime import UTC, datetime, timedelta

import pytest

from ingest.feeds.quarantine import (
    FIRST_TERM,
    LONGEST_TERM,
    REASONS,
    RUN_BUDGET,
    WINDOW_BUDGET,
    breach,
    judge,
    released,
)
from ingest.ledger.sources import FeedUse, Quarantine
from ingest.stages.spending import Spending

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
HOURS = timedelta(hours=1)
OUTLETS = {"evil": "Evil", "victim": "Victim", "other": "Other"}


def hosts(n: int) -> frozenset[str]:
    return frozenset(f"h{i}" for i in range(n))


BAD = {
    "dead-hosts": FeedUse(pages=30, dead_hosts=hosts(20)),
    "missing-pages": FeedUse(pages=60, missing=50),
    "slow-pages": FeedUse(pages=100, seconds=1200),
    "large-pages": FeedUse(pages=300, received=1_000_000_000),
    "costly-pages": FeedUse(read=100, reading=120),
    "flood": FeedUse(links=3000),
}
FINE = {
    "a third of its hosts away": FeedUse(pages=90, dead_hosts=hosts(30)),
    "one host away all day": FeedUse(pages=200, dead_hosts=hosts(1)),
    "old links": FeedUse(pages=100, missing=60),
    "a large outlet": FeedUse(links=2000, pages=2000, seconds=6000, received=2_000_000_000, read=2000, reading=1000),
    "few slow pages": FeedUse(pages=10, seconds=300),
}


@pytest.mark.parametrize("reason", REASONS)
def test_each_budget_is_broken_by_its_own_kind(reason):
    broken = breach(BAD[reason], WINDOW_BUDGET)
    assert broken is not None
    assert broken.reason == reason
    assert breach(BAD[reason], RUN_BUDGET) is not None


@pytest.mark.parametrize("case", FINE)
def test_an_honest_outlet_breaks_none(case):
    assert breach(FINE[case], WINDOW_BUDGET) is None


def test_only_who_lists_is_charged():
    (begun,) = judge({"evil": BAD["dead-hosts"], "victim": FINE["a large outlet"]}, {}, OUTLETS, NOW)
    assert (begun.feed_id, begun.reason, begun.until) == ("evil", "dead-hosts", NOW + FIRST_TERM)
    assert "20 hosts" in begun.detail


def test_the_feeds_of_an_outlet_share_a_budget_of_three():
    outlets = {f"section{i}": "Evil" for i in range(20)} | {"victim": "Victim"}
    used = {feed: FeedUse(links=500) for feed in outlets}
    found = {q.feed_id for q in judge(used, {}, outlets, NOW)}
    assert found == set()  # that many at a time are no fault of theirs alone
    found = {q.feed_id for q in judge(used | {f"honest{i}": FeedUse(links=1) for i in range(30)}, {}, outlets, NOW)}
    assert found == set(outlets) - {"victim"}


def test_where_most_feeds_fall_at_a_time_it_is_us():
    outlets = {f"f{i}": f"O{i}" for i in range(5)}
    assert judge(dict.fromkeys(outlets, BAD["dead-hosts"]), {}, outlets, NOW) == []
    assert len(judge(dict.fromkeys(("f0", "f1"), BAD["dead-hosts"]) | {"f2": FeedUse(pages=9)}, {}, outlets, NOW)) == 2


def test_it_ends_by_itself_where_the_few_pages_of_the_probation_were_fine():
    held = Quarantine("evil", "dead-hosts", "…", NOW - FIRST_TERM, NOW, 1)
    (ended,) = judge({"evil": FeedUse(pages=40, seconds=40)}, {"evil": held}, OUTLETS, NOW)
    assert ended.ended_at == NOW
    assert judge({}, {"evil": held}, OUTLETS, NOW - HOURS) == []  # not before its time


def test_who_has_not_mended_his_ways_stays_for_twice_as_long():
    held = Quarantine("evil", "dead-hosts", "…", NOW - FIRST_TERM, NOW, 1)
    (longer,) = judge({"evil": FeedUse(pages=4, dead_hosts=hosts(4))}, {"evil": held}, OUTLETS, NOW)
    assert (longer.until, longer.strikes, longer.since) == (NOW + 2 * FIRST_TERM, 2, held.since)
    old = Quarantine("evil", "dead-hosts", "…", NOW - FIRST_TERM, NOW, 99)
    (longest,) = judge({"evil": FeedUse(pages=4, dead_hosts=hosts(4))}, {"evil": old}, OUTLETS, NOW)
    assert longest.until == NOW + LONGEST_TERM


@pytest.mark.parametrize(("days", "strikes"), [(0, 4), (1, 3), (2, 2), (30, 1)])
def test_a_calm_day_takes_a_strike_off(days, strikes):
    before = Quarantine("evil", "flood", "…", NOW, NOW, 3, ended_at=NOW - timedelta(days=days))
    (again,) = judge({"evil": BAD["flood"]}, {"evil": before}, OUTLETS, NOW)
    assert again.strikes == strikes


def test_a_person_forgives_and_what_left_the_catalogue_is_let_go():
    held = Quarantine("evil", "flood", "…", NOW, NOW + HOURS, 3)
    assert (released(held, NOW).ended_at, released(held, NOW).strikes) == (NOW, 0)
    (gone,) = judge({}, {"gone": Quarantine("gone", "flood", "…", NOW, NOW + HOURS, 1)}, OUTLETS, NOW)
    assert (gone.feed_id, gone.ended_at) == ("gone", NOW)


def test_a_feed_that_has_spent_its_share_of_processor_time_is_put_off_and_others_are_read():
    """Eight pages of twenty seconds each, and one honest page behind them."""
    spending = Spending({})
    for _ in range(2):
        spending.add("evil", FeedUse(read=1, reading=20.0))
    spending.add("victim", FeedUse(read=900, reading=90.0))
    assert spending.over() == {"evil"}


def test_in_quarantine_one_page_at_a_time_and_four_in_a_run():
    spending = Spending({"evil": Quarantine("evil", "flood", "…", NOW, NOW + HOURS, 1)})
    assert spending.slow_places(["victim"]) == ["evil"]
    assert spending.slow_places(["evil"]) == []
    for _ in range(4):
        spending.add("evil", FeedUse(pages=1, seconds=0.1))
    assert spending.slow_places([]) == []

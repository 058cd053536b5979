from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.feeds.hints import FeedHints, read_hints
from ingest.feeds.learned import Memory, pack, unpack
from ingest.feeds.schedule import (
    Bounds,
    Rhythm,
    after_outage,
    learn,
    next_after_failure,
    next_after_success,
    promised,
    window_of,
)
from ingest.settings import PollSettings
from ingest.stages.poll import bounds
from ingest.stages.unreachable import is_own_outage
from tests.unit.feeds.fakes import NOW
from tests.unit.feeds.fakes import feed as a_feed

BOUNDS = Bounds(300, 86_400, 1800)


def every(minutes: float, count: int = 30, newest: datetime = NOW) -> Rhythm:
    return Rhythm(tuple(newest - timedelta(minutes=minutes * i) for i in range(count)))


def interval(rhythm: Rhythm, **options) -> int:
    return next_after_success("f", rhythm, BOUNDS, NOW, **options).interval


def test_the_own_rhythm_decides():
    assert interval(every(60)) == 1800
    assert interval(every(1)) == 300
    assert interval(every(60 * 24 * 30)) == 86_400
    assert interval(Rhythm()) == 1800


def test_a_silence_stretches_the_interval_and_the_next_article_shortens_it_again():
    silent = every(10, newest=NOW - timedelta(days=2))
    assert interval(silent) == 2 * 86_400 // 8
    assert interval(learn(silent, [NOW], NOW)) == 300


def test_a_short_window_is_polled_four_times_over():
    assert interval(Rhythm(every(600).instants, window_seconds=3600)) == 900


@pytest.mark.parametrize(("hints", "fresh", "expected"), [
    (FeedHints(ttl_seconds=7200), None, 7200), (None, 7200, 7200), (FeedHints(period_seconds=5400), None, 5400),
    (FeedHints(ttl_seconds=10 * 86400), None, 6 * 3600), (FeedHints(ttl_seconds=60), None, 1800),
])  # fmt: skip
def test_wishes_are_granted_within_reason(hints, fresh, expected):
    assert interval(every(60), hints=hints, fresh_for=timedelta(seconds=fresh) if fresh else None) == expected


PROMISED = Bounds(300, 86_400, 1800, promise=1800)


@pytest.mark.parametrize(
    "rhythm", [every(60 * 24 * 7, 10), every(60 * 24), every(60), every(10, newest=NOW - timedelta(days=9))]
)
@pytest.mark.parametrize("wish", [None, 6 * 3600])
def test_a_promise_holds_for_any_rhythm_and_whatever_the_feed_wishes(rhythm, wish):
    decision = next_after_success(
        "f",
        rhythm,
        PROMISED,
        NOW,
        hints=FeedHints(ttl_seconds=wish),
        fresh_for=timedelta(seconds=wish) if wish else None,
    )
    assert (decision.due - NOW).total_seconds() + 300 <= 1800, "with a beat of five minutes"


def test_a_promise_makes_nothing_slower_and_no_publisher_is_asked_more_often_than_it_allows():
    assert next_after_success("f", every(1), PROMISED, NOW).interval == 300
    strict = Bounds(7200, 86_400, 7200, promise=1800)
    assert next_after_success("f", every(60), strict, NOW).interval == 7200


def test_a_host_with_many_feeds_is_asked_within_its_budget():
    settings = PollSettings(host_requests_an_hour=60)
    alone, among = bounds(a_feed(), settings), bounds(a_feed(), settings, feeds_on_host=100)
    assert alone.promise == 1800
    assert 100 * 3600 / among.ceiling <= 60


def test_a_promise_is_the_feeds_own_or_its_kinds_or_everybodys():
    settings = PollSettings(promise="20m", promise_by_kind={"agency": "10m"})
    assert promised(a_feed(), settings) == 1200
    assert promised(a_feed(kind="agency"), settings) == 600
    assert promised(a_feed(kind="agency", promise=300), settings) == 300


def test_no_wish_costs_articles():
    short = Rhythm(every(60).instants, window_seconds=4 * 3600)
    assert interval(short, hints=FeedHints(ttl_seconds=86_400)) == 3600
    assert interval(every(60), hints=FeedHints(ttl_seconds=86_400), gap=True) == 900


def test_skipped_hours_and_days_are_waited_out():
    hints = FeedHints(skip_hours=frozenset({10, 11, 12}))
    assert next_after_success("f", every(60), BOUNDS, NOW, hints=hints).due == NOW.replace(hour=13, minute=0)
    sunday = FeedHints(skip_days=frozenset({6}))
    assert next_after_success("f", every(60), BOUNDS, NOW, hints=sunday).due == datetime(2026, 11, 23, tzinfo=UTC)


INSTANTS = st.lists(
    st.integers(1_577_836_800, 1_800_000_000).map(lambda s: datetime.fromtimestamp(s, UTC)), max_size=70
)


@given(
    INSTANTS,
    st.integers(1, 10_000),
    st.integers(0, 2_000_000),
    st.one_of(st.none(), st.integers(0, 10**8)),
    st.booleans(),
    st.frozensets(st.integers(0, 23), max_size=23),
    st.text(max_size=5),
)
def test_the_next_poll_is_always_within_bounds(instants, shortest, more, wish, gap, skip, feed_id):
    bounds = Bounds(shortest, shortest + more, shortest)
    rhythm = learn(Rhythm(), instants, NOW)
    decision = next_after_success(
        feed_id,
        rhythm,
        bounds,
        NOW,
        hints=FeedHints(ttl_seconds=wish, skip_hours=skip),
        fresh_for=timedelta(seconds=wish) if wish is not None else None,
        gap=gap,
    )
    assert bounds.shortest <= decision.interval <= bounds.longest
    assert (
        timedelta(seconds=bounds.shortest * 0.9 - 1)
        <= decision.due - NOW
        <= timedelta(seconds=bounds.longest * 1.1 + 1)
    )
    again = next_after_success(
        feed_id,
        rhythm,
        bounds,
        NOW,
        hints=FeedHints(ttl_seconds=wish, skip_hours=skip),
        fresh_for=timedelta(seconds=wish) if wish is not None else None,
        gap=gap,
    )
    assert again == decision, "a decision can be repeated"


@given(st.integers(1, 10_000), st.one_of(st.none(), st.integers(0, 700_000)), st.integers(300, 86_400))
def test_after_failures_it_waits_but_never_for_ever(failures, wait, interval_seconds):
    decision = next_after_failure(
        "f",
        interval_seconds,
        failures,
        BOUNDS,
        NOW,
        retry_after=NOW + timedelta(seconds=wait) if wait is not None else None,
    )
    assert decision.interval == interval_seconds, "good days are remembered"
    assert decision.due - NOW >= timedelta(seconds=wait if wait is not None else 0)
    assert decision.due - NOW <= timedelta(seconds=max(BOUNDS.longest, wait or 0) * 1.1 + 1)


def test_feeds_that_come_together_drift_apart():
    moments = {next_after_success(f"feed-{i}", every(60), BOUNDS, NOW).due for i in range(200)}
    assert len(moments) == 200
    assert max(moments) - min(moments) > timedelta(minutes=5)


def test_after_our_own_outage_all_come_soon_and_not_at_once():
    moments = [after_outage(f"feed-{i}", 86_400, BOUNDS, NOW).due for i in range(100)]
    assert max(moments) <= NOW + timedelta(seconds=450)
    assert max(moments) - min(moments) > timedelta(minutes=3)


def test_the_future_is_no_rhythm():
    assert learn(Rhythm(), [NOW + timedelta(days=400)], NOW).newest == NOW


def test_a_pinned_item_is_no_window():
    dates = [NOW - timedelta(minutes=i) for i in range(20)] + [datetime(2009, 1, 1, tzinfo=UTC)]
    assert window_of(dates) < 3600


@given(INSTANTS, st.one_of(st.none(), st.floats(0, 1e8)), st.frozensets(st.integers(0, 23), max_size=23), st.booleans())
def test_the_memory_survives_storing(instants, window, hours, lies):
    rhythm = learn(Rhythm(), [i.replace(microsecond=0) for i in instants], NOW)
    memory = Memory(
        Rhythm(rhythm.instants, window or None, (2,) * len(rhythm.instants), rhythm.instants[:1]),
        FeedHints(ttl_seconds=60, skip_hours=hours),
        "T",
        3,
        lies,
        ("k",),
        (60, 90),
        120,
        40,
        "why",
    )
    assert unpack(pack(memory)) == memory


def test_hints_are_read_from_the_head():
    hints = read_hints(
        "<channel><ttl>90</ttl><skipHours><hour>0</hour><hour>23</hour><hour>24</hour></skipHours>"
        "<skipDays><day>Saturday</day><day>Sunday</day></skipDays><sy:updatePeriod>daily</sy:updatePeriod>"
        "<sy:updateFrequency>4</sy:updateFrequency><atom:link rel='hub' href='https://hub.test/?a=1&amp;b=2'/>"
    )
    assert hints == FeedHints(5400, 21_600, frozenset({0, 23}), frozenset({5, 6}), "https://hub.test/?a=1&b=2")
    assert (
        read_hints("<skipHours>" + "".join(f"<hour>{h}</hour>" for h in range(24)) + "</skipHours>").skip_hours
        == frozenset()
    )


# --- recall


# --- outage


@pytest.mark.parametrize(
    ("down", "up", "ours"), [(0, 10, False), (3, 0, False), (4, 0, True), (8, 2, True), (7, 3, False), (1, 99, False)]
)
def test_most_hosts_failing_at_once_is_us(down, up, ours):
    assert is_own_outage([f"d{i}" for i in range(down)], [f"u{i}" for i in range(up)]) is ours


def test_a_host_that_answered_once_was_reached():
    assert not is_own_outage(["a", "b", "c", "d"], ["a", "b", "c", "d"])

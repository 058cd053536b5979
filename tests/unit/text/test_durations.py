from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.settings import PollSettings
from ingest.text.backoff import as_long_again, wait_before
from ingest.text.durations import ago, moment_since, parse_duration, short_span, span

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(("text", "seconds"), [
    ("900", 900), (900, 900), ("90s", 90), ("15m", 900), ("15 min", 900), ("2h", 7200), ("0.5h", 1800), ("1h30m", 5400),
    ("7d", 604_800), ("2w", 1_209_600), ("2 weeks", 1_209_600), ("3 days", 259_200),
])  # fmt: skip
def test_times_are_written_as_people_write_them(text, seconds):
    assert parse_duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "m", "-1m", "soon", True, 1.5, None, "2w ago", "1.5", "5y", "9999999999w", "١٢h"])
def test_what_is_no_time_is_none(text):
    assert parse_duration(text) is None


@pytest.mark.parametrize(("text", "moment"), [
    ("2w", NOW - timedelta(weeks=2)), ("90s", NOW - timedelta(seconds=90)),
    ("2026-11-20", datetime(2026, 11, 20, tzinfo=PARIS)), ("20/11/2026", datetime(2026, 11, 20, tzinfo=PARIS)),
    ("2026-11-20T10:00Z", datetime(2026, 11, 20, 10, tzinfo=UTC)),
    ("2026-12-01", None), ("2026", None), ("30", None), ("last week", None),
])  # fmt: skip
def test_since_is_a_length_of_time_or_a_date(text, moment):
    assert moment_since(text, NOW, zone=PARIS) == moment


def test_settings_take_the_same_lengths():
    assert PollSettings(min_interval="15m", max_interval="2d").min_interval == 900
    with pytest.raises(ValueError, match="min_interval"):
        PollSettings(min_interval="soon")


@pytest.mark.parametrize(
    ("seconds", "text"), [(None, "–"), (45, "45 s"), (540, "9 min"), (12_600, "3.5 h"), (1_040_000, "12 d")]
)
def test_ages_read_well(seconds, text):
    assert short_span(seconds) == text


def test_spans_and_agos():
    assert span(timedelta(seconds=59)) == "less than a minute"
    assert [span(timedelta(minutes=m)) for m in (1, 59, 60, 2879, 2880)] == [
        "1 minute",
        "59 minutes",
        "1 hour",
        "47 hours",
        "2 days",
    ]
    assert ago(NOW - timedelta(hours=3, minutes=30), NOW) == "3.5 h ago"
    assert ago(None, NOW) == "never"


@given(st.integers(1, 10**6), st.text(max_size=5))
def test_a_wait_doubles_is_bounded_spread_and_repeatable(failures, subject):
    first, longest = timedelta(minutes=1), timedelta(hours=6)
    wait = wait_before(failures, first=first, longest=longest, subject=subject, spread=0.1)
    assert first * 0.9 <= wait <= longest * 1.1
    assert wait == wait_before(failures, first=first, longest=longest, subject=subject, spread=0.1)
    plain = wait_before(failures, first=first, longest=longest)
    assert plain == min(first * 2 ** min(failures - 1, 30), longest)


def test_where_nobody_counts_it_waits_as_long_again_as_the_trouble_has_lasted():
    bounds = {"first": timedelta(minutes=5), "longest": timedelta(hours=6)}
    waits = [as_long_again(timedelta(minutes=m), **bounds) for m in (0, 20, 60 * 24)]
    assert waits == [timedelta(minutes=5), timedelta(minutes=20), timedelta(hours=6)]

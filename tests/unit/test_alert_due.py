from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.alert.due import Every, next_due, parse_every

START = datetime(2025, 1, 1, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")
MORNING = parse_every("daily at 07:30 Europe/Paris", "UTC")


def paris(*at: int) -> datetime:
    return datetime(*at, tzinfo=PARIS)


def test_schedules_are_read_as_people_write_them():
    assert parse_every("immediately", "UTC") == Every("immediately")
    assert parse_every(" Hourly ", "UTC").kind == "hourly"
    assert str(parse_every("daily at 7:30  Asia/Seoul", "UTC")) == "daily at 07:30 Asia/Seoul"
    assert parse_every("daily at 07:30", "Asia/Seoul").zone == "Asia/Seoul"


@pytest.mark.parametrize(
    "text", ["", "daily", "weekly", "daily at 24:00", "daily at 07:60", "daily at 07:30 Europe/Nowhere", "daily at 07:30 ../etc/passwd", "every day"]
)  # fmt: skip
def test_a_schedule_that_cannot_be_read_says_what_to_write(text):
    with pytest.raises(ValueError, match="write"):
        parse_every(text, "UTC")


def test_an_immediate_rule_waits_for_nothing():
    assert next_due(Every("immediately"), paris(2025, 4, 28, 7, 0)) is None


def test_hourly_is_the_next_full_hour():
    assert next_due(Every("hourly"), datetime(2025, 4, 28, 9, 0, tzinfo=UTC)) == datetime(
        2025, 4, 28, 10, 0, tzinfo=UTC
    )
    assert next_due(Every("hourly"), datetime(2025, 4, 28, 9, 59, 59, 999999, tzinfo=UTC)).hour == 10


def test_daily_is_on_the_wall_clock_in_summer_and_winter():
    assert next_due(MORNING, paris(2025, 1, 10, 7, 29)) == datetime(2025, 1, 10, 6, 30, tzinfo=UTC)
    assert next_due(MORNING, paris(2025, 7, 10, 7, 29)) == datetime(2025, 7, 10, 5, 30, tzinfo=UTC)
    assert next_due(MORNING, paris(2025, 7, 10, 7, 30)) == paris(2025, 7, 11, 7, 30)


def test_a_day_of_23_hours_has_one_digest_and_so_has_one_of_25():
    assert next_due(MORNING, paris(2025, 3, 29, 7, 30)) - paris(2025, 3, 29, 7, 30).astimezone(UTC) == timedelta(
        hours=23
    )
    assert next_due(MORNING, paris(2025, 10, 25, 7, 30)) - paris(2025, 10, 25, 7, 30).astimezone(UTC) == timedelta(
        hours=25
    )


def test_a_time_that_the_clock_skips_comes_an_hour_later_that_day():
    night = parse_every("daily at 02:30 Europe/Paris", "UTC")
    assert next_due(night, paris(2025, 3, 30, 1, 0)) == datetime(2025, 3, 30, 1, 30, tzinfo=UTC)  # 03:30 CEST
    assert next_due(night, paris(2025, 3, 30, 3, 30)) == paris(2025, 3, 31, 2, 30)


def test_a_time_that_the_clock_shows_twice_comes_once():
    night = parse_every("daily at 02:30 Europe/Paris", "UTC")
    first = next_due(night, paris(2025, 10, 26, 0, 0))
    assert first == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)
    assert next_due(night, first) == paris(2025, 10, 27, 2, 30)


def test_a_scheduler_that_slept_for_a_week_catches_up_with_one_digest():
    missed = next_due(MORNING, paris(2025, 4, 20, 8, 0))
    woke = paris(2025, 4, 28, 9, 0)
    assert missed < woke
    assert next_due(MORNING, woke) == paris(2025, 4, 29, 7, 30)


ZONES = st.sampled_from(
    [
        "Europe/Paris",
        "America/St_Johns",
        "Australia/Lord_Howe",
        "Asia/Seoul",
        "Africa/Cairo",
        "Pacific/Apia",
        "America/Santiago",
        "UTC",
    ]
)
FIRST, LAST = START.replace(year=2005, tzinfo=None), START.replace(year=2035, tzinfo=None)
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC))


@given(MOMENTS, ZONES, st.times())
def test_the_next_digest_lies_ahead_within_a_day_or_two_and_moves_on(after, zone, at):
    every = Every("daily", at.replace(second=0, microsecond=0), zone)
    due = next_due(every, after)
    assert after < due <= after + timedelta(hours=50)  # Apia once skipped a whole day
    following = next_due(every, due)
    assert timedelta(hours=22) <= following - due <= timedelta(hours=50)
    assert next_due(every, due - timedelta(microseconds=1)) == due


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=3)), ZONES)
def test_a_later_question_never_has_an_earlier_answer(after, more, zone):
    for every in (Every("hourly"), Every("daily", time(2, 30), zone)):
        assert next_due(every, after) <= next_due(every, after + more)

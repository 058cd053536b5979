from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.alert.due import Every, next_due, parse_every, parse_quiet

START = datetime(2025, 1, 1, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")
MORNING = parse_every("daily at 07:30 Europe/Paris", "UTC")


def paris(*at: int) -> datetime:
    return datetime(*at, tzinfo=PARIS)


def test_schedules_are_read_as_people_write_them():
    assert parse_every("immediately", "UTC") == Every("immediately")
    assert parse_every(" Hourly ", "UTC").kind == "hours"
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
    assert next_due(Every("hours"), datetime(2025, 4, 28, 9, 0, tzinfo=UTC)) == datetime(2025, 4, 28, 10, 0, tzinfo=UTC)
    assert next_due(Every("hours"), datetime(2025, 4, 28, 9, 59, 59, 999999, tzinfo=UTC)).hour == 10


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
    every = Every("times", times=(at.replace(second=0, microsecond=0),), zone=zone)
    due = next_due(every, after)
    assert after < due <= after + timedelta(hours=50)  # Apia once skipped a whole day
    following = next_due(every, due)
    assert timedelta(hours=22) <= following - due <= timedelta(hours=50)
    assert next_due(every, due - timedelta(microseconds=1)) == due


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=3)), ZONES)
def test_a_later_question_never_has_an_earlier_answer(after, more, zone):
    for every in (Every("hours"), Every("times", times=(time(2, 30),), zone=zone)):
        assert next_due(every, after) <= next_due(every, after + more)


@pytest.mark.parametrize(
    ("text", "after", "due"),
    [
        ("every 6 hours", datetime(2025, 4, 28, 7, 10, tzinfo=UTC), datetime(2025, 4, 28, 12, tzinfo=UTC)),
        ("weekdays at 07:30 Europe/Paris", paris(2025, 5, 2, 8, 0), paris(2025, 5, 5, 7, 30)),
        ("weekly on monday at 07:30 Europe/Paris", paris(2025, 4, 28, 7, 30), paris(2025, 5, 5, 7, 30)),
        ("mondays and thursdays at 07:30 Europe/Paris", paris(2025, 4, 28, 9, 0), paris(2025, 5, 1, 7, 30)),
        ("daily at 18:00, 07:30 and 12:00 Europe/Paris", paris(2025, 4, 28, 7, 30), paris(2025, 4, 28, 12, 0)),
        ("weekends at 09:00 Europe/Paris or after 10 stories", paris(2025, 4, 28, 9, 0), paris(2025, 5, 3, 9, 0)),
    ],
)
def test_schedules_that_people_use(text, after, due):
    every = parse_every(text, "UTC")
    assert next_due(every, after) == due
    assert parse_every(str(every), "UTC") == every


@pytest.mark.parametrize("text", ["every 5 hours", "every 0 hours", "weekly at 07:30", "tuesdaze at 07:30", "immediately or after 3 stories"])  # fmt: skip
def test_more_that_cannot_be_read(text):
    with pytest.raises(ValueError, match="write"):
        parse_every(text, "UTC")


def test_quiet_hours_go_over_midnight_and_over_a_change_of_the_clock():
    quiet = parse_quiet("22:00-07:00")
    assert quiet.until(paris(2025, 4, 28, 23, 0), "Europe/Paris") == paris(2025, 4, 29, 7, 0)
    assert quiet.until(paris(2025, 4, 29, 6, 59), "Europe/Paris") == paris(2025, 4, 29, 7, 0)
    assert quiet.until(paris(2025, 4, 29, 7, 0), "Europe/Paris") is None
    assert quiet.until(paris(2025, 3, 29, 23, 0), "Europe/Paris") == paris(2025, 3, 30, 7, 0)
    assert parse_quiet("12:00-14:00").until(paris(2025, 4, 28, 13, 0), "Europe/Paris") == paris(2025, 4, 28, 14, 0)
    for wrong in ("22-07", "25:00-07:00", "07:00-07:00"):
        with pytest.raises(ValueError, match="write"):
            parse_quiet(wrong)

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.http.retry import LONGEST_PAUSE, backoff, retry_after

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120), (" 120 ", 120), ("0", 0), ("1.5", 1),
        ("Mon, 28 Apr 2025 09:02:00 GMT", 120),
        ("Monday, 28-Apr-25 09:02:00 GMT", 120),
        ("Mon Apr 28 09:02:00 2025", 120),
        ("Mon, 28 Apr 2025 11:02:00 +0200", 120),
        ("Mon, 28 Apr 2025 08:00:00 GMT", 0),
        ("Fri, 01 Jan 2038 00:00:00 GMT", 86400),
        ("99999999999999999999", 86400),
    ],
)  # fmt: skip
def test_both_forms_are_read_and_bounded(value, seconds):
    assert retry_after([("Retry-After", value)], NOW) == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("value", ["", "soon", "-5", "１２０", "Mon, 99 Foo 2025", "1" * 5000 + "x", "\0"])
def test_nonsense_says_nothing(value):
    assert retry_after([("retry-after", value)], NOW) is None


def test_no_field_no_wish():
    assert retry_after([("Date", "x")], NOW) is None


@given(st.text(max_size=80))
def test_whatever_is_sent_the_answer_is_within_a_day(value):
    when = retry_after([("Retry-After", value)], NOW)
    assert when is None or NOW <= when <= NOW + LONGEST_PAUSE


def test_backoff_doubles_is_capped_and_spread_but_repeatable():
    waits = [(backoff(n, NOW, subject="a") - NOW).total_seconds() for n in range(1, 12)]
    assert 54 <= waits[0] <= 66
    assert waits == sorted(waits[:8]) + waits[8:]
    assert all(w <= 6 * 3600 * 1.1 for w in waits)
    assert backoff(3, NOW, subject="a") == backoff(3, NOW, subject="a")
    assert backoff(3, NOW, subject="a") != backoff(3, NOW, subject="b")
    assert backoff(10**9, NOW) < NOW + timedelta(hours=7)

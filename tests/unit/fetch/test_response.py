from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.http.response import LONGEST_PAUSE, Hop, Response, Validators
from ingest.http.retry import backoff

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)


def response(status: int = 200, hops: tuple[Hop, ...] = (), **headers: str) -> Response:
    named = tuple((k.replace("_", "-"), v) for k, v in headers.items())
    return Response("https://a.example/", "https://a.example/", status, named, b"", hops, NOW, 0.1)


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
    assert response(Retry_After=value).retry_after(NOW) == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("value", ["", "soon", "-5", "１２０", "Mon, 99 Foo 2025", "1" * 5000 + "x", "\0"])
def test_nonsense_says_nothing(value):
    assert response(retry_after=value).retry_after(NOW) is None


def test_no_field_no_wish():
    assert response(Date="x").retry_after(NOW) is None


@given(st.text(max_size=80))
def test_whatever_is_sent_the_answer_is_within_a_day(value):
    when = response(Retry_After=value).retry_after(NOW)
    assert when is None or NOW <= when <= NOW + LONGEST_PAUSE


def test_backoff_doubles_is_capped_and_spread_but_repeatable():
    waits = [(backoff(n, NOW, subject="a") - NOW).total_seconds() for n in range(1, 12)]
    assert 54 <= waits[0] <= 66
    assert waits == sorted(waits[:8]) + waits[8:]
    assert all(w <= 6 * 3600 * 1.1 for w in waits)
    assert backoff(3, NOW, subject="a") == backoff(3, NOW, subject="a")
    assert backoff(3, NOW, subject="a") != backoff(3, NOW, subject="b")
    assert backoff(10**9, NOW) < NOW + timedelta(hours=7)


@pytest.mark.parametrize(("value", "seconds"), [
    ("120", 120), ("120.5", 120), ("0", 0), ("-5", None), ("Mon, 28 Apr 2025 08:00:00 GMT", 0),
    ("Mon, 28 Apr 2025 09:10:00 GMT", 600), ("99999999999", 86_400), (" 60 ", 60), ("Mon, 28 Apr 2025 09:10:00", 600),
    ("2025-04-28T09:10:00Z", None),
])  # fmt: skip
def test_feeds_and_pages_read_retry_after_alike(value, seconds):
    when = response(429, Retry_After=value).retry_after(NOW)
    assert when == (None if seconds is None else NOW + timedelta(seconds=seconds))


@pytest.mark.parametrize(("headers", "seconds"), [
    ({"Cache-Control": "public, max-age=600"}, 600), ({"Cache-Control": "max-age=600", "Age": "100"}, 500),
    ({"Cache-Control": "no-cache, max-age=600"}, None), ({"Cache-Control": "max-age=10", "Age": "99"}, 0),
    ({"Expires": "Mon, 28 Apr 2025 09:30:00 GMT"}, 1800),
    ({"Expires": "Mon, 28 Apr 2025 09:30:00 GMT", "Date": "Mon, 28 Apr 2025 09:20:00 GMT"}, 600),
    ({"Expires": "0"}, None), ({"Expires": "-1"}, None), ({}, None),
])  # fmt: skip
def test_freshness(headers, seconds):
    fresh = response(**headers).fresh_for(NOW)
    assert fresh == (None if seconds is None else timedelta(seconds=seconds))


def test_only_permanent_redirects_at_the_beginning_count():
    hops = (Hop("a", 301, "b"), Hop("b", 308, "c"), Hop("c", 302, "d"), Hop("d", 301, "e"))
    assert response(hops=hops).moved_to == "c"
    assert response(hops=hops[2:]).moved_to is None
    assert response().moved_to is None


def test_rate_limits_and_walls_name_themselves():
    assert response(429).is_rate_limited
    assert response(503, Retry_After="5").is_rate_limited
    assert not response(503).is_rate_limited
    assert response(CF_Mitigated="challenge").is_challenged
    assert not response(Server="cloudflare").is_challenged


def test_validators_go_back_as_they_came():
    known = response(ETag='W/"x"', Last_Modified="Mon, 28 Apr 2025 9:00:00 GMT").validators
    assert known.headers() == {"If-None-Match": 'W/"x"', "If-Modified-Since": "Mon, 28 Apr 2025 9:00:00 GMT"}
    assert Validators().headers() == {}

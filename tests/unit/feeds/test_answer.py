from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.feeds import answer as facts
from tests.unit.feeds.fakes import NOW, item, rss


@dataclass
class Hop:
    url: str
    status: int
    location: str


@pytest.mark.parametrize(("value", "seconds"), [
    ("120", 120), (" 0 ", 0), ("Sun, 22 Nov 2026 10:01:40 GMT", 101), ("Sun, 22 Nov 2026 09:00:00 GMT", None),
    ("soon", None), ("-5", None), ("", None), ("99999999999999", 7 * 86_400), ("Tue, 22 Nov 2056 10:00:00 GMT", 7 * 86_400),
    ("1.5", None), ("١٢", None),
])  # fmt: skip
def test_retry_after_in_both_forms(value, seconds):
    assert facts.retry_after([("Retry-After", value)], NOW) == seconds


@given(st.text(max_size=40))
def test_retry_after_is_bounded_for_anything(value):
    wait = facts.retry_after([("retry-after", value)], NOW)
    assert wait is None or 0 <= wait <= facts.LONGEST_PAUSE


@pytest.mark.parametrize(("headers", "seconds"), [
    ({"Cache-Control": "public, max-age=600"}, 600), ({"Cache-Control": "max-age=600", "Age": "100"}, 500),
    ({"Cache-Control": "no-cache, max-age=600"}, None), ({"Cache-Control": "max-age=10", "Age": "99"}, 0),
    ({"Expires": "Sun, 22 Nov 2026 10:30:00 GMT"}, 1800),
    ({"Expires": "Sun, 22 Nov 2026 10:30:00 GMT", "Date": "Sun, 22 Nov 2026 10:20:00 GMT"}, 600),
    ({"Expires": "0"}, None), ({"Expires": "-1"}, None), ({}, None),
])  # fmt: skip
def test_freshness(headers, seconds):
    assert facts.fresh_seconds(headers.items(), NOW) == seconds


def test_only_permanent_redirects_at_the_beginning_count():
    hops = [Hop("a", 301, "b"), Hop("b", 308, "c"), Hop("c", 302, "d"), Hop("d", 301, "e")]
    assert facts.moved_to(hops) == "c"
    assert facts.moved_to(hops[2:]) is None
    assert facts.moved_to([]) is None


def test_rate_limits_and_walls_name_themselves():
    assert facts.is_rate_limited(429, [])
    assert facts.is_rate_limited(503, [("Retry-After", "5")])
    assert not facts.is_rate_limited(503, [])
    assert facts.is_challenged([("CF-Mitigated", "challenge")])
    assert not facts.is_challenged([("Server", "cloudflare")])


def test_the_body_hash_ignores_stamps_and_nothing_else():
    def stamped(stamp: str, title: str = "One") -> bytes:
        head = f"<lastBuildDate>{stamp}</lastBuildDate><pubDate>{stamp}</pubDate><!-- made {stamp} -->"
        return (rss(item(1, title=title), head=head) + f"<!-- served by {stamp} -->").encode()

    assert facts.body_hash(stamped("now")) == facts.body_hash(stamped("later"))
    assert facts.body_hash(stamped("now")) != facts.body_hash(stamped("now", "Two"))
    assert facts.body_hash(rss(item(1, at=NOW)).encode()) != facts.body_hash(
        rss(item(1, at=NOW + timedelta(1))).encode()
    )


def test_validators_go_back_as_they_came():
    sent = facts.conditional_headers('W/"x"', "Sun, 22 Nov 2026 9:00:00 GMT")
    assert sent == {"If-None-Match": 'W/"x"', "If-Modified-Since": "Sun, 22 Nov 2026 9:00:00 GMT"}
    assert facts.conditional_headers(None, None) == {}

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.http.response import Response
from ingest.ledger.hosts import SiteFile
from ingest.rights.decide import decide_after, decide_before, directives
from ingest.rights.page_head import PageHead, read_head
from ingest.rights.robots import Robots
from ingest.rights.tdm import from_fields, from_file, matches, parse_tdmrep
from ingest.settings import FetchSettings

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)
ORIGIN = "https://news.example:443"
URL = "https://news.example/world/story-1001?a=b"
SETTINGS = FetchSettings()
NO_HEAD = PageHead()


def site_file(body="", status=200, **changes):
    return SiteFile(ORIGIN, "robots", NOW + timedelta(days=1), status, body, None, NOW if status else None, **changes)


def verdict(body="", status=200, url=URL, now=NOW, **changes):
    return Robots(site_file(body, status, **changes), "veille").verdict(url, now)


@pytest.mark.parametrize(
    ("body", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /world/", False),
        ("User-agent: *\nDisallow: /world/\nAllow: /world/story", True),
        ("User-agent: veille\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: Veille\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: GPTBot\nDisallow: /", True),
        ("User-agent: GPTBot\nUser-agent: veille\nDisallow: /", False),
        ("User-agent: *\nDisallow: /*?a=", False),
        ("User-agent: *\nDisallow: /*story-1001$", True),
        ("Disallow: /", True),
        ("<html>not a robots file</html>", True),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("user-agent: *\ndisallow: /  # all of it", False),
    ],
)
def test_rules(body, allowed):
    got = verdict(body)
    assert (got.allowed, got.value) == (allowed, "allowed" if allowed else "disallowed")
    assert "news.example" in got.evidence


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_4xx_means_there_are_no_rules(status):
    got = verdict("User-agent: *\nDisallow: /", status)
    assert (got.allowed, got.value) == (True, "none")
    assert str(status) in got.evidence


def test_never_reached_means_not_now_and_after_thirty_days_no_rules():
    silent = {"status": None, "failing_since": NOW, "error": "HTTP 503"}
    got = verdict(**silent)
    assert (got.allowed, got.value, "HTTP 503" in got.evidence) == (False, "unreachable", True)
    assert not verdict(**silent, now=NOW + timedelta(days=29)).allowed
    assert verdict(**silent, now=NOW + timedelta(days=30)).allowed


def test_the_copy_from_before_holds_while_the_site_is_unreachable():
    got = verdict("User-agent: *\nDisallow: /world/", failing_since=NOW, error="HTTP 500")
    assert not got.allowed
    assert "copy of 2025-04-28" in got.evidence


@pytest.mark.parametrize(("said", "kept"), [("5", 5.0), ("0.5", 0.5), ("86400", 60.0), ("soon", None), ("-1", None)])
def test_crawl_delay_within_reason(said, kept):
    assert verdict(f"User-agent: *\nCrawl-delay: {said}\nDisallow: /x").crawl_delay == kept


@given(st.binary(max_size=400))
def test_any_bytes_are_a_robots_file(body):
    verdict(body.decode("utf-8", "replace"))


@pytest.mark.parametrize(
    ("location", "path", "match"),
    [
        ("/", "/a", True), ("/a/", "/a/b", True), ("/a/", "/a", False), ("/a/*.jpg", "/a/b/c.jpg?x", True),
        ("/a$", "/a", True), ("/a$", "/ab", False), ("*/x", "/a/x", True), ("/*x*y$", "/axbyc", False),
        ("/*x*y$", "/axby", True), ("/**b", "/ab", True), ("/A", "/a", False), ("", "/a", True), ("/ab*ba$", "/aba", False),
    ],
)  # fmt: skip
def test_tdm_patterns(location, path, match):
    assert matches(location, path) is match


@given(st.text("/ab*$", max_size=12), st.text("/ab", max_size=12))
def test_tdm_patterns_agree_with_a_regex(location, path):
    import re

    exact = location.endswith("$")
    body = location[:-1] if exact else location
    pattern = ".*".join(re.escape(p) for p in body.split("*")) + ("$" if exact else "")
    assert matches(location, path) is (re.match(pattern, path, re.DOTALL) is not None)


def test_a_hostile_pattern_is_cheap():
    assert not matches("/" + "*a" * 900 + "*b", "/" + "a" * 8000)


def test_the_first_rule_that_matches_decides():
    rules = parse_tdmrep(
        '[{"location": "/open/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1, "tdm-policy": "https://p"}]'
    )
    assert from_file(rules, ORIGIN, "https://news.example/open/1").reserved is False
    got = from_file(rules, ORIGIN, URL)
    assert (got.reserved, got.policy) == (True, "https://p")
    assert from_file((), ORIGIN, URL) is None


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html>",
        "null",
        "3",
        "[[]]",
        '[{"location": 1, "tdm-reservation": 1}]',
        '[{"location": "/"}]',
        "[" * 100_000,
        '{"a"',
    ],
)
def test_what_is_no_tdmrep_says_nothing(body):
    assert parse_tdmrep(body) == ()


def test_headers_override_the_file_and_silence_does_not():
    file = from_file(parse_tdmrep('[{"location": "/", "tdm-reservation": 1}]'), ORIGIN, URL)
    assert from_fields({}, "header", file) is file
    assert from_fields({"tdm-reservation": "0"}, "header", file).reserved is False
    assert from_fields({"tdm-reservation": "yes"}, "header", file) is file


def answer(*headers):
    return Response(URL, URL, 200, headers, b"", (), NOW, 0.1)


def decided(headers=(), head=NO_HEAD, settings=SETTINGS, robots=None):
    before = decide_before(URL, robots or verdict(""), None, settings, NOW)
    return decide_after(before, answer(*headers), head, settings, NOW)


@pytest.mark.parametrize(
    ("headers", "metas", "reason"),
    [
        ((), {}, None),
        ((("X-Robots-Tag", "noindex"),), {}, "noindex"),
        ((("X-Robots-Tag", "nofollow, NONE"),), {}, "noindex"),
        ((("X-Robots-Tag", "googlebot: noindex"),), {}, None),
        ((("X-Robots-Tag", "veille: noindex, nofollow"),), {}, "noindex"),
        ((("X-Robots-Tag", "googlebot: nofollow"), ("X-Robots-Tag", "noindex")), {}, "noindex"),
        ((), {"robots": "index, follow"}, None),
        ((), {"robots": "noindex"}, "noindex"),
        ((), {"veille": "noindex"}, "noindex"),
        ((("X-Robots-Tag", "unavailable_after: Wed, 25 Jun 2010 15:00:00 GMT"),), {}, "noindex"),
        ((("X-Robots-Tag", "unavailable_after: 2035-01-01"),), {}, None),
        ((("X-Robots-Tag", "unavailable_after: whenever"),), {}, None),
        ((("TDM-Reservation", "1"),), {}, "tdm-reserved"),
        ((("TDM-Reservation", "1"),), {"tdm-reservation": "0"}, None),
        ((("TDM-Reservation", "0"),), {"tdm-reservation": "1"}, "tdm-reserved"),
    ],
)
def test_what_a_page_says_of_itself(headers, metas, reason):
    assert decided(headers, PageHead(metas)).reason == reason


def test_respect_and_licences_are_settings():
    reserved = (("tdm-reservation", "1"),)
    assert decided(reserved, settings=FetchSettings(respect_tdm=False)).reason is None
    licensed = decided(reserved, settings=FetchSettings(tdm_licensed=("example", "news.example")))
    assert (licensed.reason, licensed.record()["tdm"]) == (None, "licensed")
    assert decided(reserved, settings=FetchSettings(tdm_licensed=("ews.example",))).reason == "tdm-reserved"


def test_the_record_has_evidence_and_dates():
    record = decided((("tdm-reservation", "1"), ("tdm-policy", "https://p"), ("X-Robots-Tag", "noarchive"))).record()
    assert record == {
        "robots": "allowed", "robots_evidence": f"{ORIGIN}/robots.txt allows veille", "robots_at": "2025-04-28T09:00:00+00:00",
        "tdm": "reserved", "tdm_evidence": f"{URL} header: tdm-reservation 1", "tdm_policy": "https://p",
        "directives": "noarchive", "reason": "tdm-reserved", "decided_at": "2025-04-28T09:00:00+00:00",
    }  # fmt: skip


def test_directives_with_values_are_not_agents():
    tags = ("max-snippet: 50, noarchive", "unavailable_after: 25 Jun 2030 15:00:00 PST", "otherbot: noindex, nofollow")
    assert directives(tags, PageHead(), "veille") == (
        "max-snippet: 50",
        "noarchive",
        "unavailable_after: 25 jun 2030 15:00:00 pst",
    )


@pytest.mark.parametrize(
    ("page", "metas", "canonical"),
    [
        (b'<meta name="ROBOTS" content="NoIndex">', {"robots": "NoIndex"}, None),
        (b"<meta content=noindex name=robots>", {"robots": "noindex"}, None),
        (b"<meta name='robots' content='a'><meta name='robots' content='b'>", {"robots": "a, b"}, None),
        (b'<!-- <meta name="robots" content="noindex"> --><title>t</title>', {}, None),
        (b'<script>"<meta name=robots content=noindex>"</script>', {}, None),
        (b'<body><meta name="robots" content="noindex">', {}, None),
        (b'<link href="/a?b&amp;c" rel="canonical"><link rel=canonical href=/second>', {}, "/a?b&c"),
        (b'<link rel="alternate canonical" href="/x">', {}, "/x"),
        (
            b'<meta name="tdm-reservation" content="1"/><meta name="veille" content="none"/>',
            {"tdm-reservation": "1", "veille": "none"},
            None,
        ),
        (b'<meta property="robots" content="noindex">', {}, None),
        (b"", {}, None),
    ],
)
def test_heads(page, metas, canonical):
    assert read_head(page, "veille") == PageHead(metas, canonical)


@given(st.binary(max_size=600))
def test_any_bytes_have_a_head(body):
    read_head(body, "veille")

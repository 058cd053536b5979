from datetime import UTC, datetime, timedelta

import pytest

from ingest.fetch.aliases import believable, looks_like_a_list, lost_its_article
from ingest.fetch.decision import Tries, Use, judge_answer, judge_error
from ingest.http import errors
from ingest.http.response import Response
from ingest.http.url import follow, parse_target

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)
FRESH, LAST = Tries(0, 3, "a"), Tries(2, 3, "a")


def answer(status, body=b"<p>text</p>", *headers):
    return Response("https://n.example/a", "https://n.example/a", status, headers, body, (), NOW, 0.1)


@pytest.mark.parametrize(
    ("status", "use", "name"),
    [
        (200, Use.PAGE, "fetched"), (203, Use.PAGE, "fetched"), (304, Use.UNCHANGED, "not-modified"),
        (300, Use.FEED_TEXT, "http-300"), (301, Use.FEED_TEXT, "http-301"), (401, Use.FEED_TEXT, "forbidden"),
        (402, Use.FEED_TEXT, "paywall"), (403, Use.FEED_TEXT, "forbidden"), (404, Use.FEED_TEXT, "not-found"),
        (410, Use.FEED_TEXT, "gone"), (418, Use.FEED_TEXT, "http-418"), (451, Use.FEED_TEXT, "forbidden"),
        (408, Use.LATER, "timed-out"), (429, Use.LATER, "rate-limited"), (500, Use.LATER, "server-error"),
        (503, Use.LATER, "server-error"), (520, Use.LATER, "server-error"), (501, Use.FEED_TEXT, "http-501"),
    ],
)  # fmt: skip
def test_statuses(status, use, name):
    got = judge_answer(answer(status), FRESH, NOW)
    assert (got.use, got.name) == (use, name)
    assert (got.next_try is not None) is (use is Use.LATER)


def test_retry_after_decides_when():
    got = judge_answer(answer(503, b"", ("Retry-After", "7")), FRESH, NOW)
    assert (got.name, got.next_try) == ("rate-limited", NOW + timedelta(seconds=7))


def test_again_at_once_is_believed_once():
    at_once = answer(503, b"", ("Retry-After", "0"))
    assert judge_answer(at_once, Tries(0, 9, "a"), NOW).next_try == NOW
    assert judge_answer(at_once, Tries(3, 9, "a"), NOW).next_try == NOW + timedelta(seconds=30)


def test_the_last_attempt_leaves_the_feed_s_text():
    for got in (judge_answer(answer(500), LAST, NOW), judge_error(errors.TimedOut("u"), LAST, NOW)):
        assert (got.use, got.next_try) == (Use.FEED_TEXT, None)
        assert "gave up after 3 attempts" in got.detail


@pytest.mark.parametrize(
    ("kind", "use"),
    [
        ("text/html; charset=x", Use.PAGE), ("application/xhtml+xml", Use.PAGE), ("text/plain", Use.PAGE), ("TEXT/HTML", Use.PAGE),
        ("video/mp4", Use.FEED_TEXT), ("application/pdf", Use.FEED_TEXT), ("image/png", Use.FEED_TEXT),
    ],
)  # fmt: skip
def test_only_pages_are_pages(kind, use):
    assert judge_answer(answer(200, b"x", ("Content-Type", kind)), FRESH, NOW).use is use


def test_an_empty_page_is_tried_again():
    assert judge_answer(answer(200, b" \n"), FRESH, NOW).use is Use.LATER


@pytest.mark.parametrize(
    ("error", "use"),
    [
        (errors.TimedOut("u"), Use.LATER), (errors.NoSuchHost("u"), Use.LATER), (errors.TlsFailed("u"), Use.LATER),
        (errors.TruncatedBody("u"), Use.LATER), (errors.RedirectLoop("u"), Use.LATER),
        (errors.TooLarge("u"), Use.FEED_TEXT), (errors.DecompressionBomb("u"), Use.FEED_TEXT),
        (errors.PrivateAddress("u"), Use.FEED_TEXT), (errors.BadAddress("u"), Use.FEED_TEXT),
        (errors.HeadersTooLarge("u"), Use.FEED_TEXT), (errors.Refused("u", "tdm-reserved"), Use.FEED_TEXT),
        (errors.Refused("u", "robots-unreachable", retryable=True), Use.LATER),
    ],
)  # fmt: skip
def test_trouble(error, use):
    got = judge_error(error, FRESH, NOW)
    assert (got.use, got.name) == (use, error.reason)


def test_a_paused_host_costs_no_attempt_even_at_the_last():
    got = judge_error(errors.HostPaused("u", NOW + timedelta(hours=1)), LAST, NOW)
    assert (got.use, got.counts, got.next_try) == (Use.LATER, False, NOW + timedelta(hours=1))


ARTICLES = [
    "https://n.example/2025/04/28/story.html", "https://n.example/a-long-slug-of-words/", "https://n.example/?id=12345",
    "https://n.example/news/articleView.html?idxno=308144", "https://n.example/world/1234567", "https://n.example/a/b/c/d",
    "https://n.example/%EB%B6%81%ED%95%9C-%EB%9F%AC%EC%8B%9C%EC%95%84-%ED%8C%8C%EB%B3%91-%EA%B4%80%EB%A0%A8/",
    "https://n.example/news/cx2e7r1m4kzo1234",
]  # fmt: skip
LISTS = [
    "https://n.example", "https://n.example/", "https://n.example/index.html", "https://n.example/world/", "https://n.example/en/news",
    "https://n.example/category/politics", "https://n.example/home",
]  # fmt: skip


@pytest.mark.parametrize("url", ARTICLES)
def test_articles_are_not_lists(url):
    assert not looks_like_a_list(url)


@pytest.mark.parametrize("url", LISTS)
def test_lists_are(url):
    assert looks_like_a_list(url)


def test_a_removed_article_that_leads_home_has_lost_its_page():
    assert lost_its_article(ARTICLES[0], LISTS[0])
    assert lost_its_article(ARTICLES[0], LISTS[3])
    assert not lost_its_article(ARTICLES[0], ARTICLES[1])
    assert not lost_its_article(LISTS[3], LISTS[4]), "an article that has such a URL itself"
    assert not lost_its_article("http://n.example/about/", "https://n.example/about")


def test_other_urls_are_believed_within_limits():
    here = "https://www.news.co.uk/2025/story-1001"
    assert believable(here, "https://m.news.co.uk/2025/story-1001")
    assert not believable(here, "https://other.co.uk/2025/story-1001")
    assert not believable(here, "https://www.news.co.uk/")
    assert not believable(here, "https://www.news.co.uk/uk")
    assert not believable(here, "ftp://www.news.co.uk/2025/story-1001")
    assert not believable(here, "javascript:alert(1)")


@pytest.mark.parametrize(
    "url",
    [
        "", "news.example/a", "ftp://news.example/", "file:///etc/passwd", "javascript:alert(1)", "http://", "http:///a",
        "http://news.example:99999/", "http://news.example:22/", "http://[::1", "http://a\nb.example/", "http://" + "a" * 9000,
        "http://0177.0.0.1/", "data:text/html,x", "gopher://x/",
    ],
)  # fmt: skip
def test_what_cannot_be_asked_for(url):
    with pytest.raises(errors.BadAddress):
        parse_target(url)


def test_targets_are_taken_apart():
    t = parse_target(" HTTPS://Bücher.Example:8443/ä b?q=é#frag ")
    assert (t.scheme, t.host, t.port) == ("https", "xn--bcher-kva.example", 8443)
    assert t.path == b"/%C3%A4%20b?q=%C3%A9"
    assert "#" not in t.url
    assert t.origin == "https://xn--bcher-kva.example:8443"
    assert parse_target("http://[2001:DB8::1]/").origin == "http://[2001:db8::1]:80"


def test_redirects_are_joined_and_checked():
    here = parse_target("https://n.example/a/b?c")
    assert follow(here, "../x").url == "https://n.example/x"
    assert follow(here, "//other.example/y").host == "other.example"
    assert follow(here, "?d").url == "https://n.example/a/b?d"
    for bad in ("mailto:x@y", "http://good.example@127.0.0.1/", "http://x:y@z/", "http://[", "\x00"):
        with pytest.raises(errors.BadAddress):
            follow(here, bad)

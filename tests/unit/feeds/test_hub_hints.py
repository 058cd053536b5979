"""Which hub and topic a feed names, and what polls do where a hub keeps its word."""

from datetime import timedelta

import pytest

from ingest.feeds.hints import FeedHints, read_hints, with_link_fields
from ingest.feeds.learned import Memory, pack, unpack
from ingest.feeds.parse import parse_feed
from ingest.feeds.schedule import Bounds, Rhythm, next_after_success
from ingest.websub import HubWish, hub_wish, next_hub
from tests.unit.feeds.fakes import NOW, feed

ADDRESS = "https://f.example/rss"


@pytest.mark.parametrize(
    ("head", "hub", "topic"),
    [
        ('<link rel="hub" href="https://h.example/?a=1&amp;b=2"/>', "https://h.example/?a=1&b=2", None),
        ("<atom:link href='https://h.example/' rel='hub'/><atom:link href='https://f.example/s' rel='self'/>",
         "https://h.example/", "https://f.example/s"),
        ("<link rel='alternate' href='https://f.example/'/>", None, None),
    ],
)  # fmt: skip
def test_in_the_document(head, hub, topic):
    found = read_hints(head)
    assert (found.hub, found.topic) == (hub, topic)


def test_link_fields_go_before_the_document():
    said = FeedHints(hub="https://in.example/", topic="https://in.example/t")
    fields = ['<https://h.example/>; rel="hub", <https://f.example/t>; rel="self alternate"', "nonsense", "<x" * 9000]
    found = with_link_fields(said, fields)
    assert (found.hub, found.topic) == ("https://h.example/", "https://f.example/t")
    assert with_link_fields(said, ['<https://f.example/t>; rel="self"']) == said


def test_json_feeds_name_theirs():
    body = (
        b'{"version":"https://jsonfeed.org/version/1.1","title":"T","feed_url":"https://f.example/j","items":[],'
        b'"hubs":[{"type":"rssCloud","url":"https://c.example/"},{"type":"WebSub","url":"https://h.example/"}]}'
    )
    parsed = parse_feed(body, url=ADDRESS, content_type="application/feed+json", feed=feed(), now=NOW, max_entries=9)
    assert (parsed.hints.hub, parsed.hints.topic) == ("https://h.example/", "https://f.example/j")


@pytest.mark.parametrize(
    ("hub", "topic", "wish"),
    [
        ("https://h.example/", None, HubWish("https://h.example/", ADDRESS)),
        ("https://h.example/", "/rss", HubWish("https://h.example/", ADDRESS)),
        ("https://h.example/", "https://f.example/t", HubWish("https://h.example/", "https://f.example/t")),
        ("javascript:alert(1)", None, None),
        ("file:///etc/passwd", None, None),
        ("https://user:pw@h.example/", None, None),
        ("https://h.example/" + "x" * 600, None, None),
        (None, "https://f.example/t", None),
    ],
)
def test_what_may_be_asked_for(hub, topic, wish):
    assert hub_wish(hub, topic, ADDRESS) == wish


HUBS = ["https://a.example/", "https://b.example/"]


@pytest.mark.parametrize(("asked", "is_refused", "chosen"), [
    (None, False, HUBS[0]), (HUBS[0], False, HUBS[0]), (HUBS[0], True, HUBS[1]), (HUBS[1], False, HUBS[1]),
    (HUBS[1], True, HUBS[1]), ("https://gone.example/", True, HUBS[0]),
])  # fmt: skip
def test_where_a_hub_refuses_the_next_one_is_asked(asked, is_refused, chosen):
    assert next_hub(HUBS, asked, is_refused=is_refused) == chosen
    assert next_hub([], asked, is_refused=is_refused) is None


def test_all_hubs_of_a_feed_are_known():
    head = "".join(
        f"<atom:link rel='hub' href='{hub}'/>" for hub in (*HUBS, "https://c.example/", "https://d.example/")
    )
    found = read_hints(f"<rss><channel>{head}")
    assert (found.hub, found.more_hubs) == (HUBS[0], (HUBS[1], "https://c.example/"))
    fields = [", ".join(f'<{hub}>; rel="hub"' for hub in HUBS)]
    assert with_link_fields(FeedHints(), fields).more_hubs == (HUBS[1],)
    assert unpack(pack(Memory(hints=found))).hints == found


def test_polls_are_as_seldom_as_is_promised_while_the_hub_keeps_its_word():
    busy = Rhythm(tuple(NOW - timedelta(minutes=10 * n) for n in range(30)), window_seconds=86_400)
    bounds = Bounds(300, 86_400, 1800, 1800)
    assert next_after_success("f", busy, bounds, NOW).interval == 300
    pushed = next_after_success("f", busy, bounds, NOW, is_pushed=True)
    assert (pushed.interval, pushed.why) == (1350, "its hub says what is new")
    assert next_after_success("f", busy, bounds, NOW, is_pushed=True, gap=True).interval == 300
    short = Rhythm(busy.instants, window_seconds=2400)
    assert next_after_success("f", short, bounds, NOW, is_pushed=True).interval == 600  # never past its window

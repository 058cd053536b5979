"""A feed that has ended is looked for again on its site, over real HTTP; what is found is proposed, never adopted."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from ingest.feeds.catalogue import Catalogue
from ingest.feeds.health import health_lines
from ingest.http.client import HttpClient
from ingest.ledger import replacements
from ingest.ledger.feeds import states, sync_catalogue
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.feeds import feeds
from ingest.model import Feed
from ingest.operations.feed_replacement import look_for_replacements
from ingest.settings import FetchSettings
from tests.servers.raw import answer, serve

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FETCH = FetchSettings(allow_private=("127.0.0.1", "localhost"), host_delay_seconds=0, per_host=8, timeout_seconds=5)


def document(when: datetime) -> bytes:
    item = f"<item><title>One</title><link>/1</link><pubDate>{when:%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
    return f"<rss version='2.0'><channel><title>The new one</title>{item}</channel></rss>".encode()


def front(*addresses: str) -> bytes:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{a}">' for a in addresses)
    return answer(f"<html><head>{links}</head><body>news</body></html>".encode(), "200 OK", "Content-Type: text/html")


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield ledger
    ledger.close()


def looked(ledger, site, *, now: datetime = NOW, dead: dict[str, object] | None = None) -> tuple[str, list[str]]:
    """What `feeds health` says to do about the feed, and the paths that were asked. ``site``: base → handlers."""

    async def work():
        async with serve({}) as server:
            server.handlers |= site(server.url(""))
            feed = Feed("f", server.url("/old.xml"), "f", "f", "f")
            catalogue = Catalogue((feed,))
            sync_catalogue(ledger, catalogue.feeds, NOW - 30 * DAY)
            with ledger.begin() as c:
                c.execute(update(feeds).values(dead or {"state": "retired", "last_polled_at": NOW - DAY}))
            async with HttpClient(FETCH, lambda: now) as http:
                await look_for_replacements(ledger, catalogue, http, lambda: now)
            with ledger.read() as c:
                line = health_lines(catalogue, states(c), now, proposals=replacements.read(c))[0]
            assert not line.proposed_url or line.tried
            return line.what_to_do.replace(server.url(""), ""), server.paths()

    return asyncio.run(work())


def test_a_retired_feed_whose_site_names_another_is_proposed(ledger):
    site = lambda base: {"/": front(f"{base}/old.xml", f"{base}/new.xml"), "/new.xml": answer(document(NOW - DAY))}  # noqa: E731
    said, asked = looked(ledger, site)
    assert said.startswith("its site names another feed: /new.xml:")
    assert "/" in asked
    assert looked(ledger, site, now=NOW + DAY / 2)[1] == []  # looked at today
    assert "/" in looked(ledger, site, now=NOW + 2 * DAY)[1]  # once more after a day, then a week
    assert looked(ledger, site, now=NOW + 5 * DAY)[1] == []


def test_what_is_stale_itself_is_not_proposed(ledger):
    site = lambda base: {"/": front(f"{base}/new.xml"), "/new.xml": answer(document(NOW - 90 * DAY))}  # noqa: E731
    said, _ = looked(ledger, site)
    assert "names another" not in said


def test_another_publishers_feed_is_not_proposed(ledger):
    def site(base):
        elsewhere = base.replace("127.0.0.1", "localhost")
        return {"/": front(f"{elsewhere}/new.xml"), "/new.xml": answer(document(NOW - DAY))}

    assert "names another" not in looked(ledger, site)[0]


def test_a_feed_that_fails_since_yesterday_is_left_alone_and_one_that_recovers_is_forgotten(ledger):
    site = lambda base: {"/": front(f"{base}/new.xml"), "/new.xml": answer(document(NOW - DAY))}  # noqa: E731
    assert looked(ledger, site, dead={"failing_since": NOW - DAY, "errors_in_a_row": 9})[1] == []
    assert "/" in looked(ledger, site, dead={"failing_since": NOW - 4 * DAY, "errors_in_a_row": 9})[1]
    looked(ledger, site, dead={"state": "active", "failing_since": None})
    with ledger.read() as c:
        assert replacements.read(c) == {}


def test_a_site_that_is_gone_too_stops_nothing(ledger):
    said, _ = looked(ledger, lambda _: {})
    assert "names another" not in said


def tried(ledger) -> list[str]:
    """What is kept of the search, without the part of the address that differs by run."""
    with ledger.read() as c:
        return [re.sub(r"http://[^/]+", "", what) for what in replacements.read(c)["f"].tried]


def test_what_was_tried_is_kept_with_what_it_was_and_why_it_is_not_proposed(ledger):
    def site(base):
        stale, page = answer(document(NOW - 90 * DAY)), answer(b"<html><body>news</body></html>")
        return {"/": front(f"{base}/new.xml", f"{base}/page"), "/new.xml": stale, "/page": page}

    looked(ledger, site)
    kept = tried(ledger)
    assert kept[0] == "/new.xml: its newest is of 2026-08-24"
    assert "/page: no feed" in kept
    assert "/feed/: HTTP 404" in kept
    assert len(kept) <= replacements.MOST_TRIED


def test_a_site_that_cannot_be_reached_is_what_was_tried(ledger):
    dead = Feed("f", "http://127.0.0.1:1/old.xml", "f", "f", "f")

    async def work():
        async with HttpClient(FETCH, lambda: NOW) as http:
            await look_for_replacements(ledger, Catalogue((dead,)), http, lambda: NOW)

    sync_catalogue(ledger, (dead,), NOW - 30 * DAY)
    with ledger.begin() as c:
        c.execute(update(feeds).values(state="retired", last_polled_at=NOW - DAY))
    asyncio.run(work())
    assert len(tried(ledger)) == 1
    assert tried(ledger)[0].startswith("/: ")

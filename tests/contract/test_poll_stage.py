"""The poll stage over real HTTP, on both databases, with several workers and one that dies."""

import asyncio
import gzip
import threading
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from ingest.feeds.catalogue import Catalogue
from ingest.http.client import HttpClient
from ingest.ledger import feeds as states
from ingest.ledger.intake import Finds, discover
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import articles, sightings
from ingest.model import Entry, Feed
from ingest.publishers import Publishers
from ingest.settings import FetchSettings, PollSettings, Settings
from ingest.stages.poll import poll
from ingest.urls import canonical, url_key
from tests.servers.raw import answer, serve

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SETTINGS = Settings(
    fetch=FetchSettings(allow_private=("127.0.0.1", "::1", "localhost"), host_delay_seconds=0, per_host=8, timeout_seconds=2, total_seconds=3),
    poll=PollSettings(concurrency=4),
)  # fmt: skip


def feed(feed_id: str, url: str, **more) -> Feed:
    return Feed(feed_id, url, feed_id, feed_id, feed_id, **more)


def rss(*links: str) -> bytes:
    items = "".join(
        f"<item><title>About {link}</title><link>https://news.example{link}</link></item>" for link in links
    )
    return f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>".encode()


def entry(link: str) -> Entry:
    url = canonical(f"https://news.example{link}")
    return Entry(url, url, url_key(url), f"About {link}", guid=link)


async def polled(ledger, feeds, now=NOW, **options):
    outcomes = []
    async with HttpClient(SETTINGS.fetch, lambda: now) as http:
        run = await poll(ledger, Catalogue(tuple(feeds)), http, SETTINGS, lambda: now, outcomes.append, **options)
    assert run.accounted
    return {o.subject: (o.name, o.new) for o in outcomes}


def test_real_servers_and_their_ways(ledger_url):
    async def scenario():
        packed = gzip.compress(rss("/zipped"))
        handlers = {
            "/good": answer(rss("/1", "/2"), "200 OK", "Content-Type: application/rss+xml", 'ETag: "1"'),
            "/zipped": answer(packed, "200 OK", "Content-Encoding: gzip"),
            "/old": answer(b"", "301 Moved", "Location: /good2"),
            "/good2": answer(rss("/3")),
            "/loop": answer(b"", "302 Found", "Location: /loop"),
            "/gone": answer(b"", "410 Gone"),
            "/limited": answer(b"", "429 Too Many", "Retry-After: 3600"),
            "/page": answer(b"<!doctype html><html><body>Hello</body></html>", "200 OK", "Content-Type: text/html"),
            "/short": answer(rss("/4")[:-30], length=9999),
            "/long": answer(rss("/6"), length=9999),  # all of it is there, whatever it announced
            "/cp1251": answer(rss("/5").replace(b"About", "Новости".encode("cp1251"))),
        }
        async with serve(handlers) as server:
            feeds = [feed(path[1:], server.url(path)) for path in handlers if path not in ("/good2", "/limited")]
            # a host that limits is left alone altogether: this one goes by another name
            feeds.append(feed("limited", server.url("/limited").replace("127.0.0.1", "localhost")))
            return await polled(ledger, feeds), server.paths()

    ledger = open_ledger(ledger_url)
    outcomes, paths = asyncio.run(scenario())
    assert outcomes == {
        "good": ("new", 2), "zipped": ("new", 1), "old": ("new", 1), "loop": ("redirect-loop", 0), "gone": ("gone", 0),
        "page": ("html", 0), "short": ("truncated", 0), "long": ("new", 1), "cp1251": ("new", 1), "limited": ("rate-limited", 0),
    }  # fmt: skip
    assert "/good" in paths
    with ledger.read() as c:
        assert c.scalar(select(func.count()).select_from(articles)) == 6
        assert "Новости /5" in list(c.scalars(select(articles.c.title)))
    ledger.close()


def test_workers_never_poll_the_same_feed(ledger_url):
    main = open_ledger(ledger_url)
    feeds = [feed(f"f{i:03}", f"https://f{i}.example/rss") for i in range(120)]
    states.sync_catalogue(main, feeds, NOW)
    took: list[str] = []
    refused: list[str] = []

    def work():
        ledger = open_ledger(ledger_url, migrate=False)
        while claimed := states.claim_due(ledger, NOW, limit=7, lease_seconds=60):
            for state in claimed:
                took.append(state.id)
                with ledger.begin() as c:
                    later = {"next_due": NOW + timedelta(hours=1)}
                    if not states.record(c, ledger, state.id, later):
                        refused.append(state.id)
        ledger.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert Counter(took) == Counter(f.id for f in feeds)
    assert refused == []
    main.close()


def test_a_dead_workers_feeds_are_taken_up_and_its_late_word_is_refused(ledger_url):
    dead, alive = open_ledger(ledger_url), open_ledger(ledger_url, migrate=False)
    states.sync_catalogue(dead, [feed("f", "https://f.example/rss")], NOW)
    assert len(states.claim_due(dead, NOW, limit=9, lease_seconds=60)) == 1
    assert states.claim_due(alive, NOW + timedelta(seconds=59), limit=9, lease_seconds=60) == []
    assert len(states.claim_due(alive, NOW + timedelta(seconds=61), limit=9, lease_seconds=60)) == 1
    with dead.begin() as c:
        assert not states.record(c, dead, "f", {"last_outcome": "late"})
    with alive.begin() as c:
        assert states.record(c, alive, "f", {"last_outcome": "in time"})
    dead.close()
    alive.close()


def test_two_workers_that_find_the_same_articles_at_once(ledger_url):
    ledger = open_ledger(ledger_url)
    entries = [entry(f"/{i}") for i in range(150)]
    failures: list[BaseException] = []

    def work(n: int):
        mine = open_ledger(ledger_url, migrate=False)
        try:
            for start in range(0, 150, 30):
                ordered = entries[start : start + 30] if n % 2 else entries[start : start + 30][::-1]
                with mine.begin() as c:
                    discover(c, [Finds(feed(f"f{n}", "https://f.example/"), ordered)], Publishers(()), NOW)
        except BaseException as e:
            failures.append(e)
        finally:
            mine.close()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert failures == []
    with ledger.read() as c:
        assert c.scalar(select(func.count()).select_from(articles)) == 150
        assert c.scalar(select(func.count()).select_from(sightings)) == 600
    ledger.close()


def test_entries_and_the_feeds_state_are_stored_together_or_not_at_all(ledger_url):
    ledger = open_ledger(ledger_url)
    states.sync_catalogue(ledger, [feed("f", "https://f.example/")], NOW)
    states.claim_due(ledger, NOW, limit=1, lease_seconds=60)

    def killed_half_way():
        with ledger.begin() as c:
            discover(c, [Finds(feed("f", "https://f.example/"), [entry("/1")])], Publishers(()), NOW)
            states.record(c, ledger, "f", {"last_outcome": "new"})
            raise RuntimeError("killed here")

    with pytest.raises(RuntimeError, match="killed here"):
        killed_half_way()
    with ledger.read() as c:
        assert c.scalar(select(func.count()).select_from(articles)) == 0
        assert states.states(c)["f"].last_outcome is None
    ledger.close()


def test_more_feeds_than_fit_into_one_question(ledger_url):
    ledger = open_ledger(ledger_url)
    feeds = [feed(f"f{i:04}", f"https://f{i}.example/rss") for i in range(1500)]
    states.sync_catalogue(ledger, feeds, NOW)
    wanted = [f.id for f in feeds[:1200]]
    assert len(states.claim_due(ledger, NOW, limit=5000, lease_seconds=60, feed_ids=wanted)) == 1200
    with ledger.read() as c:
        assert len(states.due_ids(c, NOW)) == 300
        assert len(states.states(c, wanted)) == 1200
        assert states.counts(c) == {"active": 1500}
    ledger.close()


def test_workers_that_start_together_make_each_feed_known_once(ledger_url):
    failures = []
    ledgers = [open_ledger(ledger_url) for _ in range(4)]
    catalogue = [feed(f"f{n}", "https://f.example/") for n in range(60)]
    together = threading.Barrier(4)

    def start(mine):
        together.wait(10)
        try:
            states.sync_catalogue(mine, catalogue if mine is ledgers[0] else catalogue[::-1], NOW)
        except Exception as e:
            failures.append(e)

    threads = [threading.Thread(target=start, args=(mine,)) for mine in ledgers]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert failures == []
    with ledgers[0].read() as c:
        assert sum(states.counts(c).values()) == 60
    for mine in ledgers:
        mine.close()

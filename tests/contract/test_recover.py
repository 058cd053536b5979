"""What polls have missed is recovered over real HTTP: from sitemaps, archive pages and older pages of a feed."""

import asyncio
import gzip
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from ingest.feeds.catalogue import Catalogue
from ingest.http.client import HttpClient
from ingest.ledger import feeds as states
from ingest.ledger import gaps as ledger_gaps
from ingest.ledger.history import dossier
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import articles, sightings
from ingest.model import Feed
from ingest.settings import FetchSettings, PollSettings, Settings
from ingest.stages.poll import poll
from tests.servers.raw import answer, serve

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=4)
"""A window of ten entries, one each five minutes: 38 lie between the two polls' windows."""
MISSED = range(1, 39)
FETCH = FetchSettings(allow_private=("127.0.0.1",), host_delay_seconds=0, per_host=8, timeout_seconds=5)


def at(number: int) -> datetime:
    return NOW + timedelta(minutes=5 * number)


def document(base: str, numbers: range, head: str = "") -> bytes:
    items = "".join(
        f"<item><title>Number {n}</title><link>{base}/world/{n}.html</link>"
        f"<pubDate>{at(n):%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
        for n in reversed(numbers)
    )
    return f"<rss version='2.0'><channel><title>T</title>{head}{items}</channel></rss>".encode()


def page(address: str, when: datetime) -> str:
    return (
        f"<url><loc>{address}</loc><n:news><n:title>About {address}</n:title>"
        f"<n:publication_date>{when.isoformat()}</n:publication_date></n:news></url>"
    )


def sitemap(*pages: str) -> bytes:
    names = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    )
    return f"<urlset {names}>{''.join(pages)}</urlset>".encode()


class Desk:
    """A feed polled twice, with what its site answers beside it."""

    def __init__(self, url: str, **settings: object) -> None:
        self.ledger = open_ledger(url)
        self.settings = Settings(fetch=FETCH, poll=PollSettings(**settings))
        self.outcomes: dict[str, str] = {}
        self.asked: list[str] = []

    def poll_twice(self, site, *, head: str = "") -> "Desk":
        """``site``: from the server's address to its handlers."""

        async def both():
            async with serve({}) as server:
                base = server.url("")
                feed = Feed("f", server.url("/rss"), "f", "f", "f")
                server.handlers |= {"/rss": answer(document(base, range(-9, 1), head)), **site(base)}
                await self._poll(feed, NOW)
                server.seen.clear()
                server.handlers["/rss"] = answer(document(base, range(39, 49), head))
                await self._poll(feed, LATER)
                self.asked = server.paths()

        asyncio.run(both())
        return self

    async def _poll(self, feed: Feed, now: datetime) -> None:
        async with HttpClient(FETCH, lambda: now) as http:
            told = lambda o: self.outcomes.update({o.name: o.detail})  # noqa: E731
            run = await poll(
                self.ledger, Catalogue((feed,)), http, self.settings, lambda: now, told, force=True
            )  # fmt: skip
        assert run.accounted

    @property
    def recovered(self) -> list[int]:
        with self.ledger.read() as c:
            urls = c.scalars(select(sightings.c.url).where(sightings.c.recovered_from.is_not(None)))
            return sorted(int(url.rpartition("/")[2].partition(".")[0]) for url in urls)

    @property
    def counted(self) -> tuple[int, float, datetime | None]:
        with self.ledger.read() as c:
            state = states.states(c)["f"]
        return state.gaps, state.missed_estimate, state.last_gap_at

    @property
    def gap(self) -> ledger_gaps.FeedGap:
        with self.ledger.read() as c:
            return ledger_gaps.latest(c, LATER)["f"]


@pytest.fixture
def desk(tmp_path):
    made = []

    def make(**settings):
        made.append(Desk(f"sqlite:///{tmp_path}/{len(made)}.sqlite", **settings))
        return made[-1]

    yield make
    for one in made:
        one.ledger.close()


def newsy_site(base: str) -> dict[str, bytes]:
    """robots.txt names an index of sitemaps; the one of news is stored compressed and holds more than the feed's own."""
    pages = [page(f"{base}/world/{n}.html", at(n)) for n in range(-30, 49)]
    pages += [page(f"{base}/sport/{n}.html", at(n)) for n in range(-9, 49)]
    pages += [page(f"https://other.example/world/{n}.html", at(n)) for n in MISSED]
    pages += [page(f"{base}/world/{n}.html", LATER + timedelta(days=n)) for n in range(900, 910)]
    index = f"<sitemapindex><sitemap><loc>{base}/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>" + (
        f"<sitemap><loc>{base}/news.xml.gz</loc></sitemap></sitemapindex>"
    )
    return {
        "/robots.txt": answer(f"User-agent: *\nDisallow: /private\nSitemap: {base}/index.xml\n".encode()),
        "/index.xml": answer(index.encode()),
        "/news.xml.gz": answer(gzip.compress(sitemap(*pages)), "200 OK", "Content-Type: application/x-gzip"),
    }


def test_what_a_gap_cost_is_found_in_the_sites_news_sitemap(ledger_url):
    desk = Desk(ledger_url).poll_twice(newsy_site)
    assert desk.recovered == list(MISSED)  # not the sports pages, other hosts, or what is dated in the future
    gap = desk.gap
    assert gap.recovered == 38
    assert gap.high is not None
    assert gap.low <= 38 <= gap.high
    assert str(gap).endswith(" missed between 22 Nov 10:00 and 13:15 UTC, 38 recovered")
    assert desk.outcomes["recovered"].startswith(str(gap))
    assert "/old.xml" not in desk.asked
    with desk.ledger.read() as c:
        key = c.scalar(select(articles.c.key).where(articles.c.url.like("%/world/7.html")))
        (seen,) = dossier(c, key)["sightings"]
        states = set(c.execute(select(articles.c.state, articles.c.silent)).all())
    assert seen["recovered_from"].endswith("/news.xml.gz")
    assert states == {("discovered", False)}
    desk.ledger.close()


def test_what_is_older_than_the_baseline_tells_nobody(desk):
    desk = desk(baseline_hours=2).poll_twice(newsy_site)
    with desk.ledger.read() as c:
        rows = c.execute(select(articles.c.published, articles.c.silent).join(sightings).where(
            sightings.c.recovered_from.is_not(None))).all()  # fmt: skip
    assert len(rows) == 38
    assert all(row.silent == (row.published < LATER - timedelta(hours=2)) for row in rows)


def test_nobody_is_asked_where_recovery_is_off(desk):
    desk = desk(recover=False).poll_twice(newsy_site)
    assert desk.asked == ["/rss"]
    assert desk.gap.recovered == 0


def test_no_more_than_the_limit_and_the_newest_of_it(desk):
    assert desk(recover_entries=5).poll_twice(newsy_site).recovered == [34, 35, 36, 37, 38]


def test_archive_pages_of_the_feed_itself(desk):
    def site(base):
        older = {"/a2": range(20, 39), "/a1": range(20), "/a0": range(-20, 0)}
        after = {"/a2": "/a1", "/a1": "/a0", "/a0": "/never"}
        return {
            path: answer(document(base, numbers, f'<atom:link rel="prev-archive" href="{after[path]}"/>'))
            for path, numbers in older.items()
        }

    head = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="prev-archive" href="/a2"/>'
    desk = desk().poll_twice(site, head=head)
    assert desk.recovered == list(MISSED)
    assert "/never" not in desk.asked


def test_a_gap_that_was_searched_whole_is_withdrawn(desk):
    def site(base):
        return {f"/rss?paged={n}": answer(document(base, range(49 - 10 * n, 59 - 10 * n))) for n in range(2, 9)}

    whole = desk().poll_twice(site, head="<generator>https://wordpress.org/?v=6.4</generator>")
    assert whole.gap.is_withdrawn
    assert "nothing missed" in str(whole.gap)
    assert "38 recovered" in str(whole.gap)
    assert whole.counted == (0, 0.0, None)
    cut = desk(recover_entries=5).poll_twice(site, head="<generator>https://wordpress.org/?v=6.4</generator>")
    assert not cut.gap.is_withdrawn, "more was there than was taken"
    assert cut.counted[0] == 1


def test_a_gap_whose_sitemap_may_lack_some_stays(desk):
    desk = desk().poll_twice(newsy_site)
    assert not desk.gap.is_withdrawn
    assert desk.counted[0] == 1


def test_older_pages_of_wordpress(desk):
    def site(base):
        return {f"/rss?paged={n}": answer(document(base, range(49 - 10 * n, 59 - 10 * n))) for n in range(2, 9)}

    head = "<generator>https://wordpress.org/?v=6.4</generator>"
    assert desk().poll_twice(site, head=head).recovered == list(MISSED)


def test_a_server_that_knows_no_pages_is_asked_for_one(desk):
    def site(base):
        return {"/rss?paged=2": answer(document(base, range(39, 49))), "/rss?paged=3": answer(document(base, MISSED))}

    head = "<generator>WordPress 6</generator>"
    desk = desk().poll_twice(site, head=head)
    assert "/rss?paged=3" not in desk.asked
    assert desk.gap.recovered == 0


@pytest.mark.parametrize("body", [
    lambda base: gzip.compress(b"<urlset>" + b" " * 60_000_000, 9),
    lambda base: b"<!DOCTYPE u [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><urlset><url><loc>&b;</loc></url></urlset>",
    lambda base: sitemap(*(page(f"https://other.example/world/{n}", at(n)) for n in MISSED)),
    # every page of the site dated today, and none of what the feed had
    lambda base: sitemap(*(f"<url><loc>{base}/world/a{n}</loc><lastmod>{at(5).isoformat()}</lastmod></url>" for n in range(900))),
    lambda base: sitemap(*(page(f"{base}/world/{n}x", at(n % 49)) for n in range(900))),
    lambda base: b"<urlset>" + b"<url>" * 200_000,
    lambda base: f"<sitemapindex>{f'<sitemap><loc>{base}/sitemap.xml</loc></sitemap>' * 2000}</sitemapindex>".encode(),
])  # fmt: skip
def test_a_sitemap_that_means_no_good_costs_a_few_requests_and_brings_nothing(desk, body):
    desk = desk().poll_twice(lambda base: {"/sitemap.xml": answer(body(base))})
    assert desk.recovered == []
    assert desk.gap.note
    assert len(desk.asked) < 20


def test_what_robots_txt_forbids_is_not_asked(desk):
    def site(base):
        forbidden = f"User-agent: *\nDisallow: /news\nSitemap: {base}/news.xml.gz\n"
        return newsy_site(base) | {"/robots.txt": answer(forbidden.encode())}

    desk = desk().poll_twice(site)
    assert "/news.xml.gz" not in desk.asked
    assert "recovery-failed" in desk.outcomes


def test_a_site_in_trouble_is_asked_again(desk):
    desk = desk().poll_twice(lambda base: {"/sitemap.xml": answer(b"", "500 No")})
    assert "recovery-failed" in desk.outcomes
    soon = {"lease_seconds": 600, "most_feeds": 9}
    assert ledger_gaps.claim(desk.ledger, LATER + timedelta(minutes=50), **soon) == {}
    assert list(ledger_gaps.claim(desk.ledger, LATER + timedelta(minutes=61), **soon)) == ["f"]

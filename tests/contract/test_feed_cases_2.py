"""Cases that went wrong once, after public bug reports: raw answers in, what must be in the ledger out.

The answers are shared data and not part of the repository; without them the tests are skipped. Fixtures of the same
kinds, our own, are in ``tests/unit/feeds`` and ``test_http_faults.py``.
"""

import asyncio
import contextlib
import gzip
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from ingest.clock import system_clock
from ingest.feeds.catalogue import Catalogue
from ingest.feeds.opml import read_outlines, write_opml
from ingest.http.client import HttpClient
from ingest.ledger import feeds as states
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import articles
from ingest.model import Feed
from ingest.operations.feed_search import discover_feeds
from ingest.settings import FetchSettings, Settings
from ingest.stages.poll import poll
from tests.require import missing

DATA = Path(__file__).parents[3] / "shared" / "data" / "feed-cases-2"
CASES = {c["id"]: c for c in map(json.loads, (DATA / "cases.jsonl").read_text().splitlines())} if DATA.exists() else {}


class Web:
    """Answers as a proxy would: by host and path, in turn, and by what the request carries."""

    def __init__(self, case):
        self.host, self.counts, self.answers = case.get("host", ""), {}, {}
        for key, file in case["answers"].items():
            name, _, rest = key.partition(" answer ")
            where = (
                name.removeprefix("!") if "." in name.partition("/")[0] or name.startswith("!") else self.host + name
            )
            number = int(rest.partition(" ")[0]) if rest else 0
            self.answers[where, number, re.sub(r".* has (\w+) headers$", r"\1", rest) if "when" in rest else ""] = load(
                file
            )

    def answer(self, where: str, headers: dict[str, str]) -> bytes:
        number = self.counts[where] = self.counts.get(where, 0) + 1
        kinds = {"cookie": "cookie" in headers, "cond": bool({"if-none-match", "if-modified-since"} & headers.keys())}
        for turn in (number, 2, 1, 0):
            for kind in ("cookie", "cond"):
                if kinds[kind] and (found := self.answers.get((where, turn, kind))) is not None:
                    return found
            if (found := self.answers.get((where, turn, ""))) is not None:
                return found
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

    @contextlib.asynccontextmanager
    async def serve(self):
        async def connected(reader, writer):
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                url = head[0].split(" ")[1]
                headers = {k.strip().lower(): v for k, v in (line.split(":", 1) for line in head[1:] if ":" in line)}
                writer.write(self.answer(re.sub(r"^https?://", "", url), headers))
                await writer.drain()
            writer.close()

        server = await asyncio.start_server(connected, "127.0.0.1", 0, limit=2**20)
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            server.close()


def load(file: str) -> bytes:
    body = (DATA / file).read_bytes()
    return gzip.decompress(body) if file.endswith(".gz") else body


def case_of(name):
    if name not in CASES:
        missing("feed-cases-2 beside the repository")
    return CASES[name]


class Polled:
    def __init__(self, articles, state, outcomes):
        self.articles, self.state, self.outcomes = articles, state, outcomes

    @property
    def urls(self):
        return [a.url for a in self.articles]


@pytest.fixture
def polled(tmp_path):
    def run(name) -> Polled:
        case = case_of(name)
        feed = Feed(name=name, outlet=name, outlet_name=name, **case["feed"])
        ledger = open_ledger(f"sqlite:///{tmp_path}/{name}.sqlite")
        outcomes = []

        async def rounds():
            async with Web(case).serve() as proxy:
                fetch = FetchSettings(proxy=proxy, host_delay_seconds=0, timeout_seconds=5, total_seconds=10)
                for number in range(case["polls"]):
                    async with HttpClient(fetch, system_clock) as http:
                        clock = lambda n=number: system_clock() + timedelta(minutes=10 * n)  # noqa: E731
                        await poll(ledger, Catalogue((feed,)), http, Settings(), clock, outcomes.append, force=True)

        asyncio.run(rounds())
        with ledger.read() as c:
            return Polled(c.execute(select(articles)).all(), states.states(c)[name], outcomes)

    return run


@pytest.mark.parametrize(("name", "count"), [
    ("brotli", 2), ("utf8ce", 2), ("gztail", 2), ("wronglen", 2), ("cookie", 2), ("badhdr", 2), ("cond412", 3), ("samelink", 5),
    ("longguid", 2), ("jsonnover", 1), ("htmlpre", 2), ("ampurl", 2), ("bigitem", 3), ("trailslash", 1), ("amppage", 1),
])  # fmt: skip
def test_all_articles_arrive(polled, name, count):
    got = polled(name)
    assert len(got.articles) == count, got.outcomes
    assert got.outcomes[-1].ok


def test_a_validator_that_cannot_be_sent_back_crashes_nothing(polled):
    assert all(o.ok for o in polled("etagutf").outcomes)


@pytest.mark.parametrize(("name", "urls"), [
    ("noscheme", ["http://www.noscheme.example/articles/1-un-sujet", "http://www.noscheme.example/articles/2-un-sujet"]),
    ("idn", ["http://xn--fa-hia.example/articles/1-un-sujet", "http://xn--e1afmkfd.example/articles/2"]),
    ("podcast", ["http://podcast.example/audio/1.mp3"]),
    ("ampurl", ["http://ampurl.example/view?id=11&cat=2", "http://ampurl.example/view?id=12&copy=2"]),
    ("substack", ["http://substack.example/p/nord-coree"]), ("srsltid", ["http://srsltid.example/a/1-nord-coree-x"]),
])  # fmt: skip
def test_links_are_what_they_mean(polled, name, urls):
    assert sorted(polled(name).urls) == sorted(urls)


def test_a_title_escaped_twice_is_unescaped(polled):
    assert [a.title for a in polled("dblatom").articles] == ['L’armée & la "paix"']


def test_walls_and_pages_that_point_elsewhere_say_so(polled, tmp_path):
    assert polled("chal403").outcomes[-1].name == "challenge"


def test_a_page_that_refreshes_to_the_feed_says_where(polled):
    assert "http://metar.example/real.xml" in polled("metar").outcomes[-1].detail


def test_an_archive_sorted_oldest_first_shows_its_newest(polled):
    numbers = {int(re.search(r"/articles/(\d+)", url)[1]) for url in polled("oldfirst").urls}
    assert len(numbers) == 5000
    assert set(range(1, 11)) <= numbers or set(range(5991, 6001)) <= numbers


def test_a_feed_without_items_is_well(polled):
    got = polled("noitems")
    assert got.outcomes[-1].ok
    assert got.state.errors_in_a_row == 0


@pytest.mark.parametrize("name", sorted(n for n in CASES if n.startswith("d-")) or ["d-none"])
def test_dates(polled, name):
    wanted = datetime.fromisoformat(case_of(name)["must"].removeprefix("published ")).replace(tzinfo=UTC)
    (article, *_) = polled(name).articles
    published = article.published and article.published.replace(second=0)
    assert published is None or published <= datetime.now(UTC) + timedelta(minutes=1)
    assert published == wanted or (wanted > datetime.now(UTC) and article.published_source == "feed-clamped")


@pytest.mark.parametrize("name", sorted(n for n in CASES if n.startswith("disc-")) or ["disc-none"])
def test_discovery(name):
    case = case_of(name)
    wanted = re.search(r"lists (\S+)", case["must"])[1]
    site = case["command"].split()[-1]

    async def run():
        web = Web(case).serve()
        async with web as proxy, HttpClient(FetchSettings(proxy=proxy, host_delay_seconds=0), system_clock) as http:
            return await discover_feeds(http, site, system_clock)

    found = [f.url for f in asyncio.run(run())]
    assert wanted in found
    assert "first" not in case["must"] or found[0] == wanted


@pytest.mark.parametrize("name", sorted(n for n in CASES if n.startswith("opml-")) or ["opml-none"])
def test_opml(name):
    case = case_of(name)
    read = read_outlines((DATA / case["file"]).read_bytes())
    assert read.feeds
    assert not read.left_out
    if "ampersand" in name:
        assert [f.url for f in read.feeds] == ["https://amp.example/rss?a=1&b=2"]
    again = read_outlines(write_opml(read.feeds))
    assert [(f.url, f.tags) for f in again.feeds] == [(f.url, f.tags) for f in read.feeds]

"""The fetch stage over real HTTP, into a real archive and ledger."""

import asyncio
import ipaddress
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from ingest.archive import open_archive
from ingest.clock import system_clock
from ingest.http.client import HttpClient
from ingest.http.network.backend import NameUnknown
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import aliases, articles, sightings, withdrawn_pages
from ingest.model import ArchiveRef, Policy
from ingest.settings import FetchSettings, Settings
from ingest.stages.fetch import fetch
from ingest.urls import url_key
from tests.servers.raw import answer, serve

PAGE = b"<html><head><title>t</title></head><body>" + b"text " * 100 + b"</body></html>"
HTML = "Content-Type: text/html; charset=utf-8"


@pytest.fixture
def ledger(ledger_url):
    ledger = open_ledger(ledger_url)
    yield ledger
    ledger.close()


def add(ledger, *urls, policy=Policy.FULL, seen=None, **values):
    now = seen or system_clock()
    with ledger.begin() as c:
        for url in urls:
            row = {
                "key": url_key(url), "url": url, "original_url": url, "host": "127.0.0.1", "feed_id": "f",
                "policy": policy.value, "title": "T", "first_seen_at": now, "state": "discovered", **values,
            }  # fmt: skip
            c.execute(insert(articles).values(**row))
            c.execute(
                insert(sightings).values(
                    article_key=row["key"], feed_id="f", url=url, title="T", seen_at=now, last_seen_at=now
                )
            )


def row(ledger, url):
    with ledger.read() as c:
        return c.execute(select(articles).where(articles.c.key == url_key(url))).one()


async def run(ledger, tmp_path, limit=None, **fetch_settings):
    changes = {"allow_private": ("127.0.0.0/8",), "host_delay_seconds": 0, "attempts": 3, **fetch_settings}
    settings = Settings(fetch=FetchSettings(**changes))
    archive = open_archive(str(tmp_path / "archive"))
    outcomes = []
    async with HttpClient(settings.fetch, system_clock) as http:
        done = await fetch(ledger, archive, http, settings, system_clock, outcomes.append, limit=limit)
    assert done.accounted
    assert len(outcomes) == done.claimed
    return done, archive


def site(pages, ledger, tmp_path, **settings):
    """Add every page of a site as an article, fetch, and give the run, the archive and the server."""

    async def go():
        async with serve(dict(pages)) as server:
            wanted = [server.url(p) for p in pages if not p.startswith(("/robots", "/.well", "/hidden"))]
            add(ledger, *wanted)
            done, archive = await run(ledger, tmp_path, **settings)
            return done, archive, server

    return asyncio.run(go())


def test_a_page_is_archived_before_the_ledger_says_fetched(ledger, tmp_path):
    done, archive, server = site({"/story-1001": answer(PAGE, "200 OK", HTML, 'ETag: "e1"')}, ledger, tmp_path)
    got = row(ledger, server.url("/story-1001"))
    assert (got.state, got.http_status, got.etag, got.reason) == ("fetched", 200, '"e1"', None)
    assert archive.read(ArchiveRef.parse(got.archive_ref)).body == PAGE
    assert got.rights["robots"] == "none"
    assert "HTTP 404" in got.rights["robots_evidence"]
    assert got.rights["tdm"] == "none"
    assert done.new == 1


def test_every_trouble_has_its_outcome_and_the_rest_goes_on(ledger, tmp_path):
    pages = {
        "/good-1": answer(PAGE, "200 OK", HTML),
        "/gone-410": answer(b"", "410 Gone"),
        "/missing-404": answer(b"", "404 Not Found"),
        "/forbidden-403": answer(b"", "403 Forbidden"),
        "/broken-500": answer(b"", "500 Oops"),
        "/torn-999": answer(b"abc", length=100),
        "/film-123": answer(b"\0\1", "200 OK", "Content-Type: video/mp4"),
        "/empty-123": answer(b"", "200 OK", HTML),
        "/loop-123": answer(b"", "302 Found", "Location: /loop-123"),
        "/private-123": answer(b"", "302 Found", "Location: http://192.168.0.1/"),
        "/away-123": answer(b"", "302 Found", "Location: /"),
        "/hidden": answer(PAGE),
        "/": answer(PAGE, "200 OK", HTML),
        "/good-2": answer(PAGE + b"2", "200 OK", HTML),
    }
    done, _, server = site(pages, ledger, tmp_path)
    assert done.counts == Counter(
        {
            "fetched": 3, "gone": 1, "not-found": 1, "forbidden": 1, "server-error": 1, "truncated": 1,
            "not-a-page": 1, "empty": 1, "redirect-loop": 1, "private-address": 1, "redirected-away": 1,
        }
    )  # fmt: skip
    gone = row(ledger, server.url("/gone-410"))
    assert (gone.state, gone.archive_ref, gone.http_status) == ("fetched", None, 410)
    again = row(ledger, server.url("/broken-500"))
    assert (again.state, again.stage, again.fetch_attempts) == ("fetched", None, 1)  # by its feed's words for now
    assert again.fetch_again_at > system_clock()


def test_after_the_last_attempt_the_feed_s_text_stands(ledger, tmp_path):
    async def go():
        async with serve({"*": answer(b"", "503 Busy")}) as server:
            url = server.url("/story-1")
            add(ledger, url, attempts=2)
            done, _ = await run(ledger, tmp_path)
            return done, row(ledger, url)

    done, got = asyncio.run(go())
    # robots.txt answers 503 too: nothing is asked of the site, and after the last attempt the feed's text stands
    assert done.counts == {"robots-unreachable": 1}
    assert (got.state, got.next_try) == ("fetched", None)
    assert "gave up after 3 attempts" in got.reason


def test_rate_limits_pause_the_host_without_costing_attempts(ledger, tmp_path):
    limited = answer(b"", "429 Too Many Requests", "Retry-After: 120")
    done, _, server = site(
        {"/robots.txt": answer(b""), "/a-1": limited, "/b-2": limited, "/c-3": limited}, ledger, tmp_path, per_host=1
    )
    assert done.counts == {"rate-limited": 1, "host-paused": 2}
    rows = [row(ledger, server.url(p)) for p in ("/a-1", "/b-2", "/c-3")]
    assert sorted(r.fetch_attempts for r in rows) == [0, 0, 1]
    assert all(r.fetch_again_at - system_clock() > timedelta(seconds=100) for r in rows)

    later, _ = asyncio.run(run(ledger, tmp_path))
    assert later.claimed == 0
    assert server.paths().count("/a-1") + server.paths().count("/b-2") + server.paths().count("/c-3") == 1


def test_robots_are_kept_with_evidence(ledger, tmp_path):
    rules = b"User-agent: *\nAllow: /\n\nUser-agent: veille\nDisallow: /no/\nCrawl-delay: 0.01\n"
    pages = {"/robots.txt": answer(rules), "/no/story-1": answer(PAGE), "/yes/story-1": answer(PAGE, "200 OK", HTML)}
    done, _, server = site(pages, ledger, tmp_path)
    assert done.counts == {"fetched": 1, "refused-by-robots": 1}
    refused = row(ledger, server.url("/no/story-1"))
    assert (refused.state, refused.archive_ref, refused.rights["robots"]) == ("fetched", None, "disallowed")
    assert "disallows veille" in refused.rights["robots_evidence"]
    assert refused.rights["robots_at"]
    assert "/no/story-1" not in server.paths()
    assert row(ledger, server.url("/yes/story-1")).rights["robots"] == "allowed"
    assert server.paths().count("/robots.txt") == 1


def test_robots_are_asked_of_every_host_on_the_way(ledger, tmp_path):
    async def go():
        async with serve({"/robots.txt": answer(b"User-agent: *\nDisallow: /"), "*": answer(PAGE)}) as other:
            there = answer(b"", "302 Found", f"Location: {other.url('/story-1')}")
            async with serve({"/story-1": there}) as server:
                add(ledger, server.url("/story-1"))
                return (await run(ledger, tmp_path))[0], other

    done, other = asyncio.run(go())
    assert done.counts == {"refused-by-robots": 1}
    assert other.paths() == ["/robots.txt", "/.well-known/tdmrep.json"]


@pytest.mark.parametrize(("where", "asked"), [("file", False), ("header", True), ("meta", True)])
def test_a_mining_reservation_leaves_the_feed_s_own_text(ledger, tmp_path, where, asked):
    meta = b'<html><head><meta name="tdm-reservation" content="1"></head>text</html>'
    pages = {
        "file": {
            "/.well-known/tdmrep.json": answer(b'[{"location": "/", "tdm-reservation": 1}]'),
            "/a-1": answer(PAGE, "200 OK", HTML),
        },
        "header": {"/a-1": answer(PAGE, "200 OK", HTML, "TDM-Reservation: 1", "tdm-policy: https://x.example/p")},
        "meta": {"/a-1": answer(meta, "200 OK", HTML)},
    }[where]
    done, archive, server = site(pages, ledger, tmp_path)
    assert done.counts == {"tdm-reserved": 1}
    got = row(ledger, server.url("/a-1"))
    assert (got.state, got.archive_ref, got.rights["tdm"]) == ("fetched", None, "reserved")
    assert ("/a-1" in server.paths()) is asked
    assert archive.files() == []


def test_a_licence_lifts_a_reservation(ledger, tmp_path):
    pages = {"/a-1": answer(PAGE, "200 OK", HTML, "tdm-reservation: 1")}
    done, _, server = site(pages, ledger, tmp_path, tdm_licensed=("127.0.0.1",))
    assert done.counts == {"fetched": 1}
    assert row(ledger, server.url("/a-1")).rights["tdm"] == "licensed"


@pytest.mark.parametrize(
    "tag",
    [
        "X-Robots-Tag: noindex",
        "X-Robots-Tag: veille: none",
        "X-Robots-Tag: unavailable_after: 25 Jun 2010 15:00:00 GMT",
    ],
)
def test_noindex_is_kept(ledger, tmp_path, tag):
    done, _, _ = site({"/a-1": answer(PAGE, "200 OK", HTML, tag)}, ledger, tmp_path)
    assert done.counts == {"noindex": 1}


def test_directives_for_others_do_not_concern_us(ledger, tmp_path):
    done, _, server = site(
        {"/a-1": answer(PAGE, "200 OK", HTML, "X-Robots-Tag: googlebot: noindex", "X-Robots-Tag: noarchive")},
        ledger,
        tmp_path,
    )
    assert done.counts == {"fetched": 1}
    assert row(ledger, server.url("/a-1")).rights["directives"] == "noarchive"


def test_a_feed_s_policy_asks_for_nothing(ledger, tmp_path):
    async def go():
        async with serve({}) as server:
            add(ledger, server.url("/a-1"), policy=Policy.SUMMARY)
            return (await run(ledger, tmp_path))[0], server

    done, server = asyncio.run(go())
    assert done.counts == {"policy-summary": 1}
    assert server.paths() == []


def test_a_refetch_is_conditional_and_keeps_what_is_archived(ledger, tmp_path):
    async def go():
        async with serve({"/a-1": answer(PAGE, "200 OK", HTML, 'ETag: "v1"')}) as server:
            url = server.url("/a-1")
            add(ledger, url)
            await run(ledger, tmp_path)
            first = row(ledger, url)
            server.handlers["/a-1"] = answer(b"", "304 Not Modified")
            with ledger.begin() as c:
                c.execute(update(articles).values(state="discovered"))
            done, _ = await run(ledger, tmp_path)
            assert server.seen[-1].headers["if-none-match"] == '"v1"'
            assert done.counts == {"not-modified": 1}
            assert row(ledger, url).archive_ref == first.archive_ref
            server.handlers["/a-1"] = answer(PAGE, "200 OK", HTML)
            with ledger.begin() as c:
                c.execute(update(articles).values(state="discovered"))
            done, _ = await run(ledger, tmp_path)
            assert done.counts == {"unchanged": 1}
            assert row(ledger, url).archive_ref == first.archive_ref

    asyncio.run(go())


def test_a_page_that_was_read_and_is_gone_is_noted_until_it_is_there_again(ledger, tmp_path):
    def gone():
        with ledger.read() as c:
            return c.execute(select(withdrawn_pages.c.is_sure)).scalars().all()

    async def go():
        async with serve({"/a-1": answer(PAGE, "200 OK", HTML), "/b-2": answer(b"", "410 Gone")}) as server:
            add(ledger, server.url("/a-1"), server.url("/b-2"))
            await run(ledger, tmp_path)
            assert gone() == []  # a page that never stood is none that was taken back
            for status, sure in (("410 Gone", [True]), ("200 OK", []), ("404 Not Found", [False])):
                server.handlers["/a-1"] = answer(PAGE, status, HTML)
                with ledger.begin() as c:
                    c.execute(update(articles).values(state="discovered", indexed_at=system_clock()))
                await run(ledger, tmp_path)
                assert gone() == sure

    asyncio.run(go())


def test_a_later_opt_out_erases_what_was_archived(ledger, tmp_path):
    async def go():
        async with serve({"/a-1": answer(PAGE, "200 OK", HTML)}) as server:
            url = server.url("/a-1")
            add(ledger, url)
            _, archive = await run(ledger, tmp_path)
            ref = ArchiveRef.parse(row(ledger, url).archive_ref)
            server.handlers["/a-1"] = answer(PAGE, "200 OK", HTML, "tdm-reservation: 1")
            with ledger.begin() as c:
                c.execute(update(articles).values(state="discovered"))
            await run(ledger, tmp_path)
            assert row(ledger, url).archive_ref is None
            with pytest.raises(Exception, match="tdm-reserved"):
                archive.read(ref)

    asyncio.run(go())


def test_redirects_and_canonical_links_become_aliases(ledger, tmp_path):
    linked = PAGE.replace(b"</head>", b'<link rel="canonical" href="/2025/04/the-long-slug-of-it-1001"></head>')
    pages = {
        "/old-1001": answer(b"", "301 Moved", "Location: /hidden-1001"),
        "/hidden-1001": answer(linked, "200 OK", HTML),
    }
    _, _, server = site(pages, ledger, tmp_path)
    with ledger.read() as c:
        found = {(a.url, a.why) for a in c.execute(select(aliases)).all()}
    assert found == {
        (server.url("/hidden-1001"), "redirect"),
        (server.url("/2025/04/the-long-slug-of-it-1001"), "canonical"),
    }
    assert row(ledger, server.url("/old-1001")).final_url == server.url("/hidden-1001")


def test_two_urls_of_one_article_become_one(ledger, tmp_path):
    async def go():
        pages = {
            "/old-1001": answer(b"", "301 Moved", "Location: /new-1001"),
            "/new-1001": answer(PAGE, "200 OK", HTML),
        }
        async with serve(pages) as server:
            add(ledger, server.url("/new-1001"))
            await run(ledger, tmp_path)
            add(ledger, server.url("/old-1001"))
            done, _ = await run(ledger, tmp_path)
            return done, server

    done, server = asyncio.run(go())
    assert done.counts == {"duplicate": 1}
    winner = url_key(server.url("/new-1001"))
    loser = row(ledger, server.url("/old-1001"))
    assert (loser.state, loser.reason) == ("refused", f"duplicate-of:{winner}")
    with ledger.read() as c:
        assert {s.article_key for s in c.execute(select(sightings)).all()} == {winner}
        assert [(a.key, a.article_key) for a in c.execute(select(aliases)).all()] == [(loser.key, winner)]


TWINS = {
    "amp": ("/news/aid-for-pyongyang-1001", "/news/aid-for-pyongyang-1001/amp"),
    "accents apart": ("/actu/cor%C3%A9e-du-nord-1001", "/actu/core%CC%81e-du-nord-1001"),
    "mobile": ("/news/aid-for-pyongyang-1001", "/m/news/aid-for-pyongyang-1001"),
}


@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize("kind", TWINS)
def test_twins_fold_where_the_page_confirms_it(ledger, tmp_path, kind, at_once):
    main, twin = TWINS[kind]
    page = PAGE.replace(b"</head>", f'<link rel="canonical" href="{main}"></head>'.encode())

    async def go():
        async with serve({path: answer(page, "200 OK", HTML) for path in (main, twin)}) as server:
            for paths in [(twin, main)] if at_once else [(main,), (twin,)]:
                add(ledger, *map(server.url, paths))
                await run(ledger, tmp_path)

    asyncio.run(go())
    with ledger.read() as c:
        standing = [a.url for a in c.execute(select(articles)).all() if a.state != "refused"]
        assert len(standing) == 1
        assert len({s.article_key for s in c.execute(select(sightings)).all()}) == 1


@pytest.mark.parametrize("kind", TWINS)
def test_twins_that_no_page_confirms_stay_two(ledger, tmp_path, kind):
    main, twin = TWINS[kind]
    _, _, server = site({main: answer(PAGE, "200 OK", HTML), twin: answer(PAGE, "200 OK", HTML)}, ledger, tmp_path)
    assert {row(ledger, server.url(path)).state for path in (main, twin)} == {"fetched"}


def test_one_host_s_queue_does_not_keep_the_others_waiting(ledger, tmp_path):
    async def go():
        async with serve({"*": answer(PAGE, "200 OK", HTML)}) as server:
            early = system_clock() - timedelta(days=1)
            add(ledger, *[server.url(f"/slow-{n}00") for n in range(50)], seen=early, host="slow.example")
            add(ledger, server.url("/other-100"), host="other.example")
            await run(ledger, tmp_path, limit=10, host_delay_seconds=0.001, per_host=2)
            return row(ledger, server.url("/other-100"))

    assert asyncio.run(go()).state == "fetched"


def test_an_archive_that_is_down_costs_nobody_an_attempt(ledger, tmp_path):
    (tmp_path / "archive").write_text("a file where the folder should be")
    done, _, server = site({"/a-1": answer(PAGE, "200 OK", HTML)}, ledger, tmp_path)
    assert done.counts == {"archive-unavailable": 1}
    got = row(ledger, server.url("/a-1"))
    assert (got.state, got.fetch_attempts, got.archive_ref) == ("fetched", 0, None)
    assert got.fetch_again_at is not None


def test_a_cancelled_run_gives_its_leases_back(ledger, tmp_path):
    async def stall(_request, _writer):
        await asyncio.sleep(60)

    async def go():
        async with serve({"/a-1": stall}) as server:
            add(ledger, server.url("/a-1"))
            task = asyncio.create_task(run(ledger, tmp_path))
            while "/a-1" not in server.paths():
                await asyncio.sleep(0.02)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return row(ledger, server.url("/a-1"))

    got = asyncio.run(go())
    assert (got.state, got.lease_owner) == ("discovered", None)


def unreachable_hosts(ledger, tmp_path, names, known=()):
    """One article at each host; names in ``known`` lead to a real server, the others do not resolve."""

    async def go():
        async def resolve(name, _port):
            if name in known:
                return [ipaddress.ip_address("127.0.0.1")]
            raise NameUnknown(name)

        async with serve({"/story-1001": answer(PAGE, "200 OK", HTML)}) as server:
            urls = [f"http://{name}:{server.port}/story-1001" for name in names]
            for url, name in zip(urls, names, strict=True):
                add(ledger, url, host=name)
            settings = Settings(fetch=FetchSettings(allow_private=("127.0.0.0/8",), host_delay_seconds=0, attempts=2))
            archive = open_archive(str(tmp_path / "archive"))
            async with HttpClient(settings.fetch, system_clock, resolve=resolve) as http:
                done = await fetch(ledger, archive, http, settings, system_clock, lambda o: None)
            assert done.accounted
            return done, [row(ledger, url) for url in urls]

    return asyncio.run(go())


def test_our_own_outage_counts_against_nobody(ledger, tmp_path):
    done, rows = unreachable_hosts(ledger, tmp_path, [f"h{n}.example" for n in range(6)])
    assert done.counts == {"own-outage": 6}
    assert {(r.state, r.fetch_attempts, r.lease_owner) for r in rows} == {("fetched", 0, None)}
    assert all(r.fetch_again_at > system_clock() for r in rows)


def test_one_dead_host_among_many_is_its_own_trouble(ledger, tmp_path):
    names = [f"h{n}.example" for n in range(6)]
    done, rows = unreachable_hosts(ledger, tmp_path, names, known=set(names[1:]))
    assert done.counts == {"robots-unreachable": 1, "fetched": 5}
    assert (rows[0].state, rows[0].fetch_attempts) == ("fetched", 1)

"""An opt-out found later is applied to what is stored: archive, index and ledger."""

import asyncio
import json

import pytest
from sqlalchemy import insert, select, update
from typer.testing import CliRunner

from ingest.archive import open_archive
from ingest.cli.rights import app
from ingest.clock import system_clock
from ingest.errors import ArchiveError
from ingest.http.client import HttpClient
from ingest.index.document import Document
from ingest.index.open import open_index
from ingest.ledger import page_versions
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import articles
from ingest.model import ArchiveRef, Policy
from ingest.operations.maintain import maintain
from ingest.operations.withdraw import apply_rights
from ingest.rights.site_rules import Sites
from ingest.settings import FetchSettings, Settings
from ingest.stages.fetch import fetch
from ingest.urls import url_key
from ingest.workspace import Workspace
from tests.servers.raw import answer, serve

PAGE = answer(b"<html><body>" + b"the secret text " * 50, "200 OK", "Content-Type: text/html")
SETTINGS = Settings(fetch=FetchSettings(allow_private=("127.0.0.0/8",), host_delay_seconds=0))


def rows(ledger):
    with ledger.read() as c:
        return {r.url.rpartition("/")[2]: r for r in c.execute(select(articles)).all()}


async def stored(server, ledger, archive, index):
    """Two articles fetched and (as far as this test goes) indexed."""
    now = system_clock()
    for name in ("a-1001", "b-1002"):
        url = server.url(f"/{name}")
        with ledger.begin() as c:
            c.execute(insert(articles).values(
                key=url_key(url), url=url, original_url=url, host="127.0.0.1", feed_id=name[0], policy="full", title=name,
                first_seen_at=now, state="discovered",
            ))  # fmt: skip
    async with HttpClient(SETTINGS.fetch, system_clock) as http:
        await fetch(ledger, archive, http, SETTINGS, system_clock, lambda o: None)
    stamp = now.isoformat()
    index.write([
        Document(r.key, {"@timestamp": stamp, "first_seen_at": stamp, "indexed_at": stamp, "title": r.title, "body": "secret", "url": {"full": r.url}})
        for r in rows(ledger).values()
    ])  # fmt: skip


def scene(tmp_path, after, **asked):
    async def go():
        async with serve({"/a-1001": PAGE, "/b-1002": PAGE}) as server:
            ledger = open_ledger(f"sqlite:///{tmp_path}/veille.sqlite")
            archive, index = open_archive(str(tmp_path / "archive")), open_index(SETTINGS.index, ledger)
            await stored(server, ledger, archive, index)
            before = rows(ledger)
            server.handlers |= after
            async with HttpClient(SETTINGS.fetch, system_clock) as http:
                policies = asked.pop("policies", {})
                applied = await apply_rights(
                    ledger, archive, index, Sites(ledger, http), SETTINGS, system_clock, policies, **asked
                )
            return applied, before, rows(ledger), archive, index, ledger

    return asyncio.run(go())


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        ({"/robots.txt": answer(b"User-agent: veille\nDisallow: /a-\n")}, "refused-by-robots"),
        ({"/.well-known/tdmrep.json": answer(b'[{"location": "/a-*", "tdm-reservation": 1}]')}, "tdm-reserved"),
    ],
)
def test_what_is_reserved_now_is_gone_everywhere(tmp_path, after, reason):
    applied, before, now, archive, index, ledger = scene(tmp_path, after)
    assert applied.counts() == {reason: 1}
    assert (applied.checked, applied.origins, applied.failed) == (2, 1, [])
    gone, kept = now["a-1001"], now["b-1002"]
    assert (gone.state, gone.archive_ref, gone.silent) == ("fetched", None, True)
    assert gone.rights["reason"] == reason
    with pytest.raises(ArchiveError, match=reason):
        archive.read(ArchiveRef.parse(before["a-1001"].archive_ref))
    assert b"secret" in archive.read(ArchiveRef.parse(kept.archive_ref)).body
    assert index.get(gone.key) is None
    assert index.get(kept.key) is not None
    ledger.close()


def test_what_a_page_was_before_is_erased_with_it(tmp_path):
    """Each version that the archive holds, whether the opt-out is found by the daily pass or at the next fetch."""

    async def go(refetch):
        folder = tmp_path / str(refetch)
        async with serve({"/a-1001": PAGE, "/b-1002": PAGE}) as server:
            ledger = open_ledger(f"sqlite:///{folder}/veille.sqlite")
            archive, index = open_archive(str(folder / "archive")), open_index(SETTINGS.index, ledger)
            await stored(server, ledger, archive, index)
            refs = [rows(ledger)["a-1001"].archive_ref]
            server.handlers["/a-1001"] = answer(b"<html><body>other words", "200 OK", "Content-Type: text/html")
            await again(ledger, archive)
            refs.append(rows(ledger)["a-1001"].archive_ref)
            server.handlers["/robots.txt"] = answer(b"User-agent: *\nDisallow: /a-\n")
            async with HttpClient(SETTINGS.fetch, system_clock) as http:
                sites = Sites(ledger, http)
                if refetch:
                    await sites.rules(server.url("/"), fresh=True)
                    await again(ledger, archive)
                else:
                    await apply_rights(ledger, archive, index, sites, SETTINGS, system_clock, {})
        with ledger.read() as c:
            assert page_versions.of(c, [url_key(server.url("/a-1001"))]) == {}
        return refs, archive, ledger

    for refetch in (False, True):
        refs, archive, ledger = asyncio.run(go(refetch))
        assert len(set(refs)) == 2
        for ref in refs:
            with pytest.raises(ArchiveError, match="refused-by-robots"):
                archive.read(ArchiveRef.parse(ref))
        ledger.close()


async def again(ledger, archive):
    """Article a is asked for once more."""
    with ledger.begin() as c:
        c.execute(update(articles).where(articles.c.feed_id == "a").values(state="discovered", next_try=None))
    async with HttpClient(SETTINGS.fetch, system_clock) as http:
        await fetch(ledger, archive, http, SETTINGS, system_clock, lambda o: None)


def test_a_dry_run_touches_nothing(tmp_path):
    after = {"/robots.txt": answer(b"User-agent: *\nDisallow: /\n")}
    applied, before, now, _, index, ledger = scene(tmp_path, after, dry_run=True)
    assert applied.counts() == {"refused-by-robots": 2}
    assert now == before
    assert index.get(now["a-1001"].key) is not None
    ledger.close()


def test_a_site_that_does_not_answer_has_not_opted_out(tmp_path):
    after = {"/robots.txt": answer(b"", "503 Busy"), "/.well-known/tdmrep.json": answer(b"", "500 Oops")}
    applied, before, now, *_, ledger = scene(tmp_path, after)
    assert applied.withdrawn == []
    assert now == before
    ledger.close()


def test_a_feed_s_stricter_policy_withdraws_its_pages(tmp_path):
    applied, _, now, *_, ledger = scene(tmp_path, {}, policies={"a": Policy.HEADLINE, "b": Policy.FULL})
    assert applied.counts() == {"policy-headline": 1}
    assert (now["a-1001"].archive_ref, now["a-1001"].policy) == (None, "headline")
    assert now["a-1001"].rights["robots"] == "none", "what the site said stands"
    assert now["b-1002"].archive_ref is not None
    ledger.close()


def test_show_says_what_and_why(tmp_path, monkeypatch):
    monkeypatch.setenv("VEILLE_FETCH__ALLOW_PRIVATE", '["127.0.0.1"]')
    monkeypatch.setenv("VEILLE_DATA_DIR", str(tmp_path))
    open_ledger(f"sqlite:///{tmp_path}/veille.sqlite").close()
    rules = answer(b"User-agent: *\nDisallow: /no\nCrawl-delay: 3\nSitemap: https://x.example/s.xml\n")

    def ask(url, *options):
        return CliRunner().invoke(app, ["show", url, "--config", str(tmp_path), *options])

    async def go():
        async with serve({"/robots.txt": rules}) as server:
            told = await asyncio.to_thread(ask, server.url("/no/story"), "--json")
            shown = await asyncio.to_thread(ask, server.url("/yes"))
            return told, shown, server.paths()

    told, shown, paths = asyncio.run(go())
    assert told.exit_code == 0, told.output
    facts = json.loads(told.output)
    assert (facts["may_fetch"], facts["reason"], facts["robots"], facts["crawl_delay"]) == (
        False, "refused-by-robots", "disallowed", 3.0,
    )  # fmt: skip
    assert facts["sitemaps"] == ["https://x.example/s.xml"]
    assert "may be fetched" in shown.output
    assert paths.count("/robots.txt") == 1, "the second time the ledger knows"


def test_the_daily_pass_applies_what_is_known_and_asks_no_site_twice_a_day(tmp_path):
    after = {"/robots.txt": answer(b"User-agent: *\nDisallow: /\n")}
    applied, _, now, *_, ledger = scene(tmp_path, after, policies={"a": Policy.SUMMARY}, unattended=True)
    assert applied.counts() == {"policy-summary": 1}, "robots.txt was read a moment ago: it is not asked for again"
    assert (now["a-1001"].archive_ref, now["b-1002"].archive_ref is None) == (None, False)
    ledger.close()


def test_the_daily_pass_erases_nothing_where_a_slip_is_likelier_than_so_many_opt_outs(tmp_path, monkeypatch):
    monkeypatch.setattr("ingest.operations.withdraw.LARGE", 1)
    slip = {"a": Policy.HEADLINE, "b": Policy.HEADLINE}
    applied, before, now, *_, ledger = scene(tmp_path, {}, policies=slip, unattended=True)
    assert (applied.withdrawn, applied.postponed, now) == ([], 2, before)
    ledger.close()


def test_a_site_that_is_not_asked_in_time_keeps_its_pages(tmp_path, monkeypatch):
    monkeypatch.setattr("ingest.operations.withdraw.PATIENCE", 0)
    applied, before, now, *_, ledger = scene(tmp_path, {}, unattended=True)
    assert list(applied.unreachable.values()) == ["not asked in time"]
    assert now == before
    ledger.close()


def test_maintenance_applies_rights(tmp_path):
    """A feed of the catalogue that now allows its summary only: the night's run withdraws its page."""

    async def go():
        async with serve({"/a-1001": PAGE, "/b-1002": PAGE}) as server:
            with Workspace(SETTINGS.model_copy(update={"config_dir": tmp_path, "data_dir": tmp_path})) as ws:
                await stored(server, ws.ledger, ws.archive, ws.index)
                counts = await asyncio.to_thread(maintain, ws)
                return counts, rows(ws.ledger)

    feed = "feeds:\n  - {id: a, url: 'https://a.example/rss', outlet: a, policy: summary}\n"
    (tmp_path / "feeds.yaml").write_text(feed)
    counts, now = asyncio.run(go())
    assert counts["pages withdrawn"] == 1
    assert (now["a-1001"].archive_ref, now["b-1002"].archive_ref is None) == (None, False)

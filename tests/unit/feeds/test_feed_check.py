"""What ``veille feeds check`` says tells a feed's items apart: by the document, by what polls have learnt, or as set."""

import asyncio

import pytest
from rich.console import Console

from ingest.cli.feeds.view import check_lines, check_table, health_lines, health_table
from ingest.feeds.health import HealthLine
from ingest.feeds.learned import Memory, pack
from ingest.model import Health, Identity
from ingest.operations.feed_check import Kept, check_feeds, read_kept
from ingest.settings import PollSettings, Settings
from ingest.urls import canonical, url_key
from ingest.workspace import Workspace
from tests.unit.feeds.fakes import NOW, FakeClock, FakeWeb, feed, item, rss

URL, PAGE = "https://example.test/rss", "https://example.test/bulletins"


def bulletins(*numbers):
    items = (f"<item><title>Bulletin {n}</title><link>{PAGE}</link><guid>b{n}</guid></item>" for n in numbers)
    return rss(*items)


def checked(body, identity=Identity.AUTO, kept=None):
    web = FakeWeb()
    web.gives(URL, body)
    feeds = [feed(identity=identity)]
    work = check_feeds(web, feeds, PollSettings(), FakeClock(), lambda _: None, kept or Kept())
    return asyncio.run(work)[0]


@pytest.mark.parametrize(("body", "found"), [(rss(item(1), item(2)), "link"), (bulletins(1, 2, 3), "page")])
def test_what_the_document_shows_is_learnt(body, found):
    told = checked(body)
    assert (told.identity, told.identity_from) == (found, "learnt")


@pytest.mark.parametrize("kind", [Identity.LINK, Identity.GUID, Identity.TITLE, Identity.PAGE])
def test_what_feeds_yaml_says_is_obeyed_and_said_to_be_set(kind):
    told = checked(bulletins(1, 2, 3), kind)
    assert (told.identity, told.identity_from) == (kind.value, "set")
    assert told.entries == (1 if kind is Identity.LINK else 3)


def test_what_polls_have_learnt_holds_for_a_document_that_shows_it_no_more():
    kept = Kept({"example": pack(Memory(shared=(url_key(canonical(PAGE)),)))})
    assert checked(bulletins(4)).identity == "link"
    assert checked(bulletins(4), kept=kept).identity == "page"


def test_it_is_shown_wide_and_narrow():
    console = Console(width=160, record=True)
    console.print(check_table([checked(bulletins(1, 2, 3))]))
    console.print(check_lines([checked(bulletins(1), Identity.GUID)]))
    text = console.export_text()
    assert "page (learnt)" in text
    assert "told apart by guid (set)" in text


def test_without_a_ledger_or_with_a_damaged_one_feeds_are_checked_all_the_same(tmp_path):
    with Workspace(Settings(data_dir=tmp_path), creates=False) as ws:
        assert read_kept(ws, ["example"]) == Kept()
    (tmp_path / "veille.sqlite").write_bytes(b"no database" * 500)
    with Workspace(Settings(data_dir=tmp_path), creates=False) as ws:
        assert read_kept(ws, ["example"]) == Kept()


def test_what_the_search_for_a_dead_feed_has_tried_is_shown():
    tried = tuple(f"https://example.test/{n}: HTTP 404" for n in range(9))
    web = FakeWeb()
    web.gives(URL, status=404)
    kept = Kept(tried={"example": tried})
    (told,) = asyncio.run(check_feeds(web, [feed()], PollSettings(), FakeClock(), lambda _: None, kept))
    assert told.tried == tried
    dead = HealthLine("example", "Example", Health.RETIRED, None, None, None, None, None, tried=tried)
    for shown in (check_table([told]), check_lines([told]), health_table([dead], NOW), health_lines([dead], NOW)):
        console = Console(width=160, record=True)
        console.print(shown)
        text = console.export_text()
        assert "tried:" in text
        assert "and 3 more" in text

"""A WARC file that is cut short or damaged: reading skips with its reason, a rebuild goes on, nothing else is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.index.protocol import SearchRequest
from ingest.index.schema import DocumentKind
from ingest.ledger.tables.articles import articles
from ingest.model import ArchiveRef
from ingest.operations import rebuild as rebuilding
from ingest.workspace import Workspace
from tests.adversary.world import World, prose
from tests.faults.reading_here import reading_here

STORIES = 6


def cut_in_half(data: bytes, _at: int, _length: int) -> bytes:
    return data[: len(data) // 2]


def flip_in_the_middle(data: bytes, at: int, length: int) -> bytes:
    middle = at + length // 2
    return data[:middle] + bytes(b ^ 0xFF for b in data[middle : middle + 20]) + data[middle + 20 :]


def no_gzip_header(data: bytes, at: int, _length: int) -> bytes:
    return data[:at] + bytes(10) + data[at + 10 :]


def bytes_gone(data: bytes, at: int, length: int) -> bytes:
    """All that follows is moved: every later offset is wrong."""
    return data[: at + length // 2] + data[at + length // 2 + 7 :]


def empty(_data: bytes, _at: int, _length: int) -> bytes:
    return b""


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    world = World(tmp_path_factory.mktemp("damaged"), encoder="none", timeout_seconds=30)
    world.outlet("gazette")
    for n in range(STORIES):
        url = f"http://gazette.example/2026/11/24/story-{100000 + n}"
        title = prose(f"headline {n}", 1)[0][:60]
        world.page(url, title, prose(f"subject {n}", 3))
        world.lists("gazette", title, url, summary="Short.")
    with reading_here():
        world.round()
        yield world
    world.close()


def files(world: World) -> list[Path]:
    return sorted((world.settings.data_dir / "archive").rglob("*.warc.gz"))


def documents(ws: Workspace) -> dict[str, str]:
    ws.index.refresh()
    page = ws.index.search(SearchRequest(size=100, highlight=False))
    return {hit.id: hit.article.body or "" for hit in page.hits}


@pytest.mark.parametrize("harm", [cut_in_half, flip_in_the_middle, no_gzip_header, bytes_gone, empty])
def test_a_damaged_file_costs_only_what_it_held(world: World, harm: Callable[[bytes, int, int], bytes]) -> None:
    refs = {r.key: ArchiveRef.parse(r.archive_ref) for r in world.rows(articles)}
    harmed, third = sorted(refs.items(), key=lambda found: found[1].offset)[2]
    (file,) = files(world)
    sound = file.read_bytes()
    file.write_bytes(harm(sound, third.offset, third.length))
    try:
        with Workspace(world.settings, world._tick) as ws:
            before = documents(ws)
            assert len(before) == STORIES
            result = rebuilding.rebuild(ws, DocumentKind.ARTICLES, lambda _done, _total: None)
            after = documents(ws)
            assert (set(after), result.waits) == (set(before), ())
            if harm in (flip_in_the_middle, no_gzip_header):
                assert {key for key in after if after[key] != before[key]} == {harmed}
        world.round(minutes=60)
        assert {r.state for r in world.rows(articles)} == {"indexed"}
    finally:
        file.write_bytes(sound)
        with Workspace(world.settings, world._tick) as ws:
            rebuilding.rebuild(ws, DocumentKind.ARTICLES, lambda _done, _total: None)
            assert documents(ws) == before

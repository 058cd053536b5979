import gzip
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from ingest.archive import ArchivedPage, open_archive
from ingest.archive.records import page_records, parse_page, tombstone
from ingest.errors import ArchiveError
from ingest.model import ArchiveRef

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)
PAGE = ArchivedPage(
    "https://news.example/a?b=c",
    200,
    (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("Content-Length", "7")),
    "<p>북한과 러시아</p>".encode(),
    NOW,
    (("User-Agent", "veille"), ("Authorization", "Basic c2VjcmV0")),
    ("http://news.example/a",),
)


def every_record(path):
    with path.open("rb") as f:
        return [(r.rec_type, r.rec_headers.get_header("WARC-Target-URI")) for r in ArchiveIterator(f)]


def test_what_is_written_is_read_back(tmp_path):
    archive = open_archive(str(tmp_path))
    page = archive.read(archive.write(PAGE))
    assert (page.url, page.status, page.body, page.fetched_at) == (PAGE.url, 200, PAGE.body, NOW)
    assert page.header("content-type") == "text/html; charset=utf-8"
    assert page.header("content-encoding") is None
    assert page.header("content-length") == str(len(PAGE.body))


def test_any_warc_tool_reads_the_file_and_no_secret_is_in_it(tmp_path):
    archive = open_archive(str(tmp_path))
    ref = archive.write(PAGE)
    path = tmp_path / ref.file
    assert [kind for kind, _ in every_record(path)] == ["warcinfo", "response", "request", "metadata"]
    assert b"c2VjcmV0" not in gzip.decompress(path.read_bytes())


def test_a_torn_tail_harms_nothing_else(tmp_path):
    archive = open_archive(str(tmp_path))
    first, second = archive.write(PAGE), archive.write(replace(PAGE, body=b"second"))
    path = tmp_path / second.file
    path.write_bytes(path.read_bytes()[: second.offset + second.length // 2])  # what SIGKILL leaves
    assert archive.read(first).body == PAGE.body
    with pytest.raises(ArchiveError, match=r": torn$"):
        archive.read(second)
    later = open_archive(str(tmp_path)).write(replace(PAGE, body=b"later"))
    assert later.file != first.file
    assert archive.read(later).body == b"later"


def test_a_write_that_fails_ends_its_file(tmp_path):
    archive = open_archive(str(tmp_path))
    first = archive.write(PAGE)
    (tmp_path / first.file).rename(tmp_path / "away")
    with pytest.raises(ArchiveError, match="cannot write"):
        archive.write(PAGE)
    (tmp_path / "away").rename(tmp_path / first.file)
    again = archive.write(PAGE)
    assert again.file != first.file
    assert archive.read(first) == archive.read(again)


def test_an_altered_byte_is_noticed(tmp_path):
    archive = open_archive(str(tmp_path))
    ref = archive.write(replace(PAGE, body=b"x" * 1000))
    member = (tmp_path / ref.file).read_bytes()[ref.offset : ref.offset + ref.length]
    altered = gzip.compress(gzip.decompress(member).replace(b"x" * 1000, b"y" * 1000))
    (tmp_path / ref.file).write_bytes(altered)
    with pytest.raises(ArchiveError):
        archive.read(ArchiveRef(ref.file, 0, len(altered)))


def test_files_roll_and_many_pages_share_one_write(tmp_path):
    archive = open_archive(str(tmp_path), roll_bytes=3000)
    refs = archive.write_many([replace(PAGE, body=str(n).encode()) for n in range(20)])
    after = archive.write(PAGE)
    assert len({r.file for r in refs}) == 1
    assert after.file != refs[0].file
    assert [archive.read(r).body for r in refs] == [str(n).encode() for n in range(20)]


def test_objects_take_one_write_each():
    archive = open_archive("memory://veille-archive-test")
    a, b = archive.write(PAGE), archive.write(replace(PAGE, body=b"b"))
    assert a.file != b.file
    assert archive.read(b).body == b"b"
    archive.erase(a, url=PAGE.url, why="asked to", now=NOW)
    with pytest.raises(ArchiveError, match="asked to"):
        archive.read(a)
    assert archive.prune(NOW + timedelta(days=1)) == sorted([a.file, b.file])
    assert archive.files() == []


def test_erased_means_gone_and_everything_else_stays(tmp_path):
    archive = open_archive(str(tmp_path))
    refs = archive.write_many([replace(PAGE, body=b"marker-%d " % n * 50) for n in range(3)])
    archive.erase(refs[1], url=PAGE.url, why="tdm-reserved", now=NOW)
    with pytest.raises(ArchiveError, match="tdm-reserved"):
        archive.read(refs[1])
    assert [archive.read(refs[n]).body[:8] for n in (0, 2)] == [b"marker-0", b"marker-2"]
    assert b"marker-1" not in gzip.decompress((tmp_path / refs[0].file).read_bytes())
    kinds = [kind for kind, _ in every_record(tmp_path / refs[0].file)]
    assert kinds.count("response") == 2


def test_prune_goes_by_day(tmp_path):
    archive = open_archive(str(tmp_path), roll_bytes=1)
    old, new = archive.write(PAGE), archive.write(replace(PAGE, fetched_at=NOW + timedelta(days=2)))
    assert archive.prune(NOW + timedelta(days=1)) == [old.file]
    assert [name for name, _ in archive.files()] == [new.file]


FIELD = st.tuples(
    st.from_regex(r"\A[A-Za-z][A-Za-z0-9-]{0,20}\Z"),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_characters="\x7f\x85"), max_size=30),
)


@example(body=b"", status=200, fields=[("A", ";\x80=0")])
@given(body=st.binary(max_size=2000), status=st.integers(100, 599), fields=st.lists(FIELD, max_size=5))
def test_any_body_comes_back(body, status, fields):
    records, begins, length = page_records(replace(PAGE, body=body, status=status, headers=tuple(fields)))
    page = parse_page(records[begins : begins + length])
    assert (page.body, page.status) == (body, status)


@given(st.integers(400, 3000), st.text(max_size=50))
def test_a_tombstone_has_the_length_it_must_have(length, why):
    member = tombstone(length, "https://news.example/" + "x" * 200, why.replace("\r", " "), NOW)
    assert len(member) == length
    assert [r.rec_type for r in ArchiveIterator(io.BytesIO(member))] == ["metadata"]

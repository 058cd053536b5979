"""The archive on an object store that speaks S3: what production uses where workers are on several machines."""

import os
import random
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ingest.archive import ArchivedPage, open_archive
from ingest.errors import ArchiveError
from ingest.model import ArchiveRef
from tests.patience import wait_until
from tests.servers import s3

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)
PAGE = ArchivedPage("https://news.example/a", 200, (("Content-Type", "text/html"),), "북한과 러시아".encode(), NOW)
WRITER = """
import random, sys
from datetime import UTC, datetime
from ingest.archive import ArchivedPage, open_archive
archive, noise = open_archive(sys.argv[1]), random.Random(int(sys.argv[2]))
for n in range(int(sys.argv[3])):
    pages = [ArchivedPage("https://n.example/", 200, (), noise.randbytes(noise.randrange(60_000)), datetime(2025, 4, 28, tzinfo=UTC))
             for _ in range(noise.randrange(1, 4))]
    for page, ref in zip(pages, archive.write_many(pages)):
        print(ref, len(page.body), flush=True)
"""


@pytest.fixture(scope="module")
def server():
    with s3.running() as running:
        yield running


@pytest.fixture
def bucket(server, monkeypatch, request):
    """A bucket of the test's own; the credentials stand in the environment, as an operator gives them."""
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return server.bucket(f"b{abs(hash(request.node.name)) % 10**9}")


def test_what_is_written_is_read_back_erased_and_pruned(bucket):
    archive = open_archive(bucket)
    a, b = archive.write_many([PAGE, replace(PAGE, body=b"b")])
    other = archive.write(replace(PAGE, body=b"c"))
    assert a.file == b.file != other.file
    assert [open_archive(bucket).read(ref).body for ref in (a, b, other)] == [PAGE.body, b"b", b"c"]
    archive.erase(a, url=PAGE.url, why="asked to", now=NOW)
    with pytest.raises(ArchiveError, match="asked to"):
        archive.read(a)
    assert archive.read(b).body == b"b"
    assert {name for name, _ in archive.files()} == {b.file, other.file}
    assert archive.prune(NOW + timedelta(days=1)) == sorted({b.file, other.file})
    assert archive.files() == []


def test_another_process_sees_new_objects_at_once(bucket, server):
    """Listings are not kept: what a worker wrote after ours looked is there for retention and backup."""
    archive = open_archive(bucket)
    archive.write(PAGE)
    assert len(archive.files()) == 1
    subprocess.run([sys.executable, "-c", WRITER, bucket, "1", "1"], check=True, capture_output=True)
    assert len(archive.files()) == 2


def test_a_bucket_that_is_not_there_is_said(server, monkeypatch):
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ArchiveError, match="s3://nobodys-bucket/archive"):
        open_archive("s3://nobodys-bucket/archive").write(PAGE)


def test_two_workers_one_killed(bucket, tmp_path):
    """Whatever a worker promised is there, the killed one's too; the other goes on."""
    logs = [tmp_path / str(n) for n in range(2)]
    workers = []
    for n, log in enumerate(logs):
        with log.open("w") as out:
            command = [sys.executable, "-c", WRITER, bucket, str(n), "100000" if n == 0 else "25"]
            workers.append(subprocess.Popen(command, stdout=out, env=dict(os.environ)))
    try:
        wait_until(lambda: logs[0].read_text().count("\n") > random.Random(5).randrange(3, 9), "a promise", 120)
        workers[0].send_signal(signal.SIGKILL)
        assert workers[1].wait() == 0
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
    archive = open_archive(bucket)
    promised = [line.split() for log in logs for line in log.read_text().split("\n")[:-1]]
    assert len(promised) >= 25 + 3
    for ref, size in promised:
        assert len(archive.read(ArchiveRef.parse(ref)).body) == int(size)
    referred = {ArchiveRef.parse(ref).file for ref, _ in promised}
    assert len({name for name, _ in archive.files()} - referred) <= 1, "one object that nobody refers to, at most"

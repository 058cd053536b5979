"""Writers killed by SIGKILL at random instants: every reference they gave is good, and the files stay readable."""

import contextlib
import random
import signal
import subprocess
import sys
import time
import zlib

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from ingest.archive import open_archive
from ingest.model import ArchiveRef

WRITER = """
import random, sys
from datetime import UTC, datetime
from ingest.archive import ArchivedPage, open_archive
archive, noise = open_archive(sys.argv[1], 300_000), random.Random(int(sys.argv[2]))
while True:
    pages = [ArchivedPage("https://n.example/", 200, (), noise.randbytes(noise.randrange(60_000)), datetime(2025, 4, 28, tzinfo=UTC))
             for _ in range(noise.randrange(1, 4))]
    for page, ref in zip(pages, archive.write_many(pages)):
        print(ref, len(page.body), flush=True)
"""


def test_a_killed_writer_harms_nothing(tmp_path):
    promised: list[tuple[ArchiveRef, int]] = []
    chance = random.Random(1)
    for round_ in range(6):
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, str(tmp_path), str(round_ * 2 + n)], stdout=subprocess.PIPE, text=True
            )
            for n in range(2)
        ]
        for writer in writers:
            assert writer.stdout is not None
            promised.append(line(writer.stdout.readline()))
        time.sleep(chance.random() * 0.2)
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
            said, _ = writer.communicate()
            promised += [line(text) for text in said.splitlines() if text.count(" ") == 1 and not text.endswith(" ")][
                :-1
            ]
    archive = open_archive(str(tmp_path))
    assert len(promised) >= 12
    for ref, size in promised:
        assert len(archive.read(ref).body) == size
    assert sum(whole_records(tmp_path / name) for name, _ in archive.files()) >= len(promised)


def line(text):
    ref, size = text.split()
    return ArchiveRef.parse(ref), int(size)


def whole_records(path):
    """Response records that an ordinary WARC reader gets out of a file, its torn tail notwithstanding."""
    found = 0
    with path.open("rb") as f, contextlib.suppress(ArchiveLoadFailed, OSError, zlib.error):
        for record in ArchiveIterator(f):
            record.content_stream().read()
            found += record.rec_type == "response"
    return found

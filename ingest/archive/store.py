"""The archive: pages in, references out, and back.

Each process writes into a file of its own, newly made, so a tail torn off by SIGKILL belongs to a
file that nobody appends to again and harms no other record. A write that failed half-way (full
disk) ends its file too.
"""

import os
import socket
import threading
import uuid
from collections.abc import Sequence
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version

from ingest.archive.places import RecordPlace, open_place
from ingest.archive.records import ArchivedPage, NotAPage, opening_record, page_records, parse_page, tombstone
from ingest.errors import ArchiveError
from ingest.model import ArchiveRef


def open_archive(target: str, roll_bytes: int = 256_000_000) -> "Archive":
    """The archive at a path or any fsspec URL; nothing is created before the first write."""
    return Archive(target, open_place(target), roll_bytes)


class Archive:
    """WARC files below one root. Threads of a process may share one; processes open their own."""

    def __init__(self, target: str, place: RecordPlace, roll_bytes: int) -> None:
        self.target, self._place, self._roll = target, place, roll_bytes
        self._lock = threading.Lock()
        self._file: str | None = None
        self._size = 0
        self._pid = os.getpid()

    def write(self, page: ArchivedPage) -> ArchiveRef:
        """Store a page; it is safe on its medium when this returns. Raises ArchiveError."""
        return self.write_many([page])[0]

    def write_many(self, pages: Sequence[ArchivedPage]) -> list[ArchiveRef]:
        """Store pages in one go: one fsync (folder) or one object (object store) for all of them.

        Raises ArchiveError, and then none of them counts as stored.
        """
        if not pages:
            return []
        parts = [page_records(page) for page in pages]
        with self._lock:
            data = b"".join(part for part, _, _ in parts)
            start = self._put(data, pages[0].fetched_at)
            assert self._file is not None
            refs = []
            for part, begins, length in parts:
                refs.append(ArchiveRef(self._file, start + begins, length))
                start += len(part)
            if not self._place.appends or self._size >= self._roll:
                self._file = None
        return refs

    def _put(self, data: bytes, when: datetime) -> int:
        """Append to this process's file, or begin it; where the data begins."""
        try:
            if self._file is None or self._pid != os.getpid():
                head = opening_record(_software())
                name = _file_name(when)
                self._place.create(name, head + data)
                self._file, self._size, self._pid = name, len(head) + len(data), os.getpid()
                return len(head)
            start = self._size
            self._place.append(self._file, data)
            self._size += len(data)
            return start
        except Exception as e:
            self._file = None
            raise ArchiveError(f"archive {self.target}: cannot write: {e}") from e

    def read(self, ref: ArchiveRef) -> ArchivedPage:
        """The page at a reference, its digests checked. Raises ArchiveError: not there, torn, altered, erased."""
        try:
            return parse_page(self._place.read(ref.file, ref.offset, ref.length))
        except NotAPage as e:
            raise ArchiveError(f"archive {self.target}: {ref}: {e}") from e
        except Exception as e:
            raise ArchiveError(f"archive {self.target}: cannot read {ref}: {e}") from e

    def probe(self, page: ArchivedPage) -> ArchivedPage:
        """Write a page into a file of its own, read it back with its digests checked, and delete that file.

        Proves that the archive takes and gives pages, and leaves nothing behind. Raises ArchiveError.
        """
        name = _file_name(page.fetched_at)
        head, (part, begins, length) = opening_record(_software()), page_records(page)
        try:
            self._place.create(name, head + part)
            try:
                return parse_page(self._place.read(name, len(head) + begins, length))
            finally:
                self._place.delete(name)
        except Exception as e:
            raise ArchiveError(f"archive {self.target}: the canary's page did not come back: {e}") from e

    def erase(self, ref: ArchiveRef, *, url: str, why: str, now: datetime) -> None:
        """Put a note of the same length where a page was: its bytes are gone, every other record stays readable.

        Raises ArchiveError.
        """
        try:
            self._place.overwrite(ref.file, ref.offset, tombstone(ref.length, url, why, now))
        except FileNotFoundError:
            return
        except Exception as e:
            raise ArchiveError(f"archive {self.target}: cannot erase {ref}: {e}") from e

    def files(self) -> list[tuple[str, int]]:
        """All WARC files with their sizes in bytes, oldest first."""
        return [(name, self._place.size(name)) for name in self._place.names()]

    def prune(self, before: datetime) -> list[str]:
        """Delete files begun on a day before ``before``; their names."""
        limit = before.date()
        old = [name for name in self._place.names() if (day := _day(name)) is not None and day < limit]
        for name in old:
            self._place.delete(name)
        return old


def _file_name(when: datetime) -> str:
    host = "".join(c if c.isalnum() or c == "-" else "-" for c in socket.gethostname())[:40]
    return f"{when:%Y-%m-%d}/veille-{when:%Y%m%dT%H%M%S}-{host}-{os.getpid()}-{uuid.uuid4().hex[:8]}.warc.gz"


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(name.partition("/")[0])
    except ValueError:
        return None


def _software() -> str:
    try:
        return f"veille/{version('veille')}"
    except PackageNotFoundError:
        return "veille"

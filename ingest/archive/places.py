"""Where WARC files stand: a local folder that is appended to, or an object store that is not."""

import os
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import urlsplit

import fsspec

from ingest.errors import ConfigError
from ingest.text.whole_file import make_private


class RecordPlace(Protocol):
    """A tree of files below one root. Names are relative, with ``/``."""

    appends: bool
    """True if a file can grow; False: each write makes a whole object."""

    def create(self, name: str, data: bytes) -> None:
        """A new file, safe on its medium when this returns. Raises FileExistsError."""

    def append(self, name: str, data: bytes) -> None:
        """More at the end of a file of our own, safe on its medium when this returns."""

    def read(self, name: str, offset: int, length: int) -> bytes:
        """Bytes of a file; fewer if it ends before. Raises OSError (FileNotFoundError)."""

    def overwrite(self, name: str, offset: int, data: bytes) -> None:
        """Replace bytes in the middle of a file, nothing moves."""

    def names(self) -> list[str]:
        """All files, sorted."""

    def size(self, name: str) -> int:
        """Bytes of a file."""

    def stamp(self, name: str) -> str:
        """Differs from before if the file was changed, be it in place."""

    def delete(self, name: str) -> None:
        """Remove a file; none there is fine."""


class Folder:
    """A local folder. Every write ends in fsync: what the ledger then says is true after a power cut too."""

    appends = True

    def __init__(self, root: Path) -> None:
        self.root = root

    def create(self, name: str, data: bytes) -> None:
        """See Place."""
        path = self.root / name
        is_new_day = not path.parent.is_dir()
        make_private(path.parent)
        self._write(path, data, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        _sync_folder(path.parent)
        if is_new_day:
            _sync_folder(self.root)

    def append(self, name: str, data: bytes) -> None:
        """See Place."""
        self._write(self.root / name, data, os.O_WRONLY | os.O_APPEND)

    def _write(self, path: Path, data: bytes, flags: int) -> None:
        handle = os.open(path, flags, 0o600)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
            os.fsync(handle)
        finally:
            os.close(handle)

    def read(self, name: str, offset: int, length: int) -> bytes:
        """See Place."""
        with (self.root / name).open("rb") as f:
            f.seek(offset)
            return f.read(length)

    def overwrite(self, name: str, offset: int, data: bytes) -> None:
        """See Place."""
        with (self.root / name).open("r+b") as f:
            f.seek(offset)
            f.write(data)
            f.flush()
            os.fsync(f.fileno())

    def names(self) -> list[str]:
        """See Place."""
        return sorted(p.relative_to(self.root).as_posix() for p in self.root.rglob("*.warc.gz"))

    def size(self, name: str) -> int:
        """See Place."""
        return (self.root / name).stat().st_size

    def stamp(self, name: str) -> str:
        """See Place."""
        found = (self.root / name).stat()
        return f"{found.st_size}-{found.st_mtime_ns}"

    def delete(self, name: str) -> None:
        """See Place."""
        path = self.root / name
        path.unlink(missing_ok=True)
        if path.parent != self.root and not any(path.parent.iterdir()):
            path.parent.rmdir()


_BUCKETS = {"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss"}
"""Stores without folders. Asked for one they make a bucket: a typing error would become a second, empty archive."""


def _sync_folder(folder: Path) -> None:
    """The file's name is on its medium too: fsync(2) of the file alone does not promise that."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Objects:
    """Any other fsspec target. Objects do not grow, so each write is an object of its own."""

    appends = False

    def __init__(self, target: str) -> None:
        self._target, self._fs = target, cast(Any, None)
        try:
            # no kept listings: what another worker wrote meanwhile must be there for retention and backup
            self._fs, self._root = fsspec.core.url_to_fs(target, use_listings_cache=False)
        except (ImportError, ValueError) as e:
            hint = "extra veille[s3] for s3://, the fitting fsspec package for others, or a folder's path"
            raise ConfigError.of("archive.target", f"{target}: {e}", hint=hint) from e

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    def create(self, name: str, data: bytes) -> None:
        """See Place."""
        if urlsplit(self._target).scheme not in _BUCKETS:
            self._fs.makedirs(self._path(name).rpartition("/")[0], exist_ok=True)
        self._fs.pipe_file(self._path(name), data)

    def append(self, name: str, data: bytes) -> None:
        """Not for objects."""
        raise OSError(f"{name}: objects cannot grow")

    def read(self, name: str, offset: int, length: int) -> bytes:
        """See Place."""
        data: bytes = self._fs.cat_file(self._path(name), start=offset, end=offset + length)
        return data

    def overwrite(self, name: str, offset: int, data: bytes) -> None:
        """See Place: the object is written anew."""
        whole = bytearray(self._fs.cat_file(self._path(name)))
        whole[offset : offset + len(data)] = data
        self._fs.pipe_file(self._path(name), bytes(whole))

    def names(self) -> list[str]:
        """See Place."""
        if not self._fs.exists(self._root):
            return []
        start = len(self._root.rstrip("/")) + 1
        return sorted(p[start:] for p in self._fs.find(self._root) if p.endswith(".warc.gz"))

    def size(self, name: str) -> int:
        """See Place."""
        return int(self._fs.size(self._path(name)))

    def stamp(self, name: str) -> str:
        """See Place: by what the store tells of an object, which each kind calls otherwise."""
        known = self._fs.info(self._path(name))
        told = next((known[key] for key in ("ETag", "etag", "mtime", "LastModified", "created") if known.get(key)), "")
        return f"{known['size']}-{told}"

    def delete(self, name: str) -> None:
        """See Place."""
        if self._fs.exists(self._path(name)):
            self._fs.rm_file(self._path(name))


def open_place(target: str) -> RecordPlace:
    """A folder for a path or ``file://`` URL, an object store for any other fsspec URL."""
    if target.startswith("file://"):
        return Folder(Path(target.removeprefix("file://")))
    return Objects(target) if "://" in target else Folder(Path(target))

"""Backup and restore: ledger, archive and configuration in one folder, consistent while everything runs.

The ledger is copied first, then the archive: a page is archived before the ledger knows of it and WARC files only grow,
so whatever the copy of the ledger refers to is in the copy of the archive. Files that have not changed since the last
backup are left as they are. Each file is read again after it was written, and the manifest, which names them all with
their SHA-256, is put in place last: a backup that was cut off leaves the one before it whole. The index is not copied:
with SQLite it is in the ledger's file, Elasticsearch's is rebuilt. Secrets are in none of it: the environment has them.
"""

import gzip
import hashlib
import json
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from ingest.archive.places import RecordPlace, open_place
from ingest.errors import BackupError, ConfigError
from ingest.ledger import dump
from ingest.ledger.store import place_of
from ingest.settings import Settings, load_settings
from ingest.text.whole_file import make_private, private, write_whole
from ingest.workspace import Workspace

FORMAT = 1
MANIFEST = "manifest.json"
_PIECE = 4_000_000
Tick = Callable[[int, int], None]
"""Called with the files done and the files to do."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a backup or a restore did."""

    folder: str
    files: int
    """In the backup."""
    written: int
    """Written now; the others were there and unchanged."""
    bytes: int
    """Written now."""


def back_up(ws: Workspace, folder: Path, *, recipient: str | None = None, tick: Tick = lambda *_: None) -> Report:
    """Bring a backup up to date, or begin one. ``recipient``: an age public key that everything is encrypted for.

    Raises BackupError, LedgerUnavailable, StoreMissing.
    """
    make_private(folder)
    before = _manifest(folder) if (folder / MANIFEST).exists() else None
    if before and before["recipient"] != recipient:
        raise BackupError(f"{folder} was begun for {before['recipient'] or 'no recipient'}; take another folder")
    writer = _Writer(folder, recipient, before["files"] if before else {})
    stamp = f"{ws.clock():%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
    with tempfile.TemporaryDirectory(dir=folder, prefix=".ledger-") as passing:
        copy = Path(passing) / "ledger"
        kind = dump.dump(ws.ledger, copy)
        dump.check(kind, copy)
        with copy.open("rb") as plain:
            writer.write(f"ledger/{stamp}.gz", _pieces(plain), stamp, packed=True)
    place = open_place(ws.settings.archive_target)
    names = place.names()
    config = sorted(p for p in ws.settings.config_dir.rglob("*") if p.is_file())
    total = len(names) + len(config)
    for done, name in enumerate(names, 1):
        writer.keep_or_write(f"archive/{name}", place.stamp(name), partial(_place_pieces, place, name))
        tick(done, total)
    for done, path in enumerate(config, len(names) + 1):
        relative = path.relative_to(ws.settings.config_dir).as_posix()
        writer.keep_or_write(f"config/{relative}", _digest_of(path), partial(_whole, path))
        tick(done, total)
    manifest = {
        "format": FORMAT, "made_at": ws.clock().isoformat(), "ledger": f"ledger/{stamp}.gz", "ledger_kind": kind,
        "recipient": recipient, "files": writer.files,
    }  # fmt: skip
    write_whole(folder / MANIFEST, json.dumps(manifest, indent=1).encode(), mode=0o600)
    _remove_others(folder, set(writer.files))
    return Report(str(folder), len(writer.files), writer.written, writer.bytes)


def verify(folder: Path) -> int:
    """Read every file of a backup against the manifest; how many. Raises BackupError with all that is wrong."""
    files: dict[str, Any] = _manifest(folder)["files"]
    wrong = [name for name, known in files.items() if _digest_of(folder / known["stored"]) != known["sha256"]]
    if wrong:
        raise BackupError(f"{folder}: missing or altered: {', '.join(wrong[:5])} ({len(wrong)} of {len(files)} files)")
    return len(files)


def restore(folder: Path, config_dir: Path, *, identity: Path | None = None, tick: Tick = lambda *_: None) -> Report:
    """Make an installation from a verified backup: configuration where there is none, ledger, archive.

    Raises BackupError where a ledger is there already: nothing is ever overwritten with something older.
    """
    verify(folder)
    manifest = _manifest(folder)
    reader = _Reader(folder, manifest, identity)
    written = _restore_config(reader, config_dir)
    settings = load_settings(config_dir)
    _refuse_a_second(settings)
    place = open_place(settings.archive_target)
    names = [name.removeprefix("archive/") for name in reader.names("archive/")]
    there = set(place.names())
    for done, name in enumerate(names, 1):
        if name not in there:
            with reader.open(f"archive/{name}") as plain:
                place.create(name, plain.read())
            written += 1
        tick(done, len(names))
    with tempfile.TemporaryDirectory() as passing:
        copy = Path(passing) / "ledger"
        with reader.open(manifest["ledger"]) as packed, gzip.open(packed) as plain, copy.open("wb") as out:
            shutil.copyfileobj(plain, out, _PIECE)
        dump.check(manifest["ledger_kind"], copy)
        dump.load(manifest["ledger_kind"], copy, settings.ledger_url)  # last: what it refers to is there
    return Report(str(folder), len(manifest["files"]), written + 1, 0)


class _Writer:
    """Writes into the backup's folder and keeps the list of what is in it."""

    def __init__(self, folder: Path, recipient: str | None, before: dict[str, Any]) -> None:
        self._folder, self._recipient, self._before = folder, recipient, before
        self.files: dict[str, Any] = {}
        self.written = self.bytes = 0

    def keep_or_write(self, name: str, stamp: str, pieces: Callable[[], Iterator[bytes]]) -> None:
        """What has the stamp that it had is there already."""
        known = self._before.get(name)
        if known and known["stamp"] == stamp and (self._folder / known["stored"]).is_file():
            self.files[name] = known
        else:
            self.write(name, pieces(), stamp)

    def write(self, name: str, pieces: Iterator[bytes], stamp: str, *, packed: bool = False) -> None:
        """Write a file beside the old one, read it again, note it."""
        stored = f"{name}.{hashlib.sha256(stamp.encode()).hexdigest()[:8]}" + (".age" if self._recipient else "")
        path = self._folder / stored
        make_private(path.parent)
        with tempfile.TemporaryFile(dir=self._folder) as plain:
            into: Any = gzip.GzipFile(fileobj=plain, mode="wb", compresslevel=6, mtime=0) if packed else plain
            for piece in pieces:
                into.write(piece)
            if packed:
                into.close()
            plain.seek(0)
            digest = self._seal(plain, path)
        if _digest_of(path) != digest:
            raise BackupError(f"{path} does not hold what was written to it: look at the disk")
        self.files[name] = {"stored": stored, "stamp": stamp, "sha256": digest}
        self.written += 1
        self.bytes += path.stat().st_size

    def _seal(self, plain: BinaryIO, path: Path) -> str:
        """The SHA-256 of what goes to the disk."""
        with open(path, "wb", opener=private) as out:
            hashing = _Hashing(out)
            if self._recipient:
                age = _age()
                age.encrypt_io(plain, hashing, [_recipient_of(age, self._recipient)])
            else:
                shutil.copyfileobj(plain, hashing, _PIECE)
            out.flush()
            os.fsync(out.fileno())
        return hashing.digest.hexdigest()


class _Hashing:
    """A file that knows the digest of what was written to it."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self.digest = out, hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        return self._out.write(data)

    def flush(self) -> None:
        self._out.flush()


class _Reader:
    """The plain contents of a backup's files."""

    def __init__(self, folder: Path, manifest: dict[str, Any], identity: Path | None) -> None:
        self._folder, self._files = folder, manifest["files"]
        self._identity = identity
        if manifest["recipient"] and identity is None:
            raise BackupError(f"{folder} is encrypted for {manifest['recipient']}: give the key's file with --identity")

    def names(self, prefix: str) -> list[str]:
        return [name for name in self._files if name.startswith(prefix)]

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        path = self._folder / self._files[name]["stored"]
        with path.open("rb") as stored:
            if self._identity is None:
                yield stored
                return
            with tempfile.TemporaryFile() as plain:
                age = _age()
                try:
                    keys = [_identity_of(age, self._identity)]
                    age.decrypt_io(stored, plain, keys)
                except Exception as e:  # pyrage's errors have no common base
                    raise BackupError(f"{path} cannot be decrypted with {self._identity}: {e}") from e
                plain.seek(0)
                yield plain


def _restore_config(reader: _Reader, config_dir: Path) -> int:
    """Only what is not there: somebody may have written a new one for the new machine."""
    written = 0
    for name in reader.names("config/"):
        target = config_dir / name.removeprefix("config/")
        if not target.exists():
            make_private(target.parent)
            with reader.open(name) as plain, open(target, "wb", opener=private) as out:
                shutil.copyfileobj(plain, out)
            written += 1
    return written


def _refuse_a_second(settings: Settings) -> None:
    with Workspace(settings, creates=False) as ws:
        if ws.is_begun:
            raise BackupError(f"there is a ledger: {place_of(settings.ledger_url)}; move it away, or restore elsewhere")


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as e:
        raise BackupError(f"{folder} holds no backup: {e}") from e
    if found.get("format") != FORMAT:
        raise BackupError(f"{folder}: a backup of format {found.get('format')}; this version reads {FORMAT}")
    return found


def _remove_others(folder: Path, names: set[str]) -> None:
    """What no manifest names any more: older copies of the ledger, files that retention or an opt-out removed."""
    stored = {known["stored"] for known in _manifest(folder)["files"].values()}
    for part in ("ledger", "archive", "config"):
        for path in (folder / part).rglob("*"):
            if path.is_file() and path.relative_to(folder).as_posix() not in stored:
                path.unlink()


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


def _place_pieces(place: RecordPlace, name: str) -> Iterator[bytes]:
    size = place.size(name)  # what is appended meanwhile is for the next backup
    for start in range(0, size, _PIECE):
        yield place.read(name, start, min(_PIECE, size - start))


def _whole(path: Path) -> Iterator[bytes]:
    yield path.read_bytes()


def _digest_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _age() -> Any:
    try:
        import pyrage
    except ImportError as e:
        raise ConfigError.of("--recipient", "needs pyrage", hint="install veille[backup]") from e
    return pyrage


def _recipient_of(age: Any, text: str) -> Any:
    try:
        return age.x25519.Recipient.from_str(text)
    except Exception as e:  # pyrage's errors have no common base
        raise BackupError(f"{text!r} is no age public key (age1…): {e}") from e


def _identity_of(age: Any, file: Path) -> Any:
    lines = [line for line in file.read_text("utf-8").splitlines() if line.startswith("AGE-SECRET-KEY-")]
    if not lines:
        raise BackupError(f"{file} holds no age key (AGE-SECRET-KEY-…)")
    return age.x25519.Identity.from_str(lines[0])

"""The catalogue as it was last read, beside the data: reading 10,000 feeds of YAML costs a task twelve seconds of CPU.

A snapshot is used only for the very bytes of ``feeds.yaml`` that it was made of, and by the very code that made it. It
is never needed: where there is none, or it cannot be read or written, the YAML is.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from ingest import __version__, model
from ingest.feeds import catalogue
from ingest.feeds.catalogue import Catalogue, load_catalogue
from ingest.model import Feed, Identity, Policy

NAME = "feeds.snapshot.json"
_COLUMNS = tuple(f.name for f in fields(Feed))
_AS_WRITTEN: Mapping[str, Any] = {"policy": Policy, "identity": Identity, "tags": tuple}


def load_catalogue_once(path: Path, data_dir: Path) -> Catalogue:
    """The catalogue of a YAML file, from its snapshot in ``data_dir`` where that is of this very file.

    Raises ConfigError as ``load_catalogue`` does: what is wrong has no snapshot.
    """
    try:
        made_of = _digest(path.read_bytes())
    except OSError:
        return load_catalogue(path)  # which says what is the matter
    snapshot = data_dir / NAME
    feeds = _read(snapshot, made_of)
    if feeds is not None:
        return Catalogue(feeds, path)
    loaded = load_catalogue(path)
    if data_dir.is_dir() and _unchanged(path, made_of):
        _write(snapshot, made_of, loaded)
    return loaded


def _digest(raw: bytes) -> str:
    """Of the file, and of all that decides what is made of it."""
    return hashlib.sha256(_code() + raw).hexdigest()


@cache
def _code() -> bytes:
    parts = [__version__.encode(), *(Path(module.__file__ or "").read_bytes() for module in (catalogue, model))]
    return hashlib.sha256(b"\0".join(parts)).digest()


def _unchanged(path: Path, made_of: str) -> bool:
    """Whether the file is still what was read first: a person may have saved it meanwhile."""
    with suppress(OSError):
        return _digest(path.read_bytes()) == made_of
    return False


def _read(snapshot: Path, made_of: str) -> tuple[Feed, ...] | None:
    try:
        stored = json.loads(snapshot.read_bytes())
        if stored["made_of"] != made_of:
            return None
        return tuple(_feed(row) for row in stored["feeds"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _feed(row: list[Any]) -> Feed:
    values = dict(zip(_COLUMNS, row, strict=True))
    for name, kind in _AS_WRITTEN.items():
        values[name] = kind(values[name])
    return Feed(**values)


def _write(snapshot: Path, made_of: str, loaded: Catalogue) -> None:
    """Whole or not at all, whoever else writes one at the same time."""
    rows = [[getattr(feed, name) for name in _COLUMNS] for feed in loaded.feeds]
    text = json.dumps({"made_of": made_of, "feeds": rows}, ensure_ascii=False)
    with suppress(OSError):
        handle, beside = tempfile.mkstemp(dir=snapshot.parent, prefix=f"{NAME}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            os.replace(beside, snapshot)
        except OSError:
            Path(beside).unlink(missing_ok=True)
            raise

"""Files that are never seen half written: written beside their place, synced, and put there in one step.

And files and folders that are nobody else's, whatever the umask: articles, readers' addresses, what they watch, keys.
"""

import os
from collections.abc import Callable
from pathlib import Path


def write_whole(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Put a file in place of the one that is there. Raises OSError; the old one then stands as it was.

    ``mode`` (such as 0o600 for a secret) holds from its first byte on, whatever the umask.
    """
    beside = path.with_name(path.name + ".new")
    if mode is not None:
        beside.unlink(missing_ok=True)  # of one that was killed
    try:
        with open(beside, "wb", opener=_opener(mode)) as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for us alone (0700); what is there stays as it is."""
    for one in reversed([folder, *folder.parents]):
        if not one.is_dir():
            one.mkdir(mode=0o700, exist_ok=True)


def private(path: str, flags: int) -> int:
    """An ``opener`` for ``open``: a file that is made is ours alone (0600)."""
    return os.open(path, flags, 0o600)


def _opener(mode: int | None) -> Callable[[str, int], int] | None:
    if mode is None:
        return None

    def opens(path: str, flags: int) -> int:
        descriptor = os.open(path, flags | os.O_EXCL, mode)
        os.fchmod(descriptor, mode)
        return descriptor

    return opens

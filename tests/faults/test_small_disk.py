"""A disk that is really full: a small file system of our own, where this machine lets us mount one."""

import shutil
import subprocess
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from ingest.errors import VeilleError
from tests.adversary.world import World, prose
from tests.faults.reading_here import reading_here
from tests.require import missing

STORIES = 12


@pytest.fixture
def small(tmp_path):
    """A tmpfs of 5 MB; it may grow later."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=5m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        missing("mount", "a small file system cannot be mounted here (not root, or not allowed)")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(small: Path, leave: int) -> Path:
    """Somebody else fills the disk, but for so many bytes."""
    file = small / "somebody-elses"
    file.write_bytes(b"x" * max(0, shutil.disk_usage(small).free - leave))
    return file


@pytest.mark.nightly
@pytest.mark.parametrize("leave", [0, 8_192, 60_000, 300_000, 900_000])
def test_nothing_is_lost_on_a_full_disk(small, tmp_path, leave):
    world = World(tmp_path, encoder="none", timeout_seconds=30)
    world.settings = world.settings.model_copy(update={"data_dir": small / "data"})
    world.outlet("gazette")
    try:
        with reading_here():
            world.round()
            for n in range(STORIES):
                title = f"Pyongyang {prose(f'name {n}', 1)[0].split()[0]} {n}"
                url = f"http://gazette.example/2026/11/24/story-{100000 + n}"
                world.page(url, title, prose(f"subject {n}", 30))
                world.lists("gazette", title, url, summary=f"{title}.")
            filled = fill(small, leave)
            for _ in range(2):
                with suppress(VeilleError):
                    world.round(minutes=60)
            filled.unlink()
            for _ in range(4):
                world.round(minutes=240)
            assert Counter(r.state for r in world.rows()) == {"indexed": STORIES}
            assert max(Counter(str(m["Message-ID"]) for _, m in world.mail.mailbox.delivered).values()) == 1
            told = " ".join(m.as_string() for _, m in world.mail.mailbox.delivered)
            assert [n for n in range(STORIES) if f"story-{100000 + n}" not in told] == []
    finally:
        world.close()

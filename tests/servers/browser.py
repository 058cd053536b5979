"""A real Chromium, for what a person sees: screenshots, and what a page measures in a window of some width."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.require import missing

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program; the test is skipped where there is none."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or missing("chromium", "no chromium is installed (apt-get install chromium)")


def screenshot(program: str, page: Path, image: Path, *, width: int, height: int = 1600, dark: bool = False) -> None:
    """A picture of a page as a window of that width shows it."""
    _run(program, page, width, height, dark, f"--screenshot={image}")
    assert image.stat().st_size > 5_000, "an empty picture"


def inner_width(program: str, page: Path, *, width: int) -> int:
    """How wide the page is in a frame of that width: more than the frame means that a reader has to scroll sideways.

    A window of Chromium's own is never narrower than 500 pixels, hence the frame.
    """
    probe = page.with_name(f"{page.stem}-probe-{width}.html")
    probe.write_text(
        f'<!doctype html><iframe id="f" style="width:{width}px;height:1200px;border:0" src="{page.name}"></iframe><p id="p"></p>'
        '<script>f.onload=()=>{p.textContent="width="+f.contentDocument.documentElement.scrollWidth}</script>',
        encoding="utf-8",
    )
    dumped = _run(program, probe, 800, 1300, False, "--dump-dom", "--allow-file-access-from-files")
    found = re.search(r"width=(\d+)", dumped)
    assert found, "the page was not loaded"
    return int(found[1])


def _run(program: str, page: Path, width: int, height: int, dark: bool, *what: str) -> str:
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=4000"]
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    profile = f"--user-data-dir={page.parent / 'profile'}"
    command = [program, *flags, scheme, profile, f"--window-size={width},{height}", *what, page.as_uri()]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout

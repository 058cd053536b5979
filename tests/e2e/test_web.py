"""The desk in a real browser, over the demo's newsroom: light, dark, phone, by keyboard, without JavaScript.

VEILLE_SCREENSHOTS=docs/images makes the pictures of the docs.
"""

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from ingest.alert.unsubscribe import Unsubscriber
from ingest.ledger import subscriptions
from ingest.workspace import Workspace
from tests.servers import chromium

pytestmark = pytest.mark.slow
SCREENSHOTS = os.environ.get("VEILLE_SCREENSHOTS")
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 360, "height": 780}
QUERY = "/search?q=%22Cor%C3%A9e+du+Nord%22"


@dataclass(frozen=True)
class Served:
    """A running desk."""

    base: str
    start: str
    config: Path


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("desk") / "demo-data"
    veille = [sys.executable, "-m", "ingest.cli.main"]
    subprocess.run([*veille, "demo", "--dir", str(folder), "--json"], check=True, stdout=subprocess.DEVNULL)
    config = folder / "config"
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    command = [*veille, "serve", "--config", str(config), "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        said = _until(process, "Ctrl-C")
        link = re.search(r"http://\S+/start/\S+", said)
        assert link, said
        with httpx.Client(transport=httpx.HTTPTransport(retries=8)) as client:  # it says so before it listens
            client.get(f"http://127.0.0.1:{port}/healthz", timeout=60)
        yield Served(f"http://127.0.0.1:{port}", link[0], config)
    finally:
        process.terminate()
        process.wait(10)
        process.stderr.close()


def _until(process: subprocess.Popen[str], word: str) -> str:
    said = ""
    for line in process.stderr:
        said += line
        if word in line:
            threading.Thread(target=process.stderr.read, daemon=True).start()  # nothing more to say may block it
            return said
    raise AssertionError(f"the desk did not start: {said}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.running() as found:
        yield found


class Visit:
    """A browser window that is signed in and remembers every complaint of the console."""

    def __init__(self, browser: Browser, served: Served, **how) -> None:
        self.context: BrowserContext = browser.new_context(**{"viewport": WIDE, "locale": "en", **how})
        self.page: Page = self.context.new_page()
        self.base, self.complaints = served.base, list[str]()
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.foreign = list[str]()
        self.page.on(
            "request", lambda r: None if r.url.startswith((served.base, "data:")) else self.foreign.append(r.url)
        )
        self.page.goto(served.start)

    def open(self, path: str) -> Page:
        answer = self.page.goto(self.base + path)
        assert answer is not None
        assert answer.status == 200, path
        return self.page

    def __enter__(self) -> "Visit":
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


@pytest.fixture(scope="module")
def paths(browser, served) -> dict[str, str]:
    """Every page, with a story that several outlets run."""
    with Visit(browser, served) as visit:
        page = visit.open("/?q=%22Cor%C3%A9e+du+Nord%22&order=widest")
        story = page.locator(".item h3 a").first.get_attribute("href")
        page = visit.open(story)
        article = page.locator("tbody h3 a, tbody td a[href^='/article/']").first.get_attribute("href")
        compare = page.locator("a[href*='/compare?']").first.get_attribute("href")
    return {
        "inbox": "/", "search": QUERY, "story": story, "compare": compare, "article": article, "why": "/why",
        "rules": "/rules", "rule": "/rules/military-aid", "feeds": "/feeds", "feed": "/feeds/gazette-rhone",
        "feed-add": "/feeds/add", "dashboard": "/dashboards/overview", "pipeline": "/dashboards/pipeline",
        "status": "/status", "unsubscribe": _unsubscribe(served), "account": "/account", "people": "/people", "api": "/api",
    }  # fmt: skip


def _unsubscribe(served: Served) -> str:
    """The page that the link in a mail opens."""
    with Workspace.of(served.config) as ws:
        links = Unsubscriber(subscriptions.signing_key(ws.ledger), "https://veille.example.org")
    return urlsplit(links.link("desk@newsroom.example", ["russia-dprk", "military-aid"])).path


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("light", {"color_scheme": "light"}),
        ("dark", {"color_scheme": "dark", "locale": "fr"}),
        ("phone", {"viewport": PHONE, "has_touch": True, "locale": "fr"}),
    ],
)
def test_every_page_is_sound(browser, served, paths, name, how):
    """No complaint of the console (the policy would speak there), nothing from elsewhere, nothing serious for axe."""
    with Visit(browser, served, **how) as visit:
        found = {}
        for page_name, path in paths.items():
            page = visit.open(path)
            assert not _overflows(page), f"{page_name} is wider than the window"
            serious = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
            if serious:
                found[page_name] = [(v["id"], [n["html"][:160] for n in v["nodes"]][:3]) for v in serious]
            _picture(page, f"desk-{page_name}-{name}", page_name in ("inbox", "story"))
        assert found == {}
        assert visit.complaints == []
        assert visit.foreign == []


def _overflows(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"))


def _picture(page: Page, name: str, wanted: bool) -> None:
    if SCREENSHOTS and wanted:
        page.screenshot(path=str(Path(SCREENSHOTS) / f"{name}.png"))


def test_by_keyboard_only(browser, served, paths):
    with Visit(browser, served) as visit:
        page = visit.open("/?order=widest")
        titles = page.locator(".item h3 a").all_inner_texts()
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        assert page.evaluate("document.activeElement.innerText") == titles[0]
        page.keyboard.press("f")
        page.wait_for_selector(".item button[data-key=keep][aria-pressed=true]")
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("m")
        page.wait_for_selector(".item.seen")
        page.keyboard.press("?")
        assert page.locator("#keys").is_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("g")
        page.keyboard.press("s")
        page.wait_for_url("**/search")
        page.wait_for_selector("#q:focus")
        page.keyboard.type("Kremlin")
        page.wait_for_selector("#results .item mark")
        page.keyboard.press("Escape")
        assert page.locator("#q").input_value() == "Kremlin"
        page.keyboard.press("j")
        page.keyboard.press("o")
        page.wait_for_url("**/article/*")
        assert visit.complaints == []


def test_without_javascript(browser, served, paths):
    with Visit(browser, served, java_script_enabled=False) as visit:
        page = visit.open("/?order=widest")
        first = page.locator(".item").nth(1)
        title = first.locator("h3 a").inner_text()
        first.hover()
        first.locator("button[data-key=mute]").click()
        assert title not in page.locator(".item h3 a").all_inner_texts()
        visit.open("/?view=muted")
        page.locator(".item").first.hover()
        page.locator("button[data-key=mute]").first.click()
        visit.open("/search")
        page.fill("#q", "Kremlin")
        page.locator("#form button").click()
        assert page.locator(".item mark").count() > 3
        page.locator(".facets a", has_text="Español").click()
        assert page.locator(".item").count() == 1
        page.locator("a", has_text="Save as a rule").click()
        assert page.locator("textarea[name=query]").input_value() == "Kremlin"
        page.locator("button", has_text="What would it have sent").click()
        assert "1\nstory in 30 days" in page.locator("main").inner_text()
        visit.open(paths["story"])
        page.fill("textarea[name=text]", "called the <b>embassy</b>")
        page.locator("button", has_text="Write").click()
        assert "called the <b>embassy</b>" in page.locator("main").inner_text()


def test_a_rule_is_written_while_it_is_checked(browser, served):
    with Visit(browser, served) as visit:
        page = visit.open("/rules/new")
        page.fill("textarea[name=query]", "Kremlin AND (")
        page.wait_for_selector("#check .alarm")
        page.fill("textarea[name=query]", "title:Kremlin")
        page.fill("textarea[name=must_match]", "The Kremlin confirms")
        page.fill("textarea[name=must_not_match]", "Rain in Seoul")
        page.wait_for_selector("#check .chip:has-text('not found')")
        page.locator("button", has_text="What would it have sent").click()
        page.wait_for_selector("#backtest .tiles")
        page.fill("input[name=name]", "Kremlin in headlines")
        page.fill("input[name=id]", "kremlin")
        page.fill("input[name=recipients]", "desk")
        page.locator("button", has_text="Save to alerts.yaml").click()
        page.wait_for_url("**/rules/kremlin")
        assert visit.complaints == []
    written = (served.config / "alerts.yaml").read_text("utf-8")
    assert "- id: kremlin\n    name: Kremlin in headlines\n    query: title:Kremlin\n" in written
    assert "The Kremlin confirms" in written


def test_fifty_readers_at_once(browser, served):
    """Every one gets every page; how long it takes is the benchmark's business (bench/web.py)."""
    with Visit(browser, served) as visit:
        cookie = next(c for c in visit.context.cookies() if c["name"] == "veille_session")
    limits = httpx.Limits(max_connections=50)
    with httpx.Client(base_url=served.base, timeout=60, limits=limits, trust_env=False) as client:
        client.cookies.set("veille_session", cookie["value"])
        with ThreadPoolExecutor(50) as readers:
            codes = list(readers.map(lambda path: client.get(path).status_code, ["/", QUERY, "/feeds"] * 50))
    assert set(codes) == {200}

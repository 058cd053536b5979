"""An outlet's control, OSC and bidi characters in every field: no command, log line or traceback hands them on."""

import json
import logging
import re
from html import escape

import pytest
from typer.testing import CliRunner

from ingest.cli import entry
from ingest.cli.commands import application
from ingest.cli.terminal import log_harmlessly
from ingest.logs import logged
from ingest.outcome import Outcome, Stage
from tests.adversary.world import World, prose
from tests.fakes.reading import ReadsHere

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
BIDI = "".join(chr(c) for c in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x2028))
C1 = "".join(chr(c) for c in range(0x80, 0xA0))
HOSTILE = f"Pyongyang [bold red]x[/] \x1b]52;c;cHduZWQ=\x07\x1b[2J\x1b[31m\x7f{C1}{BIDI}evil"
URL = "http://gazette.example/2026/11/24/story-123456"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    world = World(tmp_path_factory.mktemp("hostile"), encoder="none")
    world.outlet("gazette")
    world.outlet("broken")
    world.page(URL, HOSTILE, [HOSTILE, *prose("speech")], head=f'<meta name="author" content="{escape(HOSTILE)}">')
    json_feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": HOSTILE,
        "items": [{"id": HOSTILE, "url": URL, "title": HOSTILE, "content_text": HOSTILE, "authors": [{"name": HOSTILE}],
                   "tags": [HOSTILE], "date_published": world.now.isoformat()}],
    }  # fmt: skip
    world.feeds[0]["url"] = "http://gazette.example/feed.json"
    world.answers("http://gazette.example/feed.json", json.dumps(json_feed), Content_Type="application/feed+json")
    world.answers("http://broken.example/feed", HOSTILE, Content_Type="text/html; \x9b31m")
    world.answers(
        "http://gazette.example/",
        f'<html><head><title>{escape(HOSTILE)}</title><link rel="alternate" type="application/feed+json"'
        f' title="{escape(HOSTILE)}" href="/feed.json"></head></html>',
    )
    toml = (
        f'data_dir = "{world.settings.data_dir}"\n[fetch]\nproxy = "{world.web.proxy_url}"\nhost_delay_seconds = 0.0\n'
    )
    toml += f'attempts = 1\n[smtp]\nport = {world.mail.port}\n[enrich]\nencoder = "none"\n'
    (world.config / "veille.toml").write_text(toml)
    served = dict(world.pages)
    world._feed = lambda name: served[(f"{name}.example", "/feed.json" if name == "gazette" else "/feed")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ingest.stages.index.ReadingPool", ReadsHere)
        world.round()
    yield world
    world.close()


def said(world, *command, text=None):
    done = CliRunner().invoke(application([command[0]]), [*command, "--config", str(world.config)], input=text)
    assert done.exit_code != 2 or "No such" not in done.output, done.output
    return done.output


READING = [
    ("status",), ("doctor",), ("feeds", "health"), ("feeds", "list"), ("feeds", "check"), ("show", URL),
    ("search", "Pyongyang"), ("similar", URL), ("alerts", "check"), ("alerts", "test", "watch"), ("alerts", "list"),
    ("topics", "list"), ("rights", "show", "gazette.example"), ("feeds", "discover", "http://gazette.example/"),
]  # fmt: skip


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_nothing_that_a_terminal_obeys_is_printed(world, command):
    assert not OBEYED.search(said(world, *command).replace("\n", "").replace("\t", ""))


@pytest.mark.parametrize("command", [c for c in READING if c[0] not in ("rights", "topics")], ids=" ".join)
def test_json_is_valid_and_holds_none_of_it_raw(world, command):
    text = said(world, *command, "--json")
    assert not OBEYED.search(text.replace("\n", ""))
    if text.lstrip()[:1] in "[{":
        json.loads(text)


def test_the_title_is_there_and_the_value_is_whole_in_json(world):
    assert "Pyongyang [bold red]x[/]" in " ".join(said(world, "search", "Pyongyang").split())
    assert "\x1b" not in said(world, "show", URL)


def test_a_log_line_and_a_traceback_lose_it(capsys, monkeypatch):
    root = logging.getLogger()
    handlers, root.handlers = root.handlers, []
    try:
        log_harmlessly()
        try:
            raise ValueError(HOSTILE)
        except ValueError:
            logging.getLogger("veille.test").exception("a run failed at %s", HOSTILE)
    finally:
        root.handlers = handlers
    logged(Outcome(Stage.FETCH, HOSTILE, "http-404", HOSTILE, ok=False))

    def fails(*_args, **_more):
        raise RuntimeError(HOSTILE)

    monkeypatch.setattr(entry, "application", lambda *_a, **_k: fails)
    with pytest.raises(SystemExit) as e:
        entry.main()
    assert e.value.code == 1
    shown = capsys.readouterr()
    text = re.sub(r"\x1b\[[0-9;]*m", "", shown.out) + shown.err  # structlog's own colours
    assert not OBEYED.search(text.replace("\n", ""))
    assert text.count("Pyongyang") >= 4

"""The demo's last page, from values: nothing is run."""

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from ingest.cli.demo_view import as_json, headline, next_steps, summary
from ingest.cli.progress import Progress
from ingest.demo.facts import DemoFacts, Played
from ingest.demo.mailbox import SavedMail
from ingest.demo.newsroom import Newsroom
from ingest.demo.play import Performance
from ingest.demo.scenes import Scene, scenes
from ingest.ledger.summary import SharedStory
from ingest.outcome import Outcome, Stage, StageRun
from ingest.text.plurals import counted

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
MAIL = SavedMail("desk@x.example", "[Rule] [b]Titre[/b]", "<1@x>", Path("d/mails/1.eml"), Path("d/mails/1.html"))
FACTS = DemoFacts(
    feeds={"new": 2, "gone": 1},
    articles={"indexed": 3, "failed": 1},
    waiting={"timed-out": 1},
    languages={"fr": 2, "ko": 1},
    topics={"russia-dprk": (2, 1)},
    stories=2,
    shared=(SharedStory("Un titre", "http://a.example/?p=1", ("a", "b")),),
    rules={"russia-dprk": (1, 1), "digest": (2, 0)},
    mails={"sent": 1},
    played=(
        Played(Scene("page stalls", "a", False, "http://a.example/2"), "waits: timed-out", ok=False),
        Played(Scene("page moved (302)", "b", False, "http://b.example/3"), "indexed", ok=True),
    ),
)


def ran(stage: Stage, *outcomes: Outcome) -> StageRun:
    run = StageRun(stage, NOW, NOW, claimed=len(outcomes))
    for outcome in outcomes:
        run.add(outcome)
    return run


FIRST = Performance(
    number=1,
    edition=1,
    outlets=3,
    runs=(ran(Stage.POLL, Outcome(Stage.POLL, "a", "new", new=4)),),
    facts=FACTS,
    mails=(MAIL,),
    asked=(),
    seconds=9.6,
)
SECOND = replace(FIRST, number=2, runs=(ran(Stage.POLL, Outcome(Stage.POLL, "a", "not-modified")),), mails=())


def shown(show: Performance, root: Path = Path("demo-data"), width: int = 100) -> str:
    console = Console(file=StringIO(), width=width, highlight=False)
    console.print(summary(show, root))
    console.print(next_steps(show, root, ".venv/bin/veille"), soft_wrap=True)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_the_headline_says_what_the_run_was() -> None:
    assert headline(FIRST) == "4 new articles from 3 outlets, 1 mail sent, in 10 s"
    assert headline(SECOND) == "nothing new since the last run, and no mail was sent, in 10 s"
    assert headline(replace(FIRST, mails=())) == "4 new articles from 3 outlets, nothing to tell anybody, in 10 s"
    revised = ran(Stage.INDEX, Outcome(Stage.INDEX, "u", "revised"))
    later = headline(replace(SECOND, runs=(revised,)))
    assert later == "nothing new, but 1 article edited since: nobody is told twice, in 10 s"
    both = headline(replace(FIRST, runs=(*FIRST.runs, revised), mails=()))
    assert both == "4 new articles and 1 edited one from 3 outlets, nothing to tell anybody, in 10 s"


def test_everything_stands_on_the_page() -> None:
    page = shown(FIRST)
    for words in (
        "2 new", "1 gone", "3 indexed", "timed-out 1", "French", "Korean", "2 about it, 1 in passing",
        "“Un titre” ran in 2 outlets: a, b", "1 story", "→ 1 mail", "→ waits for its digest",
        "[Rule] [b]Titre[/b]", "d/mails/1.html", "· page stalls", "✓ page moved (302)", "waits: timed-out",
        "--config demo-data/config", "demo --edition 2",
    ):  # fmt: skip
        assert words in page, words


def test_addresses_are_quoted_for_the_shell() -> None:
    assert "show 'http://a.example/?p=1' --config demo-data/config" in shown(FIRST)


def test_a_folder_of_ones_own_is_named_in_what_to_try() -> None:
    assert "demo --dir else/where --fresh" in shown(FIRST, Path("else/where"))


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_width_breaks_a_command(width: int) -> None:
    lines = [line.rstrip() for line in shown(FIRST, width=width).splitlines()]
    assert ".venv/bin/veille show 'http://a.example/?p=1' --config demo-data/config" in lines


def test_progress_stays_readable_when_a_failure_is_printed_above_it() -> None:
    console = Console(file=StringIO(), width=80, force_terminal=True, color_system=None, highlight=False)
    with Progress(console) as progress:
        progress(Outcome(Stage.POLL, "[bold]feed", "html", "not a feed", ok=False))
    assert isinstance(console.file, StringIO)
    told = console.file.getvalue()
    assert "html [bold]feed: not a feed" in told
    assert "[bold]polling" not in told
    assert "[dim]" not in told


def test_an_empty_run_is_shown_too() -> None:
    nothing = replace(FACTS, topics={}, shared=(), rules={}, languages={}, played=(), waiting={})
    page = shown(replace(SECOND, facts=nothing))
    assert "no rule matched" in page
    assert "none in this run; earlier ones are in demo-data/mails" in page


def test_json_holds_the_same() -> None:
    told = json.loads(json.dumps(as_json(FIRST, [], Path("demo-data"))))
    assert told["new_articles"] == 4
    assert told["alerts"]["digest"] == {"stories": 2, "mails": 0}
    assert told["mails"][0]["html"] == "d/mails/1.html"
    assert told["scenes"][0] == {
        "what": "page stalls", "outlet": "a", "url": "http://a.example/2", "result": "waits: timed-out", "ok": False,
    }  # fmt: skip


@pytest.mark.parametrize(("n", "words"), [(0, "no stories"), (1, "1 story"), (2, "2 stories")])
def test_counts_in_words(n: int, words: str) -> None:
    assert counted(n, "story", "stories", none="no") == words


def test_every_promised_misbehaviour_is_on_the_programme() -> None:
    programme = Counter(s.what for s in scenes(Newsroom().outlets()))
    assert set(programme.values()) == {1}
    assert programme.keys() == {
        "feed cut off in the middle", "an error message instead of a feed", "a web page at the feed's address",
        "feed answers 410", "feed answers 404", "feed redirects in a circle", "feed moved for good (301)",
        "feed in windows-1251", "feed in windows-1251, said to be utf-8", "page answers 404", "page answers 410",
        "page redirects in a circle", "page answers 429, Retry-After", "page stalls", "page cut off in the middle",
        "page moved (302)", "page forbidden by robots.txt", "listed twice, once with tracking",
        "entry without a link", "entry without a date", "entry dated in the future", "edited after publication",
    }  # fmt: skip

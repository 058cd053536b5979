"""One run of the demo: opens the newsroom and the mailbox, sends veille through them, and closes both.

    newsroom (a web of its own) ─▶ poll ─▶ fetch ─▶ index ─▶ alert ─▶ deliver ─▶ mailbox

The pipeline is the real one, on the embedded stores, over real HTTP and SMTP on 127.0.0.1.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ingest import pipeline
from ingest.clock import Clock
from ingest.demo.facts import DemoFacts, look
from ingest.demo.folder import DemoFolder
from ingest.demo.mailbox import Mailbox, SavedMail
from ingest.demo.newsroom import Newsroom
from ingest.demo.scenes import scenes
from ingest.demo.server import Asked, WebServer
from ingest.ledger.summary import next_fetch
from ingest.operations.export import publish_all
from ingest.outcome import Report, StageRun
from ingest.settings import load_settings
from ingest.workspace import Workspace

ENCORE = timedelta(seconds=5)
"""Pages that ask to be tried again within this are waited for; the others wait in the ledger for the next run."""


@dataclass(frozen=True, slots=True)
class Performance:
    """A run of the demo, told at its end."""

    number: int
    """1 for the first run in this folder."""
    edition: int
    outlets: int
    runs: tuple[StageRun, ...]
    facts: DemoFacts
    mails: tuple[SavedMail, ...]
    asked: tuple[Asked, ...]
    """Every HTTP request that the newsroom got."""
    seconds: float

    @property
    def new_articles(self) -> int:
        """Articles that were not known before this run."""
        return sum(r.new for r in self.runs if r.stage.value == "poll")

    @property
    def revised(self) -> int:
        """Articles that were edited since they were read last."""
        return sum(r.counts["revised"] for r in self.runs)


def play(folder: DemoFolder, edition: int | None, report: Report, clock: Clock) -> Performance:
    """Run everything once. Raises VeilleError where a store cannot be used."""
    begun = clock()
    newsroom = folder.newsroom(begun, edition)
    number = folder.runs() + 1
    folder.remember(begun, newsroom.edition, runs=number - 1)
    with WebServer(newsroom.site()) as web, Mailbox(folder.mails) as mailbox:
        with _opened(folder, newsroom, web, mailbox, clock) as ws:
            runs = _all_stages(ws, report)
            with ws.ledger.read() as c:
                facts = look(c, scenes(newsroom.outlets()))
        mails, asked = mailbox.saved, web.log
    folder.remember(begun, newsroom.edition, runs=number)
    seconds = (clock() - begun).total_seconds()
    return Performance(
        number, newsroom.edition, len(newsroom.outlets()), tuple(runs), facts, tuple(mails), tuple(asked), seconds
    )


def serve(
    folder: DemoFolder, edition: int | None, clock: Clock, ready: Callable[[str, int], None], until: Callable[[], None]
) -> None:
    """Only keep newsroom and mailbox open, for commands in another terminal, until ``until`` returns."""
    newsroom = folder.newsroom(clock(), edition)
    folder.remember(clock(), newsroom.edition, runs=folder.runs())
    with WebServer(newsroom.site()) as web, Mailbox(folder.mails) as mailbox:
        folder.write_config(newsroom.outlets(), proxy=web.proxy_url, smtp_port=mailbox.port)
        ready(web.proxy_url, mailbox.port)
        until()


def _opened(folder: DemoFolder, newsroom: Newsroom, web: WebServer, mailbox: Mailbox, clock: Clock) -> Workspace:
    """The workspace on this run's addresses. They are passed as well, to win over the environment: a demo
    in somebody's production shell must neither fetch from the web nor write to anybody.
    """
    folder.write_config(newsroom.outlets(), proxy=web.proxy_url, smtp_port=mailbox.port)
    settings = load_settings(
        folder.config,
        data_dir=folder.root.absolute(),
        fetch={"proxy": web.proxy_url},
        smtp={"host": "127.0.0.1", "port": mailbox.port, "security": "none", "username": None, "password": None},
    )
    return Workspace(settings, clock)


def _all_stages(ws: Workspace, report: Report) -> list[StageRun]:
    """The whole way once, as ``pipeline.run_once``, with a second helping of pages before anything is read."""
    ws.check_configuration()
    runs = [pipeline.poll(ws, report), pipeline.fetch(ws, report), *_encore(ws, report)]
    runs += [step(ws, report) for step in (pipeline.index, pipeline.alert, pipeline.deliver)]
    publish_all(ws)  # what the desk's dashboards draw
    return runs


def _encore(ws: Workspace, report: Report) -> list[StageRun]:
    """Wait for pages that said when to come back, if that is soon, and fetch them."""
    runs: list[StageRun] = []
    deadline = ws.clock() + ENCORE
    while (due := _next_try(ws, deadline)) is not None:
        time.sleep(max(0.0, (due - ws.clock()).total_seconds()) + 0.05)
        runs.append(pipeline.fetch(ws, report))
        if not runs[-1].claimed:
            break
    return runs


def _next_try(ws: Workspace, deadline: datetime) -> datetime | None:
    """When the first waiting page may be asked again, if that is before the deadline."""
    with ws.ledger.read() as c:
        due = next_fetch(c)
    return due if due is not None and due <= deadline else None

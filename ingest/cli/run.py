"""``run`` and its stages one by one: ``poll``, ``fetch``, ``index``, ``alert``."""

import logging
import signal
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from ingest import pipeline
from ingest.cli.common import AsJson, ConfigDir, duration_of, err, out, print_json, says_errors
from ingest.cli.progress import Progress, run_as_json, stage_table
from ingest.errors import ConfigError, VeilleError
from ingest.operations.export import publish_all
from ingest.operations.last_resort import telling_of_the_ledger
from ingest.operations.maintain import maintain as maintain_stores
from ingest.operations.maintain import maintain_if_due
from ingest.outcome import Report, StageRun
from ingest.workspace import Workspace

log = logging.getLogger(__name__)
Steps = Callable[[Workspace, Report], list[StageRun]]


@says_errors
def run(
    once: Annotated[bool, typer.Option("--once", help="Run the whole way once and end (the default).")] = False,
    every: Annotated[str | None, typer.Option(help="Run for ever, this often: 5m, 90s, 1h.")] = None,
    config: ConfigDir = None,
    json: AsJson = False,
) -> None:
    """Poll, fetch, index, alert and deliver: the whole way of an article.

    Examples:

      veille run --once

      veille run --every 5m     (no scheduler needed; stop with Ctrl-C, nothing is lost)
    """
    if once and every:
        raise typer.BadParameter("--once and --every exclude each other")
    if every:
        _for_ever(_begun(config), duration_of(every).total_seconds(), json)
        return

    def whole_way(ws: Workspace, report: Report) -> list[StageRun]:
        runs = pipeline.run_once(ws, report)
        maintain_if_due(ws)
        return runs

    _do(config, whole_way, json)


@says_errors
def maintain(config: ConfigDir = None, json: AsJson = False) -> None:
    """Keep the stores in order now: retention, opt-outs, what the index has lost, times that a wrong clock wrote.

    `veille run` and Airflow do this once a day by themselves.

    Examples:

      veille maintain

      veille maintain --json
    """
    with Workspace.of(config) as ws:
        ws.check_configuration()
        counts = maintain_stores(ws)
    if json:
        print_json(counts)
        return
    for name, n in counts.items():
        out.print(f"{n:8}  {name}", markup=False)


@says_errors
def poll(config: ConfigDir = None, json: AsJson = False) -> None:
    """Poll the feeds that are due; new entries wait in the ledger to be fetched.

    Examples:

      veille poll

      veille poll --json
    """
    _do(config, lambda ws, report: [pipeline.poll(ws, report)], json)


@says_errors
def fetch(config: ConfigDir = None, json: AsJson = False) -> None:
    """Fetch the pages of newly discovered articles into the archive.

    Examples:

      veille fetch

      veille fetch --json
    """
    _do(config, lambda ws, report: [pipeline.fetch(ws, report)], json)


@says_errors
def index(config: ConfigDir = None, json: AsJson = False) -> None:
    """Read fetched pages (text, language, topics, story) and index them."""
    _do(config, lambda ws, report: [pipeline.index(ws, report)], json)


@says_errors
def alert(config: ConfigDir = None, json: AsJson = False) -> None:
    """Run the alert rules over what is newly indexed, and send the mails.

    Examples:

      veille alert

      veille alert --json
    """
    _do(config, lambda ws, report: [pipeline.alert(ws, report), pipeline.deliver(ws, report)], json)


def _begun(config: Path | None) -> Workspace:
    """The workspace; where the ledger is a new one, that is said: it knows nothing, and will poll everything."""
    with Workspace.of(config) as ws, telling_of_the_ledger(ws.settings, ws.clock):
        if not ws.is_begun:
            err.print(f"a new ledger begins: {ws.ledger_place}", markup=False, soft_wrap=True)
    return Workspace.of(config, creates=True)


def _do(config: Path | None, steps: Steps, json: bool) -> None:
    with _begun(config) as ws, telling_of_the_ledger(ws.settings, ws.clock):
        ws.check_configuration()
        with Progress(quiet=json) as progress:
            runs = steps(ws, progress)
    if json:
        print_json([run_as_json(r) for r in runs])
    else:
        out.print(stage_table(runs))
    if any(_failed_wholly(r) for r in runs):
        raise typer.Exit(1)


def _failed_wholly(run: StageRun) -> bool:
    """True if nothing that was taken went well: single failures are the web's daily bread, this is not."""
    return run.claimed > 0 and len(run.failures) >= run.claimed


def _for_ever(ws: Workspace, seconds: float, json: bool) -> None:
    """Run on the beat until told to stop; a run that fails is said and the next one tries again."""
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    with ws:
        ws.check_configuration()
        while not stop.is_set():
            begun = ws.clock()
            try:
                with telling_of_the_ledger(ws.settings, ws.clock):
                    _beat(ws, stop, json)
            except ConfigError:
                raise
            except VeilleError as e:
                err.print(f"{begun:%H:%M:%S} this run failed, the next one tries again: {e}", markup=False)
            except Exception as e:
                log.exception("a run failed")
                why = f"{type(e).__name__}: {e}"
                err.print(f"{begun:%H:%M:%S} this run failed, the next one tries again: {why}", markup=False)
            rest = timedelta(seconds=seconds) - (ws.clock() - begun)
            stop.wait(max(0.0, rest.total_seconds()))


def _beat(ws: Workspace, stop: threading.Event, json: bool) -> None:
    runs: list[StageRun] = []
    with Progress(quiet=json) as progress:
        for step in pipeline.STEPS:
            if stop.is_set():
                return
            runs.append(step(ws, progress))
    publish_all(ws)
    maintain_if_due(ws)
    if json:
        print_json([run_as_json(r) for r in runs])
    else:
        told = ", ".join(f"{r.stage.value} {r.claimed} ({r.new} new)" for r in runs if r.claimed) or "nothing was due"
        out.print(f"{ws.clock():%Y-%m-%d %H:%M:%S} UTC  {told}", markup=False)

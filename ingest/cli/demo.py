"""``demo``: the bundled newsroom, from its feeds to the mails, in one command."""

import shutil
import signal
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from ingest.cli.common import AsJson, err, out, print_json, says_errors
from ingest.cli.demo_view import as_json, next_steps, summary
from ingest.cli.progress import Progress, run_as_json
from ingest.clock import system_clock
from ingest.demo.folder import DemoFolder
from ingest.demo.play import play, serve


@says_errors
def demo(
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget earlier runs and start over.")] = False,
    edition: Annotated[
        int | None,
        typer.Option(
            min=1, max=2, help="2: an article was edited, one more outlet runs the wire copy. Default: as last time."
        ),
    ] = None,
    folder: Annotated[Path, typer.Option("--dir", help="Where everything is kept.")] = Path("demo-data"),
    keep_open: Annotated[
        bool, typer.Option("--serve", help="Only keep newsroom and mailbox open, for commands in another terminal.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Run everything on a bundled newsroom: 21 outlets, 8 languages, and all that goes wrong on the web.

    Needs no network and no servers: feeds and pages come over HTTP from a small web on 127.0.0.1, mails go to a
    mailbox there and are kept as files. A second run finds nothing new and sends nothing.

    Examples:

      veille demo

      veille demo --edition 2    (an article was edited, one more outlet runs the wire copy)

      veille demo --serve        (then, elsewhere: veille run --config demo-data/config)
    """
    place = DemoFolder(folder)
    if fresh:
        place.clear()
    if keep_open:
        serve(place, edition, system_clock, _ready, _until_interrupted)
        return
    with Progress(quiet=json) as progress:
        # what fails here is meant to, and told of at the end: counted, without a line of alarm for each
        show = play(place, edition, lambda outcome: progress(replace(outcome, ok=True)), system_clock)
    if json:
        print_json(as_json(show, [run_as_json(r) for r in show.runs], folder))
    else:
        out.print(summary(show, folder))
        out.print(next_steps(show, folder, _as_called()), soft_wrap=True)


def _as_called() -> str:
    """How to call veille from here: by its name where the shell finds it, else as this call did."""
    return "veille" if shutil.which("veille") else sys.argv[0]


def _ready(proxy: str, smtp_port: int) -> None:
    err.print(f"newsroom: {proxy} (a proxy for http://*.example), mailbox: 127.0.0.1:{smtp_port}", markup=False)
    err.print("Ctrl-C ends it", style="dim")


def _until_interrupted() -> None:
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    stop.wait()
    err.print("closed")

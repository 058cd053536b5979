"""``metrics``: the figures of ``status`` for Prometheus."""

from pathlib import Path
from typing import Annotated

import typer

from ingest.cli.common import ConfigDir, says_errors
from ingest.operations.metrics import exposition
from ingest.text.whole_file import write_whole
from ingest.workspace import Workspace


@says_errors
def metrics(
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write this file in one piece, as a textfile collector wants it."),
    ] = None,
    config: ConfigDir = None,
) -> None:
    """Print lag, backlog, outcomes, feeds, mails and the canary's age in Prometheus' text format.

    `veille serve` gives the same under /metrics, for a token with the scope read. For JSON: `veille status --json`.

    Examples:

      veille metrics

      veille metrics --output /var/lib/node_exporter/veille.prom
    """
    with Workspace.of(config) as ws:
        text = exposition(ws)
    if output is None:
        typer.echo(text.decode(), nl=False)
    else:
        write_whole(output, text)

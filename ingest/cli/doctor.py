"""``doctor``: looks at every part and says what to do."""

from dataclasses import asdict

import typer
from rich.text import Text

from ingest.cli.common import AsJson, ConfigDir, out, print_json, says_errors
from ingest.operations.doctor import check_up
from ingest.workspace import Workspace

_MARKS = {"ok": ("✓", "green"), "notice": ("·", "dim"), "warning": ("!", "yellow"), "error": ("✗", "red")}


@says_errors
def doctor(config: ConfigDir = None, json: AsJson = False) -> None:
    """Check configuration, ledger, archive, index and mail server, and say what to do.

    Exit code 1 if anything is broken or needs attention; notices alone are 0.

    Examples:

      veille doctor

      veille doctor --json
    """
    with Workspace.of(config) as ws:
        findings = list(check_up(ws))
    if json:
        print_json([asdict(f) for f in findings])
    else:
        for finding in findings:
            mark, style = _MARKS[finding.level]
            out.print(Text(f"{mark} {finding.part:14}", style=style) + Text(finding.message), soft_wrap=True)
            if finding.todo:
                out.print(Text(f"  {'':14}→ {finding.todo}", style="dim"), soft_wrap=True)
    if any(f.level in ("warning", "error") for f in findings):
        raise typer.Exit(1)

"""How findings look on a terminal: one line each, then what to do; many of one kind are summed up."""

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from ingest.cli.common import out
from ingest.operations.findings import Finding, Level

_MARKS = {Level.ERROR: ("✗", "red"), Level.WARNING: ("!", "yellow"), Level.NOTICE: ("·", "dim")}
SHOWN_OF_A_KIND = 5
"""A hundred feeds that fail in one way are one thing to look at, not a hundred lines."""


def print_findings(findings: Sequence[Finding]) -> None:
    """The most serious first, as they come."""
    for _, group in groupby(findings, key=lambda f: (f.level, f.part, f.kind)):
        same = list(group)
        for finding in same[:SHOWN_OF_A_KIND]:
            _print(finding)
        if len(same) > SHOWN_OF_A_KIND:
            rest = len(same) - SHOWN_OF_A_KIND
            out.print(Text(f"  … and {rest} more: {same[0].part}, {same[0].kind}", style="dim"), soft_wrap=True)


def _print(finding: Finding) -> None:
    mark, style = _MARKS[finding.level]
    line = f"{mark} {finding.subject}: {finding.message}"
    out.print(Text(line, style=style), soft_wrap=True)
    if finding.what_to_do:
        out.print(Text(f"  → {finding.what_to_do}", style="dim"), soft_wrap=True)

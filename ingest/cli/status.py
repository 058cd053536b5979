"""``status``: lag, backlog, feeds, last runs, mails: is the silence real?"""

from dataclasses import asdict

import typer
from rich.markup import escape
from rich.table import Table

from ingest.cli.common import AsJson, ConfigDir, out, print_json, says_errors
from ingest.cli.findings_view import print_findings
from ingest.errors import LedgerUnavailable
from ingest.operations.findings import Finding, ledger_finding
from ingest.operations.status import Overview, overview
from ingest.text.durations import short_span
from ingest.workspace import Workspace


@says_errors
def status(config: ConfigDir = None, json: AsJson = False) -> None:
    """Tell how the whole installation is doing. Exit code 1 if something needs attention.

    Examples:

      veille status

      veille status --json | jq .backlog
    """
    try:
        with Workspace.of(config) as ws:
            view = overview(ws)
    except LedgerUnavailable as e:
        _without_ledger(ledger_finding(e), json)
        raise typer.Exit(1) from e
    if json:
        print_json(view.as_plain())
    else:
        _print(view)
    if view.problems:
        raise typer.Exit(1)


def _without_ledger(finding: Finding, json: bool) -> None:
    """All that can be told; programs find it where they find any other problem."""
    if json:
        print_json({"findings": [asdict(finding)], "problems": [asdict(finding)]})
    else:
        print_findings([finding])


def _print(view: Overview) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in _lines(view):
        table.add_row(name, escape(value))
    out.print(table)
    print_findings(view.findings)
    if not view.problems:
        out.print("✓ nothing needs attention", style="green")


def _lines(view: Overview) -> list[tuple[str, str]]:
    lines = [
        ("articles", _counts(view.backlog) or "none yet"),
        ("feeds", _counts(view.feeds) or "none polled yet"),
        ("recall", _recall(view)),
        ("mails", _counts(view.mails) or "none yet"),
        ("index", f"{view.index.kind} {view.index.where}: {view.index.documents} documents"),
        ("oldest waiting", short_span(view.oldest_waiting)),
        ("feeds in time", _promise(view)),
        ("lag", f"median {short_span(view.lag_p50)}, 95 % within {short_span(view.lag_p95)} (last index run)"),
    ]
    if view.hubs:
        lines.append(("hubs", _counts(view.hubs)))
    if view.canary_age is not None:
        lines.append(("canary", f"arrived {short_span(view.canary_age)} ago"))
    lines += [("not indexed", f"{n} {reason}") for reason, n in view.reasons.items()]
    for stage in ("poll", "fetch", "index", "alert", "deliver"):
        run = view.last_runs.get(stage)
        if run:
            ago = short_span((view.at - (run.ended_at or run.started_at)).total_seconds())
            lines.append((f"last {stage}", f"{ago} ago: {_counts(run.counts) or 'nothing waited'}"))
        else:
            lines.append((f"last {stage}", "never"))
    return lines


def _recall(view: Overview) -> str:
    recall = view.recall
    if not recall.gaps:
        return "no gap between two polls so far" if view.feeds else "–"
    last = short_span((view.at - recall.last_gap_at).total_seconds()) if recall.last_gap_at else "–"
    worst = ", ".join(f"{name} about {missed:g}" for name, missed in recall.feeds.items())
    found = f", {recall.recovered} recovered" if recall.recovered else ""
    return f"{recall.gaps} gaps, about {recall.missed:g} missed{found}, last {last} ago: {worst}"


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {n}" for name, n in sorted(counts.items(), key=lambda x: -x[1]))


def _promise(view: Overview) -> str:
    kept = view.promise
    if not kept.measured:
        return "too few items yet to tell"
    late = ""
    if kept.worst is not None:
        feed, seen, promised = kept.worst
        late = f"; {feed} takes {short_span(seen)} of {short_span(promised)}"
    return f"{kept.kept} of {kept.measured} see 95 % of their items as promised{late}"

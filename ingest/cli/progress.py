"""Progress of long work: live counts at a terminal, plain lines elsewhere (a log, a pipe, CI)."""

from collections import Counter
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from ingest.cli.common import err
from ingest.outcome import Outcome, Stage, StageRun
from ingest.outcome_names import advice_for
from ingest.stages.unreachable import OWN_OUTAGE

DOING = {
    Stage.POLL: "polling feeds",
    Stage.FETCH: "fetching articles",
    Stage.INDEX: "reading and indexing",
    Stage.ALERT: "running rules",
    Stage.DELIVER: "sending mails",
}


class Progress:
    """A ``Report``: call it with every outcome. Use as a context manager around the work."""

    def __init__(self, console: Console = err, *, quiet: bool = False) -> None:
        self._console = console
        self._quiet = quiet
        self._counts: dict[Stage, Counter[str]] = {}
        self._last = ""
        self._live = Live(console=console, get_renderable=self._table, refresh_per_second=8, transient=True)

    def __call__(self, outcome: Outcome) -> None:
        """Count an outcome; failures get a line of their own."""
        first = outcome.stage not in self._counts
        self._counts.setdefault(outcome.stage, Counter())[outcome.name] += 1
        self._last = outcome.subject
        if self._quiet:
            return
        if first and not self._console.is_terminal:
            self._console.print(f"{DOING[outcome.stage]} …", markup=False)
        if outcome.name == OWN_OUTAGE:
            self._say_outage(outcome)
        elif not outcome.ok:
            detail = f": {outcome.detail}" if outcome.detail else ""
            self._console.print(
                f"  {outcome.name} {outcome.subject}{detail}", markup=False, style="yellow", soft_wrap=True
            )

    def _say_outage(self, outcome: Outcome) -> None:
        """Once a stage: what we cannot reach is one thing to know, not a line a feed."""
        if self._counts[outcome.stage][outcome.name] == 1:
            line = (
                f"  {outcome.name}: this machine reaches hardly anything, such as {outcome.subject}: {outcome.detail}"
            )
            self._console.print(line, markup=False, style="red", soft_wrap=True)

    def __enter__(self) -> Self:
        """Start showing."""
        if self._console.is_terminal and not self._quiet:
            self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None) -> None:
        """Stop showing; what was shown live is taken away, lines stay."""
        if self._live.is_started:
            self._live.stop()

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 2))
        for stage, counts in self._counts.items():
            told = "  ".join(f"{name} {n}" for name, n in counts.most_common())
            table.add_row(Text(DOING[stage], style="bold"), str(counts.total()), told)
        # Text and no markup: a line printed with markup=False repaints this table with the same option
        table.add_row(Text("now", style="dim"), "", Text(self._last[:90], style="dim"))
        return table


def stage_table(runs: list[StageRun]) -> Table:
    """What became of the work, a line a stage."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name, justify in (
        ("stage", "left"),
        ("taken", "right"),
        ("new", "right"),
        ("s", "right"),
        ("outcomes", "left"),
    ):
        table.add_column(name, justify=justify)  # type: ignore[arg-type]
    for run in runs:
        seconds = (run.ended_at - run.started_at).total_seconds() if run.ended_at else 0.0
        told = ", ".join(f"{name} {n}" for name, n in run.counts.most_common()) or "nothing waited"
        table.add_row(run.stage.value, str(run.claimed), str(run.new), f"{seconds:.1f}", told)
    return table


def run_as_json(run: StageRun) -> dict[str, object]:
    """A stage run for ``--json``."""
    return {
        "stage": run.stage.value,
        "started_at": run.started_at,
        "ended_at": run.ended_at,
        "claimed": run.claimed,
        "new": run.new,
        "outcomes": dict(run.counts),
        "failures": [failure_as_json(failure) for failure in run.failures],
    }


def failure_as_json(outcome: Outcome) -> dict[str, str]:
    """A failure for ``--json``, with what a person can do about it."""
    advice = advice_for(outcome.stage, outcome.name)
    return {"subject": outcome.subject, "outcome": outcome.name, "detail": outcome.detail, "what_to_do": advice}

"""The state of the whole installation in Prometheus' text format: what ``veille metrics`` writes and the desk serves.

Everything is read from the ledger and the index at the moment of asking, as ``veille status`` does, so that any number
of workers on any number of machines make one picture. Nothing an outlet controls becomes a label.
"""

from collections.abc import Iterator
from typing import Final

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from ingest import __version__
from ingest.errors import LedgerUnavailable
from ingest.ledger import runs
from ingest.operations.findings import Level
from ingest.operations.status import Overview, overview
from ingest.outcome import Stage
from ingest.workspace import Workspace

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
"""Of ``exposition``: Prometheus' text format."""

Counts = dict[str, dict[str, int]]
"""Stage → outcome → how many."""


def exposition(ws: Workspace) -> bytes:
    """All metrics, as a scraper or node_exporter's textfile collector reads them.

    With a ledger that cannot be read, that alone: figures of yesterday in a collector's folder would look like health.
    """
    registry = CollectorRegistry()
    try:
        view = overview(ws)
        with ws.ledger.read() as c:
            outcomes = runs.outcomes_of_day(c, view.at)
    except LedgerUnavailable:
        registry.register(_WithoutLedger())
    else:
        registry.register(_Families(view, outcomes))
    return generate_latest(registry)


class _WithoutLedger(Collector):
    """All that can be told then."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The version, one error, and its cause."""
        yield _labelled("veille_build", "Which version runs.", "version", {__version__: 1})
        levels = {level.value: int(level is Level.ERROR) for level in Level}
        yield _labelled("veille_findings", "What `veille status` says, by level.", "level", levels)
        yield _ledger_ready(False)


class _Families(Collector):
    """One moment's state; asked once by the library when it writes."""

    def __init__(self, view: Overview, outcomes: Counts) -> None:
        self._view, self._outcomes = view, outcomes

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """All families, the most important first."""
        view = self._view
        yield _labelled("veille_build", "Which version runs.", "version", {__version__: 1})
        levels = {level.value: sum(f.level is level for f in view.findings) for level in Level}
        yield _labelled("veille_findings", "What `veille status` says, by level.", "level", levels)
        yield _ledger_ready(True)
        yield _single("veille_canary_age_seconds", "Since a canary last came through every stage.", view.canary_age)
        yield _labelled("veille_articles", "Articles in the ledger, by state.", "state", view.backlog)
        yield _single("veille_oldest_waiting_seconds", "Age of the oldest article that waits.", view.oldest_waiting)
        yield _labelled("veille_feeds", "Feeds, by health.", "health", view.feeds)
        yield _single("veille_feeds_promise_measured", "Feeds with items enough to measure.", view.promise.measured)
        yield _single("veille_feeds_promise_kept", "Of these, feeds seen as soon as promised.", view.promise.kept)
        yield _single("veille_recall_gaps", "Polls whose window had rolled over.", view.recall.gaps)
        yield _single("veille_recall_missed_estimate", "Articles probably missed so far.", view.recall.missed)
        yield _labelled("veille_notifications", "Mails and other notifications, by state.", "state", view.mails)
        yield _single("veille_index_documents", "Documents in the index.", view.index.documents)
        yield _single("veille_index_ready", "1 if the index can be searched.", int(view.index.ready))
        yield from self._stages()

    def _stages(self) -> Iterator[GaugeMetricFamily]:
        view = self._view
        ended = {stage: run.ended_at.timestamp() for stage, run in view.last_runs.items() if run.ended_at is not None}
        yield _labelled("veille_stage_last_end_timestamp_seconds", "When a stage's last run ended.", "stage", ended)
        took = {
            stage: (run.ended_at - run.started_at).total_seconds()
            for stage, run in view.last_runs.items()
            if run.ended_at is not None
        }
        yield _labelled("veille_stage_last_duration_seconds", "How long a stage's last run took.", "stage", took)
        failed = {stage: int(run.error is not None) for stage, run in view.last_runs.items()}
        yield _labelled("veille_stage_last_failed", "1 if a stage's last run ended with an error.", "stage", failed)
        lag = GaugeMetricFamily(
            "veille_index_lag_seconds", "From publication to the index, in the last index run.", labels=["quantile"]
        )
        for quantile, seconds in (("0.5", view.lag_p50), ("0.95", view.lag_p95)):
            if seconds is not None:
                lag.add_metric([quantile], seconds)
        yield lag
        day = GaugeMetricFamily("veille_outcomes_day", "Outcomes of the last 24 hours.", labels=["stage", "outcome"])
        for stage in Stage:
            for name, count in sorted(self._outcomes.get(stage.value, {}).items()):
                day.add_metric([stage.value, name], count)
        yield day


def _ledger_ready(ready: bool) -> GaugeMetricFamily:
    return _single("veille_ledger_ready", "1 if the ledger can be read.", int(ready))


def _single(name: str, text: str, value: float | None) -> GaugeMetricFamily:
    """One figure; a family without a sample where there is nothing to measure."""
    family = GaugeMetricFamily(name, text)
    if value is not None:
        family.add_metric([], value)
    return family


def _labelled(name: str, text: str, label: str, values: dict[str, int] | dict[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, text, labels=[label])
    for key, value in values.items():
        family.add_metric([key], value)
    return family

"""What a scheduler calls: each job opens the workspace, does one thing, and returns counts (never articles).

The environment says where the configuration is (``VEILLE_CONFIG_DIR``, ``VEILLE_*``).
"""

from datetime import timedelta

from ingest import pipeline
from ingest.errors import VeilleError, WorkHeldUp
from ingest.ledger import feeds
from ingest.logs import LoggedProgress, log_run, quieten_libraries
from ingest.operations.export import publish
from ingest.operations.maintain import maintain as maintain_stage
from ingest.outcome import StageRun
from ingest.stages.alert import register_rules
from ingest.workspace import Workspace

SHARD = 25
"""Feeds a task: Airflow's own cost of a task is that of eight feeds (docs/decisions/003)."""

HELD_UP = ("own-outage", "archive-unavailable", "index-unavailable", "index-busy")
"""Outcomes that no single feed or page is to blame for. A mail that is put off is none: servers greylist; nor is a
document that the index refuses for good, which one hostile page may bring about."""


def plan_polls(shard: int = SHARD) -> list[list[str]]:
    """The ids of the feeds that are due now, in shards."""
    with _workspace() as ws:
        ws.check_configuration()
        register_rules(ws.ledger, ws.rules, ws.clock())  # a new rule watches from now on, not from its first look
        feeds.sync_catalogue(ws.ledger, ws.catalogue.feeds, ws.clock(), first_interval=ws.settings.poll.first_interval)
        with ws.ledger.read() as c:
            due = feeds.due_ids(c, ws.clock())
    return [due[i : i + shard] for i in range(0, len(due), shard)]


def poll(feed_ids: list[str]) -> dict[str, int]:
    """Poll these feeds, those of them that are still due."""
    with _workspace() as ws:
        polled = pipeline.poll(ws, LoggedProgress(), feed_ids)
        counts = _counts(polled)
        check_went_through(polled)
        return counts


def fetch_and_index(seconds: int) -> dict[str, dict[str, int]]:
    """Fetch and index until nothing waits or the time is over; the next run goes on."""
    with _workspace() as ws:
        until = ws.clock() + timedelta(seconds=seconds)
        fetched = pipeline.fetch(ws, LoggedProgress(), until=ws.clock() + timedelta(seconds=seconds * 0.6))
        indexed = pipeline.index(ws, LoggedProgress(), until=until)
        counts = {"fetch": _counts(fetched), "index": _counts(indexed)}
        check_went_through(fetched, indexed)
        return counts


def alert_and_deliver() -> dict[str, dict[str, int]]:
    """Run the rules that are due and send what waits in the outbox.

    Mails are delivered even where the index is down; the failure is raised afterwards, so that it shows.
    """
    with _workspace() as ws:
        failure: VeilleError | None = None
        counts: dict[str, dict[str, int]] = {}
        try:
            looked = pipeline.alert(ws, LoggedProgress())
            counts["alert"] = _counts(looked)
            check_went_through(looked)
        except VeilleError as e:
            failure = e
        counts["deliver"] = _counts(pipeline.notify_and_deliver(ws, LoggedProgress()))
        publish(ws.ledger, ws.index, ws.rules)
    if failure:
        raise failure
    return counts


def maintain() -> dict[str, int]:
    """Retention, reconciling ledger and index, and the operations mail."""
    with _workspace() as ws:
        return maintain_stage(ws)


def check_went_through(*done: StageRun) -> None:
    """Raises WorkHeldUp where a stage took work and a store or the network let none of it through.

    Single failures are the web's daily bread and stay in the counts. What is held up waits in the ledger and loses
    nothing; the task turns red so that Airflow's own alarms tell of it.
    """
    held = [run for run in done if run.claimed and sum(run.counts[name] for name in HELD_UP) >= run.claimed]
    if held:
        what = "; ".join(f"{run.stage.value}: {_first_reason(run)}" for run in held)
        raise WorkHeldUp(f"nothing got through, all of it waits in the ledger: {what}")


def _first_reason(run: StageRun) -> str:
    detail = run.failures[0].detail if run.failures else ""
    return f"{', '.join(f'{name} {n}' for name, n in run.counts.items())}{': ' + detail if detail else ''}"


def _workspace() -> Workspace:
    quieten_libraries()
    return Workspace.of(creates=True)


def _counts(run: StageRun) -> dict[str, int]:
    log_run(run)
    return {"claimed": run.claimed, "new": run.new, **run.counts}

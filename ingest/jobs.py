"""What a scheduler calls: each job opens the workspace, does one thing, and returns counts (never articles).

The environment says where the configuration is (``VEILLE_CONFIG_DIR``, ``VEILLE_*``).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from ingest import pipeline
from ingest.errors import VeilleError, WorkHeldUp
from ingest.ledger import articles, feeds
from ingest.logs import LoggedProgress, log_run, quieten_libraries
from ingest.operations import canary
from ingest.operations.clock import heal_times
from ingest.operations.export import publish_all
from ingest.operations.last_resort import telling_of_the_ledger
from ingest.operations.maintain import maintain as maintain_stage
from ingest.outcome import Stage, StageRun
from ingest.stages.alert import register_rules
from ingest.workspace import Workspace

SHARD = 25
"""Feeds a task: Airflow's own cost of a task is that of eight feeds (docs/decisions/003)."""

HELD_UP = ("own-outage", "archive-unavailable", "index-unavailable", "index-busy")
"""Outcomes that no single feed or page is to blame for. A mail that is put off is none: servers greylist; nor is a
document that the index refuses for good, which one hostile page may bring about."""

FETCH_SHARD = 100
"""Articles that call for one more fetching task: a task has the wire to 24 of them at once."""
INDEX_SHARD = 50
"""Articles that call for one more reading task: a machine reads them in seconds, a task starts in one or two."""


def plan_polls(shard: int = SHARD) -> list[list[str]]:
    """The ids of the feeds that are due now, in shards."""
    with _workspace() as ws:
        ws.check_configuration()
        heal_times(ws)
        register_rules(ws.ledger, ws.rules, ws.clock())  # a new rule watches from now on, not from its first look
        feeds.sync_catalogue(ws.ledger, ws.catalogue.feeds, ws.clock(), first_interval=ws.settings.poll.first_interval)
        with ws.ledger.read() as c:
            due = feeds.due_ids(c, ws.clock())
    return [due[i : i + shard] for i in range(0, len(due), shard)]


def poll(feed_ids: list[str]) -> dict[str, int]:
    """Poll these feeds, those of them that are still due."""
    with _workspace() as ws:
        return _counts_through(pipeline.poll(ws, LoggedProgress(), feed_ids))


def plan_fetch() -> list[int]:
    """The numbers of the shards that fetch what waits now; none where nothing waits, be it the canary."""
    with _workspace() as ws:
        pipeline.start_due_pages(ws)
        return _plan(ws, Stage.FETCH, FETCH_SHARD, ws.settings.schedule.fetch_shards)


def fetch(shard: int, seconds: int) -> dict[str, int]:
    """Fetch until nothing waits or the time is over. Shards claim from one queue: none has articles of its own."""
    with _workspace() as ws:
        done = pipeline.fetch(ws, LoggedProgress(), until=ws.clock() + timedelta(seconds=seconds))
        return {"shard": shard, **_counts_through(done)}


def plan_index() -> list[int]:
    """The numbers of the shards that read and index what waits now; none where nothing waits."""
    with _workspace() as ws:
        return _plan(ws, Stage.INDEX, INDEX_SHARD, ws.settings.schedule.index_shards)


def index(shard: int, seconds: int) -> dict[str, int]:
    """Read and index until nothing waits or the time is over."""
    with _workspace() as ws:
        done = pipeline.index(ws, LoggedProgress(), until=ws.clock() + timedelta(seconds=seconds))
        return {"shard": shard, **_counts_through(done)}


def _plan(ws: Workspace, stage: Stage, size: int, most: int) -> list[int]:
    with ws.ledger.read() as c:
        waiting = articles.count_waiting(c, stage, ws.clock(), at_most=size * most)
        at_least = 1 if canary.is_waiting(ws.settings, c, stage) else 0  # a quiet hour must not look like an outage
    return list(range(max(shards(waiting, size, most), at_least)))


def shards(waiting: int, size: int, most: int) -> int:
    """Into how many tasks waiting articles are shared: one for each ``size`` of them, ``most`` at the most."""
    return min(most, -(-waiting // size))


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
        publish_all(ws)
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


@contextmanager
def _workspace() -> Iterator[Workspace]:
    quieten_libraries()
    with Workspace.of(creates=True) as ws, telling_of_the_ledger(ws.settings, ws.clock):
        yield ws


def _counts_through(run: StageRun) -> dict[str, int]:
    """The counts, which are logged before anything is raised. Raises WorkHeldUp."""
    counts = _counts(run)
    check_went_through(run)
    return counts


def _counts(run: StageRun) -> dict[str, int]:
    log_run(run)
    return {"claimed": run.claimed, "new": run.new, **run.counts}

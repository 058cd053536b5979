"""The flow on one screen.

    feeds.yaml ─ poll ─▶ ledger: discovered ─ fetch ─▶ archive (WARC) + ledger: fetched
       ─ read: extract · language · topics · story ─▶ index ─▶ ledger: indexed
       ─ alert: saved queries over what is newly indexed ─▶ outbox ─ deliver ─▶ mailbox

Stages never hand articles to each other: the ledger and the archive do. So each function below may be
called alone, in any process, on any machine, and killed at any instruction.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

from ingest.errors import VeilleError
from ingest.ledger import rechecks, runs, words_first
from ingest.operations import canary
from ingest.operations.clock import heal_times
from ingest.operations.export import publish_all
from ingest.operations.operations_mail import notify
from ingest.operations.quarantine import review
from ingest.outcome import Outcome, Report, Stage, StageRun
from ingest.stages.alert import alert as alert_stage
from ingest.stages.alert import register_rules
from ingest.stages.deliver import deliver as deliver_stage
from ingest.stages.fetch import fetch as fetch_stage
from ingest.stages.index import index as index_stage
from ingest.stages.poll import poll as poll_stage
from ingest.stages.websub import keep_subscriptions
from ingest.tracing import traced
from ingest.workspace import Workspace

ERROR_LENGTH = 2000
"""Of a reason in the ledger: database errors repeat their whole statement."""


def run_once(ws: Workspace, report: Report) -> list[StageRun]:
    """The whole way once: every stage takes all that waits for it."""
    ws.check_configuration()
    done = [step(ws, report) for step in STEPS]
    publish_all(ws)
    return done


def poll(ws: Workspace, report: Report, feed_ids: Sequence[str] | None = None) -> StageRun:
    """Poll the feeds that are due; new entries become discovered articles.

    Rules are made known to the ledger before: a new rule watches from its first poll on, not from its first look, which
    a crash or an outage may put off for hours.
    """
    heal_times(ws)
    register_rules(ws.ledger, ws.rules, ws.clock())

    async def work(report: Report) -> StageRun:
        async with ws.http() as http:
            run = await poll_stage(ws.ledger, ws.catalogue, http, ws.settings, ws.clock, report, feed_ids=feed_ids)
            await keep_subscriptions(ws.ledger, http, ws.settings, ws.clock)
            return run

    return _recorded(ws, Stage.POLL, report, lambda report: asyncio.run(work(report)))


def fetch(ws: Workspace, report: Report, until: datetime | None = None) -> StageRun:
    """Fetch the pages of discovered articles into the archive; those that readers were told of are looked at again.

    Where a page is late the article goes on with its feed's words, and its page is asked for in a later round.
    """
    start_due_pages(ws)

    async def work(report: Report) -> StageRun:
        async with ws.http() as http:
            return await fetch_stage(
                ws.ledger, ws.archive, http, ws.settings, ws.clock, report, publishers=ws.publishers, until=until
            )  # fmt: skip

    return _recorded(ws, Stage.FETCH, report, lambda report: asyncio.run(work(report)))


def start_due_pages(ws: Workspace) -> None:
    """Put back in the queue what is to be looked at again, and the pages for which their feeds' words stand."""
    rechecks.start_due(ws.ledger, ws.clock())
    words_first.start_due(ws.ledger, ws.clock())


def index(ws: Workspace, report: Report, until: datetime | None = None) -> StageRun:
    """Read fetched pages and put their documents into the index."""
    return _recorded(ws, Stage.INDEX, report, lambda report: index_stage(ws, report, until=until))


def alert(ws: Workspace, report: Report) -> StageRun:
    """Run the rules over what is newly indexed; matches become mails in the outbox."""
    return _recorded(ws, Stage.ALERT, report, lambda report: _alert(ws, report))


def _alert(ws: Workspace, report: Report) -> StageRun:
    said = ws.alerts
    return alert_stage(
        ws.ledger, ws.index, said.rules, ws.settings, ws.clock, report, readers=said.readers, topics=ws.topic_names
    )


def deliver(ws: Workspace, report: Report) -> StageRun:
    """Hand the mails of the outbox to the mail server."""
    return _recorded(ws, Stage.DELIVER, report, lambda report: deliver_stage(ws.ledger, ws.settings, ws.clock, report))


def notify_and_deliver(ws: Workspace, report: Report) -> StageRun:
    """Queue the day's operations mail if there is a new finding, whatever runs us, and deliver it with the rest.

    What is wrong with the stores stops no mail: it has its own error, and `status` says the same.
    """
    with suppress(VeilleError):
        notify(ws)
    with suppress(VeilleError):
        canary.raise_alarm(ws)
    return deliver(ws, report)


STEPS = (poll, fetch, index, alert, notify_and_deliver)
"""A round, for whoever runs it step by step."""


def _recorded(ws: Workspace, stage: Stage, report: Report, work: Callable[[Report], StageRun]) -> StageRun:
    """Run a stage and keep its run in the ledger, a failed one too: silence must not look like an outage."""
    started = ws.clock()
    try:
        with traced(stage, report, ws.settings.tracing.endpoint) as told:
            run = work(told)
    except Exception as e:  # one that we did not foresee must show in `status` as well
        _record_failure(ws, stage, started, e)
        raise
    runs.record(ws.ledger, run)
    with suppress(VeilleError):  # judged by the next run instead
        review(ws, stage)
    canary.advance(ws, run)
    return run


def _record_failure(ws: Workspace, stage: Stage, started: datetime, error: Exception) -> None:
    """Best effort: where the ledger itself is the trouble, the error that is raised says so."""
    reason = str(error) if isinstance(error, VeilleError) else f"{type(error).__name__}: {error}"
    failed = StageRun(stage, started, ended_at=ws.clock())
    failed.failures.append(Outcome(stage, stage.value, "stage-failed", reason, ok=False))
    with suppress(Exception):
        runs.record(ws.ledger, failed, error=reason[:ERROR_LENGTH])

"""Runs of stages in the ledger: what ``status`` reads and what proves that silence is not an outage."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from ingest.ledger.store import Ledger
from ingest.ledger.tables.runs import meta, runs
from ingest.outcome import StageRun

DAY = timedelta(days=1)
RUNS_LOOKED_AT = 20
RUNS_ENOUGH = 5
"""Fewer starts are no rhythm: somebody may just be trying things out."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run of a stage as stored. Times in UTC, lags in seconds."""

    id: str
    stage: str
    worker: str
    started_at: datetime
    ended_at: datetime | None
    claimed: int
    new: int
    counts: dict[str, int]
    lag_p50: float | None
    lag_p95: float | None
    error: str | None


def record(ledger: Ledger, run: StageRun, error: str | None = None) -> RunRecord:
    """Store a finished run."""
    lags = sorted(run.lag_seconds)
    row = RunRecord(
        id=uuid.uuid4().hex,
        stage=run.stage.value,
        worker=ledger.worker,
        started_at=run.started_at,
        ended_at=run.ended_at,
        claimed=run.claimed,
        new=run.new,
        counts=dict(run.counts),
        lag_p50=quantile(lags, 0.5),
        lag_p95=quantile(lags, 0.95),
        error=error,
    )
    with ledger.begin() as c:
        c.execute(insert(runs).values(**{name: getattr(row, name) for name in RunRecord.__slots__}))
    return row


def last(c: Connection) -> dict[str, RunRecord]:
    """The newest run of each stage."""
    newest = select(runs.c.stage, func.max(runs.c.started_at).label("at")).group_by(runs.c.stage).subquery()
    query = select(runs).join(newest, (runs.c.stage == newest.c.stage) & (runs.c.started_at == newest.c.at))
    return {row.stage: RunRecord(**row._mapping) for row in c.execute(query)}


def outcomes_of_day(c: Connection, now: datetime) -> dict[str, dict[str, int]]:
    """Stage → outcome → how many in the last 24 hours."""
    found: dict[str, Counter[str]] = {}
    for stage, counts in c.execute(select(runs.c.stage, runs.c.counts).where(runs.c.started_at > now - DAY)):
        found.setdefault(stage, Counter()).update(counts)
    return {stage: dict(counts) for stage, counts in found.items()}


def prune(c: Connection, before: datetime) -> int:
    """Delete runs that started before a moment; how many."""
    return c.execute(delete(runs).where(runs.c.started_at < before)).rowcount


def get_meta(c: Connection, key: str) -> Any:
    """A small fact kept under a key; None if there is none."""
    return c.execute(select(meta.c.value).where(meta.c.key == key)).scalar_one_or_none()


def set_meta(c: Connection, key: str, value: Any) -> None:
    """Keep a small fact (JSON) under a key."""
    c.execute(delete(meta).where(meta.c.key == key))
    c.execute(insert(meta).values(key=key, value=value))


def usual_interval(c: Connection, stage: str) -> timedelta | None:
    """The median time between the starts of a stage's last runs; None while there are too few to tell.

    Nobody has to write down a schedule: ``run --every``, cron and Airflow all show theirs by running.
    """
    query = (
        select(runs.c.started_at).where(runs.c.stage == stage).order_by(runs.c.started_at.desc()).limit(RUNS_LOOKED_AT)
    )
    starts = list(c.execute(query).scalars())
    if len(starts) < RUNS_ENOUGH:
        return None
    gaps: list[timedelta] = sorted(later - earlier for later, earlier in pairwise(starts))
    return gaps[len(gaps) // 2]


def quantile(values: Sequence[float], q: float) -> float | None:
    """The q-quantile of sorted values (nearest rank); None of none."""
    if not values:
        return None
    return values[min(len(values) - 1, int(q * len(values)))]

"""What the DAGs share. Imported by Airflow only (``veille[airflow]``); the rest of veille never imports it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from airflow.sdk import Asset, CronTriggerTimetable
from airflow.sdk.exceptions import AirflowFailException

from ingest.errors import WorkHeldUp
from ingest.settings import load_settings

DISCOVERED = Asset("veille-discovered", uri="veille://ledger/discovered")
"""New articles may stand in the ledger. A nudge, not a list."""


def cron(dag: str) -> CronTriggerTimetable:
    """The schedule of a DAG (``[schedule]`` in veille.toml). A slot that was missed is not made up for: the ledger
    knows what is due, so the next slot takes it all."""
    settings = load_settings()
    return CronTriggerTimetable(
        getattr(settings.schedule, dag), timezone=settings.timezone, run_immediately=timedelta(0)
    )


def owner(**more: Any) -> dict[str, Any]:
    """Default arguments of every task."""
    return {"owner": "veille", **more}


def backoff() -> dict[str, Any]:
    """Try again after 30 s, then a minute; the ledger knows what was done, so trying again is safe."""
    return {
        "retry_delay": timedelta(seconds=30),
        "retry_exponential_backoff": 2.0,
        "max_retry_delay": timedelta(minutes=5),
    }


@contextmanager
def red_where_held_up() -> Iterator[None]:
    """Fail the task at once where nothing got through: a second try would find nothing due yet, and be green."""
    try:
        yield
    except WorkHeldUp as e:
        raise AirflowFailException(str(e)) from e

"""When polls have found something, or every 15 minutes: fetch, read, index, alert and deliver.

The asset is only a nudge: each run takes everything that waits in the ledger, for eight minutes at most
(a task's token lasts ten), and the next run goes on.
"""

from datetime import timedelta

from airflow.sdk import AssetOrTimeSchedule, dag, task

from ingest import jobs
from ingest.schedules import DISCOVERED, backoff, cron, owner, red_where_held_up


@dag(
    schedule=AssetOrTimeSchedule(
        timetable=cron("process"),
        assets=[DISCOVERED],
    ),
    max_active_runs=1,
    catchup=False,
    dagrun_timeout=timedelta(minutes=40),
    default_args=owner(retries=2, **backoff()),
    tags=["veille"],
    doc_md=__doc__,
)
def process_articles() -> None:
    """Fetch and index until nothing waits, then alert and deliver."""

    @task(pool="veille_index", execution_timeout=timedelta(minutes=9, seconds=30))
    def fetch_and_index() -> dict[str, dict[str, int]]:
        with red_where_held_up():
            return jobs.fetch_and_index(seconds=480)

    @task(pool="veille_smtp", trigger_rule="all_done", execution_timeout=timedelta(minutes=9))
    def alert_and_deliver() -> dict[str, dict[str, int]]:
        with red_where_held_up():
            return jobs.alert_and_deliver()

    @task(trigger_rule="one_failed", retries=0)
    def watch() -> None:
        """`alert_and_deliver` runs whatever happened, and would leave a failed run green."""
        raise RuntimeError("fetching or indexing failed: see the task that is red")

    fetched = fetch_and_index()
    fetched >> alert_and_deliver()
    fetched >> watch()


process_articles()

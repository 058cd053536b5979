"""When polls have found something, and every minute: fetch, read, index, alert and deliver.

The asset is only a nudge: each run takes what waits in the ledger, shared among mapped tasks that claim from one
queue, so that each worker more is throughput more, and one that dies loses nothing. A stage has 90 seconds a run: what
is indexed by then is alerted to at once, and the next run goes on. Where nothing waits, nothing is mapped and the run
costs three short tasks; after a poll the canary waits for one of each.
"""

from datetime import timedelta

from airflow.sdk import AssetOrTimeSchedule, dag, task

from ingest.schedules import DISCOVERED, backoff, cron, owner, red_where_held_up

SECONDS = 90
"""Of a stage in one run. Long enough that starting tasks (1 to 2 s) costs little, short enough that a flood of one
outlet holds up nobody's alert for long."""


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
    """Fetch and index what waits, then alert and deliver."""

    @task(execution_timeout=timedelta(minutes=2))
    def plan_fetch() -> list[int]:
        from ingest import jobs  # here: a DAG file is parsed every 30 s, and need not know the pipeline

        return jobs.plan_fetch()

    @task(pool="veille_fetch", execution_timeout=timedelta(minutes=9))
    def fetch(shard: int) -> dict[str, int]:
        from ingest import jobs

        with red_where_held_up():
            return jobs.fetch(shard, SECONDS)

    @task(trigger_rule="all_done", execution_timeout=timedelta(minutes=2))
    def plan_index() -> list[int]:
        """Whatever became of fetching: pages of earlier runs may wait."""
        from ingest import jobs

        return jobs.plan_index()

    @task(pool="veille_index", execution_timeout=timedelta(minutes=9))
    def index(shard: int) -> dict[str, int]:
        from ingest import jobs

        with red_where_held_up():
            return jobs.index(shard, SECONDS)

    @task(pool="veille_smtp", trigger_rule="all_done", execution_timeout=timedelta(minutes=9))
    def alert_and_deliver() -> dict[str, dict[str, int]]:
        from ingest import jobs

        with red_where_held_up():
            return jobs.alert_and_deliver()

    @task(trigger_rule="one_failed", retries=0)
    def watch() -> None:
        """`alert_and_deliver` runs whatever happened, and would leave a failed run green."""
        raise RuntimeError("fetching or indexing failed: see the task that is red")

    fetches = plan_fetch()
    fetched = fetch.expand(shard=fetches)
    indexing = plan_index()
    indexed = index.expand(shard=indexing)
    fetched >> indexing
    indexed >> alert_and_deliver()
    [fetches, fetched, indexing, indexed] >> watch()


process_articles()

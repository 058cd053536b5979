"""Every five minutes: poll the feeds that are due, in shards, and nudge `process_articles`.

A shard is 25 feeds or more: a task costs Airflow 0.25 CPU-seconds, a feed 0.03.
What is due stands in the ledger (`next_due`), so a late scheduler catches up and misses nothing.
"""

from datetime import timedelta

from airflow.sdk import dag, task

from ingest.schedules import DISCOVERED, backoff, cron, owner, red_where_held_up


@dag(
    schedule=cron("poll"),
    max_active_runs=1,
    catchup=False,
    dagrun_timeout=timedelta(minutes=30),
    default_args=owner(retries=2, **backoff()),
    tags=["veille"],
    doc_md=__doc__,
)
def poll_feeds() -> None:
    """Poll what is due."""

    @task(execution_timeout=timedelta(minutes=2))
    def plan() -> list[list[str]]:
        from ingest import jobs  # here: a DAG file is parsed every 30 s, and need not know the pipeline

        return jobs.plan_polls()

    @task(pool="veille_http", execution_timeout=timedelta(minutes=4))
    def poll(feed_ids: list[str]) -> dict[str, int]:
        from ingest import jobs

        with red_where_held_up():
            return jobs.poll(feed_ids)

    @task(outlets=[DISCOVERED], trigger_rule="all_done", execution_timeout=timedelta(minutes=1))
    def announce() -> None:
        """The nudge comes from one task: events of several are stranded when one run is active at most."""

    @task(trigger_rule="one_failed", retries=0)
    def watch() -> None:
        """`announce` runs whatever happened, and would leave a failed run green."""
        raise RuntimeError("a shard failed: see the task that is red")

    polled = poll.expand(feed_ids=plan())
    polled >> announce()
    polled >> watch()


poll_feeds()

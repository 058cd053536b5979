"""At 03:30: retention, reconciling ledger and index, and the operations mail when something needs attention."""

from datetime import timedelta

from airflow.sdk import dag, task

from ingest.schedules import backoff, cron, owner


@dag(
    schedule=cron("maintain"),
    max_active_runs=1,
    catchup=False,
    dagrun_timeout=timedelta(minutes=60),
    default_args=owner(retries=1, **backoff()),
    tags=["veille"],
    doc_md=__doc__,
)
def maintain() -> None:
    """Keep the stores in order."""

    @task(pool="veille_index", execution_timeout=timedelta(minutes=9, seconds=30))
    def keep_in_order() -> dict[str, int]:
        from ingest import jobs  # here: a DAG file is parsed every 30 s, and need not know the pipeline

        return jobs.maintain()

    keep_in_order()


maintain()

"""Every 15 minutes: send the digests that are due by the rules' own times, and try waiting mails again.

Sends are idempotent: what has been sent stands in the ledger, so a run too many sends nothing.
"""

from datetime import timedelta

from airflow.sdk import dag, task

from ingest.schedules import backoff, cron, owner, red_where_held_up


@dag(
    schedule=cron("digests"),
    max_active_runs=1,
    catchup=False,
    dagrun_timeout=timedelta(minutes=15),
    default_args=owner(retries=2, **backoff()),
    tags=["veille"],
    doc_md=__doc__,
)
def send_digests() -> None:
    """Alert and deliver what is due."""

    @task(pool="veille_smtp", execution_timeout=timedelta(minutes=9))
    def digests() -> dict[str, dict[str, int]]:
        from ingest import jobs  # here: a DAG file is parsed every 30 s, and need not know the pipeline

        with red_where_held_up():
            return jobs.alert_and_deliver()

    digests()


send_digests()

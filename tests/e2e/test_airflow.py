"""A real Airflow runs the newsroom: on schedule, into a real Elasticsearch, to a real mailbox."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from ingest.demo.newsroom import Newsroom
from ingest.demo.server import WebServer
from ingest.ledger.articles import count_waiting
from ingest.outcome import Stage
from ingest.workspace import Workspace
from tests.e2e import desk
from tests.patience import wait_until
from tests.servers import airflow as airflow_server
from tests.servers import compose
from tests.servers.smtp import MailServer

REPORT = """
import json, sys, time
from airflow.dag_processing.dagbag import DagBag
bag = DagBag(sys.argv[1])
print(json.dumps({
    "errors": bag.import_errors,
    "dags": {
        d.dag_id: {
            "catchup": d.catchup, "max_active_runs": d.max_active_runs, "timeout": d.dagrun_timeout.total_seconds(),
            "docs": bool(d.doc_md), "tags": sorted(d.tags), "owner": d.owner,
            "tasks": {t.task_id: {"pool": t.pool, "mapped": t.is_mapped, "timeout": t.execution_timeout and t.execution_timeout.total_seconds(),
                                  "rule": str(t.trigger_rule), "after": sorted(t.upstream_task_ids)} for t in d.tasks},
        } for d in bag.dags.values()
    },
}))
"""


@pytest.fixture(scope="module")
def dags(tmp_path_factory):
    airflow_server.needs_airflow()
    home = tmp_path_factory.mktemp("airflow-home")
    env = {**os.environ, "AIRFLOW_HOME": str(home), "AIRFLOW__CORE__LOAD_EXAMPLES": "False", "PYTHONWARNINGS": "ignore"}
    folder = str(airflow_server.ROOT / "dags")
    done = subprocess.run([sys.executable, "-c", REPORT, folder], env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.strip().splitlines()[-1])


def test_every_dag_loads(dags):
    assert dags["errors"] == {}
    assert set(dags["dags"]) == {"poll_feeds", "process_articles", "send_digests", "maintain"}


def test_no_run_overtakes_another_and_none_is_made_up_for(dags):
    for name, dag in dags["dags"].items():
        assert (dag["max_active_runs"], dag["catchup"], dag["docs"], dag["owner"]) == (1, False, True, "veille"), name
        assert dag["timeout"] > 0


def test_every_pool_is_in_the_file_that_set_up_imports(dags):
    pools = set(json.loads((airflow_server.ROOT / "dags" / "pools.json").read_text())) | {"default_pool"}
    used = {t["pool"] for d in dags["dags"].values() for t in d["tasks"].values()}
    assert used <= pools


def test_no_task_outlives_its_token(dags):
    """A task's token lasts 600 s."""
    for dag in dags["dags"].values():
        for name, task in dag["tasks"].items():
            assert name == "watch" or task["timeout"] < 600, name


def test_a_failure_before_the_last_task_is_seen(dags):
    """A leaf that runs whatever happened would leave a failed run green."""
    for dag in dags["dags"].values():
        tolerant = [t for t in dag["tasks"].values() if "all_done" in t["rule"]]
        watched = {name for t in dag["tasks"].values() if t["rule"].endswith("one_failed") for name in t["after"]}
        for task in tolerant:
            assert set(task["after"]) <= watched


def test_what_takes_time_is_shared_among_workers(dags):
    """One task would keep every worker but one waiting."""
    mapped = {name for d in dags["dags"].values() for name, task in d["tasks"].items() if task["mapped"]}
    assert mapped == {"poll", "fetch", "index"}


def test_a_scheduled_run_indexes_the_newsroom_and_sends_the_mail(tmp_path: Path, elasticsearch):
    outlets = Newsroom().outlets()
    config = desk.make_config(tmp_path / "config", outlets)
    mail = MailServer().start()
    index = {"kind": "elasticsearch", "prefix": "airflow-", "workers": 1}
    with WebServer(Newsroom().site()) as web:
        given = elasticsearch.settings(**{k: v for k, v in index.items() if k != "kind"})
        settings = desk.settings(config, web.proxy_url, mail.port, index=given)
        with Workspace(settings) as ws:
            ws.index.setup()
        with airflow_server.running(tmp_path / "airflow", environment(settings)) as airflow:
            polled = airflow.wait("poll_feeds", lambda r: r["run_type"] == "scheduled")
            assert airflow.get("/importErrors")["total_entries"] == 0
            assert polled["state"] == "success"
            nudged = airflow.wait("process_articles", lambda r: r["run_type"] == "asset_triggered")
            assert nudged["state"] == "success"
            wait_until(lambda: nothing_waits(settings), "every article fetched and read", 240, every=2)
            for dag in ("send_digests", "maintain"):
                run = airflow.trigger(dag)
                airflow.wait(dag, lambda r, run=run: r["dag_run_id"] == run)
            told_by_tasks = airflow.logs("process_articles")
        assert compose.left_behind(f"AIRFLOW_HOME={tmp_path / 'airflow'}") == []
        with Workspace(settings) as ws:
            hits = desk.every_hit(ws)
            told, mails = desk.told_rows(ws), desk.mail_rows(ws)
    mail.stop()
    sent = sorted(m["sent_at"] for m in mails if m["sent_at"])
    begun, ended = (datetime.fromisoformat(nudged[at]) for at in ("run_after", "end_date"))
    print(f"\nfrom the poll's nudge to the first mail: {(sent[0] - begun).total_seconds():.0f} s")
    assert sent[0] <= ended, "the run that the poll set off sends the mail itself: no waiting for another tick"
    assert len(hits) >= 60
    assert told
    subjects = {str(m["Subject"]) for _, m in mail.mailbox.delivered}
    told_of_it = [
        s for s in subjects if s.startswith("[Russia-DPRK]") and any(w in s for w in ("Kremlin", "Кремле", "크렘린"))
    ]
    assert told_of_it, f"in the language of whoever ran it first: {subjects}"
    assert len(mail.mailbox.delivered) == len(mails)
    # veille writes into Airflow's own log, with its levels, and not to a terminal that is not there
    assert '"event":"redirect-loop"' in told_by_tasks
    assert "task.stderr" not in told_by_tasks


def nothing_waits(settings) -> bool:
    with Workspace(settings) as ws, ws.ledger.read() as c:
        return not any(count_waiting(c, stage, ws.clock(), at_most=1) for stage in (Stage.FETCH, Stage.INDEX))


def environment(settings) -> dict[str, str]:
    """The settings as an operator would give them to Airflow: in the environment."""
    return {
        "VEILLE_CONFIG_DIR": str(settings.config_dir),
        "VEILLE_DATA_DIR": str(settings.data_dir),
        "VEILLE_SCHEDULE__POLL": "* * * * *",
        "VEILLE_SCHEDULE__PROCESS": "0 4 1 1 *",  # only when nudged: what a poll has found is worked on at once
        "VEILLE_SMTP__PORT": str(settings.smtp.port),
        "VEILLE_FETCH__PROXY": settings.fetch.proxy,
        "VEILLE_FETCH__ALLOW_PRIVATE": json.dumps(list(settings.fetch.allow_private)),
        "VEILLE_FETCH__HOST_DELAY_SECONDS": str(settings.fetch.host_delay_seconds),
        "VEILLE_FETCH__TIMEOUT_SECONDS": str(settings.fetch.timeout_seconds),
        "VEILLE_FETCH__TOTAL_SECONDS": str(settings.fetch.total_seconds),
        "VEILLE_INDEX__KIND": settings.index.kind,
        "VEILLE_INDEX__URL": settings.index.url,
        "VEILLE_INDEX__USERNAME": settings.index.username,
        "VEILLE_INDEX__PASSWORD": settings.index.password.get_secret_value(),
        "VEILLE_INDEX__PREFIX": settings.index.prefix,
        "VEILLE_INDEX__WORKERS": "1",
    }

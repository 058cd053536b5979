"""The services of docker-compose.yml, run natively: the same commands, environments and health checks, on loopback.

What cannot be had here is Kibana and Mailpit themselves, and the image; docs/operating.md says so.
"""

import json
import shutil
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

import httpx
import psycopg
import pytest
from sqlalchemy import make_url

from ingest.dashboards.bundle import bundle, ndjson
from ingest.dashboards.describe import load_dashboard
from ingest.demo.newsroom import Newsroom
from tests.e2e import desk
from tests.patience import Patience
from tests.require import missing
from tests.servers import compose, postgres
from tests.servers.compose import ROOT, Native, free_port
from tests.servers.elasticsearch import remove

PREFIX = "compose-"
AIRFLOW = ("airflow-api-server", "airflow-scheduler", "airflow-dag-processor", "airflow-triggerer")
NOT_HERE = {"kibana", "mailpit", "snapshots-owner"}
"""Programs that cannot be had without Docker (``snapshots-owner`` is one chown)."""


@pytest.fixture(scope="module")
def stack(tmp_path_factory, elasticsearch, postgres_server):
    """Everything that the file describes and that runs here, set up and started."""
    for package, extra in (("airflow.providers.fab", "fab"), ("airflow.providers.celery", "celery")):
        if find_spec("airflow") is None or find_spec(package) is None:
            missing(
                f"airflow-{extra}", f"apache-airflow[{extra}] is not installed: uv sync --extra airflow --extra compose"
            )
    for program in ("redis-server", "curl"):
        if not shutil.which(program):
            missing(program, f"there is no {program} on PATH: apt-get install {program}")
    if elasticsearch.how == "given":
        missing("elasticsearch-own", "ELASTICSEARCH_URL names a server whose accounts these tests would change")
    folder = tmp_path_factory.mktemp("compose-native")
    native = native_stack(folder, elasticsearch, make_url(postgres_server.url))
    try:
        yield native
    finally:
        native.stop()
        drop_databases(make_url(postgres_server.url))
        remove(elasticsearch, PREFIX)


def native_stack(folder: Path, elasticsearch, database) -> Native:
    """The services with everything rewritten to loopback."""
    drop_databases(database)
    with admin(database) as c:
        c.execute("CREATE DATABASE veille")  # POSTGRES_DB of the image
    with admin(database, "veille") as c:
        c.execute("CREATE TABLE of_an_older_version (id serial PRIMARY KEY)")  # when one user owned both databases
    values = compose.variables() | {
        "AIRFLOW_EXECUTOR": "CeleryExecutor",
        "ELASTIC_PASSWORD": elasticsearch.password,
        "POSTGRES_PASSWORD": database.password,
    }
    ports = {name: free_port() for name in ("airflow", "redis", "kibana", "desk")}
    model = compose.parsed(values, folder)
    (folder / "secrets").mkdir()
    for name, secret in model["secrets"].items():
        (folder / "secrets" / name).write_text(values[secret["environment"]])
    config = desk.make_config(folder / "config", Newsroom().outlets())
    (folder / "data").mkdir()
    rewrites = {
        "http://elasticsearch:9200": elasticsearch.url,
        "http://127.0.0.1:9200": elasticsearch.url,
        "@postgres/": f"@{database.host}:{database.port}/",
        "@redis:6379": f"@127.0.0.1:{ports['redis']}",
        "redis-server ": f"redis-server --bind 127.0.0.1 --port {ports['redis']} --dir {folder} ",
        "redis-cli ": f"redis-cli -p {ports['redis']} ",
        "airflow-api-server:8080": f"127.0.0.1:{ports['airflow']}",
        "127.0.0.1:8080": f"127.0.0.1:{ports['airflow']}",
        "kibana:5601": f"127.0.0.1:{ports['kibana']}",
        "127.0.0.1:5601": f"127.0.0.1:{ports['kibana']}",
        "127.0.0.1:8800": f"127.0.0.1:{ports['desk']}",
        "0.0.0.0": "127.0.0.1",  # in a container's own network the desk may listen to all of it; here it must not
        "/opt/veille/dags": str(ROOT / "dags"),
        "/opt/veille/compose-setup": str(ROOT / "scripts" / "compose-setup"),
        "/etc/veille": str(config),
        "/run/secrets": str(folder / "secrets"),
        "/var/lib/veille": str(folder / "data"),
        "/tmp/cleaned": str(folder / "cleaned"),
    }
    more = {
        "AIRFLOW_HOME": str(folder / "airflow"),
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": str(ports["airflow"]),
        "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "30",
        "VEILLE_DATA_DIR": str(folder / "data"),
        "VEILLE_INDEX__PREFIX": PREFIX,
        **{f"VEILLE_SCHEDULE__{name}": "0 4 1 1 *" for name in ("POLL", "PROCESS", "DIGESTS", "MAINTAIN")},
        "VEILLE_WEB__PORT": str(ports["desk"]),
        "PGHOST": str(database.host),
        "PGPORT": str(database.port),
    }
    path = str(postgres.programs() or "")
    return Native(model, folder, rewrites, more, path)


def admin(database, name="postgres"):
    plain = database.set(drivername="postgresql", database=name)
    return psycopg.connect(plain.render_as_string(hide_password=False), autocommit=True)


def drop_databases(database) -> None:
    with admin(database) as c:
        for name in ("veille", "airflow"):
            c.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        for name in ("veille_ledger", "veille_airflow"):
            c.execute(f"DROP ROLE IF EXISTS {name}")


@pytest.fixture(scope="module")
def set_up(stack, elasticsearch) -> Native:
    """The one-shot service `setup`, which must come through a second time as well."""
    with elasticsearch.client() as client:
        kibana = "kibana_system" in client.security.get_user()
    for _ in range(2):
        done = stack.run("setup", VEILLE_NO_KIBANA="" if kibana else "1")
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-3000:]
    assert done.stdout.rstrip().endswith("setup: done")
    return stack


@pytest.fixture(scope="module")
def airflow(set_up) -> Native:
    """All of Airflow with Celery. Log servers have no host setting, so here they stay off."""
    set_up.start("redis")
    set_up.wait_healthy("redis", 30)
    for name in AIRFLOW:
        set_up.start(name, *(["--skip-serve-logs"] if name in ("airflow-scheduler", "airflow-triggerer") else []))
    set_up.start("airflow-worker", "--skip-serve-logs")
    set_up.start("airflow-db-clean")
    return set_up


def test_every_service_is_either_run_here_or_named(stack):
    run = {
        "elasticsearch",
        "postgres",
        "setup",
        "dashboards",
        "desk",
        "redis",
        "airflow-worker",
        "airflow-db-clean",
        *AIRFLOW,
    }
    assert set(stack.model["services"]) == run | NOT_HERE


def test_the_databases_health_checks_pass_and_fail(stack):
    for service in ("elasticsearch", "postgres"):
        done = stack.health(service)
        assert done.returncode == 0, f"{service}: {done.stdout}{done.stderr}"
    assert stack.health("elasticsearch", ELASTIC_PASSWORD="wrong").returncode != 0
    assert stack.health("postgres", PGPORT=str(free_port())).returncode != 0


def test_the_desk_is_healthy_once_the_index_answers(set_up):
    set_up.start("desk")
    set_up.wait_healthy("desk", 120)


def test_setup_gives_the_workers_account_what_it_needs_and_no_more(set_up, elasticsearch):
    """It writes and, as `maintain` runs there too, deletes: in veille's own indexes, by their names (decision 316)."""
    env = set_up.environment("airflow-worker")
    who = (env["VEILLE_INDEX__USERNAME"], Path(env["VEILLE_INDEX__PASSWORD_FILE"]).read_text())
    url = elasticsearch.url
    found = httpx.get(f"{url}/{PREFIX}articles/_search", auth=who, timeout=300)
    assert found.status_code == 200, found.text
    refused = [("PUT", "somebody-elses"), ("DELETE", "somebody-elses"), ("GET", "somebody-elses/_search"),
               ("DELETE", f"_index_template/{PREFIX}articles"), ("GET", "_security/role")]  # fmt: skip
    for verb, path in refused:
        answer = httpx.request(verb, f"{url}/{path}", auth=who, timeout=300)
        assert answer.status_code == 403, f"{verb} {path}: {answer.text}"


def test_ledger_and_airflow_have_users_of_their_own(set_up):
    env = set_up.environment("airflow-worker")
    ledger = make_url(env["VEILLE_LEDGER__URL"]).set(drivername="postgresql")
    airflow = make_url(env["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"]).set(drivername="postgresql")
    assert ledger.username != airflow.username
    for own, other in ((ledger, airflow), (airflow, ledger)):
        with psycopg.connect(own.render_as_string(hide_password=False)) as c:
            rights = "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
            assert c.execute(rights).fetchone() == (False,)
            foreign = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner <> current_user"
            assert c.execute(foreign).fetchone() == (0,)
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(own.set(database=other.database).render_as_string(hide_password=False))
    with psycopg.connect(ledger.render_as_string(hide_password=False)) as c:
        c.execute("INSERT INTO of_an_older_version DEFAULT VALUES")
        c.rollback()


def test_all_of_airflow_becomes_healthy(airflow):
    for name in (*AIRFLOW, "airflow-worker", "airflow-db-clean"):
        airflow.wait_healthy(name)
    for name in AIRFLOW[1:]:
        assert airflow.health(name, HOSTNAME="elsewhere").returncode != 0


def test_the_admin_signs_in_and_a_celery_worker_does_a_run(airflow):
    port = airflow.more["AIRFLOW__API__PORT"]
    password = Path(airflow.environment("setup")["AIRFLOW_ADMIN_PASSWORD_FILE"]).read_text()
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=300) as http:
        refused = http.post("/auth/token", json={"username": "admin", "password": "admin"})
        assert refused.status_code == 401, refused.text
        token = http.post("/auth/token", json={"username": "admin", "password": password})
        assert token.status_code < 300, token.text
        http.headers["Authorization"] = f"Bearer {token.json()['access_token']}"
        run = http.post("/api/v2/dags/maintain/dagRuns", json={"logical_date": None})
        assert run.status_code < 300, run.text
        state = ended(http, f"/api/v2/dags/maintain/dagRuns/{run.json()['dag_run_id']}")
    logs = "".join(f.read_text()[-5000:] for f in (airflow.folder / "airflow/logs").glob("dag_id=maintain/**/*.log"))
    assert state == "success", f"{logs}\n{airflow.said('airflow-worker')}"


def ended(http: httpx.Client, path: str) -> str:
    patience = Patience(240)
    state = "queued"
    while not patience.is_over() and state not in ("success", "failed"):
        time.sleep(1)
        state = http.get(path).json()["state"]
    return state


class Kibana(BaseHTTPRequestHandler):
    """Answers as Kibana's import API does."""

    asked: ClassVar[list[tuple[str, dict[str, str], bytes]]] = []
    answer: ClassVar[dict[str, object]] = {}

    def do_GET(self) -> None:
        self._say({"name": "kibana", "status": {"overall": {"level": "available"}}})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.append((self.path, dict(self.headers), body))
        self._say(self.answer)

    def _say(self, what: object) -> None:
        text = json.dumps(what, separators=(",", ":")).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: object) -> None:
        """Quiet."""


def test_dashboards_are_installed_once_kibana_is_available(stack):
    port = int(stack.rewrites["kibana:5601"].rpartition(":")[2])
    assert stack.health("kibana").returncode != 0
    described = [load_dashboard(file) for file in sorted((ROOT / "dashboards").glob("*.yaml"))]
    lines = ndjson(bundle(described, PREFIX)).encode()
    Kibana.answer = {"success": True, "successCount": lines.count(b"\n")}
    with ThreadingHTTPServer(("127.0.0.1", port), Kibana) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            assert stack.health("kibana").returncode == 0
            done = stack.run("dashboards")
            assert done.returncode == 0, done.stderr
            path, headers, body = Kibana.asked[-1]
            assert path == "/api/saved_objects/_import?overwrite=true"
            assert "kbn-xsrf" in {name.lower() for name in headers}
            assert headers["Authorization"].startswith("Basic ")
            assert lines in body
            assert b'filename="veille.ndjson"' in body
            Kibana.answer = {
                "success": False,
                "errors": [{"type": "dashboard", "id": "x", "error": {"type": "conflict"}}],
            }
            assert stack.run("dashboards").returncode == 1
        finally:
            server.shutdown()


def test_nothing_is_left_behind(airflow):
    """Last: stops them all."""
    airflow.stop()
    assert compose.left_behind(f"AIRFLOW_HOME={airflow.folder / 'airflow'}") == []

"""A real Airflow for tests, by scripts/airflow: api-server, scheduler and DAG processor on loopback."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import httpx

from tests.patience import Patience
from tests.require import missing

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "airflow"
PYTHON = sys.executable


@dataclass
class Airflow:
    """A running Airflow, spoken to by its public API."""

    url: str
    home: Path
    token: str

    def get(self, path: str, **params: Any) -> Any:
        return self._ask("GET", path, params=params)

    def post(self, path: str, body: dict[str, Any]) -> Any:
        return self._ask("POST", path, json=body)

    def _ask(self, method: str, path: str, **more: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.token}"}
        answer = httpx.request(method, f"{self.url}/api/v2{path}", headers=headers, timeout=300, **more)
        if answer.status_code == httpx.codes.NOT_FOUND:
            raise LookupError(f"{path}: {answer.text}")
        assert answer.status_code < 300, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()

    def trigger(self, dag: str) -> str:
        return str(self.post(f"/dags/{dag}/dagRuns", {"logical_date": None})["dag_run_id"])

    def runs(self, dag: str) -> list[dict[str, Any]]:
        """Newest first; none while the DAG has not been parsed yet."""
        try:
            return list(self.get(f"/dags/{dag}/dagRuns", order_by="-run_after")["dag_runs"])
        except LookupError:
            return []

    def wait(self, dag: str, wanted: Any, seconds: float = 240) -> dict[str, Any]:
        """The first run of a DAG that is wanted, once it has ended; fails with the task logs if it takes too long."""
        patience = Patience(seconds)
        while not patience.is_over():
            for run in self.runs(dag):
                if wanted(run) and run["state"] in ("success", "failed"):
                    assert run["state"] == "success", f"{dag} failed\n{self.logs(dag)}"
                    return run
            time.sleep(0.5)
        raise AssertionError(f"{dag} did not end in time: {self.runs(dag)}\n{self.logs(dag)}")

    def logs(self, dag: str) -> str:
        files = sorted((self.home / "logs").glob(f"dag_id={dag}/**/*.log"), key=lambda f: f.stat().st_mtime)
        return "\n".join(f"--- {f}\n{f.read_text()[-20_000:]}" for f in files[-40:])


def needs_airflow() -> None:
    if find_spec("airflow") is None:
        missing("airflow", "Apache Airflow is not installed: make setup")


@contextmanager
def running(home: Path, environment: dict[str, str], database: str = "auto") -> Iterator[Airflow]:
    """Airflow over veille's DAGs, with this environment for veille; stopped at the end, whatever happens."""
    needs_airflow()
    port = _free_port()
    command = [PYTHON, str(SCRIPT)]
    options = ["--home", str(home), "--port", str(port), "--database", database, "--no-triggerer"]
    env = {**os.environ, **environment}
    started = subprocess.run([*command, "start", *options], env=env, capture_output=True, text=True)
    try:
        assert started.returncode == 0, started.stdout + started.stderr
        password = json.loads((home / "passwords.json").read_text())["admin"]
        url = f"http://127.0.0.1:{port}"
        answer = httpx.post(f"{url}/auth/token", json={"username": "admin", "password": password}, timeout=300)
        assert answer.status_code < 300, answer.text
        yield Airflow(url, home, answer.json()["access_token"])
    finally:
        subprocess.run([*command, "stop", "--home", str(home)], env=env, capture_output=True)
        shutil.rmtree(home / "postgres", ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])

"""A real Elasticsearch for tests: from ELASTICSEARCH_URL, a running Docker, or scripts/elasticsearch.

One server a run, also under xdist: workers share it through a lock file, and the last to leave stops it. Tests keep
apart by index prefix.
"""

import fcntl
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from elasticsearch import ApiError, Elasticsearch, TransportError
from pydantic import SecretStr

from ingest.settings import IndexSettings
from tests.require import missing

SCRIPT = Path(__file__).parents[2] / "scripts" / "elasticsearch"
IMAGE = "docker.elastic.co/elasticsearch/elasticsearch:9.4.3"
CANNOT = 3


@dataclass(frozen=True)
class Server:
    """Where it listens, and as whom to speak to it."""

    url: str
    username: str
    password: str
    how: str
    """``given``, ``docker:CONTAINER`` or ``script:PORT``."""

    def settings(self, prefix: str = "", **more: Any) -> IndexSettings:
        return IndexSettings(
            kind="elasticsearch", url=self.url, username=self.username, password=SecretStr(self.password), prefix=prefix, **more
        )  # fmt: skip

    def client(self) -> Elasticsearch:
        return Elasticsearch(self.url, basic_auth=(self.username, self.password))

    def stop(self) -> None:
        """Take it down for a while; data stay. Skips the test where the server is not ours."""
        self._do("stop")

    def start(self) -> None:
        """Bring it back on the same address with its data."""
        self._do("start")

    def _do(self, what: str) -> None:
        kind, _, place = self.how.partition(":")
        if kind == "given":
            missing("elasticsearch-restart", "ELASTICSEARCH_URL names a server that is not the tests' own")
        run = _script(what, place) if kind == "script" else ["docker", what, place]
        subprocess.run(run, check=True, capture_output=True)
        if what == "start" and kind == "docker":
            _wait(self)


@contextmanager
def running() -> Iterator[Server]:
    """A server of one's own choosing; skips the test (or fails, under VEILLE_REQUIRE) where there is none."""
    if url := os.environ.get("ELASTICSEARCH_URL"):
        parts = urlsplit(url)
        address = f"{parts.scheme}://{parts.hostname}:{parts.port or 9200}"
        yield Server(address, parts.username or "elastic", parts.password or "", "given")
    elif (
        shutil.which("docker") and subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0
    ):
        yield from _by_docker()
    else:
        yield from _by_script()


def _by_docker() -> Iterator[Server]:
    port, password = _free_port(), secrets.token_urlsafe(12)
    settings = ["discovery.type=single-node", f"ELASTIC_PASSWORD={password}", "xpack.security.http.ssl.enabled=false",
                "ES_JAVA_OPTS=-Xms512m -Xmx512m"]  # fmt: skip
    command = ["docker", "run", "-d", "-p", f"127.0.0.1:{port}:9200", *(x for s in settings for x in ("-e", s)), IMAGE]
    container = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    server = Server(f"http://127.0.0.1:{port}", "elastic", password, f"docker:{container}")
    try:
        _wait(server)
        yield server
    finally:
        subprocess.run(["docker", "rm", "-f", "-v", container], check=False, capture_output=True)


def _by_script() -> Iterator[Server]:
    port = str(_free_port())
    done = subprocess.run(_script("start", port), capture_output=True, text=True, check=False)
    if done.returncode:
        subprocess.run(_script("wipe", port), check=False, capture_output=True)
        reason = done.stderr.strip()[-500:]
        if done.returncode == CANNOT:
            missing("elasticsearch", reason)
        pytest.fail(f"scripts/elasticsearch start: {reason}")
    parts = urlsplit(done.stdout.strip().partition("=")[2])
    try:
        yield Server(f"http://127.0.0.1:{port}", "elastic", parts.password or "", f"script:{port}")
    finally:
        subprocess.run(_script("wipe", port), check=False, capture_output=True)


def _script(what: str, port: str) -> list[str]:
    return [sys.executable, str(SCRIPT), what, "--port", port, "--heap", "512m"]


def _wait(server: Server) -> None:
    for _ in range(120):
        try:
            with server.client() as client:
                client.cluster.health(wait_for_status="yellow", timeout="1s")
            return
        except (ApiError, TransportError):
            time.sleep(1)
    pytest.fail(f"{server.url} does not come up")


def _free_port() -> int:
    """One whose neighbour 1000 above (transport) is most likely free too."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return 20_000 + int(s.getsockname()[1]) % 20_000


@pytest.fixture(scope="session")
def elasticsearch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The run's one server."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        with running() as server:
            yield server
        return
    yield from _shared(tmp_path_factory.getbasetemp().parent / "elasticsearch.json")


def _shared(file: Path) -> Iterator[Server]:
    with _locked(file):
        known = json.loads(file.read_text()) if file.exists() else None
        if known is None:
            started = running()
            server = started.__enter__()
            known = {"users": 0, "server": server.__dict__}
        server = Server(**known["server"])
        file.write_text(json.dumps({**known, "users": known["users"] + 1}))
    yield server
    with _locked(file):
        known = json.loads(file.read_text())
        known["users"] -= 1
        file.write_text(json.dumps(known))
        if known["users"] == 0:
            kind, _, place = server.how.partition(":")
            if kind == "script":
                subprocess.run(_script("wipe", place), check=False, capture_output=True)
            if kind == "docker":
                subprocess.run(["docker", "rm", "-f", "-v", place], check=False, capture_output=True)
            file.unlink()


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture
def es_prefix(elasticsearch: Server) -> Iterator[str]:
    """A prefix of this test's own; everything under it is removed afterwards."""
    prefix = f"t{secrets.token_hex(4)}-"
    yield prefix
    remove(elasticsearch, prefix)


def remove(server: Server, prefix: str) -> None:
    """Delete indexes and templates under a prefix."""
    with server.client() as client:
        names = list(client.indices.get(index=f"{prefix}*", expand_wildcards="all"))
        if names:
            client.indices.delete(index=",".join(names))
        quiet = client.options(ignore_status=404)
        for found in quiet.indices.get_index_template(name=f"{prefix}*").get("index_templates", []):
            client.indices.delete_index_template(name=found["name"])
        for found in quiet.cluster.get_component_template(name=f"{prefix}*").get("component_templates", []):
            client.cluster.delete_component_template(name=found["name"])

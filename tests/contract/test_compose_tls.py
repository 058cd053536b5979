"""docker-compose.tls.yml: every service has a certificate that its clients hold it to, and speaks nothing else."""

import contextlib
import importlib.util
import os
import shlex
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

import psycopg
import pytest
from cryptography import x509
from pydantic import SecretStr

from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.settings import IndexSettings
from tests.indexes import NOW, doc
from tests.patience import Patience
from tests.require import missing
from tests.servers import compose, postgres
from tests.servers.compose import ROOT, free_port

PEERS = {"elasticsearch", "postgres", "redis", "kibana", "airflow-api-server"}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Both files, as Compose lays one over the other."""
    return compose.parsed(compose.variables(), tmp_path_factory.mktemp("compose"), compose.TLS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificates")
    make(folder)
    return folder


def make(folder: Path) -> str:
    command = [sys.executable, str(ROOT / "scripts" / "compose-certificates"), str(folder)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_no_address_between_services_is_plain(model: dict[str, Any]) -> None:
    for name, service in model["services"].items():
        told = service.get("environment") or {}
        pairs = told.items() if isinstance(told, dict) else (line.partition("=")[::2] for line in told)
        for key, value in pairs:
            assert not str(value).startswith(("http://", "redis://")), f"{name}: {key}"


def test_who_has_a_certificate_waits_for_it_and_ours_trust_no_other(model: dict[str, Any]) -> None:
    for name, service in model["services"].items():
        ours = service["image"].startswith("veille") and name != "certificates"
        if name in PEERS or ours:
            assert "certificates" in service["depends_on"], name
            assert "certificates" in {volume["source"] for volume in service["volumes"]}, name
        if ours:
            assert "PGSSLMODE=verify-full" in service["environment"], name


def test_the_one_that_makes_them_may_do_no_more_than_that(model: dict[str, Any]) -> None:
    service = model["services"]["certificates"]
    assert service["network_mode"] == "none"
    assert service["cap_drop"] == ["ALL"]
    assert set(service["cap_add"]) == {"CHOWN", "DAC_OVERRIDE", "FOWNER"}
    assert service["restart"] == "no"


def test_what_is_sound_stays_and_what_ends_soon_is_made_anew(tmp_path: Path) -> None:
    assert {line.split(":")[1].strip() for line in make(tmp_path).splitlines()} == PEERS
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.crt")}
    assert make(tmp_path) == ""
    (tmp_path / "redis" / "tls.crt").write_text("cut sho")
    shutil.rmtree(tmp_path / "kibana")
    assert make(tmp_path).count("made") == 2
    after = {path: path.read_bytes() for path in tmp_path.rglob("*.crt")}
    changed = {path.parent.name for path in after if after[path] != before[path]}
    assert changed == {"redis", "kibana"}
    (tmp_path / "ca.key").unlink()  # without it nothing can be signed: a new authority, and everything by it
    assert make(tmp_path).count("made") == len(PEERS)


def test_keys_are_closed_and_certificates_last(folder: Path) -> None:
    for service in PEERS:
        assert (folder / service).stat().st_mode & 0o777 == 0o700
        assert (folder / service / "tls.key").stat().st_mode & 0o777 == 0o600
        certificate = x509.load_pem_x509_certificate((folder / service / "tls.crt").read_bytes())
        assert certificate.not_valid_after_utc > datetime.now(UTC) + timedelta(days=300)
    assert (folder / "ca.key").stat().st_mode & 0o777 == 0o600
    if os.geteuid() == 0:
        assert (folder / "postgres" / "tls.key").stat().st_uid == 999


@contextlib.contextmanager
def serving(certificate: Path, key: Path) -> Iterator[int]:
    """A TLS server of one connection after the other; its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            while True:
                try:
                    plain, _ = listening.accept()
                    with plain, context.wrap_socket(plain, server_side=True) as secured:
                        secured.recv(1)
                except ssl.SSLError:
                    continue
                except OSError:
                    return

        thread = threading.Thread(target=answer)
        thread.start()
        yield listening.getsockname()[1]
        with contextlib.suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
    thread.join()


def shakes_hands(port: int, context: ssl.SSLContext, name: str) -> bool:
    with socket.create_connection(("127.0.0.1", port), 30) as plain:
        try:
            context.wrap_socket(plain, server_hostname=name).close()
        except ssl.SSLCertVerificationError:
            return False
    return True


@pytest.mark.parametrize("service", sorted(PEERS))
def test_a_client_that_knows_the_authority_takes_the_service_and_no_other(folder: Path, service: str) -> None:
    ours = ssl.create_default_context(cafile=folder / "ca.crt")
    with serving(folder / service / "tls.crt", folder / service / "tls.key") as port:
        assert shakes_hands(port, ours, service)
        assert shakes_hands(port, ours, "127.0.0.1")  # its own health check
        assert not shakes_hands(port, ours, "elsewhere")
        assert not shakes_hands(port, ssl.create_default_context(), service)


def test_airflows_tasks_trust_the_file_that_the_server_shows(folder: Path) -> None:
    """Airflow's client loads ``[api] ssl_cert`` as what it trusts: a certificate alone would not do."""
    chain = folder / "airflow-api-server" / "chain.crt"
    client = ssl.create_default_context()
    client.load_verify_locations(chain)
    with serving(chain, folder / "airflow-api-server" / "tls.key") as port:
        assert shakes_hands(port, client, "airflow-api-server")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """That the ordinary user sees whom root starts a server as."""
    with tempfile.TemporaryDirectory(prefix="veille-tls-") as made:
        Path(made).chmod(0o755)
        yield Path(made)


def test_postgres_takes_nothing_but_tls(model: dict[str, Any], folder: Path, open_folder: Path) -> None:
    flags = shlex.split(model["services"]["postgres"]["command"])[1:]
    given = {flag.partition("=")[0]: flag.partition("=")[2] for flag in flags if flag != "-c"}
    hba = open_folder / "pg_hba.conf"
    hba.write_text(model["configs"]["pg_hba"]["content"])
    own = {"hba_file": str(hba)}
    for name in ("ssl_cert_file", "ssl_key_file"):
        own[name] = str(postgres.readable(folder / given[name].removeprefix("/certificates/"), open_folder))
    with postgres.running(**{**given, **own}, sslrootcert=folder / "ca.crt") as server:
        plain = server.url.replace("+psycopg", "")
        with psycopg.connect(f"{plain}/postgres?sslmode=verify-full&sslrootcert={folder}/ca.crt") as c:
            assert c.execute("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").fetchone() == (True,)
        with pytest.raises(psycopg.OperationalError, match=r"no encryption|pg_hba"):
            psycopg.connect(f"{plain}/postgres?sslmode=disable")


def test_redis_answers_its_own_health_check_and_no_plain_word(
    model: dict[str, Any], folder: Path, tmp_path: Path
) -> None:
    if not shutil.which("redis-server"):
        missing("redis-server", "there is no redis-server on PATH: apt-get install redis-server")
    service, port = model["services"]["redis"], free_port()
    here = {
        "/certificates": str(folder), "--tls-port 6379": f"--tls-port {port} --bind 127.0.0.1 --dir {tmp_path}",
        "redis-cli ": f"redis-cli -p {port} ", "$$": "$",
    }  # fmt: skip

    def rewritten(text: str) -> str:
        for old, new in here.items():
            text = text.replace(old, new)
        return text

    env = {"PATH": os.environ["PATH"], "REDIS_PASSWORD": "word"}
    running = subprocess.Popen(["sh", "-c", rewritten(service["command"][2])], env=env, stdout=subprocess.DEVNULL)
    try:
        patience, check = Patience(60), ["sh", "-c", rewritten(service["healthcheck"]["test"][1])]
        while subprocess.run(check, env=env, capture_output=True).returncode:
            assert running.poll() is None
            assert not patience.is_over()
            time.sleep(0.05)
        said = subprocess.run(
            ["redis-cli", "-p", str(port), "-a", "word", "ping"], env=env, capture_output=True, text=True
        )
        assert "PONG" not in said.stdout
    finally:
        running.kill()
        running.wait()


@pytest.mark.nightly
@pytest.mark.elasticsearch
def test_elasticsearch_is_written_and_searched_over_tls(folder: Path) -> None:
    """The real server, begun by our script and started again with what the file sets."""
    script, port = es_script(), free_port()
    with tempfile.TemporaryDirectory(prefix="veille-es-tls-", ignore_cleanup_errors=True) as made:
        home = Path(made)
        home.chmod(0o755)
        args = Namespace(do="start", port=port, home=home, heap="512m", patience=20)
        try:
            script.start(args)
        except script.Unavailable as e:
            missing("elasticsearch", str(e))
        try:
            script.end(home, args.patience)
            secure(home, folder)
            script._launch(script.install(script.cache()), home, script.java_home(), script.ordinary_user())
            settings = IndexSettings(
                kind="elasticsearch", url=f"https://127.0.0.1:{port}", username="elastic", timeout_seconds=120,
                password=SecretStr((home / "password").read_text()), ca_certs=folder / "ca.crt",
            )  # fmt: skip
            index = ElasticsearchIndex(settings, lambda: NOW)
            patience = Patience(300)
            while not index.status().note.startswith("not set up"):
                assert not patience.is_over(), index.status()
                time.sleep(0.5)
            index.setup()
            assert index.write([doc("a", "word")])[0].ok
            index.refresh()
            assert index.count() == 1
            stranger = ElasticsearchIndex(settings.model_copy(update={"ca_certs": None}), lambda: NOW)
            assert "certificate" in stranger.status().note.lower()
            for one in (index, stranger):
                one.close()
        finally:
            script.end(home, args.patience)


def secure(home: Path, folder: Path) -> None:
    """What docker-compose.tls.yml sets, in the server's own file."""
    target = home / "config" / "certificates" / "elasticsearch"
    shutil.copytree(folder / "elasticsearch", target)
    owner = (home / "config").stat()
    for path in (target.parent, target, *target.iterdir()):
        os.chown(path, owner.st_uid, owner.st_gid)
    file = home / "config" / "elasticsearch.yml"
    plain = "xpack.security.http.ssl.enabled: false\n"
    given = {f"xpack.security.http.ssl.{name}": value for name, value in (
        ("enabled", "true"), ("certificate", "certificates/elasticsearch/tls.crt"),
        ("key", "certificates/elasticsearch/tls.key"))}  # fmt: skip
    assert plain in file.read_text()
    file.write_text(file.read_text().replace(plain, "".join(f"{k}: {v}\n" for k, v in given.items())))


def es_script() -> Any:
    """scripts/elasticsearch as a module."""
    loader = SourceFileLoader("elasticsearch_for_tls", str(ROOT / "scripts" / "elasticsearch"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module

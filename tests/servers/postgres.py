"""A real PostgreSQL for the tests: a cluster of its own in a temporary folder, on a loopback port, gone afterwards.

Programs come from PATH or /usr/lib/postgresql/*/bin. PostgreSQL refuses to run as root, so root
starts it as an ordinary user. VEILLE_POSTGRES_URL (an SQLAlchemy URL whose user may create
databases) names a server to use instead.
"""

import contextlib
import getpass
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from tests.patience import Patience
from tests.require import missing

_SETTINGS = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",  # nothing here outlives the tests
    "shared_buffers": "32MB", "max_connections": "60", "log_min_messages": "fatal",
}  # fmt: skip


@dataclass(frozen=True)
class Postgres:
    """A running server. ``url`` has no database."""

    url: str

    def database(self) -> str:
        """The URL of a new, empty database."""
        name = f"veille_{secrets.token_hex(6)}"
        with psycopg.connect(_plain(self.url, "postgres"), autocommit=True) as c:
            c.execute(f'CREATE DATABASE "{name}"')
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)


@contextlib.contextmanager
def running(sslrootcert: Path | None = None, **settings: str) -> Iterator[Postgres]:
    """A server for the length of the block; skips (or fails, under VEILLE_REQUIRE) where there is none to be had.

    ``settings`` are the server's, besides ours; with ``sslrootcert`` it is asked by TLS.
    """
    given = os.environ.get("VEILLE_POSTGRES_URL")
    if given and not settings:
        yield Postgres(given)
        return
    folder = programs()
    if folder is None:
        missing("postgres", "no `postgres` and `initdb` on PATH or in /usr/lib/postgresql/*/bin")
    with (
        tempfile.TemporaryDirectory(prefix="veille-pg-", ignore_cleanup_errors=True) as base,
        _cluster(folder, Path(base), settings, sslrootcert) as url,
    ):
        yield Postgres(url)


def readable(file: Path, folder: Path) -> Path:
    """A copy in a folder that the server may read, closed to others as it wants its key to be."""
    copy = folder / file.name
    shutil.copyfile(file, copy)
    copy.chmod(0o600)
    if who := _ordinary_user():
        shutil.chown(copy, who)
    return copy


def programs() -> Path | None:
    """The folder that holds ``initdb`` and ``postgres``: the newest."""
    found = shutil.which("initdb")
    candidates = [Path(found).parent] if found else []
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    candidates += sorted(
        installed, key=lambda p: [int(x) if x.isdigit() else 0 for x in p.parent.name.split(".")], reverse=True
    )
    return next((p for p in candidates if (p / "initdb").exists() and (p / "postgres").exists()), None)


@contextlib.contextmanager
def _cluster(programs: Path, base: Path, more: dict[str, str], sslrootcert: Path | None) -> Iterator[str]:
    who = _ordinary_user()
    password, port = secrets.token_hex(16), _free_port()
    (base / "password").write_text(password)
    if who:
        for path in (base, base / "password"):
            shutil.chown(path, who)
    as_user = {"user": who, "group": pwd.getpwnam(who).pw_gid, "extra_groups": []} if who else {}
    options = [
        "-U",
        "veille",
        "--auth=scram-sha-256",
        f"--pwfile={base}/password",
        "-E",
        "UTF8",
        "--no-locale",
        "--no-sync",
    ]
    made = subprocess.run(
        [str(programs / "initdb"), "-D", str(base / "data"), *options],
        capture_output=True,
        text=True,
        cwd=base,
        **as_user,
    )
    if made.returncode:
        missing("postgres", f"initdb failed: {made.stderr.strip()[-300:]}")
    settings = {**_SETTINGS, "port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": str(base)} | more
    flags = [x for k, v in settings.items() for x in ("-c", f"{k}={v}")]
    log = (base / "log").open("wb")
    server = subprocess.Popen(
        [str(programs / "postgres"), "-D", str(base / "data"), *flags], stdout=log, stderr=log, cwd=base, **as_user
    )
    try:
        url = f"postgresql+psycopg://veille:{password}@127.0.0.1:{port}"
        _wait(_plain(url, "postgres") + (f"?sslrootcert={sslrootcert}" if sslrootcert else ""), server, base / "log")
        yield url
    finally:
        server.send_signal(signal.SIGQUIT)  # immediate: the cluster is thrown away
        server.wait(30)
        log.close()


def _wait(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    patience = Patience(60)
    while True:
        try:
            psycopg.connect(url, connect_timeout=5).close()
            return
        except psycopg.OperationalError as e:
            if server.poll() is not None or patience.is_over():
                missing("postgres", f"the server did not start: {e}; {log.read_text(errors='replace')[-500:]}")
            time.sleep(0.1)


def _ordinary_user() -> str | None:
    """Who to run as: None for ourselves."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in known:
            return name
    return missing("postgres", f"it does not run as root, and there is no ordinary user beside {getpass.getuser()}")


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _plain(url: str, database: str) -> str:
    """As psycopg takes it."""
    return make_url(url).set(drivername="postgresql", database=database).render_as_string(hide_password=False)

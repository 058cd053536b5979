"""A copy of the whole ledger as one file, consistent while workers write, and a ledger from such a copy.

SQLite by its own online backup (sqlite.org/backup.html), the embedded index included; PostgreSQL by pg_dump and
pg_restore, each in one transaction.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, make_url

from ingest.errors import LedgerUnavailable
from ingest.ledger.store import Ledger, place_of
from ingest.text.whole_file import make_private, private


def dump(ledger: Ledger, target: Path) -> str:
    """Write the copy to a new file; ``sqlite`` or ``postgresql``. Raises LedgerUnavailable."""
    url = ledger.engine.url
    if ledger.is_sqlite:
        _copy_sqlite(str(url.database), target)
        return "sqlite"
    _run("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
    return "postgresql"


def load(kind: str, source: Path, url: str) -> None:
    """Make a ledger from a copy, where there is none: the caller looks. Raises LedgerUnavailable."""
    parsed = make_url(url)
    if kind != ("sqlite" if parsed.get_backend_name() == "sqlite" else "postgresql"):
        raise LedgerUnavailable(f"the backup's ledger is {kind}, and ledger.url names {place_of(url)}")
    if kind == "postgresql":
        options = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
        _run("pg_restore", parsed, *options, f"--dbname={parsed.database}", str(source))
        return
    file = Path(str(parsed.database))
    make_private(file.parent)
    beside = file.with_name(file.name + ".restoring")
    with source.open("rb") as copy, open(beside, "wb", opener=private) as out:
        shutil.copyfileobj(copy, out)
    os.replace(beside, file)  # half a ledger is never seen


def check(kind: str, source: Path) -> None:
    """See that a copy can be read to its end. Raises LedgerUnavailable."""
    if kind == "postgresql":
        _call(["pg_restore", "--file", os.devnull, str(source)], {})
        return
    with closing(sqlite3.connect(f"file:{source}?mode=ro&immutable=1", uri=True)) as c:
        found = c.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise LedgerUnavailable(f"the copy of the ledger {source} is damaged: {found}")


def _copy_sqlite(database: str, target: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)  # in one step, so of one moment; with WAL no writer waits for it
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
    except sqlite3.Error as e:
        raise LedgerUnavailable(f"ledger {database}: no copy could be made: {e}") from e


def _run(program: str, url: URL, *options: str) -> None:
    """With the password in the environment: a command line can be read by everybody on the machine."""
    place = {"--host": url.host or str(url.query.get("host") or ""), "--port": url.port, "--username": url.username}
    arguments = [f"{name}={value}" for name, value in place.items() if value]
    if program == "pg_dump":
        options = (*options, f"--dbname={url.database}")
    _call([program, *arguments, *options], {"PGPASSWORD": url.password} if url.password else {})


def _call(command: list[str], secrets: dict[str, str]) -> None:
    if shutil.which(command[0]) is None:
        raise LedgerUnavailable(f"{command[0]} is not on this machine: install PostgreSQL's client programs")
    environment = {**os.environ, **secrets}  # noqa: TID251 – libpq's own, handed on as it is
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise LedgerUnavailable(f"{command[0]} failed: {done.stderr.strip()[-500:]}")

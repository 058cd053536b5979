"""Opening the ledger: engine, pragmas, migrations, transactions."""

import os
import socket
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, DatabaseError, DataError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlalchemy.exc import ProgrammingError as WrongStatement
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import ConnectionPoolEntry

from ingest.errors import ConfigError, LedgerDamaged, LedgerUnavailable, StoreMissing
from ingest.ledger.migrations import MigrationError, has_schema, upgrade
from ingest.text.whole_file import make_private

BUSY_MILLISECONDS = 30_000
_DAMAGED = ("is malformed", "is not a database", "malformed database schema")
"""Of SQLite's messages, those that say that the file itself is not what it should be."""
_OUR_MISTAKES = (IntegrityError, DataError, WrongStatement)

__all__ = ["Connection", "Ledger", "make_engine", "open_ledger"]


class Ledger:
    """The store of record. Modules beside this one hold what is asked of it, a subject each."""

    def __init__(self, engine: Engine, worker: str | None = None) -> None:
        self.engine = engine
        self.worker = worker or f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:6]}"

    @property
    def is_sqlite(self) -> bool:
        """True on the embedded default."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def begin(self, *, durable: bool = False) -> Iterator[Connection]:
        """A write transaction: committed at the end of the block, undone by an exception.

        ``durable``: on its medium when this returns, with all that was committed before, whatever the database is set
        to; for what a power cut may not undo, such as that a mail has been sent (decision 317).

        On SQLite it takes the write lock at once (BEGIN IMMEDIATE), so that a read followed by a
        write never fails half-way because another process wrote in between.
        """
        engine = self.engine.execution_options(veille_durable=True) if durable else self.engine
        with self._in_words(), engine.connect() as connection, connection.begin():
            if durable and not self.is_sqlite:
                connection.exec_driver_sql("SET LOCAL synchronous_commit TO on")
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading; no lock is held."""
        engine = self.engine.execution_options(veille_read_only=True)
        with self._in_words(), engine.connect() as connection:
            yield connection

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """A database that is full, locked, restarting or damaged is trouble of a kind that we name and outlive.

        What only a mistake of ours can cause (a constraint, a statement that is wrong) stays what it is.
        """
        try:
            yield
        except _OUR_MISTAKES:
            raise
        except (DBAPIError, PoolTimeout) as e:
            raise trouble(self.engine.url.render_as_string(hide_password=False), e) from e

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def open_ledger(url: str, *, worker: str | None = None, migrate: bool = True, create: bool = True) -> Ledger:
    """Open the ledger at a SQLAlchemy URL and bring its schema up to date.

    Raises LedgerUnavailable where the database cannot be reached or used, ConfigError where ``url`` names none, and
    without ``create`` StoreMissing where there is no ledger yet.
    """
    if not create and _is_missing_file(url):  # connecting would make it
        raise StoreMissing(f"there is no ledger at {place_of(url)} yet")
    engine = _engine(url)
    try:
        if not create and not has_schema(engine):
            raise StoreMissing(f"there is no ledger in {place_of(url)} yet")
        if migrate:
            upgrade(engine)
        else:
            with engine.connect():
                pass
    except StoreMissing:
        engine.dispose()
        raise
    except (DatabaseError, MigrationError) as e:
        engine.dispose()
        raise trouble(url, e) from e
    return Ledger(engine, worker)


def trouble(url: str, error: Exception) -> LedgerUnavailable:
    """A database's error as one of ours, which says whether another try may help."""
    why = str(getattr(error, "orig", None) or error)
    if any(words in why for words in _DAMAGED):
        return LedgerDamaged(f"the ledger {place_of(url)} is damaged: {why}")
    return LedgerUnavailable(f"ledger {place_of(url)}: {why}")


def place_of(url: str) -> str:
    """A SQLite file's path, or the URL without its password."""
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite"
    return (parsed.database or "memory") if is_file else parsed.render_as_string(hide_password=True)


def _is_missing_file(url: str) -> bool:
    try:
        parsed = make_url(url)
    except ArgumentError:
        return False  # said by ``_engine``
    return parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").is_file()


def _engine(url: str) -> Engine:
    """The engine, or in words why there is none. The URL is not repeated: it may hold a password."""
    try:
        return make_engine(url)
    except (ArgumentError, NoSuchModuleError, ImportError) as e:
        hint = "write postgresql+psycopg://user@host/database, or nothing for SQLite in data_dir"
        raise ConfigError.of("ledger.url", f"{type(e).__name__}: no database that veille can open", hint=hint) from e
    except OSError as e:
        raise LedgerUnavailable(f"ledger: no folder for it can be made: {e}; set data_dir to a place of yours") from e


CONNECTIONS = 16
"""At most, of one process: two for each page that the desk answers at a time (``web.app.AT_ONCE``)."""


def make_engine(url: str) -> Engine:
    """An engine with what each database needs; creates the folder of a SQLite file."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True, pool_size=4, max_overflow=CONNECTIONS - 4)
    if parsed.database and parsed.database != ":memory:":
        _make_private(Path(parsed.database))
    engine = create_engine(
        parsed, connect_args={"timeout": BUSY_MILLISECONDS / 1000}, pool_size=4, max_overflow=CONNECTIONS - 4
    )
    event.listen(engine, "connect", _on_sqlite_connect)
    event.listen(engine, "begin", _on_sqlite_begin)
    return engine


def _make_private(file: Path) -> None:
    """Articles, readers' addresses and what they watch are nobody else's: folder 0700, file 0600, when we make them."""
    make_private(file.parent)
    if not file.exists():
        file.touch(mode=0o600)  # SQLite gives -wal and -shm the same mode


def _on_sqlite_connect(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    _set_wal(cursor)
    cursor.execute("PRAGMA synchronous=NORMAL")  # safe with WAL: a crash of the process loses nothing; see ``begin``
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _set_wal(cursor: DBAPICursor) -> None:
    """Changing to WAL needs the file alone and ignores busy_timeout: several workers may start at once."""
    for attempt in range(50):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if attempt == 49:
                raise
            time.sleep(0.1)


def _on_sqlite_begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("veille_read_only"):
        connection.exec_driver_sql("BEGIN")
        return
    # FULL syncs the log at commit, and with it all that was committed before; it cannot be changed within a transaction
    connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if options.get('veille_durable') else 'NORMAL'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")

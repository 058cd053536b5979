"""The N-th statement, commit, write, fsync or look at the clock goes wrong, once or from then on."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Engine


@dataclass(frozen=True)
class Fault:
    """What goes wrong, and how."""

    name: str
    at: str
    """``statement``, ``commit``, ``answer`` (committed, and nobody hears of it), ``write``, ``fsync`` or ``clock``."""
    lasts: bool = False
    """From the N-th on until the command has ended, and not the N-th alone."""
    error: int = errno.EIO
    """Of a write or fsync."""
    step: timedelta = timedelta(0)
    """Of the clock."""
    said: str = ""
    """By the database; empty: the connection is gone."""


STATEMENT_LOCKED = Fault("statement-locked", "statement", said="database is locked")
DATABASE_GONE = Fault("database-gone", "statement", lasts=True)
COMMIT_FULL = Fault("commit-disk-full", "commit", said="database or disk is full")
ANSWER_LOST = Fault("answer-to-commit-lost", "answer")
WRITE_FULL = Fault("write-disk-full", "write", lasts=True, error=errno.ENOSPC)
FSYNC_FAILS = Fault("fsync-fails", "fsync")
CLOCK_AHEAD = Fault("clock-a-year-ahead", "clock", lasts=True, step=timedelta(days=365))
CLOCK_BACK = Fault("clock-a-day-back", "clock", lasts=True, step=timedelta(days=-1))
FAULTS = (
    STATEMENT_LOCKED, DATABASE_GONE, COMMIT_FULL, ANSWER_LOST, WRITE_FULL, FSYNC_FAILS, CLOCK_AHEAD, CLOCK_BACK,
)  # fmt: skip


@dataclass
class Injector:
    """Counts what happens, and lets the N-th of a kind fail."""

    fault: Fault
    nth: int
    seen: int = 0
    is_armed: bool = False
    met: list[str] = field(default_factory=list)
    """Where the fault struck: the statement or the file."""

    def strikes(self, kind: str, where: object = "") -> bool:
        """Whether this one fails; counted only while armed."""
        if not self.is_armed or kind != self.fault.at:
            return False
        self.seen += 1
        hit = self.seen >= self.nth if self.fault.lasts else self.seen == self.nth
        if hit:
            self.met.append(" ".join(str(where).split())[:160])
        return hit

    def clock(self, real: Callable[[], datetime]) -> Callable[[], datetime]:
        """The clock, as far as it can be relied on."""
        return lambda: real() + (self.fault.step if self.strikes("clock") else timedelta(0))

    def watch(self, engine: Engine) -> None:
        """Stand between SQLAlchemy and the driver: what fails there is wrapped as a real error would be."""
        dialect: Any = engine.dialect
        for name in ("do_execute", "do_executemany", "do_execute_no_params"):
            setattr(dialect, name, self._executing(getattr(dialect, name), engine))
        commit = dialect.do_commit

        def committing(connection: Any) -> None:
            if self.strikes("commit", "COMMIT"):
                self._fail(engine, connection)
            commit(connection)
            if self.strikes("answer", "COMMIT"):
                self._fail(engine, connection)

        dialect.do_commit = committing

    def _executing(self, execute: Callable[..., Any], engine: Engine) -> Callable[..., Any]:
        def executing(cursor: Any, statement: str, *more: Any, **named: Any) -> Any:
            if self.strikes("statement", statement):
                self._fail(engine, cursor.connection)
            return execute(cursor, statement, *more, **named)

        return executing

    def _fail(self, engine: Engine, connection: Any) -> None:
        if engine.dialect.name == "sqlite":
            raise sqlite3.OperationalError(self.fault.said or "disk I/O error")
        if self.fault.said:
            raise psycopg.OperationalError(self.fault.said)
        raw = getattr(connection, "driver_connection", None) or connection
        raw.close()  # as a server that restarts does
        raise psycopg.OperationalError("server closed the connection unexpectedly")

    @contextmanager
    def files(self, below: Path) -> Iterator[None]:
        """Writes and fsyncs of this process to files below a folder."""
        write, fsync, root = os.write, os.fsync, str(below)

        def fails(kind: str, handle: int) -> None:
            place = os.readlink(f"/proc/self/fd/{handle}") if self.is_armed else ""
            if place.startswith(root) and self.strikes(kind, place):
                raise OSError(self.fault.error, os.strerror(self.fault.error))

        def writing(handle: int, data: Any) -> int:
            fails("write", handle)
            return write(handle, data)

        def syncing(handle: int) -> None:
            fails("fsync", handle)
            fsync(handle)

        os.write, os.fsync = writing, syncing  # type: ignore[assignment]
        try:
            yield
        finally:
            os.write, os.fsync = write, fsync

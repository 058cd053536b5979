"""Upgrade to the newest schema, once, whoever comes first, and lose nothing on the way.

All migrations that are missing run in one transaction. Before it ends every table that stands before and after must
have as many rows as it had: else nothing is changed and the ledger says why. A migration that means to remove rows
names the tables: ``REMOVES_ROWS = ("site_files",)`` in its module.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, inspect, text

from ingest.ledger.migrations.state import RowsLost, UnknownSchema, revision_of

_LOCK = 7_238_455  # any number of our own: PostgreSQL's advisory locks are numbers


def migrate(engine: Engine, scripts: Path) -> None:
    """See ``state.upgrade``, which asks first whether there is anything to do."""
    config = Config()
    config.set_main_option("script_location", str(scripts))
    directory = ScriptDirectory.from_config(config)
    head = directory.get_current_head()
    with _migrating(engine) as connection:
        found = revision_of(connection)
        if found != head:  # another worker may have been first
            before = _rows(connection)
            _apply(config, connection, found, head)
            _check(connection, before, _may_remove(directory, found))


@contextmanager
def _migrating(engine: Engine) -> Iterator[Connection]:
    """One transaction, alone. On SQLite without foreign keys: a table that is made anew is dropped on the way, and
    that would delete whatever refers to it."""
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite and raw is not None:
            raw.execute("PRAGMA foreign_keys=OFF")  # has no effect inside a transaction
        try:
            with connection.begin():  # on SQLite BEGIN IMMEDIATE: the lock
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
                yield connection
        finally:
            if is_sqlite and raw is not None:
                raw.execute("PRAGMA foreign_keys=ON")


def _apply(config: Config, connection: Connection, found: str | None, head: str | None) -> None:
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as e:
        raise UnknownSchema(
            f"its schema {found!r} is not known here (newest known: {head!r}): it was written by another"
            " version of veille; run that version, or start with an empty data folder"
        ) from e


def _check(connection: Connection, before: dict[str, int], removed: frozenset[str]) -> None:
    after = _rows(connection)
    lost = [
        f"{table} ({rows:,} → {after[table]:,})"
        for table, rows in before.items()
        if table in after and after[table] < rows and table not in removed
    ]
    if lost:
        raise RowsLost(f"the upgrade would lose rows of {', '.join(lost)}: nothing was changed; report this")
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
        raise RowsLost(f"the upgrade would leave rows of {broken[0]} without what they refer to: nothing was changed")


def _rows(connection: Connection) -> dict[str, int]:
    """Rows by table; the embedded index in the same file looks after its own."""
    quote = connection.dialect.identifier_preparer.quote
    names = [name for name in inspect(connection).get_table_names() if not name.startswith("index_")]
    return {
        name: int(connection.exec_driver_sql(f"SELECT count(*) FROM {quote(name)}").scalar_one())  # noqa: S608
        for name in names
        if name != "alembic_version"
    }


def _may_remove(directory: ScriptDirectory, found: str | None) -> frozenset[str]:
    scripts = directory.iterate_revisions("head", found or "base")
    return frozenset(table for script in scripts for table in getattr(script.module, "REMOVES_ROWS", ()))

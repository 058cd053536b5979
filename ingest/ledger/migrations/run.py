"""Upgrade to the newest schema, once, whoever comes first."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, text

_LOCK = 7_238_455  # any number of our own: PostgreSQL's advisory locks are numbers


class UnknownSchema(Exception):
    """The database was written by another version of veille, and nothing here leads from its schema to ours."""


def has_schema(engine: Engine) -> bool:
    """True where some version of veille has made its tables."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() is not None


def upgrade(engine: Engine) -> None:
    """Apply what migrations are missing. Workers that start together wait for each other.

    Raises UnknownSchema where the schema is none that this version knows.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    head = ScriptDirectory.from_config(config).get_current_head()
    with engine.connect() as connection:
        if MigrationContext.configure(connection).get_current_revision() == head:
            return
    with engine.begin() as connection:  # on SQLite BEGIN IMMEDIATE: the lock
        _lock(connection)
        if MigrationContext.configure(connection).get_current_revision() != head:
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except CommandError as e:
                found = MigrationContext.configure(connection).get_current_revision()
                raise UnknownSchema(
                    f"its schema {found!r} is not known here (newest known: {head!r}): it was written by another"
                    " version of veille; run that version, or start with an empty data folder"
                ) from e


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})

"""Which schema a database has, and which is the newest: told without Alembic, which most commands never need."""

import re
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

SCRIPTS = Path(__file__).parent
_STATEMENT = re.compile(r"""^(revision|down_revision)\b[^=\n]*= *["']([^"']+)["']""", re.MULTILINE)


class MigrationError(Exception):
    """The schema could not be brought up to date, and nothing was changed."""


class UnknownSchema(MigrationError):
    """The database was written by another version of veille, and nothing here leads from its schema to ours."""


class RowsLost(MigrationError):
    """A migration would have lost rows."""


def has_schema(engine: Engine) -> bool:
    """True where some version of veille has made its tables."""
    with engine.connect() as connection:
        return revision_of(connection) is not None


def revision_of(connection: Connection) -> str | None:
    """The revision that a database is at; None where nothing has been made."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


def newest_revision(scripts: Path = SCRIPTS) -> str:
    """The one that no other follows, read from the files of the migrations."""
    stated: list[tuple[str, str]] = [
        found for file in (scripts / "versions").glob("*.py") for found in _STATEMENT.findall(file.read_text("utf-8"))
    ]
    followed = {revision for name, revision in stated if name == "down_revision"}
    (newest,) = {revision for name, revision in stated if name == "revision"} - followed
    return newest


def upgrade(engine: Engine, scripts: Path = SCRIPTS) -> None:
    """Apply what migrations are missing. Workers that start together wait for each other.

    Raises MigrationError: UnknownSchema where the schema is none that this version knows, RowsLost where rows would go.
    """
    with engine.connect() as connection:
        if revision_of(connection) == newest_revision(scripts):
            return
    from ingest.ledger.migrations.run import migrate  # with Alembic: it takes as long to import as a command to answer

    migrate(engine, scripts)

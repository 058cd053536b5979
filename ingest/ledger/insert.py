"""INSERT … ON CONFLICT: both databases have it, SQLAlchemy has one construct for each."""

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_into(c: Connection, table: Table) -> Any:
    """An insert into a table that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return insert_for(c.dialect.name, table)


def insert_for(dialect: str, table: Table) -> Any:
    """The same for a database by its dialect's name: a statement that is built once is kept by it."""
    return (postgresql if dialect == "postgresql" else sqlite).insert(table)

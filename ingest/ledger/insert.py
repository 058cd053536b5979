"""INSERT … ON CONFLICT: both databases have it, SQLAlchemy has one construct for each."""

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_into(c: Connection, table: Table) -> Any:
    """An insert into a table that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return (postgresql if c.dialect.name == "postgresql" else sqlite).insert(table)

"""Alembic, driven from code: ``open_ledger`` brings the schema up to date."""

from ingest.ledger.migrations.state import MigrationError, RowsLost, UnknownSchema, has_schema, upgrade

__all__ = ["MigrationError", "RowsLost", "UnknownSchema", "has_schema", "upgrade"]

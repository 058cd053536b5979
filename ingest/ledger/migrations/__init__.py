"""Alembic, driven from code: ``open_ledger`` brings the schema up to date."""

from ingest.ledger.migrations.run import UnknownSchema, has_schema, upgrade

__all__ = ["UnknownSchema", "has_schema", "upgrade"]

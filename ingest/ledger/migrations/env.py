"""Alembic's environment: runs on the connection that ``upgrade`` hands over, in its transaction."""

from alembic import context

from ingest.ledger.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()

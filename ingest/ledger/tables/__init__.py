"""The schema, one module a subject. Import this package to have every table in ``METADATA``."""

from ingest.ledger.tables import alerts, articles, desk, feeds, hosts, outlets, runs, sources, stories, websub
from ingest.ledger.tables.base import METADATA

__all__ = [
    "METADATA", "alerts", "articles", "desk", "feeds", "hosts", "outlets", "runs", "sources", "stories", "websub",
]  # fmt: skip

"""Real servers that any test may ask for: one of each a session."""

from collections.abc import Iterator

import pytest

from tests.servers import postgres
from tests.servers.elasticsearch import elasticsearch, es_prefix

__all__ = ["elasticsearch", "es_prefix", "postgres_server"]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Postgres]:
    """One real PostgreSQL for the whole session; each test makes a database of its own in it."""
    with postgres.running() as server:
        yield server

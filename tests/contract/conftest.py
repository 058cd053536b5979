"""Servers and stores that contract tests run against."""

from collections.abc import Iterator

import pytest

from tests.servers import postgres
from tests.servers.elasticsearch import elasticsearch, es_prefix

__all__ = ["elasticsearch", "es_prefix", "ledger_url", "postgres_server"]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Postgres]:
    """One real PostgreSQL for the whole session; each test makes a database of its own in it."""
    with postgres.running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgres"])
def ledger_url(request, tmp_path) -> str:
    """The URL of an empty ledger, on each database in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/ledger.sqlite"
    return request.getfixturevalue("postgres_server").database()

"""Real servers that any test may ask for: one of each a session."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from ingest.outcome import Outcome, StageRun
from ingest.outcome_names import named
from tests.servers import postgres
from tests.servers.elasticsearch import elasticsearch, es_prefix

# xdist's workers are told a width, and Rich would keep it for ever from its first import on.
os.environ.pop("COLUMNS", None)

__all__ = ["elasticsearch", "es_prefix", "postgres_server"]

# A busy machine is no bug: pytest's own timeout bounds the time, not 200 ms an example.
settings.register_profile("veille", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("veille")


@pytest.fixture(scope="session", autouse=True)
def outcomes_have_names() -> Iterator[None]:
    """Whatever a test makes a stage say must stand in the one table of outcomes, and so in the docs."""
    add = StageRun.add

    def checked(run: StageRun, outcome: Outcome) -> None:
        known = named(outcome.stage, outcome.name)
        assert known, f"{outcome.stage.value} says {outcome.name!r}: name it in ingest/outcome_names.py"
        add(run, outcome)

    StageRun.add = checked  # type: ignore[method-assign]
    yield
    StageRun.add = add  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Postgres]:
    """One real PostgreSQL for the whole session; each test makes a database of its own in it."""
    with postgres.running() as server:
        yield server


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nightly", action="store_true", help="also what is marked nightly (make test-all)")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes seconds; left out by `make test FAST=1`")
    config.addinivalue_line(
        "markers", "nightly: has a quicker sibling in `make test`; run by `make test-all` or `-m nightly`"
    )
    config.addinivalue_line("markers", "elasticsearch: speaks to the one real Elasticsearch; never run side by side")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks what speaks to Elasticsearch, and leaves out what is for the night unless it is asked for.

    Some of what speaks to Elasticsearch takes it down for a while: `make test` runs all of that in one process.
    """
    for item in items:
        if "elasticsearch" in item.nodeid or "elasticsearch" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.elasticsearch)
    if config.getoption("--nightly") or "nightly" in (config.getoption("-m") or ""):
        return
    nightly = [item for item in items if item.get_closest_marker("nightly")]
    if nightly:
        config.hook.pytest_deselected(items=nightly)
        items[:] = [item for item in items if not item.get_closest_marker("nightly")]

"""An upgrade that fails at its N-th statement, or at its commit, leaves the ledger as it was; run again, it gets through."""

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import inspect

from ingest.errors import LedgerUnavailable
from ingest.ledger import store
from ingest.ledger.migrations.state import newest_revision, revision_of, upgrade
from ingest.ledger.store import make_engine, open_ledger
from tests import released
from tests.contract.test_upgrades import VERSIONS, _scripts
from tests.faults.injecting import ANSWER_LOST, COMMIT_FULL, DATABASE_GONE, STATEMENT_LOCKED, Fault, Injector

FAULTS = (STATEMENT_LOCKED, DATABASE_GONE, COMMIT_FULL, ANSWER_LOST)


def dump(url: str) -> dict[str, list[str]]:
    """All that a database holds: its tables with their columns, and every row."""
    engine = make_engine(url)
    with engine.connect() as c:
        tables = inspect(c).get_table_names()
        found = {t: sorted(map(str, c.exec_driver_sql(f'SELECT * FROM "{t}"').mappings())) for t in tables}
        columns = {f"{t} has": sorted(k["name"] for k in inspect(c).get_columns(t)) for t in tables}
        revision = {"revision": [str(revision_of(c))]}
    engine.dispose()
    return found | columns | revision


class Old:
    """A ledger of an earlier version, made as often as it is needed."""

    def __init__(self, kind: str, folder: Path, request: pytest.FixtureRequest) -> None:
        self.folder, self.version = folder, VERSIONS[0]
        self.server = request.getfixturevalue("postgres_server") if kind == "postgres" else None
        self.numbers = itertools.count()
        self.scripts = _scripts(folder, upto="0001")

    def fresh(self) -> str:
        there = self.folder / f"trial-{next(self.numbers)}"
        old = released.install(self.version, there)
        if self.server is None:
            return f"sqlite:///{old.data}/veille.sqlite"
        url: str = self.server.database()
        engine = make_engine(url)
        upgrade(engine, self.scripts)
        released.fill(engine, old.rows())
        engine.dispose()
        return url


@pytest.fixture(params=["sqlite", "postgres"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Old:
    return Old(request.param, tmp_path, request)


def fails(old: Old, fault: Fault, nth: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """One upgrade that meets the fault; False if it got through before."""
    url = old.fresh()
    before = dump(url)
    injector = Injector(fault, nth)

    def watched(url: str) -> object:
        engine = make_engine(url)
        injector.watch(engine)
        return engine

    with monkeypatch.context() as patch:
        patch.setattr(store, "make_engine", watched)
        injector.is_armed = True
        with suppress(LedgerUnavailable):
            open_ledger(url).close()
    where = f"{fault.name} at {nth}: {injector.met[:1]}"
    after = dump(url)
    is_upgraded = after["revision"] == [newest_revision()]
    assert is_upgraded or after == before, where
    open_ledger(url).close()
    through = dump(url)
    assert through["revision"] == [newest_revision()], where
    rows = old_rows(before)
    assert {t: n for t, n in old_rows(through).items() if t in rows and t != "alembic_version"} == {
        t: n for t, n in rows.items() if t in through and t != "alembic_version"
    }, where
    return bool(injector.met)


def old_rows(found: dict[str, list[str]]) -> dict[str, int]:
    return {name: len(rows) for name, rows in found.items() if not name.endswith(" has") and name != "revision"}


def numbers(step: int) -> Iterator[int]:
    return itertools.count(1, step)


@pytest.mark.parametrize(
    ("fault", "nth"), [(STATEMENT_LOCKED, 60), (DATABASE_GONE, 140), (COMMIT_FULL, 1), (ANSWER_LOST, 1)]
)
def test_an_upgrade_that_fails_at_some_statement_changes_nothing(
    old: Old, fault: Fault, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fails(old, fault, nth, monkeypatch), "the fault was not met: there are fewer statements"


@pytest.mark.nightly
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_an_upgrade_that_fails_at_any_statement_changes_nothing(
    old: Old, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    met = sum(1 for _ in itertools.takewhile(lambda nth: fails(old, fault, nth, monkeypatch), numbers(1)))
    print(f"{fault.name}: met {met} times")


def test_a_ledger_on_a_full_disk_is_not_upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's own writes: its pages may not grow."""
    old = released.install(VERSIONS[0], tmp_path)
    file = old.data / "veille.sqlite"
    with sqlite3.connect(file) as c:
        pages = c.execute("PRAGMA page_count").fetchone()[0]
    before = dump(f"sqlite:///{file}")
    connect = store._on_sqlite_connect

    def bounded(connection: object, record: object) -> None:
        connect(connection, record)  # type: ignore[arg-type]
        connection.execute(f"PRAGMA max_page_count={pages + 2}")  # type: ignore[attr-defined]

    monkeypatch.setattr(store, "_on_sqlite_connect", bounded)
    with pytest.raises(LedgerUnavailable, match="full"):
        open_ledger(f"sqlite:///{file}")
    monkeypatch.undo()
    assert dump(f"sqlite:///{file}") == before
    open_ledger(f"sqlite:///{file}").close()

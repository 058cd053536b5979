import os
import sqlite3
import stat
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import exc, insert, text, update

from ingest.errors import LedgerUnavailable
from ingest.ledger import clock_repair
from ingest.ledger import feeds as states
from ingest.ledger.status import newest_in_the_future
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.feeds import feeds
from ingest.ledger.tables.runs import meta
from tests.unit.feeds.fakes import feed

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/data/ledger.sqlite")
    yield ledger
    ledger.close()


@pytest.mark.parametrize(
    "message", ["database or disk is full", "database is locked", "database disk image is malformed"]
)
def test_trouble_of_the_database_is_an_error_of_ours_that_names_the_file(ledger, message):
    with pytest.raises(LedgerUnavailable, match=r"ledger\.sqlite") as e, ledger.begin():
        raise exc.OperationalError("INSERT …", {}, sqlite3.OperationalError(message))
    assert message in str(e.value)


def test_a_mistake_of_ours_stays_a_mistake(ledger):
    with ledger.begin() as c:
        c.execute(insert(meta).values(key="k", value=1))
    with pytest.raises(exc.IntegrityError), ledger.begin() as c:
        c.execute(insert(meta).values(key="k", value=2))


def test_a_damaged_file_is_said_where_it_is_read(ledger, tmp_path):
    with pytest.raises(LedgerUnavailable), ledger.read() as c:
        c.execute(text("SELECT * FROM no_such_table"))


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_what_readers_watch_is_nobody_elses(ledger, tmp_path):
    folder, file = tmp_path / "data", tmp_path / "data" / "ledger.sqlite"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_run_with_a_clock_a_year_ahead_is_healed(ledger):
    states.sync_catalogue(ledger, [feed("a")], NOW)
    ahead = NOW + timedelta(days=365)
    with ledger.begin() as c:
        c.execute(update(feeds).values(last_polled_at=ahead, last_success_at=ahead, next_due=ahead, lease_until=ahead))
        assert newest_in_the_future(c, NOW) == ahead
        assert clock_repair.bring_back(c, NOW) == 4
        assert newest_in_the_future(c, NOW) is None
        assert clock_repair.bring_back(c, NOW) == 0
        assert states.due_ids(c, NOW) == ["a"]


def test_a_clock_that_lost_its_date_repairs_nothing(ledger):
    states.sync_catalogue(ledger, [feed("a")], NOW)
    with ledger.begin() as c:
        assert clock_repair.bring_back(c, datetime(1970, 1, 1, 0, 10, tzinfo=UTC)) == 0

"""A ledger that cannot be opened says so in words, never with a traceback of the database's driver."""

import sqlite3
from contextlib import closing

import pytest

from ingest.archive import open_archive
from ingest.errors import ConfigError, LedgerUnavailable
from ingest.ledger.store import open_ledger


def test_a_schema_of_another_version_is_named(tmp_path):
    url = f"sqlite:///{tmp_path}/ledger.sqlite"
    open_ledger(url).close()
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as c:
        c.execute("UPDATE alembic_version SET version_num = 'from-the-future'")
        c.commit()
    with pytest.raises(LedgerUnavailable, match=r"'from-the-future' is not known here.*another version"):
        open_ledger(url)


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "ledger.sqlite").write_text("something else altogether, and long enough to be read as a header")
    with pytest.raises(LedgerUnavailable, match="not a database"):
        open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(LedgerUnavailable, match="data_dir"):
        open_ledger(f"sqlite:///{tmp_path}/file/ledger.sqlite")


@pytest.mark.parametrize("url", ["nonsense", "nosuch://host/x", "oracle://host/hunter2"])
def test_an_address_of_no_database_is_a_configuration_error_that_repeats_nothing_secret(url):
    with pytest.raises(ConfigError, match=r"ledger\.url") as e:
        open_ledger(url)
    assert "hunter2" not in str(e.value)


@pytest.mark.parametrize("target", ["nosuch://bucket/x"])
def test_an_archive_on_an_unknown_kind_of_store(target):
    with pytest.raises(ConfigError, match=r"archive\.target"):
        open_archive(target)

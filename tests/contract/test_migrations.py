"""The migrations make exactly the tables that the code believes in, on both databases."""

import threading

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from ingest.ledger import migrations
from ingest.ledger.migrations.state import newest_revision
from ingest.ledger.store import make_engine, open_ledger
from ingest.ledger.tables import METADATA


def test_migrated_is_what_the_tables_say(ledger_url):
    open_ledger(ledger_url).close()
    engine = make_engine(ledger_url)
    ours = {"include_object": lambda o, name, kind, *_: kind != "table" or name in METADATA.tables}
    with engine.connect() as c:
        context = MigrationContext.configure(c, opts={"compare_type": True, **ours})
        assert compare_metadata(context, METADATA) == []
        assert set(METADATA.tables) <= set(inspect(c).get_table_names())
    engine.dispose()


def test_the_newest_revision_is_the_one_that_alembic_finds():
    assert newest_revision() == ScriptDirectory(migrations.__path__[0]).get_current_head()


def test_workers_that_start_together_migrate_once(ledger_url):
    failures = []

    def start():
        try:
            open_ledger(ledger_url).close()
        except Exception as e:
            failures.append(e)

    threads = [threading.Thread(target=start) for _ in range(6)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert failures == []

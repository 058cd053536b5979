"""Opening the index that the settings name."""

from ingest.clock import Clock, system_clock
from ingest.errors import ConfigError
from ingest.index.protocol import Index
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger.store import Ledger
from ingest.settings import IndexSettings


def open_index(settings: IndexSettings, ledger: Ledger | None, clock: Clock = system_clock) -> Index:
    """The index, set up if it is the embedded one. ``clock`` says what ``now`` in a query means.

    Raises ConfigError if the settings do not fit together.
    """
    if settings.kind == "elasticsearch":
        # its library is a third of what a command would import
        from ingest.index.elasticsearch.index import ElasticsearchIndex

        return ElasticsearchIndex(settings, clock)
    if ledger is None or not ledger.is_sqlite:
        raise ConfigError.of(
            "index.kind", "sqlite lives in the ledger's SQLite file, but the ledger is elsewhere",
            hint='write kind = "elasticsearch" under [index]',
        )  # fmt: skip
    index = SqliteIndex(ledger, settings.prefix, clock)
    index.setup()
    return index

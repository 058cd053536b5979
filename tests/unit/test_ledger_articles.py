from datetime import UTC, datetime

from ingest.ledger import articles
from ingest.ledger.store import open_ledger
from ingest.outcome import Stage

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)


def test_an_empty_ledger_has_nothing_to_claim(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    assert articles.claim(ledger, Stage.FETCH, NOW, limit=5, lease_seconds=60, per_host=2) == []
    ledger.close()

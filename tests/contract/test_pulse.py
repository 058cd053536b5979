"""What the ledger says of the whole watch, on each database."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from ingest.ledger.liveness import droughts
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import articles

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def test_a_language_that_runs_dry_is_seen(ledger_url):
    ledger = open_ledger(ledger_url)
    wanted = [("fr", day, 30) for day in range(1, 9)] + [("ko", day, 25) for day in range(2, 9)]
    with ledger.begin() as c:
        c.execute(insert(articles), [
            {
                "key": f"{language}{day}-{n}", "url": "u", "original_url": "u", "host": "h", "feed_id": "f", "policy": "full",
                "title": "T", "language": language, "state": "indexed",
                "first_seen_at": NOW - timedelta(days=day, hours=-1),
            }
            for language, day, count in wanted for n in range(count)
        ])  # fmt: skip
        assert [(d.language, d.usual, d.found) for d in droughts(c, NOW)] == [("ko", 25.0, 0)]
    ledger.close()

"""The benchmark of growth runs, and what it found to be flat is answered by an index."""

from rich.console import Console
from sqlalchemy import event, insert, text

from bench.growth import measured, table, waiting
from ingest.ledger.articles import claim
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import articles
from ingest.outcome import Stage
from tests.indexes import NOW


def test_every_step_is_measured_and_shown():
    figures = measured(500, repeats=1)
    console = Console(width=80, record=True)
    console.print(table({500: figures, 1000: {step: 2 * cost for step, cost in figures.items()}}))
    shown = console.export_text()
    for step in (
        "claim 32 to fetch",
        "claim 32 to index",
        "newest ten",
        "a word that 20 have",
        "keys, of all",
        "prune 100",
    ):
        assert step in shown
    assert all(cost > 0 for cost in figures.values())
    assert "2.0" in shown


def test_a_claim_to_index_reads_the_queue_in_its_order(tmp_path):
    """Without sorting what waits: a backlog of any length costs a claim the same."""
    ledger = open_ledger(f"sqlite:///{tmp_path}/l.sqlite")
    with ledger.begin() as c:
        c.execute(insert(articles), [{**waiting(n), "state": "fetched"} for n in range(10)])
    asked = []
    event.listen(ledger.engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
    claim(ledger, Stage.INDEX, NOW, limit=3, lease_seconds=60)
    statement, values = next((s, v) for s, v in asked if s.startswith("SELECT"))
    with ledger.read() as c:
        plan = " ".join(str(row) for row in c.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values))
        assert c.execute(text("SELECT count(*) FROM articles WHERE lease_owner IS NOT NULL")).scalar_one() == 3
    ledger.close()
    assert "ix_articles_state_first_seen_at_key" in plan
    assert "TEMP B-TREE" not in plan

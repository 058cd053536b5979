from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ingest.index.document import source_of
from ingest.index.fields import RUNS
from ingest.index.values import flatten
from ingest.ledger import runs
from ingest.ledger.store import open_ledger
from ingest.outcome import Outcome, Stage, StageRun

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)


def a_run(stage=Stage.INDEX, at=NOW):
    run = StageRun(stage, at, ended_at=at + timedelta(seconds=3), claimed=2, lag_seconds=[5.0, 1.0])
    run.counts.update(["indexed", "refused-by-index"])
    run.new = 1
    run.failures.append(Outcome(stage, "b", "refused-by-index", ok=False))
    return run


def test_outcomes_sum_to_what_was_claimed():
    run = a_run()
    assert run.accounted
    assert (run.new, len(run.failures)) == (1, 1)
    run.claimed += 1
    assert not run.accounted


def test_the_newest_run_of_each_stage_is_told(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    runs.record(ledger, a_run(at=NOW - timedelta(hours=1)))
    runs.record(ledger, a_run())
    runs.record(ledger, a_run(Stage.POLL), error="no network")
    with ledger.read() as c:
        last = runs.last(c)
    assert last["index"].started_at == NOW
    assert (last["index"].counts, last["index"].lag_p50) == ({"indexed": 1, "refused-by-index": 1}, 5.0)
    assert last["poll"].error == "no network"
    ledger.close()


def test_a_run_becomes_a_document_without_empty_fields(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    source = source_of(RUNS, runs.record(ledger, a_run(Stage.POLL)))
    assert flatten(source, RUNS), "an unknown field is refused"
    assert (source["seconds"], source["outcomes"]["indexed"]) == (3.0, 1)
    assert "error" not in source
    ledger.close()


def test_small_facts_are_kept_and_replaced(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    with ledger.begin() as c:
        assert runs.get_meta(c, "x") is None
        runs.set_meta(c, "x", {"a": 1})
        runs.set_meta(c, "x", {"a": 2})
        assert runs.get_meta(c, "x") == {"a": 2}
    ledger.close()


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0, 1))
def test_quantiles_are_values_that_were_measured(values, q):
    assert runs.quantile(sorted(values), q) in values

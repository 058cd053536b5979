"""When a new copy may take the old one's place without a person's word."""

from ingest.index.fields import SCHEMAS
from ingest.index.protocol import CopyComparison
from ingest.index.roll_out import EMBEDDED_ARTICLES, SHARD_BYTES, advice, joined, month_advice, size_advice
from ingest.index.schema import DocumentKind
from ingest.operations.rebuild import reasons_to_wait


def test_a_copy_that_has_everything_needs_no_word():
    assert reasons_to_wait(100, 0, CopyComparison(100, 100, 0)) == ()
    assert reasons_to_wait(100, 0, CopyComparison(100, 140, 0)) == ()
    assert reasons_to_wait(0, 0, CopyComparison(0, 0, 0)) == ()


def test_one_odd_document_in_a_thousand_does_not_hold_up_the_rest():
    assert reasons_to_wait(1000, 1, CopyComparison(1000, 1000, 0)) == ()


def test_many_refusals_wait_even_if_the_old_documents_were_taken_over():
    (reason,) = reasons_to_wait(100, 100, CopyComparison(100, 100, 0))
    assert "100 of 100" in reason


def test_a_document_that_would_be_lost_waits():
    (reason,) = reasons_to_wait(1000, 0, CopyComparison(1000, 999, 1))
    assert "1 of 1,000" in reason
    assert reasons_to_wait(0, 0, CopyComparison(1000, 0, 0)) == ("0 documents instead of 1,000",)


def test_status_says_what_to_do_about_other_versions_and_waiting_copies():
    today = {kind: SCHEMAS[kind].version for kind in DocumentKind}
    assert advice(today, ()) == ""
    older = advice({**today, DocumentKind.RUNS: 0}, ())
    assert "pipeline-runs" in older
    assert "rebuild" in older
    assert "newer" in advice({**today, DocumentKind.ARTICLES: 99}, ())
    assert "--confirm" in advice(today, {DocumentKind.MATCHES})


def test_status_says_when_an_index_has_outgrown_its_kind():
    assert size_advice("sqlite", EMBEDDED_ARTICLES) == ""
    assert "Elasticsearch" in size_advice("sqlite", EMBEDDED_ARTICLES + 1)
    assert size_advice("elasticsearch", 10**7, SHARD_BYTES) == ""
    assert "60 GB" in size_advice("elasticsearch", 10**7, 60_000_000_000)
    assert joined("", "a", "", "b") == "a; b"


def test_status_says_where_articles_go_while_their_month_is_not_made():
    assert month_advice("2026.03", ["2026.02", "2026.03", None]) == ""
    assert "2026.02" in month_advice("2026.03", ["2026.01", "2026.02"])
    assert "index setup" in month_advice("2026.03", [None])

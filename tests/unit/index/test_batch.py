"""Queries over a handful of documents in memory answer as the plain reference does; so do both indexes."""

from datetime import timedelta

import pytest
from hypothesis import given, settings

from ingest.index.fields import ARTICLES
from ingest.index.query.batch import DocumentBatch, bits
from ingest.index.query.parse import parse
from tests.indexes import DOCUMENTS, NOW, PRECISION, QUERIES, RECALL, doc, expected, parsed, query_texts

BATCH = DocumentBatch([one.source for one in DOCUMENTS], ARTICLES, NOW)


def found(text: str) -> set[str]:
    return {DOCUMENTS[n].id for n in bits(BATCH.matching(parse(text).root))}


@pytest.mark.parametrize("text", QUERIES)
def test_finds_what_the_reference_finds(text: str) -> None:
    assert found(text) == expected(parse(text), DOCUMENTS)


@settings(max_examples=150, deadline=None)
@given(text=query_texts)
def test_agrees_on_any_query(text: str) -> None:
    query = parsed(text)
    if query is not None:
        assert found(text) == expected(query, DOCUMENTS)


def test_spellings_are_found_here_too() -> None:
    pairs = RECALL + PRECISION
    batch = DocumentBatch([doc(str(n), text).source for n, (_, _, text) in enumerate(pairs)], ARTICLES, NOW)
    hit = [bool(batch.matching(parse(query).root) >> n & 1) for n, (_, query, _) in enumerate(pairs)]
    assert hit == [True] * len(RECALL) + [False] * len(PRECISION)


def test_now_is_the_moment_of_the_look() -> None:
    later = DocumentBatch([one.source for one in DOCUMENTS], ARTICLES, NOW + timedelta(days=2))
    assert later.matching(parse("@timestamp:>now-1d").root) == 0
    assert BATCH.matching(parse("@timestamp:>now-1d").root) == BATCH.all


def test_no_documents_match_nothing() -> None:
    assert DocumentBatch([], ARTICLES, NOW).matching(parse("NOT korea").root) == 0


def test_bits_are_the_places() -> None:
    assert list(bits(0b101001)) == [0, 3, 5]

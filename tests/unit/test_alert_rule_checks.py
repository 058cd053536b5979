"""Rules that can be read and are wrong all the same."""

from datetime import UTC, datetime

import pytest

from ingest.alert.rule_checks import Vocabulary, check_query, ended
from ingest.index.query.parse import parse

NOW = datetime(2026, 11, 25, tzinfo=UTC)
WORDS = Vocabulary.of(["russia-dprk", "ukraine-war"], ["lemonde", "tass"], ["news", "agency"], ["lemonde-world"])


def said(query):
    return [(p.message, p.hint, p.is_error) for p in check_query(parse(query).root, WORDS, NOW)]


@pytest.mark.parametrize(
    ("query", "field", "meant"),
    [
        ("topics:rusia-dprk", "topics", "russia-dprk"),
        ("topics:Russia-DPRK", "topics", "russia-dprk"),
        ("language.code:kr AND 북한", "language.code", "ko"),
        ("outlet.country:UK AND Kim", "outlet.country", "GB"),
        ("Kim AND NOT outlet.id:lemond", "outlet.id", "lemonde"),
        ("outlet.kind:newspaperr", "outlet.kind", ""),
        ("feed.id:lemonde-wrld", "feed.id", "lemonde-world"),
    ],
)
def test_values_that_nothing_here_has_are_errors_with_what_is_meant(query, field, meant):
    ((message, hint, is_error),) = said(query)
    assert message.startswith(f"{field} is never")
    assert is_error
    assert (f"do you mean {meant}?" if meant else "there are: ") in hint


@pytest.mark.parametrize(
    "query", ["topics:russia-dprk AND NOT topics:russia-dprk", "indexed_at:<2020-01-01", "Kim AND NOT *:*"]
)
def test_queries_that_never_match_are_errors(query):
    assert ("nothing can match it", True) in [(m[:20], e) for m, _, e in said(query)]


@pytest.mark.parametrize("query", ["*:*", "NOT football", "topics:tass OR *:*", "NOT football AND NOT tennis"])
def test_queries_that_match_everything_are_named(query):
    assert any(word in m for m, _, _ in said(query) for word in ("everything matches", "nearly everything"))


@pytest.mark.parametrize(
    "query",
    ["topics:russia-dprk", "language.code:(fr OR ko) AND Kim", "Kim AND NOT football", "outlet.country:(KP OR FR)",
     "published.at:>now-7d AND Kim", "indexed_at:>2020-01-01 AND Kim", 'title:"Kim Jong-un"', "labels.desk:asia"],
)  # fmt: skip
def test_good_queries_have_nothing_said_of_them(query):
    assert said(query) == []


def test_a_fixed_range_of_dates_that_is_over_is_named():
    assert ended(parse("corée AND published.at:[2024-01-01 TO 2024-12-31]").root, NOW) is not None
    assert ended(parse("corée AND published.at:[now-7d TO now]").root, NOW) is None

"""Other spellings, typographic quotes and other engines' operators, before any index is asked."""

import pytest

from ingest.errors import QueryError
from ingest.index.query.parse import parse
from ingest.index.query.quotes import plain_quotes
from ingest.index.query.spellings import spellings
from ingest.index.query.tree import Near, Or, Phrase
from ingest.text.tokens import spans, tokens
from tests.indexes import PRECISION, RECALL, doc, expected


@pytest.mark.parametrize(("language", "query", "text"), RECALL)
def test_a_word_is_found_however_it_is_spelled(language: str, query: str, text: str) -> None:
    assert expected(parse(query), [doc("a", text)]) == {"a"}


@pytest.mark.parametrize(("language", "query", "text"), PRECISION)
def test_different_words_stay_different(language: str, query: str, text: str) -> None:
    assert expected(parse(query), [doc("a", text)]) == set()


def test_places_are_those_of_the_text_as_written() -> None:
    text = "Ещё俄羅斯, Putin’s"
    assert [text[s.start : s.end] for s in spans(text)] == ["Ещё", "俄羅", "羅斯", "Putin’s"]
    assert tokens(text) == ["еще", "俄罗", "罗斯", "putin"]


def test_a_phrase_with_many_spellings_is_looked_up_as_written() -> None:
    root = parse('"Müller Müller Müller Müller Müller"').root
    assert isinstance(root, Phrase)
    few = parse('"Müller König"').root
    assert isinstance(few, Or)
    assert len(few.parts) == 4
    near = parse('"Müller Kim"~3').root
    assert isinstance(near, Or)
    assert all(isinstance(part, Near) for part in near.parts)


def test_only_likely_german_words_are_contracted() -> None:
    assert spellings("Koenig") == (("koenig",), ("konig",))
    for word in ("value", "queue", "Boeing", "œuvre", "issues", "heroes", "Noel", "N2aeroe"):
        assert len(spellings(word)) == 1


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("«a b» OR “c”", '"a b" OR "c"'), ("„a“ ”b” »c«", '"a" "b" "c"'), ("「北」『南』", '"北""南"'),
        ('"« a »" «b»', '"« a »" "b"'), ("“a", "“a"), ("a”", "a”"), ("«a \\« b»", '"a \\« b"'), ('“a "b” c"', '“a "b” c"'), ("", ""),
    ],
)  # fmt: skip
def test_typographic_quotes_quote(written: str, plain: str) -> None:
    assert plain_quotes(written) == plain


@pytest.mark.parametrize(
    ("query", "said", "hint"),
    [
        ("a or b", "or is a word here", "OR"), ("a AND not b", "not is a word here", "NOT"), ("kim and putin", "and is a word", "AND"),
        ("kim NEAR/5 putin", "NEAR is not", '"kim putin"~5'), ("kim W/3 putin", "W is not", '"kim putin"~3'),
        ("NEAR(kim, putin)", "NEAR is not", "~10"), ("kim n/2 putin", "n is not", '"kim putin"~2'),
        ("site:lemonde.fr", "no field 'site'", "url.registered_domain"), ("source:afp", "no field 'source'", "outlet.id"),
        ("topic:x", "no field 'topic'", "topics:"), ("lang:fr", "no field 'lang'", "language.code"),
    ],
)  # fmt: skip
def test_other_engines_words_are_refused_with_the_right_one(query: str, said: str, hint: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse(query)
    assert said in refused.value.message
    assert hint in refused.value.hint


@pytest.mark.parametrize("query", ["or", '"a or b"', "title:and", '"kim NEAR/5 putin"', "N AND W", "near", "kim AND W"])
def test_the_same_words_can_be_looked_for(query: str) -> None:
    parse(query)

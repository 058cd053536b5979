"""What cannot be looked up is refused where it stands, with what to write instead; nothing ever crashes."""

import pytest
from hypothesis import example, given, settings

from ingest.errors import QueryError
from ingest.index.query.parse import MAX_CONDITIONS, parse
from tests.indexes import hostile_texts


@pytest.mark.parametrize(
    ("text", "position", "hint"),
    [
        ("", 0, "*:*"),
        ("Kiev~2", 0, "Kyiv OR Kiev"),
        ("a AND /reg.x/", 6, "(a OR b)"),
        ("north AND *korea", 10, "beginning"),
        ("north AND ko?ea", 10, "ko*"),
        ("a^2", 0, "leave out"),
        ("title:a AND titel:b", 12, "title"),
        ("language:fr", 0, "language.code"),
        ("a && b", 2, "AND"),
        ("!putin", 0, "NOT putin"),
        ('say "hello', 4, "close"),
        ("(a OR b", 7, "close"),
        ("a AND", 5, "close"),
        ("a) b", 1, "quote"),
        ("title:(a AND body:b)", 13, "one field"),
        ("title:[a TO b]", 6, "dates"),
        ("@timestamp:yesterday", 11, "2026-03-01"),
        ("@timestamp:[2026-13-01 TO *]", 11, "2026-03-01"),
        ("content.words:many", 14, "300"),
        ("story.is_first:yes", 15, "true"),
        ("a OR +b", 5, "AND"),
        ("—", 0, "letters"),
        ('"…"', 0, "letters"),
        ("k*", 0, "two letters"),
        ("https://example.org/", 0, '"https:'),
        ("a\ud800", 1, "UTF-8"),
    ],
)
def test_refusal_names_place_and_remedy(text: str, position: int, hint: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse(text)
    assert refused.value.position == position
    assert hint in refused.value.hint


def test_size_is_bounded() -> None:
    for text in (
        "(" * 100 + "a" + ")" * 100,
        "NOT " * 50 + "a",
        "a " * 15_000,
        " OR ".join(["a"] * (MAX_CONDITIONS + 1)),
    ):
        with pytest.raises(QueryError):
            parse(text)


@pytest.mark.parametrize(
    ("text", "position"), [("a b", 0), ("x AND (a b)", 7), ("a OR NOT b", 5), ("Kim - Trump", 4), ("Kim Jong-un", 0)]
)
def test_what_is_probably_not_meant_is_noted(text: str, position: int) -> None:
    assert position in [note.position for note in parse(text).notes]


def test_clear_queries_have_no_notes() -> None:
    for text in ('"a b" AND (c OR d) AND NOT e', "nord-coréen*", "+a +b", "-a", "title:(a OR b)"):
        assert parse(text).notes == ()


@settings(max_examples=300, deadline=None)
@given(text=hostile_texts)
@example("now-1d/d" * 3)
@example("@timestamp:[0000-00-00 TO 9999-99-99]")
@example("@timestamp:now-999999y+999999w/M")
@example('"a"~99999999999999999999999')
@example('"a b"~1e5')
@example("a~" + "9" * 400)
@example("content.words:1e999")
@example("\\")
def test_any_text_is_a_query_or_refused(text: str) -> None:
    error = refusal(text)
    if error is not None:
        assert 0 <= error.position <= len(text)
        assert error.hint


def refusal(text: str) -> QueryError | None:
    try:
        parse(text)
    except QueryError as e:
        return e
    return None

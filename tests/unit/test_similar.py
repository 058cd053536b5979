import pytest

from ingest.errors import QueryError
from ingest.operations.similar import split_related


@pytest.mark.parametrize(
    ("query", "rest", "related"),
    [
        ("Kremlin", "Kremlin", None),
        ('related:"aide militaire"', "", "aide militaire"),
        ("related:https://a.example/1", "", "https://a.example/1"),
        ('topics:x AND related:"aide militaire"', "topics:x", "aide militaire"),
        ('related:"aide militaire" AND topics:x', "topics:x", "aide militaire"),
        ("topics:x related:word title:(a OR b)", "topics:x title:(a OR b)", "word"),
        ("unrelated:x", "unrelated:x", None),
    ],
)
def test_what_is_related_stands_beside_the_query(query, rest, related):
    assert split_related(query) == (rest, related)


@pytest.mark.parametrize(
    "query",
    ["related:a related:b", '(x related:"a")', "x OR related:a", "related:a OR x", "NOT related:a"],
)
def test_where_it_cannot_stand_it_is_refused(query):
    with pytest.raises(QueryError):
        split_related(query)

"""The short way through plain text makes the very tokens of the long way, wherever the two meet."""

from hypothesis import example, given
from hypothesis import strategies as st

from ingest.text.tokens import MAX_LENGTH, TokenizedText, _spans, _spans_of_any, spans, tokens

PIECES = st.text(
    st.sampled_from("aBéÀñ_0123''’‘,.;:·-–—«» \n\t\xa0яЖёσΣ€№…ʼ©北한ンกé\u0301\u0308\u200d\ufe0f\u20e3😀🇫🇷#*א\"")
    | st.characters(max_codepoint=0x530),
    max_size=40,
)


@given(PIECES)
@example("l'État’s 1.234,5 a.b:c·d _x_ 3_4 5a6 Ό.1")
@example("x" * MAX_LENGTH + "'" + "y" * 3)
@example("l'" + "z" * (MAX_LENGTH - 1) + " fin")
@example("é" * (3 * MAX_LENGTH))
@example("mot😀 mot 한국a mot©mot n'y_")
def test_plain_and_any_make_the_same_tokens(text: str) -> None:
    assert list(_spans(text)) == list(_spans_of_any(text, 0, len(text)))
    assert tokens(text) == [span.token for span in spans(text)]


@given(PIECES | st.text(st.sampled_from("ab é\u202f\u00ad北ё'\n"), max_size=40), st.data())
@example("«\u202fun mot\u202f» à\u00adcôté", None)
@example("é" * (3 * MAX_LENGTH) + " fin", None)
def test_places_looked_up_are_those_of_all(text: str, data: st.DataObject | None) -> None:
    words, every = TokenizedText(text), spans(text)
    assert words.tokens == [span.token for span in every]
    numbers = list(range(len(every)))
    asked = data.draw(st.lists(st.sampled_from(numbers), max_size=5)) if data and numbers else numbers
    assert words.places(asked) == {n: (every[n].start, every[n].end) for n in asked}

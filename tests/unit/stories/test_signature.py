"""What is read comes from the web: no text may break the reading, and typography may not change it."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.enrich.stories.compare import SameText, compare
from ingest.enrich.stories.normalise import fold_text, repair_encoding
from ingest.enrich.stories.signature import SHORT, Signature, signature, stored
from tests.unit.stories.texts import WIRE

NOW = datetime(2025, 4, 14, 8, 0, tzinfo=UTC)
HOSTILE = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("0123456789.,'’ \n&;«»ÃÂâ€Ð\u00ad\u200b가힣漢カ\u0301")),
    max_size=300,
)


@settings(max_examples=150, deadline=None)
@given(HOSTILE, HOSTILE)
def test_any_text_has_a_signature_that_can_be_stored_and_is_its_own_copy(title, text):
    one = signature(title, text, "fr", NOW)
    assert Signature.from_bytes(one.to_bytes()) == one
    if one.length >= SHORT:
        assert compare(one, one).verdict is SameText.SAME
    compare(one, signature(text, WIRE, None, None))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="éèàçßñöüêîабвёгд漢字가나다", min_size=1, max_size=60))
def test_utf8_read_as_latin_1_is_undone(text):
    garbled = "".join(bytes([b]).decode("cp1252", "replace").replace("\ufffd", chr(b)) for b in text.encode())
    assert repair_encoding(f"Ã© {garbled}").removeprefix("é ") == text


def test_words_that_only_look_garbled_stay():
    for text in ("Âge d'or", "São Paulo, ÉTÉ", "«Я знаю», — сказал он", "naïve façade – où ?"):
        assert repair_encoding(text) == text


def test_figures_have_one_form():
    assert fold_text("14.000 14 000 14\u202f000 14,000 14'000") == " ".join(["14000"] * 5)
    assert fold_text("1,4 1.4 0,25 3.102,5 7h10 à 350㎞") == "1.4 1.4 0.25 3102.5 7 h 10 à 350 km"


def test_what_another_version_stored_is_left_alone():
    assert stored(None) is None
    assert stored(b"\x63" + signature("", WIRE, "fr", NOW).to_bytes()[1:]) is None

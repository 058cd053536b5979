"""The encoder: what it promises of vectors, whatever text it is given."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.enrich.encoder import (
    DIMENSIONS,
    article_vectors,
    cosine,
    from_bytes,
    open_encoder,
    to_bytes,
)

KREMLIN = [
    "Le Kremlin confirme une possible aide militaire à la Corée du Nord",
    "Kremlin confirms possible military aid to North Korea",
    "Кремль подтвердил возможную военную помощь КНДР",
    "크렘린, 북한에 대한 군사 지원 가능성 확인",
    "クレムリン、北朝鮮への軍事支援の可能性を確認",
    "克里姆林宫确认可能向朝鲜提供军事援助",
]
OTHER = "La récolte d'artichauts sera bonne cette année en Bretagne"


@pytest.fixture(scope="module")
def encoder():
    return open_encoder("bundled")


def test_one_statement_in_six_languages_is_nearer_to_itself_than_to_anything_else(encoder):
    *same, other = encoder.encode([*KREMLIN, OTHER])
    alike = [cosine(a, b) for i, a in enumerate(same) for b in same[i + 1 :]]
    unlike = [cosine(a, other) for a in same]
    assert min(alike) > max(unlike) + 0.2


def test_vectors_have_length_one_and_do_not_depend_on_what_is_encoded_beside(encoder):
    alone = encoder.encode(KREMLIN[:1])[0]
    beside = encoder.encode(KREMLIN)[0]
    assert alone.shape == (DIMENSIONS,)
    assert np.linalg.norm(alone) == pytest.approx(1, abs=1e-5)
    assert np.allclose(alone, beside, atol=1e-5)


@pytest.mark.parametrize("text", ["", " ", "7", "…!?", "\x00", "\x00\x00\n", "α", "\ud800", "ελληνικά", "😀😀"])
def test_a_text_without_words_it_has_learnt_has_no_vector(encoder, text):
    assert article_vectors(encoder, text, "").title is None


def test_ten_megabytes_are_read_as_far_as_their_beginning(encoder):
    text = "Une phrase ordinaire sur la météo. " * 300_000
    vectors = article_vectors(encoder, "Météo", text)
    assert cosine(vectors.lead, article_vectors(encoder, "Météo", text[:5000]).lead) == pytest.approx(1, abs=1e-5)


def test_nul_and_broken_characters_are_spaces(encoder):
    broken = article_vectors(encoder, "Kremlin\x00confirms\ud800possible military aid", "")
    whole = article_vectors(encoder, "Kremlin confirms possible military aid", "")
    assert cosine(broken.title, whole.title) == pytest.approx(1, abs=1e-5)


@given(st.text(max_size=200), st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_has_a_vector_of_length_one_or_none(title, text):
    vectors = article_vectors(open_encoder("bundled"), title, text)
    for vector in (vectors.title, vectors.lead):
        assert vector is None or np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)


def test_bytes_keep_the_cosine(encoder):
    a, b = encoder.encode([KREMLIN[0], OTHER])
    assert cosine(from_bytes(to_bytes(a)), from_bytes(to_bytes(b))) == pytest.approx(cosine(a, b), abs=0.01)
    assert len(to_bytes(a)) == DIMENSIONS
    assert from_bytes(to_bytes(None)) is None
    assert from_bytes(b"cut off") is None


def test_switched_off_no_text_has_a_vector():
    off = open_encoder("none")
    assert off.name == ""
    assert article_vectors(off, KREMLIN[0], OTHER).lead is None


def test_an_article_that_two_ask_for_is_encoded_once(encoder):
    class Counting:
        name = "counting"
        texts = 0

        def encode(self, texts):
            self.texts += len(texts)
            return encoder.encode(texts)

    counting = Counting()
    first = article_vectors(counting, "Un titre", "Un texte assez long.")
    second = article_vectors(counting, "Un titre", "Un texte assez long.")
    assert counting.texts == 2
    assert first is second

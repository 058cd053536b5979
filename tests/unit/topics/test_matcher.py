"""The matcher finds in the text what a comparison of token sequences finds."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.enrich.topics.matcher import Matcher
from ingest.enrich.topics.normalise import clean
from ingest.enrich.topics.rules import Concept, Term
from ingest.text.tokens import tokens

TERMS = (
    "Corée du Nord", "nord-coréen*", "Северн* Коре*", "КНДР", "북한", "남북", "朝鲜", "北朝鮮", "Moscou",
    "North Korea", "Kim", "US", "ロシア", "du", "Kim Jong-un", "우리 군", "MSMT", "Straße", "œuvre*", "북 러",
)  # fmt: skip
PIECES = (
    "Corée", "du", "Nord", "nord", "coréen", "coréens", "Северная", "Кореи", "скорее", "КНДР", "북한", "북한의", "남북",
    "朝鲜", "朝鲜蓟", "俄", "俄方", "访俄", "北朝鮮", "Moscou", "North", "Korea", "Kim", "Jong-un", "US", "us", "ロシア軍",
    "우리", "군", "MSMT", "Strasse", "STRASSE", "Straße", "œuvre", "oeuvres", "북", "러", "un", "Jong", "KOREA", "NORD",
)  # fmt: skip


@cache
def matcher(term: str) -> Matcher:
    return Matcher([Concept("c", (Term(term, None),))])


def found(term: str, text: str) -> bool:
    return any(True for _ in matcher(term).find(clean(text).folded, None))


def by_tokens(term: str, text: str) -> bool:
    """The plain way: the tokens of the term, one by one, at every place of the tokens of the text."""
    wanted = [(t, p.endswith("*") and t is made[-1]) for p in term.split() for made in [_tokens(p)] for t in made]
    have = _tokens(text)
    return any(
        all(h.startswith(w) if open_end else h == w for h, (w, open_end) in zip(have[i:], wanted, strict=False))
        for i in range(len(have) - len(wanted) + 1)
    )


def _tokens(text: str) -> list[str]:
    return tokens(clean(text).folded)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.sampled_from(["", " ", " ", ", ", "-", "\u00a0"]))
@settings(max_examples=100, deadline=None)
def test_as_token_sequences_do(pieces: list[str], joiner: str) -> None:
    text = joiner.join(pieces)
    for term in TERMS:
        assert found(term, text) == by_tokens(term, text), (term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Kim", "Kim's words"),
        ("Kim", "l’ami de Kim"),
        ("ICBM", "ICBM을 발사"),
        ("ICBM", "ＩＣＢＭ 재진입"),
        ("북 러", "북·러 정상"),
        ("Corée du Nord", "Core\u0301e du\u202fNord"),
        ("Corée du Nord", "Co\u00adrée du Nord"),
        ("Corée du Nord", "Cor&eacute;e&nbsp;du Nord"),
        ("Северн* Коре*", "в СЕВЕРНОЙ КОРЕЕ"),
        ("朝鲜", "朝鮮"),
        ("ミサイル", "ﾐｻｲﾙ"),
        ("俄*", "访俄"),
        ("俄*", "俄方"),
        ("서울", "\u1109\u1165\u110b\u116e\u11af"),
    ],
)
def test_finds(term: str, text: str) -> None:
    assert found(term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("коре*", "скорее"),
        ("Kim", "Kimberley"),
        ("러", "러시아"),
        ("俄", "俄方"),
        ("North Korea", "North. A long way. Korea"),
        ("朝鲜", "朝 鲜"),
        ("우리 군", "우리군"),
    ],
)
def test_does_not_find(term: str, text: str) -> None:
    assert not found(term, text)


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_every_place_leads_back_into_the_original(text: str) -> None:
    made = clean(text)
    assert len(made.plain) == len(made.folded)
    assert made.back is None or (len(made.back) == len(made.plain) + 1 and list(made.back) == sorted(made.back))
    assert made.back is not None or made.plain == text

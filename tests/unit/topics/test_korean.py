"""Korean terms are words: at the beginning of a run, or behind nouns."""

from pathlib import Path

import pytest

from ingest.enrich.topics import Tagger
from ingest.enrich.topics.inner_words import inner_words, words_of
from ingest.enrich.topics.korean import KoreanWords
from ingest.enrich.topics.rules import Concept, Rulebook, Signal, Term, Topic

TERMS = ("평양", "라진", "대화", "제재", "미사일", "도로")


def found(text: str) -> set[str]:
    concepts = tuple(Concept(t, (Term(t, "ko"),)) for t in TERMS)
    topics = tuple(Topic(t, t, (Signal(any=(t,)),)) for t in TERMS)
    return {hit.topic for hit in Tagger(Rulebook(concepts, topics)).tag(text, "", "ko")}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("평양의 봄", {"평양"}),
        ("남북대화 재개", {"대화"}),
        ("대북제재 위반", {"제재"}),
        ("대륙간탄도미사일 발사", {"미사일"}),
        ("北미사일 발사", {"미사일"}),
        ("러 태평양함대 훈련", set()),
        ("남태평양 섬에서", set()),
        ("사라진 반려견, 빨라진 개화", set()),
        ("공장 현대화에 나선 러시아", set()),
        ("언론 보도로 알려져", set()),
    ],
)
def test_a_term_counts_where_a_word_can_begin(text: str, terms: set[str]) -> None:
    assert found(text) == terms


def test_words_of_the_rules_make_compounds_too() -> None:
    assert not KoreanWords().begins_word("갈마산대화", 3, 5)
    assert KoreanWords(["갈마산"]).begins_word("갈마산대화", 3, 5)


def test_the_desk_rules_take_no_pacific_for_pyongyang(desk: Tagger) -> None:
    assert not desk.tag("아시아·태평양 경제협력체 회의", "러시아와 태평양 국가 장관이 경제협력을 논의했다.", "ko")


@pytest.fixture(scope="module")
def desk() -> Tagger:
    from ingest.enrich.topics import load_topics

    return load_topics(Path(__file__).parents[3] / "config/topics.yaml", encoder="none")


def test_check_names_terms_inside_common_words() -> None:
    book = Rulebook((Concept("talks", (Term("대화", "ko"),)), Concept("sea", (Term("바다", "ko"),))), ())
    assert ("talks", "대화", "남북대화") in [(i.concept, i.term, i.word) for i in inner_words(book, ["남북대화"])]
    assert "현대화" not in {i.word for i in inner_words(book)}, "what is no word there is not found, so not named"


def test_words_of_a_text_are_its_frequent_runs() -> None:
    assert words_of("남북대화 " * 3 + "태평양에") == ["남북대화"]


def test_a_body_behind_the_name_of_its_owner_is_not_ours() -> None:
    concepts = (
        Concept("usa", (Term("美", "ko"), Term("미국", "ko"))),
        Concept("body", (Term("정부", "ko"),), unowned=("usa",)),
    )
    tagger = Tagger(Rulebook(concepts, (Topic("t", "t", (Signal(any=("body",)),)),)))
    assert not tagger.tag("인텔, 美 정부 투자로 흑자", "미국의 정부는", "ko")
    assert tagger.tag("정부, 美 투자 발표", "", "ko")

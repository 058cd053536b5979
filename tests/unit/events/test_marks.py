import pytest

from ingest.enrich.events.marks import Mark, marks_of
from ingest.enrich.stories.normalise import fold_text
from ingest.enrich.stories.roundups import is_about_many


@pytest.mark.parametrize(
    ("title", "marks"),
    [
        ("주북 中대사관 승전기념식에 최룡해 참석(종합)", Mark.UPDATE),
        ("트럼프 김정은이 연락하면 만나고 싶다(종합3보)", Mark.UPDATE),
        ("UPDATE 2-Kremlin confirms aid", Mark.UPDATE),
        ("Le Kremlin confirme (actualisé)", Mark.UPDATE),
        ("Opinion | The Case for Waiting", Mark.COMMENT),
        ("EDITORIAL: Rooting out fraud", Mark.COMMENT),
        ("[특파원 시선] 우리버전의 한국이야기", Mark.COMMENT),
        ("Analyse : ce que change le traité", Mark.COMMENT),
        ("Le Kremlin confirme une aide militaire", Mark.NONE),
        ("The opinion of the court was read on Monday", Mark.NONE),
        ("", Mark.NONE),
    ],
)
def test_a_headline_says_what_kind_of_article_it_is(title, marks):
    assert marks_of(title) == marks
    assert marks_of(fold_text(title)) == marks


@pytest.mark.parametrize(
    "title",
    ["‘Historic moment’ in ties; scientist deaths: daily highlights", "Five Takeaways From the Mayoral Debate",
     "The Papers: 'A new dawn'", "Press review: Moscow waits", "What to Know Ahead of the Summit", "[북한단신] 축전",
     "[게시판] 세미나", "Weekly quiz: what happened?"],
)  # fmt: skip
def test_a_digest_is_about_many(title):
    assert is_about_many(title, "")


def test_a_digest_on_one_line_is_about_many():
    text = "Catch up on our stories. 1. Talks are ‘historic’ Wang says so. 2. Two scientists die Both fell. 3. Ships meet At sea."
    assert is_about_many("Good morning", text)
    assert not is_about_many(
        "Parliament votes", "Article 1. of the law and article 2. of it were voted, version 3.2 came."
    )

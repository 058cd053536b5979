"""Datelines, genres and venues: what says nothing of the subject."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.enrich.place_role import LONGEST, dateline_end, genre, is_venue


@pytest.mark.parametrize(
    ("dateline", "text"),
    [
        ("(서울=연합뉴스) 박수윤 기자 = ", "북한은 5일"),
        ("(도쿄=연합뉴스) 김일남 특파원 = ", "일본 정부는"),
        ("PARIS, 3 mai (AFP) - ", "La Russie"),
        ("Berlin (dpa) - ", "Der Kanzler"),
        ("(Reuters) - ", "North Korea"),
        ("MOSCOW, August 2. /TASS/. ", "Russia and the DPRK"),
        ("ПХЕНЬЯН, 5 мая. /ТАСС/. ", "Делегация прибыла"),
        ("МОСКВА, 2 авг — РИА Новости. ", "Россия"),
        ("SEOUL, South Korea — ", "The court"),
        ("【ソウル時事】", "韓国軍は"),
        ("新华社平壤5月5日电（记者李某）", "朝鲜外务相"),
        ("", "North Korea (DPRK) - the country"),
        ("", "Seoul said it would talk (AP had reported it) - and did"),
    ],
)
def test_a_dateline_ends_where_the_news_begins(dateline: str, text: str) -> None:
    assert dateline_end(dateline + text) == len(dateline)


@given(st.text(max_size=300))
def test_a_dateline_is_short_whatever_the_text(text: str) -> None:
    assert 0 <= dateline_end(text) <= min(len(text), LONGEST)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("[북한날씨] 대체로 흐림", "weather"),
        ("[게시판] 통일교육원 전시회", "notice"),
        ("[부고] 김아무개씨 별세", "obituary"),
        ("Nachruf: Ein Diplomat", "obituary"),
        ("Quiz: how well do you know Korea?", "quiz"),
        ("[속보] 북한 미사일 발사", None),
        ("Seoul: talks begin", None),
        ("", None),
    ],
)
def test_a_genre_is_said_by_the_title(title: str, kind: str | None) -> None:
    assert genre(title) == kind


@pytest.mark.parametrize(
    ("text", "name", "venue"),
    [
        ("takeaways from the Xi-Trump summit in South Korea", "South Korea", True),
        ("le sommet Xi-Trump à Séoul", "Séoul", True),
        ("경주에서 열린 정상회의", "경주", True),
        ("South Korea and Japan meet", "South Korea", False),
        ("ties with South Korea", "South Korea", False),
    ],
)
def test_a_venue_is_written_as_a_place(text: str, name: str, venue: bool) -> None:
    at = text.index(name)
    assert is_venue(text, at, at + len(name)) is venue

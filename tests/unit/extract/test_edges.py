"""Pages that mark nothing: the menu, the date line and the links around the article are told by their own shape."""

import pytest

from ingest.extract.blocks.page_frame import is_closing, is_date_line, is_menu
from ingest.extract.read import read_page
from tests.unit.extract.made_pages import MORE, PROSE, TITLE

SECTIONS = {
    "en": ["News", "World", "Business", "Weather"],
    "fr": ["À la une", "Monde", "Économie", "Météo"],
    "de": ["Nachrichten", "Welt", "Wirtschaft", "Wetter"],
    "ru": ["Новости", "В мире", "Экономика", "Погода"],
    "ko": ["뉴스", "세계", "경제", "날씨"],
    "ja": ["ニュース", "国際", "経済", "天気"],
}
DATES = {
    "en": "28/04/2025 09:30 / Harbour staff",
    "fr": "28 avril 2025 à 12h55 / AH",
    "de": "28.04.2025, 12:55 Uhr",
    "ru": "28.04.2025 09:00 / Иван Причалов",
    "ko": "입력 2025-04-28 09:30",
    "ja": "2025年4月28日 9時30分",
}

STATED = "<meta name=date content=2025-04-28>"
"""Else the date is searched for, and the parser of dates in words takes 2 s to load."""


def bare(language: str, paragraphs: list[str]) -> bytes:
    menu = " | ".join(f'<a href="/{i}">{x}</a>' for i, x in enumerate(SECTIONS[language]))
    text = "".join(f"<p>{p}\n" for p in paragraphs)
    return (
        f"<html><head><title>{TITLE[language]}</title><meta charset=utf-8>{STATED}</head><body><p><a href='/'>Post</a> | {menu} |</p>"
        f"<hr><h2>{TITLE[language]}</h2><p><small>{DATES[language]}</small></p>{text}<hr>"
        f"<p>Read more: <a href=/x>{TITLE[language]} (2)</a></p><p><small>© Harbour Post. All rights reserved.</small></p>"
    ).encode()


@pytest.mark.parametrize("language", SECTIONS)
def test_only_the_articles_words_are_kept(language: str) -> None:
    paragraphs = [f"({i}) {PROSE[language]}{MORE[language]}".strip() for i in range(4)]
    reading = read_page(bare(language, paragraphs), url="https://www.post.example/a.htm")
    assert reading.text.split("\n\n") == paragraphs


def test_a_text_of_short_lines_keeps_its_lines() -> None:
    lines = [f"The ferry will sail again in week {i}." for i in range(20, 26)]
    assert read_page(bare("en", lines), url="https://www.post.example/a.htm").text.split("\n\n") == lines


@pytest.mark.parametrize(
    "text",
    ["On 28 April 2025 the ministers met.", "Seoul, 28 April 2025 — The ministers of both countries met on the quay and", "At 9:30 sharp"],
)  # fmt: skip
def test_sentences_with_dates_are_no_date_lines(text: str) -> None:
    assert not is_date_line(text)


def test_text_with_bars_or_a_link_is_no_menu() -> None:
    assert not is_menu("Home | World | Sport", 0)
    assert not is_menu("The full report is here", 20)
    assert is_menu("Home | World | Sport", 14)


def test_prose_that_speaks_of_rights_or_reading_stays() -> None:
    assert not is_closing("Copyrighted works were " * 20, 0)
    assert not is_closing("Read more books, said the minister.", 4)

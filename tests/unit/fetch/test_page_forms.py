"""Other forms of a page, on phones' hosts or as AMP: one article only where a page of the same publisher says so."""

from datetime import UTC, datetime

import pytest

from ingest.fetch.aliases import aliases
from ingest.http.response import Response
from ingest.rights.page_head import read_head
from ingest.urls import canonical, url_key

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HERE = "https://www.example.fr/monde/2026/11/24/moscou-confirme-une-aide_61234.html"
PHONE = HERE.replace("www.", "m.")


def told(head: str, url: str = HERE) -> list[tuple[str, str]]:
    answer = Response(url, url, 200, (("content-type", "text/html"),), b"", (), NOW, 0.1)
    page = read_head(f"<html><head>{head}</head><body>".encode(), "veille")
    return [(a.url, a.why) for a in aliases(url, url_key(canonical(url)), answer, page)]


@pytest.mark.parametrize(("head", "other", "why"), [
    (f'<link rel="amphtml" href="{HERE.replace("www.", "amp.")}">', HERE.replace("www.", "amp."), "amphtml"),
    (f'<link rel=amphtml href="{HERE.replace("/monde", "/amp/monde")}">', HERE.replace("/monde", "/amp/monde"), "amphtml"),
    ('<link rel="amphtml" href="https://amp.example.fr/a/moscou-confirme-une-aide_61234.html">',
     "https://amp.example.fr/a/moscou-confirme-une-aide_61234.html", "amphtml"),
    (f'<link rel="alternate" media="only screen and (max-width: 640px)" href="{PHONE}">', PHONE, "mobile"),
    (f'<link media="handheld" rel="alternate" href="{HERE.replace("www.", "mobile.")}">', HERE.replace("www.", "mobile."), "mobile"),
])  # fmt: skip
def test_a_page_names_its_other_forms(head, other, why):
    assert told(head) == [(canonical(other), why)]


def test_the_page_on_the_phones_host_names_the_main_one():
    assert told(f'<link rel="canonical" href="{HERE}">', PHONE) == [(canonical(HERE), "canonical")]


def test_nothing_is_one_by_its_address_alone():
    assert told("<title>Moscou confirme</title>", PHONE) == []


@pytest.mark.parametrize("head", [
    '<link rel="amphtml" href="https://m.evil.example/monde/2026/11/24/moscou-confirme-une-aide_61234.html">',
    f'<link rel="alternate" media="handheld" href="{PHONE.replace("example.fr", "evil.example")}">',
    '<link rel="amphtml" href="https://www.example.fr/amp/autre-sujet-de-la-veille_60001.html">',  # of another article
    '<link rel="amphtml" href="https://amp.example.fr/">',
    f'<link rel="alternate" hreflang="en" href="{HERE.replace("monde", "world")}">',
    '<link rel="amphtml" href="">',
    '<link rel="amphtml" href="http://[">',
])  # fmt: skip
def test_neither_another_publisher_nor_another_article_is_a_form_of_it(head):
    assert told(head) == []

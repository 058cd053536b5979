"""Versions of a page: what it said before, and what differs."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from ingest.archive.records import ArchivedPage
from ingest.ledger import page_versions
from ingest.ledger.tables.articles import articles
from tests.fakes.newsdesk import NOW, key_of

KEY = key_of("aide")
PARAGRAPHS = (
    "Le porte-parole du Kremlin a déclaré mardi que la Russie pourrait fournir une aide militaire à la Corée du Nord.",
    "Le traité de partenariat signé en 2024 prévoit une assistance mutuelle en cas d'agression, a-t-il rappelé.",
    "Séoul a dit suivre la situation de près et se concerter avec ses alliés, sans faire d'autre commentaire ce jour.",
)


def page_saying(title: str, *paragraphs: str) -> bytes:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<html lang='fr'><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


@pytest.fixture
def revised(ws):
    """An article whose page was fetched twice, and had another figure and an outlet's markup the second time."""
    versions = (
        page_saying("Le Kremlin confirme une aide", *PARAGRAPHS),
        page_saying("Le Kremlin dément une aide", *PARAGRAPHS[:2], "Séoul <b>&lt;script&gt;alert(1)&lt;/script&gt;</b> " + PARAGRAPHS[2]),
    )  # fmt: skip
    moments = (NOW - timedelta(hours=2), NOW - timedelta(hours=1))
    headers = (("content-type", "text/html; charset=utf-8"),)
    url = "https://gazette.example/aide"
    old, new = ws.archive.write_many(
        [ArchivedPage(url, 200, headers, body, at) for body, at in zip(versions, moments, strict=True)]
    )
    with ws.ledger.begin() as c:
        page_versions.keep(c, KEY, old, moments[0])
        values = {"archive_ref": str(new), "fetched_at": moments[1], "revision": 1}
        c.execute(update(articles).where(articles.c.key == KEY).values(values))


def test_the_last_two_versions_are_compared_word_by_word(revised, reader):
    html = reader.get(f"/article/{KEY}/revisions").text
    assert "<del>confirme</del><ins>dément</ins>" in html
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html
    again = reader.get(f"/article/{KEY}/revisions?a=2&b=1", headers={"accept-language": "fr"}).text
    assert "<del>dément</del><ins>confirme</ins>" in again
    assert "Versions de cette page" in again


def test_story_and_article_lead_to_them(revised, reader):
    for path in (f"/story/{key_of('wire')}", f"/article/{KEY}"):
        assert f'href="/article/{KEY}/revisions"' in reader.get(path).text


def test_a_version_that_the_archive_lost_is_named(ws, revised, reader):
    with ws.ledger.begin() as c:
        page_versions.forget(c, KEY)
        lost = page_versions.ArchiveRef("gone.warc.gz", 0, 10)
        page_versions.keep(c, KEY, lost, NOW - timedelta(hours=3))
    answer = reader.get(f"/article/{KEY}/revisions")
    assert answer.status_code == 200
    assert "This version cannot be read: archive" in answer.text


def test_one_version_or_headlines_only_have_nothing_to_compare(ws, revised, reader):
    assert "no other version" in reader.get(f"/article/{key_of('weather')}/revisions").text
    with ws.ledger.begin() as c:
        c.execute(update(articles).where(articles.c.key == KEY).values(policy="headline"))
    assert "no other version" in reader.get(f"/article/{KEY}/revisions").text
    assert reader.get("/article/unknown/revisions").status_code == 404
    assert reader.get(f"/article/{KEY}/revisions?a=0").status_code == 422

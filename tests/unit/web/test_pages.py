"""Every page answers; nothing of an outlet's runs; what readers do is kept."""

import re

import pytest

from ingest.defaults import packaged
from ingest.feeds.catalogue import load_catalogue
from ingest.ledger import desk as people
from ingest.web import boards
from ingest.web.render import coded
from tests.fakes.newsdesk import Piece, key_of, make_eventful, publish

STORY = key_of("wire")
PAGES = [
    "/", "/?view=new&order=latest&days=7", "/?topic=korea&q=Kremlin", "/search", "/search?q=Kremlin",
    "/search?q=Kremlin&group=stories&from=2026-03-01&to=2026-03-10", f"/story/{STORY}", f"/article/{key_of('aide')}",
    f"/story/{STORY}/compare?a={key_of('aide')}&b={key_of('copie')}", "/why", "/feeds", "/feeds/gazette", "/feeds/add",
    "/status", "/account",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_answers(reader, path, language):
    answer = reader.get(path, headers={"accept-language": language})
    assert answer.status_code == 200, answer.text[:2000]
    assert f'<html lang="{language}"' in answer.text


@pytest.mark.parametrize("path", ["/", "/search?q=*:*", f"/story/{key_of('hostile')}", f"/article/{key_of('hostile')}"])
def test_nothing_of_an_outlets_becomes_markup(reader, path):
    html = reader.get(path).text
    assert "onerror=alert(1)" in html  # it is shown …
    assert "<img src=x" not in html  # … as text
    assert "<script>alert" not in html
    assert 'href="javascript:' not in html
    assert "{{ 7*7 }}" in html or "49" not in re.sub(r"\d{3,}", "", html) or path != "/search?q=*:*"


def test_one_happening_is_one_line_in_the_readers_language(reader):
    english = reader.get("/", headers={"accept-language": "en"}).text
    french = reader.get("/", headers={"accept-language": "fr"}).text
    assert english.count("Kremlin confirms aid</a>") == 1
    assert "Le Kremlin confirme une aide militaire</a>" not in english
    assert french.count("Le Kremlin confirme une aide militaire</a>") == 1


def test_what_was_read_is_seen_and_what_is_muted_is_gone(reader):
    assert f'class="item new" id="i-{STORY}"' in reader.get("/").text
    reader.get(f"/story/{STORY}")
    assert f'class="item seen" id="i-{STORY}"' in reader.get("/").text
    assert STORY not in reader.get("/?view=new").text
    reader.submit(f"/story/{STORY}/mute")
    assert STORY not in reader.get("/").text
    assert STORY in reader.get("/?view=muted").text
    reader.submit(f"/story/{STORY}/mute")
    assert STORY in reader.get("/").text


def test_marks_are_ones_own_but_notes_and_acknowledgement_are_everybodys(reader, editor):
    reader.submit(f"/story/{STORY}/keep")
    reader.submit(f"/story/{STORY}/acknowledge")
    reader.submit(f"/story/{STORY}/note", text="called the <embassy>")
    seen = editor.get(f"/story/{STORY}").text
    assert "acknowledged by reader" in seen
    assert "called the &lt;embassy&gt;" in seen
    assert STORY not in editor.get("/?view=kept").text
    assert STORY in reader.get("/?view=kept").text


def test_a_mark_survives_that_its_event_gets_another_name(reader, ws):
    reader.submit(f"/story/{STORY}/keep")
    from sqlalchemy import update

    from ingest.ledger.tables.stories import stories

    with ws.ledger.begin() as c:
        c.execute(update(stories).where(stories.c.id == STORY).values(event_id="another"))
    assert STORY in reader.get("/?view=kept").text


def test_filters_and_queries_choose_happenings(reader):
    assert STORY in reader.get("/?country=GB").text
    assert STORY not in reader.get("/?country=KR").text
    assert STORY not in reader.get("/?q=Seoul").text
    assert "not a field" in reader.get("/?q=nosuch:x").text or "there is no field" in reader.get("/?q=nosuch:x").text


def test_an_error_in_a_query_stands_at_its_position(reader):
    html = reader.get("/search", params={"q": "Kremlin AND (aid"}).text
    assert 'id="query-error"' in html
    assert "the query ends too early" in html


def test_copies_are_compared_word_by_word(reader):
    html = reader.get(f"/story/{STORY}/compare?a={key_of('aide')}&b={key_of('copie')}").text
    assert "<ins>, dit-on à Moscou</ins>" in html
    assert "<del> militaire</del>" in html


def test_why_leads_from_an_address_to_its_story_and_says_never_seen(reader):
    found = reader.get("/why", params={"u": "https://courier.example/aid"}, follow_redirects=False)
    assert found.status_code == 404  # the address was never seen: its key is not one of ours
    assert "No feed has carried this article." in found.text
    page = reader.get(f"/article/{key_of('aid')}").text
    assert "its query does not fit" in page or "it fits" in page


def test_a_page_that_is_not_there_says_so(reader):
    assert reader.get("/story/nosuch").status_code == 404
    assert reader.get("/nosuch").status_code == 404


def test_a_pack_is_added_once_and_brings_what_the_catalogue_says_of_its_feeds(editor, reader, ws):
    assert 'action="/feeds/packs"' not in reader.get("/feeds/add").text  # who may not, is not offered it
    assert 'value="dprk"' in editor.get("/feeds/add").text
    for _ in range(2):
        assert editor.submit("/feeds/packs", name="dprk").status_code == 303
    bundled = {f.url: f for f in load_catalogue(packaged("config") / "feeds.yaml").feeds if "dprk" in f.tags}
    now = load_catalogue(ws.settings.config_dir / "feeds.yaml").feeds
    added = {f.url: f for f in now if f.url in bundled}
    assert len(added) == len(bundled) == len(now) - 3
    for url, feed in added.items():
        known = bundled[url]
        assert (feed.outlet, feed.country, feed.language, feed.policy, feed.tags) == (
            known.outlet, known.country, known.language, known.policy, known.tags,
        )  # fmt: skip
    assert 'value="dprk"' not in editor.get("/feeds/add").text
    assert editor.submit("/feeds/packs", name="nosuch").status_code == 422


def test_a_feed_is_let_out_of_quarantine_by_an_editor_and_what_its_site_names_is_offered(editor, ws):
    make_eventful(ws, "gazette", "courier", "ilbo")
    assert "/feeds/courier/release" in editor.get("/feeds/courier").text
    assert editor.submit("/feeds/courier/release").status_code == 303
    assert "/feeds/courier/release" not in editor.get("/feeds/courier").text
    with ws.ledger.read() as c:
        assert people.audit_lines(c)[0].action == "feed-release"
    assert "/feeds/add?url=https%3A%2F%2Filbo.example%2Fnew" in editor.get("/feeds/ilbo").text


def test_what_stands_between_backticks_is_code_and_never_markup():
    assert coded("run `veille <b>`, then") == "run <code>veille &lt;b&gt;</code>, then"
    assert coded("an odd ` <i>") == "an odd ` &lt;i&gt;"


def test_of_many_copies_some_are_listed_and_all_on_demand(reader, ws):
    publish(ws, [Piece(f"c{n}", f"Copie {n}", story="many", outlet=f"o{n}", minutes=n) for n in range(60)])
    path = f"/story/{key_of('many')}"
    assert reader.get(path).text.count('href="/article/') < 40
    assert "35 more copies of this text" in reader.get(path).text
    assert reader.get(f"{path}?all=1").text.count("<tr id=") == 60


def test_a_cloud_of_tags_is_of_the_newest_articles_and_says_so(reader, ws, monkeypatch):
    monkeypatch.setattr(boards, "_OF_CLOUD", 10)
    publish(ws, [Piece(f"t{n}", "T", minutes=60 * n, tags=("new" if n < 8 else "old",)) for n in range(40)])
    html = reader.get("/dashboards/overview?days=7").text
    assert re.search(r"Of the newest 1\d articles", html)
    assert ">new</a>" in html
    assert "Of the newest" not in reader.get("/dashboards/peninsula?days=7").text

"""The newsroom's copy and its printing, without a server."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from ingest.demo import press
from ingest.demo.content import Outlet, Piece, load_outlets
from ingest.demo.newsroom import Newsroom
from ingest.demo.replies import Reply, choose, is_fresh, with_validators


def outlet(id: str) -> Outlet:
    return next(o for o in load_outlets() if o.id == id)


def piece(outlet: Outlet, slug: str) -> Piece:
    return next(p for p in outlet.pieces if p.slug == slug)


def test_there_is_enough_of_everything() -> None:
    outlets = load_outlets()
    told = [p for o in outlets for p in o.pieces if not (p.page or p.no_link)]
    assert len(outlets) >= 14
    assert len(told) >= 66
    assert {o.language for o in outlets if o.pieces} == {"fr", "en", "ru", "ko", "ja", "zh", "de", "es"}
    assert {o.feed.format for o in outlets} == {"rss2", "rdf", "atom", "json"}
    assert {o.style for o in outlets} == {"jsonld", "opengraph", "microdata", "cms", "bare"}
    assert all(o.host.endswith(".example") for o in outlets)


def test_every_piece_is_an_article_of_several_paragraphs() -> None:
    for o in load_outlets():
        for p in o.pieces:
            if not (p.page or p.no_link):
                long_enough = (
                    p.words >= 100 or sum(map(len, p.paragraphs)) >= 280
                )  # Chinese and Japanese have no spaces
                assert long_enough, (o.id, p.slug)
                assert 4 <= len(p.paragraphs) <= 6, (o.id, p.slug)


def test_four_outlets_run_the_wire_copy() -> None:
    wire = [(o.id, p) for o in Newsroom().outlets() for p in o.pieces if p.wire]
    assert [id for id, _ in wire] == ["courrier-laurentides", "fil-littoral", "gazette-rhone", "observateur-soir"]
    assert len({p.title for _, p in wire}) == 4
    assert len({p.paragraphs for _, p in wire}) == 3  # one cuts the end, one has its own dateline


def test_an_editor_changes_what_the_second_edition_prints() -> None:
    gazette = outlet("gazette-rhone")
    before = piece(gazette, "pont-de-la-mulatiere-chantier")
    after = before.second_edition()
    assert before.edited is not None
    assert after.title == before.edited.title
    assert after.updated == datetime(2025, 4, 28, 14, 20, tzinfo=UTC)
    text = "\n\n".join(after.paragraphs)
    assert all(new in text and old not in text for old, new in before.edited.replace)


def test_the_second_edition_has_one_more_copy() -> None:
    editions = [{(o.id, p.slug) for o in Newsroom(n).outlets() for p in o.pieces} for n in (1, 2)]
    assert editions[1] - editions[0] == {("tribune-leman", "kremlin-aide-coree-du-nord")}
    assert not editions[0] - editions[1]


def test_a_shift_moves_every_date_and_nothing_else() -> None:
    week = timedelta(days=7)
    for o, moved in zip(Newsroom().outlets(), Newsroom(shift=week).outlets(), strict=True):
        assert o == moved
        for p, q in zip(o.pieces, moved.pieces, strict=True):
            assert q.at == p.at + week
            assert replace(q, at=p.at, entry_date=p.entry_date) == p


@pytest.mark.parametrize("o", load_outlets(), ids=lambda o: o.id)
def test_feeds_print_the_same_twice(o: Outlet) -> None:
    assert press.feed(o) == press.feed(o)


def test_the_feed_lists_the_twin_behind_its_original() -> None:
    links = [i.link for i in press.items(outlet("gazette-rhone"))]
    at = links.index("http://www.gazette-rhone.example/actualites/musee-des-confluences-nuit.html")
    assert links[at + 1] == f"{links[at]}?utm_source=rss&utm_medium=feed&utm_campaign=weekend"


def test_what_the_feeds_hide() -> None:
    no_link = next(i for i in press.items(outlet("observateur-soir")) if "carnet" in i.guid)
    no_date = next(i for i in press.items(outlet("minato-shimbun")) if i.published is None)
    future = next(i for i in press.items(outlet("polyarnik")) if i.published and i.published.year == 2031)
    assert no_link.link is None
    assert "roma-densha" in no_date.guid
    assert "buduschee" in future.guid


def test_encodings_true_and_false() -> None:
    honest, lying = press.feed(outlet("volzhsky-vestnik")), press.feed(outlet("polyarnik"))
    assert b'encoding="windows-1251"' in honest
    assert "Кремле" in honest.decode("windows-1251")
    assert b'encoding="utf-8"' in lying
    with pytest.raises(UnicodeDecodeError):
        lying.decode("utf-8")


def test_korean_dates_come_without_a_zone() -> None:
    assert b"<pubDate>2025-04-28 20:10:00</pubDate>" in press.feed(outlet("hangang-ilbo"))


def test_pages_escape_what_they_print() -> None:
    hostile = replace(piece(outlet("harbour-courier"), "kim-judo-coach"), title='</script><script>alert("&")', slug="x")
    html = press.page(outlet("harbour-courier"), hostile).decode()
    assert "</script><script>alert" not in html
    data = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(data)["headline"] == hostile.title


FEED = with_validators(Reply(b"body"), last_modified=1_000_000.0)


@pytest.mark.parametrize(
    ("asked", "fresh"),
    [
        ({}, False),
        ({"if-none-match": FEED.etag}, True),
        ({"if-none-match": f'"other", W/{FEED.etag}'}, True),
        ({"if-none-match": "*"}, True),
        ({"if-none-match": '"other"', "if-modified-since": "Mon, 12 Jan 2037 13:46:40 GMT"}, False),
        ({"if-modified-since": "Mon, 12 Jan 1970 13:46:40 GMT"}, True),
        ({"if-modified-since": "Mon, 12 Jan 1970 13:46:39 GMT"}, False),
        ({"if-modified-since": "yesterday"}, False),
    ],
)
def test_when_a_304_is_due(asked: dict[str, str], fresh: bool) -> None:
    assert is_fresh(FEED, asked) is fresh


def test_a_server_without_dates_never_says_304_by_date() -> None:
    assert not is_fresh(Reply(b"body"), {"if-modified-since": "Mon, 12 Jan 2037 13:46:40 GMT"})
    assert not is_fresh(Reply(b"body"), {"if-none-match": '"any"'})
    assert not is_fresh(replace(FEED, status=404), {"if-none-match": "*"})


def test_broken_feeds_are_broken() -> None:
    cut = press.feed(outlet("fil-littoral"))
    assert cut.count(b"<item>") == 4
    assert cut.count(b"</item>") == 3
    for id in ("fil-littoral", "eco-andino", "parish-pump"):
        with pytest.raises(etree.XMLSyntaxError):
            etree.fromstring(press.feed(outlet(id)))


@pytest.mark.parametrize(
    "o", [o for o in load_outlets() if not o.feed.broken and o.feed.declare != "wrong"], ids=lambda o: o.id
)
def test_the_others_are_well_formed(o: Outlet) -> None:
    if o.feed.format == "json":
        assert len(json.loads(press.feed(o))["items"]) == len(o.pieces)
    else:
        assert len(etree.fromstring(press.feed(o))) > 0


def test_scripts_end_on_their_last_reply() -> None:
    busy, well = Reply(status=429), Reply(b"x")
    assert [choose((busy, well), n).status for n in range(4)] == [429, 200, 200, 200]
    assert choose(well, 5) is well

"""What was tried after public reports on other readers and did not hold at first, kept by kind."""

from datetime import UTC, datetime

import pytest

from ingest.feeds.discovery import in_headers, in_html
from ingest.feeds.opml import read_outlines
from ingest.feeds.parse import parse_feed
from ingest.text.charset import decode
from tests.unit.feeds.fakes import feed, rss

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry><title>x</title>{}</entry></feed>"


def entries(body: str):
    source = feed(url="https://site.test/rss")
    parsed = parse_feed(body.encode(), url=source.url, content_type="text/xml", feed=source, now=NOW, max_entries=9)
    return parsed.entries


def titled(title: str, link: str = "https://site.test/a/1") -> str:
    return rss(f"<item><title>{title}</title><link>{link}</link></item>")


@pytest.mark.parametrize(("written", "meant"), [
    ("AT&T & Co", "AT&T & Co"), ("R&D;", "R&D;"), ("a &amp; b &#38; c", "a & b & c"), ("<![CDATA[AT&T & Co]]>", "AT&T & Co"),
    ("Q&A: caf&eacute;", "Q&A: café"),
])  # fmt: skip
def test_an_ampersand_of_its_own_is_one(written, meant):
    assert entries(titled(written))[0].title == meant


def test_an_address_that_a_line_break_stands_in_is_whole():
    assert (
        entries(titled("x", "https://site.test/a/\n     12-long-title"))[0].url == "https://site.test/a/12-long-title"
    )
    assert entries(titled("x", "\n  https://site.test/a/12\n  "))[0].url == "https://site.test/a/12"


@pytest.mark.parametrize(("inner", "url"), [
    ("<id>17</id><content type='text/html' src='https://site.test/c/17'/>", "https://site.test/c/17"),
    ("<id>17</id><link href='https://site.test/a/17'/><content type='text/html' src='https://site.test/c/17'/>", "https://site.test/a/17"),
    ("<id>https://site.test/a/18</id><content type='html'>words</content>", "https://site.test/a/18"),
])  # fmt: skip
def test_content_elsewhere_goes_before_an_address_made_of_the_id(inner, url):
    assert entries(ATOM.format(inner))[0].url == url


@pytest.mark.parametrize(("declared", "text"), [
    ("<?xml version='1.0' encoding='utf-8'?>", "été"), ("<?xml version='1.0'?>", "북한 미사일 발사"),
])  # fmt: skip
def test_a_damaged_letter_does_not_make_utf8_another_encoding(declared, text):
    found = decode(f"{declared}<t>{text}".encode() + b"\xeb</t>")
    assert (found.encoding, found.damaged) == ("utf-8", True)
    assert text in found.text


@pytest.mark.parametrize(("label", "encoding", "text"), [
    ("utf-8", "gb18030", "朝鲜向俄罗斯派兵，俄罗斯与朝鲜签署条约。"), ("utf-8", "cp949", "북한, 러시아에 병력 파병"),
    ("utf-8", "cp1252", "L’été, à la façade de l’hôtel, déjà"), ("utf-8", "cp1251", "Северная Корея и Россия"),
])  # fmt: skip
def test_what_is_labelled_utf8_and_is_not_is_still_told(label, encoding, text):
    assert text in decode(f"<?xml version='1.0' encoding='{label}'?><t>{text}</t>".encode(encoding)).text


def outlines(inner: str, *, body: bool = True):
    inner = f"<body>{inner}</body>" if body else inner
    read = read_outlines(f"<opml version='2.0'><head/>{inner}</opml>".encode())
    return [(f.name, f.url) for f in read.feeds], [one.why for one in read.left_out]


def test_an_address_in_opml_is_relative_to_the_feeds_site():
    assert outlines('<outline text="A" xmlUrl="/rss.xml" htmlUrl="https://a.test/b/"/>')[0] == [
        ("A", "https://a.test/rss.xml")
    ]
    assert outlines('<outline text="A" xmlUrl="rss.xml" htmlUrl="https://a.test/b/"/>')[0] == [
        ("A", "https://a.test/b/rss.xml")
    ]
    for address in ("rss.xml", "/rss.xml", "?feed=rss2"):
        assert outlines(f'<outline text="A" xmlUrl="{address}"/>') == ([], ["no http(s) address; write https://…"])
    for address in ("javascript:alert(1)", "file:///etc/passwd", "&quot;exec:/bin/x&quot;"):
        assert outlines(f'<outline text="A" xmlUrl="{address}" htmlUrl="https://a.test/"/>')[0] == []


def test_opml_loses_nothing_in_silence():
    assert outlines('<outline text="A" xmlUrl="https://a.test/rss"/>', body=False)[0] == [("A", "https://a.test/rss")]
    assert outlines('<outline text="caf&eacute; &amp; co" xmlUrl="https://a.test/?a=1&lang=fr"/>')[0] == [
        ("café & co", "https://a.test/?a=1&lang=fr")
    ]
    found = outlines('<outline type="include" text="more" url="https://a.test/more.opml"/>')
    assert found == ([], ["another OPML file: import it by itself"])


def test_a_whole_opml_file_is_not_called_cut():
    whole = b"<opml><body><outline text='A' xmlUrl='https://a.test/rss'/></body></opml>"
    assert not read_outlines(whole + b"\n<script></script>").is_cut
    assert read_outlines(whole[:-20]).is_cut


def test_feeds_are_found_however_a_page_names_them():
    page = (
        '<link rel="feed" href="/f.xml"><a href="feed://site.test/g">g</a><a href="feed:https://site.test/rss/h">h</a>'
        '<a href="/index.php?option=com_content&amp;format=feed">i</a><a href="/?feed=rss2">j</a><a href="/?feed=no">k</a>'
    )
    assert [c.url for c in in_html(page, "https://site.test/")] == [
        "https://site.test/f.xml", "https://site.test/rss/h",
        "https://site.test/index.php?option=com_content&format=feed", "https://site.test/?feed=rss2",
    ]  # fmt: skip
    field = '<https://site.test/f>; rel=alternate; type=application/rss+xml, </g>; rel="alternate"; type="application/atom+xml"'
    assert [c.url for c in in_headers([field], "https://site.test/")] == ["https://site.test/f", "https://site.test/g"]

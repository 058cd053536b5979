import asyncio

import pytest

from ingest.feeds.discovery import in_headers, in_html, in_listing, in_robots, merged, well_known
from ingest.http.errors import ConnectFailed
from ingest.operations.feed_search import discover_feeds
from tests.unit.feeds.fakes import NOW, FakeWeb, item, rss

PAGE = """<html><head>
<link rel="alternate" type="application/rss+xml" title="All &amp; more" href="/feeds/all.xml">
<link href='//cdn.site.test/atom' type='application/atom+xml' rel='ALTERNATE'>
<link rel="alternate" type="application/json+oembed" href="/oembed.json"><link rel="stylesheet" href="/rss.css">
<link rel="alternate" hreflang="fr" href="/fr/"></head>
<a href="/rss/world.xml">World</a><a href="https://elsewhere.test/feed/">no</a><a href="/feedback">no</a><a href="javascript:rss()">no</a></html>"""


def test_a_page_names_its_feeds():
    found = in_html(PAGE, "https://site.test/news/")
    assert [(c.url, c.source, c.title) for c in found] == [
        ("https://site.test/feeds/all.xml", "html", "All & more"),
        ("https://cdn.site.test/atom", "html", ""),
        ("https://site.test/rss/world.xml", "link", ""),
        ("https://elsewhere.test/feed/", "elsewhere", ""),
    ]


def test_a_base_element_and_link_fields_are_read():
    page = '<head><base href="https://static.site.test/v2/"><link rel="alternate" type="text/xml" href="une.xml">'
    assert [c.url for c in in_html(page, "https://site.test/")] == ["https://static.site.test/v2/une.xml"]
    fields = [
        '<https://site.test/>; rel="canonical", </flux>; rel="alternate"; type="application/atom+xml"; title="Une"'
    ]
    assert [(c.url, c.source, c.title) for c in in_headers(fields, "https://site.test/")] == [
        ("https://site.test/flux", "header", "Une")
    ]


def test_a_page_that_lists_feeds_gives_them():
    page = "<a href='/xml/une'>Une</a> <a href='/services/feeds/monde'>Monde</a> <a href='/about'>x</a> <a href='http://feeds.host.test/j'>J</a>"
    assert [c.url for c in in_listing(page, "https://site.test/rss")] == [
        "https://site.test/xml/une", "https://site.test/services/feeds/monde", "http://feeds.host.test/j",
    ]  # fmt: skip


def test_robots_names_sitemaps_and_those_of_news_come_first():
    robots = "User-agent: *\nDisallow: /x\nSitemap: https://site.test/archive.xml\nsitemap:https://site.test/news.xml\n"
    assert [c.url for c in in_robots(robots, "https://site.test/")] == [
        "https://site.test/news.xml",
        "https://site.test/archive.xml",
    ]


def test_a_robots_txt_of_empty_lines_is_read_at_once():
    """Looked through from each of its lines again, half a megabyte took twenty minutes."""
    lines = "\n" * 400_000
    assert [f.url for f in in_robots(lines + " Sitemap :\n/no.xml\nsitemap: /s.xml", "https://site.test/")] == [
        "https://site.test/s.xml"
    ]


def test_candidates_are_few_and_each_once():
    many = in_html("".join(f'<a href="/rss/{i}.xml">' for i in range(500)), "https://site.test/")
    together = merged(many, many, well_known("https://site.test/"))
    assert len({c.url for c in together}) == len(together) <= 60


class Site(FakeWeb):
    """Whatever is not said is 404."""

    async def get(self, url, **options):
        if url not in self.pages:
            self.gives(url, "no", status=404)
        return await super().get(url, **options)


def look(site: Site, url: str = "https://site.test/"):
    return asyncio.run(discover_feeds(site, url, lambda: NOW))


def test_a_sites_feeds_are_found_and_checked():
    site = Site()
    site.gives("https://site.test/", PAGE)
    site.gives("https://site.test/feeds/all.xml", rss(item(1, at=NOW), item(2, at=NOW)))
    site.gives("https://site.test/rss/world.xml", "<html>nothing here</html>")
    site.gives("https://site.test/robots.txt", "Sitemap: https://site.test/index.xml")
    site.gives(
        "https://site.test/index.xml",
        "<sitemapindex><sitemap><loc>https://site.test/news-1.xml</loc><lastmod>2026-11-22</lastmod></sitemap><sitemap><loc>https://site.test/archive.xml</loc></sitemap></sitemapindex>",
    )
    site.gives(
        "https://site.test/news-1.xml",
        "<urlset><url><loc>https://site.test/9</loc><lastmod>2026-11-22T09:00:00Z</lastmod></url></urlset>",
    )
    site.gives("https://site.test/feed/", rss(item(3)))
    found = look(site)
    assert [(f.url, f.kind, f.source, f.entries) for f in found] == [
        ("https://site.test/feeds/all.xml", "rss", "html", 2),
        ("https://site.test/feed/", "rss", "well-known", 1),
        ("https://site.test/news-1.xml", "sitemap", "robots", 1),
    ]


def test_an_address_that_is_a_feed_is_its_own_answer():
    site = Site()
    site.gives("https://site.test/rss", rss(item(1)))
    assert [f.source for f in look(site, "https://site.test/rss")] == ["given"]


def test_one_candidate_that_breaks_does_not_end_the_search():
    site = Site()
    site.gives("https://site.test/", "<html></html>")
    site.fails("https://site.test/robots.txt")
    site.fails("https://site.test/rss")
    site.gives("https://site.test/feed/", rss(item(1)))
    assert len(look(site)) == 1
    site.fails("https://down.test/")
    with pytest.raises(ConnectFailed):
        look(site, "https://down.test/")


def test_joomlas_feed_is_tried_at_the_front_and_of_a_section():
    front = [c.url for c in well_known("https://site.test/")]
    assert "https://site.test/?format=feed" in front
    section = [c.url for c in well_known("https://site.test/actualites")]
    assert section[:2] == [
        "https://site.test/actualites?format=feed&type=rss",
        "https://site.test/actualites?format=feed",
    ]
    assert "https://site.test/?format=feed" in section


def test_a_page_called_flux_may_list_feeds():
    page = "<a href='/flux/'>Nos flux</a><a href='/flux-migratoires-en-hausse'>x</a>"
    assert [c.url for c in in_html(page, "https://site.test/")] == ["https://site.test/flux/"]

"""Title, date, authors, twins and rights, each from the source that the evidence supports."""

from datetime import UTC, datetime

import pytest

from ingest.extract.read import read_page
from ingest.extract.reading import Reading, ReadingHints

ARTICLE = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry line reopens" %s}</script>'

PUBLISHED = '<meta property="article:published_time" content="2026-03-04T09:00:00+09:00">'


def read(
    head: str, body: str = "<p>x</p>", hints: ReadingHints | None = None, url: str = "https://www.post.example/2026/a-b"
) -> Reading:
    return read_page(
        f"<html lang=en><head>{head}</head><body>{body}</body></html>".encode(), url=url, hints=hints or ReadingHints()
    )


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            og("Ferry line reopens | Harbour Post") + '<meta property="og:site_name" content="Harbour Post">',
            "",
            "Ferry line reopens",
        ),
        (
            og("Harbour: Ferry line reopens | Shipping News") + ARTICLE % "",
            "<h1>Ferry line reopens</h1>",
            "Ferry line reopens",
        ),
        (
            og("Ferries are back") + "<title>Ferries are back</title>" + ARTICLE % "",
            "<h1>Ferry line reopens</h1>",
            "Ferry line reopens",
        ),
        (og("Ferries are back") + "<title>Ferry line reopens</title>" + ARTICLE % "", "", "Ferries are back"),
        ("<title>Ferry line reopens - post.example</title>", "", "Ferry line reopens"),
        (
            og("Ferry line reopens before …"),
            "<h1>Ferry line reopens before the summer</h1>",
            "Ferry line reopens before the summer",
        ),
    ],
)
def test_title(head: str, body: str, title: str) -> None:
    assert read(head, body).title == title


def test_the_feeds_title_confirms_the_visible_headline() -> None:
    head = og("Ferries are back") + ARTICLE % ""
    assert (
        read(head, "<h1>Ferry line reopens</h1>", ReadingHints(title="Ferry line reopens")).title
        == "Ferry line reopens"
    )


def test_published_in_data_goes_before_other_dates() -> None:
    head = ARTICLE % ', "datePublished": "2026-03-04T23:30:00+09:00", "dateModified": "2026-03-05T10:00:00+09:00"'
    reading = read(head + '<meta name="date" content="2020-01-01">', "<time datetime=2019-01-01>old</time>")
    assert reading.published is not None
    assert reading.published.isoformat() == "2026-03-04T23:30:00+09:00"
    assert reading.published_source == "jsonld:datePublished"
    assert reading.modified is not None
    assert reading.modified.day == 5


def test_epoch_milliseconds_and_the_feeds_date() -> None:
    assert read(ARTICLE % ', "datePublished": 1772616600000').published == datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
    fallback = datetime(2026, 3, 4, tzinfo=UTC)
    reading = read("", "<p>words</p>", ReadingHints(published=fallback), url="https://x.example/a")
    assert (reading.published, reading.published_source) == (fallback, "feed")


def test_authors_a_person_goes_before_the_outlet() -> None:
    head = ARTICLE % ', "author": {"name": "Harbour Post"}, "publisher": {"name": "Harbour Post"}'
    assert read(head + '<meta name="author" content="By Ada Kessler and Juri Lind">').authors == (
        "Ada Kessler",
        "Juri Lind",
    )
    assert read(head).authors == ("Harbour Post",)


def test_an_author_referred_to_by_id_is_named() -> None:
    """An @graph, as WordPress' plugins write it; an id that leads nowhere names nobody."""
    graph = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": ['
        '{"@type": "NewsArticle", "headline": "Ferry line reopens", "author": [{"@id": "#/person/1"}, {"@id": "#/none"}]},'
        '{"@type": "Person", "@id": "#/person/1", "name": "Ada Kessler"},'
        '{"@type": "Person", "@id": "#/person/2", "name": "Juri Lind"}]}</script>'
    )
    assert read(graph).authors == ("Ada Kessler",)


def test_byline() -> None:
    assert read("", '<div class="byline">Par Ada Kessler (avec Juri Lind)</div>').authors == (
        "Ada Kessler",
        "Juri Lind",
    )


def test_twins() -> None:
    reading = read('<link rel="canonical" href="https://www.post.example/a"><link rel="amphtml" href="/a/amp">')
    assert (reading.canonical_url, reading.amp_url) == ("https://www.post.example/a", "https://www.post.example/a/amp")
    assert read('<link rel="canonical" href="https://www.post.example/">').canonical_url is None
    assert read('<link rel="canonical" href="https://other.example/a">').canonical_url is None
    assert read("", url="https://www.post.example/print/a").is_print


def test_a_wall_that_the_page_declares() -> None:
    assert read(ARTICLE % ', "isAccessibleForFree": "False"').paywall
    assert not read(ARTICLE % ', "isAccessibleForFree": "True"').paywall


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (ARTICLE % ', "datePublished": "2031-01-01T08:00:00Z"' + PUBLISHED, ""),
        ('<meta name="date" content="2031-01-01">' + ARTICLE % ', "datePublished": "2026-03-04T09:00:00+09:00"', ""),
        (ARTICLE % ', "datePublished": "9999-12-31T23:59:59Z"', "<h1>Ferry line reopens</h1><p>4 March 2026</p>"),
    ],
)
def test_a_day_after_the_page_was_fetched_gives_way_to_one_before(head: str, body: str) -> None:
    fetched = datetime(2026, 3, 5, 12, tzinfo=UTC)
    reading = read(head, body, ReadingHints(fetched=fetched))
    assert reading.published is not None
    assert reading.published.date().isoformat() == "2026-03-04"
    assert read(ARTICLE % ', "datePublished": "2031-01-01"', "", ReadingHints(fetched=fetched)).published is None


def test_where_it_is_tomorrow_already_the_date_is_believed() -> None:
    fetched = datetime(2026, 3, 3, 20, tzinfo=UTC)
    reading = read(ARTICLE % ', "datePublished": "2026-03-04T09:00:00+14:00"', "", ReadingHints(fetched=fetched))
    assert reading.published == datetime.fromisoformat("2026-03-04T09:00:00+14:00")


def test_dates_of_json_that_no_parser_reads() -> None:
    broken = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry line reopens", '
        '"description": "He said "never" again", "datePublished": "2026-03-04T18:10:00+01:00", '
        '"dateModified": "2026-03-05T18:10:00+01:00"}</script>'
    )
    reading = read(broken)
    assert reading.published == datetime.fromisoformat("2026-03-04T18:10:00+01:00")
    assert reading.modified == datetime.fromisoformat("2026-03-05T18:10:00+01:00")


@pytest.mark.parametrize("key", ["itemListElement", "mentions", "isPartOf", "liveBlogUpdate"])
def test_articles_that_another_object_lists_come_after_the_pages_own(key: str) -> None:
    listed = f'''<script type="application/ld+json">{{"@type": "ItemList", "{key}": [{{"@type": "NewsArticle",
        "headline": "Fees rise again", "datePublished": "2025-01-01T08:00:00Z"}}]}}</script>'''
    reading = read(listed + ARTICLE % ', "datePublished": "2026-03-04T09:00:00+09:00"')
    assert reading.published == datetime.fromisoformat("2026-03-04T09:00:00+09:00")


@pytest.mark.parametrize(
    ("name", "is_of_publication"),
    [
        ("cludo:date", True),
        ("published", True),
        ("first_published_at", True),
        ("event-date", False),
        ("expiry:date", False),
    ],
)
def test_a_meta_of_the_publishers_own_name(name: str, is_of_publication: bool) -> None:
    assert (read(f'<meta name="{name}" content="2026-03-04T09:00:00Z">').published is not None) is is_of_publication

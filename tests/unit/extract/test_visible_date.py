"""The date beside the headline, where a page's data has none: own pages, one for each kind that real ones show."""

import pytest

from ingest.extract.read import read_page
from ingest.extract.reading import Reading
from tests.unit.extract.made_pages import MORE, PROSE

HEADLINE = "Ferry line reopens before the summer"
TEXT = f"<p>{PROSE['en']}{MORE['en']}</p>" * 4
OTHERS = "<aside><h3>Harbour fees rise again</h3><span>11 March 2026</span></aside>"


def read(body: str, head: str = "", lang: str = "en") -> Reading:
    page = f"<html lang={lang}><head><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>"
    return read_page(page.encode(), url="https://www.post.example/ferry")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "<div>By Ada Kessler / Coast 4 March 2026 10:16</div>"),
        ("<p>Coast | 4 March 2026</p>", ""),
        ("", "<div><span>Updated 9 March 2026</span> <span>4 March 2026</span></div>"),
        ("", "<div><span>Posted on <b>4 March 2026</b> <b>9 March 2026</b></span></div>"),
        ("", "2026-03-04 06:40 | Coast Agency"),
        ("", "<ul><li>12 January 2026</li></ul><p>4 March 2026</p>"),
    ],
)
def test_the_date_beside_the_headline_is_the_articles(before: str, after: str) -> None:
    reading = read(f"{OTHERS}{before}<h1>{HEADLINE}</h1>{after}{TEXT}{OTHERS}")
    assert reading.published is not None
    assert (reading.published.date().isoformat(), reading.published_source) in {
        ("2026-03-04", "headline"),
        ("2026-03-04", "headline:day"),
    }


def test_an_update_with_its_hour_is_of_a_days_news() -> None:
    reading = read(f"<h1>{HEADLINE}</h1><p>Last updated: 4 March 2026, 10:16</p>{TEXT}")
    assert reading.published is not None
    assert reading.published.date().isoformat() == "2026-03-04"


@pytest.mark.parametrize(
    "printed",
    [
        "<p>Last updated: 4 March 2026</p>",
        "<p><b>Updated on</b> <span>March 4, 2026</span></p>",
        '<div class="field--name-changed"><time datetime="2026-03-04T14:36:23-05:00">March 4, 2026</time></div>',
    ],
)
def test_a_guide_that_prints_its_last_change_alone_has_no_date_of_publication(printed: str) -> None:
    reading = read(f"<h1>{HEADLINE}</h1>{printed}{TEXT}")
    assert reading.published is None


def test_an_update_beside_the_headline_is_the_modification() -> None:
    reading = read(f"<h1>{HEADLINE}</h1><p>Last updated: 4 March 2026</p>{TEXT}")
    assert reading.modified is not None
    assert reading.modified.date().isoformat() == "2026-03-04"


FAR = "<p>The harbour board met the captains and the owners of the boats in the town hall.</p>" * 12
"""Text between the headline and a date, further than a byline stands."""


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        # said to be of publication, beside other days
        ("<p>Fair on 2 May 2026</p><span class='entry-date published'>4 March 2026</span>", "2026-03-04"),
        ("<p>Fair on 2 May 2026</p><p>Posted on 4 March 2026</p>", "2026-03-04"),
        ("<p>Messe am 2. Mai 2026</p><p>Veröffentlicht am 4. März 2026</p>", "2026-03-04"),
        ("<p>展会 2026年5月2日</p><p>发布时间：2026年3月4日</p>", "2026-03-04"),
        # the only day of the page
        ("<dl><dt>Coast</dt><dd>04.03.2026</dd></dl>", "2026-03-04"),
        ("<em>( Pescasseroli, 4 Marzo 26 )</em>", "2026-03-04"),
        ("<article><footer><time>2026-03-04</time></footer></article>", "2026-03-04"),
        # a dateline
        (f"<p>4.3.2026 - {PROSE['en']}</p>", "2026-03-04"),
        # no day that is certain
        ("<p>4 March 2026</p><p>6 March 2026</p>", None),
        ("<p>04/03/2026</p>", None),
        ("<aside>4 March 2026</aside>", None),
        ("<div class='comments'><p>4 March 2026</p></div>", None),
        ("<div class='events'><p>4 March 2026</p></div>", None),
        ("<ul><li class='reference'>Interview with the captain. 4 March 2026.</li></ul>", None),
        ("<figure><figcaption>The quay on 4 March 2026</figcaption></figure>", None),
        ("<blockquote><p>Ferry</p><time>4 March 2026 um 4:47</time></blockquote>", None),
        ("<a href='/x'><h3>Harbour fees rise again in the whole county and beyond</h3><i>4 March 2026</i></a>", None),
        (f"<p>{PROSE['en']} He said so on <a href='/x'>4 March 2026</a>. {PROSE['en']}</p>", None),
        ("<p>© 2026 Harbour Post</p>", None),
    ],
)
def test_far_from_the_headline_only_a_day_that_is_certain_counts(printed: str, day: str | None) -> None:
    reading = read(f"<h1>{HEADLINE}</h1>{FAR}{printed}", lang="xx")
    assert (reading.published.date().isoformat() if reading.published else None) == day


@pytest.mark.parametrize(
    ("script", "day"),
    [
        ('{"article":{"publishedAt":"2026-03-04T08:00:00Z","updatedAt":"2026-03-09T08:00:00Z"}}', "2026-03-04"),
        ('self.__next_f.push([1,"{\\"published_at\\":\\"2026-03-04T08:00:00\\"}"])', "2026-03-04"),
        ('{"a":{"publishedAt":"2026-03-04"},"related":[{"publishedAt":"2026-02-01"}]}', None),
    ],
)
def test_the_only_day_of_publication_in_the_pages_scripts(script: str, day: str | None) -> None:
    reading = read(f"<h1>{HEADLINE}</h1>{TEXT}<script>{script}</script>")
    assert (reading.published.date().isoformat() if reading.published else None) == day


def test_a_day_in_the_address_serves_where_the_page_says_none() -> None:
    page = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1>{TEXT}"
    reading = read_page(page.encode(), url="https://www.post.example/2026/03/04/ferry")
    assert reading.published is not None
    assert (reading.published.date().isoformat(), reading.published_source) == ("2026-03-04", "url")


def test_what_the_data_says_goes_before_what_is_printed() -> None:
    head = '<meta property="article:published_time" content="2026-03-02T08:00:00+01:00">'
    reading = read(f"<h1>{HEADLINE}</h1><p>4 March 2026</p>{TEXT}", head)
    assert reading.published is not None
    assert reading.published.isoformat() == "2026-03-02T08:00:00+01:00"


def test_prose_and_calendars_are_no_bylines() -> None:
    calendar = "<table><tr><td>" + " ".join(str(day) for day in range(1, 32)) + " March 2025</td></tr></table>"
    prose = "<p>" + "The quay was closed for repairs, as the harbour board said then. " * 12 + "</p>"
    reading = read(f"<h1>{HEADLINE}</h1>{calendar}{prose}<p>9 May 2024</p>{TEXT}")
    assert not (reading.published_source or "").startswith("headline")


def test_a_moment_in_utc_is_given_in_the_offset_that_the_page_shows() -> None:
    head = '<meta property="article:published_time" content="2026-03-05T03:05:00+00:00">'
    stamp = '<time datetime="2026-03-04T19:05:00-08:00">7:05 pm</time>'
    reading = read(f"<h1>{HEADLINE}</h1>{stamp}{TEXT}", head)
    assert reading.published is not None
    assert reading.published.isoformat() == "2026-03-04T19:05:00-08:00"


ONE_IN_ROME = '<meta property="article:published_time" content="2026-03-03T23:01:00Z">'
BY_THE_WALL = (
    '<meta property="article:published_time" content="2026-03-05T01:49:09+00:00">'
    '<meta name="pubdate" content="2026-03-04 17:49:09">'
)


@pytest.mark.parametrize(
    ("host", "head", "said"),
    [
        ("post.it", ONE_IN_ROME, "2026-03-04T00:01:00+01:00"),
        ("post.us", ONE_IN_ROME, "2026-03-03T23:01:00+00:00"),  # a country of several clocks
        ("post.tv", ONE_IN_ROME, "2026-03-03T23:01:00+00:00"),  # a code that is sold everywhere
        ("post.com", BY_THE_WALL, "2026-03-04T17:49:09-08:00"),
    ],
)
def test_a_moment_is_given_as_the_publishers_readers_see_it(host: str, head: str, said: str) -> None:
    page = f"<html><head><title>{HEADLINE}</title>{head}</head><body><h1>{HEADLINE}</h1>{TEXT}</body></html>"
    reading = read_page(page.encode(), url=f"https://www.{host}/x")
    assert reading.published is not None
    assert reading.published.isoformat() == said

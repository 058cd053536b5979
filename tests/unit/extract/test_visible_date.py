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


def test_an_update_serves_where_no_other_date_is_printed() -> None:
    reading = read(f"<h1>{HEADLINE}</h1><p>Last updated: 4 March 2026</p>{TEXT}")
    assert reading.published is not None
    assert reading.published.date().isoformat() == "2026-03-04"


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

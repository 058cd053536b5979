"""What must come out of odd and hostile pages: every paragraph, nothing of the frame, title and status."""

import pytest

from ingest.extract.read import read_page
from tests.unit.extract.odd_pages import PAGES, OddPage


@pytest.mark.parametrize("odd", PAGES.values(), ids=PAGES)
def test_an_odd_page_gives_its_article_and_nothing_else(odd: OddPage) -> None:
    reading = read_page(odd.body, url=odd.url, content_type=odd.content_type)
    text = reading.text.replace("\n", " ")
    missing = [part for part in (*odd.wanted, *odd.also) if part not in text]
    assert len(missing) <= odd.may_miss, missing
    assert [part for part in odd.unwanted if part in text] == []
    assert (reading.title, reading.status.value) == (odd.title, odd.status)


def test_a_form_or_a_notice_in_noscript_is_not_shown() -> None:
    notice = (
        "<noscript><p>Please enable JavaScript in your browser to read this page in the way it was made.</p></noscript>"
    )
    odd = PAGES["split by advertisements"]
    reading = read_page(odd.body.replace(b"<body>", b"<body>" + notice.encode()), url=odd.url)
    assert "enable JavaScript" not in reading.text
    assert odd.wanted[0] in reading.text

"""Bytes of any kind give a Reading: no crash, and hidden text is found."""

import json
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.extract.read import read_page
from ingest.extract.reading import ReadingHints, Status
from ingest.text.dates import find_date, zone_of
from tests.unit.extract.made_pages import KINDS, PROSE, TITLE

PAGES = [made.html.encode() for cases in KINDS.values() for made in cases]
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(st.binary(max_size=400))
def test_any_bytes(body: bytes) -> None:
    assert read_page(body, url="https://x.example/a").version


@quick
@given(st.sampled_from(PAGES), st.data())
def test_broken_pages(page: bytes, data: st.DataObject) -> None:
    for _ in range(4):
        at = data.draw(st.integers(0, len(page)))
        page = page[:at] + data.draw(st.binary(max_size=8)) + page[at + data.draw(st.integers(0, 60)) :]
    assert read_page(page, url="https://x.example/a", hints=ReadingHints(summary="a b c d e f")).version


@given(st.text(max_size=80))
def test_any_date_string(raw: str) -> None:
    found = find_date(raw, zone=zone_of("Asia/Seoul"), order="month-first")
    assert found is None or found.at.tzinfo is not None


def test_binary_is_empty() -> None:
    for body in (
        b"%PDF-1.7 \x01\x02" + b"stream words " * 200,
        bytes(range(256)) * 40,
        b"\x89PNG\r\n\x1a\n" + b"text " * 99,
    ):
        assert read_page(body, url="https://x.example/a").status is Status.EMPTY


def test_noise_behind_a_tag_is_empty() -> None:
    assert read_page(b"<html><body>" + Random(8).randbytes(60_000), url="https://x.example/a").status is Status.EMPTY


def test_text_in_escaped_html_of_a_script_is_found() -> None:
    prose = "".join(f"<p>({i}) {PROSE['ko'] * 3}</p>" for i in range(5))
    data = json.dumps({"props": {"article": {"body": prose.replace("<", "\\u003c")}}})
    page = f"<html><head><title>{TITLE['ko']}</title></head><body><div id=app></div><script>var d = {data}</script></body></html>"
    reading = read_page(page.encode(), url="https://x.example/a")
    assert reading.method == "script"
    assert reading.text.count("\n\n") == 4


def test_text_in_json_paragraphs_is_found() -> None:
    value = {"content_elements": [{"type": "text", "content": f"({i}) {PROSE['en'] * 2}".strip()} for i in range(5)]}
    page = f"<html><body><div id=app></div><script>Site.content={json.dumps(value)};</script></body></html>"
    assert read_page(page.encode(), url="https://x.example/a").text.count("harbour town") == 10


def test_json_ld_body_is_taken_where_nothing_is_visible_and_not_where_the_page_says_more() -> None:
    def made(visible: int, hidden: int) -> str:
        body = " ".join(f"({i}) {PROSE['en']}" for i in range(hidden))
        ld = json.dumps({"@type": "NewsArticle", "headline": TITLE["en"], "articleBody": body})
        shown = "".join(f"<p>[{i}] {PROSE['en'] * 2}</p>" for i in range(visible))
        return f'<html><head><script type="application/ld+json">{ld}</script></head><body><article>{shown}</article></body></html>'

    assert read_page(made(0, 20).encode(), url="https://x.example/a").method == "jsonld"
    assert read_page(made(8, 12).encode(), url="https://x.example/a").method.startswith("blocks")


def test_repeated_blocks_appear_once() -> None:
    paragraphs = "".join(f"<p>({i}) {PROSE['en'] * 2}</p>" for i in range(5))
    page = f"<html><body><article>{paragraphs}{paragraphs}</article></body></html>"
    assert read_page(page.encode(), url="https://x.example/a").text.count("(3)") == 1

"""A search as a feed or file: what other programs read of it."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import feedparser
import pytest

from tests.fakes.newsdesk import Piece, key_of, publish


def test_atom_is_read_by_a_feed_parser(reader):
    answer = reader.get("/search.atom?q=Kremlin")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    parsed = feedparser.parse(answer.text)
    assert not parsed.bozo
    assert parsed.entries[0].title == "Kremlin confirms aid"
    assert parsed.entries[0].link.startswith("https://courier.example/")


def test_hostile_titles_stay_text_in_every_format(reader):
    feed = ElementTree.fromstring(reader.get("/search.atom?q=outlet.id:ilbo").text)
    titles = [e.text or "" for e in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert any("<script>alert(2)</script>" in t for t in titles)
    found = json.loads(reader.get("/search.json?q=outlet.id:ilbo").text)
    assert any("<script>" in item["title"] for item in found["items"])


def test_csv_is_no_formula(reader, ws):
    from tests.fakes.newsdesk import Piece, publish

    publish(ws, [Piece("formula", '=HYPERLINK("https://evil.example")', minutes=1)])
    rows = list(csv.DictReader(io.StringIO(reader.get("/search.csv?q=HYPERLINK").text.removeprefix("\ufeff"))))
    assert rows[0]["title"].startswith("'=HYPERLINK")
    assert rows[0]["outlet"] == "Gazette"


def test_json_lines_hold_whole_documents(reader):
    lines = [json.loads(x) for x in reader.get("/search.jsonl?q=Kremlin").text.splitlines()]
    assert {x["id"] for x in lines} == {key_of("aide"), key_of("copie"), key_of("aid")}
    assert lines[0]["body"] == "Moscow says it is ready."


def test_ris_has_what_zotero_wants(reader):
    text = reader.get("/search.ris?q=title:aide").text
    assert text.startswith("TY  - NEWS\r\nTI  - ")
    assert text.count("ER  - ") == 2
    assert "T2  - Gazette" in text
    assert "DA  - 2026/03/10" in text


@pytest.mark.parametrize("path", ["/search.pdf", "/search.atom?q=(", "/search.csv?from=tomorrow"])
def test_what_cannot_be_had_says_so(reader, path):
    answer = reader.get(path)
    assert answer.status_code in (400, 404, 422)
    assert answer.json()["error"]


def test_exports_keep_the_filters(reader):
    assert len(reader.get("/search.jsonl?country=KR").text.splitlines()) == 2


HOSTILE = [
    "Breaking\r\nER  - \r\nTY  - JOUR\r\nTI  - forged",
    '"x"\n=1+1,"y"',
    "+SUM(A1)",
    "-2+3",
    "@cmd",
    "\t=1",
    "\u2028ends \x00 \x1b[31m",
]


@pytest.fixture
def hostile(reader, ws):
    publish(ws, [Piece(f"h{n}", f"{title} zulu", minutes=n) for n, title in enumerate(HOSTILE)])
    return reader


def test_ris_is_read_by_its_grammar_whatever_titles_say(hostile):
    """https://en.wikipedia.org/wiki/RIS_(file_format): a tag of two characters, two blanks, a hyphen, a blank."""
    records, held = [], None
    for line in hostile.get("/search.ris?q=zulu").text.split("\r\n"):
        if not line:
            continue
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups()
        if tag == "TY":
            assert held is None
            held = {}
        held.setdefault(tag, []).append(value)
        if tag == "ER":
            records.append(held)
            held = None
    assert held is None
    assert len(records) == len(HOSTILE)
    assert all(len(r["TI"]) == len(r["UR"]) == 1 for r in records)


def test_no_cell_of_csv_is_a_formula(hostile):
    rows = list(csv.DictReader(io.StringIO(hostile.get("/search.csv?q=zulu").text.removeprefix("\ufeff"))))
    assert len(rows) == len(HOSTILE)
    assert not [value for row in rows for value in row.values() if (value or "")[:1] in tuple("=+-@\t\r")]


def test_json_feed_atom_and_json_lines_stay_whole(hostile):
    feed = hostile.get("/search.json?q=zulu").json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {"title", "home_page_url", "feed_url", "items"} <= feed.keys()
    assert len({item["id"] for item in feed["items"]}) == len(HOSTILE)
    assert all({"id", "url", "title", "date_published"} <= item.keys() for item in feed["items"])
    assert all({"content_text", "content_html"} & item.keys() for item in feed["items"])
    parsed = feedparser.parse(hostile.get("/search.atom?q=zulu").content)
    assert not parsed.bozo
    assert len(parsed.entries) == len(HOSTILE)
    lines = hostile.get("/search.jsonl?q=zulu").text.split("\n")
    assert len([json.loads(line) for line in lines if line]) == len(HOSTILE)

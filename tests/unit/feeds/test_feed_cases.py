"""The public cases of a feed parser's test suite, against what each must give.

What feedparser says of a document as a whole (``bozo``, ``version``, the name of the encoding) is not passed on:
``NOT_PASSED_ON`` says what we have in its place. Texts come out plain: ``plain`` says what a value looks like then.
"""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.feeds.formats import jsonfeed, rss_atom
from ingest.feeds.parse import parse_feed
from ingest.model import Feed
from ingest.text.charset import decode
from ingest.text.dates import parse_date
from ingest.text.plain import one_line, plain_text
from tests.require import missing

CASES = Path(__file__).parents[4] / "shared" / "data" / "feed-cases"
NOW = datetime(2026, 11, 22, tzinfo=UTC)

DATES_NOT_READ = {
    "-0312": "a year without its century and a month without a day: no feed of news writes it",
    "-03-12": "the same, with a hyphen",
    "031231": "six digits may be three dates, or a number",
    "03335": "the 335th day of a year without its century",
}
ENCODINGS = {
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "utf-16le": "utf-16-le",
    "koi8-r": "koi8-r",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "shift_jis": "cp932",
    "utf-8": "utf-8",
}
"""feedparser's name → the superset that we decode with. Documents in plain ASCII are UTF-8 for us."""
KINDS = {"rss090": "rdf", "rss091n": "rss", "rss092": "rss", "rss10": "rdf", "rss20": "rss", "rss": "rss"}
NOT_PASSED_ON = {
    "entries[0].title_detail.base": "relative links in titles lead nowhere: titles are plain text",
    "entries[0].expired_parsed": "articles do not expire here",
    "entries[0].media_restriction": "what a player may do with a film is not about the article",
    "entries[0].media_license": "the same",
    "entries[0].media_rating": "the same",
    "entries[0].media_credit": "the same: who held the camera",
    "entries[0].author_detail.email": "a writer's address is nobody's business; the name is kept",
}


def load(name: str):
    if not CASES.exists():
        missing("shared", "no ../shared/data beside this checkout")
    return json.loads((CASES / name).read_text())


def feeds() -> list[dict]:
    return json.loads((CASES / "manifest.json").read_text())["feeds"] if CASES.exists() else [{"file": "none"}]


def plain(value: str) -> str:
    return " ".join(plain_text(value, limit=200_000).split())


@pytest.mark.parametrize("case", feeds(), ids=lambda c: c["file"])
def test_feed(case):
    load("manifest.json")
    body, headers = (CASES / case["file"]).read_bytes(), case["http_headers"] or {}
    where = headers.get("content-location") or case["url"] or "http://x.test/feed"
    decoded = decode(body, headers.get("content-type"))
    document = (
        jsonfeed.read(decoded.text, most=99)
        if case["file"].startswith("json")
        else rss_atom.read(decoded.text, where, most=99)
    )
    parsed = parse_feed(
        body,
        url=case["url"] or where,
        content_type=headers.get("content-type"),
        content_location=headers.get("content-location"),
        feed=Feed("t", "http://x.test/feed", "", "", ""),
        now=NOW,
        max_entries=99,
    )
    assert "\ufffd" not in decoded.text or "invalid-bytes" in case["file"]
    if "true_titles" in case:
        assert [i.title for i in document.items] == case["true_titles"]
        assert [e.title for e in parsed.entries] == case["true_titles"]
    checked = [
        check(document, decoded.encoding, e["path"], e["value"], body)
        for e in case["expected"]
        if "true_titles" not in case
    ]
    checked += other_checks(case, document, parsed)
    must = case["expect"] not in ("1", "bozo", "not bozo") and not case["expect"].startswith("bozo")
    assert checked or not must, f"nothing of {case['expect']!r} was checked"
    if case["malformed_expected"] is False and not case["file"].startswith("json"):
        assert not document.malformed


def check(document, encoding: str, path: str, value, body: bytes) -> bool:
    """Compare one expected value with what we have for it."""
    if any(path.startswith(p) for p in NOT_PASSED_ON):
        return True
    if path == "encoding":
        assert encoding == ENCODINGS.get(value.lower(), "utf-8"), (encoding, value)
        assert encoding != "utf-8" or value.lower() == "utf-8" or body.isascii()
        return True
    if path == "version":
        return check_version(document, value)
    if path.startswith("feed."):
        got = {"title": document.title, "language": document.language, "title_detail.value": document.title}[path[5:]]
        assert one_line(got, limit=500) == one_line(value, limit=500)
        return True
    entry = document.items[int(re.match(r"entries\[(\d+)\]", path)[1])]
    name = path.partition(".")[2]
    if name.endswith("_parsed"):
        wanted = datetime(*value[:6], tzinfo=UTC)
        assert wanted in [parse_date(d) for d in entry.dates]
        return True
    got = {
        "title": lambda: entry.title, "description": lambda: entry.summary, "summary": lambda: entry.summary,
        "content[0].value": lambda: entry.content, "link": lambda: entry.link, "id": lambda: entry.guid,
        "guid": lambda: entry.guid, "authors[0].name": lambda: entry.authors[0], "authors[1].name": lambda: entry.authors[1],
        "tags[0].term": lambda: entry.tags[0],
    }[name]()  # fmt: skip
    assert plain(got) == plain(value)
    return True


def check_version(document, version: str) -> bool:
    assert document.kind == KINDS[version]
    return True


def other_checks(case, document, parsed) -> list[bool]:
    """The expectations that the manifest could not put as path and value."""
    expect, done = case["expect"], []
    if "not entries[0].has_key('link')" in expect:
        assert document.items[0].link == ""
        done.append(True)
    if "ord(entries[0]['description']) == 8230" in expect:
        assert document.items[0].summary == "…"
        done.append(True)
    if "Crazy HTML" in expect:
        assert "Crazy HTML" in document.items[0].summary
        assert "<script" not in parsed.entries[0].summary
        done.append(True)
    if "len(entries) == 2" in expect:
        assert len(parsed.entries) == 2
        assert document.title == "My Example Feed"
        done.append(True)
    if "media_credit" in expect:
        assert plain(document.items[0].summary) == "Test Description"
        done.append(True)
    return done


@pytest.mark.parametrize(
    "case",
    json.loads((CASES / "dates.json").read_text()) if CASES.exists() else [{"input": "none"}],
    ids=lambda c: f"{c.get('parser')} {c['input'][:40]}",
)
def test_date(case):
    load("dates.json")
    if case["input"] in DATES_NOT_READ:
        assert parse_date(case["input"]) is None
        return
    found = parse_date(case["input"])
    assert (list(found.timetuple()[:6]) if found else None) == case["expected_utc"]

"""Pages that no server should send: each ends within a worker's time and memory, and the pool goes on."""

import gzip
import random
import time

import pytest

from ingest.enrich.language import detect
from ingest.extract.pool import Failed, ReadingPool
from ingest.extract.read import read_page
from tests.unit.extract.made_pages import MORE, PROSE, TITLE

SECONDS = 20
"""Of CPU; the pool gives a busy machine thirty times that."""
PARAGRAPHS = [f"<p>({i}) {PROSE['en']}{MORE['en']}</p>" for i in range(60_000)]
HEAD = f"<html lang=en><head><title>{TITLE['en']}</title></head><body><article>"
SHORT = HEAD + "".join(PARAGRAPHS[:8]) + "</article></body></html>"


def read(name):
    """(status, words, language, CPU seconds) of one page; made in the worker, as sending 10 MB says nothing of reading."""
    body = GIANTS[name]()
    started = time.process_time()
    reading = read_page(body, url="https://x.example/a/b-c-d")
    language = detect(reading.text, title=reading.title)
    return reading.status.value, reading.words, language.code, time.process_time() - started


def ten_megabytes():
    return (HEAD + "".join(PARAGRAPHS))[:10_000_000].encode()


def nested(tag):
    return lambda: (HEAD + f"<{tag}>" * 100_000 + "".join(PARAGRAPHS[:8]) + f"</{tag}>" * 100_000).encode()


def one_line():
    return (HEAD + "<p>" + PROSE["en"] * 50_000)[:5_000_000].encode()


def one_word():
    return (HEAD + "<p>" + PROSE["en"].strip().replace(" ", "_") * 50_000)[:5_000_000].encode()


def links():
    return (HEAD + "".join(f'<li><a href="/{i}">{i} {TITLE["en"]}</a>' for i in range(100_000))).encode()


def script():
    return ("<html><body><script>var s = '" + '\\"a' * 1_500_000 + "';</script></body></html>").encode()


def cut_gzip():
    noise = "".join(random.Random(7).choices("abcdefgh ", k=40_000))
    whole = gzip.compress((SHORT + f"<!-- {noise} -->").encode())
    return whole[: len(whole) // 2]


def bomb():
    return gzip.compress(b"<p>" + b"a " * 100_000_000, 9)


GIANTS = {
    "10 MB": ten_megabytes,
    "100,000 div": nested("div"),
    "100,000 b": nested("b"),
    "100,000 table": nested("table"),
    "100,000 font unclosed": lambda: (HEAD + "<font><p>" * 100_000 + "x").encode(),
    "5 MB on one line": one_line,
    "5 MB in one word": one_word,
    "100,000 links": links,
    "5 MB of escapes": script,
    "gzip, cut": cut_gzip,
    "gzip of 200 MB": bomb,
    "NULs": lambda: SHORT.encode().replace(b" ", b" \0\0") + b"\0" * 5_000_000,
    "binary as HTML": lambda: b"\x89PNG\r\n\x1a\n" + random.Random(7).randbytes(5_000_000),
    "noise as HTML": lambda: b"<html><body>" + random.Random(8).randbytes(3_000_000),
    "attributes": lambda: b"<p " + b'a="b" ' * 800_000 + b">" + SHORT.encode(),
    "entities": lambda: (HEAD + "<p>" + "&amp;" * 1_000_000).encode(),
}
SAME_AS_SHORT = {"gzip, cut", "NULs"}
WORDS = 8 * len(f"(0) {PROSE['en']}{MORE['en']}".split())
STATUS = {
    "10 MB": "full",
    "5 MB on one line": "full",
    "100,000 links": "listing",
    "gzip, cut": "full",
    "gzip of 200 MB": "full",
    "NULs": "full",
}
"""What each is read as; the rest is empty: the parser (libxml2) gives up what is nested deeper than it allows."""


@pytest.fixture(scope="module")
def pool():
    with ReadingPool(1, timeout=30 * SECONDS) as workers:
        yield workers


@pytest.mark.parametrize("name", GIANTS)
def test_a_giant_ends_and_the_pool_goes_on(pool, name, record_property):
    answer = pool.run_until(pool.submit(read, (name,)))
    record_property("answer", str(answer))
    assert not isinstance(answer, Failed), answer
    assert answer[0] == STATUS.get(name, "empty")
    if name in SAME_AS_SHORT:
        assert answer[1:3] == (WORDS, "en")
    assert answer[3] < SECONDS
    after = pool.run_until(pool.submit(len, ("four",)))
    assert after == 4

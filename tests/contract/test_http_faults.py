"""A document that is whole is used, whatever its transport lacked."""

import asyncio
import gzip

import brotli
import pytest
import zstandard

from ingest.clock import system_clock
from ingest.http import errors
from ingest.http.body import is_whole
from ingest.http.client import HttpClient
from ingest.http.content_encoding import BeyondLimit, BodyReader
from ingest.http.cookies import ChainCookies
from ingest.http.network.header_limit import mended
from ingest.settings import FetchSettings
from tests.servers.raw import answer, serve

FEED = b"<rss><channel><title>T</title><item><title>One</title><link>http://e.test/1</link></item></channel></rss>"


def get(handlers, path="/"):
    settings = FetchSettings(allow_private=("127.0.0.0/8",), host_delay_seconds=0)

    async def run():
        async with serve(handlers) as server, HttpClient(settings, system_clock) as http:
            try:
                return await http.get(server.url(path)), server
            except errors.FetchError as e:
                return e, server

    return asyncio.run(run())


@pytest.mark.parametrize(("packed", "encoding"), [
    (brotli.compress(FEED), "br"), (zstandard.ZstdCompressor().compress(FEED), "zstd"),
    (brotli.compress(gzip.compress(FEED)), "gzip, br"),
], ids=["br", "zstd", "gzip-br"])  # fmt: skip
def test_brotli_and_zstandard_are_asked_for_and_undone(packed, encoding):
    got, server = get({"/": answer(packed, "200 OK", f"Content-Encoding: {encoding}")})
    assert (got.body, got.faults) == (FEED, ())
    assert server.seen[0].headers["accept-encoding"] == "gzip, deflate, br, zstd"


@pytest.mark.parametrize(("said", "fault"), [
    (answer(FEED, "200 OK", "Content-Encoding: utf-8"), "no encoding"),
    (answer(FEED, "200 OK", "Content-Encoding: gzip"), "sent as it is"),
    (answer(FEED, "200 OK", "Content-Encoding: br"), "sent as it is"),
    (answer(FEED, "200 OK", length=len(FEED) + 500), "body"),
    (answer(gzip.compress(FEED)[:-8], "200 OK", "Content-Encoding: gzip"), "ends before its end"),
    (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + f"{len(FEED):x}\r\n".encode() + FEED + b"\r\n", "body"),
    (answer(FEED, "200 OK", "X Powered By: PHP/5.6"), "X Powered By"),
    (answer(FEED, "200 OK", "no colon at all"), "no colon"),
], ids=["charset", "plain", "plain-br", "length", "trailer", "last-chunk", "header-name", "no-colon"])  # fmt: skip
def test_a_whole_document_is_used_and_the_fault_noted(said, fault):
    got, _ = get({"/": said})
    assert got.body == FEED
    assert fault in " ".join(got.faults)


def test_a_document_that_is_cut_is_not_taken_for_whole():
    got, _ = get({"/": answer(FEED[:60], "200 OK", length=len(FEED))})
    assert isinstance(got, errors.TruncatedBody)


@pytest.mark.parametrize(("body", "whole"), [
    (FEED, True), (FEED + b"\n<!-- served in 3 ms -->\n", True), (b"<rdf:RDF></rdf:RDF>", True), (b"<html></HTML >", True),
    (b'{"items": []}', True), (b'{"items": [', False), (FEED[:-3], False), (b"", False), (b"text", False), (b"</item>", False),
])  # fmt: skip
def test_what_ends_as_documents_end_is_whole(body, whole):
    assert is_whole(body) is whole


@pytest.mark.parametrize("encoding", ["br", "zstd"])
def test_bombs_end_at_the_limit(encoding):
    bomb = b"a" * 50_000_000
    packed = brotli.compress(bomb, quality=1) if encoding == "br" else zstandard.ZstdCompressor().compress(bomb)
    reader = BodyReader(encoding, 1_000_000)
    with pytest.raises(BeyondLimit) as e:
        reader.feed(packed)
    assert e.value.compressed
    assert len(reader.so_far()) == 1_000_000


def test_a_cookie_and_a_redirect_to_the_same_page_are_followed_once():
    async def handler(request, writer):
        known = request.headers.get("cookie") == "seen=1"
        writer.write(answer(FEED) if known else answer(b"", "302 Found", "Location: /", "Set-Cookie: seen=1; Path=/"))
        await writer.drain()

    got, server = get({"/": handler})
    assert got.body == FEED
    assert "cookie" not in server.seen[0].headers


def test_a_redirect_to_itself_that_sets_the_same_cookie_again_is_a_loop():
    got, _ = get({"/": answer(b"", "302 Found", "Location: /", "Set-Cookie: seen=1")})
    assert isinstance(got, errors.RedirectLoop)


@pytest.mark.parametrize(("line", "host", "sent"), [
    ("a=1", "x.example.org", "a=1"), ("a=1", "y.example.org", None), ("a=1; Domain=example.org", "y.example.org", "a=1"),
    ("a=1; Domain=org", "y.example.org", None), ("a=1; Domain=other.org", "other.org", None), ("a=\r\nX: 1", "x.example.org", None),
    ("=1", "x.example.org", None),
])  # fmt: skip
def test_cookies_go_only_where_they_may(line, host, sent):
    cookies = ChainCookies()
    cookies.take("x.example.org", (("Set-Cookie", line),))
    assert cookies.header(host) == sent


def test_a_head_is_mended_line_by_line():
    head, faults = mended(b"HTTP/1.1 200 OK\r\nX Y: 1\r\n folded\r\nETag: a\r\nContent-Length : 3")
    assert head == b"HTTP/1.1 200 OK\r\nETag: a\r\nContent-Length: 3\r"
    assert len(faults) == 1

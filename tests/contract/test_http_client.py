"""The HTTP client against real sockets on loopback, well-behaved and not."""

import asyncio
import gzip
import ipaddress
import zlib

import pytest

from ingest.clock import system_clock
from ingest.http import errors
from ingest.http.client import HttpClient
from ingest.settings import FetchSettings
from tests.servers.raw import answer, serve

LOOPBACK = {"allow_private": ("127.0.0.0/8",), "host_delay_seconds": 0}


def client(resolve=None, **changes):
    return HttpClient(FetchSettings(**{**LOOPBACK, **changes}), system_clock, resolve=resolve)


def get(handlers, path="/", *, ask=None, **changes):
    """The answer, or the error, for one path of a server."""

    async def run():
        async with serve(handlers) as server, client(**changes) as http:
            try:
                return await http.get(server.url(path), **(ask or {})), server
            except errors.FetchError as e:
                return e, server

    return asyncio.run(run())


def test_a_plain_answer_comes_back_whole_and_we_say_who_asks():
    got, server = get(
        {"/": answer(b"hello", "200 OK", "ETag: x")}, contact="mail@example.org", installation="Desk 3", agent="veille"
    )
    assert (got.status, got.body, got.header("etag"), got.hops) == (200, b"hello", "x", ())
    assert server.seen[0].headers["user-agent"].endswith("(+mail@example.org; Desk 3)")


def test_conditional_headers_are_sent_and_304_is_an_answer():
    got, server = get({"/": answer(b"", "304 Not Modified")}, ask={"headers": {"If-None-Match": '"a"'}})
    assert got.is_not_modified
    assert server.seen[0].headers["if-none-match"] == '"a"'


def test_redirects_are_followed_and_remembered():
    moved = answer(b"", "301 Moved", "Location: /b")
    got, _ = get({"/": moved, "/b": answer(b"", "302 Found", "Location: ?c=1"), "/b?c=1": answer(b"there")})
    assert got.body == b"there"
    assert [h.status for h in got.hops] == [301, 302]
    assert got.moved_to.endswith("/b")
    assert got.final_url.endswith("/b?c=1")


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(b"text"), "Content-Encoding: gzip"),
        (gzip.compress(b"te") + gzip.compress(b"xt"), "Content-Encoding: gzip"),
        (zlib.compress(b"text"), "Content-Encoding: deflate"),
        (zlib.compress(b"text")[2:-4], "Content-Encoding: deflate"),
        (gzip.compress(gzip.compress(b"text")), "Content-Encoding: gzip, gzip"),
        (gzip.compress(b"text"), "X-Nothing: gzip without being declared"),
        (gzip.compress(b"text") + b"\0\0\0", "Content-Encoding: gzip"),
    ],
    ids=["gzip", "members", "zlib", "raw", "twice", "undeclared", "padded"],  # gzip has the time in it
)
def test_compression_is_undone(body, encoding):
    got, _ = get({"/": answer(body, "200 OK", encoding)})
    assert got.body == b"text"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (answer(b"x" * 200_000), errors.TooLarge),
        (answer(b"x" * 200_000, length=-1), errors.TooLarge),
        (
            answer(gzip.compress(b"0" * 5_000_000, mtime=0), "200 OK", "Content-Encoding: gzip"),
            errors.DecompressionBomb,
        ),
        (answer(gzip.compress(b"0" * 5_000_000, mtime=0)), errors.DecompressionBomb),
        (answer(b"short", length=1000), errors.TruncatedBody),
        (answer(gzip.compress(b"abc" * 99, mtime=0)[:-9], "200 OK", "Content-Encoding: gzip"), errors.TruncatedBody),
        (answer(b"not gzip", "200 OK", "Content-Encoding: gzip"), errors.BadEncoding),
        (answer(b"?", "200 OK", "Content-Encoding: compress"), errors.BadEncoding),
        (answer(b"", "302 Found", "Location: /"), errors.RedirectLoop),
        (answer(b"", "302 Found", "Location: file:///etc/passwd"), errors.BadAddress),
        (answer(b"", "302 Found", "Location: http://user@127.0.0.1/"), errors.BadAddress),
        (answer(b"", "302 Found", "Location: http://10.0.0.1/"), errors.PrivateAddress),
        (answer(b"", "302 Found", "Location: http://[::1]/"), errors.PrivateAddress),
        (answer(b"", "302 Found", "Location: http://127.0.0.1:25/"), errors.BadAddress),
        (answer(b"", "200 OK", *[f"X-{n}: 1" for n in range(300)]), errors.HeadersTooLarge),
        (answer(b"", "200 OK", "X: " + "y" * 300_000), errors.HeadersTooLarge),
        (b"ceci n'est pas HTTP\r\n\r\n", errors.BadAnswer),
        (b"", errors.ConnectFailed),
    ],
)
def test_each_misbehaviour_has_its_own_error(said, kind):
    got, _ = get({"/": said}, max_megabytes=0.1)
    assert type(got) is kind, got
    assert got.reason in str(got)


def test_an_error_page_beyond_the_limit_is_still_an_answer():
    got, _ = get({"/": answer(b"x" * 2_000_000, "403 Forbidden")})
    assert got.status == 403
    assert len(got.body) <= 256 * 1024


def test_a_drip_ends_at_the_total_time():
    async def drip(_request, writer):
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    got, _ = get({"/": drip}, total_seconds=0.4)
    assert type(got) is errors.TimedOut


def test_too_long_a_chain_ends():
    hops = {f"/{n}": answer(b"", "302 Found", f"Location: /{n + 1}") for n in range(20)}
    got, server = get(hops, "/0", max_redirects=3)
    assert type(got) is errors.TooManyRedirects
    assert server.paths() == ["/0", "/1", "/2", "/3"]


def test_a_name_that_changes_its_address_gains_nothing():
    """DNS rebinding: public when first asked, loopback the next time; each dial checks what it dials."""
    asked = []

    async def resolve(host, port):
        asked.append(host)
        return [ipaddress.ip_address("127.0.0.1")]

    async def run():
        async with serve({"*": answer(b"secret")}) as server, client(resolve, allow_private=()) as http:
            with pytest.raises(errors.PrivateAddress):
                await http.get(f"http://innocent.example:{server.port}/")
            assert server.seen == []

    asyncio.run(run())
    assert asked == ["innocent.example"]


def test_retry_after_pauses_the_host_for_everyone():
    async def run():
        handlers = {"/": answer(b"", "429 Too Many Requests", "Retry-After: 60"), "/b": answer(b"b")}
        async with serve(handlers) as server, client() as http:
            assert (await http.get(server.url("/"))).status == 429
            with pytest.raises(errors.HostPaused) as e:
                await http.get(server.url("/b"))
            assert http.pace.paused() == {"127.0.0.1"}
            assert server.paths() == ["/"]
            return e.value

    assert asyncio.run(run()).until > system_clock()


def test_a_connection_that_broke_before_answering_is_tried_once_more():
    tries = []

    async def second_time_lucky(_request, writer):
        tries.append(1)
        if len(tries) > 1:
            writer.write(answer(b"ok"))
            await writer.drain()

    got, _ = get({"/": second_time_lucky})
    assert got.body == b"ok"


def test_credentials_of_a_configured_url_do_not_follow_a_redirect_elsewhere():
    async def run():
        async with serve({"*": answer(b"there")}) as other:
            there = answer(b"", "302 Found", f"Location: http://127.0.0.1:{other.port}/")
            async with serve({"/": there}) as server, client() as http:
                got = await http.get(f"http://me:word@127.0.0.1:{server.port}/")
                return got, server.seen[0].headers, other.seen

    got, first, seen = asyncio.run(run())
    assert first["authorization"] == "Basic bWU6d29yZA=="
    assert "me:word" not in got.url
    assert "authorization" not in seen[0].headers


def test_tls_that_is_none_is_said_so():
    async def plain(_reader, writer):
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        writer.close()

    async def run():
        server = await asyncio.start_server(plain, "127.0.0.1", 0)
        async with server, client() as http:
            with pytest.raises(errors.TlsFailed) as e:
                await http.get(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
            return e.value

    assert not asyncio.run(run()).network, "no sign of trouble on our side"


def test_a_port_where_nothing_listens():
    async def run():
        async with client() as http:
            with pytest.raises(errors.ConnectFailed) as e:
                await http.get("http://127.0.0.1:9999/")
            return e.value

    assert asyncio.run(run()).network


def test_an_http_proxy_is_asked_by_name_and_private_names_never():
    """The proxy resolves; what can be checked here is the literal host."""

    async def run():
        async with serve({"http://news.example/a": answer(b"through the proxy")}) as proxy:
            async with client(proxy=proxy.url("").rstrip("/"), allow_private=()) as http:
                got = await http.get("http://news.example/a")
                for url in ("http://127.0.0.1/", "http://localhost/", "http://0x7f.1/", "http://[::1]/", "http://db/"):
                    with pytest.raises(errors.PrivateAddress):
                        await http.get(url)
            return got, proxy

    got, proxy = asyncio.run(run())
    assert got.body == b"through the proxy"
    assert proxy.paths() == ["http://news.example/a"]
    assert proxy.seen[0].headers["host"] == "news.example"


def test_a_socks_proxy_is_given_the_name():
    asked = []

    async def socks(reader, writer):
        await reader.readexactly((await reader.readexactly(2))[1])
        writer.write(b"\x05\x00")
        head = await reader.readexactly(5)
        asked.append((head[3], await reader.readexactly(head[4]), await reader.readexactly(2)))
        writer.write(b"\x05\x00\x00\x01\x7f\0\0\x01\0\x50")
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer(b"through socks"))
        await writer.drain()
        writer.close()

    async def run():
        server = await asyncio.start_server(socks, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server, client(proxy=f"socks5://127.0.0.1:{port}", allow_private=()) as http:
            return await http.get("http://news.example/")

    assert asyncio.run(run()).body == b"through socks"
    assert asked == [(3, b"news.example", b"\x00\x50")]


def test_a_flood_of_100_continue_ends_at_the_head_budget():
    async def flood(_request, writer):
        while True:
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)
            await writer.drain()

    got, _ = get({"/": flood})
    assert type(got) is errors.HeadersTooLarge


def test_a_body_larger_than_the_head_budget_is_no_trouble():
    got, _ = get({"/": answer(b"x" * 3_000_000)})
    assert len(got.body) == 3_000_000


def test_ten_thousand_chunks_of_a_byte_are_refused():
    many = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 10_000 + b"0\r\n\r\n"
    got, _ = get({"/": many})
    assert type(got) is errors.BadAnswer


def test_requests_beyond_the_limit_wait_and_all_come_through():
    async def run():
        async with serve({"*": answer(b"ok")}) as server, client(concurrency=3, per_host=50) as http:
            answers = await asyncio.gather(*(http.get(server.url(f"/{n}")) for n in range(40)))
            return [a.status for a in answers]

    assert asyncio.run(run()) == [200] * 40

"""HTTP/2 against a server that speaks nothing else: the same answers, limits and guard as over HTTP/1.1."""

import asyncio

import pytest

from ingest.clock import system_clock
from ingest.http.client import HttpClient
from ingest.http.errors import FetchError, PrivateAddress, TooLarge
from ingest.settings import FetchSettings
from tests.servers.http2 import make_certificate, serve_http2

PAGE = b"<html><body>" + b"words " * 5000 + b"</body></html>"


@pytest.fixture
def certificate(tmp_path, monkeypatch):
    whole, authority = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    return whole


def client(**settings):
    allowed = {"allow_private": ("127.0.0.0/8",), "host_delay_seconds": 0, "timeout_seconds": 5} | settings
    return HttpClient(FetchSettings(**allowed), system_clock)


def test_pages_come_over_one_connection_at_once(certificate):
    async def go():
        bodies = {f"/{n}": PAGE + str(n).encode() for n in range(6)}
        async with serve_http2(bodies, certificate) as server, client(per_host=6) as http:
            first = await http.get(server.url("/0"))
            others = await asyncio.gather(*(http.get(server.url(f"/{n}")) for n in range(1, 6)))
            return server, [first, *others]

    server, answers = asyncio.run(go())
    assert server.protocols == ["h2"]
    assert [a.body for a in answers] == [PAGE + str(n).encode() for n in range(6)]
    assert (answers[0].status, answers[0].header("etag")) == (200, '"1"')


def test_limits_and_the_guard_hold(certificate):
    async def go():
        async with serve_http2({"/big": PAGE, "/reset": b"x"}, certificate, resets=frozenset({"/reset"})) as server:
            async with client() as http:
                with pytest.raises(TooLarge):
                    await http.get(server.url("/big"), max_bytes=1000)
                with pytest.raises(FetchError):
                    await http.get(server.url("/reset"))
                assert (await http.get(server.url("/big"))).body == PAGE  # and the next one comes
            async with client(allow_private=()) as http:
                with pytest.raises(PrivateAddress):
                    await http.get(server.url("/big"))
            return server

    assert "/big" in asyncio.run(go()).paths

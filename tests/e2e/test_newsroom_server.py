"""The small web over real HTTP: what it says, and how it misbehaves."""

from collections.abc import Iterator

import httpx
import pytest

from ingest.demo.newsroom import Newsroom
from ingest.demo.replies import Reply, redirect, with_validators
from ingest.demo.server import WebServer


@pytest.fixture
def web() -> Iterator[WebServer]:
    site = {
        ("a.example", "/"): with_validators(Reply("déjà vu ".encode() * 50, gzip=True), last_modified=1_000_000.0),
        ("a.example", "/?q=1"): Reply(b"query"),
        ("b.example", "/"): Reply(b"b"),
        ("a.example", "/busy"): (Reply(status=429, headers={"Retry-After": "2"}), Reply(b"well")),
        ("a.example", "/slow"): Reply(b"late", stall_seconds=30),
        ("a.example", "/cut"): Reply(b"0123456789", cut_after=4),
        ("a.example", "/old"): redirect("http://b.example/", 301),
    }
    with WebServer(site) as server:
        yield server


@pytest.fixture
def client(web: WebServer) -> Iterator[httpx.Client]:
    with httpx.Client(proxy=web.proxy_url, timeout=60) as c:
        yield c


def test_sites_answer_under_their_own_names(client: httpx.Client) -> None:
    assert client.get("http://b.example/").text == "b"
    assert client.get("http://a.example/?q=1").text == "query"
    assert client.get("http://a.example/nothing").status_code == 404
    assert client.get("http://nobody.example/").status_code == 502


def test_origin_form_with_a_host_header_works_too(web: WebServer) -> None:
    assert httpx.get(web.proxy_url, headers={"Host": "b.example:80"}, trust_env=False).text == "b"


def test_gzip_only_for_those_who_accept_it(client: httpx.Client) -> None:
    packed = client.get("http://a.example/")
    plain = client.get("http://a.example/", headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.text == plain.text


def test_conditional_requests_get_304_without_a_body(client: httpx.Client) -> None:
    first = client.get("http://a.example/")
    for header, value in (
        ("If-None-Match", first.headers["ETag"]),
        ("If-Modified-Since", first.headers["Last-Modified"]),
    ):
        again = client.get("http://a.example/", headers={header: value})
        assert (again.status_code, again.content) == (304, b"")


def test_scripts_count_requests_until_reset(client: httpx.Client, web: WebServer) -> None:
    assert [client.get("http://a.example/busy").status_code for _ in range(3)] == [429, 200, 200]
    assert [a.status for a in web.log] == [429, 200, 200]
    web.reset()
    assert web.log == []
    assert client.get("http://a.example/busy").headers["Retry-After"] == "2"


def test_a_stalled_page_outlasts_patience(client: httpx.Client) -> None:
    with pytest.raises(httpx.ReadTimeout):
        client.get("http://a.example/slow", timeout=0.4)


def test_a_cut_body_is_shorter_than_promised(client: httpx.Client) -> None:
    with pytest.raises(httpx.RemoteProtocolError, match="received 4 bytes, expected 10"):
        client.get("http://a.example/cut")


def test_redirects_head_and_tunnels(client: httpx.Client) -> None:
    moved = client.get("http://a.example/old")
    assert (moved.status_code, moved.headers["Location"]) == (301, "http://b.example/")
    head = client.head("http://a.example/cut?")
    assert head.content == b""
    with pytest.raises(httpx.ProxyError):
        client.get("https://a.example/")


def test_changing_the_site_keeps_the_counts(client: httpx.Client, web: WebServer) -> None:
    client.get("http://a.example/busy")
    web.change({("a.example", "/busy"): (Reply(status=500), Reply(b"second"))})
    assert client.get("http://a.example/busy").text == "second"
    assert client.get("http://a.example/").status_code == 404


@pytest.mark.parametrize("edition", [1, 2])
def test_every_address_of_the_newsroom_answers(edition: int) -> None:
    site = Newsroom(edition).site()
    with WebServer(site) as server, httpx.Client(proxy=server.proxy_url) as c:
        said: dict[int | str, int] = {}
        for (host, path), answer in site.items():
            stalls = isinstance(answer, Reply) and answer.stall_seconds
            try:
                status: int | str = c.get(f"http://{host}{path}", timeout=0.3 if stalls else 60).status_code
            except httpx.HTTPError as e:
                status = type(e).__name__
            said[status] = said.get(status, 0) + 1
    assert said.keys() == {200, 301, 302, 410, 429, "ReadTimeout", "RemoteProtocolError"}
    assert (said["ReadTimeout"], said["RemoteProtocolError"], said[429], said[410]) == (1, 1, 1, 2)

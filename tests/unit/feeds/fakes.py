"""A web with verbs: what each address answers is said in the test."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from ingest.http.errors import ConnectFailed, FetchError
from ingest.http.response import Hop, Response
from ingest.model import Feed

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@dataclass
class FakeClock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> datetime:
        self.now += timedelta(**by)
        return self.now


@dataclass
class FakeWeb:
    """Stands in for HttpClient. Every request is kept in ``asked``."""

    pages: dict[str, object] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def gives(self, url: str, body: str | bytes = b"", status: int = 200, **headers: str) -> None:
        named = tuple((k.replace("_", "-"), v) for k, v in headers.items())
        self.pages[url] = (status, named, body.encode() if isinstance(body, str) else body)

    def moves(self, url: str, to: str, status: int = 301) -> None:
        self.pages[url] = Hop(url, status, to)

    def fails(self, url: str, error: FetchError | None = None) -> None:
        self.pages[url] = error or ConnectFailed(url, "refused")

    async def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, max_bytes: int | None = None
    ) -> Response:
        sent = dict(headers or {})
        self.asked.append((url, sent))
        hops: tuple[Hop, ...] = ()
        at = url
        while isinstance(page := self.pages[at], Hop):
            hops += (page,)
            at = page.location
        if isinstance(page, Exception):
            raise page
        status, named, body = page
        etag = dict(named).get("etag")
        if etag and sent.get("If-None-Match") == etag:
            status, body = 304, b""
        return Response(url, at, status, named, body, hops, NOW, 0.01)


def feed(feed_id: str = "example", url: str | None = None, **more: object) -> Feed:
    named: dict[str, object] = {"name": feed_id, "outlet": feed_id, "outlet_name": feed_id}
    return Feed(feed_id, url or f"https://{feed_id}.test/rss", **(named | more))


def rss(*items: str, head: str = "") -> str:
    return f"<rss version='2.0'><channel><title>T</title>{head}{''.join(items)}</channel></rss>"


def item(number: int | str, *, at: datetime | None = None, title: str | None = None, more: str = "") -> str:
    date = f"<pubDate>{at:%a, %d %b %Y %H:%M:%S} GMT</pubDate>" if at else ""
    return (
        f"<item><title>{title or f'Title number {number}'}</title><link>https://example.test/{number}</link>"
        f"<guid isPermaLink='false'>g-{number}</guid>{date}{more}</item>"
    )

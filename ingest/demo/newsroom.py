"""The newsroom as a site to serve: every outlet's feed, pages and robots.txt, with all that goes wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ingest.demo import press
from ingest.demo.content import Outlet, Piece, load_outlets
from ingest.demo.replies import Reply, Script, Site, redirect, with_validators

RETRY_AFTER = 2
"""Seconds that the busy page asks for."""
STALL_SECONDS = 60.0
"""Longer than any reader's patience in the demo and the tests."""


@dataclass(frozen=True, slots=True)
class Newsroom:
    """All outlets at one moment. ``shift`` moves every date.

    In ``edition`` 2 an editor has changed an article, and one more outlet runs the wire copy.
    """

    edition: int = 1
    shift: timedelta = timedelta(0)

    def outlets(self) -> tuple[Outlet, ...]:
        """The outlets with their pieces as this edition has them."""
        return tuple(
            replace(o, pieces=tuple(self._now(p) for p in o.pieces if p.edition <= self.edition))
            for o in load_outlets()
        )

    def site(self) -> Site:
        """What to serve."""
        site: dict[tuple[str, str], Reply | Script] = {}
        for outlet in self.outlets():
            for path, answer in (*_front(outlet), *_feed(outlet), *_pages(outlet)):
                site[(outlet.host, path)] = answer
        return site

    def _now(self, piece: Piece) -> Piece:
        piece = piece.second_edition() if self.edition > 1 else piece
        at, late = piece.at + self.shift, piece.entry_date and piece.entry_date + self.shift
        updated = piece.updated and piece.updated + self.shift
        return replace(piece, at=at, entry_date=late, updated=updated)


def newest() -> datetime:
    """When the last piece of any edition was published, before any shift: none may stand in the future."""
    return max(p.updated or p.at for o in load_outlets() for p in o.pieces)


def _front(outlet: Outlet) -> Iterator[tuple[str, Reply]]:
    yield "/", Reply(f"<h1>{outlet.name}</h1><p>{outlet.tagline}</p>".encode())
    if outlet.robots:
        yield "/robots.txt", Reply(outlet.robots.encode(), "text/plain; charset=utf-8")


def _feed(outlet: Outlet) -> Iterator[tuple[str, Reply | Script]]:
    sheet = outlet.feed
    if sheet.broken == "missing":
        return
    if sheet.broken == "gone":
        yield sheet.path, Reply(b"<h1>410 Gone</h1>", status=410)
        return
    if sheet.broken == "loop":
        yield sheet.path, redirect(f"http://{outlet.host}{sheet.path}?refresh=1")
        yield f"{sheet.path}?refresh=1", redirect(f"http://{outlet.host}{sheet.path}")
        return
    if sheet.moved_from:
        yield sheet.moved_from, redirect(f"http://{outlet.host}{sheet.path}", 301)
    changed = max((p.updated or p.at for p in outlet.pieces), default=None)
    reply = Reply(press.feed(outlet), press.feed_type(outlet), gzip=sheet.gzip)
    since = changed.timestamp() if changed and "last-modified" in sheet.validators else None
    yield sheet.path, with_validators(reply, etag="etag" in sheet.validators, last_modified=since)


def _pages(outlet: Outlet) -> Iterator[tuple[str, Reply | Script]]:
    for piece in outlet.pieces:
        path = outlet.path_of(piece)
        if piece.no_link or piece.page == "missing":
            continue
        answer = _page(outlet, piece, path)
        yield path, answer
        if piece.page == "loop":
            yield f"{path}?again=1", redirect(f"http://{outlet.host}{path}")
        if piece.redirects:
            yield press.linked_path(outlet, piece), redirect(f"http://{outlet.host}{path}")
        if piece.twin:
            yield f"{path}{piece.twin}", answer


def _page(outlet: Outlet, piece: Piece, path: str) -> Reply | Script:
    if piece.page == "gone":
        return Reply(b"<h1>410 Gone</h1>", status=410)
    if piece.page == "loop":
        return redirect(f"http://{outlet.host}{path}?again=1")
    body = press.page(outlet, piece)
    # without a charset in the header it is the page's own meta that says how to read it
    kind = "text/html; charset=utf-8" if outlet.page_encoding == "utf-8" else "text/html"
    changed = (piece.updated or piece.at).timestamp()
    whole = with_validators(Reply(body, kind, gzip=outlet.feed.gzip), last_modified=changed)
    if piece.cut:
        return replace(whole, gzip=False, cut_after=len(body) // 2)
    if piece.stalls:
        return replace(whole, stall_seconds=STALL_SECONDS)
    if piece.limited:
        busy = Reply(b"<h1>429 Too Many Requests</h1>", status=429, headers={"Retry-After": str(RETRY_AFTER)})
        return (busy, whole)
    return whole

"""What the newsroom does wrong on purpose: each scene by name, and the feed or article that plays it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.demo.content import Outlet, Piece
from ingest.demo.press import linked_path


@dataclass(frozen=True, slots=True)
class Scene:
    """One misbehaviour."""

    what: str
    """In a few words, for people."""
    outlet: str
    feed: bool
    """True: a feed's; False: an article's."""
    url: str
    """The article's address as its feed gives it; the feed's address."""


_FEEDS = {
    "cut": "feed cut off in the middle",
    "garbage": "an error message instead of a feed",
    "html": "a web page at the feed's address",
    "gone": "feed answers 410",
    "missing": "feed answers 404",
    "loop": "feed redirects in a circle",
}
_PAGES = {"missing": "page answers 404", "gone": "page answers 410", "loop": "page redirects in a circle"}


def scenes(outlets: Iterable[Outlet]) -> list[Scene]:
    """Every misbehaviour of the newsroom, feeds first."""
    outlets = list(outlets)
    feeds = [Scene(what, o.id, True, o.feed_url) for o in outlets for what in _of_feed(o)]
    pages = [Scene(what, o.id, False, _link(o, p)) for o in outlets for p in o.pieces for what in _of_piece(o, p)]
    return feeds + pages


def _of_feed(outlet: Outlet) -> Iterator[str]:
    sheet = outlet.feed
    if sheet.broken:
        yield _FEEDS[sheet.broken]
    if sheet.moved_from:
        yield "feed moved for good (301)"
    if sheet.declare == "wrong":
        yield f"feed in {sheet.encoding}, said to be utf-8"
    elif sheet.encoding != "utf-8":
        yield f"feed in {sheet.encoding}"


def _of_piece(outlet: Outlet, piece: Piece) -> Iterator[str]:
    if piece.page:
        yield _PAGES[piece.page]
    flags = {
        "page answers 429, Retry-After": piece.limited,
        "page stalls": piece.stalls,
        "page cut off in the middle": piece.cut,
        "page moved (302)": piece.redirects,
        "page forbidden by robots.txt": _forbidden(outlet, piece),
        "listed twice, once with tracking": piece.twin is not None,
        "entry without a link": piece.no_link,
        "entry without a date": piece.no_date,
        "entry dated in the future": piece.entry_date is not None,
        "edited after publication": piece.edited is not None,
    }
    yield from (what for what, so in flags.items() if so)


def _forbidden(outlet: Outlet, piece: Piece) -> bool:
    rules = [line.partition(":")[2].strip() for line in (outlet.robots or "").splitlines() if "Disallow:" in line]
    return any(outlet.path_of(piece).startswith(path) for path in rules)


def _link(outlet: Outlet, piece: Piece) -> str:
    return "" if piece.no_link else f"http://{outlet.host}{linked_path(outlet, piece)}"

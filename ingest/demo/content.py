"""The newsroom's copy: outlets and their pieces, as they stand in ``content/<outlet>/``.

``outlet.yaml`` says who the outlet is, how its pages look and what is wrong with its feed; every piece is a
Markdown file with front matter (facts, and what goes wrong with its page) and paragraphs. Keys are those of
the classes below; times (``at``) are local to the outlet. All of it was invented for veille.
"""

from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any
from zoneinfo import ZoneInfo

from ruamel.yaml import YAML


@dataclass(frozen=True, slots=True)
class FeedSheet:
    """An outlet's feed."""

    path: str
    format: str
    """``rss2``, ``rdf``, ``atom`` or ``json``."""
    gzip: bool = False
    validators: tuple[str, ...] = ()
    """Of ``etag`` and ``last-modified``: what the server offers for conditional requests."""
    moved_from: str | None = None
    """The address in readers' catalogues, which answers 301."""
    broken: str | None = None
    """``cut``, ``garbage``, ``html``, ``gone``, ``missing`` or ``loop``."""
    encoding: str = "utf-8"
    declare: str = "xml"
    """``xml``: the prolog tells the truth; ``wrong``: prolog and header claim UTF-8 for windows-1251."""
    local_dates: bool = False
    """Dates without a zone, as many Korean papers write them."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor changed after publication."""

    title: str
    at: datetime
    replace: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One article, with what is to go wrong on its way."""

    slug: str
    title: str
    at: datetime
    """Published, in UTC."""
    by: tuple[str, ...]
    section: str
    summary: str
    paragraphs: tuple[str, ...]
    tags: tuple[str, ...] = ()
    number: int = 0
    wire: bool = False
    """Agency copy that other outlets run as well."""
    path: str | None = None
    """Where it stands, if not where its outlet puts everything."""
    page: str | None = None
    """``missing`` (404), ``gone`` (410) or ``loop``, instead of the page."""
    limited: bool = False
    """429 with Retry-After to the first request."""
    stalls: bool = False
    cut: bool = False
    """The connection is dropped in the middle of the body."""
    redirects: bool = False
    """The feed links to a former address, which answers 302."""
    twin: str | None = None
    """The feed lists it a second time with this query behind the address."""
    no_link: bool = False
    no_date: bool = False
    entry_date: datetime | None = None
    """What the feed says instead of the truth."""
    edition: int = 1
    """The first edition that has it."""
    edited: Edit | None = None
    updated: datetime | None = None

    @property
    def words(self) -> int:
        """Words in the body, counted at white space."""
        return sum(len(p.split()) for p in self.paragraphs)

    def second_edition(self) -> "Piece":
        """The piece as it stands after the editor's change; itself, if there was none."""
        if self.edited is None:
            return self
        text = "\n\n".join(self.paragraphs)
        for old, new in self.edited.replace:
            text = text.replace(old, new)
        return replace(self, title=self.edited.title, updated=self.edited.at, paragraphs=tuple(text.split("\n\n")))


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher that does not exist."""

    id: str
    name: str
    host: str
    country: str
    language: str
    kind: str
    timezone: str
    tagline: str
    style: str
    """Which page template: ``jsonld``, ``opengraph``, ``microdata``, ``cms`` or ``bare``."""
    article_path: str
    feed: FeedSheet
    robots: str | None = None
    page_encoding: str = "utf-8"
    pieces: tuple[Piece, ...] = field(default=(), compare=False)

    def path_of(self, piece: Piece) -> str:
        """Where a piece stands on the outlet's site."""
        return piece.path or self.article_path.format(slug=piece.slug, number=piece.number, section=piece.section)

    def url_of(self, piece: Piece) -> str:
        """The address of a piece."""
        return f"http://{self.host}{self.path_of(piece)}"

    @property
    def feed_url(self) -> str:
        """The feed's address as a reader's catalogue has it."""
        return f"http://{self.host}{self.feed.moved_from or self.feed.path}"


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """Every outlet with its pieces, newest first. Read from the package once."""
    folder = files("ingest.demo") / "content"
    return tuple(_outlet(d) for d in sorted(folder.iterdir(), key=lambda d: d.name) if d.is_dir())


def _outlet(folder: Traversable) -> Outlet:
    facts = _yaml((folder / "outlet.yaml").read_text(encoding="utf-8"))
    zone = ZoneInfo(facts["timezone"])
    pieces = [_piece(f, zone) for f in folder.iterdir() if f.name.endswith(".md")]
    feed = FeedSheet(**_tuples(facts.pop("feed")))
    return Outlet(id=folder.name, feed=feed, pieces=tuple(sorted(pieces, key=lambda p: p.at, reverse=True)), **facts)


def _piece(file: Traversable, zone: ZoneInfo) -> Piece:
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    facts = _tuples(_yaml(front))
    for key in ("at", "entry_date"):
        if key in facts:
            facts[key] = _utc(facts[key], zone)
    if edit := facts.get("edited"):
        changes = tuple((old, new) for old, new in edit["replace"])
        facts["edited"] = Edit(edit["title"], _utc(edit["at"], zone), changes)
    unknown = facts.keys() - {f.name for f in fields(Piece)}
    if unknown:
        raise ValueError(f"{file}: nothing is called {', '.join(sorted(unknown))} in a piece")
    return Piece(slug=file.name.removesuffix(".md"), paragraphs=tuple(body.strip().split("\n\n")), **facts)


def _utc(value: str, zone: ZoneInfo) -> datetime:
    # without seconds YAML leaves a time as text, and does not take it for UTC
    return datetime.fromisoformat(value).replace(tzinfo=zone).astimezone(UTC)


def _yaml(text: str) -> dict[str, Any]:
    return dict(YAML(typ="safe", pure=True).load(text))


def _tuples(facts: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in facts.items()}

"""Prints the newsroom's pages and feeds: outlet and piece in, bytes out. No I/O but reading the templates."""

import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from ruamel.yaml import YAML

from ingest.demo.content import Outlet, Piece

CONTENT_TYPES = {
    "rss2": "application/rss+xml",
    "rdf": "application/rdf+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A piece as its feed lists it: true or not, complete or not."""

    title: str
    guid: str
    link: str | None
    published: datetime | None
    changed: datetime
    local: datetime | None
    """``published`` on the outlet's own clock."""
    stamp: str
    """As RSS 2.0 writes it, or as this outlet believes that RSS writes it."""
    by: str
    summary: str
    summary_html: str
    tags: tuple[str, ...]


def page(outlet: Outlet, piece: Piece) -> bytes:
    """The article's page in the outlet's style and encoding."""
    zone = ZoneInfo(outlet.timezone)
    others = [p for p in outlet.pieces if p.slug != piece.slug and not p.no_link]
    text = _templates().get_template(f"page/{outlet.style}.html.j2").render(
        outlet=outlet,
        piece=piece,
        url=outlet.url_of(piece),
        feed_url=outlet.feed_url,
        f=_furniture()[outlet.language],
        published=piece.at.astimezone(zone),
        updated=piece.updated.astimezone(zone) if piece.updated else None,
        shown=lambda when: _shown(when, outlet.language),
        related=_links(outlet, others[:3]),
        most_read=_links(outlet, others[-4:]),
        jsonld=_jsonld(outlet, piece, zone),
    )  # fmt: skip
    return text.encode(outlet.page_encoding, "xmlcharrefreplace")


def feed(outlet: Outlet) -> bytes:
    """The outlet's feed, as broken as its sheet says."""
    sheet, entries = outlet.feed, items(outlet)
    if sheet.broken == "html":
        return _templates().get_template("feed/not-a-feed.html.j2").render(outlet=outlet).encode()
    if sheet.broken == "garbage":
        return b"\nFatal error: Uncaught Error: Call to a member function get_items() on null in feed.php on line 41\n"
    if sheet.format == "json":
        return _json_feed(outlet, entries)
    declared = "utf-8" if sheet.declare == "wrong" else sheet.encoding
    newest = max((e.changed for e in entries), default=None)
    text = _templates().get_template(f"feed/{sheet.format}.xml.j2").render(
        outlet=outlet, entries=entries, declared=declared, newest=newest
    )  # fmt: skip
    if sheet.broken == "cut":  # in the middle of the last item's description, as a full disk or a timeout leaves it
        text = text[: text.rindex("</description>") - 10]
    return text.encode(sheet.encoding, "xmlcharrefreplace")


def feed_type(outlet: Outlet) -> str:
    """Content-Type of the feed; one outlet's is as wrong as its prolog."""
    if outlet.feed.broken in ("html", "garbage"):
        return "text/html; charset=utf-8"
    kind = CONTENT_TYPES[outlet.feed.format]
    return f"{kind}; charset=utf-8" if outlet.feed.declare == "wrong" or outlet.feed.format == "json" else kind


def items(outlet: Outlet) -> list[FeedItem]:
    """What the feed lists, newest first; twins stand behind their originals."""
    listed: list[FeedItem] = []
    for piece in outlet.pieces:
        link = None if piece.no_link else f"http://{outlet.host}{linked_path(outlet, piece)}"
        listed.append(_item(outlet, piece, link, guid=f"tag:{outlet.host},2025:{piece.slug}"))
        if piece.twin:
            listed.append(_item(outlet, piece, f"{link}{piece.twin}", guid=f"tag:{outlet.host},2025:{piece.slug}-2"))
    return listed


def linked_path(outlet: Outlet, piece: Piece) -> str:
    """Where the feed says that a piece stands; some have moved since."""
    return f"/alt{outlet.path_of(piece)}" if piece.redirects else outlet.path_of(piece)


def _item(outlet: Outlet, piece: Piece, link: str | None, guid: str) -> FeedItem:
    zone = ZoneInfo(outlet.timezone)
    when = piece.entry_date or piece.at
    local = when.astimezone(zone)
    return FeedItem(
        title=piece.title,
        guid=guid,
        link=link,
        published=None if piece.no_date else when,
        changed=(piece.updated or when).astimezone(zone),
        local=local,
        stamp=f"{local:%Y-%m-%d %H:%M:%S}" if outlet.feed.local_dates else format_datetime(local),
        by=", ".join(piece.by),
        summary=piece.summary,
        summary_html=f"<p>{html.escape(piece.summary, quote=False)}</p>",
        tags=piece.tags,
    )


def _json_feed(outlet: Outlet, entries: Sequence[FeedItem]) -> bytes:
    """https://www.jsonfeed.org/version/1.1/."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.name,
        "home_page_url": f"http://{outlet.host}/",
        "feed_url": f"http://{outlet.host}{outlet.feed.path}",
        "description": outlet.tagline,
        "language": outlet.language,
        "items": [
            {
                "id": e.guid,
                "url": e.link,
                "title": e.title,
                "content_html": e.summary_html,
                "summary": e.summary,
                "date_published": e.local.isoformat() if e.local else None,
                "authors": [{"name": e.by}],
                "tags": list(e.tags),
            }
            for e in entries
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _jsonld(outlet: Outlet, piece: Piece, zone: ZoneInfo) -> str:
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": piece.title,
        "datePublished": piece.at.astimezone(zone).isoformat(),
        "dateModified": (piece.updated or piece.at).astimezone(zone).isoformat(),
        "author": [{"@type": "Person", "name": name} for name in piece.by],
        "publisher": {"@type": "NewsMediaOrganization", "name": outlet.name},
        "mainEntityOfPage": outlet.url_of(piece),
        "inLanguage": outlet.language,
        "isAccessibleForFree": True,
    }
    return json.dumps(facts, ensure_ascii=False).replace("</", "<\\/")


def _links(outlet: Outlet, pieces: Sequence[Piece]) -> list[dict[str, str]]:
    return [{"url": outlet.path_of(p), "title": p.title} for p in pieces]


def _shown(when: datetime, language: str) -> str:
    """A date as the language's papers print it, in digits."""
    shapes = {"en": "%d/%m/%Y %H:%M", "fr": "%d/%m/%Y à %H:%M", "ko": "%Y.%m.%d %H:%M", "ja": "%Y年%m月%d日 %H:%M"}
    shapes |= {"zh": "%Y-%m-%d %H:%M", "de": "%d.%m.%Y, %H:%M", "ru": "%d.%m.%Y %H:%M", "es": "%d/%m/%Y %H:%M"}
    return when.strftime(shapes[language])


@cache
def _templates() -> Environment:
    return Environment(loader=PackageLoader("ingest.demo", "templates"), autoescape=True, undefined=StrictUndefined)


@cache
def _furniture() -> dict[str, Any]:
    text = (files("ingest.demo") / "templates" / "furniture.yaml").read_text(encoding="utf-8")
    return dict(YAML(typ="safe", pure=True).load(text))

"""JSON Feed 1.0 and 1.1 (jsonfeed.org). feedparser fails on it."""

import json
import re
from typing import Any

from ingest.feeds.entries import RawItem
from ingest.feeds.formats.document import FeedDocument
from ingest.feeds.hints import MOST_HUBS, FeedHints

_STRING_OR_LAST_COMMA = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|,(?=\s*[\]}])', re.DOTALL)
"""A string, whole or to the end of the text, so that nothing is read twice; or a comma that nothing follows."""


def read(text: str, *, most: int) -> FeedDocument | None:
    """The feed; None if the JSON is none. Commas after the last of a list are forgiven, as templates write them."""
    feed = _loaded(text)
    if is_malformed := feed is None:
        feed = _loaded(_STRING_OR_LAST_COMMA.sub(lambda m: "" if m[0] == "," else m[0], text))
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return None
    items = [i for i in feed["items"] if isinstance(i, dict)]
    if "jsonfeed.org/version" not in _text(feed.get("version")) and not _looks_like_items(items):
        return None
    hubs = _hubs(feed)
    return FeedDocument(
        kind="json",
        items=tuple(_item(i) for i in items[:most]),
        title=_text(feed.get("title")),
        site=_text(feed.get("home_page_url")) or None,
        language=_text(feed.get("language")),
        malformed=is_malformed,
        truncated=len(items) > most,
        hints=FeedHints(
            hub=next(iter(hubs), None),
            more_hubs=hubs[1:],
            topic=_text(feed.get("feed_url")) or None,
            older=_text(feed.get("next_url")) or None,
        ),
    )


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _hubs(feed: dict[str, Any]) -> tuple[str, ...]:
    hubs = (h for h in _list(feed.get("hubs")) if isinstance(h, dict) and _text(h.get("type")).lower() == "websub")
    return tuple(url for h in hubs if (url := _text(h.get("url"))[:500]))[:MOST_HUBS]


def _looks_like_items(items: list[dict[str, Any]]) -> bool:
    """Some generators forget the version: items with an address or id and a title or content are what they are."""
    return bool(items) and all(
        (i.get("url") or i.get("id")) and (i.get("title") or i.get("content_html") or i.get("content_text"))
        for i in items[:5]
    )


def _item(item: dict[str, Any]) -> RawItem:
    html, plain = _text(item.get("content_html")), _text(item.get("content_text"))
    return RawItem(
        link=_text(item.get("url")) or _text(item.get("external_url")),
        guid=_text(item.get("id")),
        title=_text(item.get("title")),
        title_is_html=False,
        summary=_text(item.get("summary")) or (plain if len(plain) < 1000 else ""),
        content=html or plain,
        dates=tuple(d for d in (_text(item.get("date_published")), _text(item.get("date_modified"))) if d),
        authors=tuple(_authors(item)),
        tags=tuple(_text(t) for t in _list(item.get("tags"))),
        language=_text(item.get("language")),
        image=_text(item.get("image")),
        enclosure=next((_text(a.get("url")) for a in _list(item.get("attachments")) if isinstance(a, dict)), ""),
    )


def _authors(item: dict[str, Any]) -> list[str]:
    """1.1 has a list ``authors``, 1.0 a single ``author``."""
    people = _list(item.get("authors")) or [item.get("author")]
    return [name for p in people if isinstance(p, dict) and (name := _text(p.get("name")))]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    """Strings as they are; numbers, which some feeds have for ids, as text; anything else is nothing."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""

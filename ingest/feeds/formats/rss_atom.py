"""RSS and Atom by feedparser. Its objects never leave this module."""

import io
import re
from typing import Any, Final

import feedparser

from ingest.feeds.entries import RawItem, with_scheme
from ingest.feeds.formats.document import FeedDocument

_DOCTYPE: Final = re.compile(r"<!DOCTYPE[^>\[]*\[(.*?)\]\s*>", re.DOTALL | re.IGNORECASE)
_ENTITY: Final = re.compile(r"<!ENTITY\s+(\w+)\s+(?:\"([^\"&%]*)\"|'([^'&%]*)')\s*>")
_LARGEST_EXPANSION: Final = 2_000_000
_MOST_TAGS: Final = 200_000
"""5,000 entries with twenty elements each. What lies beyond is not read."""
_BARE_AMPERSAND: Final = re.compile(
    r"(<(?:link|guid|comments|(?:feedburner:)?origLink)\b[^<>]{0,200}>)([^<]{1,4000}&[^<]{0,4000})(</)", re.IGNORECASE
)
_BROKEN_ADDRESS: Final = re.compile(
    r"(<(?:link|guid|(?:feedburner:)?origLink)\b[^<>]{0,200}>)(\s*https?://[^<\s]{1,2000}[\r\n][^<]{1,2000})(</)",
    re.IGNORECASE,
)
"""An address that a line break stands in: browsers leave line breaks out."""
_LONE_IN_TEXT: Final = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)",
    re.DOTALL,
)
"""An ampersand of its own (``AT&T``), which a lenient parser takes for an entity; not within CDATA."""
_WITHOUT_SCHEME: Final = re.compile(
    r"(<(?:link|(?:feedburner:)?origLink)\b[^<>]{0,200}>\s*)((?:[A-Za-z0-9\-]{1,63}\.){1,4}[A-Za-z]{2,24}[/?#][^<]{0,2000})"
)
_LONE: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,6}|#x[0-9a-fA-F]{1,6});)")
_KINDS: Final = (("atom", "atom"), ("rss10", "rdf"), ("rss090", "rdf"), ("cdf", "rss"))
_HTML_TYPES: Final = {"text/html", "application/xhtml+xml"}


def read(text: str, base: str, *, most: int) -> FeedDocument:
    """The feed. Ill-formed documents give what can be read of them (``malformed`` says so)."""
    if text.count("<") > _MOST_TAGS:
        text = "<".join(text.split("<", _MOST_TAGS)[:_MOST_TAGS])
    text = _BROKEN_ADDRESS.sub(lambda m: m[1] + "".join(m[2].split()) + m[3], text)
    text = _BARE_AMPERSAND.sub(_escaped, text)
    text = _LONE_IN_TEXT.sub(lambda m: "&amp;" if m[0] == "&" else m[0], text)
    text = _WITHOUT_SCHEME.sub(lambda m: m[1] + with_scheme(m[2], base), text)  # a parser takes it for a path
    body = b'<?xml version="1.0" encoding="utf-8"?>' + _harmless(text).encode("utf-8", "replace")
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base}
    try:
        parsed = feedparser.parse(
            io.BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as e:  # noqa: BLE001 - a parser that trips over one body must not stop the others
        return FeedDocument("rss", (), malformed=True, problem=f"unreadable ({type(e).__name__})")
    found, head = parsed["entries"], parsed["feed"]
    return FeedDocument(
        kind=_kind(_value(parsed, "version")),
        items=tuple(_item(e, _value(head, "language")) for e in found[:most]),
        title=_value(head, "title"),
        site=_value(head, "link") or None,
        language=_value(head, "language"),
        malformed=bool(parsed.get("bozo")),
        truncated=len(found) > most,
    )


def _harmless(text: str) -> str:
    """The document with only such entity declarations as stay small when they are used."""
    doctype = _DOCTYPE.search(text[:50_000])
    if doctype is None:
        return text
    kept = []
    growth = 0
    for name, double, single in _ENTITY.findall(doctype[1]):
        value = double or single
        growth += len(value) * text.count(f"&{name};")
        if '"' not in value:
            kept.append(f'\n<!ENTITY {name} "{value}">')  # feedparser looks for them at the start of a line
    inner = "".join(kept) if growth <= _LARGEST_EXPANSION else ""
    declared = text[doctype.start() : doctype.start(1)] + inner + "\n]>"
    return text[: doctype.start()] + (declared if inner else "") + text[doctype.end() :]


def _kind(version: str) -> str:
    return next((kind for start, kind in _KINDS if version.startswith(start)), "rss")


def _item(entry: Any, feed_language: str) -> RawItem:
    title = _detail(entry, "title_detail")
    contents = _many(entry, "content")
    return RawItem(
        link=_link(entry, contents),
        origin=_value(entry, "feedburner_origlink"),
        guid=_value(entry, "id"),
        title=_value(entry, "title"),
        title_is_html=_value(title, "type") in _HTML_TYPES or not title,
        summary=_value(entry, "summary"),
        content=max((_value(c, "value") for c in contents), key=len, default=""),
        dates=tuple(d for d in (_value(entry, n) for n in ("published", "updated", "created")) if d),
        authors=tuple(_authors(entry)),
        tags=tuple(_tag(t) for t in _many(entry, "tags")),
        language=_value(entry, "language") or _value(title, "language") or feed_language,
        image=_image(entry),
        enclosure=_enclosure(entry, contents),
    )


def _link(entry: Any, contents: list[Any]) -> str:
    """The link; or the first alternate, where feedparser chose none.

    Where there is none it makes one of the id (``17`` too): that does not go before ``content src``.
    """
    link = _value(entry, "link")
    is_made_up = bool(dict.get(entry, "guidislink")) and not _many(entry, "links")
    if is_made_up and (source := next((src for c in contents if (src := _value(c, "src"))), "")):
        return source
    if link:
        return link
    links = _many(entry, "links")
    return next((_value(x, "href") for x in links if _value(x, "rel") in ("alternate", "")), "")


def _enclosure(entry: Any, contents: list[Any]) -> str:
    """A recording or film; or where Atom says that the content is (``content src``)."""
    for link in _many(entry, "links"):
        if _value(link, "rel") == "enclosure" and not _value(link, "type").startswith("image/"):
            return _value(link, "href")
    return next((src for c in contents if (src := _value(c, "src"))), "")


def _escaped(found: "re.Match[str]") -> str:
    """An address with its ampersands escaped: a parser would read ``&copy=2`` as ©."""
    return found[1] + _LONE.sub("&amp;", found[2]) + found[3]


def _authors(entry: Any) -> list[str]:
    names = [_value(a, "name") or _value(a, "email") for a in _many(entry, "authors")]
    return [n for n in names if n] or [n for n in (_value(entry, "author"),) if n]


def _tag(tag: Any) -> str:
    """A category's term, or its label where the term is an address."""
    term, label = _value(tag, "term"), _value(tag, "label")
    return label if label and ("://" in term or not term) else term


def _image(entry: Any) -> str:
    """An image's address: some publishers' only trace of the day is in its path."""
    for name, key in (("media_content", "url"), ("media_thumbnail", "url"), ("links", "href")):
        for found in _many(entry, name):
            if name != "links" or _value(found, "type").startswith("image/"):
                return _value(found, key)
    found_in_text = re.search(r"<img\b[^<>]{0,300}?src=[\"']([^\"'<>]{1,500})", _value(entry, "summary")[:4000])
    return found_in_text[1] if found_in_text else ""


def _value(found: Any, key: str) -> str:
    """A text, or nothing. ``dict.get`` on purpose: feedparser's own maps one date to another, with warnings."""
    value = dict.get(found, key) if isinstance(found, dict) else None
    return value if isinstance(value, str) else ""


def _detail(entry: Any, key: str) -> Any:
    return dict.get(entry, key) or {}


def _many(entry: Any, key: str) -> list[Any]:
    value = dict.get(entry, key) if isinstance(entry, dict) else None
    return value if isinstance(value, list) else []

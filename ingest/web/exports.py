"""Searches as feeds and files, with what an analyst's other tools read. No outlet's HTML: all of it is text."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

from ingest.index.hit import Hit

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class About:
    """What a feed says of itself."""

    title: str
    self_url: str
    page_url: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a search down."""

    media_type: str
    write: Callable[[Iterable[Hit], About], str]
    limit: int
    is_feed: bool = False


def atom(hits: Iterable[Hit], about: About) -> str:
    """Atom (RFC 4287)."""
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", about.page_url)
    _add(feed, "title", about.title)
    _add(feed, "link", rel="self", href=about.self_url)
    _add(feed, "link", rel="alternate", href=about.page_url)
    entries = [_record(hit) for hit in hits]
    _add(feed, "updated", max((str(r["indexed"]) for r in entries), default=about.now.isoformat()))
    for r in entries:
        entry = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(entry, "id", f"urn:veille:{r['id']}")
        _add(entry, "title", str(r["title"]))
        _add(entry, "link", href=str(r["url"]))
        _add(entry, "published", str(r["published"]))
        _add(entry, "updated", str(r["indexed"]))
        _add(_add(entry, "author"), "name", str(r["outlet"]))
        _add(entry, "summary", str(r["summary"]))
        for topic in r["topics"]:
            _add(entry, "category", term=str(topic))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode")


def json_feed(hits: Iterable[Hit], about: About) -> str:
    """JSON Feed 1.1."""
    items = [
        {
            "id": r["id"], "url": r["url"], "title": r["title"], "content_text": r["summary"],
            "date_published": r["published"], "language": r["language"], "tags": r["topics"],
            "authors": [{"name": r["outlet"]}],
        }
        for r in map(_record, hits)
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": about.title, "home_page_url": about.page_url}
    return json.dumps({**feed, "feed_url": about.self_url, "items": items}, ensure_ascii=False, indent=1)


def comma_separated(hits: Iterable[Hit], _: About) -> str:
    """CSV (RFC 4180) with a byte order mark, which is how Excel knows UTF-8."""
    out = io.StringIO()
    names = ("published", "outlet", "country", "language", "title", "url", "topics", "story", "words", "authors", "id")
    writer = csv.writer(out)
    writer.writerow(names)
    for r in map(_record, hits):
        writer.writerow([_cell("; ".join(r[n]) if isinstance(r[n], list) else r[n]) for n in names])
    return "\ufeff" + out.getvalue()


def json_lines(hits: Iterable[Hit], _: About) -> str:
    """One document a line, whole, as the index holds it."""
    return "".join(json.dumps({"id": hit.id, **hit.source}, ensure_ascii=False) + "\n" for hit in hits)


def ris(hits: Iterable[Hit], _: About) -> str:
    """RIS, which Zotero, EndNote and Citavi read."""
    lines: list[str] = []
    for r in map(_record, hits):
        day = str(r["published"])[:10].replace("-", "/")
        lines += ["TY  - NEWS", f"TI  - {_line(r['title'])}", f"T2  - {_line(r['outlet'])}"]
        lines += [f"AU  - {_line(a)}" for a in r["authors"]]
        lines += [f"DA  - {day}", f"PY  - {day[:4]}", f"LA  - {_line(r['language'])}", f"UR  - {_line(r['url'])}"]
        lines += [f"AB  - {_line(r['summary'])}"] + [f"KW  - {_line(t)}" for t in r["topics"]] + ["ER  - ", ""]
    return "\r\n".join(lines)


FORMATS = {
    "atom": Format("application/atom+xml", atom, 100, is_feed=True),
    "json": Format("application/feed+json", json_feed, 100, is_feed=True),
    "csv": Format("text/csv; charset=utf-8", comma_separated, 10_000),
    "jsonl": Format("application/x-ndjson", json_lines, 10_000),
    "ris": Format("application/x-research-info-systems", ris, 10_000),
}
"""By the ending of the address."""


def _record(hit: Hit) -> dict[str, Any]:
    s = hit.source
    outlet, published = s.get("outlet") or {}, s.get("published") or {}
    url = s.get("url") or {}
    return {
        "id": hit.id, "title": s.get("title") or url.get("full") or hit.id, "url": url.get("full") or "",
        "summary": s.get("summary") or str(s.get("body") or "")[:400],
        "outlet": outlet.get("name") or outlet.get("id") or "", "country": outlet.get("country") or "",
        "language": (s.get("language") or {}).get("code") or "",
        "published": published.get("at") or s.get("@timestamp"), "indexed": s.get("indexed_at") or s.get("@timestamp"),
        "topics": list(s.get("topics") or ()), "story": (s.get("story") or {}).get("id") or "",
        "words": (s.get("content") or {}).get("words") or 0, "authors": list(s.get("authors") or ()),
    }  # fmt: skip


def _cell(value: Any) -> Any:
    """A title that begins like a formula must not become one in a spreadsheet (OWASP: CSV injection)."""
    text = _line(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text


def _line(value: Any) -> str:
    return " ".join(_CONTROL.sub(" ", str(value)).split())


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(
        parent, f"{{{_ATOM}}}{name}", {k: _CONTROL.sub("", v) for k, v in attributes.items()}
    )
    if text is not None:
        child.text = _CONTROL.sub("", text)
    return child

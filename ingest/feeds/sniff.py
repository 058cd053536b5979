"""What a body is, whatever its Content-Type says: 200 is not success."""

import html
import re
from typing import Final
from urllib.parse import urljoin

from ingest.feeds.formats.registry import JSON, form_of_root

_HEAD = 20_000
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_FEED_OPENS = re.compile(
    r"<(?P<rss>rss)\b[^<>]{0,2000}>\s*<channel\b|<(?P<rdf>rdf:rdf)\b[^<>]{0,2000}>\s*<channel\b"
    r"|<(?P<atom>feed)\b[^<>]{0,2000}\bhttp://www\.w3\.org/2005/Atom\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ESCAPED_OPENS = re.compile(r"&lt;(?:(?P<rss>rss)|(?P<rdf>rdf:rdf)|(?P<atom>feed))\s", re.IGNORECASE)
_REFRESH = re.compile(
    r"<meta\b(?=[^<>]{0,300}http-equiv=[\"']?refresh)[^<>]{0,300}?url=[\"']?([^\"'<>\s]{1,500})", re.IGNORECASE
)
_DOCTYPE_HTML = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z_][\w.\-]*:)?([A-Za-z_][\w.\-]*)")
_NO_FEEDS: Final = {
    "sitemapindex": "sitemap-index", "opml": "opml", "html": "html", "head": "html", "body": "html",
}  # fmt: skip
# Walls that answer 200 (or 403) with a page for browsers. Each has been met in front of a publisher's feed.
CHALLENGES = re.compile(
    r"client challenge|just a moment\.\.\.|challenge-platform|cf-chl|attention required! \| cloudflare"
    r"|_incapsula_resource|incapsula incident|captcha-delivery|datadome|px-captcha|perimeterx|/_sec/cp_challenge"
    r"|ddos-guard|verify you are (?:a )?human|checking your browser|enable javascript and cookies to continue"
    r"|request unsuccessful\. incapsula|akamai.{0,40}access denied|tspd_101|bobcmn",
    re.IGNORECASE,
)


def form_of(text: str) -> str:
    """The form of a decoded body, from its first element or character.

    One of ``formats.registry``, or what it is instead: ``sitemap-index``, ``opml``, ``html``, ``challenge``,
    ``empty``, ``unknown``.
    """
    head = text[:_HEAD].lstrip()
    if not head:
        return "empty"
    if head[0] in "{[":
        return JSON
    head = _COMMENT.sub("", head)
    found = _ROOT.search(head)
    if found is None:
        return "unknown"
    name = found[2].lower()
    form = form_of_root(name) or _NO_FEEDS.get(name, "unknown")
    if form == "unknown" and _DOCTYPE_HTML.search(head[:500]):
        form = "html"
    if form == "unknown":  # some dialects hide their root; items show what it is
        form = "feed" if re.search(r"<(?:\w+:)?(?:item|entry)[\s>]", text[: _HEAD * 5]) else "unknown"
    return _page(head) if form == "html" else form


def feed_in_page(text: str) -> str | None:
    """The feed that a page has in its body, printed as it is or escaped, as in ``<pre>``; None: it has none.

    Looked for from the first place where one may open to where it closes: in time that grows with the text, no more.
    """
    opens = _FEED_OPENS.search(text)
    if opens is not None:
        return _up_to(text, opens, "<", ">")
    opens = _ESCAPED_OPENS.search(text)
    inside = _up_to(text, opens, "&lt;", "&gt;") if opens else None
    unescaped = html.unescape(inside) if inside else ""
    return unescaped if _FEED_OPENS.match(unescaped) else None


def _up_to(text: str, opens: re.Match[str], less: str, greater: str) -> str | None:
    name = next(name for name in opens.groups() if name)
    closes = re.compile(rf"{less}/{name}\s*{greater}", re.IGNORECASE).search(text, opens.end())
    return text[opens.start() : closes.end()] if closes else None


def points_to(page: str, base: str) -> str | None:
    """Where a page sends its reader: ``<meta http-equiv=refresh>``."""
    found = _REFRESH.search(page[:_HEAD])
    return urljoin(base, html.unescape(found[1])) if found else None


def is_challenge(text: str) -> bool:
    """True for a page that asks the reader to prove that they are a person."""
    return CHALLENGES.search(text[:_HEAD]) is not None


def _page(head: str) -> str:
    return "challenge" if is_challenge(head) else "html"

"""Feeds whose items lead to one and the same page: bulletins with the list as their link."""

import re
from collections import defaultdict
from collections.abc import Sequence
from html import unescape
from urllib.parse import urljoin

from ingest.urls import canonical, is_web, url_key

FEWEST = 3
"""Items with other titles, so that a page is theirs together. Two may be one article that was given a new guid."""
_LINK = re.compile(
    r"<link\b[^<>]{0,300}>\s*(?:<!\[CDATA\[)?\s*([^<\s][^<]{0,2000}?)\s*(?:\]\]>)?\s*</link>"
    r"|<link\b(?![^<>]{0,500}\brel=[\"'](?!alternate))[^<>]{0,500}?\bhref=[\"']([^\"'<>]{1,2000})[\"']",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title\b[^<>]{0,200}>(.{0,2000}?)</title>", re.IGNORECASE | re.DOTALL)


def shared_links(items: Sequence[str], base: str) -> frozenset[str]:
    """Keys of the pages that several of these items (texts of a document) lead to under titles of their own."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for item in items:
        link, title = _LINK.search(item[:100_000]), _TITLE.search(item[:100_000])
        if link and title:
            titles[unescape(link[1] or link[2]).strip()].add(title[1].strip())
    found = [link for link, seen in titles.items() if len(seen) >= FEWEST or len(seen) == len(items) > 1]
    return frozenset(url_key(canonical(address)) for link in found if is_web(address := _absolute(base, link)))


def _absolute(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return ""

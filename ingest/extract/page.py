"""A page read once: text, tree, meta elements, structured data. Everything else looks at this."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from ingest.extract import jsonld, script_text
from ingest.extract.outlet_rules import NOTHING, OutletRule, Said, rule_for
from ingest.extract.payload import read_payload
from ingest.extract.reading import ReadingHints
from ingest.extract.tree import drop_empty, drop_frames, keep_unseen_prose, parse, scripts, squeeze, text_of
from ingest.text.charset import Decoded

MAX_H1 = 12
MAX_HEADINGS = 60
_SUBHEADINGS = frozenset({"h2", "h3", "h4"})
_HEADING_TAGS = ("h2", "h3", "h4", "h5", "h6", "div", "p", "span", "td", "strong", "b", "font", "a")
_TITLE_CLASS = re.compile(r"title|headline|heading", re.I)
_UNSEEN_TAGS = "script style svg template link meta noscript iframe canvas object embed select"
UNSEEN = (*_UNSEEN_TAGS.split(), "input", "textarea", "audio", "video", "source", "img", "picture")


@dataclass
class Page:
    """What is known of a page before anything is decided. Not thread-safe; one process, one page."""

    url: str
    decoded: Decoded
    root: HtmlElement | None
    hints: ReadingHints
    kept_scripts: list[str] = field(default_factory=list)
    """Scripts that may hold text; filled by ``lighten``."""
    players: int = 0
    """Elements that play or embed something; counted by ``lighten``."""

    @cached_property
    def meta(self) -> dict[str, list[str]]:
        """``<meta>`` contents by lower-case name, property, itemprop or http-equiv."""
        found: dict[str, list[str]] = {}
        if self.root is None:
            return found
        for element in self.root.iter("meta"):
            content = squeeze(element.get("content"))
            if not content:
                continue
            for attribute in ("name", "property", "itemprop", "http-equiv"):
                key = (element.get(attribute) or "").strip().lower()
                if key:
                    found.setdefault(key, []).append(content)
        return found

    def meta_first(self, *keys: str) -> tuple[str, str] | None:
        """(key, content) of the first key that the page has."""
        for key in keys:
            if values := self.meta.get(key):
                return key, values[0]
        return None

    @cached_property
    def nodes(self) -> list[jsonld.Node]:
        """All schema.org objects."""
        return jsonld.nodes(scripts(self.root, "ld+json")) if self.root is not None else []

    @cached_property
    def articles(self) -> list[jsonld.Node]:
        """The schema.org objects that describe the page's article."""
        return jsonld.articles(self.nodes)

    @cached_property
    def known(self) -> dict[str, jsonld.Node]:
        """Schema.org objects by the ``@id`` under which others refer to them."""
        return jsonld.by_id(self.nodes)

    @cached_property
    def rule(self) -> OutletRule | None:
        """The rule of the page's outlet, if we have one."""
        return rule_for(self.url) if self.root is not None else None

    @cached_property
    def said_by_rule(self) -> Said:
        """What the outlet's rule finds besides the body."""
        return self.rule.said(self.root) if self.rule is not None and self.root is not None else NOTHING

    def lighten(self) -> None:
        """Drop from the tree what no reader sees. Call when structured data and dates have been read.

        The engine copies the tree five times; without scripts, styles and drawings that takes a third less.
        """
        _ = (self.meta, self.nodes, self.h1, self.title_element, self.said_by_rule)
        if self.root is not None:
            self.kept_scripts = script_text.keep(e.text for e in self.root.iter("script") if e.text)
            self.players = sum(1 for _ in self.root.iter("video", "audio", "iframe", "object", "embed"))
            etree.strip_elements(self.root, "script", "style", with_tail=False)
            keep_unseen_prose(self.root)
            etree.strip_elements(self.root, *UNSEEN, with_tail=False)
            drop_frames(self.root)
            drop_empty(self.root)

    @cached_property
    def h1(self) -> list[str]:
        """Texts of the h1 elements, in order."""
        if self.root is None:
            return []
        texts = (text_of(e) for _, e in zip(range(MAX_H1), self.root.iter("h1"), strict=False))
        return [t for t in texts if t]

    @cached_property
    def headings(self) -> list[str]:
        """Texts of headings below h1 and of what is classed as a title, in order: a headline is not always an h1."""
        if self.root is None:
            return []
        marked = (e for e in self.root.iter(*_HEADING_TAGS) if e.tag in _SUBHEADINGS or _is_classed_title(e))
        texts = (text_of(e) for _, e in zip(range(MAX_HEADINGS), marked, strict=False))
        return [t for t in texts if 8 <= len(t) < 250]

    @cached_property
    def title_element(self) -> str:
        """Text of ``<title>`` (the head's, not an SVG's)."""
        element = self.root.find(".//head/title") if self.root is not None else None
        if element is None and self.root is not None:
            element = next(self.root.iter("title"), None)
        return text_of(element) if element is not None else ""

    @cached_property
    def html_lang(self) -> str | None:
        """What the page says about its language: ``<html lang>``, else a meta."""
        if self.root is None:
            return None
        own = self.root.get("lang") or self.root.get("{http://www.w3.org/XML/1998/namespace}lang")
        own = own or self.root.get("xml:lang")
        if own and own.strip():
            return str(own).strip()
        found = self.meta_first("og:locale", "content-language", "language", "dc.language", "inlanguage")
        return found[1] if found else None

    @cached_property
    def site_name(self) -> str:
        """How the site names itself."""
        found = self.meta_first("og:site_name", "application-name", "apple-mobile-web-app-title")
        if found:
            return found[1]
        return next((n for a in self.articles for n in jsonld.names(a.get("publisher"), self.known)), "")

    @cached_property
    def description(self) -> str:
        """The page's own summary."""
        found = self.meta_first("og:description", "description", "twitter:description")
        return found[1] if found else ""

    def link(self, rel: str) -> str | None:
        """Absolute address of the first ``<link rel=…>``."""
        if self.root is None:
            return None
        for element in self.root.iter("link"):
            if rel in (element.get("rel") or "").lower().split() and (href := (element.get("href") or "").strip()):
                return absolute(self.url, href)
        return None


def _is_classed_title(element: HtmlElement) -> bool:
    names = element.get("class") or element.get("id")
    return (names is not None and bool(_TITLE_CLASS.search(names))) or element.get("itemprop") == "headline"


def absolute(base: str, href: str) -> str | None:
    """An http(s) address, or None."""
    try:
        url = urljoin(base, href)
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) else None


def open_page(body: bytes, url: str, content_type: str | None, hints: ReadingHints) -> Page:
    """Decode and parse: the one time that this is done."""
    decoded = read_payload(body, content_type)
    return Page(url, decoded, parse(decoded.text), hints)

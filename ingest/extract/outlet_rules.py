"""Rules for single outlets, as data: where body, title, date, authors and paywall stand, and what does not count.

The general reading knows no site. For outlets that matter most, what a person saw once on their pages is written down
in ``outlet_rules.toml``; only from pages at hand, the others stay without. A rule is never trusted blindly: where it
finds little of what the general reading finds, the page is read as any other and ``Reading.rule`` says ``missed``,
which operations count (operations/drift.py): an outlet has changed its pages.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from cssselect import HTMLTranslator, SelectorError
from lxml import etree
from lxml.html import HtmlElement

from ingest.errors import ConfigError, Problem
from ingest.extract.blocks.page_blocks import Block
from ingest.extract.tree import squeeze, text_of
from ingest.urls import host

_SELECTORS = ("body", "drop", "title", "author", "date", "paywall")
_KEYS = frozenset({"host", "seen", *_SELECTORS})


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule finds of a page besides its body; empty where it has no selector or finds nothing."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    is_walled: bool = False


NOTHING = Said()


@dataclass(frozen=True, slots=True)
class OutletRule:
    """How one outlet's pages are built. Selectors are compiled; a missing one is None."""

    host: str
    """Registered host; its subdomains are meant, too."""
    seen: str
    """Month of the newest page that it was written from."""
    selectors: Mapping[str, etree.XPath] = field(default_factory=dict)

    def elements(self, root: HtmlElement, name: str) -> list[HtmlElement]:
        """What a selector finds, in document order."""
        selector = self.selectors.get(name)
        found = selector(root) if selector is not None else []
        return [e for e in found if isinstance(e, HtmlElement)] if isinstance(found, list) else []

    def text(self, root: HtmlElement, name: str) -> str:
        """Text of the first element with any, or its ``datetime`` or ``content``."""
        for element in self.elements(root, name):
            if value := squeeze(element.get("datetime") or element.get("content")) or text_of(element):
                return value
        return ""

    def said(self, root: HtmlElement) -> Said:
        """All but the body. Ask before the tree is lightened."""
        authors = (text_of(element) for element in self.elements(root, "author"))
        return Said(
            title=self.text(root, "title"),
            authors=tuple(name for name in authors if name),
            date=self.text(root, "date"),
            is_walled=bool(self.elements(root, "paywall")),
        )

    def blocks(self, root: HtmlElement, blocks: Sequence[Block]) -> list[bool]:
        """Which blocks stand inside the body and outside of what is dropped."""
        dropped = {id(e) for top in self.elements(root, "drop") for e in top.iter()}
        inside = {id(e) for top in self.elements(root, "body") for e in top.iter()} - dropped
        return [id(block.place.element) in inside for block in blocks]


def rule_for(url: str) -> OutletRule | None:
    """The rule of the outlet that an address belongs to."""
    name = host(url)
    rules = load_rules()
    labels = name.split(".")
    return next((rules[tail] for i in range(len(labels) - 1) if (tail := ".".join(labels[i:])) in rules), None)


@cache
def load_rules() -> Mapping[str, OutletRule]:
    """The packaged rules, by host."""
    return parse_rules(files("ingest.extract").joinpath("outlet_rules.toml").read_text(encoding="utf-8"))


def parse_rules(text: str, source: str = "outlet_rules.toml") -> dict[str, OutletRule]:
    """Rules from TOML; all that is wrong is told at once (ConfigError)."""
    try:
        entries = tomllib.loads(text).get("outlet", [])
    except tomllib.TOMLDecodeError as e:
        raise ConfigError.of(source, f"is not TOML: {e}", hint="mend the line named") from e
    problems = [
        Problem(source, fault, key=str(entry.get("host") or f"outlet {number}"))
        for number, entry in enumerate(entries, 1)
        for fault in _faults(entry)
    ]
    hosts = [str(entry.get("host")) for entry in entries]
    problems += [
        Problem(source, "has two rules", key=name) for name in sorted({h for h in hosts if hosts.count(h) > 1})
    ]
    if problems:
        raise ConfigError(problems)
    return {entry["host"]: _rule(entry) for entry in entries}


def _rule(entry: Mapping[str, Any]) -> OutletRule:
    selectors = {name: _compile(entry[name]) for name in _SELECTORS if name in entry}
    return OutletRule(entry["host"], entry["seen"], selectors)


def _faults(entry: Mapping[str, Any]) -> Iterator[str]:
    for key in ("host", "seen", "body"):
        if not entry.get(key):
            yield f"{key!r} is missing"
    for key, value in entry.items():
        if key not in _KEYS:
            yield f"{key!r} is not known; one of {', '.join(sorted(_KEYS))}"
        elif not isinstance(value, str):
            yield f"{key!r} is not a string"
        elif key in _SELECTORS:
            try:
                _compile(value)
            except (SelectorError, etree.XPathSyntaxError) as e:
                yield f"{key!r} is not a CSS selector: {value!r} ({e})"


def _compile(selector: str) -> etree.XPath:
    return etree.XPath(HTMLTranslator().css_to_xpath(selector))

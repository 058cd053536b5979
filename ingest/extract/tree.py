"""Text → tree, once, and small helpers that read from it."""

import re
import unicodedata
from collections.abc import Iterator

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from ingest.text.plain import without_invisible
from ingest.urls import host

_NO_BREAK = frozenset({"a", "span", "i", "b", "em", "strong", "small"})
_MAY_BE_EMPTY = (*_NO_BREAK, "div", "li", "ul", "figure", "section", "p", "aside")
_FRAMES = ("nav", "footer", "menu", "button", "dialog")
_UNSEEN_HOLDERS = ("template", "noscript", "canvas", "object", "svg", "textarea", "iframe")
_LINE = 60
FEW_CHARS = 200
"""Prose under which a menu or a footer is dropped without a look at the rest of the page."""
MAX_CHARS = 4_000_000
MAX_ELEMENTS = 60_000
"""The largest of 230 real pages has 16,000. Work grows faster than the page beyond this, so the rest is left out."""
# lxml.html chooses the class of each element in Python; nothing here needs its classes for forms (a tenth of all time).
_CLASSES = etree.ElementDefaultClassLookup(element=HtmlElement)
_LOOSE = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def parse(text: str) -> HtmlElement | None:
    """The page as a tree without comments and processing instructions; None if there is nothing to parse."""
    if not text or text.isspace():
        return None
    # One parser a call: parsers keep state, and the page's own meta must not override the decode already done.
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = lxml.html.document_fromstring(text[:MAX_CHARS].encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if not isinstance(root, HtmlElement):
        return None
    if text.count("<") > MAX_ELEMENTS:
        _cut(root)
    return root


def _cut(root: HtmlElement) -> None:
    """Drop what comes after the element that is one too many."""
    last = next((e for i, e in enumerate(root.iter()) if i >= MAX_ELEMENTS), None)
    while last is not None and (parent := last.getparent()) is not None:
        del parent[parent.index(last) + 1 :]
        last = parent


def drop_frames(root: HtmlElement) -> None:
    """Drop menus, footers and buttons, but none that holds half of the page's prose: that is one never closed.

    A ``<nav>`` without its end takes the rest of the page in (the parser closes it at ``</body>``); dropping it would
    drop the article. What is left in becomes a ``div``, so that nobody after us skips it for its name.
    """
    whole: int | None = None
    for element in list(root.iter(*_FRAMES)):
        parent = element.getparent()
        if parent is None:
            continue
        own = _prose(element)
        if own > FEW_CHARS:
            whole = _prose(root) if whole is None else whole
            if own > 0.5 * whole:
                element.tag = "div"
                continue
        _remove(element, parent)


def keep_unseen_prose(root: HtmlElement) -> None:
    """Show what a browser shows by script, or in place of what it cannot show, where most of the page's prose is there.

    An article in ``<template>`` (a shadow root, a script's copy), ``<noscript>``, the fallback of a drawing, a text
    field or a frame's ``srcdoc`` is dropped with them else. Half of the prose is never a form or a notice. Call it
    when scripts and styles are gone.
    """
    found = [e for e in root.iter(*_UNSEEN_HOLDERS) if next(e.iterancestors(*_UNSEEN_HOLDERS), None) is None]
    sizes = [(e, _prose(e) or len(e.get("srcdoc") or "")) for e in found]
    sizes = [(e, size) for e, size in sizes if size > FEW_CHARS]
    if not sizes:
        return
    whole = _prose(root)
    for element, size in sizes:
        if size <= 0.5 * whole:
            continue
        if element.tag == "iframe":
            _unfold(element)
        for inner in element.iter(*_UNSEEN_HOLDERS, "foreignobject"):
            inner.tag = "pre" if inner.tag == "textarea" else "div"


def _unfold(frame: HtmlElement) -> None:
    """Put the document that a frame carries in itself in its place."""
    inside = parse((frame.get("srcdoc") or "")[:MAX_CHARS])
    body = inside.find("body") if inside is not None else None
    if body is not None:
        for unseen in list(body.iter("script", "style")):
            unseen.text = None
        frame[:] = list(body)
        frame.text = body.text


def _prose(element: HtmlElement) -> int:
    """Characters in runs of text of more than a line's length that are not links."""
    size = 0
    for part in element.iter():
        for text in (part.text if part.tag != "a" else None, part.tail if part is not element else None):
            if text and len(text) > _LINE:
                size += len(text.strip())
    return size


def _remove(element: HtmlElement, parent: HtmlElement) -> None:
    """Take an element out and leave the text behind it where it is."""
    tail, before = element.tail, element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def drop_empty(root: HtmlElement) -> None:
    """Drop elements that hold no text: a quarter of a page, once its pictures are gone."""
    for element in reversed(list(root.iter(*_MAY_BE_EMPTY))):
        if len(element) or (element.text and not element.text.isspace()):
            continue
        above, after, inline = element.getparent(), element.tail, element.tag in _NO_BREAK
        if above is None:
            continue
        if not after or (after.isspace() and not inline):
            above.remove(element)
        elif inline:
            element.drop_tree()


def squeeze(text: str | None) -> str:
    """White space of any kind as single spaces, none at the ends; without what no reader sees."""
    return _SPACE.sub(" ", without_invisible(text or "")).strip()


def text_of(element: HtmlElement) -> str:
    """Text of an element and what is in it, squeezed."""
    return squeeze("".join(element.itertext()))


def scripts(root: HtmlElement, kind: str) -> Iterator[str]:
    """Texts of ``<script type=kind>``, in document order."""
    for element in root.iter("script"):
        if kind in (element.get("type") or "").lower() and element.text:
            yield element.text


def site_names(url: str) -> tuple[str, ...]:
    """Words by which a site may name itself, from its address: ``www.lemonde.fr`` → ``lemonde.fr``, ``lemonde``."""
    name = host(url).removeprefix("www.")
    labels = name.split(".")
    return (name, labels[-2]) if len(labels) > 1 else (name,)


def words(text: str) -> int:
    """Number of words; in scripts written without spaces, two characters count as one."""
    if text.isascii():
        return len(text.split())
    unspaced = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + (unspaced + 1) // 2 if unspaced else len(text.split())


def loose(text: str) -> str:
    """Letters and digits only, without case or compatibility forms: for comparing the same words set differently."""
    return _LOOSE.sub("", "".join(unicodedata.normalize("NFKC", text).split())).casefold()

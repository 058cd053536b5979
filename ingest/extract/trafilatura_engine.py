"""trafilatura as the engine: our tree in, plain paragraphs out. Its objects do not leave this module.

Two ways to ask it: fast and without tables, two thirds of the time of its default; or its default with tables, which
finds what fast mode loses (results, articles in layout tables). Which is right depends on the page (blocks/
refine_body.py). Metadata is ours (dates.py, title.py, authors.py), so its own is not asked for.
"""

import logging
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are about pages, not about us
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_BLOCKS = frozenset({"body", "p", "head", "list", "item", "quote", "lb", "code", "div", "row", "cell", "table", "del"})


def extract(root: HtmlElement, *, thorough: bool = False) -> list[str]:
    """Paragraphs of the main text, in order; empty if there is none. The tree is not changed."""
    options = Extractor(output_format="txt", fast=not thorough, comments=False, tables=thorough)
    try:
        document = bare_extraction(root, options=options)
    except Exception:  # noqa: BLE001 - on odd trees it raises kinds of its own and lxml's; the page has no text then
        return []
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return list(_lines(document.body))


def _lines(body: _Element) -> Iterator[str]:
    """Text between the starts and ends of blocks. trafilatura's ``xmltotxt`` also knows Markdown, and takes longer."""
    parts: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS and parts:
            if line := " ".join("".join(parts).split()):
                yield line
            parts.clear()
        text = element.text if event == "start" else element.tail
        if text:
            parts.append(text)
    if line := " ".join("".join(parts).split()):
        yield line

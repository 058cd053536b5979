"""trafilatura as the engine: our tree in, plain paragraphs out. Its objects do not leave this module.

Fast mode, without comments and tables: measured on 230 pages, page F1 .953 against .938 for its default, at two
thirds of the time. Metadata is ours (dates.py, title.py, authors.py), so its own is not asked for.
"""

import logging

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor
from trafilatura.xml import xmltotxt

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are about pages, not about us
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def extract(root: HtmlElement, *, recall: bool = False) -> list[str]:
    """Paragraphs of the main text, in order; empty if there is none. The tree is not changed."""
    options = Extractor(output_format="txt", fast=True, recall=recall, comments=False, tables=False)
    try:
        document = bare_extraction(root, options=options)
    except Exception:  # noqa: BLE001 - on odd trees it raises kinds of its own and lxml's; the page has no text then
        return []
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return [line.strip() for line in xmltotxt(document.body, False).splitlines() if line.strip()]

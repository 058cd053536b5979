"""A page as a list of text blocks in document order, each with what surrounds it.

A block is a run of text that a browser shows on lines of its own: a paragraph, a heading, a list item, the bare text
of a div, what stands between two empty lines of ``<br>``. Words of the article and words of the frame differ in where
they stand and how much of them is links; both are kept here, nothing is decided.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.html import HtmlElement

from ingest.text.plain import without_invisible

_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr"
)
_SKIPPED_TAGS = (
    "script style noscript template svg math canvas iframe object embed audio video select option input button "
    "textarea map area link meta head title track source picture img datalist dialog nav footer menu"
)
INLINE = frozenset(_INLINE_TAGS.split())
SKIP = frozenset(_SKIPPED_TAGS.split())
_FRAME_TAGS = frozenset({"aside", "form", "header", "figure", "figcaption"})
_NEGATIVE = re.compile(
    r"comment|disqus|related|recommend|relat|promo|sponsor|advert|(?:^|[\s_-])ads?(?:$|[\s_-])|newsletter|subscri|"
    r"signup|sign-up|social|share|sharing|sidebar|side-bar|widget|breadcrumb|navig|(?:^|[\s_-])nav|menu|footer|cookie|"
    r"consent|popup|modal|teaser|tease|more-|read-?more|also-|most-|popular|trending|latest|tags?(?:$|[\s_-])|taglist|"
    r"toolbar|byline|author|copyright|legal|disclaimer|paywall|login|outbrain|taboola|embed|caption|credit|gallery|slide|"
    r"carousel|rating|print|metadata|meta(?:$|[\s_-])|timestamp|dateline|hidden|skip|banner|masthead|toc(?:$|[\s_-])|"
    r"infobox|factbox|aside|overlay",
)
_POSITIVE = re.compile(
    r"article[-_]?_?(?:body|text|content|copy|main)|(?:body|story|post|entry|content|text|main|page)[-_]?_?"
    r"(?:body|text|content|copy)|story|paragraph|richtext|rich-text|prose|articlebody|artikel|texto|cuerpo|corps|contenu|"
    r"haupttext|lead|intro|standfirst|chapo|teaser-text|excerpt|summary|deck|dek|subtitle|subhead|sapo",
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACES = re.compile(r"[^\S\n]+")
_PARAGRAPH = re.compile(r"\n\s*\n")
_CELLS = frozenset({"td", "th"})
_IN_CELLS = INLINE | _CELLS
MAX_BLOCKS = 12_000
MAX_ROW = 300
"""Characters of a line of a table; more is a layout."""
MAX_DEPTH = 120


@dataclass(slots=True, eq=False)
class BlockPlace:
    """A block-level element above a block."""

    element: HtmlElement
    parent: "BlockPlace | None"
    tag: str
    names: str
    depth: int
    negative: int
    """Elements from here up to the root whose class or id says frame, not article."""
    near_negative: bool
    positive: int
    frame: int
    """Bits for the frame elements above: see FRAME_BITS."""
    hidden: bool
    body: bool
    """Inside ``itemprop=articleBody`` (or the like)."""
    article: int
    """Number of ``<article>`` above."""
    main: bool


FRAME_BITS = {tag: 1 << i for i, tag in enumerate(sorted(_FRAME_TAGS))}


@dataclass(slots=True)
class Block:
    """A run of text. ``link`` counts its characters inside links."""

    text: str
    place: BlockPlace
    link: int
    order: int
    bold: int = 0
    features: list[float] = field(default_factory=list)

    @property
    def heading(self) -> bool:
        """True for the text of h1 to h6."""
        return self.place.tag in _HEADINGS


class _Walker:
    """Collects text until a block ends. One use a page."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._link = 0
        self._bold = 0

    def visit(self, element: HtmlElement, place: BlockPlace, link: bool, bold: bool, depth: int) -> None:
        if element.text:
            self._add(element.text, link, bold)
        for child in element:
            tag = child.tag
            if isinstance(tag, str) and tag not in SKIP and len(self.blocks) < MAX_BLOCKS:
                if depth > MAX_DEPTH:
                    self._add("".join(child.itertext()), link, bold)
                elif tag == "br":
                    self._text.append("\n")
                elif tag == "tr" and _is_data_row(child):
                    self.flush(place)
                    self._visit_row(child, self._place(child, tag, place), depth + 1)
                elif tag in INLINE:
                    self.visit(child, place, link or tag == "a", bold or tag in ("b", "strong"), depth + 1)
                else:
                    self.flush(place)
                    below = self._place(child, tag, place)
                    self.visit(child, below, link, bold, depth + 1)
                    self.flush(below)
            if child.tail:
                self._add(child.tail, link, bold)

    def _visit_row(self, row: HtmlElement, place: BlockPlace, depth: int) -> None:
        """The cells of a line of a table as one block, with bars between them."""
        for cell in row:
            if cell.tag in _CELLS:
                if self._text:
                    self._text.append(" | ")
                self.visit(cell, place, False, False, depth)
        self.flush(place)

    def flush(self, place: BlockPlace) -> None:
        if not self._text:
            return
        raw = "".join(self._text)
        self._text.clear()
        link, bold, self._link, self._bold = self._link, self._bold, 0, 0
        if raw.isspace():
            return
        pieces = _PARAGRAPH.split(raw) if "\n" in raw else [raw]
        for piece in pieces:
            text = " ".join(without_invisible(piece).split())
            if text:
                share = 1.0 if len(pieces) == 1 else len(piece) / len(raw)
                self.blocks.append(
                    Block(
                        text,
                        place,
                        min(len(text), round(link * share)),
                        len(self.blocks),
                        min(len(text), round(bold * share)),
                    )
                )

    def _add(self, text: str, link: bool, bold: bool) -> None:
        self._text.append(text if "\n" not in text else text.replace("\n", " "))
        if link or bold:
            size = len(text.strip())
            self._link += size if link else 0
            self._bold += size if bold else 0

    def _place(self, element: HtmlElement, tag: str, parent: BlockPlace) -> BlockPlace:
        get = element.get
        names = f"{get('class', '')} {get('id', '')}"
        negative, positive = _kinds(names)
        style = get("style")
        hidden = bool(style and _HIDDEN_STYLE.search(style)) or get("hidden") is not None
        return BlockPlace(
            element,
            parent,
            tag,
            names,
            parent.depth + 1,
            parent.negative + negative,
            negative,
            parent.positive + positive,
            parent.frame | FRAME_BITS.get(tag, 0),
            parent.hidden or hidden,
            parent.body or get("itemprop") in ("articleBody", "text", "description articleBody"),
            parent.article + (tag == "article"),
            parent.main or tag == "main" or get("role") == "main",
        )


def _is_data_row(row: HtmlElement) -> bool:
    """Two or more short cells without blocks of their own: a line of a table of data, not of a layout."""
    cells = size = 0
    for element in row.iterdescendants():
        cells += element.tag in _CELLS
        size += len(element.text or "") + len(element.tail or "")
        if size > MAX_ROW or not (element.tag in _IN_CELLS or element.tag in SKIP):
            return False
    return cells >= 2


@lru_cache(maxsize=20_000)
def _kinds(names: str) -> tuple[bool, bool]:
    """Whether class and id say frame, and content. Sites repeat their names, so most answers are remembered."""
    names = names.lower()  # quicker than a pattern that ignores case
    return bool(_NEGATIVE.search(names)), bool(_POSITIVE.search(names))


def blocks(root: HtmlElement) -> list[Block]:
    """The blocks of a page's body, in document order."""
    body = root.find("body")
    start = root if body is None else body
    walker = _Walker()
    top = BlockPlace(start, None, "body", "", 0, 0, False, 0, 0, False, False, 0, False)
    walker.visit(start, top, False, False, 0)
    walker.flush(top)
    return walker.blocks

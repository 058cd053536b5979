"""What stands before the first and after the last paragraph of a page that marks neither: menu, date line, copyright.

Old systems put the menu into a paragraph of links with bars between them; no tag, class or place tells it from the
article's words, its own shape does. Only blocks outside the prose are looked at, so nothing within a text can go.
"""

import re
from collections.abc import Sequence

from ingest.extract.blocks.features import LABEL
from ingest.extract.blocks.page_blocks import Block, BlockPlace

PROSE = 100
"""Characters from which a block that is not links counts as prose; half of it in scripts without spaces."""
_BARS = re.compile(r"\s[|/·•‹›»>–—-]++(?=\s|$)|[|｜]")
_DATE = re.compile(
    r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})\b"
    r"|\d{4}\s?[./年년-]\s?\d{1,2}\s?[./月월-]\s?\d{1,2}[日일]?"
    r"|\d{1,2}(?:\.|er|st|nd|rd|th|º)?\s+(?:de\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+)?\d{4}"
    r"|[^\W\d_]{3,12}\.?\s+\d{1,2},\s+\d{4}"
)
_CLOCK = re.compile(r"\d{1,2}\s?[:.h時시]\s?\d{2}분?|\b(?:am|pm|uhr|gmt|utc|kst|jst|cest|cet|msk)\b", re.I)
_LETTER = re.compile(r"[^\W\d_]")
_RIGHTS = re.compile(r"^(?:©|\(c\)|copyright\b)", re.I)


def outside(blocks: Sequence[Block], keep: Sequence[bool], titles: Sequence[bool]) -> list[bool]:
    """``keep`` without headline (``titles``: blocks that repeat it), menus, date lines, further stories and notices."""
    kept = [i for i, wanted in enumerate(keep) if wanted]
    words = [i for i in kept if not titles[i]]
    prose = [i for i in words if _is_prose(blocks[i])] or _longest(blocks, words)
    if not prose:
        return list(keep)
    out = list(keep)
    end = next_story(blocks, titles, prose[0])
    for i in kept:
        if i >= end:
            out[i] = False
        elif i < prose[0]:
            out[i] = not (titles[i] or is_menu(blocks[i].text, blocks[i].link) or is_date_line(blocks[i].text))
        elif i > prose[-1]:
            out[i] = not (is_menu(blocks[i].text, blocks[i].link) or is_closing(blocks[i].text, blocks[i].link))
    return out


def next_story(blocks: Sequence[Block], titles: Sequence[bool], prose: int) -> int:
    """Where a page that goes on for ever begins its next story: an h1 of other words below the article's prose, that
    stands in an element named as the one around the article's own h1. Others are crossheads.
    """
    own = [i for i, block in enumerate(blocks) if block.place.tag == "h1" and titles[i]]
    if not own or own[0] > prose:
        return len(blocks)
    first = blocks[own[0]]
    below = (i for i in range(prose + 1, len(blocks)) if blocks[i].place.tag == "h1" and blocks[i].text != first.text)
    return next((i for i in below if _are_alike(first.place, blocks[i].place)), len(blocks))


def _are_alike(one: BlockPlace, other: BlockPlace) -> bool:
    """Whether two headlines stand in two elements of one template."""
    around, beside = one.parent, other.parent
    if around is None or beside is None or around is beside or one.depth != other.depth:
        return False
    return around.tag == beside.tag and around.names == beside.names and (around.tag == "article" or bool(around.names))


def is_menu(text: str, link: int) -> bool:
    """Short names with bars between them, most of them links (``link``: characters inside links)."""
    bars = len(_BARS.findall(text))
    return bars >= 2 and link > 0.5 * (len(text) - 2 * bars) and len(text) < 40 * (bars + 1)


def is_date_line(text: str) -> bool:
    """A date and no more than an hour and a name beside it."""
    if len(text) > PROSE or not _DATE.search(text):
        return False
    rest = _CLOCK.sub(" ", _DATE.sub(" ", text))
    return len(_LETTER.findall(rest)) <= 40 and len(rest.split()) <= 8 and not text.rstrip().endswith((".", "!", "?"))


def is_closing(text: str, link: int) -> bool:
    """A notice of rights, or a label with links to other stories."""
    if len(text) < 200 and _RIGHTS.match(text):
        return True
    return link > 0.5 * len(text) and bool(LABEL.match(text[:400].lower()))


def _is_prose(block: Block, least: int = PROSE) -> bool:
    wide = len(block.text) * (2 if block.text[0] > "\u2e80" else 1)
    return wide >= least and block.link < 0.5 * len(block.text) and not is_date_line(block.text)


def _longest(blocks: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """Of a text in short lines, the longest stands for the prose."""
    lines = [i for i in kept if _is_prose(blocks[i], 0)]
    return [max(lines, key=lambda i: len(blocks[i].text))] if lines else []

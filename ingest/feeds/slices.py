"""A feed's text cut into its items, before any parser sees it.

Two things come of it. A parse costs only what is new: an item whose bytes were there at the last poll is known by its
hash and left out (parsing 30 items with feedparser takes 9 ms, comparing 30 hashes 0.03 ms). And a document of a
million entries is cut to the limit before it costs anything.
"""

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass

from ingest.text.dates import parse_date

RULES = b"1"
"""Part of each hash: to be raised when entries come out differently, so that known items are read again."""
HASH_BYTES = 8
MOST_HASHES = 2000
LARGEST_ITEM = 1_000_000
"""Characters. A single item beyond that is not an article; the others are read."""
MOST_TAGS = 20_000
"""In one item: depth costs feedparser far more than length (400,000 levels: 14 s and 300 MB)."""
LARGEST_HEAD = 500_000
MOST_MARKS = 100_000
"""Tags of items that are looked at: twice the number of items."""
_DATE = re.compile(r"<(?:pubDate|updated|published|dc:date)\b[^<>]{0,100}>\s*([^<]{6,100})<", re.IGNORECASE)
_INLINE = re.compile(r"data:[a-z]{1,20}/[\w.+\-]{1,60};base64,[A-Za-z0-9+/=\s%]{200,}", re.IGNORECASE)

_BEGUN = re.compile(r"<(?:item|entry)(?=[\s>])")
_ADDRESS = re.compile(r"</link\s*>|<link\b[^<>]{1,2000}>", re.IGNORECASE)
_ROOT_END = re.compile(r"</(?:channel|rss|feed|rdf:RDF)\s*>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)((?:[A-Za-z_][\w.\-]*:)?(?:item|entry))(?=[\s>/])", re.ASCII)
_OPENING = re.compile(r"<!\[CDATA\[|<!--")


@dataclass(frozen=True, slots=True)
class Slices:
    """``head + "".join(items) + tail`` is the document, less what was left out."""

    head: str
    items: tuple[str, ...]
    tail: str
    truncated: bool = False


def cut(text: str, *, most: int) -> Slices | None:
    """The document in slices, at most ``most`` items; None where item tags do not alternate (ill-formed, nested).

    Of a document that cannot be cut properly and is too long, the first ``most`` items are kept all the same.
    """
    marks, is_complete = _marks(text)
    if not marks:
        return Slices(text[:LARGEST_HEAD], (), "")
    if any(closing != (i % 2 == 1) for i, (_, _, closing) in enumerate(marks)) or len(marks) % 2:
        too_many = len(marks) > 2 * most
        return Slices(text[: marks[2 * most][0]], (), "", truncated=True) if too_many else None
    if len(marks) <= 2 * most:
        return _slices(text, marks, marks[0][0], truncated=not is_complete)
    return _slices(text, _newest(text, marks, most), marks[0][0], truncated=True)


def _marks(text: str) -> tuple[list[tuple[int, int, bool]], bool]:
    """(start, end, is closing) of the item tags, at most ``MOST_MARKS``; and whether these are all."""
    marks: list[tuple[int, int, bool]] = []
    hidden = _hidden(text)
    for m in _TAG.finditer(text):
        if hidden and _inside(hidden, m.start()):
            continue
        if len(marks) >= MOST_MARKS:
            return marks, False
        marks.append((m.start(), m.end(), bool(m[1])))
    return marks, True


def _newest(text: str, marks: list[tuple[int, int, bool]], most: int) -> list[tuple[int, int, bool]]:
    """The end of the document where its items are sorted oldest first, as archives are; else its beginning."""
    first = parse_date(_date_in(text[marks[0][0] : marks[1][1]]) or "")
    last = parse_date(_date_in(text[marks[-2][0] : marks[-1][1]]) or "")
    return marks[-2 * most :] if first is not None and last is not None and last > first else marks[: 2 * most]


def _date_in(item: str) -> str | None:
    found = _DATE.search(item[:200_000])
    return found[1].strip() if found else None


def without_inline_data(text: str) -> str:
    """The document without pictures that are written out in it (``data:…;base64,…``): megabytes, and no text."""
    return _INLINE.sub("", text) if ";base64," in text else text


def without_cut_item(text: str) -> str:
    """The document without a last item that it breaks off in: half an address would be another article.

    One whose address is whole stays: it is known, and its page has the rest. So do items that are never closed in a
    document that is whole.
    """
    closed = max(text.rfind("</item>"), text.rfind("</entry>"))
    rest = _BEGUN.search(text, closed + 1)
    if rest is None or _has_address(text, rest.end()) or _ROOT_END.search(text, rest.start()):
        return text
    return text[: rest.start()]


def _has_address(text: str, at: int) -> bool:
    """True if an address ends after ``at``: RSS closes a link, Atom has it in a tag."""
    return any("href" in m.group() or m.group().startswith("</") for m in _ADDRESS.finditer(text, at))


def item_hash(item: str) -> bytes:
    """Identity of an item's text, ``HASH_BYTES`` long."""
    return hashlib.blake2b(item.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES, key=RULES).digest()


def is_readable(item: str) -> bool:
    """False for an item that is too large, or has too many tags, to be an article."""
    return len(item) <= LARGEST_ITEM and item.count("<") <= MOST_TAGS


def _slices(text: str, marks: list[tuple[int, int, bool]], head_end: int, *, truncated: bool) -> Slices:
    items = []
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        end = text.find(">", closing[1]) + 1 or len(text)
        items.append(text[opening[0] : end])
    start = text.find(">", marks[-1][1]) + 1 or len(text)
    tail = _closing(text) if truncated else text[start:]
    return Slices(text[: min(head_end, LARGEST_HEAD)], tuple(items), tail[:LARGEST_HEAD], truncated)


def _closing(text: str) -> str:
    """End tags for a document that was cut: whatever was opened around its items."""
    return text[-200:][m.start() :] if (m := re.search(r"(?:</[\w:.\-]+>\s*){1,2}$", text[-200:])) else ""


def _hidden(text: str) -> list[int]:
    """Bounds (start, end, start, end, …) of CDATA sections and comments that contain item tags."""
    bounds: list[int] = []
    place = 0
    while m := _OPENING.search(text, place):
        closing = "]]>" if m[0] == "<![CDATA[" else "-->"
        end = text.find(closing, m.end())
        end = len(text) if end < 0 else end + 3
        if _TAG.search(text, m.end(), end):
            bounds += (m.start(), end)
        place = end
    return bounds


def _inside(bounds: list[int], place: int) -> bool:
    return bisect_right(bounds, place) % 2 == 1

"""What is measured of each block, so that a model can tell an article's words from the frame around them.

Nothing here knows a site. ``FEATURES`` of a block are what its element, its words and its place (block_position.py)
say; ``VOTED`` adds what trafilatura makes of the page.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
import numpy.typing as npt

from ingest.extract import jsonld
from ingest.extract.blocks.block_position import POSITION, VOTE, Positions
from ingest.extract.blocks.page_blocks import FRAME_BITS, Block, BlockPlace
from ingest.extract.page import Page
from ingest.extract.tree import loose
from ingest.languages.joined import alternatives, words

Matrix = npt.NDArray[np.float32]

_ELEMENT = (
    "tag", "parent_tag",  # ordinals: see TAGS
    "articles_above", "main", "header", "form", "figure",
    "article_body",  # inside itemprop=articleBody
    "frame_names", "content_names",  # how many elements above have a class or id that says frame, or story
    "near_frame",  # the block's own element says frame
    "depth",
)  # fmt: skip
_WORDS = (
    "links",  # share of the block's text inside links
    "width",  # log of its characters
    "bold", "digits", "upper", "commas", "capitals",  # shares
    "sentence_end", "starts_upper", "sentences",
    "label",  # begins as labels do: Read more, Advertisement, Photo …
    "contact",  # addresses, subscriptions, cookies
)  # fmt: skip
_PAGE = (
    "described",  # is the page's own description: a standfirst
    "title",  # repeats the page's title
    "after_headline",  # blocks after the headline; negative before it, -99 where there is none
    "heading_label", "since_heading",  # whether the last heading was a label; blocks since, up to 20
    "repeats",  # times that the block stands in the page
)  # fmt: skip
_NAMES = (
    "near_comments", "near_sidebar", "near_legal", "near_article",  # class or id of the two elements around
    "comments_above", "media_above", "sidebar_above", "legal_above", "article_above",  # … of any above
)  # fmt: skip
FEATURES = (*_ELEMENT, *_WORDS, *_PAGE, *_NAMES, *POSITION)
VOTED = (*FEATURES, *VOTE)

_TAG_NAMES = (
    "p div li h1 h2 h3 h4 h5 h6 td tr blockquote figcaption pre section article body dd dt header aside main form ul "
    "center"
)
TAGS = {tag: i for i, tag in enumerate(_TAG_NAMES.split(), 1)}
_KINDS = {
    "comments": re.compile(r"comment|disqus|reaction|replies|kommentar"),
    "media": re.compile(r"caption|credit|gallery|slide|carousel|image|photo|bild|figure|picture|media|video"),
    "sidebar": re.compile(r"sidebar|side-bar|aside|rail|widget|box|column|right|left"),
    "legal": re.compile(r"foot|copyright|legal|disclaimer|cookie|consent|privacy|imprint"),
    "article": re.compile(
        r"article|story|post|entry|content|text|body|paragraph|rich|prose|artikel|texto|cuerpo|corps|contenu|news|main|"
        r"detail"
    ),
}
_COMMENTS, _MEDIA, _SIDEBAR, _LEGAL, _ARTICLE = (1 << i for i in range(len(_KINDS)))
_ENDS = frozenset('.!?…。！？:;"”»’)]')
_SENTENCE = re.compile(r"[.!?…](?:\s|[\"”»’)]|$)|[。！？]")
_DIGIT = re.compile(r"\d")
LABEL = re.compile(
    rf"^(?:{alternatives('labels')}|©|\(c\)|czytaj|les også|läs (?:mer|också)|annonse|lees ook|haberin devamı)"
)
"""For lower-case text."""
_CONTACT = (
    "@", "facebook", "twitter", "instagram", "whatsapp", "telegram", "http:", "https:", "www.", "©", "email",
    "javascript", *words("contact_words"),
)  # fmt: skip
"""Words are looked for one by one: five times as quick as one pattern of them all."""
_NO_HEADLINE = -99.0


@dataclass(frozen=True, slots=True)
class Measured:
    """Blocks of a page with what was measured: ``rows[i]`` holds FEATURES of ``blocks[i]``."""

    blocks: Sequence[Block]
    keys: list[str]
    """``loose`` text of each block."""
    titles: list[bool]
    """True: the block repeats the page's title."""
    positions: Positions
    rows: Matrix

    def voted(self, taken: Sequence[bool]) -> Matrix:
        """VOTED of each block, given which blocks the engine took."""
        if not self.blocks:
            return np.zeros((0, len(VOTED)), np.float32)
        return np.hstack([self.rows, np.array(self.positions.vote(taken), np.float32)])


def measure(page: Page, blocks: Sequence[Block]) -> Measured:
    """Measure the blocks of a page."""
    keys = [loose(b.text) for b in blocks]
    positions = Positions.of(blocks, keys)
    texts = _PageTexts.of(page)
    titles = [bool(key) and key in texts.titles for key in keys]
    of_page = _page_rows(blocks, keys, positions.widths, titles, texts)
    above: dict[int, tuple[int, int]] = {}
    rows = [
        (*_element(block.place), *_words(block, positions.widths[i]), *in_page, *_names(block.place, above), *position)
        for i, (block, in_page, position) in enumerate(zip(blocks, of_page, positions.rows(), strict=True))
    ]
    matrix = np.array(rows, np.float32) if rows else np.zeros((0, len(FEATURES)), np.float32)
    return Measured(blocks, keys, titles, positions, matrix)


def taken_by(measured: Measured, paragraphs: Sequence[str]) -> list[bool]:
    """Which blocks an engine's paragraphs cover: the same words, a part of a paragraph, or several paragraphs."""
    known = {b.text: key for b, key in zip(measured.blocks, measured.keys, strict=True)}
    loosened = [known.get(p) or loose(p) for p in paragraphs]
    exact, joined = set(loosened), "|".join(loosened)
    parts = [p for p in loosened if len(p) > 25]
    taken = []
    for key in measured.keys:
        if not key:
            taken.append(False)
        elif key in exact or (len(key) > 25 and key in joined):
            taken.append(True)
        else:
            taken.append(len(key) > 60 and sum(len(p) for p in parts if p in key) > 0.5 * len(key))
    return taken


@dataclass(frozen=True, slots=True)
class _PageTexts:
    """What a page says of itself outside its text, loose."""

    titles: frozenset[str]
    descriptions: tuple[str, ...]

    @classmethod
    def of(cls, page: Page) -> "_PageTexts":
        article = page.articles[:1]
        titles = [*page.meta.get("og:title", [])[:1], *page.h1[:2], page.title_element]
        titles += [jsonld.string(a.get("headline")) for a in article]
        descriptions = [*page.meta.get("og:description", [])[:1], *page.meta.get("description", [])[:1]]
        descriptions += [jsonld.string(a.get("description")) for a in article]
        return cls(
            frozenset(key for t in titles if (key := loose(t))), tuple(loose(d) for d in descriptions if len(d) > 20)
        )


def _element(place: BlockPlace) -> tuple[float, ...]:
    frame = place.frame
    return (
        float(TAGS.get(place.tag, 0)),
        float(TAGS.get(place.parent.tag, 0) if place.parent is not None else 0),
        float(place.article),
        float(place.main),
        float(bool(frame & FRAME_BITS["header"])),
        float(bool(frame & FRAME_BITS["form"])),
        float(bool(frame & (FRAME_BITS["figure"] | FRAME_BITS["figcaption"]))),
        float(place.body),
        float(place.negative),
        float(place.positive),
        float(place.near_negative),
        float(place.depth),
    )


def _words(block: Block, width: float) -> tuple[float, ...]:
    text = block.text
    size, opening, low = len(text), text[:200], text[:400].lower()
    first = text.split(None, 30)[:30]
    return (
        block.link / size,
        math.log1p(width),
        block.bold / size,
        len(_DIGIT.findall(text[:300])) / min(300, size),
        sum(map(str.isupper, opening)) / len(opening),
        text.count(",") / size,
        sum(word[0].isupper() for word in first) / len(first),
        float(text[-1:] in _ENDS),
        float(text[0].isupper()),
        float(sum(1 for _ in islice(_SENTENCE.finditer(text), 4))),
        float(bool(LABEL.match(low))),
        float(size < 400 and any(word in low for word in _CONTACT)),
    )


def _page_rows(
    blocks: Sequence[Block], keys: Sequence[str], widths: Sequence[float], titles: Sequence[bool], texts: _PageTexts
) -> list[tuple[float, ...]]:
    headline = next((i for i, b in enumerate(blocks) if b.place.tag == "h1" or titles[i]), None)
    repeats = Counter(keys)
    heading_label, since_heading = 0.0, 20
    rows: list[tuple[float, ...]] = []
    for i, (block, key) in enumerate(zip(blocks, keys, strict=True)):
        if block.heading or (widths[i] < 60 and block.bold > 0.8 * len(block.text)):
            heading_label, since_heading = float(bool(LABEL.match(block.text[:60].lower()))), 0
        else:
            since_heading = min(20, since_heading + 1)
        described = any(key == d or (len(key) > 40 and (key in d or d in key)) for d in texts.descriptions)
        after = float(i - headline) if headline is not None else _NO_HEADLINE
        rows.append(
            (float(described), float(titles[i]), after, heading_label, float(since_heading), float(repeats[key]))
        )
    return rows


def _names(place: BlockPlace, known: dict[int, tuple[int, int]]) -> tuple[float, ...]:
    """What class and id of the elements around say; ``known`` remembers a page's places."""
    near, above = _bits(place, known)
    return (
        *(float(bool(near & bit)) for bit in (_COMMENTS, _SIDEBAR, _LEGAL, _ARTICLE)),
        *(float(bool(above & bit)) for bit in (_COMMENTS, _MEDIA, _SIDEBAR, _LEGAL, _ARTICLE)),
    )


def _bits(place: BlockPlace, known: dict[int, tuple[int, int]]) -> tuple[int, int]:
    found = known.get(id(place))
    if found is None:
        near = above = 0
        step: BlockPlace | None = place.parent
        for _ in range(2):
            if step is not None:
                near |= _kinds(step.names)
                step = step.parent
        if place.parent is not None:
            above = _bits(place.parent, known)[1] | _kinds(place.parent.names)
        found = known[id(place)] = (near, above)
    return found


@lru_cache(maxsize=20_000)
def _kinds(names: str) -> int:
    """Bits for what class and id speak of. Sites repeat their names, so most answers are remembered."""
    low = names.lower()
    return sum(1 << i for i, pattern in enumerate(_KINDS.values()) if pattern.search(low))

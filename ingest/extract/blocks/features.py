"""What is measured of each block, so that a small model can tell an article's words from the frame around them.

Nothing here knows a site. Shares are of characters, each block counted up to 600, so that one long block does not
outvote a page.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from ingest.extract import jsonld
from ingest.extract.blocks.block_position import Shares, Span, container, engine_follows
from ingest.extract.blocks.page_blocks import FRAME_BITS, Block
from ingest.extract.page import Page
from ingest.extract.tree import loose
from ingest.languages.joined import alternatives, words

FEATURES = (
    "signature_share",  # of the engine's text: in blocks that stand as this one does (tags and classes of 3 levels)
    "container_share",  # of the engine's text: in this block's container
    "outer_share",  # of the engine's text: in the element around the container
    "container_links",  # of the container's text: inside links
    "after",  # log distance, in blocks, after the engine's last long block
    "before",  # log distance before its first long block
    "links",  # share of the block's text inside links
    "all_links",
    "frame_class_above",  # the parent's class or id says related, share, newsletter …
    "frame_classes",  # how many elements above say so (up to 3)
    "frame_class",  # the block's own element says so
    "title",  # repeats the page's title
    "engine_follows",  # share of the engine in the next three blocks
    "sentence_end",
    "article_body",  # inside itemprop=articleBody
    "bold",
    "short",
    "list_item",
    "sentences",
    "label",  # begins as labels do: Read more, Advertisement, Photo …
    "length",  # log
    "header",  # inside <header>
    "description",  # is the page's own description: a standfirst
    "in_span",  # between the engine's first and last long block
    "main",  # inside <main>
    "contact",  # addresses, subscriptions, cookies
    "bare",  # text of a div, not of a paragraph
    "content_classes",  # how many elements above say story, body, lead (up to 3)
    "h1",
    "before_h1",
    "photo",  # short, and speaks of photos and agencies
    "before_long",
    "after_long",
    "in_json",  # stands in the page's own articleBody
)

_ENDS = frozenset('.!?…。！？:;"”»’)]')
_SENTENCE = re.compile(r"[.!?…](?:\s|[\"”»’)]|$)|[。！？]")
LABEL = re.compile(
    rf"^(?:{alternatives('labels')}|©|\(c\)|czytaj|les også|läs (?:mer|också)|annonse|lees ook|haberin devamı)"
)
"""For lower-case text."""
_CONTACT = (
    "@", "facebook", "twitter", "instagram", "whatsapp", "telegram", "http:", "https:", "www.", "©", "email",
    "javascript", *words("contact_words"),
)  # fmt: skip
_PHOTO = ("getty", "reuters", "afp", "©", "/ap", "ap/", "(ap", "ap)", " ap ", *words("photo_words"))
"""Words are looked for one by one: five times as quick as one pattern of them all."""
_CAP = 600


@dataclass(frozen=True, slots=True)
class Measured:
    """Blocks of a page with what was measured: ``rows[i]`` holds FEATURES of ``blocks[i]``."""

    blocks: Sequence[Block]
    keys: list[str]
    """``loose`` text of each block."""
    engine: list[bool]
    """True: the engine took this block."""
    containers: list[int]
    rows: list[tuple[float, ...]]


def measure(page: Page, blocks: Sequence[Block], paragraphs: Sequence[str]) -> Measured:
    """Measure the blocks of a page, given the engine's paragraphs."""
    keys = [loose(b.text) for b in blocks]
    known = {b.text: key for b, key in zip(blocks, keys, strict=True)}
    engine = _taken(keys, [known.get(p) or loose(p) for p in paragraphs])
    weights = [min(len(k), _CAP) for k in keys]
    containers = [id(container(b.place).element) for b in blocks]
    shares = Shares(blocks, weights, engine, containers)
    span = Span.of(blocks, weights, engine)
    texts = _PageTexts.of(page)
    h1 = next((i for i, b in enumerate(blocks) if b.place.tag == "h1" or (keys[i] and keys[i] in texts.titles)), -1)
    follows = engine_follows(weights, engine)
    rows = [
        _IN_ORDER(
            (
                *shares.of(i),
                *span.distances(i),
                *_own(block),
                *_content(block, key, texts, follows[i], i < h1),
                *span.sides(i),
                float(len(key) > 15 and key in texts.json),
            )
        )
        for i, (block, key) in enumerate(zip(blocks, keys, strict=True))
    ]
    return Measured(blocks, keys, engine, containers, rows)


_MEASURED_NAMES = (
    "signature_share container_share outer_share container_links after before links all_links frame_class_above "
    "frame_classes frame_class article_body bold short list_item length header main bare content_classes h1 title "
    "engine_follows sentence_end sentences label description contact before_h1 photo in_span before_long "
    "after_long in_json"
)
_MEASURED_ORDER = _MEASURED_NAMES.split()
_IN_ORDER = itemgetter(*(_MEASURED_ORDER.index(name) for name in FEATURES))


def _taken(keys: list[str], paragraphs: list[str]) -> list[bool]:
    """Which blocks the engine took: the same words, or a part of a paragraph, or made of several paragraphs."""
    exact = set(paragraphs)
    joined = "|".join(paragraphs)
    parts = [p for p in paragraphs if len(p) > 25]
    taken = []
    for key in keys:
        if not key:
            taken.append(False)
        elif key in exact or (len(key) > 25 and key in joined):
            taken.append(True)
        else:
            taken.append(len(key) > 60 and sum(len(p) for p in parts if p in key) > 0.5 * len(key))
    return taken


@dataclass(frozen=True, slots=True)
class _PageTexts:
    titles: frozenset[str]
    descriptions: tuple[str, ...]
    json: str

    @classmethod
    def of(cls, page: Page) -> "_PageTexts":
        article = page.articles[:1]
        titles = [*page.meta.get("og:title", [])[:1], *page.h1[:2], page.title_element]
        titles += [jsonld.string(a.get("headline")) for a in article]
        descriptions = [*page.meta.get("og:description", [])[:1], *page.meta.get("description", [])[:1]]
        descriptions += [jsonld.string(a.get("description")) for a in article]
        body = loose(" ".join(jsonld.string(a.get("articleBody")) for a in article))
        return cls(
            frozenset(loose(t) for t in titles if t),
            tuple(loose(d) for d in descriptions if len(d) > 20),
            body if len(body) > 200 else "",
        )


def _own(block: Block) -> tuple[float, ...]:
    """What the block's own element and those above it say."""
    place, size = block.place, max(1, len(block.text))
    wide = size * (2.5 if _dense(block.text) else 1.0)
    links = block.link / size
    return (
        links,
        float(links > 0.8),
        float(place.parent is not None and place.parent.near_negative),
        float(min(3, place.negative)),
        float(place.near_negative),
        float(place.body),
        block.bold / size,
        float(wide < 25),
        float(place.tag in ("li", "dd", "dt")),
        math.log1p(wide),
        float(bool(place.frame & FRAME_BITS["header"])),
        float(place.main),
        float(place.tag in ("div", "section", "article", "main", "body")),
        float(min(3, place.positive)),
        float(place.tag == "h1"),
    )


def _content(block: Block, key: str, texts: _PageTexts, follows: float, before_h1: bool) -> tuple[float, ...]:
    """What the block's words say."""
    text, size = block.text, len(block.text)
    low = text[:400].lower()
    described = any(key == d or (len(key) > 40 and (key in d or d in key)) for d in texts.descriptions)
    return (
        float(key in texts.titles),
        follows,
        float(text[-1:] in _ENDS),
        float(sum(1 for _ in islice(_SENTENCE.finditer(text), 3))),
        float(bool(LABEL.match(low))),
        float(described),
        float(size < 400 and any(w in low for w in _CONTACT)),
        float(before_h1),
        float(size < 200 and any(w in low for w in _PHOTO)),
    )


def _dense(text: str) -> bool:
    """True for scripts in which one character is a syllable or a word."""
    return sum(1 for c in text[:60] if c > "\u2e80") > 20

"""What is measured of each block, so that a small model can tell an article's words from the frame around them.

Nothing here knows a site. Shares are of characters, each block counted up to 600, so that one long block does not
outvote a page.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from ingest.extract import jsonld
from ingest.extract.blocks import FRAME_BITS, Block, Place
from ingest.extract.page import Page

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

_LOOSE = re.compile(r"[\W_]+")
_END = re.compile(r"[.!?…。！？:;\"”»’)\]]$")
_SENTENCE = re.compile(r"[.!?…](?:\s|[\"”»’)]|$)|[。！？]")
_DIGITS = re.compile(r"\d+")
LABEL = re.compile(
    r"^(?:read (?:more|also|next|the full)|more(?: on| from|:| :)|also (?:on|read|see)|see also|related|watch|listen|"
    r"advertisement|sign up|subscribe|follow (?:us|along|our)|newsletter|share|copyright|©|\(c\)|photo|image|credit|source|by |"
    r"lire (?:aussi|également)|à lire|publicité|abonn|partager|par |lesen sie|mehr zum|mehr dazu|lies auch|auch interessant|"
    r"anzeige|werbung|teilen|bild|foto|quelle|von |lea también|leer más|te puede|leggi anche|leia (?:também|mais)|czytaj|"
    r"читайте|также по теме|реклама|les også|läs (?:mer|också)|annonse|lees ook|haberin devamı|관련|続きを|あわせて|相关|延伸阅读)",
    re.I,
)
_CONTACT = re.compile(
    r"@\w|\bnewsletter|subscri|sign up|follow us|facebook|twitter|instagram|whatsapp|telegram|https?:|www\.|cookie|"
    r"copyright|©|all rights|abonn|e-mail|email|javascript|browser|подпис|구독|登録",
    re.I,
)
_PHOTO = re.compile(r"photo|foto|getty|image|bild|reuters|afp|picture|©|credit|courtesy|\bap\b|фото|사진|写真|图", re.I)
_PARAGRAPH_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre"})
_CAP = 600
_LONG = 120


def loose(text: str) -> str:
    """Letters and digits only, without case or compatibility forms: for comparing the same words set differently."""
    return _LOOSE.sub("", unicodedata.normalize("NFKC", text)).casefold()


@dataclass(frozen=True, slots=True)
class Measured:
    """Blocks of a page with what was measured: ``rows[i]`` holds FEATURES of ``blocks[i]``."""

    blocks: Sequence[Block]
    keys: list[str]
    """``loose`` text of each block."""
    engine: list[bool]
    """True: the engine took this block."""
    containers: list[int]
    rows: list[list[float]]


def measure(page: Page, blocks: Sequence[Block], paragraphs: Sequence[str]) -> Measured:
    """Measure the blocks of a page, given the engine's paragraphs."""
    keys = [loose(b.text) for b in blocks]
    engine = _taken(keys, [loose(p) for p in paragraphs])
    weights = [min(len(k), _CAP) for k in keys]
    containers = [id(_container(b.place).element) for b in blocks]
    shares = _Shares(blocks, weights, engine, containers)
    span = _Span.of(blocks, weights, engine)
    texts = _PageTexts.of(page)
    h1 = next((i for i, b in enumerate(blocks) if b.place.tag == "h1" or (keys[i] and keys[i] in texts.titles)), -1)
    follows = _follows(weights, engine)
    rows = [
        [*shares.of(i), *span.distances(i), *_own(b), *_content(b, keys[i], texts, follows[i], i < h1), *span.sides(i)]
        + [float(len(keys[i]) > 15 and keys[i] in texts.json)]
        for i, b in enumerate(blocks)
    ]
    return Measured(blocks, keys, engine, containers, [_ordered(r) for r in rows])


_MEASURED_ORDER = ["signature_share", "container_share", "outer_share", "container_links", "after", "before", "links", "all_links", "frame_class_above", "frame_classes", "frame_class", "article_body", "bold", "short", "list_item", "length", "header", "main", "bare", "content_classes", "h1", "title", "engine_follows", "sentence_end", "sentences", "label", "description", "contact", "before_h1", "photo", "in_span", "before_long", "after_long", "in_json"]
_ORDER = [_MEASURED_ORDER.index(name) for name in FEATURES]


def _ordered(row: list[float]) -> list[float]:
    return [row[i] for i in _ORDER]


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


def _container(place: Place) -> Place:
    return place.parent if place.tag in _PARAGRAPH_TAGS and place.parent is not None else place


class _Shares:
    """How much of the engine's text stands in the places where a block stands."""

    def __init__(self, blocks: Sequence[Block], weights: list[int], engine: list[bool], containers: list[int]) -> None:
        self._total = sum(w for w, e in zip(weights, engine, strict=True) if e) or 1
        self._places: list[tuple[Hashable, Hashable, Hashable]] = []
        self._engine: Counter[Hashable] = Counter()
        self._all: Counter[Hashable] = Counter()
        self._links: Counter[Hashable] = Counter()
        for i, block in enumerate(blocks):
            outer = _container(block.place).parent
            keys = (_signature(block.place), containers[i], ("outer", id(outer.element) if outer else 0))
            self._places.append(keys)
            self._all[containers[i]] += weights[i]
            self._links[containers[i]] += min(block.link, weights[i])
            if engine[i]:
                for key in keys:
                    self._engine[key] += weights[i]

    def of(self, i: int) -> tuple[float, float, float, float]:
        signature, container, outer = self._places[i]
        shares = (self._engine[key] / self._total for key in (signature, container, outer))
        return (*shares, self._links[container] / (self._all[container] or 1))  # type: ignore[return-value]


def _signature(place: Place) -> str:
    parts = []
    above: Place | None = place
    for _ in range(3):
        if above is None:
            break
        parts.append(f"{above.tag}.{_DIGITS.sub('#', above.names)}")
        above = above.parent
    return "/".join(parts)


@dataclass(frozen=True, slots=True)
class _Span:
    """From the engine's first long block to its last."""

    first: int
    last: int

    @classmethod
    def of(cls, blocks: Sequence[Block], weights: list[int], engine: list[bool]) -> "_Span":
        taken = [i for i, e in enumerate(engine) if e]
        long = [i for i in taken if weights[i] > _LONG and blocks[i].link < 0.5 * len(blocks[i].text)] or taken
        return cls(long[0], long[-1]) if long else cls(len(blocks), -1)

    def distances(self, i: int) -> tuple[float, float]:
        return math.log1p(max(0, i - self.last)), math.log1p(max(0, self.first - i))

    def sides(self, i: int) -> tuple[float, float, float]:
        return float(self.first <= i <= self.last), float(i < self.first), float(i > self.last)


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


def _follows(weights: list[int], engine: list[bool]) -> list[float]:
    out = []
    for i in range(len(weights)):
        near = range(i + 1, min(len(weights), i + 4))
        out.append(sum(weights[j] for j in near if engine[j]) / (sum(weights[j] for j in near) or 1))
    return out


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
    described = any(key == d or (len(key) > 40 and (key in d or d in key)) for d in texts.descriptions)
    return (
        float(key in texts.titles),
        follows,
        float(bool(_END.search(text))),
        float(min(3, len(_SENTENCE.findall(text[:2_000])))),
        float(bool(LABEL.match(text))),
        float(described),
        float(size < 400 and bool(_CONTACT.search(text))),
        float(before_h1),
        float(size < 200 and bool(_PHOTO.search(text))),
    )


def _dense(text: str) -> bool:
    """True for scripts in which one character is a syllable or a word."""
    return sum(1 for c in text[:60] if c > "\u2e80") > 20

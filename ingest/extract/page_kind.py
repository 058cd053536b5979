"""What a page is: an article, or something that stands in its place.

Facts are gathered once (``facts``); what they mean is decided by a pure function (``recognise``), in the order in which
the kinds hide one another: a bot check has no text, a consent wall has the wrong text, a list has many.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ingest.extract import jsonld, telltale_phrases
from ingest.extract.blocks.page_blocks import Block
from ingest.extract.body import Body
from ingest.extract.page import Page
from ingest.extract.paywall import is_walled
from ingest.extract.reading import Status
from ingest.extract.tree import words

FEW = 20
"""Words under which a text is no article."""
SHORT = 120
"""Words under which a text beside a player, or before a wall, is not the whole article."""
WALLED = 250
SURE = 0.75
"""Expected F1 of a text (blocks/refine_body.py) from which a brief beside many headlines is not taken for a list."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the status is decided from."""

    words: int
    expected: float
    """The F1 that the chosen text is expected to have; 0 where no model chose it."""
    article: bool
    """The page says in its data that it is an article (JSON-LD, og:type, a published date)."""
    title: str
    opening: str
    """The first 3,000 characters that the page shows, in order."""
    consent_share: float
    """Consent words among the words shown."""
    linked: int
    """Blocks that are a link of headline length."""
    prose: int
    """Words in long blocks that are mostly not links."""
    paywall: bool
    wall: bool
    """A wall speaks in a short block of its own."""
    remains: bool
    ellipsis: bool
    """The text breaks off."""
    declared_words: int
    """JSON-LD wordCount, or the words of articleBody; 0 if not given."""
    media: bool
    listing: bool
    """schema.org says that the page is a list."""
    root: bool
    """The address is a front page or a section."""
    live: bool


@dataclass(frozen=True, slots=True)
class PageKindDecision:
    """A status and why."""

    status: Status
    reason: str


def recognise(f: PageFacts) -> PageKindDecision:
    """Decide. Numbers are words, chosen from the shapes of such pages and checked on ~200 of our own making."""
    if _challenge(f):
        return PageKindDecision(Status.CHALLENGE, "speaks as a bot check or a refusal")
    if _consent(f):
        return PageKindDecision(Status.CONSENT, f"{f.consent_share:.0%} of the words shown are about consent")
    if _listing(f):
        return PageKindDecision(Status.LISTING, f"{f.linked} linked headlines, {f.prose} words of prose")
    if f.media and f.words < SHORT:
        return PageKindDecision(Status.MEDIA, f"a player or gallery with {f.words} words")
    if f.remains or (f.wall and (f.paywall or f.ellipsis or f.words < WALLED)):
        return PageKindDecision(Status.TEASER if f.words >= FEW else Status.EMPTY, "a wall stands after the opening")
    if f.paywall and (f.words < SHORT or f.words < 0.5 * f.declared_words):
        return PageKindDecision(Status.TEASER if f.words >= FEW else Status.EMPTY, "declared not free, and short")
    if f.words < FEW:
        return PageKindDecision(Status.EMPTY, f"{f.words} words")
    return PageKindDecision(Status.FULL, f"{f.words} words of prose")


def _challenge(f: PageFacts) -> bool:
    if f.words > 200 or (f.article and f.words > SHORT):
        return False
    # A short news item may mention a security check in passing; a bot check says it in its title or says nothing else.
    return bool(telltale_phrases.CHALLENGE.search(f.title if f.words > 60 else f"{f.title}\n{f.opening}"[:1_500]))


def _consent(f: PageFacts) -> bool:
    if f.article and f.words > SHORT:
        return False
    if f.words > 1_500:
        return False
    titled = bool(telltale_phrases.CONSENT_TITLE.search(f.title))
    return f.consent_share > (0.04 if titled else 0.07) and (titled or not f.article or f.words < SHORT)


def _listing(f: PageFacts) -> bool:
    if f.article or (f.expected >= SURE and f.words >= FEW and not (f.listing or f.root)):
        return False
    limit = 400 if f.listing or f.root else 100
    return f.linked >= 8 and f.prose < min(limit, 25 * f.linked)


def facts(page: Page, body: Body) -> PageFacts:
    """Gather the facts of a page whose body is chosen; what cannot change the verdict is not asked."""
    shown = [b for b in body.blocks if not b.place.hidden]
    opening = "\n".join(b.text for b in shown[:120])[:3_000]
    path = urlsplit(page.url).path if page.url else "/"
    title = " ".join([page.title_element, *page.h1[:1]])
    article = bool(page.articles) or (page.meta.get("og:type", [""])[0].lower() == "article")
    text, paywall = body.chosen.text, is_walled(page)
    ellipsis = text.rstrip(" ]").endswith(("…", "..."))
    walled = body.chosen.words < WALLED or paywall or ellipsis
    short = [b.text for b in shown if len(b.text) < 400] if walled else []
    surely = article and body.chosen.words > SHORT
    return PageFacts(
        words=body.chosen.words,
        expected=body.chosen.expected,
        article=article,
        title=title,
        opening=opening,
        consent_share=0.0 if surely else _consent_share(opening),
        linked=0 if article else sum(1 for b in shown if b.link > 0.8 * len(b.text) and _headline_sized(b.text)),
        prose=0
        if article
        else sum(words(b.text) for b in shown if _paragraph_sized(b.text) and b.link < 0.5 * len(b.text)),
        paywall=paywall,
        wall=any(telltale_phrases.WALL.search(t) for t in short),
        remains=any(telltale_phrases.REMAINS.search(t) for t in short),
        ellipsis=ellipsis,
        declared_words=_declared_words(page),
        media=_media(page, path, title),
        listing=not page.articles and any(jsonld.is_listing(n) for n in page.nodes),
        root=path.strip("/").count("/") == 0 and not any(c.isdigit() for c in path) and path.count("-") < 2,
        live=_live(page, path, shown),
    )


def _headline_sized(text: str) -> bool:
    return len(text) >= 25 or (len(text) >= 10 and text[0] > "\u2e80")


def _paragraph_sized(text: str) -> bool:
    return len(text) > (60 if text[0] > "\u2e80" else 150)


def _consent_share(opening: str) -> float:
    hits = len(telltale_phrases.CONSENT.findall(opening))
    return hits / max(30.0, len(opening) / 6.5)


def _declared_words(page: Page) -> int:
    for article in page.articles:
        count = article.get("wordCount")
        if isinstance(count, int | str) and str(count).isdigit():
            return int(count)
    return 0


def _media(page: Page, path: str, title: str) -> bool:
    kind = page.meta.get("og:type", [""])[0].lower()
    declared = kind.startswith(("video", "music")) or any(jsonld.is_media(n) for n in page.nodes)
    shaped = bool(telltale_phrases.MEDIA_PATH.search(path)) or bool(telltale_phrases.MEDIA_TITLE.search(title))
    return (declared and (page.players > 0 or not page.articles or shaped)) or (
        shaped and (page.players > 0 or declared)
    )


def _live(page: Page, path: str, shown: Sequence[Block]) -> bool:
    if any("LiveBlogPosting" in jsonld.types(n) for n in page.nodes):
        return True
    headline = " ".join(page.h1[:1] or [page.title_element])
    named = bool(telltale_phrases.LIVE_PATH.search(path)) or bool(telltale_phrases.LIVE_TITLE.search(headline))
    return named and sum(1 for b in shown if telltale_phrases.CLOCK.match(b.text)) >= 3

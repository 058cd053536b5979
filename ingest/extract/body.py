"""The body: candidates, and the choice between them.

tree ─ blocks ─ measure ─ choose ─▶ visible text      (nearly always taken; trafilatura votes where there is doubt)
JSON-LD articleBody ──────────────▶ ┐
scripts: escaped HTML, JSON ──────▶ ┴ taken where the visible text is missing or cut
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.extract import jsonld, script_text, trafilatura_engine
from ingest.extract.blocks import features, refine_body
from ingest.extract.blocks.page_blocks import Block, blocks
from ingest.extract.page import Page
from ingest.extract.tree import loose, words
from ingest.text.plain import without_invisible

ENOUGH = 80
"""Words of visible text from which scripts are not searched."""
MUCH_LONGER = 2.0
PROSE = 100
"""Characters of a paragraph that an outlet's rule brings in by itself."""
RULE_FITS = 0.6
"""Share of the general reading's words that a rule must find; less, and the outlet has changed its pages."""
FEWEST_BY_RULE = 20
LEAST = 60
"""Words that a text from JSON-LD or a script must have to be taken for an article."""


@dataclass(frozen=True, slots=True)
class Text:
    """A candidate for the body, with the features that decide."""

    paragraphs: tuple[str, ...]
    method: str
    words: int
    agrees: bool
    """Holds the summary that the feed or the page gives (or none is given). Asked only if there is a choice."""
    expected: float = 0.0
    """The F1 that the model expects of it; 0 where it was not asked."""

    @property
    def text(self) -> str:
        """Paragraphs separated by an empty line, NFC."""
        return unicodedata.normalize("NFC", "\n\n".join(self.paragraphs))


@dataclass(frozen=True, slots=True)
class Body:
    """The chosen text, what else was considered and the page's blocks (status.py looks at these)."""

    chosen: Text
    considered: tuple[Text, ...]
    blocks: Sequence[Block]
    reason: str
    rule: str = ""
    """``matched`` or ``missed``, where the outlet has a rule of its own."""


def choose(page: Page) -> Body:
    """The best body of a page (after ``page.lighten()``)."""
    if page.root is None:
        nothing = Text((), "none", 0, True)
        return Body(nothing, (nothing,), (), "there is no page")
    found = blocks(page.root)
    general = _visible(page, found)
    ruled = _by_rule(page, found, general)
    visible = ruled or general
    considered = [visible] if ruled is None else [visible, general]
    bodies = (jsonld.text(article.get("articleBody")) for article in page.articles[:1])
    considered += [_text(body, "jsonld") for body in bodies if body]
    if visible.words < ENOUGH and page.kept_scripts:
        considered.append(_text(script_text.paragraphs(page.kept_scripts), "script"))
    if len(considered) > 1:
        considered = [replace(t, agrees=_agrees(page, "\n".join(t.paragraphs))) for t in considered]
    chosen, reason = decide(considered)
    rule = "" if page.rule is None else "missed" if ruled is None else "matched"
    return Body(chosen, tuple(considered), found, reason, rule)


def decide(considered: Sequence[Text]) -> tuple[Text, str]:
    """Pure choice: the visible text (the first), unless another is at least twice as long and agrees no less.

    JSON-LD is right less often than the visible text where both are there (page F1 .823 against .945 on 89 pages:
    many are teasers, or hold captions and calls to subscribe), so it must have much more to say.
    """
    visible = considered[0]
    for other in sorted(considered[1:], key=lambda t: -t.words):
        if other.words < LEAST or other.words < MUCH_LONGER * visible.words:
            continue
        if other.agrees or not visible.agrees:
            return other, f"{other.words} words against {visible.words} visible ones"
    return visible, "the visible text" if visible.words else "nothing else was found"


def _visible(page: Page, found: Sequence[Block]) -> Text:
    root = page.root
    assert root is not None
    chosen = refine_body.choose_blocks(
        features.measure(page, found),
        engine=lambda thorough: trafilatura_engine.extract(root, thorough=thorough),
        holds=lambda paragraphs: _agrees(page, "\n".join(paragraphs)),
    )
    return replace(_text(chosen.paragraphs, chosen.method), expected=chosen.expected)


def _by_rule(page: Page, found: Sequence[Block], general: Text) -> Text | None:
    """The text in the place that the outlet's rule names; None if there is no rule, or it fits the page no longer.

    The rule says where; what stands there is still the model's choice, but that no paragraph of prose is left out.
    """
    if page.rule is None or page.root is None:
        return None
    taken = set(general.paragraphs)
    inside = page.rule.blocks(page.root, found)
    paragraphs = [b.text for b, i in zip(found, inside, strict=True) if i and (b.text in taken or _is_prose(b))]
    ruled = replace(_text(tuple(dict.fromkeys(paragraphs)), f"rule+{general.method}"), expected=general.expected)
    return ruled if ruled.words >= max(FEWEST_BY_RULE, RULE_FITS * general.words) else None


def _is_prose(block: Block) -> bool:
    return block.place.tag == "p" and len(block.text) >= PROSE and block.link < 0.5 * len(block.text)


def _text(paragraphs: Sequence[str], method: str) -> Text:
    paragraphs = [p for paragraph in paragraphs if (p := without_invisible(paragraph).strip())]
    return Text(tuple(paragraphs), method, words("\n".join(paragraphs)), agrees=True)


def _agrees(page: Page, text: str) -> bool:
    """True if at least half of the summary's word pairs stand in the text."""
    summary = page.hints.summary or page.description
    terms = summary.split()[:40]
    if len(terms) < 5:
        return True
    key = loose(text)
    pairs = [loose(a + b) for a, b in pairwise(terms)]
    return sum(p in key for p in pairs) * 2 >= len(pairs)

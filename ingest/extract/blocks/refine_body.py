"""Which blocks of a page are the article's words: by themselves where that is plain, else with trafilatura's vote.

blocks ─ measure ─ model alone ──▶ sure? ───────────────────────────────▶ body
                                    └ no ─ trafilatura, fast ─ model voted ─▶ sure enough? ─▶ body
                                                                              └ no ─ its default with tables, too

A model gives each block a probability. From these follows, for every set of blocks, the F1 that it can be expected to
have; the set with the highest is taken, so a page that is unlike all others still gives its most likely text and none
is emptied by a threshold. The same figure says how sure the choice is (docs/decisions/120-blocks-first.md).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from lxml.html import HtmlElement

from ingest.extract.blocks import page_frame
from ingest.extract.blocks.block_position import container
from ingest.extract.blocks.features import Measured, taken_by
from ingest.extract.blocks.page_blocks import Block, BlockPlace
from ingest.extract.blocks.trees import Models, load_models

SURE = 0.95
"""Expected F1 from which the engine is not asked: three pages of four, at no loss (decision 120)."""
DOUBTFUL = 0.8
"""Expected F1 under which trafilatura's slower default is asked, too: one page of a hundred."""
_TABLE_TAGS = frozenset({"tr", "tbody", "thead", "tfoot", "table", "center"})
_POST = re.compile(r"twitter-tweet|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed|telegram-post|fb-post")
"""How the networks name the quotation that their script turns into a post."""
_ANSWERS = frozenset({"dt", "dd"})
ANSWER = 40
"""Characters from which a description is an answer, and no value."""
_CUTS = (0.5, 0.4, 0.3, 0.2, 0.12, 0.6, 0.7)
"""Probabilities from which blocks may be taken; the first is preferred."""

Engine = Callable[[bool], Sequence[str]]
"""Paragraphs that an engine finds in the page; asked with True, more thoroughly."""
Holds = Callable[[Sequence[str]], bool]
"""Whether paragraphs hold what the feed or the page says about the article."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The blocks that were taken as the article's."""

    paragraphs: tuple[str, ...]
    expected: float
    """The F1 that the model expects of them."""
    method: str


def choose_blocks(
    measured: Measured, engine: Engine, holds: Holds = lambda _: True, models: Models | None = None
) -> Chosen:
    """Choose the article's blocks; ``engine`` is asked only where the blocks alone leave doubt."""
    models = models or _models()
    alone = _chosen(measured, models.alone.probabilities(measured.rows), "blocks")
    if alone.expected >= SURE:
        return alone
    voted = _voted(measured, engine(False), models, "blocks+trafilatura")
    if voted.expected >= DOUBTFUL:
        return voted
    paragraphs = engine(True)
    thorough = _voted(measured, paragraphs, models, "blocks+trafilatura-default")
    chosen = _arbitrate([voted, thorough, alone], holds)
    return chosen if chosen.paragraphs else Chosen(tuple(paragraphs), 0.0, "trafilatura-default")


@cache
def _models() -> Models:
    return load_models()


def _voted(measured: Measured, paragraphs: Sequence[str], models: Models, method: str) -> Chosen:
    rows = measured.voted(taken_by(measured, paragraphs))
    return _chosen(measured, models.voted.probabilities(rows), method)


def _arbitrate(found: Sequence[Chosen], holds: Holds) -> Chosen:
    """Of doubtful texts, one that holds the feed's own words; of these, the one that is expected to be best."""
    held = [c for c in found if holds(c.paragraphs)]
    return max(held or found, key=lambda c: c.expected)


def _chosen(measured: Measured, probabilities: npt.NDArray[np.float64], method: str) -> Chosen:
    sizes = np.array([len(key) for key in measured.keys], dtype=np.float64)
    cut, expected = best_cut(probabilities, sizes)
    keep = _with_tables(measured.blocks, (probabilities > cut).tolist())
    keep = _with_posts(measured.blocks, _with_answers(measured.blocks, keep))
    keep = page_frame.outside(measured.blocks, keep, measured.titles)
    return Chosen(_unrepeated(measured, keep), expected, method)


def best_cut(probabilities: npt.NDArray[np.float64], sizes: npt.NDArray[np.float64]) -> tuple[float, float]:
    """The probability from which blocks are taken so that the expected F1 is highest, and that F1.

    Of a set S it is 2·Σ(p·size over S) / (size of S + Σ(p·size over all)): what is hit against what is taken and what
    there is to find.
    """
    likely = probabilities * sizes
    there = float(likely.sum())
    best = (_CUTS[0], 0.0)
    for cut in _CUTS:
        taken = probabilities > cut
        expected = 2 * float(likely[taken].sum()) / (float(sizes[taken].sum()) + there + 1e-9)
        if expected > best[1] + 1e-6:
            best = (cut, expected)
    return best


def _with_tables(blocks: Sequence[Block], keep: list[bool]) -> list[bool]:
    """A table of data goes with the paragraphs that it stands among: results and standings are the article's words.

    The model sees rows one by one, and most rows on the web are a page's frame; where a table stands says more.
    """
    prose = [i for i, wanted in enumerate(keep) if wanted and blocks[i].place.tag != "tr"]
    homes = {id(container(blocks[i].place).element) for i in prose}
    first = prose[0] if prose else len(blocks)
    return [
        wanted or (block.place.tag == "tr" and i > first and any(id(e) in homes for e in _homes(block.place)))
        for i, (block, wanted) in enumerate(zip(blocks, keep, strict=True))
    ]


def _with_answers(blocks: Sequence[Block], keep: list[bool]) -> list[bool]:
    """A list of questions and answers (``<dl>``) between two paragraphs of the article is its own: an interview.

    Pages use such lists mostly for what they know of a story, which is links and short values.
    """
    prose = [i for i, wanted in enumerate(keep) if wanted and blocks[i].place.tag not in _ANSWERS]
    if not prose or not any(block.place.tag == "dd" for block in blocks):
        return keep
    homes = {id(container(blocks[i].place).element) for i in prose}
    lists: dict[int, list[int]] = {}
    for i, block in enumerate(blocks[: prose[-1]]):
        place = block.place.parent
        if i <= prose[0] or block.place.tag not in _ANSWERS or place is None or place.parent is None:
            continue
        if id(place.parent.element) in homes:
            lists.setdefault(id(place.element), []).append(i)
    keep = list(keep)
    for members in lists.values():
        answers = [blocks[i] for i in members if blocks[i].place.tag == "dd"]
        if answers and all(len(b.text) >= ANSWER and b.link < 0.3 * len(b.text) for b in answers):
            for i in members:
                keep[i] = True
    return keep


def _with_posts(blocks: Sequence[Block], keep: list[bool]) -> list[bool]:
    """A post embedded between two paragraphs is quoted: its words are the article's, the links under it are not."""
    kept = [i for i, wanted in enumerate(keep) if wanted]
    if not kept:
        return keep
    return [
        wanted or (kept[0] < i < kept[-1] and _is_post(block.place) and block.link < 0.5 * len(block.text))
        for i, (block, wanted) in enumerate(zip(blocks, keep, strict=True))
    ]


def _is_post(place: BlockPlace) -> bool:
    above = place.parent
    return place.tag == "p" and above is not None and above.tag == "blockquote" and bool(_POST.search(above.names))


def _homes(row: BlockPlace) -> Iterator[HtmlElement]:
    """The element that a row's table stands in, and the one around it, for a table with a wrapper of its own."""
    above = row.parent
    while above is not None and above.tag in _TABLE_TAGS:
        above = above.parent
    if above is not None:
        yield above.element
        if above.parent is not None and above.tag in ("figure", "div"):
            yield above.parent.element


def _unrepeated(measured: Measured, keep: Sequence[bool]) -> tuple[str, ...]:
    """The kept blocks, each once: pages carry copies for phones, for print, and whole bodies in one element."""
    out: list[str] = []
    seen: set[str] = set()
    for block, key, wanted in zip(measured.blocks, measured.keys, keep, strict=True):
        if not wanted or not key or (len(key) > 20 and key in seen):
            continue
        if len(key) > 600 and sum(len(s) for s in seen if len(s) > 40 and s in key) > 0.5 * len(key):
            continue
        seen.add(key)
        out.append(block.text)
    return tuple(out)

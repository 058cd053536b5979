"""Do two texts carry the same text? Where they run alike, what they say in the same place must agree.

No measure of overlap alone tells copies from templates: quake and market reports share up to 86 % of their four-word
shingles with the report of another day, true copies (own lead, cut) share as little as 47 %. So the two are aligned;
what stands between two aligned runs is a slot; a slot in which both name a figure, name or day, and not the same, is a
contradiction. The numbers below were chosen on events held out in turn: docs/decisions/050.
"""

from dataclasses import dataclass
from enum import StrEnum

from ingest.enrich.events.marks import Mark
from ingest.enrich.stories.align import SMALL, Contradictions, Run, runs, slots
from ingest.enrich.stories.signature import SHORT, Signature
from ingest.languages import LANGUAGES

SAME = 0.62
"""Share of the text, own lead and tail left out, that a copy must have from the other."""
FRAME = 0.3
"""Share of the text from which on contradictions mean: the same frame filled in anew."""
LEAST = 0.5
"""Share of the shorter text that must stand in the other, nothing left out: a column quotes half of a wire at most."""
LEAST_AT_END = 0.4
"""The same where an own lead precedes and nothing follows what is shared, as in a copy that a paywall cuts."""
TEASER = 20
"""Words: a text below it is a copy only where it stands whole in the other, without any contradiction."""
SUMMARY = 45
"""Words: two texts below it are feeds' summaries, and one outlet's are alike in much that tells nothing."""
WHOLE_SUMMARY = 0.9
"""Share of the shorter summary that must stand in the other."""
ALL_BUT_A_WORD = 0.95
"""The same where a word or two in their places are others."""
TOLD_APART = 20
"""Words from which on a summary says enough to be known by, whatever its headline."""
EARLIER_COUNTS = 0.83
OWN_LEAD = 60
OWN_TAIL = 40
"""Words of its own that an outlet may put before and after a copy without its counting less."""


class SameText(StrEnum):
    """What two texts are to each other."""

    SAME = "same"
    TEMPLATE = "template"
    """The same frame with other facts: neither a copy nor the same event."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TextComparison:
    """A verdict with what it rests on."""

    verdict: SameText
    share: float
    """0 to 1: of the text that has more of the other."""
    contradictions: float
    shared: int
    """Words that stand in both, in runs of three and more."""


def compare(a: Signature, b: Signature) -> TextComparison:
    """Judge two texts; which came first is told by their dates, and by ``a`` first where those are no help."""
    if (b.published or 0) < (a.published or 0):
        a, b = b, a
    if min(a.length, b.length) < SHORT:
        same = bool(a.prints) and a.prints == b.prints
        return TextComparison(SameText.SAME if same else SameText.OTHER, float(same), 0.0, a.length if same else 0)
    found, shortest = runs(a.words, b.words), min(a.length, b.length)
    shared = sum(r.length for r in found)
    share = _share(a, b, found) if shared >= _least(b, found) * min(a.length, b.length) else 0.0
    bad = _contradictions(a, b, found)
    is_whole = max(a.length, b.length) >= _summary(a) or _are_one_summary(a, b, found, shared, bad)
    allowed = _allowed(shared) if shortest >= TEASER else 0
    if a.many != b.many:
        verdict = SameText.OTHER
    elif is_whole and share >= SAME and bad <= allowed and shared >= _whole(shortest):
        verdict = SameText.SAME
    elif max(shared / a.length, shared / b.length) >= FRAME and bad > 1:
        verdict = SameText.TEMPLATE
    else:
        verdict = SameText.OTHER
    return TextComparison(verdict, share, bad, shared)


def _summary(one: Signature) -> int:
    language = LANGUAGES.get(one.language)
    return 2 * SUMMARY if language is not None and language.by_twos else SUMMARY  # words there are pairs of characters


def _are_one_summary(a: Signature, b: Signature, found: list[Run], shared: int, bad: float) -> bool:
    """Two summaries are copies where one is the other, whole or cut; a few words must begin alike, headline and all.

    Of 20 pairs of a real stream that the rule for texts alone joined, 9 were other articles under the same formula.
    """
    part = shared / min(a.length, b.length)
    if min(a.length, b.length) >= TOLD_APART:
        return part >= WHOLE_SUMMARY and bad < 1 and (not bad or part >= ALL_BUT_A_WORD)
    from_start = bool(found) and found[0].a == 0 and found[0].b == 0
    return from_start and not bad and part >= WHOLE_SUMMARY and _have_like_titles(a, b)


def _have_like_titles(a: Signature, b: Signature) -> bool:
    if not a.title_kinds or not b.title_kinds or (Mark(a.marks) | Mark(b.marks)) & Mark.UPDATE:
        return True
    return 2 * sum(r.length for r in runs(a.title, b.title, least=1)) >= min(len(a.title_kinds), len(b.title_kinds))


def _whole(length: int) -> int:
    """Words of a teaser that must be shared: all but the last, which may be cut. Longer texts: see ``LEAST``."""
    return length - 1 if length < TEASER else 0


def _least(later: Signature, found: list[Run]) -> float:
    """How much of the shorter text must be shared. A column goes on after what it quotes, a cut copy does not."""
    if not found:
        return LEAST
    begins = bool(later.kinds[found[0].b] & 0x80)
    to_end = max(r.b + r.length for r in found) >= later.length - 2
    return LEAST_AT_END if begins and to_end else LEAST


def _allowed(shared: int) -> float:
    """A correction or an update changes a figure or two; the longer the text, the more of them."""
    if shared < 60:
        return 1.0 if shared < 40 else 1.5
    return 2.0 + shared / 300


def _share(earlier: Signature, later: Signature, found: list[Run]) -> float:
    """How much of one text is the other's, for the text of which more is.

    The later may have its own lead and tail. The earlier is looked at too, as a cut copy may be dated first; but what
    follows in it is no tail of its own: a column that quotes half of a wire must not look like what the wire copied.
    """
    if not found:
        return 0.0
    in_earlier = _own_share(earlier.length, [(r.a, r.length) for r in found], tail_share=0.0)
    in_later = _own_share(later.length, [(r.b, r.length) for r in found], tail_share=0.25)
    return max(in_later, EARLIER_COUNTS * in_earlier)


def _own_share(length: int, places: list[tuple[int, int]], tail_share: float) -> float:
    shared = sum(n for _, n in places)
    lead = min(i for i, _ in places)
    tail = length - max(i + n for i, n in places)
    return shared / (length - min(lead, OWN_LEAD, length // 3) - min(tail, OWN_TAIL, int(length * tail_share)))


def _contradictions(a: Signature, b: Signature, found: list[Run]) -> float:
    """In the body, and in the titles where those run alike; the same pair of values counts once."""
    known = LANGUAGES.get(a.language or "")
    by_twos = known is not None and known.by_twos  # words there are overlapping pairs of characters
    small = 2 * SMALL if by_twos else SMALL
    seen = Contradictions(light_names=a.language == "de", no_capitals=by_twos)
    for slot in slots(a.words, a.kinds, b.words, b.kinds, found, small):
        seen.add(a.words, a.kinds, b.words, b.kinds, slot)
    titles = runs(a.title, b.title, least=1)
    alike = 2 * sum(r.length for r in titles) >= min(len(a.title_kinds), len(b.title_kinds)) > 0
    if alike:
        for slot in slots(a.title, a.title_kinds, b.title, b.title_kinds, titles, small):
            seen.add(a.title, a.title_kinds, b.title, b.title_kinds, slot)
    return seen.weight

"""What speaks for and against two articles' telling of the same happening. Pure: two profiles in, figures out.

Meaning alone brings everything on one war together. What tells happenings apart is who, where, when and how much: names
and figures in common, rare ones counting more, and that neither lacks all of the other's; hours apart; and whose they
are, as an outlet seldom reports one happening twice. All of it is read from what ``signature`` keeps of a text.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log, log1p, sqrt

import numpy as np

from ingest.enrich.encoder import Vector, from_bytes, meaning_of
from ingest.enrich.events.marks import Mark
from ingest.enrich.stories.anchors import SORT_BITS, AnchorSort
from ingest.enrich.stories.signature import Signature

_TEXTS = 15_000
"""Texts that rarity was counted in."""
_RARE = 3
"""Texts: what fewer of them have is not listed."""


@dataclass(frozen=True, slots=True, eq=False)
class EventProfile:
    """An article, as far as its event is told by it."""

    title: Vector | None
    lead: Vector | None
    meaning: Vector | None
    """Of title and lead together: on labelled pairs better (AUC .927) than either (.889, .911)."""
    anchors: dict[AnchorSort, dict[int, float]]
    """What it names, with how rare each is."""
    norm: float
    """Length of all of them but days."""
    words_norm: float
    language: str
    outlet: str
    at: float
    """Unix seconds of publication."""
    words: int
    """Of headline and text."""
    marks: Mark


def profile(one: Signature, outlet: str, at: float) -> EventProfile:
    """Weigh what a signature holds."""
    rarity = _rarity()
    by_sort: tuple[dict[int, float], ...] = tuple({} for _ in AnchorSort)  # by number: this runs a thousand times
    for anchor in one.anchors:
        by_sort[anchor & SORT_BITS][anchor] = rarity.get(anchor, _UNLISTED)
    anchors = dict(zip(AnchorSort, by_sort, strict=True))
    title, lead = from_bytes(one.title_vector), from_bytes(one.lead_vector)
    squares = {sort: sum(w * w for w in found.values()) for sort, found in anchors.items()}
    return EventProfile(
        title=title,
        lead=lead,
        meaning=meaning_of(title, lead),
        anchors=anchors,
        norm=sqrt(sum(square for sort, square in squares.items() if sort is not AnchorSort.DAY)),
        words_norm=sqrt(squares[AnchorSort.WORD] + squares[AnchorSort.NAME]),
        language=one.language,
        outlet=outlet,
        at=at,
        words=one.length + len(one.title_kinds),
        marks=Mark(one.marks),
    )


def evidence(a: EventProfile, b: EventProfile, *, same_outlet: bool | None = None) -> dict[str, float]:
    """Named figures, the features of ``likelihood``. ``same_outlet``: None, as the profiles have it."""
    cosines = _cosines(a, b)
    m = cosines.meaning
    hours = log1p(abs(a.at - b.at) / 3600)
    same = float(a.outlet == b.outlet if same_outlet is None else same_outlet)
    thin = log1p(min(a.words, b.words))
    names, numbers, small = (_shared(a, b, sort) for sort in (AnchorSort.NAME, AnchorSort.NUMBER, AnchorSort.SMALL))
    places, kinds, days = (_shared(a, b, sort) for sort in (AnchorSort.PLACE, AnchorSort.KIND, AnchorSort.DAY))
    shared_words = _shared(a, b, AnchorSort.WORD)
    words = _square(a, b, AnchorSort.WORD) + _square(a, b, AnchorSort.NAME)
    others = sum(
        _square(a, b, sort) for sort in (AnchorSort.NUMBER, AnchorSort.SMALL, AnchorSort.PLACE, AnchorSort.KIND)
    )
    return {
        "meaning": m,
        "meaning²": m * m,
        "meaning × one outlet": m * same,
        "meaning × hours": m * hours,
        "meaning × words": m * thin,
        "title": cosines.titles,
        "lead": cosines.leads,
        "title and lead": cosines.cross,
        "title and lead, least": cosines.least_cross,
        "all named": _ratio(words + others, a.norm * b.norm),
        "words": _ratio(words, a.words_norm * b.words_norm),
        "words of the poorer": shared_words.share,
        "names": log1p(names.weight),
        "names of the poorer": names.share,
        "acts of the poorer": kinds.share,
        "rarest in common": _rarest_in_common(a, b),
        "figures": numbers.share,
        "no figure": numbers.none,
        "small figures": small.share,
        "no place": places.none,
        "no kind": kinds.none,
        "days": days.share,
        "no day": days.none,
        "hours": hours,
        "hours × one outlet": hours * same,
        "hours × words": hours * thin,
        "one outlet": same,
        "words of the shorter": thin,
        "update": same * float(Mark.UPDATE in a.marks or Mark.UPDATE in b.marks),
        "one comments": float((Mark.COMMENT in a.marks) != (Mark.COMMENT in b.marks)),
        "two languages": float(a.language != b.language),
    }


@dataclass(frozen=True, slots=True)
class _Shared:
    weight: float
    share: float
    """Of the lesser of both."""
    none: float
    """1 if both name some, and none in common."""


def _shared(a: EventProfile, b: EventProfile, sort: AnchorSort) -> _Shared:
    of_a, of_b = a.anchors[sort], b.anchors[sort]
    if not of_a or not of_b:
        return _Shared(0.0, 0.0, 0.0)
    weight = sum(w for anchor, w in of_a.items() if anchor in of_b)
    return _Shared(weight, _ratio(weight, min(sum(of_a.values()), sum(of_b.values()))), float(weight == 0))


def _rarest_in_common(a: EventProfile, b: EventProfile) -> float:
    """How rare the rarest of what both name is; days are not rare."""
    return max(
        (
            weight
            for sort in AnchorSort
            if sort is not AnchorSort.DAY
            for anchor, weight in a.anchors[sort].items()
            if anchor in b.anchors[sort]
        ),
        default=0.0,
    )


def _square(a: EventProfile, b: EventProfile, sort: AnchorSort) -> float:
    of_b = b.anchors[sort]
    return sum(w * w for anchor, w in a.anchors[sort].items() if anchor in of_b)


@dataclass(frozen=True, slots=True)
class _Cosines:
    meaning: float = 0.0
    titles: float = 0.0
    leads: float = 0.0
    cross: float = 0.0
    """The better of title with lead."""
    least_cross: float = 0.0


def _cosines(a: EventProfile, b: EventProfile) -> _Cosines:
    """A missing title is as its lead."""
    if a.meaning is None or b.meaning is None:
        return _Cosines()
    title_a, title_b = _or(a.title, a.meaning), _or(b.title, b.meaning)
    lead_a, lead_b = _or(a.lead, a.meaning), _or(b.lead, b.meaning)
    crosses = float(title_a @ lead_b), float(lead_a @ title_b)
    return _Cosines(
        float(a.meaning @ b.meaning), float(title_a @ title_b), float(lead_a @ lead_b), max(crosses), min(crosses)
    )


def _or(vector: Vector | None, other: Vector) -> Vector:
    return other if vector is None else vector


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


_UNLISTED = log(_TEXTS / (1 + _RARE / 2))


@cache
def _rarity() -> dict[int, float]:
    """Anchor → log of the texts that there are to those that have it. Made by ``bench/fit_events.py``."""
    with (files("ingest.enrich.events") / "data" / "rarity.npz").open("rb") as file, np.load(file) as table:
        pairs = zip(table["anchors"].tolist(), table["texts"].tolist(), strict=True)
        return {anchor: log(_TEXTS / (1 + texts)) for anchor, texts in pairs}

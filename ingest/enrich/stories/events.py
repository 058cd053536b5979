"""Which texts tell of the same happening: a looser link than the same text, and shown as such.

The likeness of two texts is the cosine of what they are told by (``anchors``), rare things counting more, less with
every hour between them, less where the days they name differ. How rare a thing is, is the number of events of the
window that have it; beyond ``COMMON`` it says nothing. Figures and what was tried: docs/decisions/051.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp, log, sqrt

from ingest.enrich.stories.anchors import AnchorSort, sort_of
from ingest.enrich.stories.compare import SameText, compare
from ingest.enrich.stories.signature import Signature, stored
from ingest.ledger import stories as ledger
from ingest.ledger.store import Connection

COMMON = 24
"""Events: what more of them have in the window tells nothing."""
LIKE = 0.13
"""Likeness from which on two texts tell of one event."""
LIKE_FOREIGN = 0.09
"""The same for two languages, which share fewer words."""
LEAST = 1.5
"""What two texts share must weigh this much, however short they are: about three rare things."""
FADE_HOURS = 96.0
OTHER_DAYS = 0.75
"""Likeness is multiplied by this where both name days, and none in common."""
GUESSED = 0.3
"""Share of a name's weight in the length of a Korean or Japanese text: most of what sounds like one there is none."""
PROMISING = 0.03
"""Share of a text's weight that an event must have for its stories to be looked at."""
EVENTS = 6
STORIES = 6
"""At most so many events are looked at, and stories of each."""
_WEIGHTS = {
    AnchorSort.WORD: 0.5, AnchorSort.NAME: 1.0, AnchorSort.NUMBER: 1.2, AnchorSort.SMALL: 0.5,
    AnchorSort.PLACE: 0.7, AnchorSort.KIND: 0.7, AnchorSort.DAY: 0.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """What a text weighs by, given how common each thing is at the moment."""

    weights: dict[int, float]
    norm: float
    days: frozenset[int]
    language: str


@dataclass(frozen=True, slots=True)
class EventSearch:
    """The event of a new text, and what there is to record."""

    event_id: str | None
    norm: float
    post: tuple[int, ...]
    """Anchors to post for the event."""
    common: tuple[int, ...]
    """Anchors that have become common."""


def profile(signature: Signature, events_with: Counter[int], common: Collection[int]) -> Profile:
    """Weigh a text's anchors: 1 for what no other event has, 0 for what ``COMMON`` have."""
    weights = {}
    for a in signature.anchors:
        rarity = 0.0 if a in common else 1 - log(1 + events_with.get(a, 0)) / log(1 + COMMON)
        weights[a] = _WEIGHTS[sort_of(a)] * max(0.0, rarity)
    guessed = GUESSED if signature.language in ("ko", "ja") else 1.0
    norm = sqrt(sum(w * w * (guessed if sort_of(a) is AnchorSort.NAME else 1.0) for a, w in weights.items()))
    return Profile(weights, norm, _days(signature), signature.language)


def likeness(new: Profile, other: Signature, other_norm: float, apart: timedelta) -> float:
    """0 to 1, of a new text and one that is known."""
    if not new.norm or not other_norm:
        return 0.0
    both = [new.weights[a] for a in set(other.anchors) & new.weights.keys()]
    if sum(both) < LEAST:
        return 0.0
    shared = sum(w * w for w in both)
    days = _days(other)
    fits = OTHER_DAYS if days and new.days and not days & new.days else 1.0
    return fits * exp(-abs(apart.total_seconds()) / 3600 / FADE_HOURS) * shared / (new.norm * other_norm)


def search(
    c: Connection, signature: Signature, when: datetime, since: datetime, not_with: Collection[str]
) -> EventSearch:
    """The event that a text tells of, if it is known. ``not_with``: stories that are of another for certain."""
    rows = ledger.with_anchors(c, signature.anchors, since)
    common = {a for a, event_id in rows if event_id == ledger.COMMON}
    holders: dict[int, list[str]] = defaultdict(list)
    for a, event_id in rows:
        if event_id != ledger.COMMON:
            holders[a].append(event_id)
    new = profile(signature, Counter({a: len(events) for a, events in holders.items()}), common)
    found = _likely(c, signature, new, holders, when, not_with)
    full = tuple(a for a, events in holders.items() if len(events) >= COMMON)
    post = tuple(a for a in signature.anchors if a not in common and a not in full and sort_of(a) is not AnchorSort.DAY)
    return EventSearch(found[0][1] if found else None, new.norm, post, (*full, *common))


def _likely(
    c: Connection,
    signature: Signature,
    new: Profile,
    holders: dict[int, list[str]],
    when: datetime,
    not_with: Collection[str],
) -> list[tuple[float, str]]:
    """Events that are like enough, with how often what is enough, the likest first."""
    sums: dict[str, float] = defaultdict(float)
    for a, events in holders.items():
        for event_id in events:
            sums[event_id] += new.weights[a] ** 2
    promising = [e for e in sums if sums[e] > PROMISING * new.norm**2]
    likely = []
    known_of = ledger.of_events(c, sorted(promising, key=lambda e: (-sums[e], e))[:EVENTS], STORIES)
    for event_id, known in known_of.items():
        if any(one.story_id in not_with for one in known):
            continue
        best = max((_excess(new, one, when) for one in known), default=0.0)
        if best >= 1.0 and not _same_frame(signature, known):
            likely.append((best, event_id))
    return sorted(likely, key=lambda pair: (-pair[0], pair[1]))


def _same_frame(signature: Signature, known: list[ledger.EventStory]) -> bool:
    """True if one of the texts is this one's frame filled in otherwise: short ones may share no fingerprint."""
    return any(
        other.language == signature.language and compare(other, signature).verdict is SameText.TEMPLATE
        for one in known
        if (other := stored(one.signature)) is not None
    )


def _excess(new: Profile, one: ledger.EventStory, when: datetime) -> float:
    other = stored(one.signature)
    if other is None or other.many:
        return 0.0
    enough = LIKE if other.language == new.language else LIKE_FOREIGN
    return likeness(new, other, one.norm, when - one.published) / enough


def _days(signature: Signature) -> frozenset[int]:
    return frozenset(a for a in signature.anchors if sort_of(a) is AnchorSort.DAY)

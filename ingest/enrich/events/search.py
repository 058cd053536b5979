"""The event of a new article: near ones are looked up, judged against the core of each, and the likeliest is joined.

    cells → stories near in meaning or by name → their events' cores → judge every pair → join one, or none

The core of an event is its first stories. What joins later is compared with them and never with the newest, so an event
does not wander from one happening to the next; and it ends ``SPAN`` after it began. An article of an outlet that has
reported the event already must be like that very report: an outlet seldom tells of one happening twice.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import numpy as np

from ingest.enrich.encoder import Vector, to_bytes
from ingest.enrich.events.cells import COMPARED, looked_in, posted_in
from ingest.enrich.events.evidence import EventProfile, profile
from ingest.enrich.events.likelihood import Judgement, judge_all
from ingest.enrich.stories.compare import SameText, compare
from ingest.enrich.stories.signature import Signature, stored
from ingest.ledger import event_cells as ledger
from ingest.ledger import stories as story_ledger
from ingest.ledger.store import Connection
from ingest.ledger.stories import EventStory

SPAN = timedelta(hours=72)
"""From an event's first report to its last. Of 40 labelled pairs of a stream that are one happening all lie within 23
hours; what is reported later is a new development."""
_EARLIEST, _LATEST = (datetime.min.replace(tzinfo=UTC) + SPAN, datetime.max.replace(tzinfo=UTC) - SPAN)
"""A page may claim any date that can be written."""
CORE = 6
"""Stories of an event that others are compared with: its first."""
NEAR = 0.3
"""Cosine below which nothing is compared: of 318 labelled pairs of one happening 4 lie below."""
EVENTS = 10
"""At most so many events are judged."""
SAID = 6
"""Words of headline and text: with fewer an article says too little to be known by, and joins nothing."""
POINTER = 120
"""Words: a page about many events that has no more, a digest in a feed, points to what it names first. It joins
that one and is no part of its core. A longer one stands alone."""
HEADLINE = 60
"""Words: one that has no more is a live page's headline of the hour, and told by it as any other article."""


@dataclass(frozen=True, slots=True)
class EventCandidate:
    """An event that a new article may tell of, with what it was compared with."""

    event_id: str
    margin: float
    """How often what is enough: 1 and more joins."""
    judgements: Mapping[str, Judgement]
    """By story of its core."""


def near_events(
    c: Connection, one: EventProfile, when: datetime, signature: Signature, not_with: Collection[str] = ()
) -> list[EventCandidate]:
    """Events that a text may tell of, the likeliest first. ``not_with``: stories that are of another for certain."""
    if one.meaning is None or one.words < SAID:
        return []
    candidates = _candidates(c, one, one.meaning, when)
    cores = story_ledger.of_events(c, candidates, CORE)
    open_cores = {event_id: core for event_id, core in cores.items() if _is_open(core, when, not_with)}
    likely = sorted(_judged(one, open_cores), key=lambda e: (-e.margin, e.event_id))
    return [e for e in likely if e.margin < 1 or not _has_same_frame(signature, cores[e.event_id])]


def is_pointer(signature: Signature) -> bool:
    """True for a page about many events that is no more than a headline: it may join an event."""
    return signature.many and signature.length <= POINTER


def is_glue(signature: Signature) -> bool:
    """True for a page about many events whose text would join them: it belongs to no core."""
    return signature.many and signature.length > HEADLINE


def post(c: Connection, one: EventProfile, event_id: str, story_id: str, when: datetime) -> None:
    """Let an event be found by a story, if the story is of its core and says enough."""
    if one.meaning is not None and one.words >= SAID and story_ledger.stories_of(c, event_id) <= CORE:
        ledger.post(c, posted_in(one), to_bytes(one.meaning), event_id, story_id, when)


def linkage(margins: Sequence[float]) -> float:
    """One figure for a whole core: between the likest of it and all of it."""
    return (max(margins) + sum(margins) / len(margins)) / 2


def _candidates(c: Connection, one: EventProfile, meaning: Vector, when: datetime) -> list[str]:
    rows = ledger.near(c, looked_in(one), max(when, _EARLIEST) - SPAN, min(when, _LATEST) + SPAN, COMPARED)
    if not rows:
        return []
    vectors = np.frombuffer(b"".join(row.vector for row in rows), np.int8).reshape(len(rows), -1).astype(np.float32)
    # einsum, as a matrix product wakes BLAS's threads, whose waiting for one another costs more than a thousand rows
    cosines = np.einsum("ij,j->i", vectors, meaning) / np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    best: dict[str, float] = defaultdict(float)
    for row, cosine in zip(rows, cosines.tolist(), strict=True):
        best[row.event_id] = max(best[row.event_id], cosine)
    near = [event_id for event_id, cosine in best.items() if cosine >= NEAR]
    return sorted(near, key=lambda event_id: (-best[event_id], event_id))[:EVENTS]


def _is_open(core: Sequence[EventStory], when: datetime, not_with: Collection[str]) -> bool:
    first = min(one.published for one in core)
    return abs(when - first) <= SPAN and not any(one.story_id in not_with for one in core)


def _judged(new: EventProfile, cores: Mapping[str, Sequence[EventStory]]) -> list[EventCandidate]:
    """Every story of every core at once, and what that says of each event."""
    texts = [(event_id, one.story_id, other) for event_id, core in cores.items() for one, other in _texts(core)]
    judgements = judge_all([(new, other) for *_, other in texts])
    of_event: dict[str, list[tuple[str, EventProfile, Judgement]]] = defaultdict(list)
    for (event_id, story_id, other), judgement in zip(texts, judgements, strict=True):
        of_event[event_id].append((story_id, other, judgement))
    return [_candidate(event_id, new, found) for event_id, found in of_event.items()]


def _candidate(
    event_id: str, new: EventProfile, found: Sequence[tuple[str, EventProfile, Judgement]]
) -> EventCandidate:
    for story_id, other, judgement in found:
        if other.outlet == new.outlet and judgement.margin < 1:
            return EventCandidate(event_id, min(judgement.margin, 0.99), {story_id: judgement})
    judgements = {story_id: judgement for story_id, _, judgement in found}
    return EventCandidate(event_id, linkage([j.margin for j in judgements.values()]), judgements)


def _texts(core: Sequence[EventStory]) -> list[tuple[EventStory, EventProfile]]:
    """What of a core can be compared: glue and what has no vector cannot."""
    read = ((one, _profile(one.signature, one.outlet, one.published.timestamp())) for one in core)
    return [(one, other) for one, other in read if other is not None]


@lru_cache(maxsize=512)
def _profile(raw: bytes, outlet: str, at: float) -> EventProfile | None:
    """A core's story is compared with many articles of its hours: it is read once."""
    text = stored(raw)
    if text is None or is_glue(text):
        return None
    weighed = profile(text, outlet, at)
    return weighed if weighed.meaning is not None else None


def _has_same_frame(signature: Signature, core: Sequence[EventStory]) -> bool:
    """True if one of the texts is this one's frame filled in otherwise: two quakes, two matches of one evening."""
    return any(
        other.language == signature.language and compare(other, signature).verdict is SameText.TEMPLATE
        for one in core
        if (other := stored(one.signature)) is not None
    )

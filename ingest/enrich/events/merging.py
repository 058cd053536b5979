"""Whether two events are one: asked when a new article fits both, as then each was founded before what joins them came.

An article joins the event that it meets first; which that is hangs on the order in which articles come. Where a
Korean and a Russian report founded an event each, the French one that fits both brings them together.
"""

from collections.abc import Sequence

from ingest.enrich.events.evidence import EventProfile, profile
from ingest.enrich.events.likelihood import judge_all
from ingest.enrich.events.search import CORE, SPAN, is_glue, linkage
from ingest.enrich.stories.compare import SameText, compare
from ingest.enrich.stories.signature import Signature, stored
from ingest.ledger import event_merges
from ingest.ledger import stories as story_ledger
from ingest.ledger.store import Connection
from ingest.ledger.stories import EventStory

AT_ONCE = 2
"""Events that one article can bring to its own: what a placement costs stays bounded."""

ENOUGH = 1.0
"""Linkage of two cores, as of an article and a core."""

_Text = tuple[Signature, EventProfile]


def merge_fitting(c: Connection, event_id: str, others: Sequence[str]) -> tuple[str, list[str]]:
    """Merge with an event those of ``others`` that are the same happening: (the event that it is now, those gone).

    The younger goes on under the id of the older, as most that was told was told under that.
    """
    gone: list[str] = []
    for other in others[:AT_ONCE]:
        cores = story_ledger.of_events(c, [event_id, other], CORE)
        if len(cores) < 2 or not is_one(cores[event_id], cores[other]):
            continue
        began = story_ledger.began(c, [event_id, other])
        older, younger = sorted((event_id, other), key=lambda id: (began[id], id))
        event_merges.merge(c, younger, older, max(began.values()))
        gone.append(younger)
        event_id = older
    return event_id, gone


def is_one(one: Sequence[EventStory], other: Sequence[EventStory]) -> bool:
    """True if two cores tell of one happening, story by story, as ``search`` asks of an article and a core."""
    moments = [story.published for story in (*one, *other)]
    if max(moments) - min(moments) > SPAN:
        return False
    pairs = [(mine, their) for mine in _texts(one) for their in _texts(other)]
    margins = [found.margin for found in judge_all([(mine[1], their[1]) for mine, their in pairs])]
    return bool(pairs) and linkage(margins) >= ENOUGH and not any(map(_is_apart, pairs, margins))


def _is_apart(pair: tuple[_Text, _Text], margin: float) -> bool:
    """True if two texts say that there are two events: an outlet's unlike reports, one frame filled in otherwise."""
    (text, of_it), (other_text, of_other) = pair
    if of_it.outlet == of_other.outlet and margin < 1:
        return True
    return text.language == other_text.language and compare(other_text, text).verdict is SameText.TEMPLATE


def _texts(core: Sequence[EventStory]) -> list[_Text]:
    read = ((one, stored(one.signature)) for one in core)
    texts = [(text, profile(text, s.outlet, s.published.timestamp())) for s, text in read if text and not is_glue(text)]
    return [(text, of_it) for text, of_it in texts if of_it.meaning is not None]

"""Whether two events are one: asked when a new article fits both, as then each was founded before what joins them came.

An article joins the event that it meets first; which that is hangs on the order in which articles come. Where a
Korean and a Russian report founded an event each, the French one that fits both brings them together.
"""

from collections.abc import Sequence

from ingest.enrich.events.evidence import EventProfile, profile
from ingest.enrich.events.likelihood import judge
from ingest.enrich.events.search import CORE, SPAN, is_glue, linkage
from ingest.enrich.stories.compare import SameText, compare
from ingest.enrich.stories.signature import Signature, stored
from ingest.ledger import event_merges
from ingest.ledger import stories as story_ledger
from ingest.ledger.store import Connection
from ingest.ledger.stories import EventStory

AT_ONCE = 2
"""Events that one article can bring to its own: what a placement costs stays bounded."""

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
    margins: list[float] = []
    theirs = _texts(other)
    for signature, mine in _texts(one):
        for text, their in theirs:
            margin = judge(mine, their).margin
            if mine.outlet == their.outlet and margin < 1:
                return False
            margins.append(margin)
            if text.language == signature.language and compare(text, signature).verdict is SameText.TEMPLATE:
                return False
    return bool(margins) and linkage(margins) >= 1


def _texts(core: Sequence[EventStory]) -> list[_Text]:
    read = ((one, stored(one.signature)) for one in core)
    texts = [(text, profile(text, s.outlet, s.published.timestamp())) for s, text in read if text and not is_glue(text)]
    return [(text, of_it) for text, of_it in texts if of_it.meaning is not None]

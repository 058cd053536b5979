"""An article that stands in the index by its feed's words turns out, by its page, to be one that is known already.

In the transaction that records it: whoever was told by the one is told of the other's event, and the place of the one
passes to the other where that has none yet. Its document goes afterwards: its key waits in ``outdated_documents``.
"""

from datetime import datetime

from ingest.enrich.stories.placement import leave, told_there_too
from ingest.ledger import event_merges, rechecks, stories
from ingest.ledger.store import Connection


def fold(c: Connection, key: str, into: str, now: datetime) -> None:
    """Let article ``key`` be ``into`` from here on."""
    stories.lock(c)
    event_merges.mark_outdated(c, [key])
    rechecks.pass_on(c, key, into)
    own, other = stories.member(c, key), stories.member(c, into)
    if own is None:
        return
    before = _event(c, own.story_id)
    if other is None:
        stories.hand_over(c, own, into, now)
    else:
        leave(c, own, now)
    event = _event(c, other.story_id) if other else before
    if before is not None and event is not None:
        event_merges.rename_article(c, before, key, into)
        told_there_too(c, into, before, event, now)


def _event(c: Connection, story_id: str) -> str | None:
    story = stories.story(c, story_id)
    return story.event_id if story else None

"""Placing a batch in its stories, and telling the documents of those that were there before.

A wire copy that arrives late changes what the earlier copies' documents say of their story: who else runs it, and who
was first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import Signature
from ingest.index.protocol import Index
from ingest.ledger import event_merges, stories
from ingest.ledger.store import Connection, Ledger
from ingest.model import Article, StoryPlace

OUTDATED_AT_ONCE = 200
AT_ONCE = 10
"""Placements in one transaction: they take turns across workers, so none may keep the others waiting for long."""


@dataclass(frozen=True, slots=True)
class ToPlace:
    """An article with what its place is found by."""

    article: Article
    outlet: str
    signature: Signature
    published: datetime
    completes: bool = False
    """The page's text, where the index has had the feed's words for it."""


def place_all(ledger: Ledger, batch: Sequence[ToPlace], now: datetime, window_days: int) -> list[StoryPlace]:
    """The place of each, as it stands when all of the batch have theirs."""
    placed: list[StoryPlace] = []
    for i in range(0, len(batch), AT_ONCE):
        with ledger.begin() as c:
            for one in batch[i : i + AT_ONCE]:
                a = one.article
                found = place(
                    c, a.key, one.outlet, one.signature, one.published, now, window_days,
                    first_seen=a.first_seen_at, completes=one.completes,
                )  # fmt: skip
                placed.append(found)
    with ledger.read() as c:
        return [
            replace(_as_it_stands(c, one.article.key, p.story_id), change=p.change, merged=p.merged)
            for one, p in zip(batch, placed, strict=True)
        ]


def follow_merges(ledger: Ledger, index: Index) -> int:
    """Write documents again that name an event which was merged into another, and remove those of articles that turned
    out to be others; how many. Raises IndexUnavailable.

    Killed in between, it is done by whoever indexes next: a key waits in the ledger until its document is written.
    """
    written = _remove_folded(ledger, index)
    while True:
        with ledger.read() as c:
            outdated = event_merges.outdated(c, OUTDATED_AT_ONCE)
        if not outdated:
            return written
        answers = {
            key: index.update_fields(key, {"story": {"event_id": event}}) for key, event in outdated.items() if event
        }
        busy = {key for key, answer in answers.items() if answer.retryable}
        with ledger.begin() as c:
            event_merges.brought_up_to_date(c, {key: outdated[key] for key in outdated.keys() - busy})
        written += sum(answer.ok for answer in answers.values())
        if busy:
            return written


def _remove_folded(ledger: Ledger, index: Index) -> int:
    """Remove documents of articles that turned out to be others; how many were there. Raises IndexUnavailable."""
    gone = 0
    while True:
        with ledger.read() as c:
            keys = event_merges.folded(c, OUTDATED_AT_ONCE)
        if not keys:
            return gone
        gone += index.delete(keys)
        with ledger.begin() as c:
            event_merges.removed(c, keys)


def story_place(c: Connection, article_key: str) -> StoryPlace | None:
    """Where the ledger has placed an article; None if it never was."""
    member = stories.member(c, article_key)
    return _as_it_stands(c, article_key, member.story_id) if member else None


def _as_it_stands(c: Connection, key: str, story_id: str) -> StoryPlace:
    story = stories.story(c, story_id)
    if story is None:  # another worker has just moved its last article elsewhere
        return StoryPlace(story_id, is_first=True, size=1)
    first = story.first_article_key == key
    return StoryPlace(story.id, is_first=first, size=story.size, outlets=story.outlets, event_id=story.event_id)


def tell_others(ledger: Ledger, index: Index, joined: Sequence[tuple[Article, StoryPlace]]) -> int:
    """Rewrite the story fields of documents whose story has just been joined; how many. Raises IndexUnavailable."""
    written = {article.key for article, _ in joined}
    grown = {p.story_id for article, p in joined if p.size > 1 and article.story_id != p.story_id}
    told = 0
    for story_id in sorted(grown):
        with ledger.read() as c:
            story = stories.story(c, story_id)
            keys = [k for k in stories.article_keys(c, story_id) if k not in written]
        for key in keys if story else ():
            fields = {"outlets": list(story.outlets), "is_first": story.first_article_key == key} if story else {}
            told += index.update_fields(key, {"story": fields}).ok
    return told

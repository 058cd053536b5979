"""Why an article is of one event with others, and why not with what is near: for ``veille show`` and the desk."""

from typing import Any

from ingest.enrich.events.evidence import profile
from ingest.enrich.events.search import near_events
from ingest.enrich.stories.signature import stored
from ingest.ledger import events, stories
from ingest.ledger.store import Connection

NEAR = 3
"""Events that are shown: its own, and the nearest others."""


def compared_stories(c: Connection, article_key: str) -> list[dict[str, Any]]:
    """The stories that an article is compared with today, the likeliest first, each with what speaks for and against.

    ``same_event`` says what was decided when the article came; ``joins`` what the figures say now. Empty where the
    article has no place or no vector, or where its text has been forgotten since (``enrich.story_window_days``).
    """
    member = stories.member(c, article_key)
    text = stored(member.joined_with or member.signature) if member else None
    if member is None or text is None:
        return []
    own = events.event_of(c, article_key)
    one = profile(text, member.outlet, member.published.timestamp())
    shown = [
        {
            **_first_article(c, near.event_id, story_id),
            "event": near.event_id,
            "same_event": near.event_id == own,
            **judgement.as_json(),
        }
        for near in near_events(c, one, member.published, text)[:NEAR]
        for story_id, judgement in near.judgements.items()
        if story_id != member.story_id
    ]
    return sorted(shown, key=lambda found: (not found["same_event"], -found["likelihood"]))


def _first_article(c: Connection, event_id: str, story_id: str) -> dict[str, Any]:
    story = stories.story(c, story_id)
    members = events.members_of(c, [event_id]).get(event_id, [])
    first = next((m for m in members if story and m.article_key == story.first_article_key), None)
    outlet = story.outlets[0] if story and story.outlets else None
    return {
        "story": story_id,
        "outlet": outlet,
        "title": first.title if first else "",
        "url": first.url if first else "",
    }

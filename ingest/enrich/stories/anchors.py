"""What an event is told by, in whatever language: figures, names, days."""

from datetime import datetime

from ingest.enrich.stories.words import Word


def anchors_of(title: list[Word], body: list[Word], published: datetime | None) -> tuple[int, ...]:
    """Hashes of what a text is about."""
    return ()

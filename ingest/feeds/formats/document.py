"""What every format's reader gives: a title and raw items."""

from dataclasses import dataclass

from ingest.feeds.entries import RawItem
from ingest.feeds.hints import FeedHints


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A feed as its format has it, freed of the parser's own objects."""

    kind: str
    items: tuple[RawItem, ...]
    title: str = ""
    site: str | None = None
    language: str = ""
    malformed: bool = False
    truncated: bool = False
    problem: str | None = None
    hints: FeedHints | None = None
    """Where the format says them in a way of its own."""

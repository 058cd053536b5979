"""From the hits of a rule to its matches: one a story, however many articles carry it. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ingest.alert.summary import ArticleSummary, story_of, summarise
from ingest.index.hit import Hit


@dataclass(frozen=True, slots=True)
class Match:
    """A rule and a story it matched, shown by one article of it."""

    rule: str
    summary: ArticleSummary
    silent: bool = False
    """True: from a backfill; recorded, and nobody is told."""

    @property
    def story(self) -> str:
        """The story's id."""
        return self.summary.story


def new_matches(rule: str, hits: Iterable[Hit], known: Mapping[str, bool], silent: Collection[str]) -> list[Match]:
    """What a rule's hits add to the stories it has matched before, in the order in which they were indexed.

    ``known``: story → was that match a silent one. ``silent``: keys of articles that tell nobody. A live
    article in a story that was only matched silently is news to the reader and replaces the silent match.
    Of several new articles of one story the earliest published shows it: that is the source, not the copy.
    """
    best: dict[str, Match] = {}
    for hit in hits:
        story, quiet = story_of(hit), hit.id in silent
        if story in known and (quiet or not known[story]):
            continue
        new = Match(rule, summarise(hit), quiet)
        best[story] = better(best[story], new) if story in best else new
    return list(best.values())


def better(one: Match, other: Match) -> Match:
    """Which of two matches shows their story: a live one, then the earliest published."""
    return min(one, other, key=lambda m: (m.silent, m.summary.when))

"""From the hits of a rule to its matches: one an event, however many articles tell of it. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ingest.alert.context import SEEN_TOGETHER
from ingest.alert.summary import ArticleSummary, summarise
from ingest.index.hit import Hit

MAX_VERSIONS = 12
"""Languages in which a match keeps an article to show."""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule and an event it matched, shown by one article of it."""

    rule: str
    summary: ArticleSummary
    """The first to run it, of those that matched."""
    silent: bool = False
    """True: from a backfill; recorded, and nobody is told."""
    versions: tuple[ArticleSummary, ...] = ()
    """The first that matched in each other language."""

    @property
    def event(self) -> str:
        """The event's id."""
        return self.summary.event

    @property
    def found_at(self) -> datetime:
        """When it could be told: once its article was indexed, or once a watch rule noticed something."""
        return self.summary.noticed.at if self.summary.noticed else self.summary.indexed

    def shown_to(self, languages: Sequence[str]) -> ArticleSummary:
        """The article to show to somebody who reads these languages, best first: the first one that he can read."""
        articles = (self.summary, *self.versions)
        known = {a.language: a for a in reversed(articles)}
        return next((known[code] for code in languages if code in known), self.summary)

    def to_json(self) -> dict[str, Any]:
        """As the ledger keeps it: the article shown, and its versions beside it."""
        return {**self.summary.to_json(), "versions": [v.to_json() for v in self.versions]}

    @classmethod
    def from_json(cls, rule: str, data: Mapping[str, Any]) -> "Match":
        """The reverse of ``to_json``."""
        versions = tuple(ArticleSummary.from_json(v) for v in data.get("versions", ()))
        return cls(
            rule, ArticleSummary.from_json({k: v for k, v in data.items() if k != "versions"}), versions=versions
        )


def new_matches(rule: str, hits: Iterable[Hit], known: Mapping[str, bool], silent: Collection[str]) -> list[Match]:
    """What a rule's hits add to the events it has matched before, in the order in which they were indexed.

    ``known``: event → was that match a silent one. ``silent``: keys of articles that tell nobody. A live
    article in an event that was only matched silently is news to the reader and replaces the silent match.
    """
    found: dict[str, Match] = {}
    for hit in hits:
        event, quiet = hit.article.event, hit.id in silent
        if event in known and (quiet or not known[event]):
            continue
        new = Match(rule, summarise(hit), quiet)
        found[event] = merged(found[event], new) if event in found else new
    return list(found.values())


def merged(one: Match, other: Match) -> Match:
    """Two matches of one event as one: live ones before silent ones, the first to run it in front."""
    if one.silent != other.silent:
        return other if one.silent else one
    first, second = sorted((one, other), key=_order) if _together(one, other) else sorted((one, other), key=_seen)
    by_language = {a.language: a for a in reversed((first.summary, *first.versions, second.summary, *second.versions))}
    by_language.pop(first.summary.language)
    kept = sorted(by_language.values(), key=lambda a: (a.when, a.key))[:MAX_VERSIONS]
    return Match(one.rule, first.summary, one.silent, tuple(kept))


def _together(one: Match, other: Match) -> bool:
    return abs(one.summary.first_seen - other.summary.first_seen) <= SEEN_TOGETHER


def _order(match: Match) -> Any:
    return match.summary.when, match.summary.key


def _seen(match: Match) -> Any:
    return match.summary.first_seen, match.summary.key

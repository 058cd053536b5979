"""Feeds of the catalogue that end at one and the same address: told, and polled once."""

from collections.abc import Iterable

from ingest.ledger.feeds import FeedState
from ingest.urls import canonical, url_key


def duplicates(states: Iterable[FeedState]) -> dict[str, str]:
    """Feed → the feed that is polled in its place. The one that stands at the address by itself is polled; of several
    that have moved there, the first by id."""
    by_address: dict[str, list[FeedState]] = {}
    for state in states:
        if state.state != "disabled":
            by_address.setdefault(url_key(canonical(state.effective_url)), []).append(state)
    found: dict[str, str] = {}
    for group in by_address.values():
        first = min(group, key=lambda s: (s.effective_url != s.url, s.id))
        found.update({s.id: first.id for s in group if s.id != first.id})
    return found

"""What each feed's links have cost in this run, and who has had enough of it. What is left waits for the next run."""

from collections.abc import Collection, Mapping

from ingest.feeds.quarantine import PROBATION_BUDGET, RUN_BUDGET, breach
from ingest.ledger.sources import FeedUse, Quarantine

SLOW_PAGES = 4
"""A feed in quarantine has so many pages asked in a run: that shows whether it has mended its ways."""


class Spending:
    """Counts by feed. ``slow``: feeds in quarantine, which may spend less."""

    def __init__(self, slow: Mapping[str, Quarantine]) -> None:
        self.slow = slow
        self._used: dict[str, FeedUse] = {}

    def add(self, feed_id: str, use: FeedUse) -> None:
        """Charge a feed."""
        self._used[feed_id] = self._used.get(feed_id, FeedUse()) + use

    def is_over(self, feed_id: str) -> bool:
        """True where a feed has had its share of this run."""
        use = self._used.get(feed_id)
        return use is not None and breach(use, PROBATION_BUDGET if feed_id in self.slow else RUN_BUDGET) is not None

    def over(self) -> frozenset[str]:
        """All feeds that have had their share."""
        return frozenset(feed_id for feed_id in self._used if self.is_over(feed_id))

    def slow_places(self, under_way: Collection[str]) -> list[str]:
        """Feeds in quarantine that may have one more page now: one at a time, and few in a run."""
        return sorted(
            feed_id
            for feed_id in self.slow
            if feed_id not in under_way
            and self._used.get(feed_id, FeedUse()).pages < SLOW_PAGES
            and not self.is_over(feed_id)
        )

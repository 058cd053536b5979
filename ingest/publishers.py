"""Whose article an address is: it belongs to the publisher of its address, whoever lists it first.

A feed of the catalogue stands for the domains of its own address and of its ``site``; both are the desk's word, not an
outlet's. What another feed says of a claimed address is a sighting: it may lead to the article, never name, own,
rewrite or delay it (docs/decisions/180).
"""

from collections.abc import Iterable

from ingest.model import Feed, Policy
from ingest.urls import publisher

_STRICTEST = (Policy.HEADLINE, Policy.SUMMARY, Policy.FULL)


class Publishers:
    """The claims of a catalogue's feeds on domains. Immutable; looking one up costs a dictionary's time."""

    def __init__(self, feeds: Iterable[Feed]) -> None:
        self._claims: dict[str, list[Feed]] = {}
        self._outlets: dict[str, str] = {}
        for feed in feeds:
            self._outlets[feed.id] = feed.outlet
            for domain in sorted({publisher(url) for url in (feed.url, feed.site) if url}):
                self._claims.setdefault(domain, []).append(feed)

    def owns(self, feed: Feed, url: str) -> bool:
        """True if ``feed`` may speak for the article at ``url``: it claims the address, or nobody else does."""
        claimants = self._claims.get(publisher(url))
        return not claimants or any(feed.outlet == other.outlet for other in claimants)

    def owner(self, url: str, lister: Feed) -> Feed:
        """The feed that the article at ``url`` belongs to, listed by ``lister``: itself, or one of the address's owner.

        A domain that several outlets claim (a host of feeds) proves nothing: its lister keeps what it lists.
        """
        claimants = self._claims.get(publisher(url), [])
        if not claimants or any(lister.outlet == other.outlet for other in claimants):
            return lister
        if len({other.outlet for other in claimants}) > 1:
            return lister
        return next((f for f in claimants if f.enabled), claimants[0])

    def is_foreign(self, url: str, feed_id: str) -> bool:
        """True if others than the outlet of a feed claim the address: its page is not that outlet's to bring."""
        claimants = self._claims.get(publisher(url), [])
        mine = self._outlets.get(feed_id)
        return bool(claimants) and all(feed.outlet != mine for feed in claimants)

    def policy(self, url: str) -> Policy:
        """The strictest policy of those who claim the address, wherever it was found; FULL where nobody does.

        Only where all of an outlet's feeds agree is a feed's own policy the publisher's: one section may be for
        subscribers. So a policy binds the domain only if every claimant has one.
        """
        policies = {feed.policy for feed in self._claims.get(publisher(url), [])}
        if not policies or Policy.FULL in policies:
            return Policy.FULL
        return next(p for p in _STRICTEST if p in policies)

"""Articles whose hosts could not be reached, until it is known whose fault that was."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from ingest.clock import Clock
from ingest.feeds.outage import is_own_outage
from ingest.fetch.decision import Use, Verdict
from ingest.fetch.page import Fetched
from ingest.urls import host

OWN_OUTAGE = "own-outage"
LOOK_AGAIN = timedelta(minutes=5)


class Held:
    """What came back without its host having been reached, and which hosts of the run were and were not."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._waiting: dict[str, Fetched] = {}
        self._since: datetime | None = None
        self._unreachable: set[str] = set()
        self._answered: set[str] = set()

    @property
    def outage(self) -> bool:
        """True if, so far, most hosts could not be reached: it is us."""
        return is_own_outage(self._unreachable, self._answered)

    def sort(self, group: Sequence[Fetched]) -> list[Fetched]:
        """Keep those whose hosts were not reached; the others can be recorded."""
        ready = []
        for fetched in group:
            name = host(fetched.article.url)
            if fetched.reached is False:
                self._unreachable.add(name)
                self._waiting[fetched.article.key] = fetched
                self._since = self._since or self._clock()
                continue
            if fetched.reached:
                self._answered.add(name)
            ready.append(fetched)
        return ready

    def older_than(self, seconds: float) -> bool:
        """True if something has waited so long that its lease must not run out."""
        return self._since is not None and (self._clock() - self._since).total_seconds() > seconds

    def judged(self) -> list[Fetched]:
        """All that wait, with the verdict they get: their own, or none at all where the outage was ours."""
        waiting = list(self._waiting.values())
        if not self.outage:
            return waiting
        again = self._clock() + LOOK_AGAIN
        detail = f"{len(self._unreachable - self._answered)} hosts could not be reached"
        verdict = Verdict(Use.LATER, OWN_OUTAGE, detail, again, counts=False)
        return [replace(fetched, verdict=verdict) for fetched in waiting]

    def recorded(self, group: Sequence[Fetched]) -> None:
        """These need not be kept any more."""
        for fetched in group:
            self._waiting.pop(fetched.article.key, None)
        if not self._waiting:
            self._since = None

    def keys(self) -> list[str]:
        """Articles that still wait, for their leases to be given back."""
        return list(self._waiting)

"""What could not be reached, until it is known whose fault that was: one buffer for feeds and for pages.

A host that answered anything at all, be it 500, counts as reached. If most hosts of a run could not be reached, the
outage is ours and counts against nobody (decision 012).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from ingest.clock import Clock

T = TypeVar("T")

OWN_OUTAGE = "own-outage"
FEWEST_HOSTS = 4
"""With fewer hosts asked, nothing can be told."""
SHARE = 0.8
LATELY = timedelta(minutes=10)
"""A poll that reached a host that long ago proves that the network worked then: two beats of a scheduler."""


def was_own_outage(claimed: int, counts: Mapping[str, int]) -> bool:
    """True for a run of which hardly anything could be reached, by its outcomes."""
    return claimed > 0 and counts.get(OWN_OUTAGE, 0) >= SHARE * claimed


class Unreachable(Generic[T]):
    """Subjects whose hosts were not reached wait here; it remembers which hosts of the run were and were not.

    ``host`` names a subject's host; ``is_reached`` says whether it was reached, None where nobody tried. ``feed`` names
    who listed it: then each feed has one vote, because sixty-four links to dead hosts in one feed are that feed's
    trouble. Where too few feeds have a vote the hosts are counted, unless ``reached_lately``: then the network works.
    """

    def __init__(
        self, clock: Clock, *, host: Callable[[T], str], is_reached: Callable[[T], bool | None],
        feed: Callable[[T], str] | None = None, reached_lately: bool = False,
    ) -> None:  # fmt: skip
        self._clock, self._host, self._is_reached = clock, host, is_reached
        self._feed, self._reached_lately = feed, reached_lately
        self._failing_feeds: set[str] = set()
        self._working_feeds: set[str] = set()
        self._waiting: list[T] = []
        self._since: datetime | None = None
        self._failed: set[str] = set()
        self._answered: set[str] = set()

    def sort(self, group: Sequence[T]) -> list[T]:
        """Keep those whose hosts were not reached; the others can be recorded."""
        ready = []
        for subject in group:
            is_reached = self._is_reached(subject)
            if is_reached is False:
                self._failed.add(self._host(subject))
                self._vote(subject, self._failing_feeds)
                self._waiting.append(subject)
                self._since = self._since or self._clock()
                continue
            if is_reached:
                self._answered.add(self._host(subject))
                self._vote(subject, self._working_feeds)
            ready.append(subject)
        return ready

    @property
    def is_own_outage(self) -> bool:
        """True if, so far, most hosts could not be reached: it is us."""
        if len(self._failing_feeds | self._working_feeds) >= FEWEST_HOSTS:
            return is_own_outage(self._failing_feeds, self._working_feeds)
        return not self._reached_lately and is_own_outage(self._failed, self._answered)

    def _vote(self, subject: T, feeds: set[str]) -> None:
        if self._feed is not None:
            feeds.add(self._feed(subject))

    @property
    def hosts(self) -> int:
        """How many hosts could not be reached."""
        return len(self._failed - self._answered)

    @property
    def waiting(self) -> Sequence[T]:
        """What waits, in the order in which it came."""
        return tuple(self._waiting)

    def is_older_than(self, seconds: float) -> bool:
        """True if something has waited so long that its lease must not run out."""
        return self._since is not None and (self._clock() - self._since).total_seconds() >= seconds

    def take(self) -> list[T]:
        """All that waits; it waits no longer."""
        taken, self._waiting, self._since = self._waiting, [], None
        return taken


def is_own_outage(failed: Collection[str], answered: Collection[str]) -> bool:
    """True if the hosts that could not be reached are so many, of all asked in a run, that we are the reason."""
    lost, reached = set(failed) - set(answered), set(answered)
    asked = len(lost) + len(reached)
    return asked >= FEWEST_HOSTS and len(lost) >= SHARE * asked

"""Long work on the server leaves half of the time to searches and to what comes in."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LONGEST = 5.0
"""Seconds of a pause: a batch that took longer met a server with other troubles."""


class BreathingSpace:
    """After each batch of work as long a pause as the batch took."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, pause: Callable[[float], object] = time.sleep
    ) -> None:
        self._clock, self._pause = clock, pause

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Do one batch within."""
        began = self._clock()
        yield
        self._pause(min(self._clock() - began, LONGEST))

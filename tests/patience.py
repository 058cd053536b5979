"""How tests wait: for so many seconds of an idle machine, however busy this one is."""

import os
import time
from collections.abc import Callable


class Patience:
    """Runs out after ``seconds`` of a machine with nothing else to do.

    A second in which three processes want each core counts as a third: what is slow only because of its neighbours is
    waited for, and what hangs is not waited for for ever.
    """

    def __init__(
        self, seconds: float, *, clock: Callable[[], float] = time.monotonic, wanting: Callable[[], float] | None = None
    ) -> None:
        self.left = seconds
        self._clock, self._wanting = clock, wanting or processes_a_core
        self._seen = clock()

    def is_over(self) -> bool:
        """True once it has run out; to be asked again and again."""
        now = self._clock()
        self.left -= (now - self._seen) / max(1.0, self._wanting())
        self._seen = now
        return self.left <= 0


def processes_a_core() -> float:
    """How many processes want each core, over the last minute."""
    return os.getloadavg()[0] / (os.cpu_count() or 1)


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 60, every: float = 0.1) -> None:
    """Wait for a condition; fails with ``what`` was waited for."""
    patience = Patience(seconds)
    while not condition():
        assert not patience.is_over(), f"waited in vain: {what}"
        time.sleep(every)

"""Rate limits: a bucket of tokens for each key. In memory: one process serves the desk."""

from collections import OrderedDict
from datetime import datetime
from threading import Lock

_KEYS = 10_000


class RateLimit:
    """So many a minute for each key, with as many at once."""

    def __init__(self, a_minute: int) -> None:
        self.a_minute = a_minute
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, key: str, now: datetime) -> float:
        """Take one: 0.0 if it may go on, else the seconds after which it may."""
        at = now.timestamp()
        with self._lock:
            left, then = self._left.pop(key, (float(self.a_minute), at))
            left = min(float(self.a_minute), left + max(0.0, at - then) * self.a_minute / 60)
            allowed = left >= 1
            self._left[key] = (left - 1 if allowed else left, at)
            if len(self._left) > _KEYS:  # the one that was silent longest
                self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) * 60 / self.a_minute

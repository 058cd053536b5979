"""The one place that reads the clock. Everything else is told what time it is.

A ``Clock`` is passed to whatever runs for longer than an instant; decisions take a plain ``now``.
"""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)

"""How long to wait before the next attempt: the one back-off of feeds, pages, mails and the index. Pure."""

import random
from datetime import timedelta


def wait_before(
    failures: int, *, first: timedelta, longest: timedelta, subject: str = "", spread: float = 0.0
) -> timedelta:
    """After so many failures in a row (from 1): ``first``, then doubled each time, never beyond ``longest``.

    ``spread`` is the share by which a wait may be longer or shorter, so that what failed together does not come back
    together. It depends on ``subject`` and the count, not on chance, so that a decision can be repeated.
    """
    wait = min(first * (1 << min(max(failures - 1, 0), 30)), max(first, longest))
    if not spread:
        return wait
    return wait * random.Random(f"{subject}:{failures}").uniform(1 - spread, 1 + spread)


def as_long_again(lasted: timedelta, *, first: timedelta, longest: timedelta) -> timedelta:
    """Where nobody counts attempts: as long again as the trouble has lasted, within bounds. Doubles just so."""
    return min(max(lasted, first), longest)

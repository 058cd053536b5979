"""When to ask for a page again."""

from datetime import datetime, timedelta

from ingest.text.backoff import wait_before

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)


def backoff(attempt: int, now: datetime, *, subject: str = "") -> datetime:
    """When to make the next attempt after the ``attempt``-th (from 1) failed."""
    return now + wait_before(attempt, first=FIRST_WAIT, longest=LONGEST_WAIT, subject=subject, spread=0.1)

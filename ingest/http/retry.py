"""When to try again."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from ingest.text.backoff import wait_before

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
LONGEST_PAUSE = timedelta(days=1)
"""A Retry-After beyond this is believed only so far: hosts have sent the year 2038."""


def retry_after(headers: Iterable[tuple[str, str]], now: datetime) -> datetime | None:
    """When the host wants to be asked again: Retry-After in seconds or as a date (RFC 9110, 10.2.3).

    Never before ``now``, at most a day later; None if there is no such field or it cannot be read.
    """
    value = next((v.strip() for k, v in headers if k.lower() == "retry-after"), "")
    when = _seconds(value, now) or _date(value)
    if when is None:
        return None
    return min(max(when, now), now + LONGEST_PAUSE)


def _seconds(value: str, now: datetime) -> datetime | None:
    whole = value.partition(".")[0]
    if not (whole.isascii() and whole.isdigit()):
        return None
    return now + timedelta(seconds=min(int(whole[:10]), 10**6))


def _date(value: str) -> datetime | None:
    if not value or len(value) > 60:
        return None
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def backoff(attempt: int, now: datetime, *, subject: str = "") -> datetime:
    """When to ask for a page again after the ``attempt``-th (from 1) failed."""
    return now + wait_before(attempt, first=FIRST_WAIT, longest=LONGEST_WAIT, subject=subject, spread=0.1)

"""What came back for a URL, and what it says, as small named facts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Self

LONGEST_PAUSE = timedelta(days=1)
"""A Retry-After beyond this is believed only so far: hosts have sent the year 2038."""
PERMANENT = frozenset({301, 308})
"""RFC 9110, 15.4."""


_SENDABLE = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect on the way."""

    url: str
    status: int
    location: str
    """Where it led, made absolute."""


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP response, whatever its status."""

    url: str
    """As asked, without fragment and credentials."""
    final_url: str
    """After redirects."""
    status: int
    headers: tuple[tuple[str, str], ...]
    """In order, names as sent."""
    body: bytes
    """Content-Encoding undone. For a status of 400 and more at most 256 KiB of it."""
    hops: tuple[Hop, ...]
    started_at: datetime
    seconds: float
    """Spent on the network, all hops, without waiting for the host's turn."""
    request_headers: tuple[tuple[str, str], ...] = ()
    """As sent with the last hop."""
    faults: tuple[str, ...] = ()
    """What was wrong in transport, although the document is whole: it was used all the same."""

    def header(self, name: str) -> str | None:
        """The first field of that name, in any case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    def header_all(self, name: str) -> tuple[str, ...]:
        """All fields of that name, in order."""
        wanted = name.lower()
        return tuple(value for key, value in self.headers if key.lower() == wanted)

    @property
    def ok(self) -> bool:
        """True for 200 to 299."""
        return 200 <= self.status < 300

    @property
    def is_not_modified(self) -> bool:
        """304: what we have is still right."""
        return self.status == 304

    @property
    def is_gone(self) -> bool:
        """410: removed for good, and said so."""
        return self.status == 410

    @property
    def is_rate_limited(self) -> bool:
        """429, or 503 with Retry-After."""
        return self.status == 429 or (self.status == 503 and self.header("retry-after") is not None)

    @property
    def is_challenged(self) -> bool:
        """A wall that names itself in a header (Cloudflare, AWS WAF), whatever the status."""
        return self.header("cf-mitigated") == "challenge" or self.header("x-amzn-waf-action") is not None

    @property
    def moved_to(self) -> str | None:
        """Where the permanent redirects at the beginning of the way lead; None if the first hop is not permanent.

        What comes after a temporary hop is temporary, even if it says 301.
        """
        target = None
        for hop in self.hops:
            if hop.status not in PERMANENT:
                break
            target = hop.location
        return target

    @property
    def validators(self) -> "Validators":
        """What to send back to be answered 304 next time."""
        return Validators(self.header("etag"), self.header("last-modified"))

    def retry_after(self, now: datetime) -> datetime | None:
        """When the host wants to be asked again: see ``retry_after``."""
        return retry_after(self.headers, now)

    def fresh_for(self, now: datetime) -> timedelta | None:
        """How long it says it stays fresh: ``Cache-Control: max-age``, else ``Expires`` (RFC 9111, 4.2.1)."""
        control = (self.header("cache-control") or "").lower()
        if "no-store" in control or "no-cache" in control:
            return None
        age = re.search(r"\bmax-age\s*=\s*\"?(\d{1,9})", control)
        if age:
            used = self.header("age") or ""
            spent = int(used) if used.isascii() and used.isdigit() and len(used) < 10 else 0
            return timedelta(seconds=max(0, int(age[1]) - spent))
        expires = http_date(self.header("expires") or "")
        if expires is None:
            return None
        return max(timedelta(0), expires - (http_date(self.header("date") or "") or now))

    def without_body(self) -> Self:
        """The same, to be kept where only its facts are needed."""
        return replace(self, body=b"")


@dataclass(frozen=True, slots=True)
class Validators:
    """What a response left behind for a conditional request."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> Mapping[str, str]:
        """Fields that ask for the body only if it has changed (RFC 9110, 13.1). Validators go back as they came.

        One that cannot be sent back (letters beyond ASCII) is left out: the whole document comes then.
        """
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value and _SENDABLE.fullmatch(value)}


def retry_after(headers: Iterable[tuple[str, str]], now: datetime) -> datetime | None:
    """When the host wants to be asked again: Retry-After in seconds or as a date (RFC 9110, 10.2.3).

    Never before ``now``, at most ``LONGEST_PAUSE`` later; None if there is no such field or it cannot be read.
    """
    value = next((v.strip() for k, v in headers if k.lower() == "retry-after"), "")
    when = _in_seconds(value, now) or http_date(value)
    return None if when is None else min(max(when, now), now + LONGEST_PAUSE)


def http_date(value: str) -> datetime | None:
    """A date of an HTTP field, in any of its three forms (RFC 9110, 5.6.7); None if it is none."""
    if not value or len(value) > 60:
        return None
    try:
        at = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _in_seconds(value: str, now: datetime) -> datetime | None:
    whole = value.partition(".")[0]
    if not (whole.isascii() and whole.isdigit()):
        return None
    return now + timedelta(seconds=min(int(whole[:10]), 10**6))

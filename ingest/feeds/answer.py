"""What an HTTP answer says, as small named facts.

Takes plain values (status, headers, hops): where they come from is not this module's business.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

PERMANENT = frozenset({301, 308})
LONGEST_PAUSE = 7 * 86_400
"""Seconds. A Retry-After beyond a week is a mistake more often than a wish."""

_VOLATILE = re.compile(
    rb"<(lastBuildDate|sy:updateBase|generator)\b[^<>]*>[^<]{0,300}</\1>|<!--[^<>]{0,500}-->", re.IGNORECASE
)
_CHANNEL_DATE = re.compile(rb"<(pubDate|updated|dc:date|modified)\b[^<>]*>[^<]{0,100}</\1>", re.IGNORECASE)
_FIRST_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")


class Hop(Protocol):
    """One redirect on the way."""

    @property
    def url(self) -> str:
        """The address that redirected."""

    @property
    def status(self) -> int:
        """Its status: 301, 302, 303, 307 or 308."""

    @property
    def location(self) -> str:
        """Where it led, absolute."""


def header(headers: Iterable[tuple[str, str]], name: str) -> str | None:
    """The first header of that name, whatever its letter case."""
    wanted = name.lower()
    return next((value for key, value in headers if key.lower() == wanted), None)


def is_not_modified(status: int) -> bool:
    """304: what we have is what there is."""
    return status == 304


def is_gone(status: int) -> bool:
    """410: the publisher says that it will not come back."""
    return status == 410


def is_rate_limited(status: int, headers: Iterable[tuple[str, str]]) -> bool:
    """429, or 503 with a time to come back."""
    return status == 429 or (status == 503 and header(headers, "retry-after") is not None)


def is_challenged(headers: Iterable[tuple[str, str]]) -> bool:
    """A wall that names itself in a header (Cloudflare, AWS WAF), whatever the status."""
    pairs = list(headers)
    return header(pairs, "cf-mitigated") == "challenge" or header(pairs, "x-amzn-waf-action") is not None


def retry_after(headers: Iterable[tuple[str, str]], now: datetime) -> int | None:
    """Seconds to wait, from either form of Retry-After (RFC 9110, 10.2.3); None where there is none or it is past."""
    value = (header(headers, "retry-after") or "").strip()
    if not value:
        return None
    if value.isascii() and value.isdigit():
        return min(int(value[:9]), LONGEST_PAUSE)
    at = _http_date(value)
    if at is None or at <= now:
        return None
    return min(int((at - now).total_seconds()) + 1, LONGEST_PAUSE)


def fresh_seconds(headers: Iterable[tuple[str, str]], now: datetime) -> int | None:
    """For how long the answer says it stays fresh: ``Cache-Control: max-age``, else ``Expires`` (RFC 9111, 4.2.1)."""
    pairs = list(headers)
    control = (header(pairs, "cache-control") or "").lower()
    if "no-store" in control or "no-cache" in control:
        return None
    age = re.search(r"\bmax-age\s*=\s*\"?(\d{1,9})", control)
    if age:
        used = header(pairs, "age") or ""
        return max(0, int(age[1]) - (int(used) if used.isascii() and used.isdigit() and len(used) < 10 else 0))
    expires = _http_date(header(pairs, "expires") or "")
    if expires is None:
        return None
    return max(0, int((expires - (_http_date(header(pairs, "date") or "") or now)).total_seconds()))


def moved_to(hops: Iterable[Hop]) -> str | None:
    """Where the permanent redirects at the beginning of the way lead; None if the first hop is not permanent.

    What comes after a temporary hop is temporary, even if it says 301.
    """
    target = None
    for hop in hops:
        if hop.status not in PERMANENT:
            break
        target = hop.location
    return target


def body_hash(body: bytes) -> str:
    """Hash of a body without what changes at every request: build dates, generator stamps, comments.

    Servers that ignore conditional requests, and site-wide ETags, are unmasked by it: nothing new, no work.
    """
    first = _FIRST_ITEM.search(body)
    head_end = first.start() if first else min(len(body), 5_000)
    head = _CHANNEL_DATE.sub(b"", _VOLATILE.sub(b"", body[:head_end]))
    tail_start = max(head_end, len(body) - 1_000)
    digest = hashlib.blake2b(head, digest_size=16)
    digest.update(body[head_end:tail_start])
    digest.update(_VOLATILE.sub(b"", body[tail_start:]))
    return digest.hexdigest()


def conditional_headers(etag: str | None, last_modified: str | None) -> Mapping[str, str]:
    """Headers that ask for the body only if it has changed. Validators go back exactly as they came."""
    wanted = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in wanted.items() if value}


def _http_date(value: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)

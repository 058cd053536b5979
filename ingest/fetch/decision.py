"""What an answer, or trouble, means for an article: pure decisions.

page          the answer is the article's page: archive it
feed-text     there is no page to be had: the article stands on its feed's own text
unchanged     304: what the archive has is still right
later         worth another attempt, at a known time
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from ingest.http.errors import FetchError, HostPaused
from ingest.http.response import Response
from ingest.http.retry import backoff

RETRIED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Trouble that passes: by definition (RFC 9110), or by habit (52x: a CDN that cannot reach its origin)."""
WISHED_STEP = timedelta(seconds=10)
"""A host that says "again at once" is believed once: ``Retry-After: 0`` must not use up all attempts in a row."""
_NAMES = {401: "forbidden", 402: "paywall", 403: "forbidden", 404: "not-found", 410: "gone", 451: "forbidden"}
_PAGES = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom")


class Use(StrEnum):
    """See the module."""

    PAGE = "page"
    FEED_TEXT = "feed-text"
    UNCHANGED = "unchanged"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class FetchDecision:
    """What to do with an article, and how to call it."""

    use: Use
    name: str
    """Slug for the ledger's reason and for counts: ``fetched``, ``not-found``, ``timed-out``…"""
    detail: str = ""
    next_try: datetime | None = None
    counts: bool = True
    """False: no attempt of the article's own, the host was only asked for patience."""


@dataclass(frozen=True, slots=True)
class Tries:
    """How often a page has been tried (this time not counted), how often it may be, and which page it is."""

    made: int
    allowed: int
    subject: str

    def again(self, name: str, detail: str, now: datetime, wished: datetime | None = None) -> FetchDecision:
        """Later, or the feed's text if this was the last attempt."""
        if self.made + 1 >= self.allowed:
            return FetchDecision(Use.FEED_TEXT, name, f"{detail}; gave up after {self.made + 1} attempts")
        if wished is None:
            return FetchDecision(Use.LATER, name, detail, backoff(self.made + 1, now, subject=self.subject))
        return FetchDecision(Use.LATER, name, detail, max(wished, now + self.made * WISHED_STEP))


def judge_answer(answer: Response, tries: Tries, now: datetime) -> FetchDecision:
    """What an answer means."""
    status = answer.status
    if answer.is_not_modified:
        return FetchDecision(Use.UNCHANGED, "not-modified")
    if status in RETRIED_STATUSES:
        name = "rate-limited" if answer.is_rate_limited else "server-error" if status >= 500 else "timed-out"
        return tries.again(name, f"HTTP {status}", now, answer.retry_after(now))
    if not answer.ok:
        return FetchDecision(Use.FEED_TEXT, _NAMES.get(status, f"http-{status}"), f"HTTP {status}")
    if not answer.body.strip():
        return tries.again("empty", f"HTTP {status} without a body", now)
    kind = (answer.header("content-type") or "").partition(";")[0].strip().lower()
    if kind and not kind.startswith(_PAGES):
        return FetchDecision(Use.FEED_TEXT, "not-a-page", kind[:100])
    return FetchDecision(Use.PAGE, "fetched")


def judge_error(e: FetchError, tries: Tries, now: datetime) -> FetchDecision:
    """What trouble means."""
    if isinstance(e, HostPaused):
        return FetchDecision(Use.LATER, e.reason, e.detail, e.until, counts=False)
    if e.retryable:
        return tries.again(e.reason, e.detail or e.url, now)
    return FetchDecision(Use.FEED_TEXT, e.reason, e.detail or e.url)

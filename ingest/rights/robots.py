"""robots.txt as RFC 9309 has it: what it says about a URL, for our product token, with the evidence.

The file is asked for with our own agent. (Python's RobotFileParser asks with its own; sites answer
that with 403, which it then reads as "all is forbidden".)
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from protego import Protego

from ingest.http.errors import NETWORK_REASONS
from ingest.ledger.hosts import SiteFile

MAX_BYTES = 500 * 1024
"""RFC 9309, 2.5: at least 500 KiB are read; the rest is ignored."""
MAX_REDIRECTS = 5
"""RFC 9309, 2.3.1.2: at least five are followed; beyond, the file counts as unavailable."""
UNREACHABLE_IS_UNAVAILABLE = timedelta(days=30)
"""RFC 9309, 2.3.1.4: after a reasonably long time, 30 days for example, unreachable may mean unavailable."""
LONGEST_DELAY = 60.0
"""A Crawl-delay beyond this is kept as this: a page a minute is polite, a page a day is none."""


@dataclass(frozen=True, slots=True)
class RobotsVerdict:
    """What robots.txt says about one URL."""

    allowed: bool
    value: str
    """``allowed``, ``disallowed``, ``none`` (there is no such file), ``unreachable`` (ask later)."""
    evidence: str
    read_at: datetime | None = None
    crawl_delay: float | None = None


class Robots:
    """The rules of one origin, parsed once."""

    def __init__(self, file: SiteFile, agent: str) -> None:
        self._file, self._agent = file, agent
        has_rules = file.status is not None and 200 <= file.status < 300
        self._rules = Protego.parse(file.body.removeprefix("\ufeff")) if has_rules else None

    def verdict(self, url: str, now: datetime) -> RobotsVerdict:
        """May our agent ask for this URL?"""
        file = self._file
        where = f"{file.origin}/robots.txt"
        if file.status is None:
            return self._never_reached(where, now)
        if self._rules is None:
            return RobotsVerdict(True, "none", f"{where}: HTTP {file.status}", file.fetched_at)
        allowed = bool(self._rules.can_fetch(url, self._agent))
        says = "allows" if allowed else "disallows"
        stale = f", copy of {file.fetched_at:%Y-%m-%d}" if file.failing_since and file.fetched_at else ""
        return RobotsVerdict(
            allowed, "allowed" if allowed else "disallowed", f"{where} {says} {self._agent}{stale}",
            file.fetched_at, self._delay(),
        )  # fmt: skip

    @property
    def network_trouble(self) -> bool:
        """True if the file could not be read for a reason that may be our own connection."""
        return (self._file.error or "").partition(":")[0] in NETWORK_REASONS

    def sitemaps(self) -> tuple[str, ...]:
        """The Sitemap lines."""
        return tuple(self._rules.sitemaps) if self._rules else ()

    def _never_reached(self, where: str, now: datetime) -> RobotsVerdict:
        since = self._file.failing_since
        if since is not None and now - since >= UNREACHABLE_IS_UNAVAILABLE:
            return RobotsVerdict(True, "none", f"{where}: unreachable since {since:%Y-%m-%d}")
        return RobotsVerdict(False, "unreachable", f"{where}: {self._file.error or 'unreachable'}")

    def _delay(self) -> float | None:
        delay = self._rules.crawl_delay(self._agent) if self._rules else None
        return min(float(delay), LONGEST_DELAY) if delay is not None and delay > 0 else None

"""What came back for a URL."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect on the way."""

    url: str
    status: int
    location: str
    """Where it led, made absolute."""

    @property
    def permanent(self) -> bool:
        """301 and 308 (RFC 9110, 15.4)."""
        return self.status in (301, 308)


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer, whatever its status."""

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
    def not_modified(self) -> bool:
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

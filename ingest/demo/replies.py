"""What a small web says: replies as values, and the misbehaviour that a reply may carry.

A site is a mapping from (host, path with query) to what is answered there: one ``Reply``, or a ``Script`` of
replies of which the first is given first and the last for ever after.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from email.utils import formatdate, parsedate_to_datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Reply:
    """One HTTP answer. ``headers`` come on top of Content-Type, ETag, Last-Modified and Content-Length."""

    body: bytes = b""
    content_type: str | None = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None
    """Quoted, as on the wire (RFC 9110, section 8.8.3)."""
    last_modified: float | None = None
    """Seconds since 1970."""
    gzip: bool = False
    """Compressed for whoever accepts it."""
    stall_seconds: float = 0.0
    """Silence before the first byte of the answer."""
    cut_after: int | None = None
    """Bytes of the body after which the connection is dropped, although Content-Length promised more."""

    def all_headers(self) -> dict[str, str]:
        """Every header but Content-Length and Content-Encoding, which depend on how the body is sent."""
        named: dict[str, str] = {}
        if self.content_type:
            named["Content-Type"] = self.content_type
        if self.etag:
            named["ETag"] = self.etag
        if self.last_modified is not None:
            named["Last-Modified"] = formatdate(self.last_modified, usegmt=True)
        return named | dict(self.headers)


Script = tuple[Reply, ...]
Site = Mapping[tuple[str, str], Reply | Script]


def with_validators(reply: Reply, *, etag: bool = True, last_modified: float | None = None) -> Reply:
    """The same reply with an ETag made from its body, a Last-Modified, or both: what a 304 is decided by."""
    tag = f'"{sha256(reply.body).hexdigest()[:16]}"' if etag else None
    return replace(reply, etag=tag, last_modified=last_modified)


def redirect(location: str, status: int = 302) -> Reply:
    """A redirect, with the small HTML body that servers send along."""
    return Reply(f'<a href="{location}">{location}</a>'.encode(), status=status, headers={"Location": location})


def is_fresh(reply: Reply, asked: Mapping[str, str]) -> bool:
    """True if the client's copy is current: a 304 is due.

    If-None-Match goes before If-Modified-Since (RFC 9110, section 13.2.2). ``asked``: header names in lower case.
    """
    if reply.status != 200:
        return False
    tags = asked.get("if-none-match")
    if tags is not None:
        weak = (reply.etag or "").removeprefix("W/")
        return bool(weak) and any(tag.strip().removeprefix("W/") in (weak, "*") for tag in tags.split(","))
    since = asked.get("if-modified-since")
    if since is None or reply.last_modified is None:
        return False
    try:
        return int(reply.last_modified) <= parsedate_to_datetime(since).timestamp()
    except ValueError:
        return False


def choose(answer: Reply | Script, nth: int) -> Reply:
    """The reply to the nth request (from 0) of one address."""
    return answer if isinstance(answer, Reply) else answer[min(nth, len(answer) - 1)]

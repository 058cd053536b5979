"""URLs as they are asked for, and where a redirect leads."""

import base64
import re
from dataclasses import dataclass

import httpx

from ingest.http.errors import BadAddress

MAX_URL = 8192
DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_.-]{1,253}|[0-9a-z:.%]*:[0-9a-z:.%]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# The ports of other protocols that a browser refuses too (WHATWG Fetch, "bad port"), the common ones:
# a feed must not make us talk to mail servers, shells and databases.
BAD_PORTS = frozenset(
    {1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110}
    | {111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531}
    | {532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060}
    | {5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211}
)


@dataclass(frozen=True, slots=True)
class Target:
    """One URL to ask for, taken apart. ``url`` has neither fragment nor credentials."""

    url: str
    scheme: str
    host: str
    """Lower case, IDNA-encoded, IPv6 without brackets."""
    port: int
    path: bytes
    """Path and query, percent-encoded."""
    authorization: str | None = None
    """From credentials in a configured URL; never from a redirect."""

    @property
    def origin(self) -> str:
        """``scheme://host:port``, the port always written."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def parse_target(url: str) -> Target:
    """Take a URL apart. Raises BadAddress unless it is an http(s) URL that can be asked for."""
    text = url.strip()
    try:
        if len(text) > MAX_URL:
            raise BadAddress(text[:100] + "…", f"{len(text)} characters")
        return _target(httpx.URL(text), text)
    except (httpx.InvalidURL, ValueError, UnicodeError) as e:
        raise BadAddress(text[:200], str(e)) from e


def follow(target: Target, location: str) -> Target:
    """Where a Location leads. Raises BadAddress for other schemes, credentials and nonsense."""
    shown = f"{target.url} → {location[:200]}"
    try:
        if len(location) > MAX_URL:
            raise BadAddress(target.url, f"redirect of {len(location)} characters")
        if _CONTROL.search(location.strip()):
            raise BadAddress(target.url, "control characters in a redirect")
        joined = httpx.URL(target.url).join(location.strip())
        if joined.userinfo:
            raise BadAddress(shown, "credentials in a redirect")
        return _target(joined, shown)
    except (httpx.InvalidURL, ValueError, UnicodeError) as e:
        raise BadAddress(shown, str(e)) from e


def _target(url: httpx.URL, shown: str) -> Target:
    if url.scheme not in DEFAULT_PORTS:
        raise BadAddress(shown, f"scheme {url.scheme!r}; only http and https are asked")
    host = url.raw_host.decode("ascii").lower()
    if not _HOST.fullmatch(host):
        raise BadAddress(shown, f"{host!r} is no host")
    port = url.port if url.port is not None else DEFAULT_PORTS[url.scheme]
    if not 0 < port < 65536:
        raise BadAddress(shown, f"there is no port {port}")
    if port in BAD_PORTS:
        raise BadAddress(shown, f"port {port} belongs to another protocol")
    plain = str(url.copy_with(fragment=None, username=None, password=None))
    return Target(plain, url.scheme, host, port, url.raw_path, _basic(url))


def _basic(url: httpx.URL) -> str | None:
    if not url.userinfo:
        return None
    return "Basic " + base64.b64encode(f"{url.username}:{url.password}".encode()).decode()

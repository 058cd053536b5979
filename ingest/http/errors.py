"""What can go wrong when a URL is asked for. An HTTP status is not an error: it is an answer.

FetchError                  .reason slug, .retryable, .network, .url
├── BadAddress              bad-url: not http(s), cannot be parsed, or a port no web server has
├── PrivateAddress          private-address: leads into a network that is not the public web
├── NoSuchHost              no-such-host: the name does not resolve (now)
├── ConnectFailed           connect-failed: refused, reset, unreachable
│   ├── TlsFailed           tls-failed: certificate or handshake
│   └── ProxyFailed         proxy-failed: our own proxy said no
├── TimedOut                timed-out: connecting, silence between bytes, or the whole took too long
├── BadAnswer               bad-answer: what came back is not HTTP
│   ├── HeadersTooLarge     headers-too-large
│   ├── TruncatedBody       truncated: fewer bytes than announced, or a compressed stream cut short
│   └── BadEncoding         bad-encoding: a Content-Encoding we did not ask for, or not what it says
├── TooLarge                too-large: the body goes beyond the limit
│   └── DecompressionBomb   decompression-bomb: only once decompressed
├── RedirectLoop            redirect-loop
├── TooManyRedirects        too-many-redirects
├── HostPaused              host-paused: the host asked us to wait (.until)
└── Refused                 refused by a rule that we keep, such as robots.txt; the reason names it
"""

from datetime import datetime

from ingest.errors import VeilleError


class FetchError(VeilleError):
    """Base. ``reason`` is a slug for ledgers and counts; ``str()`` says what, where and why."""

    reason = "fetch-failed"
    retryable = False
    network = False
    """True where the trouble may be our own connection: many hosts failing so at once is our outage."""

    def __init__(self, url: str, detail: str = "") -> None:
        self.url, self.detail = url, detail
        super().__init__(f"{self.reason}: {url}" + (f" ({detail})" if detail else ""))


class BadAddress(FetchError):
    """The URL cannot be asked for, now or later."""

    reason = "bad-url"


class PrivateAddress(FetchError):
    """The address dialled is not on the public web; ``fetch.allow_private`` lists exceptions."""

    reason = "private-address"


class NoSuchHost(FetchError):
    """The name does not resolve. Often temporary."""

    reason = "no-such-host"
    retryable = True
    network = True


class ConnectFailed(FetchError):
    """No connection, or it broke before an answer came."""

    reason = "connect-failed"
    retryable = True
    network = True


class TlsFailed(ConnectFailed):
    """Certificate or handshake. Certificates get renewed: worth another try."""

    reason = "tls-failed"
    network = False


class ProxyFailed(ConnectFailed):
    """The proxy of ``fetch.proxy`` refused or could not reach the host."""

    reason = "proxy-failed"


class TimedOut(FetchError):
    """Connecting, a silence between two reads, or the whole answer took too long."""

    reason = "timed-out"
    retryable = True
    network = True


class BadAnswer(FetchError):
    """What came back is not HTTP as RFC 9112 has it."""

    reason = "bad-answer"
    retryable = True


class HeadersTooLarge(BadAnswer):
    """Too many header fields, or too long."""

    reason = "headers-too-large"
    retryable = False


class TruncatedBody(BadAnswer):
    """The body ended before its announced length, its last chunk, or the end of its compression."""

    reason = "truncated"


class BadEncoding(BadAnswer):
    """The Content-Encoding is unknown to us, or the bytes are not what it says."""

    reason = "bad-encoding"


class TooLarge(FetchError):
    """The body goes beyond the limit; reading stopped there."""

    reason = "too-large"


class DecompressionBomb(TooLarge):
    """The body goes beyond the limit once decompressed; decompression stopped there."""

    reason = "decompression-bomb"


class RedirectLoop(FetchError):
    """A redirect to a URL already asked in this chain."""

    reason = "redirect-loop"
    retryable = True


class TooManyRedirects(FetchError):
    """The chain is longer than ``fetch.max_redirects``."""

    reason = "too-many-redirects"
    retryable = True


NETWORK_REASONS = frozenset(kind.reason for kind in (NoSuchHost, ConnectFailed, ProxyFailed, TimedOut))
"""Reasons of errors whose ``network`` is True, for where only the reason was kept."""
_REACHED = (BadAnswer, TooLarge, RedirectLoop, TooManyRedirects, TlsFailed)


def was_reached(e: FetchError) -> bool | None:
    """Whether the host was reached at all; None if the error says nothing about it."""
    if e.network:
        return False
    return True if isinstance(e, _REACHED) else None


class HostPaused(FetchError):
    """The host asked us to wait until ``until`` (Retry-After); nothing was sent."""

    reason = "host-paused"
    retryable = True

    def __init__(self, url: str, until: datetime) -> None:
        self.until = until
        super().__init__(url, f"until {until.isoformat(timespec='seconds')}")


class Refused(FetchError):
    """A rule that we keep forbids it; ``reason`` names the rule, such as ``refused-by-robots``."""

    def __init__(
        self, url: str, reason: str, detail: str = "", *, retryable: bool = False, network: bool = False
    ) -> None:
        self.reason, self.retryable, self.network = reason, retryable, network
        super().__init__(url, detail)

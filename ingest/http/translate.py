"""httpcore's exceptions in our words: they never travel further."""

import ssl

import httpcore

from ingest.http import errors
from ingest.http.network.backend import DialRefused, NameUnknown
from ingest.http.network.header_limit import HeadTooLong


class Broken(Exception):
    """The connection broke before an answer came: worth one more try at once."""


def translated(url: str, e: Exception, *, answered: bool) -> Exception:
    """httpcore's exceptions in our words."""
    if isinstance(e, DialRefused):
        return errors.PrivateAddress(url, str(e))
    if isinstance(e, NameUnknown):
        return errors.NoSuchHost(url, str(e))
    if isinstance(e, HeadTooLong):
        return errors.HeadersTooLarge(url, str(e))
    if isinstance(e, httpcore.TimeoutException):
        return errors.TimedOut(url, str(e) or _words(e))
    if isinstance(e, httpcore.ProxyError):
        return errors.ProxyFailed(url, str(e))
    if isinstance(e, httpcore.ConnectError) and _is_tls(e):
        return errors.TlsFailed(url, str(e))
    if isinstance(e, httpcore.NetworkError | httpcore.RemoteProtocolError):
        return _broken(url, e, answered)
    if isinstance(e, httpcore.LocalProtocolError | httpcore.UnsupportedProtocol):
        return errors.BadAddress(url, str(e))
    return e


def _broken(url: str, e: Exception, answered: bool) -> Exception:
    said = str(e) or _words(e)
    if answered:
        return errors.TruncatedBody(url, said)
    if isinstance(e, httpcore.ReadError) or "without sending a response" in said:
        return Broken(said)
    if isinstance(e, httpcore.NetworkError):
        return errors.ConnectFailed(url, said)
    return errors.HeadersTooLarge(url, said) if "too long" in said else errors.BadAnswer(url, said)


def _is_tls(e: BaseException) -> bool:
    cause: BaseException | None = e
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return "SSL" in str(e)


def _words(e: Exception) -> str:
    """An exception's name, taken apart: ``ReadTimeout`` says ``read timeout``."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in type(e).__name__).strip()

"""Cookies for one redirect chain: some publishers answer a first visit with a cookie and a redirect to the same page.

Nothing is kept beyond the chain: a crawler has no session, and nobody shall be able to follow it from poll to poll.
"""

import re
from http.cookies import CookieError, SimpleCookie

from ingest.urls import registered_domain

MOST = 30
LONGEST = 4_096
_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,200}")
_VALUE = re.compile(r"[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E\"]*")


class ChainCookies:
    """What the hops of one chain have set. Nothing is sent to another site than the one that set it."""

    def __init__(self) -> None:
        self._set: dict[tuple[str, str], str] = {}

    def take(self, host: str, fields: tuple[tuple[str, str], ...]) -> None:
        """Remember the cookies of a response of ``host``."""
        for name, line in fields:
            if name.lower() == "set-cookie" and len(line) <= LONGEST:
                self._take_one(host, line)

    def header(self, host: str) -> str | None:
        """The Cookie field for a request to ``host``; None if there is none."""
        sent = [f"{name}={value}" for (domain, name), value in self._set.items() if _covers(domain, host)]
        return "; ".join(sent) or None

    def _take_one(self, host: str, line: str) -> None:
        pair, _, attributes = line.partition(";")
        name, _, value = (part.strip() for part in pair.partition("="))
        if not _TOKEN.fullmatch(name) or not _VALUE.fullmatch(value) or len(self._set) >= MOST:
            return
        domain = _domain_of(attributes)
        if not domain:
            self._set["=" + host, name] = value
        elif _covers(domain, host) and registered_domain(f"http://{domain}/") == registered_domain(f"http://{host}/"):
            self._set[domain, name] = value


def _domain_of(attributes: str) -> str:
    try:
        morsel = SimpleCookie(f"x=y;{attributes}").get("x")
    except CookieError:
        return ""
    return str(morsel["domain"]).lower().lstrip(".") if morsel is not None else ""


def _covers(domain: str, host: str) -> bool:
    if domain.startswith("="):
        return host == domain[1:]
    return host == domain or (host.endswith("." + domain) and "." in domain)

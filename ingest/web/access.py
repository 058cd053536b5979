"""Who is asking, and what they may do: session cookie, proxy's header, or token. Decided once for each request."""

import base64
import binascii
import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit

from ingest.ledger import desk as people
from ingest.settings import WebSettings
from ingest.web.desk import Desk

COOKIE = "veille_session"
LOCAL = "local"
"""The account that the start link signs in while there are no others."""
SCOPES = ("read", "rules", "feeds", "marks")
"""What a token may be allowed: reading is all it has unless somebody says more."""
EVERYTHING = (*SCOPES, "account", "admin")
"""What somebody at a browser is held back from by their role only."""
LONGEST_NAME = 100
"""Characters that the ledger keeps of a name."""
Role = Literal["reader", "editor", "admin"]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody (or a program) who may be here."""

    name: str
    role: str
    csrf: str = ""
    """What a form must bring back; empty for tokens, which no browser sends by itself."""
    scopes: tuple[str, ...] = EVERYTHING
    by: Literal["session", "proxy", "token"] = "session"
    all_seen_at: datetime | None = None

    def may(self, role: str) -> bool:
        """Whether this one has that role, or a higher one."""
        return people.ROLES.index(self.role) >= people.ROLES.index(role)


def visitor(desk: Desk, headers: Mapping[str, str], cookies: Mapping[str, str], client: str) -> Visitor | None:
    """Who is asking; None: somebody who has to sign in first."""
    now, web = desk.clock(), desk.settings.web
    given = bearer(headers.get("authorization", ""))
    if given is not None:
        return _by_token(desk, given, now)
    name = headers.get(web.trusted_header.lower(), "").strip() if web.trusted_header else ""
    if 0 < len(name) <= LONGEST_NAME and is_within(client, web.trusted_proxies):
        return _by_proxy(desk, name, web)
    secret = cookies.get(COOKIE)
    if not secret:
        return None
    with desk.ledger.read() as c:
        found = people.session(c, secret, now)
    if found is None:
        return None
    session, user = found
    return Visitor(user.name, user.role, session.csrf, all_seen_at=user.all_seen_at)


def sign_in(desk: Desk, name: str) -> tuple[str, datetime]:
    """Open a session: the secret for the cookie, and when it ends."""
    now = desk.clock()
    until = now + timedelta(days=desk.settings.web.session_days)
    with desk.ledger.begin() as c:
        secret = people.open_session(c, name, now, until)
        people.record(c, name, "sign-in", name, now)
    return secret, until


def bearer(authorization: str) -> str | None:
    """The token of an Authorization header: Bearer, or the password of Basic, which is what feed readers know."""

    kind, _, value = authorization.partition(" ")
    if kind.lower() == "bearer":
        return value.strip()
    if kind.lower() != "basic":
        return None
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def is_same_site(headers: Mapping[str, str]) -> bool:
    """False where a browser says that another site's page sent this (Fetch Metadata, then Origin)."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")


def csrf_fits(visitor: Visitor, given: str) -> bool:
    """Whether a form brings back what it was given. Tokens need none."""
    return visitor.by == "token" or (bool(visitor.csrf) and is_same_secret(visitor.csrf, given))


def is_same_secret(kept: str, given: str) -> bool:
    """Compared in a time that tells nothing; strange letters are just wrong."""
    return secrets.compare_digest(kept.encode(), given.encode("utf-8", "surrogatepass"))


def is_within(address: str, networks: Sequence[str]) -> bool:
    """Whether an address is one of these, or in one of these networks."""
    try:
        ip = ipaddress.ip_address(address)
        return any(ip in ipaddress.ip_network(n, strict=False) for n in networks)
    except ValueError:
        return False


def _by_token(desk: Desk, secret: str, now: datetime) -> Visitor | None:
    with desk.ledger.read() as c:
        found = people.token(c, secret, now)
    if found is None:
        return None
    token, user = found
    if token.last_used_at is None or now - token.last_used_at > timedelta(minutes=10):
        with desk.ledger.begin() as c:  # seldom: a token that is read every minute must not write every minute
            people.token_used(c, token.id, now)
    return Visitor(user.name, user.role, scopes=token.scopes, by="token", all_seen_at=user.all_seen_at)


def _by_proxy(desk: Desk, name: str, web: WebSettings) -> Visitor | None:
    """The proxy vouches for the name. A row is kept for each, so that marks, tokens and a role can hang on it."""
    with desk.ledger.read() as c:
        user = people.user(c, name)
    if user is None:
        with desk.ledger.begin() as c:
            people.put_user(c, name, web.trusted_role, None, desk.clock())
            user = people.user(c, name)
    if user is None or user.disabled_at is not None:
        return None
    return Visitor(user.name, user.role, _proxy_csrf(name), by="proxy", all_seen_at=user.all_seen_at)


_PROXY_SECRET = secrets.token_bytes(32)


def _proxy_csrf(name: str) -> str:
    """Without a session of ours: a keyed hash of the name, good while this process runs."""

    return hmac.new(_PROXY_SECRET, name.encode(), hashlib.sha256).hexdigest()

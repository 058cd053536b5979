"""Canonical URLs: the identity of an article."""

import hashlib
from urllib.parse import urlsplit


def canonical(url: str) -> str:
    """The canonical form of an article's URL."""
    return url.strip()


def url_key(canonical_url: str) -> str:
    """The identity of an article: 128 bits of SHA-256 of its canonical URL, in hex (32 characters)."""
    return hashlib.sha256(canonical_url.encode()).hexdigest()[:32]


def host(url: str) -> str:
    """Host name in lower case, without port."""
    return (urlsplit(url).hostname or "").lower()

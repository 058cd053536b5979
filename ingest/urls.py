"""Canonical URLs: the identity of an article.

``canonical`` gives an address that can be fetched, without tracking; ``url_key`` its identity, for which also
http and https, ``www.`` or not, and hosts known to be one are the same. Nothing that may tell two articles apart
is dropped: unknown parameters, paths' letter case and unknown fragments stay.
"""

import hashlib
import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qsl, quote, unquote_plus, unquote_to_bytes, urljoin, urlsplit

import idna

from ingest import url_rules as rules

if TYPE_CHECKING:
    from tldextract import TLDExtract

_CONTROLS = re.compile(r"[\x00-\x20\x7f]+")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_LETTERS = re.compile(r"[A-Za-z]?(?:%[89A-Fa-f][0-9A-Fa-f])+")
"""A letter that may carry an accent, and escaped bytes beyond ASCII."""
_UNSAFE = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_AMP = re.compile(r"&(?:amp|#0*38|#x0*26);", re.IGNORECASE)
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PORTS = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """The form of an article's URL without what varies for one and the same article.

    Idempotent. What is not an http(s) URL comes back stripped of blanks, otherwise as it was.
    """
    url = _clean(url)
    for _ in range(3):  # a wrapper in a wrapper is seen, a longer chain is somebody's joke
        inner = _unwrapped(url)
        if inner is None:
            break
        url = _clean(inner)
    parts = _split(url)
    if parts is None:
        return url
    path = rules.SESSION_PATH.sub("", _dotless(_escaped(parts.path))) or "/"
    query = _query(parts.query, parts.path)
    fragment = _fragment(parts.fragment)
    return f"{parts.scheme}://{_netloc(parts)}{path}" + (f"?{query}" if query else "") + fragment


def url_key(canonical_url: str) -> str:
    """The identity of an article: 128 bits of SHA-256 of its canonical URL, in hex (32 characters)."""
    return hashlib.sha256(_identity(canonical_url).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def host(url: str) -> str:
    """Host name in lower case, without port; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""


@cache
def _suffix_list() -> "TLDExtract":
    """The Public Suffix List that is bundled with tldextract: no network. It brings requests along, so when needed."""
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None)


@lru_cache(maxsize=8192)
def _registered(name: str) -> str:
    found = _suffix_list()(name)
    if found.domain and found.suffix:
        return f"{found.domain}.{found.suffix}"
    labels = name.split(".")
    if found.suffix or labels[-1].isdigit() or ":" in name:  # a public suffix by itself, an address
        return name
    return ".".join(labels[-2:])  # the list's default rule "*": an unknown last label is a public suffix


def registered_domain(url: str) -> str:
    """The domain that somebody registered (``bbc.co.uk``), by the Public Suffix List.

    Two labels where the list knows nothing (``news.example``); the host itself where there is none.
    """
    return _registered(host(url))


@lru_cache(maxsize=8192)
def _published_under(name: str) -> str:
    found = _suffix_list()(name, include_psl_private_domains=True)
    domain = f"{found.domain}.{found.suffix}" if found.domain and found.suffix else _registered(name)
    if domain in rules.SHARED_DOMAINS:
        return name.removeprefix("www.")
    return rules.TWIN_HOSTS.get(domain, domain)


def publisher(url: str) -> str:
    """Who answers for what stands at a URL: the registered domain, or on shared ground the tenant's part of it.

    ``lemonde.fr`` for all hosts of it; ``someone.substack.com`` and ``someone.github.io`` each for itself, by the
    private part of the Public Suffix List and a list of our own; ``medium.com/@someone`` where tenants share a host.
    """
    name = _published_under(host(url))
    if name in rules.SHARED_BY_PATH:
        first = urlsplit(url).path.lstrip("/").partition("/")[0].lower()
        return f"{name}/{first}" if first else name
    return name


def absolute(base: str, address: str) -> str | None:
    """An address as a document at ``base`` means it, without its fragment; None where that is no http(s) URL."""
    try:
        found = urljoin(base, address.strip())
    except ValueError:
        return None
    return found.partition("#")[0] if address.strip() and is_web(found) else None


def is_web(url: str) -> bool:
    """True for an http(s) URL with a host."""
    return _split(_clean(url)) is not None


def _clean(url: str) -> str:
    url = _CONTROLS.sub(" ", url).strip()
    while _AMP.search(url):  # escaped once too often, or twice
        url = _AMP.sub("&", url)
    return url


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        scheme, name = parts.scheme.lower(), parts.hostname
        _ = parts.port
    except ValueError:
        return None
    return parts._replace(scheme=scheme) if scheme in _PORTS and name and " " not in name else None


def _unwrapped(url: str) -> str | None:
    parts = _split(url)
    if parts is None:
        return None
    names = rules.WRAPPERS.get(f"{(parts.hostname or '').lower()}{parts.path}")
    if not names:
        return None
    values = dict(parse_qsl(parts.query, max_num_fields=100)) if parts.query.count("&") < 100 else {}
    return next((values[n] for n in names if _split(_clean(values.get(n, "")))), None)


def _netloc(parts: SplitResult) -> str:
    name = (parts.hostname or "").lower().rstrip(".")
    if not name.isascii():
        name = _punycode(name)
    if ":" in name:
        name = f"[{name}]"
    return name if parts.port in (None, _PORTS[parts.scheme]) else f"{name}:{parts.port}"


def _punycode(name: str) -> str:
    """A host name in ASCII, by IDNA 2008 (``faß`` is not ``fass``); what it does not know, by IDNA 2003."""
    try:
        return idna.encode(name, uts46=True, transitional=False).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        pass
    try:
        return name.encode("idna").decode()
    except UnicodeError:
        return _escaped(name).lower()


def plain_form(canonical_url: str) -> str:
    """An address without what only says in which form a page is served: AMP, a mobile host, a slash at the end, letters
    with their accents apart (NFD, as macOS names files).

    Not an identity: two addresses with one plain form are one page only where something else says so too.
    """
    parts = _split(canonical_url)
    if parts is None or parts.fragment:
        return canonical_url
    path = _composed(rules.AMP_PATH.sub("", parts.path)).rstrip("/")
    query = "&".join(p for p in parts.query.split("&") if p and not rules.AMP_PAIR.fullmatch(p))
    return rules.FORM_HOST.sub("", _netloc(parts)) + path + (f"?{query}" if query else "")


def _composed(path: str) -> str:
    """The path with its letters in NFC; escapes that are no UTF-8, or no letters, stay as they are."""

    def compose(found: re.Match[str]) -> str:
        try:
            letters = unquote_to_bytes(found[0]).decode()
        except UnicodeDecodeError:
            return found[0]
        whole = unicodedata.normalize("NFC", letters)
        return found[0] if whole == letters else quote(whole)

    return _LETTERS.sub(compose, path)


def _escaped(text: str) -> str:
    """RFC 3986, 6.2.2: upper-case escapes, unreserved characters plain, everything else that is not allowed escaped."""
    text = _LONE_PERCENT.sub("%25", text)

    def settle(m: re.Match[str]) -> str:
        char = chr(int(m[1], 16))
        return char if char in _UNRESERVED else f"%{m[1].upper()}"

    text = _ESCAPE.sub(settle, text)
    return _UNSAFE.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode("utf-8", "surrogatepass")), text)


def _dotless(path: str) -> str:
    """RFC 3986, 5.2.4: ``/a/./b/../c`` is ``/a/c``."""
    if "/." not in path:
        return path
    out: list[str] = []
    segments = path.split("/")
    for i, segment in enumerate(segments):
        last = i == len(segments) - 1
        if segment == "..":
            if len(out) > 1:
                out.pop()
            if last:
                out.append("")
        elif segment == ".":
            if last:
                out.append("")
        else:
            out.append(segment)
    return "/".join(out)


def _query(query: str, path: str) -> str:
    kept = [piece for piece in query.split("&") if piece and not _tracks(piece)]
    if kept and path.startswith("/p/"):  # Substack: who shared it
        kept = [piece for piece in kept if not rules.SHARED_BY.fullmatch(piece)]
    return "&".join(_escaped(piece) for piece in kept)


def _tracks(piece: str) -> bool:
    """True for a parameter that says how the reader came, not what is read."""
    name = unquote_plus(piece.partition("=")[0]).lower()
    return (
        name in rules.TRACKING_NAMES
        or name in rules.SESSION_NAMES
        or name.startswith(rules.TRACKING_PREFIXES)
        or rules.TRACKING_PAIRS.fullmatch(unquote_plus(piece)) is not None
    )


def _fragment(fragment: str) -> str:
    if not fragment or rules.FURNITURE.fullmatch(fragment):
        return ""
    pieces = fragment.lstrip("?").split("&")
    if any(_tracks(piece) for piece in pieces):
        fragment = "&".join(piece for piece in pieces if piece and not _tracks(piece))
    if not fragment or rules.FURNITURE.fullmatch(fragment):
        return ""
    return f"#{_escaped(fragment).replace('#', '%23')}"


def _identity(url: str) -> str:
    parts = _split(url)
    if parts is None:
        return url
    netloc = _netloc(parts).removeprefix("www.")
    netloc = rules.TWIN_HOSTS.get(netloc, netloc)
    where = netloc + parts.path
    for pattern, replacement in rules.TWIN_PATHS:
        where = pattern.sub(replacement, where)
    query = "&".join(sorted(parts.query.split("&"), key=lambda p: p.partition("=")[0])) if parts.query else ""
    return where + (f"?{query}" if query else "") + (f"#{parts.fragment}" if parts.fragment else "")

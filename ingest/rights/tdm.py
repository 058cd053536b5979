"""TDMRep (W3C Community Group Final Report, 10 May 2024): is mining of a page reserved?

Three places, each overriding the one before: ``/.well-known/tdmrep.json``, the fields of the
answer, the metas of the page. Silence in one leaves what the one before said.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

MAX_BYTES = 512 * 1024
_MAX_RULES = 5000


@dataclass(frozen=True, slots=True)
class Reservation:
    """What was said, and where."""

    reserved: bool
    source: str
    """Such as ``https://news.example:443/.well-known/tdmrep.json: /archive/``."""
    policy: str | None = None
    """URL of a licence offer."""


@dataclass(frozen=True, slots=True)
class TdmRule:
    """One object of tdmrep.json."""

    location: str
    reserved: bool
    policy: str | None = None


def parse_tdmrep(body: str) -> tuple[TdmRule, ...]:
    """The rules of a tdmrep.json, in order; what cannot be read is left out (an HTML page with 200 gives none)."""
    try:
        items = json.loads(body.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return ()
    listed = items if isinstance(items, list) else [items]
    return tuple(rule for item in listed[:_MAX_RULES] if (rule := _rule(item)) is not None)


def _rule(item: Any) -> TdmRule | None:
    if not isinstance(item, dict):
        return None
    location, value = item.get("location"), reservation_value(item.get("tdm-reservation"))
    if not isinstance(location, str) or value is None or len(location) > 2000:
        return None
    policy = item.get("tdm-policy")
    return TdmRule(location, value, policy if isinstance(policy, str) else None)


def reservation_value(value: Any) -> bool | None:
    """1 is reserved, 0 is not; anything else says nothing."""
    text = str(value).strip().lower()
    return {"1": True, "0": False, "true": True, "false": False}.get(text)


def from_file(rules: tuple[TdmRule, ...], origin: str, url: str) -> Reservation | None:
    """What tdmrep.json says of a URL: the first rule that matches its path."""
    parts = urlsplit(url)
    path = unquote(parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    for rule in rules:
        if matches(unquote(rule.location) or "/", path):
            return Reservation(rule.reserved, f"{origin}/.well-known/tdmrep.json: {rule.location}", rule.policy)
    return None


def matches(location: str, path: str) -> bool:
    """As in robots.txt: ``*`` is any characters, ``$`` at the end is the end, else it is a prefix.

    Each part is sought once, from where the one before ended: linear, whatever the pattern.
    """
    exact = location.endswith("$")
    first, *rest = (location[:-1] if exact else location).split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not exact or path == first
    at = len(first)
    for part in rest[:-1]:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    last = rest[-1]
    return (path.endswith(last) and len(path) - len(last) >= at) if exact else path.find(last, at) >= 0


def from_fields(fields: Mapping[str, str], where: str, before: Reservation | None) -> Reservation | None:
    """What header fields or metas (names in lower case) say, over what was said before."""
    value = reservation_value(fields.get("tdm-reservation"))
    if value is None:
        return before
    return Reservation(value, f"{where}: tdm-reservation {int(value)}", fields.get("tdm-policy"))

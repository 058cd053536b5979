"""Links by which a reader takes himself off a rule's list, without signing in (RFC 8058). Pure.

A link says who and which rules, and carries a keyed hash of it: nobody can take somebody else off. It does not end:
mails are read late.
"""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ingest.alert.recipients import reader_of
from ingest.alert.rules import Rule

_LONGEST = 480
"""Bytes of what a link says; with base64 and the host it stays below the 998 characters of a header's line."""
_HASH = 16
"""Bytes of the keyed hash."""


@dataclass(frozen=True, slots=True)
class Unsubscriber:
    """Makes and reads the links of an installation."""

    key: bytes
    base: str = ""
    """Where readers reach the desk, such as ``https://veille.example.org``; empty: nowhere, and there are no links."""

    def link(self, address: str, rule_ids: Sequence[str]) -> str:
        """Takes this address off the lists of these rules (of very many, the first); empty where there is no desk."""
        if not self.base:
            return ""
        listed = [reader_of(address), *rule_ids]
        while len(_encoded(listed)) > _LONGEST and len(listed) > 2:
            listed.pop()
        return f"{self.base}/unsubscribe/{self._token(listed)}"

    def read(self, token: str) -> tuple[str, tuple[str, ...]] | None:
        """Reader and rules of a link; None where we have not signed it."""
        said, _, signature = token.partition(".")
        try:
            payload, given = _from_text(said), _from_text(signature)
        except (binascii.Error, ValueError):
            return None
        if not hmac.compare_digest(given, self._hash(payload)):
            return None
        reader, *rules = json.loads(payload)
        return str(reader), tuple(str(rule) for rule in rules)

    def _token(self, listed: Sequence[str]) -> str:
        payload = _encoded(listed)
        return f"{_as_text(payload)}.{_as_text(self._hash(payload))}"

    def _hash(self, payload: bytes) -> bytes:
        return hmac.new(self.key, b"unsubscribe:" + payload, hashlib.sha256).digest()[:_HASH]


def still_subscribed(rules: Sequence[Rule], gone: Collection[tuple[str, str]]) -> list[Rule]:
    """The rules without the recipients who took themselves off; ``gone``: (reader, rule id)."""
    return [
        replace(rule, recipients=tuple(r for r in rule.recipients if (reader_of(r), rule.id) not in gone))
        for rule in rules
    ]


def _encoded(listed: Sequence[str]) -> bytes:
    return json.dumps(list(listed), separators=(",", ":")).encode()


def _as_text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _from_text(text: str) -> bytes:
    return base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)

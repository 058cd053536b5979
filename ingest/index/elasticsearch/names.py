"""What indexes and aliases are called in the cluster."""

import secrets
from dataclasses import dataclass
from typing import Any

from ingest.index.fields import SCHEMAS
from ingest.index.schema import DocumentKind

SYNTHETIC_ID = "canary"
"""Of the one document that no reader may see: it stands there from one probe to the next (decision 315)."""
_FOR_READERS = {"bool": {"must_not": {"ids": {"values": [SYNTHETIC_ID]}}}}


def searched(kind: DocumentKind) -> dict[str, Any]:
    """What the alias of a kind that people search is made with: the server itself leaves the synthetic document out."""
    return {"filter": _FOR_READERS} if kind is DocumentKind.ARTICLES else {}


@dataclass(frozen=True, slots=True)
class IndexNames:
    """What things are called in the cluster; ``prefix`` keeps installations apart."""

    prefix: str

    def alias(self, kind: DocumentKind) -> str:
        """What is searched."""
        return f"{self.prefix}{kind.value}"

    def write_alias(self, kind: DocumentKind) -> str:
        """What is written to."""
        return f"{self.prefix}{kind.value}-write"

    def month_alias(self, kind: DocumentKind, month: str) -> str:
        """What one month is written to."""
        return f"{self.write_alias(kind)}-{month}"

    def aliases(self, kind: DocumentKind, month: str | None = None) -> dict[str, dict[str, Any]]:
        """What an index that is searched and written is made with: of one month, or of all."""
        write = self.month_alias(kind, month) if month else self.write_alias(kind)
        return {self.alias(kind): searched(kind), write: {"is_write_index": True}}

    def building(self, kind: DocumentKind) -> str:
        """The alias of a copy that is being built, or waits to be confirmed."""
        return f"{self.prefix}{kind.value}-building"

    def pattern(self, kind: DocumentKind) -> str:
        """All concrete indexes of a kind: the searched one and one being built."""
        return f"{self.prefix}{kind.value}-v*"

    def first(self, kind: DocumentKind) -> str:
        """The first concrete index of this version."""
        return f"{self.prefix}{kind.value}-v{SCHEMAS[kind].version}"

    def new(self, kind: DocumentKind) -> str:
        """The next concrete index; a name that was never used, so that no rebuild is taken for another."""
        return f"{self.first(kind)}-{secrets.token_hex(4)}"

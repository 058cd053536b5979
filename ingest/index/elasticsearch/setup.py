"""Names of indexes and aliases, and making them."""

import secrets
from dataclasses import dataclass

from elasticsearch import BadRequestError, Elasticsearch

from ingest.index.elasticsearch import templates
from ingest.index.fields import SCHEMAS
from ingest.index.schema import DocumentKind


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in the cluster; ``prefix`` keeps installations apart."""

    prefix: str

    def alias(self, kind: DocumentKind) -> str:
        """What is searched."""
        return f"{self.prefix}{kind.value}"

    def write_alias(self, kind: DocumentKind) -> str:
        """What is written to."""
        return f"{self.prefix}{kind.value}-write"

    def pattern(self, kind: DocumentKind) -> str:
        """All concrete indexes of a kind: the searched one and one being built."""
        return f"{self.prefix}{kind.value}-v*"

    def first(self, kind: DocumentKind) -> str:
        """The first concrete index of this version."""
        return f"{self.prefix}{kind.value}-v{SCHEMAS[kind].version}"

    def new(self, kind: DocumentKind) -> str:
        """The next concrete index; a name that was never used, so that no rebuild is taken for another."""
        return f"{self.first(kind)}-{secrets.token_hex(4)}"


def set_up(client: Elasticsearch, names: Names) -> None:
    """Templates first, so that no index is ever made without its mapping. Cheap when all is there."""
    missing = [kind for kind in DocumentKind if not _stands(client, names, kind)]
    if not missing:
        return
    templates.install(client, names.prefix, tuple(kind.value for kind in DocumentKind))
    for kind in missing:
        aliases = {names.alias(kind): {}, names.write_alias(kind): {"is_write_index": True}}
        try:
            client.indices.create(index=names.first(kind), aliases=aliases)
        except BadRequestError as e:  # another worker was faster
            if "resource_already_exists" not in str(e.body) and "invalid_alias_name" not in str(e.body):
                raise


def _stands(client: Elasticsearch, names: Names, kind: DocumentKind) -> bool:
    both = f"{names.alias(kind)},{names.write_alias(kind)}"
    return bool(client.indices.exists_alias(name=both))

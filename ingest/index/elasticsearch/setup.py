"""Names of indexes and aliases; making them, and making place in them for new fields."""

import secrets
from dataclasses import dataclass
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch

from ingest.index.elasticsearch import templates
from ingest.index.fields import SCHEMAS
from ingest.index.schema import DocumentKind


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


def set_up(client: Elasticsearch, names: IndexNames) -> None:
    """Templates first, at every call, so that no index is ever made without its mapping; then what is missing.

    An index that an older version made gets the fields that it lacks, so that what is written from now on is taken;
    what it holds already gets them by a rebuild.
    """
    put_templates(client, names)
    for kind in DocumentKind:
        if _stands(client, names, kind):
            _add_fields(client, names, kind)
        else:
            _create(client, names, kind)


def put_templates(client: Elasticsearch, names: IndexNames) -> None:
    """Today's templates; what stands there is replaced, indexes that exist do not change."""
    templates.install(client, names.prefix, tuple(kind.value for kind in DocumentKind))


def _create(client: Elasticsearch, names: IndexNames, kind: DocumentKind) -> None:
    aliases = {names.alias(kind): {}, names.write_alias(kind): {"is_write_index": True}}
    try:
        client.indices.create(index=names.first(kind), aliases=aliases)
    except BadRequestError as e:  # another worker was faster
        if "resource_already_exists" not in str(e.body) and "invalid_alias_name" not in str(e.body):
            raise


def _add_fields(client: Elasticsearch, names: IndexNames, kind: DocumentKind) -> None:
    wanted = templates.read(kind.value)["template"]["mappings"]["properties"]
    for index, found in client.indices.get_mapping(index=names.alias(kind)).items():
        new = _missing(wanted, found["mappings"].get("properties", {}))
        if new:
            client.indices.put_mapping(index=index, properties=new)


def _missing(wanted: dict[str, Any], held: dict[str, Any]) -> dict[str, Any]:
    """The fields that are not there yet, nested as they stand. One whose type has changed waits for the rebuild."""
    out: dict[str, Any] = {}
    for name, spec in wanted.items():
        if name not in held:
            out[name] = spec
        elif spec.get("properties") and "properties" in held[name]:
            inner = _missing(spec["properties"], held[name]["properties"])
            if inner:
                out[name] = {**{key: spec[key] for key in ("type",) if key in spec}, "properties": inner}
    return out


def _stands(client: Elasticsearch, names: IndexNames, kind: DocumentKind) -> bool:
    both = f"{names.alias(kind)},{names.write_alias(kind)}"
    return bool(client.indices.exists_alias(name=both))

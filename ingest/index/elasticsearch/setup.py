"""Making indexes and aliases, and making place in them for new fields."""

from datetime import datetime, timedelta
from typing import Any

from elasticsearch import BadRequestError, Elasticsearch

from ingest.index.elasticsearch import monthly, templates
from ingest.index.elasticsearch.names import IndexNames, searched
from ingest.index.schema import DocumentKind


def set_up(client: Elasticsearch, names: IndexNames, now: datetime) -> None:
    """Templates first, at every call, so that no index is ever made without its mapping; then what is missing.

    An index that an older version made gets the fields that it lacks, so that what is written from now on is taken;
    what it holds already gets them by a rebuild. This month's index and the next one's are made, so that a writer whose
    key may make none goes on over the turn of the month.
    """
    put_templates(client, names)
    for kind in DocumentKind:
        if _stands(client, names, kind):
            _add_fields(client, names, kind)
            _filter_alias(client, names, kind)
        elif kind not in monthly.MONTHLY:
            _create(client, names, kind)
        if kind in monthly.MONTHLY:
            make_months(client, names, kind, now)


def make_months(client: Elasticsearch, names: IndexNames, kind: DocumentKind, now: datetime) -> None:
    """This month's index and the next one's, where they are missing and our key may make them."""
    held = monthly.concrete(client, names, kind)
    following = now.replace(day=1) + timedelta(days=32)
    for wanted in (monthly.month(now), monthly.month(following)):
        if wanted not in {one.month for one in held}:
            monthly.make(client, names, kind, wanted, held)


def put_templates(client: Elasticsearch, names: IndexNames) -> None:
    """Today's templates; what stands there is replaced, indexes that exist do not change."""
    templates.install(client, names.prefix, tuple(kind.value for kind in DocumentKind))


def _create(client: Elasticsearch, names: IndexNames, kind: DocumentKind) -> None:
    try:
        client.indices.create(index=names.first(kind), aliases=names.aliases(kind))
    except BadRequestError as e:  # another worker was faster
        if not monthly.is_made(e):
            raise


def _filter_alias(client: Elasticsearch, names: IndexNames, kind: DocumentKind) -> None:
    """An alias that an older version made has no filter yet."""
    alias = names.alias(kind)
    held = client.indices.get_alias(name=alias)
    lacking = [index for index, found in held.items() if "filter" not in found["aliases"][alias]]
    if searched(kind) and lacking:
        client.indices.update_aliases(
            actions=[{"add": {"index": index, "alias": alias, **searched(kind)}} for index in lacking]
        )


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
    """Months have write aliases of their own: of them the searched one tells."""
    wanted = names.alias(kind) if kind in monthly.MONTHLY else f"{names.alias(kind)},{names.write_alias(kind)}"
    return bool(client.indices.exists_alias(name=wanted))

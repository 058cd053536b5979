"""The list of fields as Elasticsearch templates; `scripts/tables` writes ``index_templates/*.json`` from here."""

from collections.abc import Iterator
from typing import Any

from ingest.index.schema import DocumentKind, Field, FieldType, Schema
from ingest.index.values import KEYWORD_LIMIT
from ingest.text.tokens import BLANK, ELIDED, INVISIBLE, SAME

_KEYWORD = {"type": "keyword", "ignore_above": KEYWORD_LIMIT}
_PLAIN: dict[FieldType, dict[str, Any]] = {
    FieldType.KEYWORD: _KEYWORD,
    FieldType.INTEGER: {"type": "integer"},
    FieldType.NUMBER: {"type": "double"},
    FieldType.DATE: {"type": "date"},
    FieldType.BOOLEAN: {"type": "boolean"},
    FieldType.LABELS: {"type": "flattened", "ignore_above": KEYWORD_LIMIT},
    FieldType.COUNTS: {"dynamic": True, "properties": {}},
}


def words_template() -> dict[str, Any]:
    """The component template of analyzer ``universal``, from the same lists as ``ingest.text.tokens``."""
    visible = [f"{_escaped(BLANK)} => {_escaped(' ')}", *(f"{_escaped(c)} => " for c in _characters(INVISIBLE))]
    filters = ["french_elision", "possessive", "cjk_width", "lowercase", "cjk_bigram", "asciifolding"]
    analysis = {
        "char_filter": {
            "visible": {"type": "mapping", "mappings": visible},
            "same": {"type": "mapping", "mappings": [f"{one} => {kept}" for one, kept in SAME.items()]},
        },
        "filter": {
            "french_elision": {"type": "elision", "articles_case": True, "articles": list(ELIDED)},
            "possessive": {"type": "stemmer", "language": "possessive_english"},
        },
        "analyzer": {
            "universal": {
                "type": "custom",
                "char_filter": ["visible", "same"],
                "tokenizer": "standard",
                "filter": filters,
            }
        },
    }
    about = "Analyzer universal: makes the same words as ingest.text.tokens; tests/contract compares them"
    return {"template": {"settings": {"analysis": analysis}}, "_meta": {"description": about}}


def _characters(listed: str) -> Iterator[str]:
    """The characters of a list in which ``a-z`` stands for all between."""
    at = 0
    while at < len(listed):
        is_range = listed[at + 1 : at + 2] == "-"
        last = listed[at + 2] if is_range else listed[at]
        yield from map(chr, range(ord(listed[at]), ord(last) + 1))
        at += 3 if is_range else 1


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}"


def _vector_settings(schema: Schema[Any]) -> dict[str, Any]:
    """Vectors stay in ``_source``, which Elasticsearch 9.2 leaves them out of: a rebuild copies documents whole."""
    has_vector = any(field.type is FieldType.VECTOR for field in schema.listed)
    return {"mapping": {"exclude_source_vectors": False}} if has_vector else {}


def template(schema: Schema[Any]) -> dict[str, Any]:
    """The index template of a kind of document."""
    kind = schema.kind.value
    parts = ["ilm"] if schema.kind is DocumentKind.RUNS else ["words", "ilm"]  # runs have no text
    return {
        "index_patterns": [f"{kind}-v*"],
        "priority": 500,
        "composed_of": parts,
        "ignore_missing_component_templates": ["ilm"],
        "template": {
            "settings": {
                "index": {
                    "number_of_shards": 1,
                    **_vector_settings(schema),
                    "auto_expand_replicas": "0-1",
                    "codec": "best_compression",
                    "refresh_interval": "1s",
                }
            },
            "mappings": mappings(schema),
        },
        "_meta": {"description": schema.about, "schema_version": schema.version},
    }


def mappings(schema: Schema[Any]) -> dict[str, Any]:
    """The mapping of a kind of document."""
    patterns = [
        {field.name: {"path_match": f"{field.name}.*", "mapping": {"type": "integer"}}}
        for field in schema.listed
        if field.type is FieldType.COUNTS
    ]
    return {
        "dynamic": "strict",
        "_meta": {"schema_version": schema.version},
        **({"dynamic_templates": patterns} if patterns else {}),
        "properties": properties(schema),
    }


def properties(schema: Schema[Any]) -> dict[str, Any]:
    """Its fields, nested as objects are."""
    out: dict[str, Any] = {}
    for field in schema.listed:
        *above, last = field.name.split(".")
        place = out
        for name in above:
            place = place.setdefault(name, {"properties": {}})["properties"]
        place[last] = _property(field)
    return out


def _property(field: Field[Any]) -> dict[str, Any]:
    match field.type:
        case FieldType.TEXT:
            return {"type": "text", "analyzer": "universal", **({"fields": {"raw": _KEYWORD}} if field.has_raw else {})}
        case FieldType.STEMMED:
            return {"type": "text", "analyzer": field.analyzer}
        case FieldType.OBJECTS:
            return {"type": "nested", "properties": {}}
        case FieldType.VECTOR:
            index = {"similarity": "cosine", "index": True, "index_options": {"type": "hnsw"}}
            return {"type": "dense_vector", "element_type": "byte", "dims": field.dimensions, **index}
        case _:
            return dict(_PLAIN[field.type])

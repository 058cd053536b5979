"""Queries, documents and the Elasticsearch mapping agree on what fields there are."""

from typing import Any

from ingest.index.document import SCHEMA_VERSION, STEMMED
from ingest.index.elasticsearch import templates
from ingest.index.elasticsearch.dsl import compiled
from ingest.index.query.parse import parse
from ingest.index.schema import ARTICLES, Kind
from ingest.text.tokens import ARTICLES as ELIDED
from tests.indexes import NOW

KINDS = {
    "text": Kind.TEXT, "keyword": Kind.KEYWORD, "date": Kind.DATE, "boolean": Kind.BOOLEAN, "double": Kind.NUMBER,
    "integer": Kind.NUMBER,
}  # fmt: skip


def mapped(properties: dict[str, Any], prefix: str = "") -> dict[str, Kind]:
    out: dict[str, Kind] = {}
    for name, field in properties.items():
        if "properties" in field:
            out |= mapped(field["properties"], f"{prefix}{name}.")
        elif field["type"] != "flattened":
            out[prefix + name] = KINDS[field["type"]]
            out |= {f"{prefix}{name}.{sub}": KINDS[f["type"]] for sub, f in field.get("fields", {}).items()}
    return out


def test_every_field_of_the_mapping_can_be_asked_for_and_no_other() -> None:
    mappings = templates.read("articles")["template"]["mappings"]
    assert mappings["dynamic"] == "strict"
    found = {name: kind for name, kind in mapped(mappings["properties"]).items() if not name.startswith("stem.")}
    assert found == {name: field.kind for name, field in ARTICLES.fields.items()}
    assert mappings["properties"]["labels"]["type"] == "flattened"


def test_versions_agree() -> None:
    for name in ("articles", "alert-matches", "pipeline-runs"):
        template = templates.read(name)
        assert template["template"]["mappings"]["_meta"]["schema_version"] == SCHEMA_VERSION
        assert template["_meta"]["schema_version"] == SCHEMA_VERSION
        assert template["index_patterns"] == [f"{name}-v*"]


def test_the_analyzer_elides_what_tokens_elides() -> None:
    elision = templates.read("words")["template"]["settings"]["analysis"]["filter"]["french_elision"]
    assert set(elision["articles"]) == ELIDED


def test_queries_compile_to_explicit_dsl() -> None:
    text = '"corée du nord" AND nord-coréen* AND "kim poutine"~5 AND NOT topics:x AND topic_hits.score:>0.5'
    sent = str(compiled(parse(text).root, NOW))
    for name in ("match_phrase", "match_phrase_prefix", "intervals", "must_not", "nested"):
        assert name in sent
    assert "query_string" not in sent


def test_every_stemmed_language_has_its_field() -> None:
    """A document in a language without one would be refused: the mapping is strict."""
    stem = templates.read("articles")["template"]["mappings"]["properties"]["stem"]
    assert set(stem["properties"]) == STEMMED

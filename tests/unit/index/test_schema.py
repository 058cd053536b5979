"""A field is said once: templates, docs, queries and documents follow from the list."""

import json
from pathlib import Path

import pytest

from ingest.index.elasticsearch import templates
from ingest.index.elasticsearch.dsl import compiled
from ingest.index.elasticsearch.mapping import template
from ingest.index.field_tables import with_tables
from ingest.index.fields import ARTICLES, KEYWORD, SCHEMAS
from ingest.index.hit import _Stored
from ingest.index.query.parse import parse
from ingest.index.schema import DocumentKind, FieldType
from ingest.text.tokens import ELIDED
from tests.indexes import NOW

ROOT = Path(__file__).parents[3]
RELEASED = ROOT / "tests/data/released"


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_the_templates_are_what_the_list_says(kind: DocumentKind) -> None:
    assert templates.read(kind.value) == template(SCHEMAS[kind]), "run scripts/tables"


def test_the_tables_in_the_docs_are_what_the_list_says() -> None:
    text = (ROOT / "docs/index.md").read_text(encoding="utf-8")
    assert with_tables(text) == text, "run scripts/tables"
    assert all(f"`{field.name}`" in text for field in ARTICLES.listed if field.type is not FieldType.STEMMED)


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_no_mapping_changes_without_a_new_version(kind: DocumentKind) -> None:
    """Released ones are kept under tests/data/released: an index made by one must be told from one made today."""
    for folder in RELEASED.iterdir():
        if folder.is_dir():
            released = json.loads((folder / "index_templates" / f"{kind.value}.json").read_text())
            words = json.loads((folder / "index_templates" / "words.json").read_text())
            changed = released["template"] != template(SCHEMAS[kind])["template"] or (
                words["template"] != templates.read("words")["template"] and "words" in released["composed_of"]
            )
            assert changed == (released["_meta"]["schema_version"] < SCHEMAS[kind].version)


def test_names_are_listed_once() -> None:
    for schema in SCHEMAS.values():
        names = [field.name for field in schema.listed]
        assert len(names) == len(set(names))
        assert set(schema.kind.required) <= set(names)


def test_queries_name_every_field_but_stems_and_vectors() -> None:
    assert ARTICLES.get("vector") is None
    assert ARTICLES.get("stem.fr") is None
    assert ARTICLES.get("topic_hits") is None
    assert ARTICLES.get("labels") is None
    assert ARTICLES.get("labels.desk").type is KEYWORD  # type: ignore[union-attr]
    assert ARTICLES.get("title.raw").type is KEYWORD  # type: ignore[union-attr]
    assert ARTICLES.default == (("title", 3.0), ("summary", 1.0), ("body", 1.0))
    mapped = template(ARTICLES)["template"]["mappings"]["properties"]["vector"]
    index = {"similarity": "cosine", "index": True, "index_options": {"type": "hnsw"}}
    assert mapped == {"type": "dense_vector", "element_type": "byte", "dims": 512, **index}


def test_a_view_of_a_field_that_is_not_listed_fails_at_once() -> None:
    with pytest.raises(LookupError, match=r"outlet\.colour"):
        _Stored("outlet.colour", str)


def test_the_analyzer_elides_what_tokens_elides() -> None:
    elision = templates.read("words")["template"]["settings"]["analysis"]["filter"]["french_elision"]
    assert elision["articles"] == list(ELIDED)


def test_queries_compile_to_explicit_dsl() -> None:
    text = '"corée du nord" AND nord-coréen* AND "kim poutine"~5 AND NOT topics:x AND topic_hits.score:>0.5'
    sent = str(compiled(parse(text).root, NOW))
    for name in ("match_phrase", "match_phrase_prefix", "intervals", "must_not", "nested"):
        assert name in sent
    assert "query_string" not in sent

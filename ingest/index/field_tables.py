"""The tables of fields in docs/index.md, written from the list (`scripts/tables`)."""

import re
from typing import Any

from ingest.index.fields import SCHEMAS, STEMMERS
from ingest.index.schema import DocumentKind, Field, FieldType, Schema

_SHOWN = {FieldType.NUMBER: "number", FieldType.OBJECTS: "nested", FieldType.LABELS: "keywords",
          FieldType.COUNTS: "integers"}  # fmt: skip


def table(schema: Schema[Any]) -> str:
    """The fields of a kind of document, a line each; the stemmed ones in one line."""
    lines = ["| field | type | |", "|---|---|---|"]
    lines += [_line(field) for field in schema.listed if field.type is not FieldType.STEMMED]
    if schema.kind is DocumentKind.ARTICLES:
        codes = ", ".join(STEMMERS)
        lines.append(f"| `stem.LANG` | text | all words with that language's stemmer ({codes}); Elasticsearch only |")
    return "\n".join(lines)


def _line(field: Field[Any]) -> str:
    return f"| `{field.name}` | {_SHOWN.get(field.type, field.type.value)} | {field.shown} |".replace("|  |", "| |")


def with_tables(text: str) -> str:
    """The text of docs/index.md with today's tables between its marks ``<!-- fields: KIND -->`` … ``<!-- end -->``."""

    def fresh(found: re.Match[str]) -> str:
        kind = DocumentKind(found.group(1))
        return f"<!-- fields: {kind.value} -->\n{table(SCHEMAS[kind])}\n<!-- end -->"

    return re.sub(r"<!-- fields: (\S+) -->.*?<!-- end -->", fresh, text, flags=re.DOTALL)

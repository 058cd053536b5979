"""Query text → checked tree. Grammar by luqum; everything it accepts and we do not is refused with a hint.

Meaning of operators: NOT binds tightest, then AND, then OR. Words without an operator between them
mean OR, as in Kibana, unless one has a ``+``: then that one must match and the others only rank.
"""

import re
from typing import Any

from luqum import tree as lucene
from luqum.exceptions import ParseError

from ingest.errors import QueryError
from ingest.index.fields import ARTICLES
from ingest.index.query import values
from ingest.index.query.grammar import parse_lucene
from ingest.index.query.operators import check_operators
from ingest.index.query.quotes import plain_quotes
from ingest.index.query.tree import And, Everything, Exists, Node, Not, Or, Query, QueryNote
from ingest.index.query.values import ValueRefused
from ingest.index.schema import FieldType, Schema

MAX_CHARACTERS = 20_000
MAX_DEPTH = 20
"""Elasticsearch refuses more than 30 levels (``indices.query.bool.max_nested_depth``)."""
MAX_CONDITIONS = 1_000

_PARENTHESIS = re.compile(r"[()]")


def parse(text: str, schema: Schema[Any] = ARTICLES) -> Query:
    """The checked query. Raises QueryError with position and hint for whatever cannot be answered."""
    _check_size(text)
    check_operators(text)
    try:
        root = parse_lucene(plain_quotes(text))
    except ParseError as e:
        raise _syntax_error(text, str(e)) from e
    except (ValueError, ArithmeticError, AttributeError, TypeError) as e:  # such as ~10.5.1
        raise QueryError(text, 0, "this cannot be read as a query", 'quote what is to be taken literally: "…"') from e
    builder = _Builder(text, schema)
    return Query(text, builder.build(root, None, 0), schema, tuple(builder.notes))


def _check_size(text: str) -> None:
    if not text.strip():
        raise QueryError(text, 0, "the query is empty", "write a word, or *:* for everything")
    if len(text) > MAX_CHARACTERS:
        raise QueryError(text, MAX_CHARACTERS, f"longer than {MAX_CHARACTERS:,} characters", "split it in two")
    try:
        text.encode()
    except UnicodeEncodeError as e:
        raise QueryError(text, e.start, "half of a character", "type it again; the input is not valid UTF-8") from None
    depth = 0
    for found in _PARENTHESIS.finditer(text):
        at = found.start()
        depth += 1 if text[at] == "(" else -1
        if depth > 3 * MAX_DEPTH:
            raise QueryError(text, at, "too many parentheses inside each other", "write it flatter")


def _syntax_error(text: str, message: str) -> QueryError:
    found = re.search(r"at position (\d+)", message)
    position = min(int(found.group(1)), len(text)) if found else len(text)
    if message.startswith("Illegal character"):
        if text[position : position + 1] == '"':
            return QueryError(text, position, "this quotation mark is never closed", 'close it: "…"')
        return QueryError(text, position, "this character cannot stand here", "put a backslash before it, or quote it")
    unexpected = re.search(r"unexpected\s+'(.*)' at position", message, re.DOTALL)
    if unexpected is None:
        hint = "close the parenthesis, or write what comes after the last operator"
        return QueryError(text, len(text), "the query ends too early", hint)
    return QueryError(text, position, f"{unexpected.group(1)!r} cannot stand here", 'quote it to look for it: "…"')


class _Builder:
    """Walks luqum's tree; ``field`` is the field that applies, or None for the default ones."""

    def __init__(self, text: str, schema: Schema[Any]) -> None:
        self.text, self.schema = text, schema
        self.notes: list[QueryNote] = []
        self.conditions = 0

    def refuse(self, item: lucene.Item, message: str, hint: str) -> QueryError:
        return QueryError(self.text, min(item.pos or 0, len(self.text)), message, hint)

    def note(self, item: lucene.Item, message: str, hint: str) -> None:
        self.notes.append(QueryNote(item.pos or 0, message, hint))

    def build(self, item: lucene.Item, field: str | None, depth: int) -> Node:
        """The node for one of luqum's items."""
        if depth > MAX_DEPTH:
            raise self.refuse(item, "too many levels of parentheses and NOT", "write it flatter")
        if isinstance(item, lucene.AndOperation | lucene.OrOperation | lucene.UnknownOperation):
            self._check_words(item)
        match item:
            case lucene.Group() | lucene.FieldGroup() | lucene.Plus():
                return self.build(item.children[0], field, depth + 1)
            case lucene.Not() | lucene.Prohibit():
                self._check_dash(item)
                return Not(self.build(item.children[0], field, depth + 1))
            case lucene.AndOperation():
                return And(tuple(self.build(child, field, depth + 1) for child in item.children))
            case lucene.OrOperation():
                return self._either(item, field, depth)
            case lucene.UnknownOperation():
                return self._side_by_side(item, field, depth)
            case lucene.SearchField():
                return self._in_field(item, field, depth)
            case _:
                return self._leaf(item, field)

    def _check_dash(self, item: lucene.Item) -> None:
        after = self.text[(item.pos or 0) + 1 : (item.pos or 0) + 2]
        if isinstance(item, lucene.Prohibit) and after.isspace():
            self.note(item, "a dash excludes the word after it, blank or not", "leave the dash out, or quote the words")

    def _check_words(self, operation: lucene.Item) -> None:
        """``a or b``: among other conditions a small ``or`` is most likely meant as an operator."""
        for item in operation.children:
            word = item.value if isinstance(item, lucene.Word) else ""
            if word in ("or", "and", "not"):
                hint = f'write {word.upper()}, or quote it: "{word}"'
                raise self.refuse(item, f"{word} is a word here, not an operator", hint)

    def _either(self, item: lucene.Item, field: str | None, depth: int) -> Node:
        for child in item.children:
            if isinstance(child, lucene.Plus):
                raise self.refuse(child, "+ says must, OR says may", "use AND, or leave the + out")
            if isinstance(child, lucene.Prohibit | lucene.Not):
                self.note(child, "this matches every article without it", "write AND NOT to exclude it")
        return Or(tuple(self.build(child, field, depth + 1) for child in item.children))

    def _side_by_side(self, item: lucene.Item, field: str | None, depth: int) -> Node:
        must: list[Node] = []
        may: list[Node] = []
        for child in item.children:
            node = self.build(child, field, depth + 1)
            strict = isinstance(child, lucene.Plus | lucene.Prohibit | lucene.Not)
            (must if strict else may).append(node)
        if len(may) > 1 or (may and any(not isinstance(node, Not) for node in must)):
            self.note(item, "words side by side mean OR", 'write AND between them, or quote them: "…"')
        if not may:
            return And(tuple(must))
        if any(not isinstance(node, Not) for node in must):
            return And(tuple(must), also=tuple(may))
        one = may[0] if len(may) == 1 else Or(tuple(may))
        return And((one, *must)) if must else one

    def _in_field(self, item: lucene.SearchField, outer: str | None, depth: int) -> Node:
        name, inner = item.name, item.children[0]
        if name == "*" and isinstance(inner, lucene.Word) and inner.value == "*":
            return Everything()
        if name == "_exists_":
            return Exists(self._known(item, str(getattr(inner, "value", ""))))
        if outer is not None:
            raise self.refuse(item, f"{name!r} stands inside {outer!r}", "name one field at a time")
        return self.build(inner, self._known(item, name), depth + 1)

    def _known(self, item: lucene.Item, name: str) -> str:
        if self.schema.get(name) is not None:
            return name
        near = values.similar(name, self.schema)
        hint = f"did you mean {near}:?" if near else f'to look for the colon itself, quote: "{name}:…"'
        raise self.refuse(item, f"there is no field {name!r}", hint)

    def _leaf(self, item: lucene.Item, field: str | None) -> Node:
        self.conditions += 1
        if self.conditions > MAX_CONDITIONS:
            raise self.refuse(item, f"more than {MAX_CONDITIONS:,} conditions", "split the query in two")
        fields = self.schema.default if field is None else ((field, 1.0),)
        spec = self.schema.get(field) if field else None
        kind = spec.type if spec else FieldType.TEXT
        try:
            if kind is FieldType.TEXT:
                return values.words(item, fields)
            assert field is not None
            assert spec is not None
            return values.value(item, field, spec)
        except ValueRefused as e:
            raise self.refuse(item, e.message, e.hint) from e

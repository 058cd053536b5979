"""What stands at the leaves of a query: words for text fields, values for the others."""

import math
import re
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import product
from typing import Any

from luqum import tree as lucene

from ingest.index.query.dates import is_moment
from ingest.index.query.spellings import spellings
from ingest.index.query.tree import (
    Between,
    Equals,
    Everything,
    Exists,
    InstantBound,
    Near,
    Node,
    Or,
    Phrase,
    QueryWord,
    StartsWith,
)
from ingest.index.schema import Field, FieldType, Schema
from ingest.text.tokens import tokens

Fields = tuple[tuple[str, float], ...]
MAX_WORDS = 100
MAX_GAP = 1_000
MAX_SPELLINGS = 16
"""Of a phrase; one with more is looked up as it was written."""
_MAX_NUMBER = 2.0**31 - 1
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_WILD = re.compile(r"(?<!\\)(?:\\\\)*[*?]")
_OPERATORS = {"&&": "AND", "||": "OR", "!": "NOT", "|": "OR", "&": "AND"}


_MEANT = {
    "site": "url.registered_domain", "domain": "url.registered_domain", "host": "url.domain", "link": "url.full",
    "source": "outlet.id", "outlet": "outlet.id", "publisher": "outlet.name", "media": "outlet.name",
    "topic": "topics", "tag": "tags", "author": "authors", "by": "authors",
    "lang": "language.code", "language": "language.code", "country": "outlet.country",
    "headline": "title", "intitle": "title", "text": "body", "content": "body", "intext": "body", "lead": "summary",
    "date": "published.at", "published": "published.at", "after": "published.at", "before": "published.at",
    "story": "story.id", "event": "story.event_id",
}  # fmt: skip
"""What people write in other search engines → the field that they mean."""


class ValueRefused(Exception):
    """A value that cannot be looked up, and what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def similar(name: str, schema: Schema[Any]) -> str | None:
    """The field whose name comes closest to one that does not exist."""
    if name.lower() in _MEANT:
        return _MEANT[name.lower()]
    by_end = [known for known in schema.fields if known.split(".")[-1] == name or known.split(".")[0] == name]
    found = by_end or get_close_matches(name, list(schema.fields), n=1, cutoff=0.7)
    return found[0] if found else None


def words(item: lucene.Item, fields: Fields) -> Node:
    """The condition on text fields that a word, phrase or near-phrase makes."""
    match item:
        case lucene.Word() if item.value == "*":
            return Everything() if len(fields) > 1 else Exists(fields[0][0])
        case lucene.Word():
            return _either([Phrase(fields, (word,), item.value) for word in _spelled(item.value)])
        case lucene.Phrase():
            return _either([Phrase(fields, words, item.value) for words in _quoted(item)])
        case lucene.Proximity():
            return _near(item, fields)
        case lucene.Range() | lucene.From() | lucene.To():
            raise ValueRefused("a range of words", "ranges are for dates, numbers and keywords")
        case _:
            raise _syntax(item)


def _near(item: lucene.Proximity, fields: Fields) -> Node:
    if not isinstance(item.term, lucene.Phrase):
        raise _syntax(item)
    gap = int(item.degree)
    if gap != item.degree or not 0 <= gap <= MAX_GAP:
        raise ValueRefused(f"nearness must be a whole number up to {MAX_GAP}", 'such as "…"~10')
    return _either([_near_words(fields, tuple(dict.fromkeys(words)), gap, item) for words in _quoted(item.term)])


def _near_words(fields: Fields, words: tuple[QueryWord, ...], gap: int, item: lucene.Proximity) -> Phrase | Near:
    if len(words) < 2:
        return Phrase(fields, words, item.term.value)
    return Near(fields, words, gap, item.term.value)


def _either(nodes: Sequence[Phrase | Near]) -> Node:
    return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))


def _quoted(item: lucene.Phrase) -> list[tuple[QueryWord, ...]]:
    """The words between quotation marks; again for each way to spell them, while these are few."""
    parts = item.value[1:-1].split()
    if len(parts) > MAX_WORDS:
        raise ValueRefused(f"more than {MAX_WORDS} words between quotation marks", "look for a shorter passage")
    found = [_spelled(part) for part in parts if _has_tokens(part)]
    if not found:
        raise ValueRefused(f"there is no word in {item.value}", "write letters or digits")
    if math.prod(map(len, found)) > MAX_SPELLINGS:
        return [tuple(words[0] for words in found)]
    return list(product(*found))


def _has_tokens(part: str) -> bool:
    """A dash or a guillemet between quoted words is no word; a bare * there is a mistake to be told."""
    return bool(tokens(_plain(part))) or "*" in part


def _spelled(value: str) -> tuple[QueryWord, ...]:
    """The word as written, then its other spellings."""
    if value in _OPERATORS:
        raise ValueRefused(f"{value} is not an operator here", f"write {_OPERATORS[value]}")
    if value.startswith("!"):
        raise ValueRefused("! is not an operator here", f"write NOT {value[1:]}")
    plain, prefix = _without_star(value)
    found = spellings(plain)
    if not found[0]:
        raise ValueRefused(f"there is no word in {value}", "write letters or digits, or leave it out")
    if prefix and len(found[0][-1]) < 2 and found[0][-1].isascii():
        raise ValueRefused(f"{value} begins too many words", "write at least two letters before the *")
    return tuple(QueryWord(each, prefix) for each in found)


def _without_star(value: str) -> tuple[str, bool]:
    """The plain text, and whether it is the beginning of a word (one * at its end)."""
    prefix = value.endswith("*") and _ends_wild(value)
    rest = value[:-1] if prefix else value
    if _WILD.search(rest):
        raise ValueRefused(
            "* and ? can only stand for the end of a word, as one *", f"write {_beginning(value)}, or escape: \\*"
        )
    return _plain(rest), prefix


def _ends_wild(value: str) -> bool:
    backslashes = len(value[:-1]) - len(value[:-1].rstrip("\\"))
    return backslashes % 2 == 0


def _beginning(value: str) -> str:
    start = re.split(r"[*?]", value)[0]
    return f"{start}*" if start else "the beginning of the word and *"


def _plain(value: str) -> str:
    return _ESCAPED.sub(r"\1", value)


def value(item: lucene.Item, field: str, spec: Field[Any]) -> Node:
    """The condition on a field that is not text."""
    match item:
        case lucene.Word() if item.value == "*":
            return Exists(field)
        case lucene.Word():
            return _equals(item.value, field, spec, quoted=False)
        case lucene.Phrase():
            return _equals(item.value[1:-1], field, spec, quoted=True)
        case lucene.Range():
            low, high = _bound(item.low, spec), _bound(item.high, spec)
            return Between(field, low, high, item.include_low, item.include_high)
        case lucene.From():
            return Between(field, _bound(item.a, spec), None, item.include, True)
        case lucene.To():
            return Between(field, None, _bound(item.a, spec), True, item.include)
        case _:
            raise _syntax(item)


def _equals(text: str, field: str, spec: Field[Any], *, quoted: bool) -> Node:
    if spec.type is FieldType.KEYWORD:
        plain, prefix = (_plain(text), False) if quoted else _without_star(text)
        cased = _cased(plain, spec)
        return StartsWith(field, cased) if prefix else Equals(field, cased)
    plain = _plain(text)
    if spec.type is FieldType.DATE:
        moment = _moment(plain)
        return Between(field, moment, moment)
    if spec.type.is_numeric:
        return Equals(field, _number(plain))
    if plain.lower() not in ("true", "false"):
        raise ValueRefused(f"{plain} is neither true nor false", "write true or false")
    return Equals(field, plain.lower() == "true")


def _bound(item: lucene.Item, spec: Field[Any]) -> InstantBound | float | str | None:
    text = item.value[1:-1] if isinstance(item, lucene.Phrase) else getattr(item, "value", None)
    if text is None:
        raise _syntax(item)
    if text == "*":
        return None
    plain = _plain(text)
    if spec.type is FieldType.DATE:
        return _moment(plain)
    if spec.type.is_numeric:
        return _number(plain)
    if spec.type is FieldType.BOOLEAN:
        raise ValueRefused("a range of true and false", "write true or false")
    return _cased(plain, spec)


def _cased(text: str, spec: Field[Any]) -> str:
    return text.lower() if spec.case == "lower" else text.upper() if spec.case == "upper" else text


def _moment(text: str) -> InstantBound:
    if not is_moment(text):
        raise ValueRefused(f"{text} is not a date", "write 2026-03-01, 2026-03-01T09:30Z or now-7d")
    return InstantBound(text)


def _number(text: str) -> float:
    try:
        number = float(text) if text.isascii() and "_" not in text else math.nan
    except ValueError:
        number = math.nan
    if not abs(number) <= _MAX_NUMBER:
        raise ValueRefused(f"{text} is not a number", "write digits, such as 300 or 0.5")
    return number


def _syntax(item: lucene.Item) -> ValueRefused:
    match item:
        case lucene.Fuzzy():
            return ValueRefused(
                "fuzzy words are not supported", "write the spellings: (Kyiv OR Kiev), or the beginning: Ki*"
            )
        case lucene.Boost():
            return ValueRefused("boosts (^) are not supported", "leave out ^ and the number")
        case lucene.Regex():
            return ValueRefused("regular expressions are not supported", 'write the forms: (a OR b), or quote it: "…"')
        case _:
            return ValueRefused("this cannot be looked up here", 'write a word, a "phrase" or a beginning*')

"""Reads ``topics.yaml`` and the vocabulary files it names; everything wrong is reported at once, with its line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ingest.config import line_of, load_yaml
from ingest.enrich.topics.check_rules import references
from ingest.enrich.topics.matcher import pattern
from ingest.enrich.topics.rules import (
    LANGUAGES,
    Company,
    Concept,
    Golden,
    Lists,
    Rulebook,
    Signal,
    Span,
    Term,
    Topic,
    Weights,
)
from ingest.errors import ConfigError, Problem

_CONCEPT_KEYS = (*LANGUAGES, "any", "not", "includes", "only_with", "not_with", "note")
_TOPIC_KEYS = ("name", "signals", "covers", "unless", "weights", "about", "mention", "should", "should_not", "note")
_SIGNAL_KEYS = ("any", "all", "near", "none", "words", "article", "where", "weight", "always", "note")
_PLACES = ("title", "lead", "body")


class Reader:
    """One reading of a rules file, collecting what is wrong."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.lines: dict[str, tuple[Path, int | None]] = {}

    def wrong(self, node: Any, key: str | int | None, message: str, hint: str | None = None) -> None:
        """Note a problem at a key or item of a node."""
        name = key if isinstance(key, str) else None
        self.problems.append(Problem(str(self.path), message, line=line_of(node, key), key=name, hint=hint))

    def mapping(self, node: Any, key: str, keys: tuple[str, ...] | None = None) -> CommentedMap:
        """The mapping at ``key`` (empty if it is missing), with unknown keys reported."""
        value = node.get(key)
        if value is None:
            return CommentedMap()
        if not isinstance(value, CommentedMap):
            self.wrong(node, key, "must be a mapping (`key: value` lines)")
            return CommentedMap()
        if keys:
            self.known(value, keys)
        return value

    def known(self, node: CommentedMap, keys: tuple[str, ...]) -> None:
        """Report keys that mean nothing here."""
        for key in node:
            if key not in keys:
                self.wrong(node, key, "unknown key", f"one of {', '.join(keys)}")

    def strings(self, node: CommentedMap, key: str) -> tuple[str, ...]:
        """The list of strings at ``key`` (one string alone is a list of one)."""
        value = node.get(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (str(value),)
        if not isinstance(value, CommentedSeq):
            self.wrong(node, key, "must be a list of texts", f"{key}: [first, second]")
            return ()
        out = []
        for i, item in enumerate(value):
            if isinstance(item, str) and item.strip():
                out.append(str(item))
            else:
                self.wrong(value, i, f"not a text: {item!r}", "put it in quotes: YAML reads no, on and 1.5 as values")
        return tuple(out)

    def number(self, node: CommentedMap, key: str, default: float) -> float:
        """A number from 0 up."""
        value = node.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            self.wrong(node, key, f"must be a number from 0 up, not {value!r}")
            return default
        return float(value)

    def weights_of(self, node: CommentedMap, key: str) -> tuple[tuple[str, float], ...]:
        """``{concept: weight}`` as pairs."""
        value = self.mapping(node, key)
        return tuple((str(k), self.number(value, k, 0.0)) for k in value)


def read_rulebook(path: Path) -> Rulebook:
    """The rules in a file. Raises ConfigError with everything that is wrong."""
    reader = Reader(path)
    root = load_yaml(path)
    if not isinstance(root, CommentedMap):
        raise ConfigError.of(path, "holds no rules", hint="begin with `concepts:` and `topics:`")
    reader.known(root, ("vocabulary", "lists", "boilerplate", "concepts", "topics"))
    concepts = list(_vocabulary(reader, root))
    concepts += _concepts(reader, root)
    topics = [_topic(reader, root["topics"], str(t)) for t in reader.mapping(root, "topics")]
    listing = reader.mapping(root, "lists", ("concepts", "at_least"))
    lists = Lists(reader.strings(listing, "concepts"), int(reader.number(listing, "at_least", 3)))
    book = Rulebook(tuple(concepts), tuple(topics), lists, reader.strings(root, "boilerplate"))
    problems = reader.problems + references(book, reader.lines, path)
    if problems:
        raise ConfigError(sorted(problems, key=lambda p: (p.where, p.line or 0)))
    return book


def _vocabulary(reader: Reader, root: CommentedMap) -> Iterator[Concept]:
    main = reader.path
    for name in reader.strings(root, "vocabulary"):
        reader.path = main.parent / name
        try:
            node = load_yaml(reader.path)
        except ConfigError as e:
            reader.problems += e.problems
            continue
        finally:
            here, reader.path = reader.path, main
        reader.path = here
        if isinstance(node, CommentedMap):
            reader.known(node, ("concepts",))
            yield from _concepts(reader, node)
        reader.path = main


def _concepts(reader: Reader, root: CommentedMap) -> Iterator[Concept]:
    nodes = reader.mapping(root, "concepts")
    for name in nodes:
        key = str(name)
        if key in reader.lines:
            reader.wrong(nodes, name, "defined twice", f"first in {reader.lines[key][0].name}")
        reader.lines[key] = (reader.path, line_of(nodes, name))
        yield _concept(reader, nodes, key)


def _concept(reader: Reader, nodes: CommentedMap, name: str) -> Concept:
    node = reader.mapping(nodes, name, _CONCEPT_KEYS)
    concept = Concept(
        id=name,
        terms=_terms(reader, node),
        excluded=tuple(Term(t, None) for t in reader.strings(node, "not")),
        includes=reader.strings(node, "includes"),
        only_with=_company(reader, node, "only_with"),
        not_with=_company(reader, node, "not_with"),
    )
    if not concept.terms and not concept.includes:
        reader.wrong(nodes, name, "names nothing", "give terms by language (`fr: [...]`), `any:` or `includes:`")
    return concept


def _terms(reader: Reader, node: CommentedMap) -> tuple[Term, ...]:
    out = []
    for language in (*LANGUAGES, "any"):
        for i, text in enumerate(reader.strings(node, language)):
            term = Term(text, None if language == "any" else language)
            if pattern(term, 0) is None:
                reader.wrong(node[language], i, f"no word in {text!r}")
            elif text.lstrip("=").startswith("*"):
                reader.wrong(node[language], i, f"{text!r} begins with *", "only the end of a word can be left open")
            out.append(term)
    return tuple(out)


def _company(reader: Reader, node: CommentedMap, key: str) -> Company | None:
    value = node.get(key)
    if value is None:
        return None
    if not isinstance(value, CommentedMap):
        return Company(reader.strings(node, key))
    reader.known(value, ("any", "within"))
    return Company(reader.strings(value, "any"), _span(reader, value))


def _span(reader: Reader, node: CommentedMap) -> Span:
    value = node.get("within", "article")
    if value not in tuple(Span):
        reader.wrong(node, "within", f"unknown: {value!r}", "sentence, paragraph or article")
        return Span.ARTICLE
    return Span(value)


def _topic(reader: Reader, topics: CommentedMap, name: str) -> Topic:
    node = reader.mapping(topics, name, _TOPIC_KEYS)
    reader.lines[f"topic {name}"] = (reader.path, line_of(topics, name))
    given = reader.mapping(node, "weights", _PLACES)
    weights = Weights(**{p: reader.number(given, p, getattr(Weights(), p)) for p in _PLACES})
    return Topic(
        id=name,
        name=str(node.get("name", name)),
        signals=tuple(_signals(reader, node)),
        covers=reader.strings(node, "covers"),
        unless=reader.weights_of(node, "unless"),
        weights=weights,
        about=reader.number(node, "about", 3.0),
        mention=reader.number(node, "mention", 0.5),
        should=_goldens(reader, node, "should"),
        should_not=_goldens(reader, node, "should_not"),
    )


def _signals(reader: Reader, topic: CommentedMap) -> Iterator[Signal]:
    nodes = topic.get("signals") or CommentedSeq()
    if not isinstance(nodes, CommentedSeq):
        reader.wrong(topic, "signals", "must be a list (lines that begin with `-`)")
        return
    for i, node in enumerate(nodes):
        if not isinstance(node, CommentedMap):
            reader.wrong(nodes, i, "must be a mapping", "- near: [one-concept, another]")
            continue
        reader.known(node, _SIGNAL_KEYS)
        yield _signal(reader, nodes, i, node)


def _signal(reader: Reader, nodes: CommentedSeq, i: int, node: CommentedMap) -> Signal:
    signal = Signal(
        any=reader.strings(node, "any"),
        all=reader.strings(node, "all"),
        near=reader.strings(node, "near"),
        none=reader.strings(node, "none"),
        words=int(reader.number(node, "words", 0)) if "words" in node else None,
        article=reader.weights_of(node, "article"),
        where=reader.strings(node, "where"),
        weight=reader.number(node, "weight", 1.0),
        always=node.get("always", False) is True,
    )
    if not (signal.any or signal.all or signal.near):
        reader.wrong(nodes, i, "asks for nothing", "give any, all or near")
    for place in signal.where:
        if place not in _PLACES:
            reader.wrong(node, "where", f"unknown place {place!r}", "title, lead or body")
    return signal


def _goldens(reader: Reader, topic: CommentedMap, key: str) -> tuple[Golden, ...]:
    texts = reader.strings(topic, key)
    node = topic.get(key)
    return tuple(Golden(t, line_of(node, i) if isinstance(node, CommentedSeq) else None) for i, t in enumerate(texts))

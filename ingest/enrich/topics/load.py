"""Reads ``topics.yaml`` and the vocabulary files it names; everything wrong is reported at once, with its line."""

from collections.abc import Iterator
from pathlib import Path

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ingest.config import line_of, load_yaml
from ingest.enrich.topics.check_rules import references
from ingest.enrich.topics.matcher import pattern
from ingest.enrich.topics.reader import RulesReader
from ingest.enrich.topics.rules import (
    LANGUAGES,
    Company,
    Concept,
    Golden,
    Lists,
    PlaceWeights,
    Rulebook,
    RuleSpan,
    Signal,
    Term,
    Topic,
    Venues,
)
from ingest.errors import ConfigError, Problem

_CONCEPT_KEYS = (
    *LANGUAGES,
    "any",
    "not",
    "includes",
    "only_with",
    "not_with",
    "unowned",
    "surname",
    "unquoted",
    "note",
)
_TOPIC_KEYS = (
    "name", "signals", "covers", "unless", "weights", "about", "mention", "model", "should",
    "should_not", "note",
)  # fmt: skip
_SIGNAL_KEYS = (
    "any", "all", "near", "none", "words", "article", "unless", "where", "weight", "together", "follows", "always",
    "note",
)  # fmt: skip
_PLACES = ("title", "lead", "body")
FEWEST_LISTED = 2


def read_rulebook(path: Path) -> Rulebook:
    """The rules in a file. Raises ConfigError with everything that is wrong."""
    reader = RulesReader(path)
    root = load_yaml(path)
    if not isinstance(root, CommentedMap):
        raise ConfigError.of(path, "holds no rules", hint="begin with `concepts:` and `topics:`")
    reader.known(root, ("vocabulary", "lists", "venues", "boilerplate", "concepts", "topics"))
    concepts = list(_vocabulary(reader, root))
    concepts += _concepts(reader, root)
    topics = [_topic(reader, root["topics"], str(t)) for t in reader.mapping(root, "topics")]
    if not topics and not reader.problems:
        reader.problems.append(Problem(str(path), "has no topics", key="topics", hint="see docs/topics.md for one"))
    listing = reader.mapping(root, "lists", ("concepts", "at_least", "each"))
    lists = Lists(reader.strings(listing, "concepts"), _at_least(reader, listing), reader.strings(listing, "each"))
    places = reader.mapping(root, "venues", ("concepts", "meetings"))
    venues = Venues(reader.strings(places, "concepts"), reader.strings(places, "meetings"))
    book = Rulebook(tuple(concepts), tuple(topics), lists, reader.strings(root, "boilerplate"), venues)
    problems = list(reader.problems)
    if not reader.unread:  # else everything that refers to that file would seem unknown
        problems += references(book, reader.lines, path)
    if problems:
        raise ConfigError(sorted(problems, key=lambda p: (p.where, p.line or 0)))
    return book


def _at_least(reader: RulesReader, listing: CommentedMap) -> int:
    """From how many names on a list is one. Of one name alone each would be, and no rule would ever hold."""
    number = int(reader.number(listing, "at_least", 3))
    if number < FEWEST_LISTED:
        reader.wrong(listing, "at_least", f"must be {FEWEST_LISTED} or more, not {number}", "3 is usual")
    return number


def _vocabulary(reader: RulesReader, root: CommentedMap) -> Iterator[Concept]:
    main = reader.path
    for name in reader.strings(root, "vocabulary"):
        path = main.parent / name
        try:
            node = load_yaml(path)
        except ConfigError as e:
            reader.problems += e.problems
            reader.unread = True
            continue
        if isinstance(node, CommentedMap):
            reader.path = path
            reader.known(node, ("concepts",))
            yield from _concepts(reader, node)
            reader.path = main


def _concepts(reader: RulesReader, root: CommentedMap) -> Iterator[Concept]:
    nodes = reader.mapping(root, "concepts")
    for name in nodes:
        key = str(name)
        if key in reader.lines:
            reader.wrong(nodes, name, "defined twice", f"first in {reader.lines[key][0].name}")
        reader.lines[key] = (reader.path, line_of(nodes, name))
        yield _concept(reader, nodes, key)


def _concept(reader: RulesReader, nodes: CommentedMap, name: str) -> Concept:
    node = reader.mapping(nodes, name, _CONCEPT_KEYS)
    concept = Concept(
        id=name,
        terms=_terms(reader, node),
        excluded=tuple(Term(t, None) for t in reader.strings(node, "not")),
        includes=reader.strings(node, "includes"),
        only_with=_company(reader, node, "only_with"),
        not_with=_company(reader, node, "not_with"),
        unowned=reader.strings(node, "unowned"),
        surname=reader.flag(node, "surname"),
        unquoted=reader.flag(node, "unquoted"),
    )
    if not concept.terms and not concept.includes:
        reader.wrong(nodes, name, "names nothing", "give terms by language (`fr: [...]`), `any:` or `includes:`")
    return concept


def _terms(reader: RulesReader, node: CommentedMap) -> tuple[Term, ...]:
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


def _company(reader: RulesReader, node: CommentedMap, key: str) -> Company | None:
    value = node.get(key)
    if value is None:
        return None
    if not isinstance(value, CommentedMap):
        return Company(reader.strings(node, key))
    reader.known(value, ("any", "within"))
    return Company(reader.strings(value, "any"), _span(reader, value))


def _span(reader: RulesReader, node: CommentedMap) -> RuleSpan:
    value = node.get("within", "article")
    if value not in tuple(RuleSpan):
        reader.wrong(node, "within", f"unknown: {value!r}", "sentence, paragraph or article")
        return RuleSpan.ARTICLE
    return RuleSpan(value)


def _topic(reader: RulesReader, topics: CommentedMap, name: str) -> Topic:
    node = reader.mapping(topics, name, _TOPIC_KEYS)
    reader.lines[f"topic {name}"] = (reader.path, line_of(topics, name))
    given = reader.mapping(node, "weights", _PLACES)
    weights = PlaceWeights(**{p: reader.number(given, p, getattr(PlaceWeights(), p)) for p in _PLACES})
    return Topic(
        id=name,
        name=str(node.get("name", name)),
        signals=tuple(_signals(reader, node)),
        covers=reader.strings(node, "covers"),
        unless=reader.weights_of(node, "unless"),
        weights=weights,
        about=reader.number(node, "about", 3.0),
        mention=reader.number(node, "mention", 0.5),
        model=reader.flag(node, "model", default=True),
        should=_goldens(reader, node, "should"),
        should_not=_goldens(reader, node, "should_not"),
    )


def _signals(reader: RulesReader, topic: CommentedMap) -> Iterator[Signal]:
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


def _signal(reader: RulesReader, nodes: CommentedSeq, i: int, node: CommentedMap) -> Signal:
    signal = Signal(
        any=reader.strings(node, "any"),
        all=reader.strings(node, "all"),
        near=reader.strings(node, "near"),
        none=reader.strings(node, "none"),
        words=int(reader.number(node, "words", 0)) if "words" in node else None,
        article=reader.weights_of(node, "article"),
        unless=reader.weights_of(node, "unless"),
        where=reader.strings(node, "where"),
        weight=reader.number(node, "weight", 1.0),
        together=reader.flag(node, "together"),
        follows=reader.flag(node, "follows"),
        always=reader.flag(node, "always"),
    )
    if not (signal.any or signal.all or signal.near):
        reader.wrong(nodes, i, "asks for nothing", "give any, all or near")
    if signal.together and (signal.near or signal.where):
        reader.wrong(nodes, i, "together goes with any, all and none only", "near and where look at one place")
    for place in signal.where:
        if place not in _PLACES:
            reader.wrong(node, "where", f"unknown place {place!r}", "title, lead or body")
    return signal


def _goldens(reader: RulesReader, topic: CommentedMap, key: str) -> tuple[Golden, ...]:
    texts = reader.strings(topic, key)
    node = topic.get(key)
    return tuple(Golden(t, line_of(node, i) if isinstance(node, CommentedSeq) else None) for i, t in enumerate(texts))

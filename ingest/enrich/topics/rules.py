"""What a desk's rules are, once read: concepts (what has a name) and topics (what is said about it)."""

from dataclasses import dataclass, field
from enum import StrEnum

from ingest.languages import LANGUAGES as ALL_LANGUAGES

LANGUAGES = tuple(ALL_LANGUAGES)


class RuleSpan(StrEnum):
    """How close things must stand."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Term:
    """One way to name a concept. ``*`` ends a prefix; a leading ``=`` asks for these very capitals."""

    text: str
    language: str | None
    """None: in every language."""


@dataclass(frozen=True, slots=True)
class Company:
    """Other concepts on which an occurrence depends, and how near they must be."""

    concepts: tuple[str, ...]
    within: RuleSpan = RuleSpan.ARTICLE


@dataclass(frozen=True, slots=True)
class Concept:
    """Something with names: a state with its capital and leaders, a kind of weapon, a kind of deed."""

    id: str
    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    """Phrases (``not:``) in which a term means something else."""
    includes: tuple[str, ...] = ()
    """Concepts whose occurrences are this one's too."""
    only_with: Company | None = None
    """Counts only in this company: «the North» only where North Korea is named."""
    not_with: Company | None = None
    unowned: tuple[str, ...] = ()
    """Does not count right behind a name of these: «the government» is South Korea's, «美 정부» is not."""
    surname: bool = False
    """Does not count before or behind another name: «Kim Min-jae» is somebody else."""
    unquoted: bool = False
    """Does not count alone between quotation marks: «Pyongyang» is a book, "Moscow" a restaurant."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that speaks for a topic. All conditions given must hold in one paragraph (or the title)."""

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    """All in one sentence; or within ``words`` words of each other."""
    none: tuple[str, ...] = ()
    """None of these there: in the sentence with ``near``, else in the paragraph."""
    words: int | None = None
    article: tuple[tuple[str, float], ...] = ()
    """Concepts that the whole article must hold, with the weight they must reach."""
    unless: tuple[tuple[str, float], ...] = ()
    """Concepts that the whole article must not hold with such a weight."""
    where: tuple[str, ...] = ()
    """Only in these places: ``title``, ``lead``, ``body``."""
    weight: float = 1.0
    together: bool = False
    """Title and lead are read as one paragraph, and both count if it holds there."""
    follows: bool = False
    """Counts only where the title or the lead speaks for the topic already: carries a subject on, never opens it."""
    always: bool = False
    """Counts even where an ``unless`` of the topic applies."""


@dataclass(frozen=True, slots=True)
class PlaceWeights:
    """What a place is worth; the body's share is by the part of its paragraphs that speak for the topic."""

    title: float = 3.0
    lead: float = 2.0
    body: float = 3.0


@dataclass(frozen=True, slots=True)
class Golden:
    """A sentence that a topic must (or must not) be the subject of."""

    text: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the desk."""

    id: str
    name: str
    signals: tuple[Signal, ...] = ()
    covers: tuple[str, ...] = ()
    """Topics that this one is never lower than."""
    unless: tuple[tuple[str, float], ...] = ()
    """Concepts that, from this weight on, show that the article is about something else."""
    weights: PlaceWeights = field(default_factory=PlaceWeights)
    about: float = 3.0
    """Score from which the topic is a subject; below, it is a mention."""
    mention: float = 0.5
    """Score below which nothing is given."""
    model: bool = True
    """Whether the model is asked; off: the rules decide alone."""
    should: tuple[Golden, ...] = ()
    should_not: tuple[Golden, ...] = ()


@dataclass(frozen=True, slots=True)
class Lists:
    """Names in a list say nothing about each other."""

    concepts: tuple[str, ...] = ()
    at_least: int = 3
    each: tuple[str, ...] = ()
    """Concepts whose every name is another thing; those of the other concepts count as one, however often named."""


@dataclass(frozen=True, slots=True)
class Venues:
    """Where others meet: a name written as a place, in a sentence with a meeting, says nothing about its bearer."""

    concepts: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of a desk."""

    concepts: tuple[Concept, ...]
    topics: tuple[Topic, ...]
    lists: Lists = Lists()
    boilerplate: tuple[str, ...] = ()
    """How a line begins that belongs to the page and not to the article («Lire aussi»)."""
    venues: Venues = Venues()

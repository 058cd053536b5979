"""An article cut into the places that rules know: title, lead, paragraphs, and sentences in them.

Lines that belong to the page (read also, newsletters, copyright) are left out.
"""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from ingest.enrich.topics.clean import Clean, clean
from ingest.text import spans

LONG_PARAGRAPH = 700
"""Characters. Pages without paragraph breaks come as one; cut so that the lead stays a lead."""

_SENTENCE_END = regex.compile(
    r"(?<=[。！？])[」』”’）\)]*(?!\p{P})|(?<=[.!?…])[\"'»”’)\]]*\s+(?=[\p{Lu}\p{Lt}\p{Lo}\p{N}«“\"'‘(—–\[])"
)
_ABBREVIATION = regex.compile(
    r"(?:^|[\s(«“])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|No|Gen|Col|Lt|Sgt|им|ул|г|М|MM|Mme|Sr|Sra|Hr|Fr)\.$"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A token, the sentence it is in, and where it stands in the cleaned text."""

    token: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """The title, or a paragraph (or a part of a long one)."""

    place: str
    """``title``, ``lead`` or ``body``."""
    name: str
    """For people: ``title``, ``lead``, ``paragraph 3``."""
    sentences: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All units of an article, with the cleaned texts their offsets refer to."""

    units: tuple[Unit, ...]
    title: Clean
    body: Clean

    def source(self, unit: Unit) -> Clean:
        """The text that a unit's offsets refer to."""
        return self.title if unit.place == "title" else self.body


def lay_out(title: str, text: str, is_boilerplate: Callable[[str], bool]) -> Layout:
    """Cut a title and a body. ``is_boilerplate`` is asked for every line of the body."""
    head, body = clean(title), clean(text)
    units = [Unit("title", "title", (_words(head.text, 0, len(head.text)),))] if head.text.strip() else []
    units += _body_units(body.text, is_boilerplate)
    return Layout(tuple(units), head, body)


def _body_units(text: str, is_boilerplate: Callable[[str], bool]) -> list[Unit]:
    units: list[Unit] = []
    for number, (start, end) in enumerate(_paragraphs(text, is_boilerplate), start=1):
        for part in _parts(_sentences(text, start, end)):
            place = "lead" if not units else "body"
            name = "lead" if place == "lead" else f"paragraph {number}"
            units.append(Unit(place, name, tuple(_words(text, a, b) for a, b in part)))
    return units


def _paragraphs(text: str, is_boilerplate: Callable[[str], bool]) -> list[tuple[int, int]]:
    out = []
    for m in regex.finditer(r"[^\n\r\u2028\u2029]+", text):
        line = m.group().strip()
        if line and not is_boilerplate(line):
            out.append((m.start(), m.end()))
    return out


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out = []
    at = start
    for m in _SENTENCE_END.finditer(text, start, end):
        if m.end() > at and not _ABBREVIATION.search(text[max(at, m.start() - 8) : m.start()]):
            out.append((at, m.end()))
            at = m.end()
    if text[at:end].strip():
        out.append((at, end))
    return out


def _parts(sentences: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    parts: list[list[tuple[int, int]]] = []
    for sentence in sentences:
        if parts and sentence[1] - parts[-1][0][0] <= LONG_PARAGRAPH:
            parts[-1].append(sentence)
        else:
            parts.append([sentence])
    return parts


def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    return tuple(Word(s.token, s.start + start, s.end + start) for s in spans(text[start:end]))


def starts_with_any(beginnings: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a line begins with one of these, whatever its capitals and brackets."""
    folded = tuple(clean(b).text.casefold() for b in beginnings)
    return lambda line: line.casefold().lstrip(" \t[(【〔<>*-–—•▶▷■□◆→»|/").startswith(folded)

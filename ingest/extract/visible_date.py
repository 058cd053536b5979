"""The date that readers see beside the headline, for pages whose data says none.

Old systems and many blogs only print it: above the headline, in the byline, or before the first paragraph. What stands
further away are other stories' dates, events and comments, which a search of the whole page (htmldate) cannot tell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from lxml.html import HtmlElement

from ingest.extract.tree import loose, squeeze

BEHIND, BEFORE = 600, 120
"""Characters after the headline, and before it, within which a date is the article's: byline, standfirst, share bar."""
LONGEST = 120
"""Characters of an element that is a byline; prose is longer, and names other days."""
MOST_DIGITS = 20
MOST_ELEMENTS = 200
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d\d(?!\d)|\d{4}(?=[年년])")
_HEADINGS = (("h1", "h2", "h3", "h4"), ("div", "p", "span", "td", "strong", "b", "font", "a"))
"""Where a headline stands: real headings first, which are few; then whatever old pages set it in."""
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "option", "head", "title"})
_ELSEWHERE = frozenset({"aside", "nav", "footer", "li"})


def beside_headline(root: HtmlElement, headline: str) -> Iterator[str]:
    """Short texts that hold a year, nearest after the headline first, then those just before it."""
    place = _heading(root, headline)
    if place is None:
        return
    everything = [e for e in root.iter() if isinstance(e.tag, str)]
    at = next(i for i, e in enumerate(everything) if e is place)
    inside = sum(1 for _ in place.iter())
    yield from _near(everything[at + inside :][:MOST_ELEMENTS], _tail(place), BEHIND)
    yield from _near(everything[max(0, at - MOST_ELEMENTS) : at][::-1], "", BEFORE)


def _heading(root: HtmlElement, headline: str) -> HtmlElement | None:
    """The first element that says the headline and nothing else."""
    key = loose(headline)
    if not key:
        return None
    elements = chain.from_iterable(root.iter(*tags) for tags in _HEADINGS)
    return next((e for e in elements if (text := _short(e, len(headline) + 80)) and loose(text) == key), None)


def _near(elements: Sequence[HtmlElement], first: str, budget: int) -> Iterator[str]:
    if _YEAR.search(first) and len(first) <= LONGEST:
        yield first
    budget -= len(first)
    for element in elements:
        if budget <= 0:
            return
        if element.tag in _UNSEEN:
            continue
        text = _short(element, LONGEST)
        if (
            text
            and _says_a_day(text)
            and not any(_says_a_day(_short(e, LONGEST)) for e in element)
            and element.tag not in _ELSEWHERE
            and not _is_elsewhere(element)
        ):
            yield text
        tail = _tail(element)
        if tail and len(tail) <= LONGEST and _YEAR.search(tail):
            yield tail
        budget -= len(squeeze(element.text)) + len(tail)


def _says_a_day(text: str) -> bool:
    """A year, and few enough figures not to be a calendar or a table."""
    return bool(_YEAR.search(text)) and sum(c.isdigit() for c in text) <= MOST_DIGITS


def _is_elsewhere(element: HtmlElement) -> bool:
    return any(a.tag in _ELSEWHERE for a in element.iterancestors())


def _tail(element: HtmlElement) -> str:
    return squeeze(element.tail)


def _short(element: HtmlElement, limit: int) -> str:
    """The element's text; empty where it is longer than ``limit``, found out without reading all of it."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        size += len(part.strip())
        if size > limit:
            return ""
        parts.append(part)
    return squeeze(" ".join(parts))

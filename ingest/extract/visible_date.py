"""The dates that readers see, for pages whose data says none.

Old systems and many blogs only print the date: above the headline, in the byline, or before the first paragraph. What
stands further away are other stories' dates, events and comments; such a date counts only where its element says that
it is one of publication, or where no other day is printed on the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from lxml.html import HtmlElement

from ingest.extract.tree import loose, squeeze

BEHIND, BEFORE = 600, 120
"""Characters after the headline, and before it, within which a date is the article's: byline, standfirst, share bar."""
LONGEST = 120
"""Characters of an element that is a byline; prose is longer, and names other days."""
MOST_DIGITS = 20
MOST_ELEMENTS = 200
LABEL = 40
"""Characters before a date in which it is said what it is of."""
LONGEST_UNSAID = 80
"""Characters of a text that names the only day of its page without saying what of."""
MOST_OF_A_PAGE = 6_000
"""Elements that are looked at for a date far from the headline."""
_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d\d(?!\d)|\d{4}(?=[年년])|[^\W\d]\.?,?\s\d\d(?=\s*(?:\W?$|\W{2}))"
)
_HEADINGS = (("h1", "h2", "h3", "h4"), ("div", "p", "span", "td", "strong", "b", "font", "a"))
"""Where a headline stands: real headings first, which are few; then whatever old pages set it in."""
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "option", "head", "title", "button", "label"})
_ELSEWHERE = frozenset({"aside", "nav", "footer", "li", "figure", "figcaption"})
_FRAMES = frozenset({"aside", "nav", "footer", "figure", "figcaption", "blockquote", "form", "dialog"})
_PROSE = frozenset({"p", "blockquote"})
_ARTICLE = frozenset({"article", "main"})
_OTHERS = re.compile(
    r"comment|reply|related|teaser|sidebar|recommend|footer|popular|trending|latest|archive|upcoming|event"
    r"|source|reference|citation|footnote|kommentar|veranstaltung|termin|caption|copyright|carousel|slider|more-?(?:news|stories|posts)|calend",
    re.I,
)
"""In the names of elements that hold other stories, events and readers' words."""
_OF_PUBLICATION = re.compile(
    r"publi(?:sh|c|ee)|posted|pub-?date|post(?:ed)?-?(?:date|on|time)|entry-?date|article-?(?:date|time)|news-?date|authored|datum-?veroeff"
    r"|(?:^|[\s_-])created", re.I,
)  # fmt: skip
"""In the names of an element that holds the day of publication."""
_OF_A_CHANGE = re.compile(r"modif|updat|changed|revis|edited|review|aktualis|actualiz", re.I)
"""In the names of an element that holds the day of a change."""
_METADATA = re.compile(r"meta|byline|dateline|data\b|author|infos?\b", re.I)
_DATELINE = re.compile(r"^[^\n]{0,45}?(?=\s[–—|-]\s|\s?[(/]|:\s)")
"""The start of a paragraph up to the dash that ends a dateline."""
_SAID = re.compile(
    r"\b(?:published|posted|publi[ée]e?|publicado|publicad[ao] (?:el|em)|pubblicato|veröffentlicht|erschienen|gepostet"
    r"|gepubliceerd|geplaatst|опубликован[оа]?|publicerad|publisert|udgivet|julkaistu|opublikowano|data publikacji"
    r"|zveřejněno|yayın(?:lanma)?|δημοσιεύ\w*)\b|发布|發布|发表|發表|掲載|公開|配信|등록|입력|게재|نشر",
    re.I,
)
"""Words before a day of publication."""
_TAGGED = 60
"""Characters within which a link that holds a date holds no story's title."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A short text that names a day, and whether it says that it is the day of publication."""

    text: str
    is_of_publication: bool


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


def printed(root: HtmlElement, headline: str) -> Iterator[Printed]:
    """All short texts of the page that name a day, but those of comments, lists of other stories, events and prose."""
    around = _around(root, headline)
    for element in islice((e for e in root.iter() if isinstance(e.tag, str)), MOST_OF_A_PAGE):
        if element.tag in _UNSEEN:
            continue
        for text, is_tail in ((_own(element), False), (_tail(element), True)):
            if not text or len(text) > LONGEST or not _says_a_day(text) or "://" in text:
                continue
            place = element.getparent() if is_tail else element
            if place is None or _is_another_storys(place, around) or _is_prose(place, text):
                continue
            text = f"{label(element, is_tail=is_tail)} {text}".strip()
            is_of_publication = bool(_SAID.search(text)) or (not is_tail and _is_marked(element))
            if is_of_publication or len(text) <= LONGEST_UNSAID:
                yield Printed(text, is_of_publication)


def label(element: HtmlElement, *, is_tail: bool = False) -> str:
    """What is written just before a date, or its element is named: ``<b>Updated on</b> <i>4 March 2026</i>``."""
    if not is_tail and any(_OF_A_CHANGE.search(_names(e)) for e in (element, element.getparent()) if e is not None):
        return "updated"
    before, parent = (element if is_tail else element.getprevious()), element.getparent()
    text = (squeeze(before.tail) if not is_tail else "") if before is not None else ""
    while before is not None and not text and before.tag not in _UNSEEN:
        text, before = squeeze("".join(islice(before.itertext(), 4))), before.getprevious()
    if not text and parent is not None:
        text = squeeze(parent.text)
    return text if len(text) <= LABEL and not any(c.isdigit() for c in text) else ""


def _own(element: HtmlElement) -> str:
    """The text of the innermost element that names a day whole: ``<b>4</b> March <i>2026</i>`` is one."""
    text = _short(element, LONGEST)
    if element.tag == "p" and not 0 < len(text) <= LONGEST_UNSAID:
        line = _DATELINE.match(squeeze("".join(islice(element.itertext(), 4))))
        if line is not None and _says_a_day(line[0]):
            return line[0]
    if not text or not _says_a_day(text) or any(_says_a_day(_short(e, LONGEST)) for e in element):
        return ""
    if any(_says_a_day(_tail(e)) for e in element):
        return squeeze(element.text) if _says_a_day(squeeze(element.text)) else ""
    return text


def _is_marked(element: HtmlElement) -> bool:
    return any(_OF_PUBLICATION.search(_names(e)) for e in (element, element.getparent()) if e is not None)


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"


def _around(root: HtmlElement, headline: str) -> frozenset[HtmlElement]:
    """The headline's ancestors: whatever their names say (``layoutRightSidebar``), they hold the article."""
    place = _heading(root, headline)
    place = next(root.iter("h1"), None) if place is None else place
    return frozenset(place.iterancestors()) if place is not None else frozenset()


def _is_another_storys(element: HtmlElement, around: frozenset[HtmlElement]) -> bool:
    for ancestor in chain((element,), element.iterancestors()):
        if ancestor in around or ancestor.tag in ("body", "html"):
            return False
        if ancestor.tag in _FRAMES and not _is_of_metadata(ancestor):
            return True
        names = _names(ancestor)
        if _OTHERS.search(names) and not (ancestor is element and _OF_PUBLICATION.search(names)):
            return True
        if ancestor is not element and _is_story_link(ancestor):
            return True
    return False


def _is_of_metadata(element: HtmlElement) -> bool:
    """A place for what is known of an article: HTML's own, the footer within it, or an aside that is named so."""
    if element.tag == "aside":
        return bool(_METADATA.search(_names(element)))
    return element.tag == "footer" and any(a.tag in _ARTICLE for a in element.iterancestors())


def _is_story_link(element: HtmlElement) -> bool:
    """A link around more than a date: a teaser."""
    return element.tag == "a" and not _short(element, _TAGGED)


def _is_prose(element: HtmlElement, text: str) -> bool:
    """Within a paragraph that says more than a byline does; the day that opens one is a date line."""
    block = next((e for e in chain((element,), element.iterancestors()) if e.tag in _PROSE), None)
    return block is not None and not _short(block, LONGEST) and not squeeze("".join(block.itertext())).startswith(text)


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
            and not _is_prose(element, text)
        ):
            yield f"{label(element)} {text}".strip()
        tail = _tail(element)
        if tail and len(tail) <= LONGEST and _YEAR.search(tail) and not _is_prose(element, tail):
            yield tail
        budget -= len(squeeze(element.text)) + len(tail)


def _says_a_day(text: str) -> bool:
    """A year, and few enough figures not to be a calendar or a table."""
    return bool(_YEAR.search(text)) and sum(c.isdigit() for c in text) <= MOST_DIGITS


def _is_elsewhere(element: HtmlElement) -> bool:
    return any(a.tag in _ELSEWHERE or _is_story_link(a) for a in element.iterancestors())


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

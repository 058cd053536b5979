"""Pages about many events: digests, agendas, live pages. Each stands alone, whatever first sentence of a wire it has."""

import regex

from ingest.languages.joined import alternatives

_TITLE = regex.compile(
    rf"^\W*(?:{alternatives('roundup_openings', 'diretta', 'ao vivo')})"
    rf"|\b(?:{alternatives('roundups')})\b"
    rf"|(?:{alternatives('roundups_anywhere')})",
    regex.IGNORECASE,
)
# What may stand before is of the same line: over empty lines \W* would look at each of them from each of them.
_CLOCK = regex.compile(r"^[^\w\n]*\d{1,2} ?(?:h|:|\.|시|時|点) ?\d{2}\b", regex.MULTILINE)
_ITEM = regex.compile(
    rf"^[^\w\n]*(?:\d{{1,2}}[.)]|[①-⑨]|(?:{alternatives('list_numbers')})[.:,、)])(?= |\D)",
    regex.MULTILINE | regex.IGNORECASE,
)
_IN_A_ROW = regex.compile(
    r"(?<![\w.])1\. ?(?=[\p{L}\"'(]).{20,600}?(?<![\w.])2\. ?(?=[\p{L}\"'(]).{20,600}?(?<![\w.])3\. ?(?=[\p{L}\"'(])",
    regex.DOTALL,
)
"""A numbered list that a feed has put on one line."""
ENTRIES = 3
"""Paragraphs that open with a time of day: from here on it is a live page, whatever its title."""
ITEMS = 4
"""Paragraphs that open with a number: a digest."""


def is_about_many(title: str, text: str) -> bool:
    """True for a digest or a live page, by its folded title or by paragraphs that open with a time or a number."""
    if _TITLE.search(title) is not None:
        return True
    if len(_CLOCK.findall(text)) >= ENTRIES or len(_ITEM.findall(text)) >= ITEMS:
        return True
    return _IN_A_ROW.search(text[:4000]) is not None

"""What differs between two versions of a text, word by word within the paragraphs that changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_LARGEST = 60_000
"""Characters compared of each text: a page must not cost seconds."""
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
Change = Literal["same", "added", "removed"]
Pieces = tuple[tuple[str, Change], ...]


@dataclass(frozen=True, slots=True)
class TextDifference:
    """Two texts side by side, as one."""

    paragraphs: tuple[Pieces, ...]
    likeness: float
    """From 0 (nothing in common) to 1 (the same)."""

    @property
    def is_same(self) -> bool:
        """Whether there is no difference at all."""
        return all(change == "same" for pieces in self.paragraphs for _, change in pieces)


def difference(before: str, after: str) -> TextDifference:
    """How ``after`` differs from ``before``."""
    old, new = _paragraphs(before[:_LARGEST]), _paragraphs(after[:_LARGEST])
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    out: list[Pieces] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            out += [((text, "same"),) for text in old[a:b]]
        else:
            out += _changed(old[a:b], new[c:d])
    return TextDifference(tuple(out), round(_likeness(out), 3))


def _changed(old: Sequence[str], new: Sequence[str]) -> list[Pieces]:
    """Paragraphs that replace each other are compared by words where they have words in common."""
    out: list[Pieces] = []
    for n in range(max(len(old), len(new))):
        if n < len(old) and n < len(new):
            a, b = _WORDS.findall(old[n]), _WORDS.findall(new[n])
            matcher = SequenceMatcher(None, a, b, autojunk=False)
            if matcher.quick_ratio() > 0.4:
                out.append(_by_words(matcher, a, b))
                continue
        if n < len(old):
            out.append(((old[n], "removed"),))
        if n < len(new):
            out.append(((new[n], "added"),))
    return out


def _by_words(matcher: "SequenceMatcher[str]", a: Sequence[str], b: Sequence[str]) -> Pieces:
    pieces: list[tuple[str, Change]] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(("".join(a[i:j]), "same"))
            continue
        if i < j:
            pieces.append(("".join(a[i:j]), "removed"))
        if k < m:
            pieces.append(("".join(b[k:m]), "added"))
    return tuple(pieces)


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _likeness(paragraphs: Sequence[Pieces]) -> float:
    same = sum(2 * len(text) for pieces in paragraphs for text, change in pieces if change == "same")
    other = sum(len(text) for pieces in paragraphs for text, change in pieces if change != "same")
    return same / (same + other) if same + other else 1.0

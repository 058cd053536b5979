"""Where words stand among tokens: the meaning of phrases and nearness, in plain Python.

Both indexes must agree with this. The embedded one calls it for what FTS5 cannot say; highlights
are made from it; contract tests compare Elasticsearch with it.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from ingest.index.query.tree import Near, Phrase, QueryWord

Stretch = tuple[int, int]
"""First token, and the one after the last."""


def found(leaf: Phrase | Near, tokens: Sequence[str]) -> list[Stretch]:
    """Every place where the condition is met, one stretch for each of its words there; [] if it is not."""
    if isinstance(leaf, Phrase):
        return _phrase(leaf.words, tokens)
    return _near(leaf.words, leaf.gap, tokens)


def _phrase(words: Sequence[QueryWord], tokens: Sequence[str]) -> list[Stretch]:
    wanted = [
        (token, word.prefix and at == len(word.tokens) - 1) for word in words for at, token in enumerate(word.tokens)
    ]
    rest = wanted[1:]
    return [
        (start, start + len(wanted))
        for start in _places(*wanted[0], tokens)
        if start + len(wanted) <= len(tokens)
        and all(_same(tokens[start + at], *part) for at, part in enumerate(rest, start=1))
    ]


def _places(wanted: str, prefix: bool, tokens: Sequence[str]) -> Iterator[int]:
    """Where a token stands. Most documents have a word a few times, so that ``index`` skips what is between."""
    if prefix:
        yield from (at for at, token in enumerate(tokens) if token.startswith(wanted))
        return
    at = -1
    with suppress(ValueError):
        while True:
            at = tokens.index(wanted, at + 1)
            yield at


def _same(token: str, wanted: str, prefix: bool) -> bool:
    return token.startswith(wanted) if prefix else token == wanted


def _near(words: Sequence[QueryWord], gap: int, tokens: Sequence[str]) -> list[Stretch]:
    """A sweep over all places from left to right, keeping the last place seen of each word."""
    places = [(stretch, nth) for nth, word in enumerate(words) for stretch in _phrase((word,), tokens)]
    own = sum(len(word.tokens) for word in words)
    kept: set[Stretch] = set()
    last: dict[int, Stretch] = {}
    for stretch, nth in sorted(places, key=lambda place: (place[0][1], place[0][0])):
        last[nth] = stretch
        if len(last) < len(words):
            continue
        width = max(end for _, end in last.values()) - min(start for start, _ in last.values())
        if width - own <= gap:
            kept.update(last.values())
    return sorted(kept)

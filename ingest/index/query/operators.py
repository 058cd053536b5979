"""Operators of other search engines, which would be read as words here: refused with what to write instead."""

import re

from ingest.errors import QueryError

_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"|\\.', re.DOTALL)
_WORD = r"[^\W_][\w\'’-]*\*?"
_NEAR = re.compile(
    rf"(?:(?P<left>{_WORD})\s+)?(?<![\w:.*])(?P<name>(?:NEAR|ADJ|ONEAR|WITHIN|PRE|[NWnw])(?=\s*/\s*\d)|(?:NEAR|ADJ|ONEAR)\b)"
    rf"(?:\s*/\s*(?P<gap>\d{{1,3}}))?(?:\s+(?P<right>{_WORD}))?"
)


def check_operators(text: str) -> None:
    """Raises QueryError where a query has ``NEAR``, ``NEAR(…)``, ``NEAR/5`` or ``W/5``, with what to write instead."""
    bare = _QUOTED.sub(lambda found: " " * len(found.group()), text)
    if found := _NEAR.search(bare):
        one, other, gap = found["left"] or "one", found["right"] or "other", found["gap"] or "10"
        hint = f'nearness is a phrase with a distance: "{one} {other}"~{gap}'
        raise QueryError(text, found.start("name"), f"{found['name']} is not an operator here", hint)

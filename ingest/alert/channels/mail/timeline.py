"""Who tells of an event, in order: copies of one text together, languages and countries counted. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.alert.context import Sibling

MAX_ROWS = 24


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A text of an event: who ran it first, and who has the same."""

    first: Sibling
    copies: tuple[Sibling, ...] = ()


def rows(siblings: Sequence[Sibling]) -> list[TimelineRow]:
    """One a text (story), in the order in which the first of each ran it; ``MAX_ROWS`` at most."""
    by_story: dict[str, list[Sibling]] = {}
    for sibling in siblings:
        by_story.setdefault(sibling.story, []).append(sibling)
    return [TimelineRow(some[0], _others(some)) for some in by_story.values()][:MAX_ROWS]


def _others(some: Sequence[Sibling]) -> tuple[Sibling, ...]:
    """The copies in other outlets, each outlet once."""
    found = {s.outlet: s for s in reversed(some[1:]) if s.outlet != some[0].outlet}
    return tuple(found.values())[::-1]


def coverage(siblings: Sequence[Sibling]) -> tuple[int, list[str], list[str]]:
    """(outlets, languages, countries), the latter two in the order in which they were reached."""
    languages = list(dict.fromkeys(s.language for s in siblings))
    countries = list(dict.fromkeys(s.country for s in siblings if s.country))
    return len({s.outlet for s in siblings}), languages, countries

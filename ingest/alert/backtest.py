"""What a rule would have sent, had it stood since some time: nothing is recorded, nothing is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ingest.alert.compose import Draft, compose
from ingest.alert.due import next_due
from ingest.alert.match import Match, merged, new_matches
from ingest.alert.pages import PAGE, pages
from ingest.alert.rules import Rule
from ingest.alert.watch.observe import replay
from ingest.index.protocol import Index, SearchRequest, Sort


@dataclass(frozen=True, slots=True)
class DatedDraft:
    """A draft and when it would have gone out."""

    draft: Draft
    at: datetime


@dataclass(frozen=True, slots=True)
class RuleDifference:
    """What another query would change."""

    gained: tuple[Match, ...]
    lost: tuple[Match, ...]
    kept: int


def matches(index: Index, rule: Rule, since: datetime, until: datetime) -> list[Match]:
    """The events a rule matches among documents indexed in [since, until), or what a watch rule notices; in order."""
    if rule.watch is not None:
        return sorted(replay(index, rule, since, until), key=lambda m: (m.found_at, m.summary.key))
    found: dict[str, Match] = {}
    for hits in pages(index, SearchRequest(rule.parsed, since=since, until=until, sort=Sort.INDEXED, size=PAGE)):
        for match in new_matches(rule.id, hits, {}, ()):
            found[match.event] = merged(found[match.event], match) if match.event in found else match
    return sorted(found.values(), key=lambda m: (m.summary.indexed, m.summary.key))


def drafts(rule: Rule, found: Sequence[Match], burst: int) -> list[DatedDraft]:
    """The mails to each recipient, oldest first: one a story, or one a digest that had something to tell.

    An immediate rule is taken to have run every time something came in, so bursts are those of one moment.
    """
    moments: dict[datetime, list[Match]] = {}
    for match in found:
        at = next_due(rule.every, match.found_at) or match.found_at
        moments.setdefault(at, []).append(match)
    out: list[DatedDraft] = []
    for at, some in sorted(moments.items()):
        if rule.every.kind == "immediately":
            made = compose([rule], [], some, {}, burst)
        else:
            made = compose([], [(replace(rule, when_empty="skip"), at)], some, {}, burst)
        out += [DatedDraft(draft, at) for draft in made]
    return out


def difference(before: Sequence[Match], after: Sequence[Match]) -> RuleDifference:
    """Which events a changed query gains and loses."""
    old, new = {m.event for m in before}, {m.event for m in after}
    gained = tuple(m for m in after if m.event not in old)
    return RuleDifference(gained, tuple(m for m in before if m.event not in new), len(old & new))

"""Events that readers were told of, followed: what has changed in them since, and is worth an update.

told of in the last days ─▶ anything indexed in them since the last look? ─▶ compare with what was told ─▶ updates
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from ingest.alert.changes import Known, completed
from ingest.alert.compose import Thread
from ingest.alert.context import Sibling
from ingest.alert.match import Match
from ingest.alert.pages import changed_events, siblings
from ingest.alert.recipients import Readers, reader_of
from ingest.alert.rules import Rule
from ingest.alert.updates import Followed, Postponed, Update, replaced, updates
from ingest.errors import VeilleError
from ingest.index.protocol import Index
from ingest.ledger import threads, withdrawn_pages
from ingest.ledger.store import Ledger
from ingest.ledger.threads import ToldEvent
from ingest.settings import Settings


@dataclass(slots=True)
class Following:
    """What following the events gave."""

    updates: list[Update] = field(default_factory=list)
    postponed: list[Postponed] = field(default_factory=list)
    siblings: Mapping[str, Sequence[Sibling]] = field(default_factory=dict)
    completed: list[Followed] = field(default_factory=list)
    """With what their readers know now that pages have been read whose feed's words they were told."""
    looked_at: list[str] = field(default_factory=list)
    """Events whose time to be looked at again had come."""


def follow(
    ledger: Ledger, index: Index, rules: Sequence[Rule], new: Iterable[Match], since: datetime, now: datetime,
    settings: Settings, readers: Readers,
) -> Following:  # fmt: skip
    """Compare the events that readers were told of with what they know.

    ``rules``: those that tell at once, and could be evaluated. ``new``: the matches of this run, of which some may be
    articles that have left a told event. ``since``: what was indexed before was compared by an earlier run.
    """
    speaking = {rule.id: rule for rule in rules if rule.updates != "none"}
    if not speaking:
        return Following()
    arrived = {match.summary.key: match.event for match in new}
    with ledger.read() as c:
        candidates = threads.told_since(c, now - timedelta(days=settings.alert.follow_days))
        looked_at = threads.to_look_at(c, now)
        withdrawn = withdrawn_pages.by_event(c, now - timedelta(days=settings.alert.follow_days))
        gone_now = withdrawn_pages.by_event(c, since).keys() & set(candidates)
        left = {key: e for key, e in threads.events_shown_by(c, arrived).items() if e != arrived[key]}
    try:
        changed = changed_events(index, candidates, since, now) | set(looked_at) | set(left.values()) | gone_now
    except VeilleError:  # the next run looks from the same moment again, or later: news is compared, not counted
        return Following()
    if not changed:
        return Following(looked_at=looked_at)
    with ledger.read() as c:
        told = threads.told_events(c, changed)
    found = siblings(index, changed | set(arrived.values()))
    articles = {event: [*found.get(event, ()), *_left(event, left, arrived, found)] for event in changed}
    before = [f for one in told if (f := _followed(one, speaking)) is not None]
    followed = [replace(f, known=completed(f.known, articles.get(f.event, ()))) for f in before]
    whole = [now for now, then in zip(followed, before, strict=True) if now.known is not then.known]
    interval = timedelta(minutes=settings.alert.spread_minutes)
    gone = frozenset(key for event in changed for key in withdrawn.get(event, ()))
    due, postponed = updates(followed, articles, now, interval, readers, settings.timezone, withdrawn=gone)
    return Following(due, postponed, found, whole, looked_at)


def _left(
    event: str, left: Mapping[str, str], arrived: Mapping[str, str], found: Mapping[str, Sequence[Sibling]]
) -> list[Sibling]:
    """Articles that were told in this event and now stand in another, saying that it was not so."""
    keys = {key for key, told_in in left.items() if told_in == event}
    now = [s for key in keys for s in found.get(arrived[key], ()) if s.key == key]
    return [s for s in now if replaced(s, event) is not None]


def _followed(told: ToldEvent, speaking: Mapping[str, Rule]) -> Followed | None:
    mine = tuple(
        rule
        for rule_id in told.rule_ids
        if (rule := speaking.get(rule_id)) is not None and told.reader in {reader_of(r) for r in rule.recipients}
    )
    if not mine:
        return None
    thread = Thread(told.mails[0][1] if told.mails else "", tuple(message_id for message_id, _ in told.mails))
    known = Known.from_json(told.facts)
    return Followed(told.reader, told.event_id, mine, known, told.changes, thread, told.last_told_at)

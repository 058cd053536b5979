"""Who gets which notification about what. Pure: matches and what people were told in, drafts out.

The promise is one mail about a happening for each reader. So the rules that match an event at the same
time share one mail, and an event that a reader was told of by an earlier rule is not told again: a
digest names it in one line, an immediate rule keeps silent. What changes later is an update in the same thread
(``ingest.alert.updates``). See docs/decisions/070 and 151.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ingest.alert.changes import EventChange
from ingest.alert.match import Match
from ingest.alert.recipients import NOBODY, UNKNOWN, Reader, Readers, reader_of
from ingest.alert.rules import Rule
from ingest.alert.summary import ArticleSummary

Told = Mapping[tuple[str, str], str]
"""(reader, event) → id of the mail that told it."""


@dataclass(frozen=True, slots=True)
class DigestItem:
    """An event in a mail, the article that shows it to this reader, and the rules that matched it."""

    summary: ArticleSummary
    rules: tuple[Rule, ...]
    matched: ArticleSummary | None = None
    """The article that matched first, where another shows the event to this reader."""
    changes: tuple[EventChange, ...] = ()
    """Of an update: what is new."""

    @property
    def event(self) -> str:
        """The event's id."""
        return self.summary.event


@dataclass(frozen=True, slots=True)
class Thread:
    """The mails by which a reader was told of an event, oldest first."""

    subject: str
    """Of the first."""
    message_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail to be: to whom, why, about what. ``identity`` is what its Message-ID is made from."""

    kind: Literal["alert", "digest", "update"]
    recipient: str
    rules: tuple[Rule, ...]
    items: tuple[DigestItem, ...]
    identity: tuple[str, ...]
    repeats: tuple[ArticleSummary, ...] = ()
    """Events of this digest that the reader has been told of before."""
    older: int = 0
    """Of a digest: what a new feed brought along that fits the rule and is too old to be told by itself."""
    thread: Thread | None = None
    """Of an update: what it answers."""
    reader: Reader = UNKNOWN
    """What is known of whom it is for."""


def compose(
    immediate: Sequence[Rule], due: Sequence[tuple[Rule, datetime]], waiting: Sequence[Match], told: Told, burst: int,
    readers: Readers = NOBODY,
) -> list[Draft]:  # fmt: skip
    """The drafts for the matches that wait.

    ``due``: digest rules with the moment they were due. ``burst``: an immediate rule that finds more
    events than this at once sends one mail with all of them.
    """
    known = dict(told)
    drafts = _immediate(immediate, waiting, known, burst, readers)
    for draft in drafts:
        known.update(dict.fromkeys(_pairs(draft), "now"))
    for rule, slot in due:
        mine = [m for m in waiting if m.rule == rule.id and not m.silent]
        for recipient in rule.recipients:
            draft = _digest(rule, slot, recipient, mine, known, readers.of(recipient))
            if draft.items or rule.when_empty == "send":
                drafts.append(draft)
        known.update({(reader_of(r), match.event): "now" for r in rule.recipients for match in mine})
    return drafts


def _pairs(draft: Draft) -> list[tuple[str, str]]:
    return [(reader_of(draft.recipient), item.event) for item in draft.items]


def _immediate(
    rules: Sequence[Rule], waiting: Sequence[Match], told: Told, burst: int, readers: Readers
) -> list[Draft]:
    by_id = {rule.id: rule for rule in rules}
    events: dict[str, dict[str, DigestItem]] = {}  # reader → event → item
    for match in sorted(waiting, key=lambda m: list(by_id).index(m.rule) if m.rule in by_id else -1):
        rule = by_id.get(match.rule)
        if rule is None or match.silent:
            continue
        for recipient in rule.recipients:
            reader = reader_of(recipient)
            if (reader, match.event) not in told:
                mine = events.setdefault(reader, {})
                before = mine.get(match.event)
                mine[match.event] = _with_rule(before, rule) if before else _item(match, rule, readers.of(recipient))
    written = {reader_of(r): r for rule in reversed(rules) for r in rule.recipients}  # as the first rule writes it
    return [
        draft
        for who, items in events.items()
        for draft in _drafts(written[who], list(items.values()), burst, readers.of(written[who]))
    ]


def _item(match: Match, rule: Rule, reader: Reader) -> DigestItem:
    shown = match.shown_to(reader.languages)
    return DigestItem(shown, (rule,), None if shown is match.summary else match.summary)


def _with_rule(item: DigestItem, rule: Rule) -> DigestItem:
    return DigestItem(item.summary, (*item.rules, rule), item.matched)


def _drafts(recipient: str, items: list[DigestItem], burst: int, reader: Reader) -> Iterable[Draft]:
    items.sort(key=lambda i: (i.summary.when, i.summary.key))
    who = reader_of(recipient)
    if len(items) <= burst:
        for item in items:
            yield Draft("alert", recipient, item.rules, (item,), ("alert", item.event, who), reader=reader)
        return
    rules = tuple({rule.id: rule for item in items for rule in item.rules}.values())
    events = sorted(item.event for item in items)
    yield Draft("alert", recipient, rules, tuple(items), ("burst", *events, who), reader=reader)


def _digest(rule: Rule, slot: datetime, recipient: str, found: Sequence[Match], told: Told, reader: Reader) -> Draft:
    who = reader_of(recipient)
    items = sorted((_item(m, rule, reader) for m in found), key=lambda i: (i.summary.when, i.summary.key))
    new = tuple(item for item in items if (who, item.event) not in told)
    old = tuple(item.summary for item in items if (who, item.event) in told)
    return Draft("digest", recipient, (rule,), new, digest_identity(rule, slot, who), old, reader=reader)


def digest_identity(rule: Rule, slot: datetime, reader: str) -> tuple[str, ...]:
    """What the Message-ID of a reader's digest is made from: one a rule and moment."""
    return ("digest", rule.id, slot.isoformat(), reader)

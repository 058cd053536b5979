"""Who gets which mail about what. Pure: matches and what people were told in, drafts out.

The promise is one mail about a story for each reader. So the rules that match a story at the same
time share one mail, and a story that a reader was told of by an earlier rule is not told again: a
digest names it in one line, an immediate rule keeps silent. See docs/decisions/070.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ingest.alert.match import Match
from ingest.alert.recipients import reader_of
from ingest.alert.rules import Rule
from ingest.alert.summary import ArticleSummary

Told = Mapping[tuple[str, str], str]
"""(reader, story) → id of the mail that told it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A story in a mail, and the rules that matched it."""

    summary: ArticleSummary
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail to be: to whom, why, about what. ``identity`` is what its Message-ID is made from."""

    kind: Literal["alert", "digest"]
    recipient: str
    rules: tuple[Rule, ...]
    items: tuple[Item, ...]
    identity: tuple[str, ...]
    repeats: tuple[ArticleSummary, ...] = ()
    """Stories of this digest that the reader has been told of before."""


def compose(
    immediate: Sequence[Rule], due: Sequence[tuple[Rule, datetime]], waiting: Sequence[Match], told: Told, burst: int
) -> list[Draft]:
    """The drafts for the matches that wait.

    ``due``: digest rules with the moment they were due. ``burst``: an immediate rule that finds more
    stories than this at once sends one mail with all of them.
    """
    known = dict(told)
    drafts = _immediate(immediate, waiting, known, burst)
    for draft in drafts:
        known.update(dict.fromkeys(_pairs(draft), "now"))
    for rule, slot in due:
        mine = [m.summary for m in waiting if m.rule == rule.id and not m.silent]
        for recipient in rule.recipients:
            draft = _digest(rule, slot, recipient, mine, known)
            if draft.items or rule.when_empty == "send":
                drafts.append(draft)
        known.update({(reader_of(r), summary.story): "now" for r in rule.recipients for summary in mine})
    return drafts


def _pairs(draft: Draft) -> list[tuple[str, str]]:
    return [(reader_of(draft.recipient), item.summary.story) for item in draft.items]


def _immediate(rules: Sequence[Rule], waiting: Sequence[Match], told: Told, burst: int) -> list[Draft]:
    by_id = {rule.id: rule for rule in rules}
    stories: dict[str, dict[str, Item]] = {}  # recipient → story → item
    for match in sorted(waiting, key=lambda m: list(by_id).index(m.rule) if m.rule in by_id else -1):
        rule = by_id.get(match.rule)
        if rule is None or match.silent:
            continue
        for recipient in rule.recipients:
            if (reader_of(recipient), match.story) not in told:
                mine = stories.setdefault(reader_of(recipient), {})
                before = mine.get(match.story)
                rules_so_far = before.rules if before else ()
                mine[match.story] = Item(before.summary if before else match.summary, (*rules_so_far, rule))
    written = {reader_of(r): r for rule in reversed(rules) for r in rule.recipients}  # as the first rule writes it
    return [draft for who, items in stories.items() for draft in _drafts(written[who], list(items.values()), burst)]


def _drafts(recipient: str, items: list[Item], burst: int) -> Iterable[Draft]:
    items.sort(key=lambda i: (i.summary.when, i.summary.key))
    if len(items) <= burst:
        for item in items:
            yield Draft("alert", recipient, item.rules, (item,), ("alert", item.summary.story, reader_of(recipient)))
        return
    rules = tuple({rule.id: rule for item in items for rule in item.rules}.values())
    stories = sorted(item.summary.story for item in items)
    yield Draft("alert", recipient, rules, tuple(items), ("burst", *stories, reader_of(recipient)))


def _digest(rule: Rule, slot: datetime, recipient: str, summaries: Sequence[ArticleSummary], told: Told) -> Draft:
    ordered = sorted(summaries, key=lambda summary: (summary.when, summary.key))
    new = [summary for summary in ordered if (reader_of(recipient), summary.story) not in told]
    old = [summary for summary in ordered if (reader_of(recipient), summary.story) in told]
    identity = ("digest", rule.id, slot.isoformat(), reader_of(recipient))
    return Draft("digest", recipient, (rule,), tuple(Item(c, (rule,)) for c in new), identity, tuple(old))

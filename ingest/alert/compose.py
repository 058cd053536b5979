"""Who gets which mail about what. Pure: matches and what people were told in, letters out.

The promise is one mail about a story for each reader. So the rules that match a story at the same
time share one mail, and a story that a reader was told of by an earlier rule is not told again: a
digest names it in one line, an immediate rule keeps silent. See docs/decisions/070.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ingest.alert.card import Card
from ingest.alert.match import Match
from ingest.alert.rules import Rule

Told = Mapping[tuple[str, str], str]
"""(recipient in small letters, story) → id of the mail that told it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A story in a mail, and the rules that matched it."""

    card: Card
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to be: to whom, why, about what. ``identity`` is what its Message-ID is made from."""

    kind: Literal["alert", "digest"]
    recipient: str
    rules: tuple[Rule, ...]
    items: tuple[Item, ...]
    identity: tuple[str, ...]
    repeats: tuple[Card, ...] = ()
    """Stories of this digest that the reader has been told of before."""


def compose(
    immediate: Sequence[Rule], due: Sequence[tuple[Rule, datetime]], waiting: Sequence[Match], told: Told, burst: int
) -> list[Letter]:
    """The letters for the matches that wait.

    ``due``: digest rules with the moment they were due. ``burst``: an immediate rule that finds more
    stories than this at once sends one mail with all of them.
    """
    known = dict(told)
    letters = _immediate(immediate, waiting, known, burst)
    for letter in letters:
        known.update(dict.fromkeys(_pairs(letter), "now"))
    for rule, slot in due:
        mine = [m.card for m in waiting if m.rule == rule.id and not m.silent]
        for recipient in rule.recipients:
            letter = _digest(rule, slot, recipient, mine, known)
            if letter.items or rule.when_empty == "send":
                letters.append(letter)
        known.update({(r.lower(), card.story): "now" for r in rule.recipients for card in mine})
    return letters


def _pairs(letter: Letter) -> list[tuple[str, str]]:
    return [(letter.recipient.lower(), item.card.story) for item in letter.items]


def _immediate(rules: Sequence[Rule], waiting: Sequence[Match], told: Told, burst: int) -> list[Letter]:
    by_id = {rule.id: rule for rule in rules}
    stories: dict[str, dict[str, Item]] = {}  # recipient → story → item
    for match in sorted(waiting, key=lambda m: list(by_id).index(m.rule) if m.rule in by_id else -1):
        rule = by_id.get(match.rule)
        if rule is None or match.silent:
            continue
        for recipient in rule.recipients:
            if (recipient.lower(), match.story) not in told:
                mine = stories.setdefault(recipient.lower(), {})
                before = mine.get(match.story)
                rules_so_far = before.rules if before else ()
                mine[match.story] = Item(before.card if before else match.card, (*rules_so_far, rule))
    written = {r.lower(): r for rule in reversed(rules) for r in rule.recipients}  # as the first rule writes it
    return [letter for who, items in stories.items() for letter in _letters(written[who], list(items.values()), burst)]


def _letters(recipient: str, items: list[Item], burst: int) -> Iterable[Letter]:
    items.sort(key=lambda i: (i.card.when, i.card.key))
    if len(items) <= burst:
        for item in items:
            yield Letter("alert", recipient, item.rules, (item,), ("alert", item.card.story, recipient.lower()))
        return
    rules = tuple({rule.id: rule for item in items for rule in item.rules}.values())
    stories = sorted(item.card.story for item in items)
    yield Letter("alert", recipient, rules, tuple(items), ("burst", *stories, recipient.lower()))


def _digest(rule: Rule, slot: datetime, recipient: str, cards: Sequence[Card], told: Told) -> Letter:
    ordered = sorted(cards, key=lambda card: (card.when, card.key))
    new = [card for card in ordered if (recipient.lower(), card.story) not in told]
    old = [card for card in ordered if (recipient.lower(), card.story) in told]
    identity = ("digest", rule.id, slot.isoformat(), recipient.lower())
    return Letter("digest", recipient, (rule,), tuple(Item(c, (rule,)) for c in new), identity, tuple(old))

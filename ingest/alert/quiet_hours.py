"""Quiet hours: what is found in them waits, and comes in one mail when they end. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby

from ingest.alert.changes import known_of
from ingest.alert.compose import DigestItem, Draft
from ingest.alert.context import Sibling
from ingest.alert.identity import notification_id
from ingest.alert.match import Match
from ingest.alert.recipients import Readers, reader_of
from ingest.alert.rules import Rule
from ingest.ledger.quiet import Held
from ingest.ledger.threads import ReaderTold


def hold(drafts: Sequence[Draft], now: datetime, zone: str) -> tuple[list[Draft], list[Held]]:
    """Drafts that may go now, and the events of those whose readers want quiet. Digests come when they are due."""
    go, held = list[Draft](), list[Held]()
    for draft in drafts:
        until = draft.reader.quiet_until(now, zone) if draft.kind == "alert" else None
        if until is None:
            go.append(draft)
        else:
            held += [_held(draft, item, until) for item in draft.items]
    return go, held


def _held(draft: Draft, item: DigestItem, until: datetime) -> Held:
    evidence = Match(item.rules[0].id, item.summary).to_json()
    rules = tuple(rule.id for rule in item.rules)
    return Held(reader_of(draft.recipient), item.event, draft.recipient, rules, evidence, until)


def tellings_held(held: Sequence[Held], siblings: Mapping[str, Sequence[Sibling]]) -> list[ReaderTold]:
    """What waits counts as told by the mail that it waits for: no other rule tells it before."""
    return [
        ReaderTold(
            one.reader,
            one.event_id,
            notification_id(_identity(one)),
            known_of(articles).to_json() if (articles := siblings.get(one.event_id, ())) else None,
        )
        for one in held
    ]


def catch_up(over: Sequence[Held], rules: Mapping[str, Rule], readers: Readers) -> list[Draft]:
    """One mail a reader with everything that waited. A rule that is gone meanwhile takes what it found with it."""
    drafts: list[Draft] = []
    for identity, group in groupby(over, key=_identity):
        waited = list(group)
        items = [item for one in waited if (item := _item(one, rules)) is not None]
        if items:
            items.sort(key=lambda i: (i.summary.when, i.summary.key))
            found = tuple({rule.id: rule for item in items for rule in item.rules}.values())
            recipient = waited[0].recipient
            drafts.append(Draft("alert", recipient, found, tuple(items), identity, reader=readers.of(recipient)))
    return drafts


def _item(one: Held, rules: Mapping[str, Rule]) -> DigestItem | None:
    found = tuple(rules[id] for id in one.rule_ids if id in rules and one.recipient in rules[id].recipients)
    return DigestItem(Match.from_json(found[0].id, one.evidence).summary, found) if found else None


def _identity(one: Held) -> tuple[str, ...]:
    return ("catch-up", one.until.isoformat(), one.reader)

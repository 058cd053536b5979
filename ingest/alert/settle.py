"""What drafts mean for the ledger: who is told of what by which, and what he knows then. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.alert.changes import known_of
from ingest.alert.compose import Draft, Told
from ingest.alert.context import Sibling
from ingest.alert.identity import notification_id
from ingest.alert.match import Match
from ingest.alert.recipients import reader_of
from ingest.alert.rules import Rule
from ingest.alert.updates import Update
from ingest.ledger.threads import ReaderTold, UpdateTold

RECHECKED = 5
"""Articles of a told event whose pages are looked at again."""


def tellings(drafts: Sequence[Draft], siblings: Mapping[str, Sequence[Sibling]]) -> list[ReaderTold]:
    """Everything that drafts tell for the first time."""
    return [
        ReaderTold(
            reader_of(draft.recipient),
            item.event,
            notification_id(draft.identity),
            known_of(articles).to_json() if (articles := siblings.get(item.event, ())) else None,
        )
        for draft in drafts
        for item in draft.items
    ]


def updates_told(updates: Iterable[Update]) -> list[UpdateTold]:
    """Everything that updates tell."""
    return [
        UpdateTold(
            u.followed.reader,
            u.followed.event,
            tuple(change.key for item in u.draft.items for change in item.changes),
            notification_id(u.draft.identity),
            u.known.to_json(),
        )
        for u in updates
    ]


def told_by_updates(updates: Iterable[Update], siblings: Mapping[str, Sequence[Sibling]]) -> list[ReaderTold]:
    """Events that an update tells of besides its own: that of an article which left it with a denial."""
    found = {
        (u.followed.reader, change.sibling.event): notification_id(u.draft.identity)
        for u in updates
        for item in u.draft.items
        for change in item.changes
        if change.sibling is not None and change.sibling.event != u.followed.event
    }
    return [
        ReaderTold(reader, event, mail, known_of(siblings[event]).to_json() if siblings.get(event) else None)
        for (reader, event), mail in found.items()
    ]


def rechecked(drafts: Sequence[Draft], siblings: Mapping[str, Sequence[Sibling]]) -> list[str]:
    """Articles whose pages are looked at again: those shown, and the first of their events."""
    shown = [item.summary.key for draft in drafts for item in draft.items]
    first = [s.key for draft in drafts for item in draft.items for s in siblings.get(item.event, ())[:RECHECKED]]
    return list(dict.fromkeys((*shown, *first)))


def with_older(
    drafts: Sequence[Draft], due: Iterable[Rule], silent: Mapping[str, Sequence[str]]
) -> tuple[list[Draft], list[tuple[str, str, str, str | None]]]:
    """The digests of rules that are due say how many older matches were added without a mail, each once.

    ``silent``: rule → events of its silent matches that no digest has counted. The second value is what ``settled``
    gives: these are counted now. A digest is never written for their sake.
    """
    digests = {rule.id for rule in due}
    out: list[Draft] = []
    counted: dict[str, tuple[str, str, str, str | None]] = {}
    for draft in drafts:
        rule = draft.rules[0].id
        if draft.kind == "digest" and rule in digests and silent.get(rule):
            draft = replace(draft, older=len(silent[rule]))
            mail = notification_id(draft.identity)
            for event in silent[rule]:
                counted.setdefault(f"{rule} {event}", (rule, event, mail, "silent"))
        out.append(draft)
    return out, list(counted.values())


def settled(
    rules: Iterable[Rule], waiting: Iterable[Match], drafts: Sequence[Draft], told: Told
) -> list[tuple[str, str, str, str | None]]:
    """(rule, event, mail id, note) of the matches that wait no longer.

    The mail is the one that told the rule's first recipient; note ``told``: an earlier mail had done so;
    ``nobody``: all its recipients took themselves off.
    """
    now = {(t.reader, t.event_id): t.mail_id for t in tellings(drafts, {})}
    first = {rule.id: reader_of(rule.recipients[0]) if rule.recipients else None for rule in rules}
    out: list[tuple[str, str, str, str | None]] = []
    for match in waiting:
        if (reader := first[match.rule]) is None:
            out.append((match.rule, match.event, "unsubscribed", "nobody"))
            continue
        pair = (reader, match.event)
        if pair in told:
            out.append((match.rule, match.event, told[pair], "told"))
        elif pair in now:
            out.append((match.rule, match.event, now[pair], None))
    return out

"""What has changed in events that a digest told: said by the next digest, above what is new in it. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from ingest.alert.compose import Draft, digest_identity
from ingest.alert.identity import notification_id
from ingest.alert.recipients import reader_of
from ingest.alert.rules import Rule
from ingest.alert.updates import Update
from ingest.ledger.threads import UpdateTold


def into_digests(
    drafts: Sequence[Draft], due: Sequence[tuple[Rule, datetime]], found: Sequence[Update],
    already: Collection[tuple[str, str]],
) -> tuple[list[Draft], list[UpdateTold]]:  # fmt: skip
    """The drafts with what has changed for the readers of digests that are due, and what that tells.

    A digest that has nothing else is written for it. ``already``: (reader, event) that another mail of this run tells.
    """
    by_identity = {draft.identity: draft for draft in drafts}
    told: list[UpdateTold] = []
    for update in found:
        reader, event = update.followed.reader, update.followed.event
        slot = next(((rule, at) for rule, at in due if rule.id in {r.id for r in update.followed.rules}), None)
        if slot is None or (reader, event) in already:
            continue
        identity = digest_identity(*slot, reader)
        digest = by_identity.get(identity) or _empty(slot[0], identity, update)
        by_identity[identity] = replace(digest, items=(*update.draft.items, *digest.items))
        changes = tuple(change.key for item in update.draft.items for change in item.changes)
        told.append(UpdateTold(reader, event, changes, notification_id(identity), update.known.to_json()))
    return list(by_identity.values()), told


def _empty(rule: Rule, identity: tuple[str, ...], update: Update) -> Draft:
    recipient = next(r for r in rule.recipients if reader_of(r) == update.followed.reader)
    return Draft("digest", recipient, (rule,), (), identity, reader=update.draft.reader)

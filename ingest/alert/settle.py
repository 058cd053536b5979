"""Which match each draft tells, for the ledger. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from ingest.alert.compose import Draft, Told
from ingest.alert.identity import notification_id
from ingest.alert.match import Match
from ingest.alert.recipients import reader_of
from ingest.alert.rules import Rule


def tellings(drafts: Sequence[Draft]) -> list[tuple[str, str, str]]:
    """(reader, story, mail id) for everything that drafts tell."""
    return [
        (reader_of(x.recipient), item.summary.story, notification_id(x.identity)) for x in drafts for item in x.items
    ]


def settled(
    rules: Iterable[Rule], waiting: Iterable[Match], drafts: Sequence[Draft], told: Told
) -> list[tuple[str, str, str, str | None]]:
    """(rule, story, mail id, note) of the matches that wait no longer.

    The mail is the one that told the rule's first recipient; note ``told``: an earlier mail had done so.
    """
    now: Mapping[tuple[str, str], str] = {(who, story): mail for who, story, mail in tellings(drafts)}
    first = {rule.id: reader_of(rule.recipients[0]) for rule in rules}
    out: list[tuple[str, str, str, str | None]] = []
    for match in waiting:
        pair = (first[match.rule], match.story)
        if pair in told:
            out.append((match.rule, match.story, told[pair], "told"))
        elif pair in now:
            out.append((match.rule, match.story, now[pair], None))
    return out

"""Drafts → mails for the outbox, and which match each of them tells. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from ingest.alert.channels.mail.message import Envelope, build, mail_id, message_id
from ingest.alert.channels.mail.render import MailContext, render
from ingest.alert.compose import Draft, Told
from ingest.alert.match import Match
from ingest.alert.rules import Rule
from ingest.ledger.outbox import Mail


def write(draft: Draft, context: MailContext, sender: str) -> Mail:
    """A draft as it goes into the outbox."""
    rendered = render(draft, context)
    rule = draft.rules[0]
    stories = draft.items[0].summary.story if len(draft.items) == 1 else ""
    envelope = Envelope(
        sender=sender,
        recipient=draft.recipient,
        now=context.now,
        identity=draft.identity,
        list_id=rule.id,
        list_name=rule.name,
        contact=context.contact,
        headers=(
            ("X-Veille-Rules", ", ".join(r.id for r in draft.rules)),
            *((("X-Veille-Story", stories),) if stories else ()),
        ),
    )
    return Mail(
        id=mail_id(draft.identity),
        message_id=message_id(draft.identity, sender),
        kind=draft.kind,
        recipient=draft.recipient,
        subject=rendered.subject,
        message=build(rendered, envelope),
        rule_id=rule.id,
    )


def tellings(drafts: Sequence[Draft]) -> list[tuple[str, str, str]]:
    """(recipient in small letters, story, mail id) for everything that drafts tell."""
    return [(x.recipient.lower(), item.summary.story, mail_id(x.identity)) for x in drafts for item in x.items]


def settled(
    rules: Iterable[Rule], waiting: Iterable[Match], drafts: Sequence[Draft], told: Told
) -> list[tuple[str, str, str, str | None]]:
    """(rule, story, mail id, note) of the matches that wait no longer.

    The mail is the one that told the rule's first recipient; note ``told``: an earlier mail had done so.
    """
    now: Mapping[tuple[str, str], str] = {(who, story): mail for who, story, mail in tellings(drafts)}
    first = {rule.id: rule.recipients[0].lower() for rule in rules}
    out: list[tuple[str, str, str, str | None]] = []
    for match in waiting:
        pair = (first[match.rule], match.story)
        if pair in told:
            out.append((match.rule, match.story, told[pair], "told"))
        elif pair in now:
            out.append((match.rule, match.story, now[pair], None))
    return out

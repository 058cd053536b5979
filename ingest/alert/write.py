"""Letters → mails for the outbox, and which match each of them tells. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from ingest.alert.compose import Letter, Told
from ingest.alert.match import Match
from ingest.alert.message import Envelope, build, mail_id, message_id
from ingest.alert.render import Setting, render
from ingest.alert.rules import Rule
from ingest.ledger.outbox import Mail


def write(letter: Letter, setting: Setting, sender: str) -> Mail:
    """A letter as it goes into the outbox."""
    rendered = render(letter, setting)
    rule = letter.rules[0]
    stories = letter.items[0].card.story if len(letter.items) == 1 else ""
    envelope = Envelope(
        sender=sender,
        recipient=letter.recipient,
        now=setting.now,
        identity=letter.identity,
        list_id=rule.id,
        list_name=rule.name,
        contact=setting.contact,
        headers=(
            ("X-Veille-Rules", ", ".join(r.id for r in letter.rules)),
            *((("X-Veille-Story", stories),) if stories else ()),
        ),
    )
    return Mail(
        id=mail_id(letter.identity),
        message_id=message_id(letter.identity, sender),
        kind=letter.kind,
        recipient=letter.recipient,
        subject=rendered.subject,
        message=build(rendered, envelope),
        rule_id=rule.id,
    )


def tellings(letters: Sequence[Letter]) -> list[tuple[str, str, str]]:
    """(recipient in small letters, story, mail id) for everything that letters tell."""
    return [(x.recipient.lower(), item.card.story, mail_id(x.identity)) for x in letters for item in x.items]


def settled(
    rules: Iterable[Rule], waiting: Iterable[Match], letters: Sequence[Letter], told: Told
) -> list[tuple[str, str, str, str | None]]:
    """(rule, story, mail id, note) of the matches that wait no longer.

    The mail is the one that told the rule's first recipient; note ``told``: an earlier mail had done so.
    """
    now: Mapping[tuple[str, str], str] = {(who, story): mail for who, story, mail in tellings(letters)}
    first = {rule.id: rule.recipients[0].lower() for rule in rules}
    out: list[tuple[str, str, str, str | None]] = []
    for match in waiting:
        pair = (first[match.rule], match.story)
        if pair in told:
            out.append((match.rule, match.story, told[pair], "told"))
        elif pair in now:
            out.append((match.rule, match.story, now[pair], None))
    return out

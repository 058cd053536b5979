"""``veille alerts mute``, ``ack``, ``unsubscribe``, ``subscribe``: what readers do about mails."""

import getpass
from typing import Annotated, Any

import typer

from ingest.alert.recipients import reader_of
from ingest.cli.alerts.rule_ids import RuleId, rule_of
from ingest.cli.common import ConfigDir, out, says_errors
from ingest.ledger import desk, subscriptions, threads
from ingest.ledger.events import event_of
from ingest.ledger.happenings import happenings
from ingest.operations.article_history import key_of
from ingest.workspace import Workspace

ArticleId = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="An address, or a key as `veille show` takes it.", show_default=False)
]
For = Annotated[str, typer.Option("--for", help="An address of `recipients`.", show_default=False)]


@says_errors
def mute(article: ArticleId, reader: For, config: ConfigDir = None) -> None:
    """Tell a reader nothing more about a story: no mail, no update.

    Examples:

      veille alerts mute https://example.org/article --for desk@example.org
    """
    with Workspace.of(config) as ws, ws.ledger.begin() as c:
        threads.mute(c, reader_of(reader), _event(c, article), ws.clock())
    out.print(f"{reader} is told nothing more about this story", markup=False)


@says_errors
def acknowledge(
    article: ArticleId,
    by: Annotated[str, typer.Option("--by", help="Whose name to write down.", show_default="you")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take it back.")] = False,
    config: ConfigDir = None,
) -> None:
    """Write down that somebody has seen to a story; the desk shows it to everybody.

    Examples:

      veille alerts ack https://example.org/article

      veille alerts ack https://example.org/article --by ada
    """
    name = (by or getpass.getuser())[:100]
    with Workspace.of(config) as ws, ws.ledger.begin() as c:
        now, event = ws.clock(), _event(c, article)
        found = happenings(c, [event])
        if not found:
            raise typer.BadParameter(f"{article!r} is in no story yet")
        values = {"acknowledged_by": None if undo else name, "acknowledged_at": None if undo else now}
        for story in found[0].stories:
            desk.case_mark(c, story, values)
        desk.record(c, name, "acknowledge", found[0].id, now, "taken back" if undo else "on the command line")
    out.print("nobody has seen to it" if undo else f"{name} has seen to this story", markup=False)


@says_errors
def unsubscribe(rule_id: RuleId, reader: For, config: ConfigDir = None) -> None:
    """Take a reader off a rule, as the link in its mails does; alerts.yaml stays as it is.

    Examples:

      veille alerts unsubscribe russia-dprk --for desk@example.org
    """
    with Workspace.of(config) as ws, ws.ledger.begin(durable=True) as c:
        rule, who, now = rule_of(ws.rules, rule_id), reader_of(reader), ws.clock()
        if who not in {reader_of(r) for r in rule.recipients}:
            raise typer.BadParameter(f"{reader} is no recipient of {rule_id}; they are: {', '.join(rule.recipients)}")
        subscriptions.unsubscribe(c, who, [rule.id], now, "command")
        desk.record(c, getpass.getuser()[:100], "unsubscribe", rule.id, now, who)
    out.print(f"{reader} gets no more mails of {rule.name}; `veille alerts subscribe` takes it back", markup=False)


@says_errors
def subscribe(rule_id: RuleId, reader: For, config: ConfigDir = None) -> None:
    """Put a reader on again who was taken off a rule. Exit code 1 if he was not off.

    Examples:

      veille alerts subscribe russia-dprk --for desk@example.org
    """
    with Workspace.of(config) as ws, ws.ledger.begin() as c:
        rule = rule_of(ws.rules, rule_id)
        count = subscriptions.subscribe(c, reader_of(reader), [rule.id])
        if count:
            desk.record(c, getpass.getuser()[:100], "subscribe", rule.id, ws.clock(), reader_of(reader))
    out.print(f"{reader} gets the mails of {rule.name} again" if count else f"{reader} was not off", markup=False)
    raise typer.Exit(0 if count else 1)


def _event(c: Any, article: str) -> str:
    """The happening of a stored article. Raises BadParameter."""
    key = key_of(c, article)
    event = event_of(c, key) if key else None
    if event is None:
        raise typer.BadParameter(f"no stored article {article!r}; `veille search` shows addresses")
    return event

"""How ``veille alerts test`` shows what a rule found, and how it writes the mails."""

from collections.abc import Sequence
from email import message_from_string, policy
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.table import Table
from rich.text import Text

from ingest.alert.backtest import Dated, Difference
from ingest.alert.card import Card
from ingest.alert.look import others
from ingest.alert.match import Match
from ingest.alert.render import Setting
from ingest.alert.rules import Rule
from ingest.alert.wording import moment
from ingest.alert.write import write
from ingest.cli.common import out
from ingest.index.protocol import Index
from ingest.ledger.outbox import Mail
from ingest.settings import Settings

_SHOWN = 40


def show_matches(found: Sequence[Match], zone: str) -> None:
    """A table of stories, newest last, with what matched in bold."""
    table = Table("published", "outlet", "language", "title", box=None, pad_edge=False)
    for match in found[-_SHOWN:]:
        card = match.card
        table.add_row(moment(card.when, zone), escape(card.outlet), card.language, _title(card))
    if len(found) > _SHOWN:
        out.print(f"[dim]the last {_SHOWN} of {len(found)} stories[/dim]")
    if found:
        out.print(table)


def show_difference(change: Difference) -> None:
    """What a changed query gains and loses."""
    out.print(
        f"against the query in alerts.yaml: {change.kept} kept, {len(change.gained)} gained, {len(change.lost)} lost"
    )
    for sign, style, some in (("+", "green", change.gained), ("-", "red", change.lost)):
        for match in some[:_SHOWN]:
            out.print(Text(f"{sign} {match.card.headline} ({match.card.outlet})", style=style))


def as_plain(
    rule: Rule, found: Sequence[Match], dated: Sequence[Dated], files: Sequence[Path], change: Difference | None
) -> dict[str, Any]:
    """The same for programs."""
    value: dict[str, Any] = {
        "rule": rule.id,
        "query": rule.query,
        "every": str(rule.every),
        "stories": [_plain(m.card) for m in found],
        "mails": [{"at": d.at, "to": d.letter.recipient, "stories": len(d.letter.items)} for d in dated],
        "files": [str(f) for f in files],
    }
    if change:
        value["gained"] = [_plain(m.card) for m in change.gained]
        value["lost"] = [_plain(m.card) for m in change.lost]
    return value


def write_mails(folder: Path, dated: Sequence[Dated], index: Index, settings: Settings) -> list[Path]:
    """Each mail as .eml, with its HTML beside it. Returns the paths, oldest mail first."""
    folder.mkdir(parents=True, exist_ok=True)
    stories = others(index, (item.card.story for d in dated for item in d.letter.items))
    files: list[Path] = []
    for n, d in enumerate(dated, 1):
        setting = Setting(settings.timezone, d.at, contact=settings.fetch.contact, others=stories)
        mail = write(d.letter, setting, settings.smtp.sender)
        files += save_mail(folder, f"{n:04}-{d.letter.rules[0].id}-{mail.id[:8]}", mail)
    return files


def save_mail(folder: Path, name: str, mail: Mail) -> list[Path]:
    """``NAME.eml`` and ``NAME.html``."""
    eml, html = folder / f"{name}.eml", folder / f"{name}.html"
    eml.write_bytes(mail.message.encode("ascii"))
    message = message_from_string(mail.message, policy=policy.default)
    body = message.get_body(("html",))
    html.write_text(body.get_content() if body else "", encoding="utf-8")
    return [eml, html]


def _plain(card: Card) -> dict[str, Any]:
    plain = {k: getattr(card, k) for k in ("key", "story", "url", "outlet", "country", "language")}
    return {**plain, "title": card.headline, "published": card.published, "indexed": card.indexed}


def _title(card: Card) -> Text:
    text = Text()
    for piece, hit in card.title:
        text.append(piece, style="bold yellow" if hit else "")
    return text

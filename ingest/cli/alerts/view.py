"""How ``veille alerts test`` shows what a rule found, and how it writes the mails."""

import json
from collections.abc import Sequence
from email import message_from_string, policy
from pathlib import Path
from typing import Any

from rich.text import Text

from ingest.alert.backtest import DatedDraft, RuleDifference
from ingest.alert.channels.mail.channel import LANE
from ingest.alert.channels.registry import open_channels
from ingest.alert.context import MailContext
from ingest.alert.match import Match
from ingest.alert.pages import siblings
from ingest.alert.rules import Rule
from ingest.alert.summary import ArticleSummary
from ingest.alert.watch.noticed import sentence
from ingest.alert.wording import moment
from ingest.cli.common import indented, out
from ingest.index.protocol import Index
from ingest.ledger.outbox import Notification
from ingest.settings import Settings

_SHOWN = 40


def show_matches(found: Sequence[Match], zone: str) -> None:
    """Two lines a story, which stay whole at 80 columns, newest last, with what matched in bold."""
    if len(found) > _SHOWN:
        out.print(f"[dim]the last {_SHOWN} of {len(found)} stories[/dim]")
    for match in found[-_SHOWN:]:
        summary = match.summary
        if summary.noticed is not None:
            out.print(f"[{moment(summary.noticed.at, zone)}] {sentence(summary.noticed)}", style="bold", markup=False)
        out.print(_title(summary))
        out.print(indented(f"{moment(summary.when, zone)} · {summary.outlet} · {summary.language}", "dim"))


def show_difference(change: RuleDifference) -> None:
    """What a changed query gains and loses."""
    out.print(
        f"against the query in alerts.yaml: {change.kept} kept, {len(change.gained)} gained, {len(change.lost)} lost"
    )
    for sign, style, some in (("+", "green", change.gained), ("-", "red", change.lost)):
        for match in some[:_SHOWN]:
            out.print(Text(f"{sign} {match.summary.headline} ({match.summary.outlet})", style=style))


def as_plain(
    rule: Rule,
    found: Sequence[Match],
    dated: Sequence[DatedDraft],
    files: Sequence[Path],
    change: RuleDifference | None,
) -> dict[str, Any]:
    """The same for programs."""
    value: dict[str, Any] = {
        "rule": rule.id,
        "query": rule.query,
        "every": str(rule.every),
        "watch": str(rule.watch) if rule.watch else None,
        "stories": [_plain(m.summary) for m in found],
        "mails": [{"at": d.at, "to": d.draft.recipient, "stories": len(d.draft.items)} for d in dated],
        "files": [str(f) for f in files],
    }
    if change:
        value["gained"] = [_plain(m.summary) for m in change.gained]
        value["lost"] = [_plain(m.summary) for m in change.lost]
    return value


def write_mails(folder: Path, dated: Sequence[DatedDraft], index: Index, settings: Settings) -> list[Path]:
    """Each mail as .eml, with its HTML beside it. Returns the paths, oldest mail first."""
    folder.mkdir(parents=True, exist_ok=True)
    stories = siblings(index, (item.event for d in dated for item in d.draft.items))
    files: list[Path] = []
    with open_channels(settings) as channels:
        for n, d in enumerate(dated, 1):
            context = MailContext(settings.timezone, d.at, contact=settings.fetch.contact, siblings=stories)
            written = channels.write(d.draft, context)
            name = f"{n:04}-{d.draft.rules[0].id}-{written.id[:8]}"
            files += save_mail(folder, name, written) if written.channel == LANE else save_json(folder, name, written)
    return files


def save_mail(folder: Path, name: str, mail: Notification) -> list[Path]:
    """``NAME.eml`` and ``NAME.html``."""
    eml, html = folder / f"{name}.eml", folder / f"{name}.html"
    eml.write_bytes(mail.message.encode("ascii"))
    message = message_from_string(mail.message, policy=policy.default)
    body = message.get_body(("html",))
    html.write_text(body.get_content() if body else "", encoding="utf-8")
    return [eml, html]


def save_json(folder: Path, name: str, written: Notification) -> list[Path]:
    """``NAME.json``: what a webhook or a service would have got."""
    file = folder / f"{name}.json"
    file.write_text(json.dumps(json.loads(written.message), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return [file]


def _plain(summary: ArticleSummary) -> dict[str, Any]:
    plain = {k: getattr(summary, k) for k in ("key", "story", "url", "outlet", "country", "language")}
    if summary.noticed is not None:
        plain["noticed"] = {**summary.noticed.to_json(), "text": sentence(summary.noticed)}
    return {**plain, "title": summary.headline, "published": summary.published, "indexed": summary.indexed}


def _title(summary: ArticleSummary) -> Text:
    text = Text()
    for piece, hit in summary.title:
        text.append(piece, style="bold yellow" if hit else "")
    return text

"""``veille alerts``: the saved searches that write to people."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from ingest import pipeline
from ingest.alert import backtest
from ingest.alert.due import next_due
from ingest.alert.rules import Rule
from ingest.alert.wording import counted, moment
from ingest.cli.alerts.view import as_plain, show_difference, show_matches, write_mails
from ingest.cli.common import AsJson, ConfigDir, err, moment_of, out, print_json, says_errors
from ingest.errors import ConfigError
from ingest.index.query.parse import parse
from ingest.ledger import matches, outbox
from ingest.ledger import rules as ledger_rules
from ingest.ledger.rules import RuleState
from ingest.outcome import Outcome, StageRun
from ingest.text.durations import span
from ingest.workspace import Workspace

app = typer.Typer(help="Alerts: list the rules, check them, test what they would send, send.", no_args_is_help=True)


@app.command("list")
@says_errors
def list_rules(config: ConfigDir = None, as_json: AsJson = False) -> None:
    """The rules, how far each has looked, what it found and when it speaks next.

    Examples:

      veille alerts list

      veille alerts list --json | jq '.[] | select(.error)'
    """
    with Workspace.of(config) as ws:
        settings, rules, now = ws.settings, ws.rules, ws.clock()
        with ws.ledger.read() as c:
            states, tally = ledger_rules.states(c), matches.tally(c)
    rows = [_listed(rule, states.get(rule.id), tally.get(rule.id, {}), now) for rule in rules]
    if as_json:
        print_json(rows)
        return
    table = Table("rule", "every", "to", "looked", "stories", "last match", "speaks next", box=None, pad_edge=False)
    for row in rows:
        name = f"{row['id']}" if row["enabled"] else f"[dim]{row['id']} (off)[/dim]"
        looked = _ago(row["looked_until"], now) if row["error"] is None else f"[red]{row['error']}[/red]"
        stories = f"{row['stories']}" + (f" ({row['waiting']} waiting)" if row["waiting"] else "")
        following = moment(row["next_due"], settings.timezone) if row["next_due"] else "at once"
        table.add_row(name, row["every"], _first(row["recipients"]), looked, stories,
                      _ago(row["last_match"], now), following if row["enabled"] else "")  # fmt: skip
    out.print(table)


def _listed(rule: Rule, state: RuleState | None, tally: dict[str, int], now: datetime) -> dict[str, Any]:
    return {
        "id": rule.id, "name": rule.name, "query": rule.query, "every": str(rule.every), "enabled": rule.enabled,
        "recipients": list(rule.recipients), "note": rule.note,
        "first_seen": state.first_seen_at if state else None,
        "looked_until": state.watermark if state else None,
        "last_match": state.last_match_at if state else None,
        "next_due": state.next_due if state else next_due(rule.every, now),
        "error": state.last_error if state else None,
        "stories": tally.get("stories", 0), "waiting": tally.get("waiting", 0),
    }  # fmt: skip


@app.command("check")
@says_errors
def check(config: ConfigDir = None, as_json: AsJson = False) -> None:
    """Read alerts.yaml and say everything that is wrong, with line and what to write.

    Exit code 2 if something is wrong. Notes name what is allowed but probably not meant.
    """
    try:
        rules, problems = Workspace.of(config).rules, list[str]()
    except ConfigError as e:
        if not as_json:
            raise
        rules, problems = (), [str(p) for p in e.problems]
    notes = [{"rule": r.id, "note": n.message, "hint": n.hint} for r in rules for n in r.parsed.notes]
    if as_json:
        print_json({"rules": len(rules), "problems": problems, "notes": notes})
        raise typer.Exit(2 if problems else 0)
    for note in notes:
        hint = f" → {note['hint']}" if note["hint"] else ""
        out.print(f"note: {note['rule']}: {note['note']}{hint}", markup=False)
    off = sum(not r.enabled for r in rules)
    readers = len({a.lower() for r in rules for a in r.recipients})
    out.print(f"{counted(len(rules), 'rule')} well{f' ({off} off)' if off else ''}, {counted(readers, 'recipient')}")


@app.command("test")
@says_errors
def would_send(
    rule_id: Annotated[str, typer.Argument(metavar="RULE", help="Id of a rule in alerts.yaml.")],
    since: Annotated[str, typer.Option(help="How far back, by indexing time: 90s, 12h, 2w, or a date.")] = "30d",
    query: Annotated[str | None, typer.Option(help="Try this query in its place and show what it changes.")] = None,
    eml: Annotated[Path | None, typer.Option(help="Write the mails into this folder, as .eml and .html.")] = None,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """What a rule would have sent. Nothing is sent, nothing is recorded.

    Examples:

      veille alerts test russia-dprk --since 30d

      veille alerts test russia-dprk --eml /tmp/mails

      veille alerts test russia-dprk --query 'topics:russia-dprk AND NOT outlet.id:tass'
    """
    with Workspace.of(config) as ws:
        settings, now, rule = ws.settings, ws.clock(), _rule(ws.rules, rule_id)
        tried = replace(rule, query=query, parsed=parse(query)) if query else rule
        start = moment_of(since, now, settings.timezone)
        ws.index.refresh()
        found = backtest.matches(ws.index, tried, start, now)
        dated = backtest.drafts(tried, found, settings.alert.burst)
        change = backtest.difference(backtest.matches(ws.index, rule, start, now), found) if query else None
        files = write_mails(eml, dated, ws.index, settings) if eml else []
    if as_json:
        print_json(as_plain(tried, found, dated, files, change))
        return
    show_matches(found, settings.timezone)
    readers = len(rule.recipients)
    out.print(f"{counted(len(found), 'story', 'stories')} in {since}: {counted(len(dated), 'mail')} "
              f"to {counted(readers, 'recipient')}, {rule.every}")  # fmt: skip
    if change:
        show_difference(change)
    for file in files:
        out.print(str(file), markup=False, soft_wrap=True)


@app.command("send")
@says_errors
def send(
    again: Annotated[bool, typer.Option("--failed", help="Also queue again what a server refused for good.")] = False,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """Look for new matches now and deliver what is queued, without waiting for backoff.

    Exit code 1 if a rule could not be looked at or a mail did not go out.

    Examples:

      veille alerts send

      veille alerts send --failed
    """
    with Workspace.of(config) as ws:
        looked = pipeline.alert(ws, _quiet)
        outbox.make_due(ws.ledger)
        if again:
            outbox.retry_failed(ws.ledger)
        delivered = pipeline.deliver(ws, _quiet)
    if as_json:
        print_json({"alert": _run(looked), "deliver": _run(delivered)})
    else:
        out.print(f"{counted(looked.claimed, 'rule')} looked at: {counted(looked.new, 'new story', 'new stories')}")
        out.print(f"{counted(delivered.counts['sent'], 'mail')} sent"
                  + "".join(f", {n} {name}" for name, n in delivered.counts.items() if name != "sent"))  # fmt: skip
        for failure in (*looked.failures, *delivered.failures):
            err.print(f"✗ {failure.subject}: {failure.name}: {failure.detail}", markup=False)
    raise typer.Exit(1 if looked.failures or delivered.failures else 0)


def _quiet(_: Outcome) -> None:
    """The summary at the end says it all."""


def _run(run: StageRun) -> dict[str, Any]:
    failures = [{"subject": f.subject, "outcome": f.name, "detail": f.detail} for f in run.failures]
    return {"claimed": run.claimed, "new": run.new, "outcomes": dict(run.counts), "failures": failures}


def _rule(rules: tuple[Rule, ...], rule_id: str) -> Rule:
    for rule in rules:
        if rule.id == rule_id:
            return rule
    ids = ", ".join(rule.id for rule in rules) or "none"
    raise typer.BadParameter(f"no rule {rule_id!r} in alerts.yaml; there are: {ids}")


def _ago(at: datetime | None, now: datetime) -> str:
    return "never" if at is None else f"{span(now - at)} ago"


def _first(names: list[str]) -> str:
    return names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "")

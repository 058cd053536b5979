"""``veille alerts``: the saved searches that write to people."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.text import Text

from ingest import pipeline
from ingest.alert import backtest
from ingest.alert.due import next_due
from ingest.alert.recipients import reader_of
from ingest.alert.rule_checks import RuleProblem, check_query
from ingest.alert.rules import Rule, load_rules
from ingest.alert.wording import moment
from ingest.cli.alerts.readers import acknowledge, mute, subscribe, unsubscribe
from ingest.cli.alerts.rule_ids import RuleId, rule_of
from ingest.cli.alerts.view import as_plain, show_difference, show_matches, write_mails
from ingest.cli.common import AsJson, ConfigDir, err, indented, moment_of, out, print_json, says_errors
from ingest.cli.progress import failure_as_json
from ingest.errors import ConfigError
from ingest.index.protocol import SearchRequest
from ingest.index.query.parse import parse
from ingest.ledger import matches, outbox, subscriptions
from ingest.ledger import rules as ledger_rules
from ingest.ledger.rules import RuleState
from ingest.operations.check_rules import CheckedRule, check_rules, vocabulary
from ingest.outcome import Outcome, StageRun
from ingest.text.durations import WRITTEN, parse_duration, span
from ingest.text.plurals import counted
from ingest.workspace import Workspace

app = typer.Typer(help="Alerts: list the rules, check them, test what they would send, send.", no_args_is_help=True)
app.command("mute")(mute)
app.command("ack")(acknowledge)
app.command("unsubscribe")(unsubscribe)
app.command("subscribe")(subscribe)


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
            gone = subscriptions.all_of(c)
    rows = [
        {
            **_listed(rule, states.get(rule.id), tally.get(rule.id, {}), now),
            "unsubscribed": [one.reader for one in gone if one.rule_id == rule.id],
        }
        for rule in rules
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        _show_rule(row, now, settings.timezone)


def _show_rule(row: dict[str, Any], now: datetime, zone: str) -> None:
    """Two lines a rule, which stay whole at 80 columns."""
    state = "off" if not row["enabled"] else f"asleep until {moment(row['asleep'], zone)}" if row["asleep"] else ""
    head = Text(row["id"], style="bold" if row["enabled"] else "dim")
    head.append(f"  {row['every']} → {_first(row['recipients'])}", style="not bold")
    out.print(head.append(f"  ({state})" if state else "", style="yellow"))
    if row["watch"]:
        out.print(indented(f"watches: {row['watch']}"))
    stories = counted(row["stories"], "story", "stories") + (f", {row['waiting']} waiting" if row["waiting"] else "")
    parts = [f"looked {_ago(row['looked_until'], now)}", stories, f"last match {_ago(row['last_match'], now)}"]
    if row["next_due"] and row["enabled"]:
        parts.append(f"next {moment(row['next_due'], zone)}")
    out.print(indented(" · ".join(parts), "dim"))
    if row["unsubscribed"]:
        out.print(indented(f"took themselves off: {', '.join(row['unsubscribed'])}", "yellow"))
    if row["error"]:
        out.print(indented(f"✗ {row['error']}", "red"))


def _listed(rule: Rule, state: RuleState | None, tally: dict[str, int], now: datetime) -> dict[str, Any]:
    return {
        "id": rule.id, "name": rule.name, "query": rule.query, "every": str(rule.every), "enabled": rule.enabled,
        "recipients": list(rule.recipients), "note": rule.note,
        "watch": str(rule.watch) if rule.watch else None,
        "first_seen": state.first_seen_at if state else None,
        "looked_until": state.watermark if state else None,
        "last_match": state.last_match_at if state else None,
        "next_due": state.next_due if state else next_due(rule.every, now),
        "error": state.last_error if state else None,
        "asleep": state.snoozed_until if state and state.snoozed_until and state.snoozed_until > now else None,
        "stories": tally.get("stories", 0), "waiting": tally.get("waiting", 0),
    }  # fmt: skip


@app.command("check")
@says_errors
def check(config: ConfigDir = None, as_json: AsJson = False) -> None:
    """Read alerts.yaml and say everything that is wrong, with line and what to write.

    Exit code 2 if something is wrong. Notes name what is allowed but probably not meant.
    """
    try:
        with Workspace.of(config) as ws:
            checked, problems = check_rules(ws), list[str]()
    except ConfigError as e:
        if not as_json:
            raise
        checked, problems = [], [str(p) for p in e.problems]
    found = [(one.rule.id, problem) for one in checked for problem in one.problems]
    notes = [
        {"rule": one.rule.id, "note": n.message, "hint": n.hint} for one in checked for n in one.rule.parsed.notes
    ] + [{"rule": rule, "note": p.message, "hint": p.hint} for rule, p in found if not p.is_error]
    problems += [f"{rule}: {p.message}" + (f" → {p.hint}" if p.hint else "") for rule, p in found if p.is_error]
    if as_json:
        rates = {one.rule.id: one.mails_a_day for one in checked}
        print_json({"rules": len(checked), "problems": problems, "notes": notes, "mails_a_day": rates})
        raise typer.Exit(2 if problems else 0)
    for note in notes:
        hint = f" → {note['hint']}" if note["hint"] else ""
        out.print(f"note: {note['rule']}: {note['note']}{hint}", markup=False)
    for problem in problems:
        err.print(f"✗ {problem}", markup=False)
    _summary(checked)
    raise typer.Exit(2 if problems else 0)


def _summary(checked: Sequence[CheckedRule]) -> None:
    off = sum(not one.rule.enabled for one in checked)
    readers = len({reader_of(address) for one in checked for address in one.rule.recipients})
    well = sum(not any(p.is_error for p in one.problems) for one in checked)
    all_well = (
        f"{counted(len(checked), 'rule')} well" if well == len(checked) else f"{well} of {len(checked)} rules well"
    )
    out.print(f"{all_well}{f' ({off} off)' if off else ''}, {counted(readers, 'recipient')}")
    rates = [one for one in checked if one.mails_a_day is not None and one.rule.enabled]
    for one in rates:
        out.print(f"  {one.rule.id}: about {_rate(one.mails_a_day or 0.0)}", markup=False)


def _rate(mails_a_day: float) -> str:
    if mails_a_day >= 1:
        return f"{counted(round(mails_a_day), 'mail')} a day"
    return f"{counted(round(mails_a_day * 30), 'mail', none='no')} a month"


@app.command("diff")
@says_errors
def diff(
    other: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="Another alerts.yaml; else the rules as they last ran."),
    ] = None,
    since: Annotated[str, typer.Option(help="How far back, by indexing time: 30d, 2w, or a date.")] = "30d",
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """What the rules of alerts.yaml gain and lose on stored articles, against how they last ran or another file.

    Exit code 1 if something is gained or lost.

    Examples:

      veille alerts diff

      veille alerts diff /tmp/before.yaml --since 2w
    """
    with Workspace.of(config) as ws:
        now, zone = ws.clock(), ws.settings.timezone
        start = moment_of(since, now, zone)
        before = _queries_of(other, ws)
        ws.index.refresh()
        changes = _changed_rules(ws, before, start, now)
    if as_json:
        print_json([
            {"rule": rule, "kept": c.kept, "gained": [m.summary.headline for m in c.gained],
             "lost": [m.summary.headline for m in c.lost]}
            for rule, c in changes
        ])  # fmt: skip
        raise typer.Exit(1 if any(c.gained or c.lost for _, c in changes) else 0)
    for rule_id, change in changes:
        out.print(f"{rule_id}:", style="bold", markup=False)
        show_difference(change)
    if not changes:
        out.print("no rule has changed")
    raise typer.Exit(1 if any(c.gained or c.lost for _, c in changes) else 0)


def _queries_of(other: Path | None, ws: Workspace) -> dict[str, str]:
    """Rule → its query, of another file or as the ledger saw it last."""
    if other is not None:
        return {rule.id: rule.query for rule in load_rules(other, parse, check_address=lambda _: None)}
    with ws.ledger.read() as c:
        return {state.id: state.query for state in ledger_rules.states(c).values() if state.query is not None}


def _changed_rules(
    ws: Workspace, before: Mapping[str, str], start: datetime, now: datetime
) -> list[tuple[str, backtest.RuleDifference]]:
    changes = []
    rules = {rule.id: rule for rule in ws.rules}
    for rule_id in sorted({*rules, *before}):
        rule, query = rules.get(rule_id), before.get(rule_id)
        if rule is not None and rule.query == query:
            continue
        new = backtest.matches(ws.index, rule, start, now) if rule else []
        shape = rule or next(iter(rules.values()), None)
        old = []
        if query is not None and shape is not None:
            old = backtest.matches(ws.index, replace(shape, id=rule_id, query=query, parsed=parse(query)), start, now)
        changes.append((rule_id, backtest.difference(old, new)))
    return changes


@app.command("test")
@says_errors
def would_send(
    rule_id: RuleId,
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
        settings, now, rule = ws.settings, ws.clock(), rule_of(ws.rules, rule_id)
        tried = replace(rule, query=query, parsed=parse(query)) if query else rule
        start = moment_of(since, now, settings.timezone)
        ws.index.refresh()
        found = backtest.matches(ws.index, tried, start, now)
        dated = backtest.drafts(tried, found, settings.alert.burst)
        change = backtest.difference(backtest.matches(ws.index, rule, start, now), found) if query else None
        files = write_mails(eml, dated, ws.index, settings) if eml else []
        asked = SearchRequest(None, since=start, until=now, size=1, highlight=False)
        stored = 0 if found else ws.index.search(asked).total
        problems = [] if found else check_query(tried.parsed.root, vocabulary(ws), now)
    if as_json:
        print_json(as_plain(tried, found, dated, files, change))
        return
    for note in tried.parsed.notes:
        out.print(f"note: {note.message}" + (f" → {note.hint}" if note.hint else ""), markup=False)
    show_matches(found, settings.timezone)
    if not found:
        out.print(_why_empty(problems, stored), markup=False)
    readers = len(rule.recipients)
    out.print(f"{counted(len(found), 'story', 'stories')} in {since}: {counted(len(dated), 'mail')} "
              f"to {counted(readers, 'recipient')}, {rule.every}")  # fmt: skip
    if change:
        show_difference(change)
    for file in files:
        out.print(str(file), markup=False, soft_wrap=True)


@app.command("pause")
@says_errors
def pause(
    rule_id: RuleId,
    until: Annotated[str, typer.Option(help="How long (8h, 2d) or until which date (2026-12-01).")] = "100y",
    catch_up: Annotated[bool, typer.Option("--catch-up", help="Tell then, in one mail, what was found.")] = False,
    config: ConfigDir = None,
) -> None:
    """Let a rule say nothing for a while. It goes on looking.

    Examples:

      veille alerts pause russia-dprk --until 8h

      veille alerts pause russia-dprk --until 2026-12-01 --catch-up
    """
    with Workspace.of(config) as ws:
        rule, now = rule_of(ws.rules, rule_id), ws.clock()
        end = now + timedelta(days=36_500) if until == "100y" else _moment_after(until, now, ws.settings.timezone)
        if not ledger_rules.snooze(ws.ledger, rule.id, end, catch_up=catch_up):
            raise typer.BadParameter(
                f"{rule_id!r} has not run yet: `veille run` makes it known, or set `enabled: false`"
            )
        when = "until `veille alerts resume`" if until == "100y" else f"until {moment(end, ws.settings.timezone)}"
    then = "what it finds is told then, in one mail" if catch_up else "what it finds meanwhile is not told"
    out.print(f"{rule.name} sleeps {when}; {then}", markup=False)


@app.command("resume")
@says_errors
def resume(
    rule_id: RuleId,
    config: ConfigDir = None,
) -> None:
    """Wake a rule that was paused. Exit code 1 if it was awake.

    Examples:

      veille alerts resume russia-dprk
    """
    with Workspace.of(config) as ws:
        rule = rule_of(ws.rules, rule_id)
        woken = ledger_rules.wake(ws.ledger, rule.id, ws.clock())
    out.print(f"{rule.name} is awake" if woken else f"{rule.name} was not asleep", markup=False)
    raise typer.Exit(0 if woken else 1)


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
    failures = [failure_as_json(failure) for failure in run.failures]
    return {"claimed": run.claimed, "new": run.new, "outcomes": dict(run.counts), "failures": failures}


def _moment_after(text: str, now: datetime, zone: str) -> datetime:
    """``--until``: so long from now, or a date."""
    if (length := parse_duration(text)) is not None and length > timedelta():
        return now + length
    try:
        day = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is neither a length of time ({WRITTEN}) nor a date") from None
    end = day if day.tzinfo else day.replace(tzinfo=ZoneInfo(zone))
    if end <= now:
        raise typer.BadParameter(f"{text!r} is past")
    return end.astimezone(UTC)


def _why_empty(problems: Sequence[RuleProblem], stored: int) -> str:
    """Why a rule found nothing: nothing is stored, it cannot match, or nothing was about it."""
    if not stored:
        return "nothing was indexed in that time: `veille status` says how feeds and stages are doing"
    if problems:
        return "\n".join(f"{p.message}" + (f" → {p.hint}" if p.hint else "") for p in problems)
    return f"none of the {counted(stored, 'article')} indexed in that time matches it"


def _ago(at: datetime | None, now: datetime) -> str:
    return "never" if at is None else f"{span(now - at)} ago"


def _first(names: list[str]) -> str:
    return names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "")

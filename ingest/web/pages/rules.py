"""Rules: what each found, the editor that checks as you type and backtests, saved into the same alerts.yaml."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from ingest.alert import editing
from ingest.alert.due import next_due
from ingest.alert.rules import Rule
from ingest.alert.watch.grammar import FORMS
from ingest.errors import ConfigError, QueryError
from ingest.ledger import desk as people
from ingest.ledger import matches as ledger_matches
from ingest.ledger import rules as ledger_rules
from ingest.web.backtests import check_query, run_backtest
from ingest.web.desk import Desk
from ingest.web.guard import Reader, RuleEditor, TheDesk
from ingest.web.render import page

router = APIRouter()
DAYS = 30


@dataclass(frozen=True, slots=True)
class RuleForm:
    """What the editor's fields hold."""

    id: str = ""
    name: str = ""
    query: str = ""
    recipients: str = ""
    """As written: groups and addresses, with commas between them."""
    every: str = "immediately"
    when_empty: str = "skip"
    enabled: bool = True
    note: str = ""
    must_match: str = ""
    """Golden sentences, one a line; so is the next."""
    must_not_match: str = ""
    watch: str = ""
    """As written; empty: each article that matches is told."""


@router.get("/rules")
def rules_page(request: Request, desk: TheDesk, who: Reader) -> Response:
    """The rules, how far each has looked, what it found and when it speaks next."""
    rules, now = desk.rules(), desk.clock()
    with desk.ledger.read() as c:
        states, tally = ledger_rules.states(c), ledger_matches.tally(c)
    due = {r.id: states[r.id].next_due if r.id in states else next_due(r.every, now) for r in rules}
    return page(request, "rules.html", who, rules=rules, states=states, tally=tally, due=due)


@router.get("/rules/new")
def new_rule(request: Request, desk: TheDesk, who: Reader, q: str = "") -> Response:
    """An empty editor, or one that holds a search."""
    return _editor(request, desk, who, RuleForm(query=q), None)


@router.post("/rules/check")
async def check(request: Request, desk: TheDesk, who: Reader) -> Response:
    """As you type: the error at its place, or notes and what becomes of the sentences. Changes nothing."""
    form = await request.form()
    query = str(form.get("query", ""))
    golden = [_lines(str(form.get(name, ""))) for name in ("must_match", "must_not_match")]
    found = check_query(desk, query, *golden) if query.strip() else None
    return page(request, "rule_check.html", who, checked=found)


@router.post("/rules/backtest")
def backtest(
    request: Request, desk: TheDesk, who: Reader, query: Annotated[str, Form()] = "",
    every: Annotated[str, Form()] = "", id: Annotated[str, Form()] = "", recipients: Annotated[str, Form()] = "",
    watch: Annotated[str, Form(max_length=200)] = "",
) -> Response:  # fmt: skip
    """What it would have sent in the last 30 days, against the live rule. Changes nothing."""
    error, result = "", None
    try:
        result = run_backtest(
            desk, query.strip(), every or "immediately", _rule(desk, id), _listed(recipients), DAYS, watch.strip()
        )
    except (QueryError, ValueError) as e:
        error = str(e)
    template = "rule_backtest.html" if request.headers.get("hx-request") else "rule_backtest_page.html"
    return page(request, template, who, result=result, error=error)


@router.get("/rules/{id}")
def rule_page(request: Request, desk: TheDesk, who: Reader, id: str) -> Response:
    """A rule in the editor."""
    rule = _rule(desk, id)
    if rule is None:
        raise HTTPException(404, f"there is no rule {id!r}")
    written = ", ".join(editing.recipients_of(desk.rules_file, id))
    watch = str(rule.watch) if rule.watch else ""
    form = RuleForm(
        rule.id,
        rule.name,
        rule.query,
        written,
        editing.every_of(desk.rules_file, id),
        rule.when_empty,
        rule.enabled,
        rule.note,
        "\n".join(rule.must_match),
        "\n".join(rule.must_not_match),
        watch,
    )
    return _editor(request, desk, who, form, rule)


@router.post("/rules")
def save(
    request: Request, desk: TheDesk, who: RuleEditor, id: Annotated[str, Form(max_length=64)] = "",
    name: Annotated[str, Form(max_length=200)] = "", query: Annotated[str, Form(max_length=20_000)] = "",
    recipients: Annotated[str, Form(max_length=10_000)] = "",
    every: Annotated[str, Form(max_length=100)] = "immediately",
    when_empty: Annotated[str, Form()] = "skip", enabled: Annotated[str, Form()] = "", was: Annotated[str, Form()] = "",
    note: Annotated[str, Form(max_length=2000)] = "", must_match: Annotated[str, Form(max_length=20_000)] = "",
    must_not_match: Annotated[str, Form(max_length=20_000)] = "",
    watch: Annotated[str, Form(max_length=200)] = "",
) -> Response:  # fmt: skip
    """Write it into alerts.yaml, comments kept; or show what is wrong, nothing having been written."""
    form = RuleForm(
        id.strip(),
        name.strip(),
        query.strip(),
        recipients,
        every,
        when_empty,
        bool(enabled),
        note,
        must_match,
        must_not_match,
        watch.strip(),
    )
    live = _rule(desk, was)
    if live is None and _rule(desk, form.id) is not None:
        return _editor(request, desk, who, form, None, [f"there is a rule {form.id!r} already: choose another id"], 422)
    fields = {
        "id": live.id if live else form.id, "name": form.name or form.id, "query": form.query.replace("\r\n", "\n"),
        "recipients": _listed(recipients), "every": every.strip(), "when_empty": when_empty, "enabled": form.enabled,
        "note": " ".join(note.split()), "watch": form.watch, "must_match": _lines(must_match),
        "must_not_match": _lines(must_not_match),
    }  # fmt: skip
    try:
        editing.put_rule(desk.rules_file, fields, timezone=desk.settings.timezone, check_address=desk.check_address)
    except ConfigError as e:
        return _editor(request, desk, who, form, live, [_said(p) for p in e.problems], 422)
    _recorded(desk, who.name, "rule-change" if live else "rule-add", str(fields["id"]), form.query)
    return RedirectResponse(f"/rules/{fields['id']}", 303)


@router.post("/rules/{id}/remove")
def remove(desk: TheDesk, who: RuleEditor, id: str) -> Response:
    """Take a rule out of alerts.yaml; what it matched stays."""
    if _rule(desk, id) is None:
        raise HTTPException(404, f"there is no rule {id!r}")
    editing.remove_rule(desk.rules_file, id, timezone=desk.settings.timezone, check_address=desk.check_address)
    _recorded(desk, who.name, "rule-remove", id, "")
    return RedirectResponse("/rules", 303)


def _editor(
    request: Request, desk: Desk, who: Reader, form: RuleForm, live: Rule | None, problems: list[str] | None = None,
    status: int = 200,
) -> Response:  # fmt: skip
    golden = _lines(form.must_match), _lines(form.must_not_match)
    checked = check_query(desk, form.query, *golden) if form.query.strip() else None
    with desk.ledger.read() as c:
        state, tally = ledger_rules.states(c).get(form.id), ledger_matches.tally(c).get(form.id, {})
    return page(
        request, "rule.html", who, status, form=form, live=live, problems=problems or [], checked=checked, state=state,
        tally=tally, groups=editing.groups_of(desk.rules_file), watch_forms=FORMS,
    )  # fmt: skip


def _rule(desk: Desk, id: str) -> Rule | None:
    return next((r for r in desk.rules() if r.id == id), None)


def _lines(text: str) -> list[str]:
    """Golden sentences as the form has them: one a line, fifty at most."""
    return [line[:500] for one in text.splitlines() if (line := " ".join(one.split()))][:50]


def _listed(recipients: str) -> list[str]:
    return [r.strip() for line in recipients.splitlines() for r in line.split(",") if r.strip()]


def _said(problem: object) -> str:
    """A problem without its place in the file: the form has no lines."""
    message, hint = getattr(problem, "message", ""), getattr(problem, "hint", None)
    key = str(getattr(problem, "key", "") or "").rpartition(".")[2]
    return f"{key}: {message}" + (f" → {hint}" if hint else "")


def _recorded(desk: Desk, name: str, action: str, subject: str, detail: str) -> None:
    with desk.ledger.begin() as c:
        people.record(c, name, action, subject, desk.clock(), detail[:2000])

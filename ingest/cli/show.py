"""``show``: the whole story of one article, and why an alert did or did not come of it."""

from datetime import datetime
from typing import Annotated, Any, NoReturn

import typer
from rich.table import Table
from rich.text import Text

from ingest.cli.common import AsJson, ConfigDir, err, out, print_json, says_errors
from ingest.index.hit import IndexedArticle
from ingest.operations.article_history import Ambiguous, article_history
from ingest.workspace import Workspace


@says_errors
def show(
    article: Annotated[str, typer.Argument(metavar="URL|ID", help="The article's URL, or its id or the start of it.")],
    config: ConfigDir = None,
    json: AsJson = False,
) -> None:
    """Tell everything known of one article: seen, fetched, read, tagged, story, alerts, mails, or why not.

    Examples:

      veille show https://outlet.example/2025/04/28/kremlin

      veille show 3f9a1c --json
    """
    with Workspace.of(config) as ws:
        try:
            history = article_history(ws.ledger, ws.index, ws.rules, ws.tagger, article, ws.clock())
        except Ambiguous as e:
            raise typer.BadParameter(str(e)) from e
    if history is None:
        _unknown(article, json)
    if history.index_error:
        err.print(f"the index does not answer ({history.index_error}); what follows is the ledger's side", markup=False)
    if json:
        print_json(history.as_plain())
        return
    stored = IndexedArticle(history.known["article"]["key"], history.document) if history.document else None
    _print(history.known, stored, history.evidence, history.rules, history.compared)


def _unknown(article: str, json: bool) -> NoReturn:
    if json:
        print_json({"article": None, "asked": article})
    else:
        err.print(f"✗ never seen: {article}", markup=False)
        err.print("  No feed has carried it. `veille feeds check --all` tells which feeds work;", markup=False)
        err.print("  `veille feeds discover SITE` finds the feeds of a site.", markup=False)
    raise typer.Exit(1)


def _print(
    known: dict[str, Any],
    stored: IndexedArticle | None,
    evidence: dict[str, list[str]],
    verdicts: list[dict[str, Any]],
    compared: list[dict[str, Any]],
) -> None:
    article = known["article"]
    out.print(Text(article["title"], style="bold"))
    out.print(article["url"], style="blue", markup=False, soft_wrap=True)
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in [*_lines(known, stored, evidence, verdicts), *map(_compared_line, compared)]:
        table.add_row(name, Text(value))
    out.print(table)


def _compared_line(found: dict[str, Any]) -> tuple[str, str]:
    """``one event``: with whom, how likely, and what weighs most; ``not with`` for what is near and another."""
    reasons = ", ".join(f"{r['what']} {r['figure']:.2f} ({r['adds']:+.2f})" for r in found["reasons"][:5])
    figures = f"likelihood {found['likelihood']:.2f}, enough {found['enough']:.2f}: {reasons}"
    return "one event" if found["same_event"] else "not with", f"{found['outlet']}: “{found['title']}”; {figures}"


def _lines(
    known: dict[str, Any],
    stored: IndexedArticle | None,
    evidence: dict[str, list[str]],
    verdicts: list[dict[str, Any]],
) -> list[tuple[str, str]]:
    article = known["article"]
    lines = [("id", article["key"]), ("state", _state(article))]
    for s in known["sightings"]:
        renamed = "" if s["title"] == article["title"] else f" as “{s['title']}”"
        missed = f", recovered from {s['recovered_from']}" if s["recovered_from"] else ""
        hub = f"; its hub: {s['hub']}" if s["hub"] else ""
        lines.append(("seen", f"{_at(s['seen_at'])} in {s['feed_id']}{renamed}{missed}{hub}"))
    if held := known["quarantine"]:
        slowly = f"{held['feed_id']} since {_at(held['since'])}: {held['detail']}; its pages are fetched slowly"
        lines.append(("quarantine", slowly))
    lines += [("also at", f"{a['url']} ({a['why']})") for a in known["aliases"]]
    lines.append(("published", f"{_at(article['published'])} ({article['published_source'] or 'no date in the feed'})"))
    if article["fetched_at"]:
        lines.append(
            ("fetched", f"{_at(article['fetched_at'])}, HTTP {article['http_status']}, {article['archive_ref']}")
        )
    lines += [("before", f"{_at(v['fetched_at'])}, {v['archive_ref']}") for v in known["versions"]]
    if article["rights"]:
        lines.append(("rights", ", ".join(f"{k}: {v}" for k, v in article["rights"].items())))
    if stored is not None:
        lines += _reading_lines(stored, evidence)
    if known["story"]:
        story = known["story"]
        others = "; ".join(f"{o['outlet']} {_at(o['published'])} {o['url']}" for o in known["others"])
        lines.append(("story", f"{story['id']}, {story['size']} article(s)" + (f"; also {others}" if others else "")))
    for merged in known["merged"]:
        lines.append(("event", f"{article['event_id']}, one with {merged['event']} since {_at(merged['at'])}"))
    for v in verdicts:
        lines.append(("rule", f"{v['rule']}: {'matched by ' if v['matched'] else 'no: '}{v['why']}"))
    for m in known["mails"]:
        when = f"sent {_at(m['sent_at'])}" if m["sent_at"] else m["last_error"] or "waiting"
        lines.append(("mail", f"{m['recipient']}: {m['subject']} ({m['state']}, {when})"))
    return lines


def _state(article: dict[str, Any]) -> str:
    text = str(article["state"])
    if article["reason"]:
        text += f": {article['reason']}"
    if article["next_try"]:
        text += f", next try {_at(article['next_try'])} (tried {article['attempts']} times)"
    return text + (f", revision {article['revision']}" if article["revision"] else "")


def _reading_lines(stored: IndexedArticle, evidence: dict[str, list[str]]) -> list[tuple[str, str]]:
    read = f"{stored.extraction_status} by {stored.extraction_method}, {stored.words} words"
    language = f"{stored.language} ({stored.language_confidence:.2f}, by {stored.language_source})"
    lines = [("read", read), ("language", language)]
    for hit in stored.topic_hits:
        kind = "about" if hit.about else "mentions"
        terms = ", ".join((evidence.get(hit.topic) or list(hit.terms))[:8])
        lines.append(("topic", f"{kind} {hit.topic} (score {hit.score:.1f}): {terms}"))
    lines.append(("indexed", f"{stored.indexed_at:%Y-%m-%d %H:%M:%S} UTC" if stored.indexed_at else ""))
    return lines


def _at(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC" if moment else "unknown"

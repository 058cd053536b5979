"""What a run of the demo looks like at its end: a page that a person reads from top to bottom."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ingest.demo.facts import DemoFacts, Played
from ingest.demo.mailbox import SavedMail
from ingest.demo.play import Performance
from ingest.languages import LANGUAGES
from ingest.ledger.summary import SharedStory
from ingest.text.plurals import counted

BAR = 20
"""Cells of the longest bar."""
MAILS_SHOWN = 6


def summary(show: Performance, root: Path) -> Group:
    """The page but for ``next_steps``. ``root``: the demo's folder, as the person named it."""
    facts = show.facts
    return Group(
        Rule(Text(f" {headline(show)} ", style="bold"), align="left", style="cyan"),
        Text(),
        _section("Feeds", _counts(facts.feeds)),
        _section("Articles", _counts(facts.articles)),
        *([_section("", Text("because of  " + _told(facts.waiting), style="dim"))] if facts.waiting else []),
        _section(
            "Languages", _bars({LANGUAGES[k].name if k in LANGUAGES else k: n for k, n in facts.languages.items()})
        ),
        _section("Topics", _topics(facts.topics)),
        _section("Stories", _stories(facts)),
        _section("Alerts", _rules(facts)),
        _section("Mails", _mails(show.mails, root)),
        Text(),
        Rule(Text(" what the newsroom did wrong, and what became of it ", style="bold"), align="left", style="cyan"),
        Text(),
        Padding(_scenes(facts.played), (0, 0, 0, 2)),
    )


def headline(show: Performance) -> str:
    """One sentence that says what this run was."""
    took = f"{show.seconds:.0f} s"
    if show.new_articles:
        told = f"{counted(len(show.mails), 'mail')} sent" if show.mails else "nothing to tell anybody"
        edited = f" and {counted(show.revised, 'edited one', 'edited ones')}" if show.revised else ""
        return f"{counted(show.new_articles, 'new article')}{edited} from {show.outlets} outlets, {told}, in {took}"
    if show.revised:
        sent = f"{counted(len(show.mails), 'mail')} sent" if show.mails else "nobody is told twice"
        return f"nothing new, but {counted(show.revised, 'article')} edited since: {sent}, in {took}"
    quiet = "no mail was sent" if not show.mails else f"{counted(len(show.mails), 'mail')} sent"
    return f"nothing new since the last run, and {quiet}, in {took}"


def as_json(show: Performance, runs: Sequence[Mapping[str, object]], root: Path) -> dict[str, Any]:
    """The same for ``--json``."""
    facts = show.facts
    return {
        "run": show.number,
        "edition": show.edition,
        "seconds": round(show.seconds, 1),
        "new_articles": show.new_articles,
        "revised_articles": show.revised,
        "stages": list(runs),
        "feeds": facts.feeds,
        "articles": facts.articles,
        "reasons": facts.waiting,
        "languages": facts.languages,
        "topics": {t: {"about": about, "mention": mention} for t, (about, mention) in facts.topics.items()},
        "stories": facts.stories,
        "shared_stories": [{"title": s.title, "url": s.url, "outlets": list(s.outlets)} for s in facts.shared],
        "alerts": {rule: {"stories": n, "mails": mails} for rule, (n, mails) in facts.rules.items()},
        "mails": [
            {"to": m.recipient, "subject": m.subject, "eml": str(m.eml), "html": str(m.html) if m.html else None}
            for m in show.mails
        ],
        "scenes": [
            {"what": p.scene.what, "outlet": p.scene.outlet, "url": p.scene.url, "result": p.result, "ok": p.ok}
            for p in facts.played
        ],
        "config": str(root / "config"),
    }


def _section(name: str, content: RenderableType) -> Table:
    row = Table.grid(padding=(0, 2, 0, 0), expand=True)
    row.add_column(width=11, style="bold cyan", no_wrap=True)
    row.add_column(ratio=1)
    row.add_row(name, Padding(content, (0, 0, 1, 0)))
    return row


def _counts(counts: Mapping[str, int]) -> Text:
    text = Text()
    text.append(f"{sum(counts.values())}", style="bold")
    for name, n in counts.items():
        text.append("   ")
        text.append(f"{n} ", style="bold")
        text.append(name, style=_style(name))
    return text


def _style(name: str) -> str:
    if name in ("new", "indexed", "not-modified", "unchanged", "fetched"):
        return "green"
    return "yellow" if name not in ("indexed-from-feed", "moved") else "cyan"


def _bars(counts: Mapping[str, int]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    longest = max(counts.values(), default=1)
    for name, n in counts.items():
        table.add_row(name, Text(str(n), style="bold", justify="right"), Text("━" * _cells(n, longest), style="cyan"))
    return table


def _topics(topics: Mapping[str, tuple[int, int]]) -> RenderableType:
    if not topics:
        return Text("none found", style="dim")
    table = Table.grid(padding=(0, 2, 0, 0))
    longest = max(about + mention for about, mention in topics.values())
    for topic, (about, mention) in topics.items():
        bar = Text("━" * _cells(about, longest), style="magenta")
        bar.append("━" * _cells(mention, longest), style="dim")
        said = f"{about} about it" + (f", {mention} in passing" if mention else "")
        table.add_row(topic, bar, Text(said, style="dim"))
    return table


def _cells(n: int, longest: int) -> int:
    return max(1, round(BAR * n / longest)) if n else 0


def _stories(facts: DemoFacts) -> Group:
    lines = [Text.assemble((f"{facts.stories}", "bold"), " different texts")]
    lines += [_shared(story) for story in facts.shared]
    return Group(*lines)


def _shared(story: SharedStory) -> Text:
    where = ", ".join(story.outlets)
    return Text.assemble("“", (story.title, "italic"), f"” ran in {counted(len(story.outlets), 'outlet')}: {where}")


def _rules(facts: DemoFacts) -> RenderableType:
    if not facts.rules:
        return Text("no rule matched", style="dim")
    table = Table.grid(padding=(0, 2, 0, 0))
    for rule, (stories, mails) in facts.rules.items():
        told = f"→ {counted(mails, 'mail')}" if mails else "→ waits for its digest"
        table.add_row(rule, Text(counted(stories, "story", "stories", none="no"), style="bold"), told)
    return table


def _mails(mails: Sequence[SavedMail], root: Path) -> RenderableType:
    if not mails:
        return Text(f"none in this run; earlier ones are in {root / 'mails'}", style="dim")
    lines = []
    for mail in mails[:MAILS_SHOWN]:
        lines.append(Text(mail.subject, style="bold"))
        lines.append(Text(f"  {mail.html or mail.eml}", style="blue", overflow="fold"))
    if len(mails) > MAILS_SHOWN:
        rest = counted(len(mails) - MAILS_SHOWN, "more mail")
        lines.append(Text(f"{rest} in {root / 'mails'} (each as .html and .eml)", style="dim"))
    return Group(*lines)


def _scenes(played: Iterable[Played]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for p in played:
        mark = Text("✓ ", style="green") if p.ok else Text("· ", style="yellow")
        table.add_row(mark + Text(p.scene.what), p.scene.outlet, p.result)
    return table


def next_steps(show: Performance, root: Path, veille: str) -> Group:
    """Commands to try, one a line whatever the width: to be printed with ``soft_wrap``.

    ``veille``: how the person calls it.
    """
    config = f"--config {root / 'config'}"
    demo = f"{veille} demo" + ("" if root == Path("demo-data") else f" --dir {root}")
    ideas = [
        ("the desk: everything below as a page, on http://127.0.0.1:8800/", f"{veille} serve {config}"),
        ("the wire copy, one text in four outlets", f"{veille} search '\"Corée du Nord\" AND aide' {config}"),
        ("one topic, eight languages", f"{veille} search 'topics:russia-dprk' {config}"),
    ]
    if show.facts.shared:
        ideas.append(("the whole story of one article", f"{veille} show '{show.facts.shared[0].url}' {config}"))
    ideas.append(("lag, backlog, feeds by health", f"{veille} status {config}"))
    if show.edition == 1:
        ideas.append(
            (
                "a later edition: an article was edited, a fifth outlet runs the wire copy, nobody is told twice",
                f"{demo} --edition 2",
            )
        )
    ideas.append(("start over", f"{demo} --fresh"))
    lines = [Text.assemble((f"# {why}\n", "dim"), command) for why, command in ideas]
    return Group(Text(), Rule(Text(" try next ", style="bold"), align="left", style="cyan"), Text(), *lines)


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{reason} {n}" for reason, n in counts.items())

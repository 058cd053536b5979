"""How ``veille feeds`` shows things on a terminal."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from ingest.cli.common import indented
from ingest.feeds.health import HealthLine
from ingest.feeds.packs import FeedPack
from ingest.model import Feed, Health
from ingest.operations.feed_check import Checked
from ingest.operations.feed_search import DiscoveredFeed
from ingest.text.durations import ago, short_span
from ingest.text.plurals import counted

SHOWN_TRIED = 6
_COLOURS = {
    Health.FAILING: "red",
    Health.QUARANTINED: "yellow",
    Health.RETIRED: "red",
    Health.SILENT: "yellow",
    Health.MOVED: "yellow",
    Health.GAPS: "yellow",
    Health.NEVER: "dim",
    Health.WELL: "green",
    Health.DISABLED: "dim",
}


def catalogue_table(feeds: Sequence[Feed]) -> Table:
    """One line a feed."""
    table = _table("id", "name", "country", "language", "policy", "tags", "address")
    for f in feeds:
        style = None if f.enabled else "dim"
        cells = (f.id, f.name, f.country or "", f.language or "", f.policy.value, ", ".join(f.tags), f.url)
        table.add_row(*(escape(c) for c in cells), style=style)
    table.caption = f"{sum(f.enabled for f in feeds)} of {len(feeds)} enabled"
    return table


def packs_table(found: Iterable[FeedPack]) -> Table:
    """What can be picked, with how much of it nobody has asked yet."""
    table = _table("pack", "kind", "feeds", "not verified", "such as")
    for pack in found:
        names = ", ".join(list(dict.fromkeys(feed.outlet_name for feed in pack.feeds))[:3])
        table.add_row(pack.name, pack.kind, str(len(pack.feeds)), str(pack.unverified or ""), escape(names))
    return table


def check_table(results: Iterable[Checked]) -> Table:
    """What each feed answered."""
    table = _table("", "id", "result", "entries", "newest", "told apart by", "what to do")
    for r in results:
        newest = r.newest.strftime("%Y-%m-%d %H:%M") if r.newest else ""
        mark = "[green]✓[/green]" if r.ok else "[red]✗[/red]"
        table.add_row(mark, r.feed_id, escape(r.detail or r.result), str(r.entries or ""), newest,
                      _told_apart(r), escape(_with_tried(r.what_to_do, r.tried)))  # fmt: skip
    return table


def import_table(feeds: Sequence[Feed]) -> Table:
    """What an import adds."""
    table = _table("id", "name", "tags", "address")
    for f in feeds:
        table.add_row(f.id, escape(f.name), escape(", ".join(f.tags)), escape(f.url))
    return table


def health_table(lines: Sequence[HealthLine], now: datetime) -> Table:
    """One line a feed, the most urgent first."""
    table = _table(
        "feed", "state", "last success", "last new", "rhythm", "polled every", "seen within", "missed", "what to do"
    )
    for line in lines:
        colour = _COLOURS[line.health]
        what = line.what_to_do
        if line.error and line.health in (Health.FAILING, Health.QUARANTINED):
            what = f"{line.error}: {what}"
        if line.hub:
            what = f"hub: {line.hub}" + (f"; {what}" if what else "")
        missed = f"~{line.missed:g} in {line.gaps}" if line.gaps else ""
        if line.last_gap is not None:
            missed += f"\n{line.last_gap}"
        table.add_row(
            line.feed_id, f"[{colour}]{line.health.value}[/{colour}]", ago(line.last_success, now),
            ago(line.last_new, now), short_span(line.rhythm_seconds), short_span(line.interval_seconds),
            _seen_within(line), missed, escape(_with_tried(what, line.tried)),
        )  # fmt: skip
    return table


def health_lines(lines: Sequence[HealthLine], now: datetime) -> Group:
    """The same for narrow terminals: two or three lines a feed."""
    parts: list[RenderableType] = []
    for line in lines:
        state = Text(line.feed_id, style="bold")
        parts.append(state.append(f"  {line.health.value}", style=f"not bold {_COLOURS[line.health]}"))
        facts = [f"last success {ago(line.last_success, now)}", f"last new {ago(line.last_new, now)}"]
        if line.rhythm_seconds is not None:
            facts.append(f"an entry every {short_span(line.rhythm_seconds)}")
        if line.interval_seconds is not None:
            facts.append(f"polled every {short_span(line.interval_seconds)}")
        parts.append(indented(" · ".join(facts), "dim"))
        measured = []
        if line.promised_seconds is not None:
            within = f"seen within {short_span(line.seen_within)} of {short_span(line.promised_seconds)} promised"
            measured.append(Text(within, style="red" if line.is_late else "dim"))
        if line.gaps:
            measured.append(Text(f"about {line.missed:g} missed in {line.gaps} gaps", style="yellow"))
        if measured:
            parts.append(indented(Text(" · ", style="dim").join(measured)))
        if line.hub:
            parts.append(indented(f"hub: {line.hub}", "dim"))
        if line.last_gap is not None:
            parts.append(indented(str(line.last_gap), "dim" if line.last_gap.is_withdrawn else "yellow"))
        if line.error and line.health in (Health.FAILING, Health.QUARANTINED):
            parts.append(indented(line.error, "red"))
        if line.what_to_do:
            parts.append(indented(f"→ {line.what_to_do}"))
        if line.tried:
            parts.append(indented(_with_tried("", line.tried), "dim"))
    return Group(*parts)


def catalogue_lines(feeds: Sequence[Feed]) -> Group:
    """The catalogue for narrow terminals: two lines a feed."""
    parts: list[RenderableType] = []
    for f in feeds:
        head = Text(f.id, style="bold" if f.enabled else "dim").append(f"  {f.name}", style="not bold")
        facts = [f.country or "", f.language or "", f.policy.value, ", ".join(f.tags), "" if f.enabled else "off"]
        parts += [head, indented(" · ".join(fact for fact in facts if fact), "dim"), indented(f.url, "blue")]
    parts.append(Text(f"{sum(f.enabled for f in feeds)} of {len(feeds)} enabled", style="dim"))
    return Group(*parts)


def check_lines(results: Iterable[Checked]) -> Group:
    """What each feed answered, for narrow terminals."""
    parts: list[RenderableType] = []
    for r in results:
        mark = Text("✓ ", style="green") if r.ok else Text("✗ ", style="red")
        parts.append(mark.append(r.feed_id, style="bold").append(f"  {r.detail or r.result}", style="not bold default"))
        facts = [
            counted(r.entries, "entry", "entries") if r.entries else "",
            f"newest {r.newest:%Y-%m-%d %H:%M}" if r.newest else "",
        ]
        facts.append(f"told apart by {_told_apart(r)}" if r.ok else "")
        if any(facts):
            parts.append(indented(" · ".join(fact for fact in facts if fact), "dim"))
        if r.what_to_do:
            parts.append(indented(f"→ {r.what_to_do}"))
        if r.tried:
            parts.append(indented(_with_tried("", r.tried), "dim"))
    return Group(*parts)


def discovered_table(found: Sequence[DiscoveredFeed]) -> Table:
    """The feeds of a site."""
    table = _table("address", "kind", "title", "entries", "newest", "spans", "found in")
    for f in found:
        newest = f.newest.strftime("%Y-%m-%d %H:%M") if f.newest else ""
        hours = f"{f.window_hours:g} h" if f.window_hours else ""
        table.add_row(escape(f.url), f.kind, escape(f.title), str(f.entries), newest, hours, f.source)
    return table


def _told_apart(r: Checked) -> str:
    """By what, and whether that was learnt or set."""
    return f"{r.identity} ({r.identity_from})" if r.ok else ""


def _with_tried(what: str, tried: Sequence[str]) -> str:
    """Advice, and below it what the search for another feed has tried; the whole list is in ``--json``."""
    if not tried:
        return what
    more = [f"and {len(tried) - SHOWN_TRIED} more"] if len(tried) > SHOWN_TRIED else []
    return "\n".join([*([what] if what else []), "tried:", *(f"  {one}" for one in (*tried[:SHOWN_TRIED], *more))])


def _seen_within(line: HealthLine) -> str:
    """Measured, of what is promised."""
    if line.promised_seconds is None:
        return ""
    of = f"{short_span(line.seen_within)} of {short_span(line.promised_seconds)}"
    return f"[red]{of}[/red]" if line.is_late else of


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name, overflow="fold")
    return table

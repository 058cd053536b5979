"""``veille feeds``: what is polled, whether it works, and how to change it."""

import asyncio
from dataclasses import asdict
from typing import Annotated

import typer

from ingest.cli.common import WIDE, AsJson, ConfigDir, out, print_json, says_errors
from ingest.cli.completion import feed_ids
from ingest.cli.feeds import view
from ingest.cli.feeds.change import add, export, import_opml, remove
from ingest.cli.feeds.shared import ask_all, chosen, load
from ingest.cli.findings_view import print_findings
from ingest.clock import system_clock
from ingest.defaults import packaged
from ingest.feeds.catalogue import load_catalogue
from ingest.feeds.packs import packs
from ingest.http.client import HttpClient
from ingest.operations.feed_check import read_kept
from ingest.operations.feed_lines import feed_lines
from ingest.operations.feed_report import drifts_by_feed, feed_report
from ingest.operations.feed_search import Attempt, DiscoveredFeed, discover_feeds
from ingest.operations.findings import drift_findings, feed_finding, needs_attention
from ingest.operations.quarantine import release as let_go
from ingest.settings import load_settings
from ingest.text.plurals import counted
from ingest.workspace import Workspace

app = typer.Typer(help="Feeds: list, add, check, look after them, move them by OPML.", no_args_is_help=True)
app.command()(add)
app.command()(remove)
app.command("import")(import_opml)
app.command()(export)

FeedIds = Annotated[
    list[str] | None, typer.Argument(metavar="[ID]...", help="Feeds (default: all).", autocompletion=feed_ids)
]


@app.command("list")
@says_errors
def list_feeds(
    tag: Annotated[str | None, typer.Option(help="Only feeds with this tag.")] = None,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """The feeds of the catalogue.

    Examples:

      veille feeds list

      veille feeds list --tag asia --json
    """
    _, catalogue = load(config)
    tagged = [f for f in catalogue.feeds if tag is None or tag in f.tags]
    if as_json:
        print_json([asdict(f) for f in tagged])
    else:
        out.print(view.catalogue_table(tagged) if out.width >= WIDE else view.catalogue_lines(tagged))


@app.command("packs")
@says_errors
def list_packs(as_json: AsJson = False) -> None:
    """The packs that `veille init --pack` picks from: by theme and by country.

    Examples:

      veille feeds packs

      veille init --pack dprk --pack fr
    """
    found = packs(load_catalogue(packaged("config") / "feeds.yaml").feeds)
    if as_json:
        rows = [{"name": p.name, "kind": p.kind, "feeds": [f.id for f in p.feeds]} for p in found]
        print_json([row | {"unverified": p.unverified} for row, p in zip(rows, found, strict=True)])
    else:
        out.print(view.packs_table(found))


@app.command()
@says_errors
def check(
    ids: FeedIds = None,
    every: Annotated[bool, typer.Option("--all", help="Ask every feed for its entries.")] = False,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """Whether feeds.yaml can be read; with ids or --all, whether the feeds answer with entries as well.

    Nothing is stored. Exit code 1 if a feed fails, 2 if the file is wrong.

    Examples:

      veille feeds check

      veille feeds check --all

      veille feeds check example-world --json
    """
    settings, catalogue = load(config)
    wanted = list(catalogue.enabled) if every else chosen(catalogue, ids or [])
    if not wanted:
        if as_json:
            print_json({"feeds": len(catalogue.feeds), "enabled": len(catalogue.enabled), "checked": []})
        else:
            enabled = f"{counted(len(catalogue.feeds), 'feed')}, {len(catalogue.enabled)} enabled"
            out.print(f"✓ {catalogue.path}: {enabled}", markup=False)
        return
    with Workspace(settings, creates=False) as ws:
        kept = read_kept(ws, [f.id for f in wanted])
    results = ask_all(settings, wanted, progress=not as_json, kept=kept)
    if as_json:
        print_json([asdict(r) for r in results])
    else:
        out.print(view.check_table(results) if out.width >= WIDE else view.check_lines(results))
    raise typer.Exit(0 if all(r.ok for r in results) else 1)


@app.command()
@says_errors
def health(
    ids: FeedIds = None,
    trouble: Annotated[bool, typer.Option("--trouble", help="Only feeds that need attention.")] = False,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """How each feed is: last success, last new entry, rhythm, gaps, what is wrong and what to do.

    Below, the outlets whose pages read otherwise than they used to; in JSON, ``pages`` of a feed says how.
    Exit code 1 if a feed needs attention, or an outlet's pages lose their text.

    Examples:

      veille feeds health --trouble

      veille feeds health example-world --json
    """
    with Workspace.of(config) as ws:
        only = [f.id for f in chosen(ws.catalogue, ids)] if ids else None
        now = ws.clock()
        lines = feed_lines(ws, now, only)
        drifts = drifts_by_feed(ws, now, ws.catalogue)
        changed = {drift.outlet: drift for line in lines if (drift := drifts.get(line.feed_id))}
        of_pages = list(drift_findings(list(changed.values())))
        attention = needs_attention([*of_pages, *(f for line in lines if (f := feed_finding(line)))])
        if trouble:
            lines = [line for line in lines if line.what_to_do or line.feed_id in drifts]
        report = feed_report(ws, now, lines)
    if as_json:
        print_json(report)
    else:
        out.print(view.health_table(lines, now) if out.width >= WIDE else view.health_lines(lines, now))
        print_findings(of_pages)
    raise typer.Exit(1 if attention else 0)


@app.command()
@says_errors
def release(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Feeds.", autocompletion=feed_ids)],
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """Let feeds out of quarantine at once, forgiven: what waits of them is fetched at the usual pace.

    Exit code 1 if none of them was in one. `veille feeds health` says why a feed is.

    Examples:

      veille feeds release example-world
    """
    with Workspace.of(config) as ws:
        freed = let_go(ws, [f.id for f in chosen(ws.catalogue, ids)])
    if as_json:
        print_json({"released": freed})
    for feed_id in ids if not as_json else ():
        out.print(f"✓ {feed_id} released" if feed_id in freed else f"{feed_id} is in no quarantine", markup=False)
    raise typer.Exit(0 if freed else 1)


@app.command()
@says_errors
def discover(
    site: Annotated[str, typer.Argument(help="A site's address.")], config: ConfigDir = None, as_json: AsJson = False
) -> None:
    """Look for a site's feeds and news sitemaps: in its pages, its robots.txt and at the usual addresses.

    Exit code 1 if there are none.

    Examples:

      veille feeds discover https://example.org
    """
    settings = load_settings(config)
    address = site if "://" in site else f"https://{site}"

    tried: list[Attempt] = []

    async def look() -> list[DiscoveredFeed]:
        async with HttpClient(settings.fetch, system_clock) as http:
            return await discover_feeds(http, address, system_clock, tried.append)

    found = asyncio.run(look())
    if as_json:
        print_json([asdict(f) for f in found])
    else:
        out.print(view.discovered_table(found) if found else f"no feed found at {address}; tried:")
        for attempt in tried if not found else ():
            out.print(f"  {attempt.url} ({attempt.source}): {attempt.result}", markup=False, soft_wrap=True)
    raise typer.Exit(0 if found else 1)

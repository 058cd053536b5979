"""``veille rights``: what publishers allow, on what evidence, and applying what they say now."""

import asyncio
from collections.abc import Iterator
from contextlib import closing, contextmanager
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer
from rich.table import Table

from ingest.cli.common import AsJson, ConfigDir, err, out, print_json, says_errors
from ingest.clock import system_clock
from ingest.errors import ConfigError
from ingest.feeds.catalogue import load_catalogue
from ingest.http.client import HttpClient
from ingest.http.url import parse_target
from ingest.ledger.aliases import article_of
from ingest.ledger.store import Ledger, open_ledger
from ingest.ledger.withdrawals import recorded_rights
from ingest.model import Policy
from ingest.operations.withdraw import Applied, apply_rights, judged
from ingest.rights.decide import Rights
from ingest.rights.site_rules import SiteRules, Sites
from ingest.settings import Settings
from ingest.urls import canonical, url_key
from ingest.workspace import Workspace

app = typer.Typer(help="Rights: what publishers allow, and on what evidence.", no_args_is_help=True)


@app.command()
@says_errors
def show(
    what: Annotated[str, typer.Argument(help="A page's URL, or a host.", metavar="URL|HOST")],
    fresh: Annotated[bool, typer.Option("--fresh", help="Read robots.txt and tdmrep.json again now.")] = False,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """What a site says about a page: robots.txt, TDM reservation, and what was recorded with the article.

    Examples:

      veille rights show https://www.example.org/2025/04/28/story.html

      veille rights show www.example.org --fresh --json
    """
    url = what if "://" in what else f"https://{what}/"
    with Workspace.of(config) as ws, _ledger_to_look_with(ws) as ledger:
        settings = ws.settings
        site = asyncio.run(_rules(ledger, settings, url, fresh))
        facts = _facts(url, site, judged(url, site, settings, system_clock()), _recorded(ledger, url))
    if as_json:
        print_json(facts)
        return
    _print(facts)


@app.command()
@says_errors
def apply(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be withdrawn.")] = False,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """Ask every publisher again and withdraw stored pages that may no longer be kept.

    A withdrawn page is overwritten in the archive and leaves the index; its article stays with the
    feed's own title and summary. Exit code 1 if something could not be erased: run it again.

    Examples:

      veille rights apply --dry-run

      veille rights apply --json
    """
    with Workspace.of(config) as ws:
        applied = asyncio.run(_apply(ws, dry_run))
    if as_json:
        print_json({**_as_plain(applied), "dry_run": dry_run})
    else:
        _print_applied(applied, dry_run)
    if applied.failed:
        raise typer.Exit(1)


@contextmanager
def _ledger_to_look_with(ws: Workspace) -> Iterator[Ledger]:
    """The installation's ledger; before there is one, a passing one, so that a site can be looked at first."""
    if ws.is_begun:
        yield ws.ledger
        return
    with TemporaryDirectory() as folder, closing(open_ledger(f"sqlite:///{folder}/ledger.sqlite")) as passing:
        yield passing


async def _rules(ledger: Ledger, settings: Settings, url: str, fresh: bool) -> SiteRules:
    async with HttpClient(settings.fetch, system_clock) as http:
        return await Sites(ledger, http).rules(url, fresh=fresh)


async def _apply(ws: Workspace, dry_run: bool) -> Applied:
    policies = _policies(ws.settings)
    async with ws.http() as http:
        sites = Sites(ws.ledger, http)
        return await apply_rights(
            ws.ledger, ws.archive, ws.index, sites, ws.settings, ws.clock, policies, dry_run=dry_run
        )  # fmt: skip


def _policies(settings: Settings) -> dict[str, Policy]:
    try:
        return {feed.id: feed.policy for feed in load_catalogue(settings.config_dir / "feeds.yaml").feeds}
    except ConfigError as e:
        err.print(f"the feeds' policies are not checked: {e.problems[0]}", markup=False)
        return {}


def _recorded(ledger: Ledger, url: str) -> dict[str, Any] | None:
    with ledger.read() as c:
        key = article_of(c, url_key(canonical(url)))
        return recorded_rights(c, key) if key else None


def _facts(url: str, site: SiteRules, rights: Rights, recorded: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "url": url,
        "origin": parse_target(url).origin,
        "may_fetch": rights.reason is None,
        "reason": rights.reason,
        **rights.record(),
        "crawl_delay": rights.robots.crawl_delay if rights.robots else None,
        "sitemaps": list(site.robots.sitemaps()),
        "article": recorded,
    }


def _print(facts: dict[str, Any]) -> None:
    answer = "[green]may be fetched[/green]" if facts["may_fetch"] else f"[red]not fetched[/red]: {facts['reason']}"
    out.print(f"{facts['url']}  {answer}")
    table = Table(box=None, show_header=False, pad_edge=False)
    shown = [k for k in facts if k not in ("url", "may_fetch", "reason", "article") and facts[k] not in (None, [], "")]
    for key in shown:
        value = ", ".join(facts[key]) if isinstance(facts[key], list) else str(facts[key])
        table.add_row(key.replace("_", " "), value)
    for key, value in (facts["article"] or {}).items():
        table.add_row(f"article {key.replace('_', ' ')}", str(value if value is not None else "–"))
    out.print(table)


def _as_plain(applied: Applied) -> dict[str, Any]:
    return {
        "checked": applied.checked,
        "origins": applied.origins,
        "counts": applied.counts(),
        "withdrawn": [{"url": w.url, "reason": w.reason, "detail": w.detail} for w in applied.withdrawn],
        "unreachable": applied.unreachable,
        "failed": applied.failed,
    }


def _print_applied(applied: Applied, dry_run: bool) -> None:
    for w in applied.withdrawn:
        out.print(f"{w.reason}  {w.url}  ({w.detail})", markup=False)
    for origin, why in sorted(applied.unreachable.items()):
        err.print(f"not asked: {origin}: {why}", markup=False)
    for line in applied.failed:
        err.print(f"✗ {line}", markup=False)
    verb = "would be withdrawn" if dry_run else "withdrawn"
    out.print(f"{applied.checked} stored pages of {applied.origins} sites checked, {len(applied.withdrawn)} {verb}")

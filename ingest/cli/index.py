"""``index``: the stage; and ``index setup|status|rebuild`` for the store itself."""

import dataclasses
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.progress import Progress as Bar

from ingest.cli import run
from ingest.cli.common import AsJson, ConfigDir, out, print_json, says_errors
from ingest.clock import system_clock
from ingest.errors import ConfigError
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.elasticsearch.roles import make_keys, make_roles, rotate
from ingest.index.protocol import IndexStatus
from ingest.index.schema import DocumentKind
from ingest.operations import rebuild as operation
from ingest.operations.rebuild import RebuildResult
from ingest.settings import load_settings
from ingest.text.plurals import counted
from ingest.workspace import Workspace


class KeyRole(StrEnum):
    """Roles that have keys."""

    READER = "reader"
    WRITER = "writer"
    MAINTAIN = "maintain"
    SETUP = "setup"
    DASHBOARDS = "dashboards"


SHOWN = 20
"""Refused documents named on a terminal."""

app = typer.Typer(help="Index what was fetched (no subcommand); set up, check and rebuild the index.")


@app.callback(invoke_without_command=True)
def index(context: typer.Context, config: ConfigDir = None, json: AsJson = False) -> None:
    """Read fetched pages (text, language, topics, story) and index them.

    Examples:

      veille index                 (the stage: what waits in the ledger)

      veille index setup           (templates, indexes and aliases; safe to repeat)

      veille index rebuild         (a new index from ledger and archive, while the old one is searched)
    """
    if context.invoked_subcommand is None:
        run.index(config=config, json=json)


EMBEDDED = (
    "  This is the embedded index, in the ledger's file. For Elasticsearch: [index] kind and url in veille.toml, or\n"
    "  VEILLE_INDEX__KIND=elasticsearch and VEILLE_INDEX__URL; for more than one machine [ledger] url (PostgreSQL) too."
)


@app.command()
@says_errors
def setup(
    roles: Annotated[
        bool,
        typer.Option("--roles", help="Also make the roles veille-reader, -writer, -maintain, -setup, -dashboards."),
    ] = False,
    keys: Annotated[
        bool, typer.Option("--keys", help="Also make an API key for each role and print it: it cannot be read again.")
    ] = False,
    config: ConfigDir = None,
    json: AsJson = False,
) -> None:
    """Make what the index needs: templates, indexes and aliases. Safe to repeat.

    Examples:

      veille index setup

      veille index setup --keys --json     (with a user that may manage security)
    """
    with Workspace.of(config, creates=True) as ws:
        ws.index.setup()
        made = _secure(ws, keys) if roles or keys else {}
        status = ws.index.status()
    if json:
        print_json({**dataclasses.asdict(status), "api_keys": made})
        return
    _show(status)
    if status.kind == "sqlite":
        out.print(EMBEDDED, markup=False)
    for name, key in made.items():
        out.print(f"{name}: [bold]{escape(key)}[/bold]", soft_wrap=True)


def _secure(ws: Workspace, keys: bool) -> dict[str, str]:
    if not isinstance(ws.index, ElasticsearchIndex):
        raise ConfigError.of("index.kind", "roles and keys are Elasticsearch's", hint='kind = "elasticsearch"')
    make_roles(ws.index)
    return make_keys(ws.index) if keys else {}


keys_app = typer.Typer(help="Elasticsearch's API keys.", no_args_is_help=True)
app.add_typer(keys_app, name="keys")


@keys_app.command("rotate")
@says_errors
def rotate_key(
    role: Annotated[KeyRole, typer.Argument(help="Whose key.")],
    to: Annotated[Path, typer.Option("--to", help="The secret's file, as index.api_key_file names it; mode 600.")],
    config: ConfigDir = None,
    json: AsJson = False,
) -> None:
    """Make a new key for a role, try it, write it to its file; the old ones end ten minutes later.

    With a user that may manage security, in VEILLE_INDEX__USERNAME and VEILLE_INDEX__PASSWORD. Processes that run take
    up the new key from the file by themselves. `veille status` warns two weeks before a key ends.

    Examples:

      veille index keys rotate writer --to /etc/veille/index-key

      veille index keys rotate maintain --to /etc/veille/maintain-key --json
    """
    settings = load_settings(config)
    if settings.index.kind != "elasticsearch" or not settings.index.username:
        hint = "name a user that may manage security in VEILLE_INDEX__USERNAME and VEILLE_INDEX__PASSWORD"
        raise ConfigError.of("index", "keys are Elasticsearch's, and are made by a user", hint=hint)
    admin = settings.index.model_copy(update={"api_key": None, "api_key_file": None})
    index = ElasticsearchIndex(admin, system_clock)
    try:
        ended = rotate(index, role.value, to)
    finally:
        index.close()
    if json:
        print_json({"role": role.value, "file": str(to), "ended": ended})
    else:
        out.print(f"{to}: a new key for {role.value}; {counted(len(ended), 'older one')} of it end soon", markup=False)


@app.command()
@says_errors
def status(config: ConfigDir = None, json: AsJson = False) -> None:
    """Say how the index is doing; exit code 1 if it cannot be searched.

    Examples:

      veille index status --json
    """
    with Workspace.of(config) as ws:
        found = ws.index.status()
        counts = {kind.value: ws.index.count(kind) for kind in DocumentKind} if found.ready else {}
    if json:
        print_json({**dataclasses.asdict(found), "counts": counts})
    else:
        _show(found)
        for part in found.indexes:
            out.print(f"  {escape(part.name):<40} {part.documents:>12,} {part.bytes / 1e6:>10,.1f} MB")
        for name, count in counts.items():
            out.print(f"  {name:<40} {count:>12,}")
    if not found.ready:
        raise typer.Exit(1)


@app.command()
@says_errors
def rebuild(
    kinds: Annotated[
        list[DocumentKind] | None,
        typer.Argument(metavar="[KIND]…", help="Of document; all without it."),
    ] = None,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Put a rebuilt copy in place that waits because it did not fit.")
    ] = False,
    discard: Annotated[bool, typer.Option("--discard", help="Drop the rebuilt copy that waits.")] = False,
    config: ConfigDir = None,
    json: AsJson = False,
) -> None:
    """Build the index anew from ledger and archive, beside the one that is searched, and swap at the end.

    Every article is read again with today's code; when it was indexed stays as it was, so no alert fires again.
    ``run`` may go on meanwhile: what it indexes is in the new index too. A new copy that lacks documents, or whose
    documents were refused, is not put in place: it waits, and the old one is searched, until you say --confirm or
    --discard. Exit code 1 if a document was refused or a copy waits, 2 if there is no index yet.

    Examples:

      veille index rebuild

      veille index rebuild alert-matches pipeline-runs

      veille index rebuild --confirm
    """
    wanted = tuple(kinds or DocumentKind)
    with Workspace.of(config) as ws:
        if discard:
            operation.must_exist([operation.discard(ws, kind) or None for kind in wanted])
            results = []
        elif confirm:
            confirmed = [operation.confirm(ws, kind) for kind in wanted]
            operation.must_exist(confirmed)
            results = [result for result in confirmed if result]
        else:
            with Bar(console=out, transient=True, disable=json) as bar:
                task = bar.add_task("rebuilding", total=None)
                results = [
                    operation.rebuild(ws, kind, lambda n, total: bar.update(task, completed=n, total=total))
                    for kind in wanted
                ]
    if json:
        print_json(_rebuilt_as_json(results))
    else:
        _show_rebuilt(results)
    if any(result.problems or result.waits for result in results):
        raise typer.Exit(1)


def _rebuilt_as_json(results: list[RebuildResult]) -> dict[str, Any]:
    articles = next((result for result in results if result.kind is DocumentKind.ARTICLES), None)
    return {
        "documents": articles.documents if articles else None,
        "problems": [problem for result in results for problem in result.problems],
        "waits": [reason for result in results for reason in result.waits],
        "kinds": [dataclasses.asdict(result) for result in results],
    }


def _show_rebuilt(results: list[RebuildResult]) -> None:
    if not results:
        out.print("The rebuilt copy is dropped.")
    for result in results:
        name = result.kind.value
        if result.waits:
            out.print(f"[yellow]{name}: the new copy waits[/yellow]; the old one is searched: {result.documents:,}.")
            for reason in result.waits:
                out.print(f"  {reason}", markup=False)
            out.print("  Look at the reasons; then --confirm puts it in place, --discard drops it.", markup=False)
        else:
            out.print(f"{name}: the new copy is in place: {result.documents:,} documents.")
        for problem in result.problems[:SHOWN]:
            out.print(f"  {problem}", markup=False)
        if len(result.problems) > SHOWN:
            out.print(f"  … and {len(result.problems) - SHOWN:,} more (--json has all)")


def _show(status: IndexStatus) -> None:
    mark = "[green]ready[/green]" if status.ready else "[red]not ready[/red]"
    size = f"{counted(status.documents, 'article')}, {status.bytes / 1e6:,.1f} MB"
    out.print(f"{status.kind} {escape(status.where)}: {mark}, {size}")
    if status.note:
        out.print(f"  {status.note}", markup=False)
    if status.blocked:
        out.print(f"  it takes no writes: {status.blocked}", markup=False, style="red")
    if status.key_ends:
        out.print(f"  our key ends on {status.key_ends}", markup=False)

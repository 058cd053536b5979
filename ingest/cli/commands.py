"""Every command of ``veille``: where it lives and what it does in a line. Imported when it is wanted, and only then.

The list of commands and a mistyped one are answered from this table: importing all takes seconds on a small machine.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Annotated, NamedTuple

import typer


class Command(NamedTuple):
    """One command, or a group of them."""

    place: str
    """Module below ``ingest.cli``, and the name in it."""
    summary: str
    """Its line in ``veille --help``."""


COMMANDS = {
    "init": Command("init:init", "Write a commented config folder: feeds, topics, alerts, settings."),
    "demo": Command("demo:demo", "Play a bundled newsroom of 21 outlets through the whole pipeline."),
    "run": Command("run:run", "Poll, fetch, index, alert and deliver: the whole way of an article."),
    "poll": Command("run:poll", "Poll the feeds that are due."),
    "fetch": Command("run:fetch", "Fetch the pages of new articles into the archive."),
    "index": Command("index:app", "Index what was fetched; set up, check and rebuild the index."),
    "alert": Command("run:alert", "Run the alert rules over what is newly indexed, and send the mails."),
    "maintain": Command("run:maintain", "Retention, and what the index has lost: as `run` does it daily."),
    "search": Command("search:search", "Find articles."),
    "show": Command("show:show", "Tell everything known of one article, or why it is not there."),
    "similar": Command("similar:similar", "Find what means nearly the same, in whatever language."),
    "status": Command("status:status", "Tell how the whole installation is doing."),
    "metrics": Command("metrics:metrics", "Print the same figures for Prometheus."),
    "doctor": Command("doctor:doctor", "Check every part, and say what to do."),
    "feeds": Command("feeds.commands:app", "List, add, check, discover and look after feeds; OPML in and out."),
    "topics": Command("topics.commands:app", "List topics, test a text, check the rules, change them."),
    "alerts": Command("alerts.commands:app", "List the rules, check them, test what they would send, send."),
    "rights": Command("rights:app", "What publishers allow, and on what evidence."),
    "dashboards": Command("dashboards:app", "Build and install the Kibana dashboards."),
    "serve": Command("serve:serve", "Open the desk: inbox, search, rules, feeds, dashboards, API."),
    "users": Command("users:app", "Who may use the desk."),
    "mcp": Command("mcp:mcp", "Serve search and articles to assistants by the Model Context Protocol."),
    "backup": Command("backup:backup", "Copy ledger, archive and configuration; verified, encrypted if wanted."),
    "restore": Command("backup:restore", "Make an installation from a backup."),
    "extract": Command("extract:extract", "Read pages: title, text, date, authors, language."),
    "tag": Command("tag:tag", "Give topics to articles, with the evidence."),
    "group": Command("group:group", "Group articles into stories and events."),
}


def build(names: Iterable[str]) -> typer.Typer:
    """The application with these commands, each imported."""
    app = _empty()
    for name in names:
        module, _, attribute = COMMANDS[name].place.partition(":")
        command = getattr(import_module(f"ingest.cli.{module}"), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name, short_help=COMMANDS[name].summary)
        else:
            app.command(name, short_help=COMMANDS[name].summary)(command)
    return app


def build_list() -> typer.Typer:
    """The application that lists its commands and can run none: for ``--help``, ``--version`` and mistakes."""
    app = _empty()
    for name, command in COMMANDS.items():
        app.command(name, short_help=command.summary)(_nothing)
    return app


def _empty() -> typer.Typer:
    app = typer.Typer(
        name="veille",
        help="Media monitoring you can own: feeds in, one alert mail a story out.",
        no_args_is_help=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
    )
    app.callback()(_main)
    return app


def _nothing() -> None:
    """Stands for a command whose module is not imported."""


def _print_version(asked: bool) -> None:
    if not asked:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        typer.echo(f"veille {version('veille')}")
    except PackageNotFoundError:
        typer.echo("veille, from a checkout that is not installed")
    raise typer.Exit


def _main(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Options that all commands share come with each command."""


def application(arguments: Iterable[str], *, completing: bool = False) -> typer.Typer:
    """The application for a command line: with the one command that it names, or with the mere list of them.

    A shell that asks for completions names the command elsewhere: it gets them all.
    """
    first = next(iter(arguments), "")
    if completing:
        return build(COMMANDS)
    return build([first]) if first in COMMANDS else build_list()

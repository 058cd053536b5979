"""Every command of ``veille`` and where it lives. Modules are imported when their command is wanted.

Importing all of them takes two seconds on a small machine; ``veille status`` needs a fraction of that.
"""

from collections.abc import Iterable
from importlib import import_module

import typer

COMMANDS = {
    "init": "init:init",
    "demo": "demo:demo",
    "run": "run:run",
    "poll": "run:poll",
    "fetch": "run:fetch",
    "index": "index:app",
    "alert": "run:alert",
    "maintain": "run:maintain",
    "search": "search:search",
    "show": "show:show",
    "status": "status:status",
    "doctor": "doctor:doctor",
    "feeds": "feeds.commands:app",
    "topics": "topics.commands:app",
    "alerts": "alerts.commands:app",
    "rights": "rights:app",
    "dashboards": "dashboards:app",
    "serve": "serve:serve",
    "users": "users:app",
    "mcp": "mcp:mcp",
    "extract": "extract:extract",
    "tag": "tag:tag",
    "group": "group:group",
}


def build(names: Iterable[str]) -> typer.Typer:
    """The application with these commands."""
    app = typer.Typer(
        name="veille",
        help="Media monitoring you can own: feeds in, one alert mail a story out.",
        no_args_is_help=True,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
    )
    app.callback()(_main)
    for name in names:
        module, _, attribute = COMMANDS[name].partition(":")
        command = getattr(import_module(f"ingest.cli.{module}"), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def _main() -> None:
    """Options that all commands share come with each command."""


def wanted(arguments: Iterable[str]) -> list[str]:
    """The commands that a command line can mean: the one it names, or all of them (help, completion, mistakes)."""
    first = next(iter(arguments), "")
    return [first] if first in COMMANDS else list(COMMANDS)

"""The command ``veille``: every command is registered here, and lives in a module of its own."""

import typer

from ingest.cli.alerts import app as alerts
from ingest.cli.extract import extract
from ingest.cli.group import group
from ingest.cli.tag import tag
from ingest.cli.topics import app as topics

app = typer.Typer(
    name="veille",
    help="Media monitoring you can own: feeds in, one alert mail a story out.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


@app.callback()
def main() -> None:
    """Options that all commands share come with each command."""


app.command()(extract)
app.command()(group)
app.command()(tag)
app.add_typer(alerts, name="alerts")
app.add_typer(topics, name="topics")

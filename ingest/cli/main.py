"""The command ``veille``: every command is registered here, and lives in a module of its own."""

import typer

from ingest.cli import run
from ingest.cli.alerts import app as alerts
from ingest.cli.dashboards import app as dashboards
from ingest.cli.demo import demo
from ingest.cli.doctor import doctor
from ingest.cli.extract import extract
from ingest.cli.feeds import app as feeds
from ingest.cli.group import group
from ingest.cli.init import init
from ingest.cli.rights import app as rights
from ingest.cli.search import search
from ingest.cli.show import show
from ingest.cli.status import status
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


app.command()(init)
app.command()(demo)
app.command()(run.run)
app.command()(run.poll)
app.command()(run.fetch)
app.command()(run.alert)
app.command()(search)
app.command()(show)
app.command()(status)
app.command()(doctor)
app.command()(extract)
app.command()(group)
app.command()(tag)
app.add_typer(alerts, name="alerts")
app.add_typer(feeds, name="feeds")
app.add_typer(rights, name="rights")
app.add_typer(topics, name="topics")
app.add_typer(dashboards, name="dashboards")

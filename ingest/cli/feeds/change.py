"""``veille feeds add|remove|import|export``: the commands that change feeds.yaml, or carry it elsewhere."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ingest.cli.common import AsJson, ConfigDir, err, out, print_json, says_errors
from ingest.cli.completion import feed_ids
from ingest.cli.feeds import view
from ingest.cli.feeds.shared import ask_all, catalogue_file, load
from ingest.errors import ConfigError
from ingest.feeds import editing, opml
from ingest.feeds.catalogue import load_catalogue
from ingest.model import Feed, Policy
from ingest.settings import load_settings
from ingest.text.harmless import escaped_in_xml
from ingest.text.plurals import counted
from ingest.urls import is_web


@says_errors
def add(
    url: Annotated[str, typer.Argument(help="The feed's address; of a site: see `veille feeds discover`.")],
    feed_id: Annotated[str | None, typer.Option("--id", help="Default: made from the feed's title.")] = None,
    name: Annotated[str | None, typer.Option(help="Default: the feed's title.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Id of the outlet that it belongs to.")] = None,
    country: Annotated[str | None, typer.Option(help="ISO 3166, such as FR.")] = None,
    language: Annotated[str | None, typer.Option(help="ISO 639-1, such as fr.")] = None,
    tags: Annotated[list[str] | None, typer.Option("--tag", help="May be given several times.")] = None,
    policy: Annotated[Policy, typer.Option(help="What may be taken: full, summary or headline.")] = Policy.FULL,
    timezone: Annotated[str | None, typer.Option(help="For dates without a zone, such as Asia/Seoul.")] = None,
    check: Annotated[bool, typer.Option(help="Ask for the feed first, and add it only if it is one.")] = True,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """Add a feed to feeds.yaml. Comments and order of the file stay as they are.

    Examples:

      veille feeds add https://example.org/rss.xml --tag asia

      veille feeds add https://example.org/rss.xml --id example --no-check
    """
    settings = load_settings(config)
    path = catalogue_file(settings)
    existing = load_catalogue(path).feeds if path.exists() else ()
    if not is_web(url):
        raise ConfigError.of(url, "no http(s) address", hint="https://…")
    title = name or ""
    if check:
        checked = ask_all(settings, [Feed("new", url, "", "", "")])[0]
        if not checked.ok:
            err.print(f"✗ {url}: {checked.detail or checked.result}", markup=False)
            err.print("  veille feeds discover SITE looks for feeds; --no-check adds it all the same", markup=False)
            raise typer.Exit(1)
        title = title or checked.title
    new_id = feed_id or opml.new_id(title, url, [f.id for f in existing])
    feed = Feed(
        new_id, url, title or new_id, outlet or new_id, title or new_id, country=country, language=language,
        tags=tuple(tags or ()), policy=policy, timezone=timezone,
    )  # fmt: skip
    editing.add_feeds(path, [feed])
    if as_json:
        print_json(asdict(feed))
    else:
        out.print(f"✓ {feed.id} added to {path}", markup=False)


@says_errors
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Feeds to take out.", autocompletion=feed_ids)],
    config: ConfigDir = None,
) -> None:
    """Take feeds out of feeds.yaml. Their articles stay, and so does what was learnt of the feeds.

    Examples:

      veille feeds remove example-world
    """
    path = catalogue_file(load_settings(config))
    editing.remove_feeds(path, ids)
    out.print(f"✓ {', '.join(ids)} removed from {path}", markup=False)


@says_errors
def import_opml(
    file: Annotated[Path, typer.Argument(help="OPML file; - for standard input.")],
    dry_run: Annotated[bool, typer.Option(help="Only say what would be added.")] = False,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """Add the feeds of an OPML file; folders become tags. What is there already is left alone.

    Examples:

      veille feeds import subscriptions.opml --dry-run
    """
    path = catalogue_file(load_settings(config))
    existing = load_catalogue(path).feeds if path.exists() else ()
    data = sys.stdin.buffer.read() if str(file) == "-" else _bytes(file)
    reading = opml.read_outlines(data, where=str(file))
    new = opml.not_there_yet(reading.feeds, existing)
    if new and not dry_run:
        editing.add_feeds(path, new)
    if as_json:
        print_json([asdict(f) for f in new])
    else:
        out.print(view.import_table(new))
        out.print(
            f"{counted(len(new), 'feed')} {'would be' if dry_run else ''} added to {path}".replace("  ", " "),
            markup=False,
        )
        out.print(f"{len(reading.feeds) - len(new)} were there already")
    for left in reading.left_out:
        err.print(f"✗ left out: {left}", markup=False, soft_wrap=True)
    if reading.is_cut:
        err.print("✗ the file ends before its end: there may have been more feeds in it")


@says_errors
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to write it (default: standard output).")] = None,
    config: ConfigDir = None,
) -> None:
    """The enabled feeds as OPML, for any reader; each feed's first tag is its folder.

    Examples:

      veille feeds export feeds.opml
    """
    _, catalogue = load(config)
    data = opml.write_opml(catalogue.enabled)
    if file is None:
        sys.stdout.write(escaped_in_xml(data.decode()))
    else:
        file.write_bytes(data)
        out.print(f"✓ {counted(len(catalogue.enabled), 'feed')} to {file}", markup=False)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as e:
        raise ConfigError.of(file, e.strerror or "cannot be read") from e

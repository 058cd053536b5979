"""What the commands of ``veille feeds`` share: the catalogue, the choice of feeds, asking with a bar."""

import asyncio
from pathlib import Path
from typing import Any

from rich.progress import Progress

from ingest.cli.common import err
from ingest.clock import system_clock
from ingest.errors import ConfigError
from ingest.feeds.catalogue import Catalogue, load_catalogue
from ingest.http.client import HttpClient
from ingest.model import Feed
from ingest.operations.feed_check import NOTHING_KEPT, Checked, Kept, check_feeds
from ingest.settings import Settings, load_settings


def catalogue_file(settings: Settings) -> Path:
    """Where the catalogue stands."""
    return settings.config_dir / "feeds.yaml"


def load(config: Path | None) -> tuple[Settings, Catalogue]:
    """Settings and catalogue of a config folder."""
    settings = load_settings(config)
    return settings, load_catalogue(catalogue_file(settings))


def chosen(catalogue: Catalogue, ids: list[str]) -> list[Feed]:
    """The feeds of these ids. Raises ConfigError for one that is not there."""
    missing = [i for i in ids if catalogue.get(i) is None]
    if missing:
        where, hint = catalogue.path or "feeds.yaml", "`veille feeds list` shows the ids"
        raise ConfigError.of(where, f"no feed {', '.join(missing)}", hint=hint)
    return [f for f in catalogue.feeds if f.id in set(ids)]


def ask_all(
    settings: Settings, feeds: list[Feed], *, progress: bool = False, kept: Kept = NOTHING_KEPT
) -> list[Checked]:
    """Ask for each feed, with a bar on the terminal. ``kept``: what the ledger knows of them."""
    with Progress(console=err, transient=True, disable=not progress) as bar:
        task = bar.add_task("asking", total=len(feeds))

        def tick(_: Any) -> None:
            bar.advance(task)

        async def work() -> list[Checked]:
            async with HttpClient(settings.fetch, system_clock) as http:
                return await check_feeds(http, feeds, settings.poll, system_clock, tick, kept)

        return asyncio.run(work())

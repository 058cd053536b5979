"""What the shell offers after a tab: ids of rules, feeds, outlets and topics, as the config folder has them.

A shell that waits must not see an error: a folder that is missing or a file that is broken offers nothing.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import typer

from ingest.alert.rules import load_rules
from ingest.enrich.topics import load_topics
from ingest.errors import VeilleError
from ingest.feeds.catalogue import load_catalogue
from ingest.languages import LANGUAGES
from ingest.settings import load_settings

Completion = Callable[[typer.Context, str], list[str]]


def _of(ids: Callable[[Path], Iterable[str]]) -> Completion:
    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        try:
            folder = load_settings(ctx.params.get("config")).config_dir
            return sorted({one for one in ids(folder) if one.startswith(incomplete)})
        except (VeilleError, OSError):
            return []

    return complete


rule_ids = _of(lambda folder: (rule.id for rule in load_rules(folder / "alerts.yaml", check_address=lambda _: None)))
feed_ids = _of(lambda folder: (feed.id for feed in load_catalogue(folder / "feeds.yaml").feeds))
outlet_ids = _of(lambda folder: (feed.outlet for feed in load_catalogue(folder / "feeds.yaml").feeds))
topic_ids = _of(lambda folder: load_topics(folder / "topics.yaml").topics)
language_codes = _of(lambda _: LANGUAGES)

"""``veille topics diff`` and ``apply``: what a change of the rules does to the articles that are stored."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from ingest.cli.common import AsJson, ConfigDir, moment_of, out, print_json, says_errors
from ingest.enrich.topics import load_topics
from ingest.operations.retag import Retagged, TopicChange, compare, retag
from ingest.workspace import Workspace

_SHOWN = 50
Since = Annotated[str, typer.Option(help="How far back, by indexing time: 30d, 12h, 2w; or `all`.")]


@says_errors
def diff(
    file: Annotated[Path, typer.Argument(metavar="NEW.yaml", help="The changed rules.")],
    since: Since = "30d",
    samples: Annotated[int, typer.Option(min=1, help="Titles to read for each topic gained and lost.")] = 6,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """Which stored articles would gain or lose which topic, by language, with samples to read. Nothing is changed.

    Examples:

      veille topics diff new-topics.yaml --since 30d
    """
    seen, changes = Retagged(), []
    with Workspace.of(config) as ws:
        tagger = load_topics(file, ws.settings.enrich.encoder)
        ws.index.refresh()
        for change in compare(ws.index, tagger, seen, since=_start(ws, since)):
            seen.count(change)
            if change.gained or change.lost:
                changes.append(change)
    if as_json:
        print_json({**_counts(seen), "changes": [_as_plain(c) for c in changes]})
        return
    for line in _sampled(changes, samples):
        out.print(line)
    _summary(seen, len(changes), "would change")


@says_errors
def apply(
    since: Since = "all",
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """Give the stored articles the topics of today's rules. Nothing is fetched again and no alert fires.

    Safe to interrupt and to repeat. Exit code 1 if the index did not take some of them.

    Examples:

      veille topics apply

      veille topics apply --since 30d
    """
    with Workspace.of(config) as ws:
        ws.index.refresh()
        done = retag(ws.index, ws.tagger, since=_start(ws, since))
    if as_json:
        print_json(_counts(done))
    else:
        _summary(done, sum(done.gained.values()) + sum(done.lost.values()), "changed")
        for id_, reason in done.failed[:_SHOWN]:
            out.print(f"✗ {id_}: {reason}", markup=False)
    raise typer.Exit(1 if done.failed else 0)


def _start(ws: Workspace, since: str) -> datetime | None:
    return None if since == "all" else moment_of(since, ws.clock(), ws.settings.timezone)


def _sampled(changes: Sequence[TopicChange], samples: int) -> Iterator[Text]:
    """For each topic what is gained and lost, counted by language, and some of it to read: the same some each time."""
    for topic in sorted({t for c in changes for t in (*c.gained, *c.lost)}):
        for sign, style in (("+", "green"), ("-", "red")):
            here = [c for c in changes if topic in (c.gained if sign == "+" else c.lost)]
            if here:
                languages = ", ".join(f"{code} {n}" for code, n in Counter(c.language for c in here).most_common())
                yield Text(f"{sign}{topic} {len(here)} ({languages})", style=style)
                for c in random.Random(topic).sample(here, min(samples, len(here))):
                    yield Text.assemble("  ", c.title, (f"  {c.outlet}", "dim"))


def _summary(seen: Retagged, changes: int, verb: str) -> None:
    table = Table("topic", "gain", "lose", box=None, pad_edge=False)
    for topic in sorted({*seen.gained, *seen.lost}):
        table.add_row(topic, str(seen.gained[topic]), str(seen.lost[topic]))
    if changes:
        out.print(table)
    out.print(f"{seen.checked} articles looked at: {changes} topics {verb}, {seen.changed} documents differ in all")


def _counts(seen: Retagged) -> dict[str, Any]:
    return {
        "checked": seen.checked, "documents": seen.changed, "gained": dict(seen.gained), "lost": dict(seen.lost),
        "failed": [{"id": id_, "reason": reason} for id_, reason in seen.failed],
    }  # fmt: skip


def _as_plain(change: TopicChange) -> dict[str, Any]:
    return {"id": change.id, "url": change.url, "title": change.title, "outlet": change.outlet,
            "language": change.language, "gained": change.gained, "lost": change.lost}  # fmt: skip

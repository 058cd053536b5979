"""``similar``: what means nearly the same, in whatever language."""

from dataclasses import replace
from typing import Annotated

import typer

from ingest.cli.common import AsJson, ConfigDir, moment_of, out, print_json, says_errors
from ingest.cli.completion import language_codes
from ingest.cli.search import hit_as_json, show_page
from ingest.index.protocol import SearchRequest
from ingest.operations.similar import neighbours_of
from ingest.workspace import Workspace


@says_errors
def similar(
    target: Annotated[str, typer.Argument(metavar="URL|TEXT", help="An article in the index, or any text.")],
    since: Annotated[str | None, typer.Option(help="Only what was indexed since: 90s, 6h, 2w, or a date.")] = None,
    language: Annotated[
        list[str] | None, typer.Option("--lang", help="Only in this language: fr, ko, …", autocompletion=language_codes)
    ] = None,
    size: Annotated[int, typer.Option(min=1, max=100, help="How many to show.")] = 10,
    config: ConfigDir = None,
    json: AsJson = False,
) -> None:
    """Find the articles that mean nearly what an article or a text means, the nearest first.

    Examples:

      veille similar "Kremlin confirms possible military aid to North Korea" --lang ko

      veille similar https://outlet.example/2025/04/28/kremlin --json
    """
    with Workspace.of(config) as ws:
        near, own = neighbours_of(ws, target)
        ask = SearchRequest(
            near=near,
            since=moment_of(since, ws.clock(), ws.settings.timezone) if since else None,
            filters={"language.code": language} if language else {},
            size=min(size + (own is not None), near.limit),
            highlight=False,
        )
        page = ws.index.search(ask)
    hits = tuple(hit for hit in page.hits if hit.id != own)[:size]
    total = page.total - any(hit.id == own for hit in page.hits)
    if json:
        print_json({"total": total, "hits": [hit_as_json(hit) for hit in hits]})
    elif not hits:
        out.print("nothing like it")
    else:
        show_page(replace(page, hits=hits, total=total), scores=True, zone=ws.settings.timezone)

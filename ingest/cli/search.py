"""``search``: find articles, as alerts and Kibana find them."""

from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.text import Text

from ingest.cli.common import AsJson, ConfigDir, moment_of, out, print_json, says_errors
from ingest.index.hit import Fragment, Hit, IndexedArticle
from ingest.index.protocol import SearchPage, SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.operations.similar import neighbours_of, split_related
from ingest.workspace import Workspace


@says_errors
def search(
    query: Annotated[str, typer.Argument(help="Lucene syntax, as in Kibana; see docs/query-language.md.")],
    since: Annotated[str | None, typer.Option(help="Only what was indexed since: 90s, 6h, 2w, or a date.")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="Only articles about this topic (may be repeated).")] = None,
    language: Annotated[list[str] | None, typer.Option("--lang", help="Only in this language: fr, ko, …")] = None,
    outlet: Annotated[list[str] | None, typer.Option(help="Only of this outlet (its id).")] = None,
    size: Annotated[int, typer.Option(min=1, max=1000, help="How many to show.")] = 10,
    newest: Annotated[bool, typer.Option("--newest", help="Newest first instead of best first.")] = False,
    stems: Annotated[bool, typer.Option("--stems", help="Also other forms of the words (Elasticsearch only).")] = False,
    config: ConfigDir = None,
    json: AsJson = False,
) -> None:
    """Find articles.

    Examples:

      veille search '"Corée du Nord" AND (aide OR traité)'

      veille search 'topics:russia-dprk' --lang ko --newest

      veille search 'title:북한 AND published.at:[2025-04-01 TO *]' --json

      veille search 'related:"military aid to North Korea" AND outlet.country:KR'
    """
    filters = {"topics": topic, "language.code": language, "outlet.id": outlet}
    with Workspace.of(config) as ws:
        rest, related = split_related(query)
        ask = SearchRequest(
            query=parse(rest) if rest or related is None else None,
            near=neighbours_of(ws, related)[0] if related is not None else None,
            since=moment_of(since, ws.clock(), ws.settings.timezone) if since else None,
            filters={name: values for name, values in filters.items() if values},
            size=size,
            sort=Sort.NEWEST if newest else Sort.RELEVANCE,
            stems=stems,
        )
        page = ws.index.search(ask)
    if json:
        print_json({"total": page.total, "hits": [hit_as_json(hit) for hit in page.hits]})
    else:
        show_page(page)


def hit_as_json(hit: Hit) -> dict[str, Any]:
    """A hit for ``--json``."""
    return {
        "id": hit.id,
        "score": hit.score,
        **hit.source,
        "highlights": {name: [f.text for f in fragments] for name, fragments in hit.highlights.items()},
    }


def show_page(page: SearchPage, *, scores: bool = False) -> None:
    """Hits for people; ``scores``: with how near each is."""
    if not page.hits:
        out.print("nothing found")
        return
    for hit in page.hits:
        out.print(_headline(hit))
        near = f"{hit.score:.2f} · " if scores else ""
        out.print(f"  [dim]{near}{escape(_origin(hit.article))}[/dim]")
        for fragment in hit.highlights.get("body", ())[:2]:
            out.print(Text("  … ", style="dim") + marked(fragment))
        out.print(f"  [blue]{escape(hit.article.url)}[/blue]", soft_wrap=True)
        out.print()
    out.print(f"[dim]{len(page.hits)} of {page.total}[/dim]")


def _headline(hit: Hit) -> Text:
    fragments = hit.highlights.get("title", ())
    text = marked(fragments[0]) if fragments else Text(hit.article.title)
    text.stylize("bold")
    return text


def _origin(article: IndexedArticle) -> str:
    parts = [
        article.outlet_name,
        article.country,
        article.language,
        f"{article.timestamp:%Y-%m-%d %H:%M}" if article.timestamp else "",
        ", ".join(article.topics),
    ]
    return " · ".join(part for part in parts if part)


def marked(fragment: Fragment) -> Text:
    """A fragment for the terminal, what matched in bold yellow."""
    text = Text()
    for piece, matched in fragment.pieces():
        text.append(piece, style="bold yellow" if matched else "")
    return text

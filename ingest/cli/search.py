"""``search``: find articles, as alerts and Kibana find them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.text import Text

from ingest.alert.rule_checks import unknown_value
from ingest.alert.wording import listed, moment
from ingest.cli.common import AsJson, ConfigDir, indented, moment_of, out, print_json, says_errors
from ingest.cli.completion import language_codes, outlet_ids, topic_ids
from ingest.index.hit import Fragment, Hit, IndexedArticle
from ingest.index.protocol import Index, SearchPage, SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.index.query.tree import Equals
from ingest.operations.check_rules import vocabulary
from ingest.operations.similar import neighbours_of, split_related
from ingest.text.plurals import counted
from ingest.workspace import Workspace

_FILTERS = {"topics": "--topic", "language.code": "--lang", "outlet.id": "--outlet"}
_MOST = 1000
"""Articles that are read to find happenings."""


@says_errors
def search(
    query: Annotated[str, typer.Argument(help="Lucene syntax, as in Kibana; see docs/query-language.md.")],
    since: Annotated[str | None, typer.Option(help="Only what was indexed since: 90s, 6h, 2w, or a date.")] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(help="Only articles about this topic (may be repeated).", autocompletion=topic_ids),
    ] = None,
    language: Annotated[
        list[str] | None,
        typer.Option("--lang", help="Only in this language: fr, ko, …", autocompletion=language_codes),
    ] = None,
    outlet: Annotated[
        list[str] | None, typer.Option(help="Only of this outlet (its id).", autocompletion=outlet_ids)
    ] = None,
    copies: Annotated[
        bool, typer.Option("--copies", help="Each article by itself, not one for each happening (as --json does).")
    ] = False,
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
    filters = {name: values for name, values in zip(_FILTERS, (topic, language, outlet), strict=True) if values}
    with Workspace.of(config) as ws:
        _check_values(ws, filters)
        rest, related = split_related(query)
        ask = SearchRequest(
            query=parse(rest) if rest or related is None else None,
            near=neighbours_of(ws, related)[0] if related is not None else None,
            since=moment_of(since, ws.clock(), ws.settings.timezone) if since else None,
            filters=filters,
            size=size,
            sort=Sort.NEWEST if newest else Sort.RELEVANCE,
            stems=stems,
        )
        if not json and not copies:
            found, page = by_happening(ws.index, ask, size)
            show_happenings(found, page.total, zone=ws.settings.timezone)
            _say_ranked(page)
            return
        page = ws.index.search(ask)
    if json:
        print_json(
            {"total": page.total, "ranked_among_newest": page.ranked, "hits": [hit_as_json(hit) for hit in page.hits]}
        )
    else:
        show_page(page, zone=ws.settings.timezone)


def _check_values(ws: Workspace, filters: Mapping[str, Sequence[str]]) -> None:
    """Refuse a topic, language or outlet that neither the configuration nor any stored article knows."""
    words = vocabulary(ws)
    for name, values in filters.items():
        for value in values:
            problem = unknown_value(Equals(name, value), words)
            if problem is None or ws.index.search(SearchRequest(None, filters={name: (value,)}, size=1)).total:
                continue  # an outlet that was taken out of the catalogue still has its articles
            raise typer.BadParameter(f"{problem.message}; {problem.hint}", param_hint=_FILTERS[name])


def by_happening(index: Index, ask: SearchRequest, size: int) -> tuple[list[list[Hit]], SearchPage]:
    """The articles that a search finds, those of a happening together, and the last page of it that was read.

    Read on until there are ``size`` happenings, or ``_MOST`` articles.
    """
    events: dict[str, list[Hit]] = {}
    page, read = index.search(replace(ask, size=max(size, 50))), 0
    while True:
        for hit in page.hits:
            if hit.article.event in events or len(events) < size:
                events.setdefault(hit.article.event, []).append(hit)
        read += len(page.hits)
        if page.next is None or len(events) >= size or read >= _MOST:
            return list(events.values()), page
        page = index.search(replace(ask, size=max(size, 50), after=page.next))


def hit_as_json(hit: Hit) -> dict[str, Any]:
    """A hit for ``--json``."""
    return {
        "id": hit.id,
        "score": hit.score,
        **hit.source,
        "highlights": {name: [f.text for f in fragments] for name, fragments in hit.highlights.items()},
    }


def show_page(page: SearchPage, *, scores: bool = False, zone: str = "UTC") -> None:
    """Hits for people; ``scores``: with how near each is. Times are in ``zone``."""
    if not page.hits:
        out.print("nothing found")
        return
    for hit in page.hits:
        _show_hit(hit, f"{hit.score:.2f} · " if scores else "", zone)
        out.print()
    out.print(f"[dim]{len(page.hits)} of {page.total}[/dim]")
    _say_ranked(page)


def show_happenings(found: Sequence[Sequence[Hit]], total: int, *, zone: str) -> None:
    """Happenings for people: the best article of each, and who else tells it."""
    if not found:
        out.print("nothing found")
        return
    for first, *others in found:
        _show_hit(first, "", zone)
        if others:
            names = dict.fromkeys(f"{hit.article.outlet} ({hit.article.language})" for hit in others)
            out.print(indented(f"also: {listed(list(names), 6)}", "dim"))
        out.print()
    out.print(f"[dim]{counted(len(found), 'happening')} of {counted(total, 'article')}[/dim]")


def _say_ranked(page: SearchPage) -> None:
    """Say it where best first is only of the newest."""
    if page.ranked:
        among = f"best match among the newest {page.ranked:,} articles"
        out.print(f"[dim]{among}; older ones follow, newest first: narrow it with --since or published.at[/dim]")


def _show_hit(hit: Hit, near: str, zone: str) -> None:
    out.print(_headline(hit))
    out.print(indented(near + _origin(hit.article, zone), "dim"))
    for fragment in hit.highlights.get("body", ())[:2]:
        before = "" if fragment.text.startswith("…") else "… "
        out.print(indented(Text(before, style="dim") + marked(fragment)))
    out.print(f"  [blue]{escape(hit.article.url)}[/blue]", soft_wrap=True)


def _headline(hit: Hit) -> Text:
    fragments = hit.highlights.get("title", ())
    text = marked(fragments[0]) if fragments else Text(hit.article.title)
    text.stylize("bold")
    return text


def _origin(article: IndexedArticle, zone: str) -> str:
    parts = [
        article.outlet_name,
        article.country,
        article.language,
        moment(article.timestamp, zone) if article.timestamp else "",
        ", ".join(article.topics),
    ]
    return " · ".join(part for part in parts if part)


def marked(fragment: Fragment) -> Text:
    """A fragment for the terminal, what matched in bold yellow."""
    text = Text()
    for piece, matched in fragment.pieces():
        text.append(piece, style="bold yellow" if matched else "")
    return text

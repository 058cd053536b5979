"""The search page, and every search as a feed or file."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from ingest.web import exports
from ingest.web.guard import Reader, TheDesk
from ingest.web.inbox import FACETS
from ingest.web.pages.happenings import Many, facet_names
from ingest.web.render import language_of, page
from ingest.web.searching import SearchAddress, every_hit, read_search

router = APIRouter()
Day = Annotated[str, Query(max_length=10)]


@router.get("/search")
def search_page(
    request: Request, desk: TheDesk, who: Reader, q: Annotated[str, Query(max_length=20_000)] = "", topic: Many = [],  # noqa: B006
    lang: Many = [], country: Many = [], outlet: Many = [], since: Annotated[Day, Query(alias="from")] = "",  # noqa: B006
    until: Annotated[Day, Query(alias="to")] = "", sort: str = "newest", group: str = "articles",
    after: str | None = None,
) -> Response:  # fmt: skip
    """Articles or happenings; for htmx the part below the form."""
    asked = address(q, topic, lang, country, outlet, since, until, sort, group, after)
    found = read_search(desk, who, asked, language_of(request))
    template = "search_results.html" if request.headers.get("hx-target") == "results" else "search.html"
    return page(request, template, who, found=found, asked=asked, names=facet_names(desk), facets=tuple(FACETS),
                formats=tuple(exports.FORMATS), highest=_highest)  # fmt: skip


@router.get("/search.{kind}")
def search_file(
    request: Request, desk: TheDesk, who: Reader, kind: str, q: str = "", topic: Many = [], lang: Many = [],  # noqa: B006
    country: Many = [], outlet: Many = [], since: Annotated[Day, Query(alias="from")] = "",  # noqa: B006
    until: Annotated[Day, Query(alias="to")] = "", sort: str = "newest", group: str = "articles",
) -> Response:  # fmt: skip
    """A search as Atom, JSON Feed, CSV, JSON lines or RIS."""
    form = exports.FORMATS.get(kind)
    if form is None:
        raise HTTPException(404, f"there is no format {kind!r}; there are: {', '.join(exports.FORMATS)}")
    asked = address(q, topic, lang, country, outlet, since, until, sort, group, None)
    hits = every_hit(desk, asked, form.limit)
    about = exports.About(
        title=f"veille: {q}" if q else "veille",
        self_url=str(request.url),
        page_url=str(request.base_url).rstrip("/") + asked.href(),
        now=desk.clock(),
    )
    body = form.write(hits, about)
    headers = {} if form.is_feed else {"content-disposition": f'attachment; filename="veille.{kind}"'}
    return Response(body, media_type=form.media_type, headers=headers)


def address(
    q: str, topic: list[str], lang: list[str], country: list[str], outlet: list[str], since: str, until: str, sort: str,
    group: str, after: str | None,
) -> SearchAddress:  # fmt: skip
    """The parameters of an address, read."""
    filters = {"topic": topic, "lang": lang, "country": country, "outlet": outlet}
    return SearchAddress(
        query=q.strip(),
        filters={name: tuple(v for v in values if v) for name, values in filters.items() if any(values)},
        since=_day(since),
        until=_day(until),
        sort="relevance" if sort == "relevance" else "newest",
        group="stories" if group == "stories" else "articles",
        after=after or None,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as e:
        raise HTTPException(422, f"{text!r} is not a day; write 2026-11-25") from e


def _highest(buckets: object) -> float:
    return max((b.value for b in buckets), default=0.0)  # type: ignore[attr-defined]

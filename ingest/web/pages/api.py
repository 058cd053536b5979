"""The API: the desk's readings as JSON, described by OpenAPI. Reading only; changes are forms of the pages."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse, Response

from ingest.operations.article_history import Ambiguous
from ingest.web import answers, inbox
from ingest.web.guard import Reader, TheDesk
from ingest.web.inbox import InboxRequest
from ingest.web.pages.search import address
from ingest.web.render import language_of, page

router = APIRouter(prefix="/api", tags=["read"])
pages = APIRouter(include_in_schema=False)
Many = Annotated[list[str], Query()]
Days = Annotated[int, Query(ge=1, le=400, description="How many days back.")]


@router.get("/stories", summary="The inbox: stories across languages, newest and most spread first")
def stories(
    request: Request, desk: TheDesk, who: Reader, days: Days = 3, order: str = "front", q: str = "", topic: Many = [],  # noqa: B006
    lang: Many = [], country: Many = [], outlet: Many = [], p: Annotated[int, Query(ge=1, le=500)] = 1,  # noqa: B006
) -> dict[str, Any]:  # fmt: skip
    """Each with its headline in the language of Accept-Language where there is one."""
    filters = {"topic": topic, "lang": lang, "country": country, "outlet": outlet}
    kept = {name: tuple(values) for name, values in filters.items() if values}
    asked = InboxRequest(order=order if order in inbox.ORDERS else "front", days=days, query=q, page=p, filters=kept)
    return answers.stories(desk, who, asked, language_of(request))


@router.get("/stories/{id}", summary="A story: its articles, the rules that matched, the mails")
def story(desk: TheDesk, who: Reader, id: str) -> dict[str, Any]:
    """By the id of the story, of its event, or of one of its articles."""
    found = answers.story(desk, id)
    if found is None:
        raise HTTPException(404, "there is no such story")
    return found


@router.get("/search", summary="Search articles or stories")
def search(
    request: Request, desk: TheDesk, who: Reader, q: str = "", topic: Many = [], lang: Many = [], country: Many = [],  # noqa: B006
    outlet: Many = [], since: Annotated[str, Query(alias="from")] = "", until: Annotated[str, Query(alias="to")] = "",  # noqa: B006
    sort: str = "newest", group: str = "articles", after: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """With facets; ``next`` goes into ``after`` for the following page. 400 with position and hint for a bad query."""
    asked = address(q, topic, lang, country, outlet, since, until, sort, group, after)
    return answers.search(desk, who, asked, language_of(request))


@router.get("/why", summary="Why an article came, or did not")
def why(desk: TheDesk, who: Reader, u: Annotated[str, Query(description="Its address, or its id.")]) -> dict[str, Any]:
    """Its whole way, as ``veille show --json``. 404: no feed has carried it."""
    try:
        found = answers.why(desk, u)
    except Ambiguous as e:
        raise HTTPException(409, str(e)) from e
    if found is None:
        raise HTTPException(404, "never seen: no feed has carried it")
    return found


@router.get("/status", summary="Is the silence real?")
def status(desk: TheDesk, who: Reader) -> dict[str, Any]:
    """As ``veille status --json``."""
    return answers.status(desk)


@router.get("/feeds", summary="Feeds and their health")
def feeds(desk: TheDesk, who: Reader) -> dict[str, Any]:
    """The most urgent first."""
    return answers.feeds(desk)


@router.get("/rules", summary="Rules and what they found")
def rules(desk: TheDesk, who: Reader) -> dict[str, Any]:
    """Without whom they write to."""
    return answers.rules(desk)


@pages.get("/api/openapi.json")
def openapi(request: Request, who: Reader) -> Response:
    """The description of this API."""
    text = "Reading only. Send `Authorization: Bearer TOKEN`; make a token under Account."
    found = get_openapi(title="veille", version="1", description=text, routes=request.app.routes)
    found["components"] = {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        **found.get("components", {}),
    }
    found["security"] = [{"token": []}]
    return JSONResponse(found)


@pages.get("/api")
def api_page(request: Request, who: Reader) -> Response:
    """What there is, with examples, and how an assistant is connected."""
    paths = get_openapi(title="veille", version="1", routes=request.app.routes)["paths"]
    shown = [(path, next(iter(methods.values()))) for path, methods in paths.items()]
    return page(request, "api.html", who, paths=shown, base=str(request.base_url).rstrip("/"))

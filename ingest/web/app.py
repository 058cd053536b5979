"""The application: pages, feeds and API around one desk."""

import gc
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlencode

from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException as StarletteHTTPException

from ingest.errors import ConfigError, QueryError, VeilleError
from ingest.ledger.store import CONNECTIONS
from ingest.web import render
from ingest.web.access import Visitor, visitor
from ingest.web.desk import Desk
from ingest.web.gate import Gate, RequestTooLarge
from ingest.web.guard import SignInFirst
from ingest.web.limits import RateLimit
from ingest.web.pages import (
    account,
    api,
    articles,
    dashboards,
    feeds,
    happenings,
    rules,
    search,
    status,
    unsubscribe,
    websub,
)
from ingest.workspace import Workspace

_STATIC = Path(__file__).parent / "static"


def create_app(ws: Workspace, start_key: str | None = None) -> FastAPI:
    """The desk over an opened workspace. ``start_key``: what the start link must carry while there are no accounts."""
    app = FastAPI(title="veille", version="1", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_few_at_once)
    app.state.desk = Desk(ws)
    app.state.templates = render.environment()
    app.state.start_key = start_key or secrets.token_urlsafe(24)
    app.state.hub_limit = RateLimit(websub.DELIVERIES_A_MINUTE)
    for module in (happenings, search, articles, rules, feeds, dashboards, status, account, unsubscribe, websub):
        app.include_router(module.router, include_in_schema=False)
    app.include_router(api.pages)
    app.include_router(api.router)
    app.mount("/static", _Static(directory=_STATIC), name="static")
    _handle_errors(app)
    app.add_middleware(Gate, settings=ws.settings.web, clock=ws.clock,
                       public=(ws.settings.websub.callback_url,))  # fmt: skip
    return app


AT_ONCE = CONNECTIONS // 2
"""Pages that are answered at a time; the others wait their turn. A page may hold one connection and ask for another:
with as many pages as connections all waited for each other, and of 50 readers' 200 pages 10 were refused (327)."""


@asynccontextmanager
async def _few_at_once(_: FastAPI) -> AsyncIterator[None]:
    """One process has one interpreter: more threads would not answer sooner."""
    to_thread.current_default_thread_limiter().total_tokens = AT_ONCE
    yield


def settle_memory() -> None:
    """Before the first request: what is loaded for good is not looked through again whenever garbage is collected.

    A page that makes 30,000 small objects set off a look at all the 300,000 that modules and templates are: half of an
    inbox's CPU time, and most of what its slowest requests had more than the others.
    """
    import numpy  # noqa: F401 (the embedded index counts with it; loaded here it is not loaded by a reader's request)

    gc.collect()
    gc.freeze()


class _Static(StaticFiles):
    """Our own files may be kept by browsers for a while."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """As Starlette's, with a time to keep."""
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["cache-control"] = "private, max-age=300"
        return response


def _handle_errors(app: FastAPI) -> None:
    @app.exception_handler(SignInFirst)
    def sign_in_first(request: Request, _: SignInFirst) -> Response:
        if _is_for_program(request):
            return JSONResponse({"error": "sign in: send a token"}, 401, {"www-authenticate": 'Basic realm="veille"'})
        if request.headers.get("hx-request"):
            return Response(status_code=401, headers={"hx-redirect": "/login"})
        target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?{urlencode({'next': target})}", 303)

    @app.exception_handler(StarletteHTTPException)
    def refused(request: Request, e: StarletteHTTPException) -> Response:
        return _told(request, e.status_code, str(e.detail))

    @app.exception_handler(RequestValidationError)
    def misread(request: Request, e: RequestValidationError) -> Response:
        wrong = "; ".join(f"{'.'.join(str(x) for x in err['loc'][1:])}: {err['msg']}" for err in e.errors())
        return _told(request, 422, wrong)

    @app.exception_handler(RequestTooLarge)
    def too_large(request: Request, _: RequestTooLarge) -> Response:
        return _told(request, 413, "this is larger than the desk reads")

    @app.exception_handler(QueryError)
    def bad_query(request: Request, e: QueryError) -> Response:
        return _told(request, 400, str(e))

    @app.exception_handler(ConfigError)
    def bad_configuration(request: Request, e: ConfigError) -> Response:
        return _told(request, 503, str(e))

    @app.exception_handler(VeilleError)
    def unavailable(request: Request, e: VeilleError) -> Response:
        return _told(request, 503, str(e))


def _told(request: Request, code: int, message: str) -> Response:
    if _is_for_program(request):
        return JSONResponse({"error": message}, code)
    who = _whoever(request)
    return render.page(request, "error.html", who, code, code=code, message=message)


def _whoever(request: Request) -> Visitor | None:
    try:
        client = str(request.scope.get("client_address", ""))
        return visitor(request.app.state.desk, request.headers, request.cookies, client)
    except VeilleError:
        return None


def _is_for_program(request: Request) -> bool:
    path = request.url.path
    return path.startswith(("/api/", "/search.")) or "authorization" in request.headers

"""What a page asks before it answers: is somebody signed in, may they, does the form come from our own page."""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool

from ingest.web.access import Visitor, csrf_fits, is_same_site, visitor
from ingest.web.desk import Desk


class SignInFirst(Exception):
    """Nobody is signed in: a page leads to the form, the API says 401."""


def desk_of(request: Request) -> Desk:
    """The desk."""
    desk: Desk = request.app.state.desk
    return desk


async def signed_in(request: Request) -> Visitor:
    """The visitor. Raises SignInFirst."""
    client = str(request.scope.get("client_address", ""))
    found = await run_in_threadpool(visitor, desk_of(request), request.headers, request.cookies, client)
    if found is None:
        raise SignInFirst
    if "read" not in found.scopes:
        raise HTTPException(403, "this token may not read")
    return found


def allowed(role: str, scope: str) -> Callable[[Request], Coroutine[Any, Any, Visitor]]:
    """A change: the role that it takes, and the scope if it is asked for with a token."""

    async def check(request: Request) -> Visitor:
        who = await signed_in(request)
        if not who.may(role):
            raise HTTPException(403, f"this takes the role {role}; you have {who.role}")
        if scope not in who.scopes:
            raise HTTPException(403, f"this token lacks the scope {scope}")
        await check_origin(request, who)
        return who

    return check


async def check_origin(request: Request, who: Visitor) -> None:
    """Refuse what another site's page makes a browser send."""
    if who.by == "token":
        return
    given = request.headers.get("x-csrf-token", "")
    if not given and "form" in request.headers.get("content-type", ""):
        given = str((await request.form()).get("csrf", ""))
    if not is_same_site(request.headers) or not csrf_fits(who, given):
        raise HTTPException(403, "this form is out of date, or was sent from another site: load the page again")


def only_role(role: str) -> Callable[[Request], Coroutine[Any, Any, Visitor]]:
    """A page that only some may read."""

    async def check(request: Request) -> Visitor:
        who = await signed_in(request)
        if not who.may(role):
            raise HTTPException(403, f"this takes the role {role}; you have {who.role}")
        return who

    return check


TheDesk = Annotated[Desk, Depends(desk_of)]
Reader = Annotated[Visitor, Depends(signed_in)]
Marker = Annotated[Visitor, Depends(allowed("reader", "marks"))]
Oneself = Annotated[Visitor, Depends(allowed("reader", "account"))]
"""Somebody at a browser, for their own account: a token that could make tokens or set a password would be all of it."""
RuleEditor = Annotated[Visitor, Depends(allowed("editor", "rules"))]
FeedEditor = Annotated[Visitor, Depends(allowed("editor", "feeds"))]
Admin = Annotated[Visitor, Depends(allowed("admin", "admin"))]
AdminReader = Annotated[Visitor, Depends(only_role("admin"))]

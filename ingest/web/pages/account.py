"""Signing in and out, one's own password and tokens, the page's language and colours; accounts and audit."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from ingest.ledger import desk as people
from ingest.web import access, passwords, texts
from ingest.web.access import COOKIE, SCOPES, is_same_site
from ingest.web.desk import Desk
from ingest.web.guard import Admin, AdminReader, Marker, Oneself, Reader, TheDesk
from ingest.web.limits import RateLimit
from ingest.web.render import THEMES, page

router = APIRouter()
_TRIES = RateLimit(8)
"""Passwords a minute for one name, and for one address: guessing must be slow, a typing error need not be."""


@router.get("/login")
def login_form(request: Request, desk: TheDesk, next: str = "/") -> Response:
    """Name and password."""
    return page(request, "login.html", None, next=_inside(next), wrong="", first=not _has_accounts(desk))


@router.post("/login")
def login(
    request: Request, desk: TheDesk, name: Annotated[str, Form(max_length=100)],
    password: Annotated[str, Form(max_length=1000)], next: Annotated[str, Form()] = "/",
) -> Response:  # fmt: skip
    """Open a session."""
    if not is_same_site(request.headers):
        raise HTTPException(403, "this form was sent from another site")
    now = desk.clock()
    client = str(request.scope.get("client_address", ""))
    if max(_TRIES.wait(f"name:{name}", now), _TRIES.wait(f"from:{client}", now)):
        return page(
            request, "login.html", None, 429, next=_inside(next), first=False, wrong="too many tries: wait a minute"
        )
    with desk.ledger.read() as c:
        user = people.user(c, name)
    usable = user is not None and user.disabled_at is None
    if not passwords.fits(user.password_hash if user and usable else None, password):
        return page(
            request, "login.html", None, 401, next=_inside(next), first=False, wrong="name or password is wrong"
        )
    return _let_in(desk, name, _inside(next))


@router.get("/start/{key}")
def start(request: Request, desk: TheDesk, key: str) -> Response:
    """The link that ``veille serve`` prints while there are no accounts: whoever can read the terminal is in."""
    if not access.is_same_secret(request.app.state.start_key, key) or _has_accounts(desk):
        raise HTTPException(404, "this link is not valid (any more): take the one that veille serve prints, or sign in")
    with desk.ledger.begin() as c:
        people.put_user(c, access.LOCAL, "admin", None, desk.clock())
    return _let_in(desk, access.LOCAL, "/")


@router.post("/logout")
def logout(request: Request, desk: TheDesk, who: Marker) -> Response:
    """Close the session."""
    with desk.ledger.begin() as c:
        people.close_session(c, request.cookies.get(COOKIE, ""))
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE)
    return response


@router.post("/appearance")
def appearance(
    request: Request,
    lang: Annotated[str, Form()] = "",
    theme: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Language and colours, kept in the browser. Changes nothing else, so it needs no form token."""
    response = RedirectResponse(_inside(back), 303)
    for name, value, known in (("lang", lang, texts.LANGUAGES), ("theme", theme, THEMES)):
        if value in known:
            response.set_cookie(name, value, max_age=31_536_000, samesite="lax", httponly=True)
    return response


@router.get("/account")
def account(request: Request, desk: TheDesk, who: Reader) -> Response:
    """One's own account."""
    return _account(request, desk, who)


def _account(request: Request, desk: Desk, who: access.Visitor, status: int = 200, **more: str) -> Response:
    with desk.ledger.read() as c:
        tokens, user = people.tokens_of(c, who.name), people.user(c, who.name)
    values = {"made": "", "wrong": "", **more}
    return page(request, "account.html", who, status, tokens=tokens, user=user, scopes=SCOPES, **values)


@router.post("/account/password")
def change_password(
    request: Request, desk: TheDesk, who: Oneself, old: Annotated[str, Form()] = "", new: Annotated[str, Form()] = ""
) -> Response:
    """Every session ends with the old password; this one begins anew."""
    with desk.ledger.read() as c:
        user = people.user(c, who.name)
    if user is None or (user.password_hash is not None and not passwords.fits(user.password_hash, old)):
        return _account(request, desk, who, 422, wrong="the old password is wrong")
    if complaint := passwords.complaint(new, who.name):
        return _account(request, desk, who, 422, wrong=complaint)
    kept = passwords.hashed(new)
    with desk.ledger.begin() as c:
        people.set_password(c, who.name, kept)
        people.record(c, who.name, "password", who.name, desk.clock())
    return _let_in(desk, who.name, "/account")


@router.post("/account/tokens")
def make_token(
    request: Request, desk: TheDesk, who: Oneself, label: Annotated[str, Form(max_length=100)],
    scope: Annotated[list[str], Form()] = [], days: Annotated[int, Form(ge=0, le=3650)] = 365,  # noqa: B006
) -> Response:  # fmt: skip
    """A key for a program or feed reader; shown once."""
    now = desk.clock()
    scopes = ["read", *(s for s in SCOPES if s in scope and s != "read" and s in who.scopes)]
    with desk.ledger.begin() as c:
        until = now + timedelta(days=days) if days else None
        made = people.add_token(c, who.name, " ".join(label.split()) or "token", scopes, now, until)
        people.record(c, who.name, "token-add", label, now, " ".join(scopes))
    return _account(request, desk, who, made=made)


@router.post("/account/tokens/{id}/drop")
def drop_token(desk: TheDesk, who: Oneself, id: str) -> Response:
    """Withdraw a token."""
    with desk.ledger.begin() as c:
        if not people.drop_token(c, who.name, id):
            raise HTTPException(404, "there is no such token")
        people.record(c, who.name, "token-drop", id[:8], desk.clock())
    return RedirectResponse("/account", 303)


@router.get("/people")
def people_page(request: Request, desk: TheDesk, who: AdminReader) -> Response:
    """Accounts and the audit of changes."""
    with desk.ledger.read() as c:
        users, lines = people.all_users(c), people.audit_lines(c)
    return page(request, "people.html", who, users=users, lines=lines, roles=people.ROLES, wrong="")


@router.post("/people")
def put_user(
    desk: TheDesk, who: Admin, name: Annotated[str, Form(min_length=1, max_length=100)], role: Annotated[str, Form()],
    password: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Make an account or change one."""
    name = name.strip()
    if role not in people.ROLES:
        raise HTTPException(422, f"a role is one of {', '.join(people.ROLES)}")
    if password and (complaint := passwords.complaint(password, name)):
        raise HTTPException(422, f"password: {complaint}")
    kept = passwords.hashed(password) if password else None
    with desk.ledger.begin() as c:
        people.put_user(c, name, role, kept, desk.clock())
        people.record(c, who.name, "account", name, desk.clock(), role)
    return RedirectResponse("/people", 303)


@router.post("/people/{name}/lock")
def lock(desk: TheDesk, who: Admin, name: str) -> Response:
    """Lock somebody out."""
    if name == who.name:
        raise HTTPException(422, "nobody can lock themselves out")
    with desk.ledger.begin() as c:
        people.disable_user(c, name, desk.clock())
        people.record(c, who.name, "account-lock", name, desk.clock())
    return RedirectResponse("/people", 303)


def _let_in(desk: Desk, name: str, target: str) -> Response:
    secret, until = access.sign_in(desk, name)
    response = RedirectResponse(target, 303)
    seconds = int((until - desk.clock()).total_seconds())
    response.set_cookie(COOKIE, secret, max_age=seconds, httponly=True, samesite="lax", secure=desk.settings.web.https)
    return response


def _has_accounts(desk: Desk) -> bool:
    with desk.ledger.read() as c:
        return any(u.password_hash for u in people.all_users(c))


def _inside(target: str) -> str:
    """A way back that stays here."""
    return target if target.startswith("/") and not target.startswith(("//", "/\\")) else "/"

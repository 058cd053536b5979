"""Being taken off a rule's list by the link in its mails: one click for mail programs (RFC 8058), a page for people.

Nobody signs in here: the link itself says who and which rules, signed. Looking changes nothing, since mail scanners
follow links; only a POST does, and it comes without cookies or form token.
"""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import Response

from ingest.alert.unsubscribe import Unsubscriber
from ingest.ledger import desk as people
from ingest.ledger import subscriptions
from ingest.web.desk import Desk
from ingest.web.guard import TheDesk
from ingest.web.render import page

router = APIRouter()


@router.get("/unsubscribe/{token}")
def ask(request: Request, desk: TheDesk, token: str) -> Response:
    """Who would be taken off which lists, and a button."""
    reader, rules = _read(desk, token)
    return page(request, "unsubscribe.html", None, reader=reader, rules=_names(desk, rules), done="")


@router.post("/unsubscribe/{token}")
def unsubscribe(request: Request, desk: TheDesk, token: str, again: Annotated[str, Form()] = "") -> Response:
    """Take the reader off, at once; with ``again``: put him on again."""
    reader, rules = _read(desk, token)
    now = desk.clock()
    with desk.ledger.begin(durable=True) as c:  # a power cut must not put anybody on again
        if again:
            subscriptions.subscribe(c, reader, rules)
        else:
            subscriptions.unsubscribe(c, reader, rules, now, "mail")
        action = "subscribe" if again else "unsubscribe"
        people.record(c, reader[:100], action, ", ".join(rules)[:200], now, "by the link in a mail")
    done = "on" if again else "off"
    return page(request, "unsubscribe.html", None, reader=reader, rules=_names(desk, rules), done=done)


def _read(desk: Desk, token: str) -> tuple[str, tuple[str, ...]]:
    found = Unsubscriber(subscriptions.signing_key(desk.ledger)).read(token)
    if found is None:
        raise HTTPException(404, "This link was not made here, or is not whole: copy it from the mail again.")
    return found


def _names(desk: Desk, rules: tuple[str, ...]) -> list[str]:
    known = {rule.id: rule.name for rule in desk.rules()}
    return [known.get(rule, rule) for rule in rules]

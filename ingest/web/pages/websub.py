"""What hubs say to us (W3C WebSub): may this subscription be, and there is something new.

Nobody signs in here and no form token is sent: the random end of the address says which subscription it is, the
signature that the hub speaks. A delivery makes a poll due and nothing else, so that whoever forges one gains one
conditional request to a feed that we poll anyhow.
"""

from datetime import timedelta

from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import PlainTextResponse, Response

from ingest.ledger import websub as subscriptions
from ingest.ledger.websub import HubSubscription
from ingest.web.desk import Desk
from ingest.web.guard import TheDesk
from ingest.web.limits import RateLimit
from ingest.websub import HubRequest, callback_base, is_signed

router = APIRouter()
DELIVERIES_A_MINUTE = 30
"""Of one subscription; above it the hub is asked for patience (429)."""


@router.get("/websub/{callback}")
def confirm(request: Request, desk: TheDesk, callback: str) -> Response:
    """Verification of intent, or a denial. 404: not what we asked for."""
    _check_is_on(desk)
    given = request.query_params
    names = ("mode", "topic", "challenge", "lease_seconds", "reason")
    said = HubRequest(*(given.get(f"hub.{name}", "") for name in names))
    now, lease = desk.clock(), timedelta(days=desk.settings.websub.lease_days)
    if said.is_readable:
        with desk.ledger.begin() as c:
            if said.mode == "denied" and subscriptions.deny(c, callback, said, now):
                return PlainTextResponse("noted\n")
            if said.mode != "denied" and subscriptions.confirm(c, callback, said, now, lease):
                return PlainTextResponse(said.challenge)
    raise HTTPException(404, "this was not asked for")


@router.post("/websub/{callback}")
async def deliver(request: Request, desk: TheDesk, callback: str) -> Response:
    """A delivery. Badly signed ones are taken with 2xx and ignored, as the Recommendation has it (8)."""
    _check_is_on(desk)
    one = await run_in_threadpool(_subscription, desk, callback)
    if one is None:
        raise HTTPException(404, "nobody is subscribed here")
    if one.state == "leaving":
        raise HTTPException(410, "this subscription has ended")
    limit: RateLimit = request.app.state.hub_limit
    if wait := limit.wait(callback, desk.clock()):
        return PlainTextResponse("too many deliveries\n", 429, {"retry-after": f"{wait:.0f}"})
    is_good = await is_signed(request.headers.get("x-hub-signature", ""), one.secret, request.stream())
    await run_in_threadpool(_record, desk, one, is_good)
    return Response(status_code=202)


def _check_is_on(desk: Desk) -> None:
    if callback_base(desk.settings) is None:
        raise HTTPException(410, "this desk takes no deliveries")


def _subscription(desk: Desk, callback: str) -> HubSubscription | None:
    with desk.ledger.read() as c:
        return subscriptions.by_callback(c, callback)


def _record(desk: Desk, one: HubSubscription, is_good: bool) -> None:
    with desk.ledger.begin() as c:
        if is_good and one.state == "verified":
            subscriptions.deliver(c, one, desk.clock())
        else:
            subscriptions.ignore(c, one.callback)

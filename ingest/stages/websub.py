"""Asking hubs for what feeds offer: subscribe, renew, leave. Part of every round of polls."""

import asyncio
from datetime import timedelta

from ingest.clock import Clock
from ingest.http.client import HttpClient
from ingest.http.errors import FetchError
from ingest.ledger import websub as subscriptions
from ingest.ledger.store import Ledger
from ingest.ledger.websub import HubSubscription
from ingest.settings import Settings
from ingest.websub import callback_base, request_form


async def keep_subscriptions(ledger: Ledger, http: HttpClient, settings: Settings, clock: Clock) -> None:
    """Ask hubs for what is due. A hub that fails is asked again later; polling goes on whatever hubs do."""
    base = callback_base(settings)
    if base is None:
        return

    def claim() -> list[HubSubscription]:
        with ledger.begin() as c:
            subscriptions.leave_gone(c, clock())
            return subscriptions.claim(c, clock(), requests_an_hour=settings.websub.hub_requests_an_hour)

    due = await asyncio.to_thread(claim)
    lease = timedelta(days=settings.websub.lease_days)
    told = await asyncio.gather(*(_ask(http, one, base, lease) for one in due))
    refused = [(one.callback, why) for one, why in zip(due, told, strict=True) if why]

    def record() -> None:
        with ledger.begin() as c:
            for callback, why in refused:
                subscriptions.failed(c, callback, why)

    if refused:
        await asyncio.to_thread(record)


async def _ask(http: HttpClient, one: HubSubscription, base: str, lease: timedelta) -> str | None:
    """Why the hub did not take the request; None if it did, and will ask our callback (5.1.2)."""
    mode = "unsubscribe" if one.state == "leaving" else "subscribe"
    form = request_form(mode, f"{base}/{one.callback}", one.topic, one.secret, lease)
    try:
        response = await http.post_form(one.hub, form)
    except FetchError as e:
        return e.reason
    return None if response.ok else f"http-{response.status}"

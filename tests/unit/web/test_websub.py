"""What hubs may say to the desk, and what is done about it."""

import hashlib
import hmac
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from ingest.ledger import feeds as states
from ingest.ledger import websub as subscriptions
from ingest.settings import WebSubSettings
from ingest.web.app import create_app
from ingest.websub import HubWish

WISH = HubWish("https://hub.example/", "https://gazette.example/rss")


@pytest.fixture
def hub(ws):
    """A hub that was asked, as it sees the desk: (browser, our side's subscription)."""
    websub = WebSubSettings(enabled=True, callback_url="https://veille.example.org")
    ws.settings = ws.settings.model_copy(update={"websub": websub})
    states.sync_catalogue(ws.ledger, ws.catalogue.feeds, ws.clock())
    with ws.ledger.begin() as c:
        subscriptions.want(c, "gazette", WISH, None, ws.clock())
        (asked,) = subscriptions.claim(c, ws.clock(), requests_an_hour=60)
    with TestClient(create_app(ws, "k"), base_url="https://veille.example.org") as found:
        yield found, asked


def ask(client, one, callback=None, **said):
    query = {"hub.mode": "subscribe", "hub.topic": one.topic, "hub.challenge": "c<b>", "hub.lease_seconds": "864000"}
    query |= {f"hub.{name}": value for name, value in said.items()}
    return client.get(f"/websub/{callback or one.callback}", params=query)


def deliver(client, one, body=b"<feed/>", *, method="sha256", key=None, header=None):
    mac = hmac.new((key or one.secret).encode(), body, getattr(hashlib, method)).hexdigest()
    given = f"{method}={mac}" if header is None else header
    return client.post(f"/websub/{one.callback}", content=body, headers={"x-hub-signature": given}).status_code


def of(ws):
    with ws.ledger.read() as c:
        return subscriptions.of_feeds(c)["gazette"]


def due(ws):
    with ws.ledger.read() as c:
        return states.states(c)["gazette"].nudged_at


@pytest.mark.parametrize(
    "said",
    [{"topic": "https://other.example/rss"}, {"mode": "unsubscribe"}, {"mode": "publish"}, {"mode": ""}, {"challenge": ""},
     {"challenge": "x" * 5000}, {"callback": "guessed"}],
)  # fmt: skip
def test_what_we_did_not_ask_for_is_not_confirmed(ws, hub, said):
    client, one = hub
    assert ask(client, one, **said).status_code == 404
    assert of(ws).state == "asked"


def test_the_challenge_comes_back_as_plain_text(ws, hub):
    client, one = hub
    answer = ask(client, one)
    assert (answer.status_code, answer.text) == (200, "c<b>")
    assert answer.headers["content-type"].startswith("text/plain")
    assert of(ws).ends_at == ws.clock() + timedelta(days=10)


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_a_signed_delivery_makes_the_feed_due(ws, hub, method):
    client, one = hub
    ask(client, one)
    assert deliver(client, one, method=method) == 202
    assert (of(ws).deliveries, of(ws).ignored, due(ws)) == (1, 0, ws.clock())


@pytest.mark.parametrize(
    "how",
    [{"key": "guessed"}, {"header": ""}, {"header": "sha256="}, {"header": "md5=" + "0" * 32}, {"header": "sha1=" + "é" * 40},
     {"header": "sha256=" + "0" * 64 + ", sha1=" + "0" * 40}],
)  # fmt: skip
def test_any_other_is_taken_counted_and_ignored(ws, hub, how):
    client, one = hub
    ask(client, one)
    header = how.get("header")
    how = how | ({"header": header.encode()} if header is not None else {})
    assert deliver(client, one, **how) == 202
    assert (of(ws).deliveries, of(ws).ignored, due(ws)) == (0, 1, None)


def test_before_it_is_confirmed_nothing_is_believed(ws, hub):
    client, one = hub
    assert deliver(client, one) == 202
    assert (of(ws).deliveries, of(ws).ignored, due(ws)) == (0, 1, None)


def test_limits(ws, hub):
    client, one = hub
    ask(client, one)
    assert deliver(client, one, b"x" * 4_100_000) == 413
    assert client.post("/websub/guessed", content=b"x").status_code == 404
    codes = [deliver(client, one) for _ in range(40)]
    assert codes.count(202) == 30
    assert codes[-1] == 429


def test_a_denial_is_noted_with_its_reason(ws, hub):
    client, one = hub
    assert ask(client, one, mode="denied", reason="not <b>you</b>").status_code == 200
    assert subscriptions.told(of(ws), ws.clock()) == "denied: not <b>you</b>"
    assert deliver(client, one) == 202
    assert due(ws) is None


def test_where_it_is_off_hubs_are_told_so(ws, hub):
    client, one = hub
    client.app.state.desk.ws.settings = ws.settings.model_copy(update={"websub": WebSubSettings()})
    assert (ask(client, one).status_code, deliver(client, one)) == (410, 410)

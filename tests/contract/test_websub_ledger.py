"""Subscriptions in both ledgers: budgets, renewals, leases that end, a nudge during a poll."""

from datetime import UTC, datetime, timedelta

import pytest

from ingest.ledger import feeds as states
from ingest.ledger import websub as subscriptions
from ingest.ledger.store import open_ledger
from ingest.model import Feed
from ingest.websub import HubRequest, HubWish

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
LEASE = timedelta(days=10)
WISH = HubWish("https://hub.example/", "https://f.example/rss")


@pytest.fixture
def ledger(ledger_url):
    found = open_ledger(ledger_url)
    yield found
    found.close()


def add(ledger, *names: str) -> None:
    states.sync_catalogue(ledger, [Feed(n, f"https://{n}.example/rss", n, n, n) for n in names], NOW)


def claim(ledger, now=NOW, most=60):
    with ledger.begin() as c:
        subscriptions.leave_gone(c, now)
        return subscriptions.claim(c, now, requests_an_hour=most)


def confirm(ledger, one, now=NOW, mode="subscribe", lease="864000", topic=None):
    with ledger.begin() as c:
        return subscriptions.confirm(
            c, one.callback, HubRequest(mode, topic or one.topic, "c", lease), now, LEASE
        )  # fmt: skip


def of(ledger, feed_id):
    with ledger.read() as c:
        return subscriptions.of_feeds(c).get(feed_id)


def test_feeds_that_name_one_stranger_as_hub_make_us_no_weapon(ledger):
    names = [f"f{n:02}" for n in range(30)]
    add(ledger, *names)
    with ledger.begin() as c:
        for n in names:
            subscriptions.want(c, n, HubWish("https://victim.example/", f"https://{n}.example/rss"), None, NOW)
    hours = [len(claim(ledger, NOW + timedelta(minutes=m))) for m in range(0, 24 * 60, 5)]
    assert max(hours) == 4
    assert sum(hours) <= 4 * 24


def test_a_hub_that_confirms_is_asked_for_the_rest_at_once(ledger):
    add(ledger, "a", "b", "c", "d", "e", "g")
    with ledger.begin() as c:
        for n in "abcdeg":
            subscriptions.want(c, n, HubWish("https://hub.example/", f"https://{n}.example/rss"), None, NOW)
    first = claim(ledger)
    assert len(first) == 4
    assert confirm(ledger, first[0])
    assert len(claim(ledger)) == 2


def test_a_lease_is_renewed_before_it_ends_and_said_when_it_has_ended(ledger):
    add(ledger, "f")
    with ledger.begin() as c:
        subscriptions.want(c, "f", WISH, None, NOW)
    (one,) = claim(ledger)
    assert confirm(ledger, one)
    assert claim(ledger, NOW + timedelta(days=7)) == []
    later = NOW + timedelta(days=8, minutes=1)
    (again,) = claim(ledger, later)
    assert (again.callback, again.secret, again.state) == (one.callback, one.secret, "verified")
    assert of(ledger, "f").is_live(later)  # deliveries are taken while the hub has not answered yet
    assert confirm(ledger, again, later)
    assert of(ledger, "f").ends_at == later + LEASE
    assert of(ledger, "f").state_at(later + timedelta(days=11)) == "expired"


@pytest.mark.parametrize(
    ("said", "days"), [("999999999999999", 10), ("99999999999", 30), ("-5", 10), ("", 10), ("x", 10)]
)
def test_no_lease_is_believed_beyond_a_month(ledger, said, days):
    add(ledger, "f")
    with ledger.begin() as c:
        subscriptions.want(c, "f", WISH, None, NOW)
    (one,) = claim(ledger)
    assert confirm(ledger, one, lease=said)
    assert of(ledger, "f").ends_at == NOW + timedelta(days=days)


def test_another_hub_or_none_means_leaving_the_old_one(ledger):
    add(ledger, "f")
    with ledger.begin() as c:
        subscriptions.want(c, "f", WISH, None, NOW)
    (one,) = claim(ledger)
    confirm(ledger, one)
    with ledger.begin() as c:
        subscriptions.want(c, "f", HubWish("https://two.example/", WISH.topic), of(ledger, "f"), NOW)
    asked = {a.hub: a for a in claim(ledger)}
    assert {hub: a.state for hub, a in asked.items()} == {WISH.hub: "leaving", "https://two.example/": "wanted"}
    assert asked["https://two.example/"].callback != one.callback
    assert not confirm(ledger, one)  # what we leave we do not renew
    assert confirm(ledger, one, mode="unsubscribe")
    with ledger.read() as c:
        assert subscriptions.by_callback(c, one.callback) is None


def test_a_nudge_during_a_poll_is_not_lost(ledger):
    add(ledger, "f")
    (state,) = states.claim_due(ledger, NOW, limit=1, lease_seconds=600)
    with ledger.begin() as c:
        states.nudge(c, "f", NOW + timedelta(seconds=2))
    with ledger.begin() as c:
        values = {"next_due": NOW + timedelta(hours=1), "last_polled_at": NOW + timedelta(seconds=3)}
        assert states.record(c, ledger, state.id, values, asked_at=NOW)
    with ledger.read() as c:
        assert states.states(c)["f"].next_due == NOW + states.NUDGE_SPACING


def test_nudges_without_end_make_a_poll_a_minute_at_most(ledger):
    add(ledger, "f")
    states.claim_due(ledger, NOW, limit=1, lease_seconds=600)
    with ledger.begin() as c:
        states.record(c, ledger, "f", {"next_due": NOW + timedelta(hours=1), "last_polled_at": NOW}, asked_at=NOW)
    for seconds in range(1, 60):
        with ledger.begin() as c:
            states.nudge(c, "f", NOW + timedelta(seconds=seconds))
    with ledger.read() as c:
        assert states.states(c)["f"].next_due == NOW + states.NUDGE_SPACING


def test_how_long_a_hub_owes_its_confirmation_is_known_after_any_number_of_requests(ledger):
    add(ledger, "f")
    with ledger.begin() as c:
        subscriptions.want(c, "f", WISH, None, NOW)
    assert of(ledger, "f").unconfirmed_since(NOW) is None  # not asked yet
    for hours in (0, 1, 3, 7, 15, 31):  # after 1, 2, 4, 8 and 16
        (one,) = claim(ledger, NOW + timedelta(hours=hours))
        assert (
            of(ledger, "f").last_error is None
        )  # what went wrong with an earlier request is over once another is made
        assert of(ledger, "f").unconfirmed_since(NOW + timedelta(hours=hours)) == NOW
        with ledger.begin() as c:
            subscriptions.failed(c, one.callback, "http-503")
    assert confirm(ledger, one, NOW + timedelta(hours=31))
    assert of(ledger, "f").unconfirmed_since(NOW + timedelta(hours=32)) is None

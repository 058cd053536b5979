"""Webhooks and services over real HTTP, beside mail over real SMTP: nothing lost, nothing twice, each tried apart."""

import base64
import hashlib
import hmac
from datetime import timedelta

import pytest
from sqlalchemy import select

from ingest.alert.channels.registry import Channels, address_checker
from ingest.ledger.tables.alerts import outbox
from ingest.settings import Settings
from ingest.stages.deliver import deliver
from tests.servers.hooks import HookServer
from tests.servers.smtp import MailServer
from tests.unit import test_alert_stage as scenes

SECRET = "whsec_" + base64.b64encode(b"a secret of thirty-two bytes, yes").decode()


@pytest.fixture
def hooks():
    server = HookServer().start()
    yield server
    server.stop()


@pytest.fixture
def mailbox():
    server = MailServer().start()
    yield server
    server.stop()


class Room(scenes.Desk):
    """A desk whose alerts go to a mailbox, a webhook and a service, all on loopback."""

    def __init__(self, folder, ledger, hooks, mailbox, **webhook):
        super().__init__(folder, ledger)
        self.hooks, self.mailbox = hooks, mailbox
        self.settings = Settings(
            timezone="Europe/Paris",
            smtp={"port": mailbox.port, "timeout_seconds": 2, "sender": "veille@example.org"},
            webhook={"secret": SECRET, "allow_private": ["127.0.0.1"], "timeout_seconds": 2, **webhook},
            channels={"chat": {"url": f"json://127.0.0.1:{hooks.port}/chat/{{to}}"}},
        )

    @property
    def hook(self):
        return self.hooks.url("/veille")

    def deliver(self):
        return deliver(self.ledger, self.settings, lambda: self.now, lambda _: None)

    def tell(self, *keys):
        for key in keys:
            self.article(key, f"Kim {key}", body=f"In Pyongyang, Kim {key} spoke.")
        self.later(minutes=1)
        self.run()

    def rows(self):
        with self.ledger.read() as c:
            return {r.channel: r for r in c.execute(select(outbox))}


@pytest.fixture
def room(tmp_path, empty_ledger, hooks, mailbox):
    import shutil

    from ingest.ledger.store import open_ledger

    ledger = open_ledger(f"sqlite:///{shutil.copy(empty_ledger, tmp_path / 'l.sqlite')}", worker="w", migrate=False)
    room = Room(tmp_path, ledger, hooks, mailbox)
    room.rule("kim", "Kim", to=f"desk@example.org, '{room.hook}', 'chat:#desk'")
    room.run()
    yield room
    ledger.close()


empty_ledger = scenes.empty_ledger


def test_one_story_reaches_each_reader_by_his_channel_once(room):
    room.tell("a")
    assert room.deliver().counts == {"sent": 3}
    room.tell()
    room.later(days=1)
    assert room.deliver().claimed == 0
    assert [to for to, _ in room.mailbox.mailbox.delivered] == ["desk@example.org"]
    hook, chat = sorted(room.hooks.calls, key=lambda c: c.path, reverse=True)
    assert hook.path == "/veille"
    assert hook.json["type"] == "veille.alert"
    (story,) = hook.json["data"]["stories"]
    assert (story["title"], story["outlet"], story["rules"]) == ("Kim a", "Yonhap", ["kim"])
    assert hook.json["data"]["rules"][0]["query"] == "Kim"
    assert chat.path == "/chat/%23desk"
    assert chat.json["title"] == "[kim] Kim a (Yonhap)"
    assert "https://example.org/a" in chat.json["message"]


def test_a_receiver_can_verify_the_signature_and_tell_a_repetition(room):
    room.hooks.answer("/veille", 503)
    room.tell("a")
    room.deliver()
    room.hooks.well("/veille")
    room.later(minutes=5)
    room.deliver()
    first, second = [c for c in room.hooks.calls if c.path == "/veille"]
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    assert first.headers["webhook-timestamp"] != second.headers["webhook-timestamp"]
    for call in (first, second):
        signed = f"{call.headers['webhook-id']}.{call.headers['webhook-timestamp']}.".encode() + call.body
        mac = hmac.new(base64.b64decode(SECRET.removeprefix("whsec_")), signed, hashlib.sha256).digest()
        assert call.headers["webhook-signature"] == "v1," + base64.b64encode(mac).decode()


@pytest.mark.parametrize("lost", ["mail", "webhook", "chat"])
def test_a_channel_that_is_down_holds_up_no_other_and_loses_nothing(room, lost):
    if lost == "mail":
        room.mailbox.stop()
    else:
        room.hooks.answer("/veille" if lost == "webhook" else "/chat/%23desk", 503)
    room.tell("a", "b", "c")
    counts = room.deliver().counts
    assert counts["sent"] == 6
    assert counts["later"] == 3
    if lost == "mail":
        room.mailbox.start()
    room.hooks.answers.clear()
    room.later(hours=1)
    assert room.deliver().counts == {"sent": 3}
    assert len(room.mailbox.mailbox.delivered) == 3


def test_a_message_that_breaks_the_connection_each_time_holds_up_no_later_one(room):
    room.hooks.hang_up.add("/veille")
    room.tell("a")
    room.deliver()
    room.hooks.hang_up.clear()
    room.tell("b")
    room.hooks.hang_up.clear()
    room.later(minutes=10)
    room.deliver()
    titles = [c.json["data"]["stories"][0]["title"] for c in room.hooks.calls if c.path == "/veille"]
    assert titles == ["Kim a", "Kim b", "Kim a"]  # what was tried least goes first


@pytest.mark.parametrize(
    ("status", "state"), [(200, "sent"), (410, "failed"), (400, "failed"), (422, "failed"), (404, "queued"), (500, "queued"), (302, "queued")]
)  # fmt: skip
def test_what_an_answer_means(room, status, state):
    room.hooks.answer("/veille", status, b"because", Location="/other")
    room.tell("a")
    room.deliver()
    row = room.rows()[f"http://127.0.0.1:{room.hooks.port}"]
    assert row.state == state
    assert "/other" not in [c.path for c in room.hooks.calls]
    if state != "sent":
        assert f"{status} because" in row.last_error


def test_retry_after_is_heeded(room):
    room.hooks.answer("/veille", 429, retry_after="7200")
    room.tell("a")
    room.deliver()
    row = room.rows()[f"http://127.0.0.1:{room.hooks.port}"]
    assert row.next_try == room.now + timedelta(hours=2)


def test_a_private_address_is_not_dialled_unless_allowed(room):
    room.settings = room.settings.model_copy(
        update={"webhook": room.settings.webhook.model_copy(update={"allow_private": ()})}
    )
    room.tell("a")
    assert room.deliver().counts == {"sent": 2, "later": 1}
    assert "webhook.allow_private can list it" in room.rows()[f"http://127.0.0.1:{room.hooks.port}"].last_error
    assert all(c.path != "/veille" for c in room.hooks.calls)


def test_a_slow_receiver_gets_the_message_again_and_a_service_without_an_answer_too(room):
    room.hooks.slow["/veille"] = 2.5
    room.tell("a")
    assert room.deliver().counts == {"sent": 2, "later": 1}
    assert "no answer in 2" in room.rows()[f"http://127.0.0.1:{room.hooks.port}"].last_error
    room.hooks.slow.clear()
    room.later(minutes=2)
    assert room.deliver().counts == {"sent": 1}


def test_a_channel_that_left_the_settings_keeps_what_waits_for_it(room):
    room.tell("a")
    without = room.settings.model_copy(update={"channels": {}})
    run = deliver(room.ledger, without, lambda: room.now, lambda _: None)
    assert run.counts == {"sent": 2, "later": 1}
    room.later(minutes=2)
    assert room.deliver().counts == {"sent": 1}


def test_what_a_service_says_never_shows_its_credentials(room):
    secret = "T0PS3CRET-token"
    channels = {"chat": {"url": f"json://user:{secret}@127.0.0.1:{room.hooks.port}/{secret}/{{to}}"}}
    room.settings = Settings(
        smtp=room.settings.smtp.model_dump(), webhook=room.settings.webhook.model_dump(), channels=channels
    )
    room.hooks.answer(f"/{secret}/%23desk", 500, secret.encode())
    room.tell("a")
    room.deliver()
    assert room.rows()["chat"].state == "queued"
    assert secret not in room.rows()["chat"].last_error
    assert secret not in repr(room.settings)


def test_addresses_are_checked_when_the_rules_are_read(room):
    check = address_checker(room.settings)
    assert [check(a) for a in ("desk@example.org", room.hook, "chat:#desk")] == [None, None, None]
    assert "no channel is named 'slack' (there are: chat)" in check("slack:#desk")
    assert "VEILLE_CHANNELS__SLACK__URL" in check("slack:#desk")
    assert "write chat:PLACE" in check("chat:")
    assert "not a mail address" in check("desk")
    assert "VEILLE_WEBHOOK__SECRET" in address_checker(Settings())("https://hooks.example.org/x")
    assert "credentials" in check("https://user:pass@hooks.example.org/x")
    assert Channels(room.settings).of("ftp://example.org/x") is None

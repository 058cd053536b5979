from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_string, policy
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from ingest.alert.phrases import FR
from ingest.alert.recipients import Reader, Readers
from ingest.ledger import outbox, rules, sources
from ingest.ledger.liveness import droughts
from ingest.ledger.outbox import Notification
from ingest.ledger.rules import RuleInUse
from ingest.ledger.sources import FeedUse
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.alerts import outbox as table
from ingest.operations.findings import Finding, Level, of_rules_and_mails
from ingest.operations.maintain import maintain
from ingest.operations.operations_mail import operations
from ingest.settings import AlertSettings, Settings, load_settings
from ingest.workspace import Workspace

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)
SETTINGS = Settings(alert=AlertSettings(operations_to=("ops@example.org", "Boss@example.org")))


def failing(feed, since=NOW):
    return Finding(
        "feeds",
        f"feed:{feed}:failing:{since}",
        feed,
        "failing",
        f"{feed} answers 404\r\nBcc: x",
        "look for its new address",
        since,
    )


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield ledger
    ledger.close()


def run(ledger, *findings, now=NOW, settings=SETTINGS):
    with ledger.read() as c:
        known = of_rules_and_mails(c, now, droughts(c, now))
    return operations(ledger, [*findings, *known], settings, lambda: now)


def mails(ledger):
    with ledger.read() as c:
        rows = c.execute(
            select(table.c.message).where(table.c.kind == "operations").order_by(table.c.created_at)
        ).scalars()
        return [message_from_string(m, policy=policy.default) for m in rows]


def text_of(mail):
    return mail.get_body(("plain",)).get_content()


def test_no_trouble_no_mail(ledger):
    assert run(ledger) == 0
    assert mails(ledger) == []


def test_new_trouble_is_told_to_everyone_who_should_know_once(ledger):
    assert run(ledger, failing("a"), failing("b")) == 2
    assert {m["To"] for m in mails(ledger)} == {"ops@example.org", "Boss@example.org"}
    mail = mails(ledger)[0]
    assert mail["Subject"] == "[veille] 2 things need attention"
    assert mail["Bcc"] is None
    assert "a: failing since Mon 28 Apr 2025, 11:00 CEST" in text_of(mail)
    assert "-> look for its new address" in text_of(mail)
    for days in range(3):
        assert run(ledger, failing("a"), failing("b"), now=NOW + timedelta(days=days)) == 0


def test_a_second_trouble_of_the_day_waits_for_the_next_and_what_is_open_is_named_again(ledger):
    run(ledger, failing("a"))
    assert run(ledger, failing("a"), failing("b"), now=NOW + timedelta(hours=5)) == 0
    assert run(ledger, failing("a"), failing("b"), now=NOW + timedelta(hours=14)) == 2  # past midnight in Paris
    text = text_of(mails(ledger)[-1])
    assert "b: failing" in text.split("Still open")[0]
    assert "- a: failing" in text.split("Still open")[1]


def test_a_new_error_does_not_wait_for_tomorrow_and_there_is_one_mail_an_hour(ledger):
    run(ledger, failing("a"))
    error = replace(failing("network"), level=Level.ERROR)
    assert run(ledger, failing("a"), error, now=NOW + timedelta(hours=5)) == 2
    another = replace(failing("index"), level=Level.ERROR)
    assert run(ledger, failing("a"), error, another, now=NOW + timedelta(hours=5, minutes=10)) == 0
    assert run(ledger, failing("a"), error, another, now=NOW + timedelta(hours=6)) == 2
    assert run(ledger, failing("a"), error, another, now=NOW + timedelta(hours=7)) == 0


def test_what_is_only_worth_knowing_goes_along_and_causes_no_mail(ledger):
    notice = replace(failing("moved"), level=Level.NOTICE)
    assert run(ledger, notice) == 0
    assert run(ledger, notice, failing("a"), now=NOW + timedelta(hours=1)) == 2
    assert mails(ledger)[0]["Subject"] == "[veille] 1 thing needs attention"
    assert "moved: failing" in text_of(mails(ledger)[0])


def test_a_trouble_that_ended_and_came_back_is_new(ledger):
    run(ledger, failing("a"))
    assert run(ledger, now=NOW + timedelta(days=1)) == 0
    assert run(ledger, failing("a"), now=NOW + timedelta(days=2)) == 2


def test_nobody_to_tell_is_nobody_told(ledger):
    assert run(ledger, failing("a"), settings=Settings()) == 0


def test_refused_and_waiting_mails_and_failing_rules_are_trouble_too(ledger):
    with ledger.begin() as c:
        outbox.queue(
            c,
            [Notification(f"m{n}", f"<m{n}@x>", "alert", "gone@example.org", f"News {n}", "x") for n in range(3)],
            NOW,
        )
    rules.register_rules(ledger, [RuleInUse("kim", "h", "immediately", None)], NOW)
    rules.record_error(ledger, "kim", "the index at :9200 does not answer", NOW)
    first, *_ = outbox.claim(ledger, NOW, limit=1, lease_seconds=60)
    outbox.failed(ledger, first, "recipient: 550 no such user")
    assert run(ledger, now=NOW + timedelta(minutes=30)) == 2  # refused for good: at once
    text = text_of(mails(ledger)[0])
    assert "gone@example.org: mail refused" in text
    assert "550 no such user" in text
    with ledger.begin() as c:
        c.execute(delete(table).where(table.c.kind == "operations"))
    assert run(ledger, now=NOW + timedelta(hours=2)) == 2
    text = text_of(mails(ledger)[0])
    assert "kim: rule failing since" in text
    assert "2 mails waiting: not tried yet" in text


def test_nightly_maintenance_writes_it(tmp_path):
    settings = load_settings(Path("config"), data_dir=tmp_path, alert=AlertSettings(operations_to=("ops@example.org",)))
    with Workspace(settings, lambda: NOW) as ws:
        with ws.ledger.begin() as c:
            outbox.queue(c, [Notification("m", "<m@x>", "alert", "gone@example.org", "News", "x")], NOW)
        (mail,) = outbox.claim(ws.ledger, NOW, limit=1, lease_seconds=60)
        outbox.failed(ws.ledger, mail, "recipient: 550 no such user")
        assert maintain(ws)["operations mails"] == 1
        assert maintain(ws)["operations mails"] == 0
        assert "550 no such user" in text_of(mails(ws.ledger)[0])


def test_nightly_maintenance_forgets_what_feeds_have_cost_though_none_was_ever_in_quarantine(tmp_path):
    with Workspace(load_settings(Path("config"), data_dir=tmp_path), lambda: NOW) as ws:
        with ws.ledger.begin() as c:
            sources.add(c, {"old": FeedUse(links=1)}, NOW - timedelta(days=2))
            sources.add(c, {"new": FeedUse(links=1)}, NOW)
        maintain(ws)
        with ws.ledger.read() as c:
            assert set(sources.use_since(c, NOW - timedelta(days=9))) == {"new"}


def test_each_reader_has_his_language(ledger):
    french = Readers({"boss@example.org": Reader(phrases=FR, zone="Europe/Paris")})
    operations(ledger, [failing("lemonde")], SETTINGS, lambda: NOW, french)
    english, other = sorted(mails(ledger), key=lambda m: m["To"] == "Boss@example.org")
    assert english["Subject"] == "[veille] 1 thing needs attention"
    assert other["Subject"] == "[veille] 1 point demande attention"
    for words in ("en échec", "depuis lun. 28 avr. 2025, 11:00 CEST", "veille envoie ceci"):
        assert words in text_of(other).replace("\r\n", "\n")
    assert 'lang="fr"' in other.get_body(("html",)).get_content()

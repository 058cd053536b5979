"""The outbox against a real SMTP conversation, with a server that refuses, stalls, goes away and comes back."""

import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from ingest.alert.channels.base import ChannelState, DeliveryState
from ingest.alert.channels.mail.channel import MailChannel
from ingest.alert.channels.mail.smtp import Mailer
from ingest.ledger import outbox
from ingest.ledger.outbox import Notification
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.alerts import outbox as table
from ingest.settings import Settings, SmtpSettings
from ingest.stages.deliver import deliver
from tests.servers.smtp import MailServer, TalkingServer, tls_context, with_login

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)


@pytest.fixture
def server():
    server = MailServer().start()
    yield server
    server.stop()


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield ledger
    ledger.close()


def settings(server, **more):
    return Settings(smtp=SmtpSettings(host=server.host, port=server.port, sender="veille <veille@example.org>", **more))


def mail(n, to="desk@example.org"):
    message = f"From: veille@example.org\r\nTo: {to}\r\nSubject: mail {n}\r\nMessage-ID: <{n}@example.org>\r\n\r\nbody {n}\r\n"
    return Notification(f"id{n}", f"<{n}@example.org>", "alert", to, f"mail {n}", message)


def put(ledger, *mails):
    with ledger.begin() as c:
        outbox.queue(c, mails, NOW)


def run(ledger, server, now=NOW, **more):
    return deliver(ledger, settings(server, **more), lambda: now, lambda _: None)


def row(ledger, n):
    with ledger.read() as c:
        return c.execute(select(table).where(table.c.id == f"id{n}")).one()


def test_a_batch_goes_over_one_connection_and_once(ledger, server):
    put(ledger, *[mail(n) for n in range(45)])
    run1 = run(ledger, server)
    assert run1.counts == {"sent": 45}
    assert run1.accounted
    assert server.mailbox.connections == 1
    assert sorted(server.mailbox.subjects) == sorted(f"mail {n}" for n in range(45))
    assert run(ledger, server, NOW + timedelta(days=1)).claimed == 0
    assert row(ledger, 0).state == "sent"
    assert row(ledger, 0).sent_at == NOW


def test_a_refused_recipient_fails_with_the_servers_reason_and_the_others_get_theirs(ledger, server):
    server.mailbox.refuse("gone@example.org")
    put(ledger, mail(1), mail(2, "gone@example.org"), mail(3))
    result = run(ledger, server)
    assert result.counts == {"sent": 2, "refused": 1}
    assert row(ledger, 2).state == "failed"
    assert "550 5.1.1 no such user" in row(ledger, 2).last_error
    assert run(ledger, server, NOW + timedelta(days=1)).claimed == 0
    server.mailbox.accept("gone@example.org")
    assert outbox.retry_failed(ledger) == 1
    assert run(ledger, server, NOW + timedelta(days=1)).counts == {"sent": 1}


def test_greylisting_is_waited_out(ledger, server):
    server.mailbox.refuse("slow@example.org", "451 4.7.1 try again later")
    put(ledger, mail(1, "slow@example.org"), mail(2))
    assert run(ledger, server).counts == {"later": 1, "sent": 1}
    assert row(ledger, 1).next_try == NOW + timedelta(minutes=1)
    assert run(ledger, server, NOW + timedelta(seconds=59)).claimed == 0
    run(ledger, server, NOW + timedelta(minutes=1))
    assert row(ledger, 1).next_try == NOW + timedelta(minutes=3)
    server.mailbox.accept("slow@example.org")
    assert run(ledger, server, NOW + timedelta(minutes=4)).counts == {"sent": 1}


def test_waiting_grows_to_an_hour_and_never_gives_up(ledger, server):
    server.mailbox.refuse("slow@example.org", "451 4.7.1 try again later")
    put(ledger, mail(1, "slow@example.org"))
    now, waits = NOW, []
    for _ in range(12):
        run(ledger, server, now)
        waits.append((row(ledger, 1).next_try - now).total_seconds() / 60)
        now = row(ledger, 1).next_try
    assert waits[:7] == [1, 2, 4, 8, 16, 32, 60]
    assert waits[-1] == 60


def test_a_message_that_is_refused_fails_and_one_that_is_put_off_waits(ledger, server):
    server.mailbox.answer_data("554 5.7.1 looks like spam", "452 4.3.1 disk full")
    put(ledger, mail(1), mail(2), mail(3))
    assert run(ledger, server).counts == {"refused": 1, "later": 1, "sent": 1}


def test_a_server_that_is_down_loses_nothing(ledger, server):
    put(ledger, *[mail(n) for n in range(25)])
    server.stop()
    result = run(ledger, server)
    assert result.counts == {"later": 20}  # the claimed batch; the rest was not even tried
    assert "cannot reach 127.0.0.1" in result.failures[0].detail
    server.start()
    assert run(ledger, server, NOW + timedelta(minutes=2)).counts == {"sent": 25}
    assert len(server.mailbox.delivered) == 25


def test_a_server_that_closes_half_way_loses_nothing_and_repeats_nothing(ledger, server):
    server.mailbox.answer_data()
    put(ledger, *[mail(n) for n in range(6)])
    server.mailbox.refuse("bye@example.org", "421 4.3.2 shutting down")
    put(ledger, mail(7, "bye@example.org"))
    assert run(ledger, server).counts["later"] >= 1
    server.mailbox.accept("bye@example.org")
    run(ledger, server, NOW + timedelta(hours=1))
    assert sorted(server.mailbox.subjects) == sorted([f"mail {n}" for n in range(6)] + ["mail 7"])


def test_a_sender_that_is_refused_is_our_trouble_and_loses_no_mail(ledger, server):
    server.mailbox.refuse_sender("550 5.7.1 not allowed to send as this")
    put(ledger, mail(1), mail(2))
    assert run(ledger, server).counts == {"later": 2}
    assert "sender veille@example.org refused" in row(ledger, 1).last_error
    server.mailbox.refuse_sender(None)
    assert run(ledger, server, NOW + timedelta(hours=1)).counts == {"sent": 2}


def test_a_server_that_answers_too_late_gets_the_mail_again_with_the_same_message_id(ledger, server):
    server.mailbox.slow(3)
    put(ledger, mail(1))
    assert run(ledger, server, timeout_seconds=1).counts == {"later": 1}
    server.mailbox.slow(0)
    assert run(ledger, server, NOW + timedelta(minutes=1)).counts == {"sent": 1}
    assert [m["Message-ID"] for _, m in server.mailbox.delivered] == ["<1@example.org>"] * 2  # SMTP's open window


def test_a_worker_killed_before_sending_leaves_the_mail_to_the_next_after_its_lease(ledger, server, tmp_path):
    put(ledger, mail(1))
    dead = open_ledger(ledger.engine.url.render_as_string(), worker="dead")
    assert len(outbox.claim(dead, NOW, limit=5, lease_seconds=600)) == 1
    dead.close()
    assert run(ledger, server, NOW + timedelta(seconds=599)).claimed == 0
    assert run(ledger, server, NOW + timedelta(seconds=600)).counts == {"sent": 1}


def test_a_worker_that_lost_its_lease_does_not_send(ledger, server):
    put(ledger, mail(1))
    slow = open_ledger(ledger.engine.url.render_as_string(), worker="slow")
    (claimed,) = outbox.claim(slow, NOW, limit=5, lease_seconds=1)
    assert run(ledger, server, NOW + timedelta(seconds=2)).counts == {"sent": 1}
    assert not outbox.renew(slow, claimed, NOW + timedelta(seconds=3), lease_seconds=60)
    assert not outbox.sent(slow, claimed, NOW)
    slow.close()


def test_a_message_that_the_server_hangs_up_on_holds_up_no_other(ledger, server):
    server.mailbox.hang_up("poison@example.org")
    put(ledger, *[mail(n, "poison@example.org") for n in range(3)], *[mail(n) for n in range(3, 6)])
    assert run(ledger, server).counts == {"later": 3, "sent": 3}
    assert (row(ledger, 0).attempts, row(ledger, 2).attempts) == (1, 0)  # the third was not even tried
    server.mailbox.hang_up()
    assert run(ledger, server, NOW + timedelta(hours=1)).counts == {"sent": 3}
    assert sorted(server.mailbox.subjects) == sorted(f"mail {n}" for n in range(6))


def test_a_reader_whose_every_mail_breaks_the_connection_comes_after_the_others(ledger, server):
    server.mailbox.hang_up("poison@example.org")
    for n in range(0, 60, 6):  # each round, older than the mail of somebody else
        put(ledger, *[mail(n + i, "poison@example.org") for i in range(5)], mail(n + 5))
        run(ledger, server, NOW + timedelta(minutes=n))
        assert row(ledger, n + 5).state == "sent", n


def test_many_readers_whose_mails_break_the_connection_delay_another_by_rounds_not_for_ever(ledger, server):
    readers = [f"poison{n}@example.org" for n in range(10)]
    server.mailbox.hang_up(*readers)
    put(ledger, *[mail(n, reader) for n, reader in enumerate(readers)], mail(99))
    for minute in range(3):
        run(ledger, server, NOW + timedelta(minutes=minute))
    assert server.mailbox.subjects == ["mail 99"]


def test_a_good_mail_to_the_same_reader_gets_through(ledger, server):
    server.mailbox.answer_data("421 4.7.0 not this one")
    put(ledger, mail(1), mail(2), mail(3))
    assert run(ledger, server).counts == {"later": 1, "sent": 2}


def test_one_recipient_for_whom_the_server_has_no_room_waits_alone(ledger, server):
    server.mailbox.refuse("full@example.org", "452 4.2.2 mailbox full")
    put(ledger, mail(1, "full@example.org"), mail(2), mail(3, "full@example.org"), mail(4))
    assert run(ledger, server).counts == {"later": 2, "sent": 2}
    server.mailbox.accept("full@example.org")
    assert run(ledger, server, NOW + timedelta(hours=1)).counts == {"sent": 2}


def test_a_server_that_takes_a_mail_and_drops_the_line_gets_it_again_as_the_same_message(ledger, server):
    server.mailbox.drop_after_taking(1)
    put(ledger, mail(1), mail(2))
    assert run(ledger, server).counts == {"later": 1, "sent": 1}
    assert run(ledger, server, NOW + timedelta(hours=1)).counts == {"sent": 1}
    first, _, again = server.mailbox.raw
    assert first == again  # byte for byte, Message-ID included: a mailbox shows it once
    assert run(ledger, server, NOW + timedelta(days=1)).claimed == 0


@pytest.mark.parametrize("at", ["MAIL", "RCPT", "DATA", "."])
def test_a_line_too_long_for_smtplib_is_no_refusal(ledger, at):
    """It raises 500 of its own, which the server never said."""
    with TalkingServer({at: b"250 " + b"x" * 20_000 + b"\r\n"}) as server:
        put(ledger, mail(1))
        assert run(ledger, server).counts == {"later": 1}
    assert row(ledger, 1).state == "queued"


def test_what_cannot_be_said_in_smtp_is_refused_alone(server):
    smtp = SmtpSettings(host=server.host, port=server.port, sender="veille <veille@example.org>")
    with Mailer(smtp) as mailer:
        refused = mailer.send("mål@example.org", mail(1).message)
        assert (refused.state, refused.channel) == (DeliveryState.REFUSED, ChannelState.UP)
        assert "cannot be said in SMTP" in refused.reason
        assert mailer.send("desk@example.org", mail(2).message).state is DeliveryState.SENT


def test_a_message_to_an_address_of_no_channel_holds_up_no_other(ledger, server):
    put(ledger, mail(1, "no address"), mail(2))
    assert run(ledger, server).counts == {"later": 1, "sent": 1}
    assert "no channel for no address" in row(ledger, 1).last_error


def test_an_error_that_nobody_foresaw_holds_up_no_other(ledger, server, monkeypatch):
    send = MailChannel.send

    def sending(self, notification, now):
        return 1 / 0 if notification.id == "id1" else send(self, notification, now)

    monkeypatch.setattr(MailChannel, "send", sending)
    put(ledger, mail(1), mail(2))
    assert run(ledger, server).counts == {"later": 1, "sent": 1}
    assert "ZeroDivisionError" in row(ledger, 1).last_error


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    subprocess.run(
        [*command, "-keyout", folder / "key.pem", "-out", folder / "cert.pem"], check=True, capture_output=True
    )
    return folder


def test_starttls_with_login(certificate, tmp_path):
    options = {"tls_context": tls_context(certificate / "cert.pem", certificate / "key.pem")}
    server = MailServer(
        **options, require_starttls=True, auth_required=True, authenticator=with_login("veille", "s3cret")
    ).start()
    (tmp_path / "password").write_text("s3cret\n")
    base = {
        "host": server.host,
        "port": server.port,
        "security": "starttls",
        "ca_certs": certificate / "cert.pem",
        "username": "veille",
    }
    with Mailer(SmtpSettings(**base, password_file=tmp_path / "password")) as mailer:
        assert mailer.check() is None
        assert mailer.send("desk@example.org", mail(1).message).state is DeliveryState.SENT
    with Mailer(SmtpSettings(**base, password=SecretStr("wrong"))) as mailer:
        answer = mailer.send("desk@example.org", mail(1).message)
    server.stop()
    assert (answer.state, answer.channel) == (DeliveryState.LATER, ChannelState.DOWN)
    assert "VEILLE_SMTP__PASSWORD" in answer.reason
    assert "wrong" not in answer.reason


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(certificate):
    server = MailServer(tls_context=tls_context(certificate / "cert.pem", certificate / "key.pem")).start()
    with Mailer(SmtpSettings(host=server.host, port=server.port, security="starttls")) as mailer:
        answer = mailer.send("desk@example.org", mail(1).message)
    server.stop()
    assert answer.state is DeliveryState.LATER
    assert "smtp.ca_certs" in answer.reason
    assert server.mailbox.delivered == []


def test_tls_from_the_first_byte(certificate):
    context = tls_context(certificate / "cert.pem", certificate / "key.pem")
    server = MailServer(ssl_context=context).start()
    smtp = SmtpSettings(host=server.host, port=server.port, security="tls", ca_certs=certificate / "cert.pem")
    with Mailer(smtp) as mailer:
        assert mailer.send("desk@example.org", mail(1).message).state is DeliveryState.SENT
    server.stop()

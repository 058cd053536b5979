"""Links that take a reader off: signed, whole, short enough; and what being off means for mails."""

from email import message_from_string, policy

import pytest

from ingest.alert.rules import load_rules
from ingest.alert.unsubscribe import Unsubscriber, still_subscribed
from ingest.index.query.parse import parse
from ingest.ledger import subscriptions
from ingest.settings import Settings, WebSettings
from tests.unit.test_alert_stage import desk, empty_ledger  # noqa: F401 – fixtures

LINKS = Unsubscriber(b"k" * 32, "https://veille.example.org")


def token(link):
    return link.rpartition("/")[2]


def test_a_link_says_who_and_which_rules():
    link = LINKS.link("Desk@Example.org", ["aid", "korea"])
    assert link.startswith("https://veille.example.org/unsubscribe/")
    assert LINKS.read(token(link)) == ("desk@example.org", ("aid", "korea"))


def test_nobody_can_take_somebody_else_off():
    mine, other = (token(LINKS.link(f"{who}@example.org", ["aid"])) for who in ("me", "you"))
    forged = other.partition(".")[0] + "." + mine.partition(".")[2]
    assert LINKS.read(forged) is None
    assert Unsubscriber(b"o" * 32).read(mine) is None
    for broken in ("", ".", "x", "%00", mine[:-2], mine.replace(".", ""), "é." + mine, mine + "A"):
        assert LINKS.read(broken) is None


def test_a_link_fits_into_a_header_however_many_rules():
    link = LINKS.link("a" * 60 + "@" + "b" * 180 + ".example", [f"rule-{n:058}" for n in range(50)])
    assert len(link) < 800
    reader, rules = LINKS.read(token(link))
    assert reader.startswith("aaa")
    assert rules


def test_without_a_desk_there_is_no_link():
    assert Unsubscriber(b"").link("desk@example.org", ["aid"]) == ""


def with_desk(room, url="https://veille.example.org"):
    room.settings = Settings(timezone="Europe/Paris", web=WebSettings(public_url=url))


def test_every_mail_says_how_to_be_taken_off(desk):  # noqa: F811
    desk.rule("aid", "topics:aid")
    desk.run()
    for n, url in enumerate(("", "http://veille.example.org", "https://veille.example.org/")):
        with_desk(desk, url)
        desk.later(minutes=1)
        desk.article(f"a{n}", f"Aid {n}", topics=["aid"])
        desk.later(minutes=1)
        desk.run()
    nowhere, plain, safe = desk.mails()
    for mail in (nowhere, plain):
        assert mail["List-Unsubscribe"].startswith("<mailto:")
        assert mail["List-Unsubscribe-Post"] is None
    assert "http://veille.example.org/unsubscribe/" in plain.get_body(("html",)).get_content()
    assert mail_link(safe).startswith("https://veille.example.org/unsubscribe/")
    assert "<mailto:" in safe["List-Unsubscribe"]
    assert safe["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail_link(safe) in safe.get_body(("plain",)).get_content().replace("\r\n", "")


def mail_link(mail):
    return mail["List-Unsubscribe"].partition(">")[0].removeprefix("<")


def test_whoever_is_off_gets_nothing_more_and_others_do(desk):  # noqa: F811
    desk.rule("aid", "topics:aid", to="a@example.org, b@example.org")
    desk.rule("daily", "topics:aid", every="daily at 07:30", to="a@example.org")
    desk.run()
    with desk.ledger.begin() as c:
        subscriptions.unsubscribe(c, "a@example.org", ["aid", "daily"], desk.now, "mail")
    desk.later(minutes=1)
    desk.article("one", topics=["aid"])
    desk.later(days=2)
    assert not desk.run().failures
    assert [m["To"] for m in desk.mails()] == ["b@example.org"]
    with desk.ledger.begin() as c:
        assert subscriptions.subscribe(c, "a@example.org", ["aid"]) == 1
    desk.article("two", "Other aid", topics=["aid"])
    desk.later(minutes=1)
    desk.run()
    assert sorted(m["To"] for m in desk.mails()) == ["a@example.org", "b@example.org", "b@example.org"]


def test_the_key_is_made_once(desk):  # noqa: F811
    assert subscriptions.signing_key(desk.ledger) == subscriptions.signing_key(desk.ledger)


def test_only_the_named_rule_loses_a_recipient(tmp_path):
    file = tmp_path / "alerts.yaml"
    file.write_text("rules:\n" + "".join(f"  - {{id: {i}, query: x, recipients: [A@example.org]}}\n" for i in "ab"))
    rules = load_rules(file, parse)
    assert [r.recipients for r in still_subscribed(rules, {("a@example.org", "a")})] == [(), ("A@example.org",)]


@pytest.mark.parametrize("url", ["ftp://example.org", "veille.example.org", "https://"])
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(ValueError, match="no address of a server"):
        WebSettings(public_url=url)


def test_the_header_survives_folding(desk):  # noqa: F811
    with_desk(desk)
    desk.rule("a" * 60, "topics:aid", to="somebody.with.a.long.name@a.very.long.host.name.example.org")
    desk.run()
    desk.later(minutes=1)
    desk.article("one", topics=["aid"])
    desk.later(minutes=1)
    desk.run()
    (mail,) = desk.mails()
    again = message_from_string(mail.as_string(policy=policy.SMTP), policy=policy.default)
    assert mail_link(again) == mail_link(mail)

"""Rules over a real index, through the outbox, over a real SMTP conversation, into a mailbox; and the commands."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from sqlalchemy import update
from typer.testing import CliRunner

from ingest.alert.rules import load_rules
from ingest.cli.main import app
from ingest.clock import system_clock
from ingest.defaults import packaged
from ingest.index.document import Document
from ingest.index.open import open_index
from ingest.index.schema import DocumentKind
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.alerts import rules as rule_table
from ingest.operations.export import publish
from ingest.settings import load_settings
from ingest.stages.alert import alert, register_rules
from ingest.stages.deliver import deliver
from tests.fakes.index import FakeIndex
from tests.servers.smtp import MailServer

NOW = datetime.now(UTC)

RULES = """\
rules:
  - id: russia-dprk
    name: Russia – DPRK
    query: topics:russia-dprk OR (Путин* AND "Ким Чен Ын")
    recipients: [desk@example.org, boss@example.org]
  - id: korean
    query: 북한
    recipients: [desk@example.org]
  - id: daily
    query: Pyongyang OR 북한
    every: daily at 07:30 Europe/Paris
    recipients: [desk@example.org]
"""


class Newsroom:
    """Config, ledger, index and mailbox on this machine."""

    def __init__(self, folder, server, index=None):
        self.folder, self.server = folder, server
        (folder / "config").mkdir()
        (folder / "config" / "alerts.yaml").write_text(RULES, encoding="utf-8")
        toml = f'data_dir = "{folder}/data"\n[smtp]\nport = {server.port}\nsender = "veille <veille@example.org>"\n'
        (folder / "config" / "veille.toml").write_text(toml, encoding="utf-8")
        self.settings = load_settings(folder / "config", **({"index": index} if index else {}))
        self.rules = load_rules(folder / "config" / "alerts.yaml")
        self.ledger = open_ledger(self.settings.ledger_url)
        self.index = open_index(self.settings.index, self.ledger)
        self.index.setup()

    def article(self, key, title, at=NOW, **more):
        drawer = FakeIndex()
        drawer.article(key, title, at, **more)
        (written,) = self.index.write([Document(key, drawer.documents[key])])
        assert written.ok, written.reason

    def watch_since(self, moment):
        register_rules(self.ledger, self.rules, moment)

    def run(self, now):
        looked = alert(self.ledger, self.index, self.rules, self.settings, lambda: now, lambda _: None)
        return looked, deliver(self.ledger, self.settings, lambda: now, lambda _: None)

    def veille(self, *arguments):
        return CliRunner().invoke(app, ["alerts", *arguments, "--config", str(self.folder / "config")])


@pytest.fixture
def newsroom(tmp_path):
    server = MailServer().start()
    room = Newsroom(tmp_path, server)
    yield room
    room.index.close()
    room.ledger.close()
    server.stop()


@pytest.fixture(params=["sqlite", "elasticsearch"])
def anywhere(request, tmp_path):
    """The same on both indexes."""
    settings = None
    if request.param == "elasticsearch":
        settings = request.getfixturevalue("elasticsearch").settings(request.getfixturevalue("es_prefix"))
    server = MailServer().start()
    room = Newsroom(tmp_path, server, settings)
    yield room
    room.index.close()
    room.ledger.close()
    server.stop()


def test_what_matches_arrives_once_in_each_mailbox(anywhere):
    newsroom = anywhere
    newsroom.watch_since(NOW - timedelta(minutes=5))
    newsroom.article("ru", "Путину звонит Ким Чен Ын", language="ru", outlet="ТАСС")
    newsroom.article(
        "ko", "북한이 미사일을 발사했다", language="ko", outlet="연합뉴스", topics=["russia-dprk"], terms=["북한"]
    )
    newsroom.article("no", "Weather in Oslo")
    looked, delivered = newsroom.run(NOW + timedelta(minutes=1))
    assert looked.counts == {"matched": 3}
    assert delivered.counts == {"sent": 4}
    assert newsroom.run(NOW + timedelta(minutes=2))[1].claimed == 0
    got = {(to, m["Subject"]): m for to, m in newsroom.server.mailbox.delivered}
    assert set(got) == {
        ("desk@example.org", "[Russia – DPRK] Путину звонит Ким Чен Ын (ТАСС)"),
        ("boss@example.org", "[Russia – DPRK] Путину звонит Ким Чен Ын (ТАСС)"),
        ("desk@example.org", "[Russia – DPRK] 북한이 미사일을 발사했다 (연합뉴스)"),
        ("boss@example.org", "[Russia – DPRK] 북한이 미사일을 발사했다 (연합뉴스)"),
    }
    korean = got["desk@example.org", "[Russia – DPRK] 북한이 미사일을 발사했다 (연합뉴스)"]
    assert korean["X-Veille-Rules"] == "russia-dprk, korean"
    assert "*북한*이 미사일을" not in korean["Subject"]
    html = korean.get_body(("html",)).get_content()
    assert '<span class="hit" style="background:#ffe9a8;border-radius:2px;">북한</span>' in html
    russian = got["desk@example.org", "[Russia – DPRK] Путину звонит Ким Чен Ын (ТАСС)"]
    assert (
        '<span class="hit" style="background:#ffe9a8;border-radius:2px;">Путину</span>'
        in russian.get_body(("html",)).get_content()
    )


def test_what_a_page_says_cannot_leave_its_place_in_a_mail(anywhere):
    newsroom = anywhere
    newsroom.watch_since(NOW - timedelta(minutes=5))
    nasty = 'Pyongyang\r\nBcc: x@example.org\r\n\r\n<script>alert(1)</script> "><img src=x onerror=y> {{ 7*7 }} \u202eevil 북한\x00'
    newsroom.article(
        "bad",
        nasty,
        outlet='<b>"Outlet"\r\nTo: x',
        body=nasty,
        url='javascript:alert("1")',
        topics=["russia-dprk"],
        terms=["<script>"],
    )
    newsroom.run(NOW + timedelta(minutes=1))
    assert len(newsroom.server.mailbox.raw) == 2
    for raw in newsroom.server.mailbox.raw:
        mail = message_from_bytes(raw, policy=policy.default)
        assert mail["Bcc"] is None
        assert mail.get_all("To") in (["desk@example.org"], ["boss@example.org"])
        assert "\u202e" not in mail["Subject"]
        html = mail.get_body(("html",)).get_content()
        assert "<script" not in html
        assert "<img" not in html
        assert "{{ 7*7 }}" in html
        assert 'href="javascript' not in html


def test_a_mail_server_that_is_away_gets_everything_when_it_is_back(newsroom):
    newsroom.watch_since(NOW - timedelta(minutes=5))
    newsroom.article("ko", "북한이 미사일을 발사했다")
    newsroom.server.stop()
    assert newsroom.run(NOW + timedelta(minutes=1))[1].counts == {"later": 1}
    newsroom.server.start()
    newsroom.run(NOW + timedelta(minutes=3))
    assert [to for to, _ in newsroom.server.mailbox.delivered] == ["desk@example.org"]


def test_check_lists_and_refuses(newsroom):
    good = newsroom.veille("check")
    assert good.exit_code == 0
    assert good.stdout.startswith("3 rules well, 2 recipients\n")
    (newsroom.folder / "config" / "alerts.yaml").write_text(RULES + "  - id: x\n    query: '('\n")
    bad = newsroom.veille("check")
    assert bad.exit_code == 2
    assert "alerts.yaml:14: rules[3] x.query" in bad.stderr.replace("\n", "")
    as_json = json.loads(newsroom.veille("check", "--json").stdout)
    assert len(as_json["problems"]) == 2


def test_list_says_how_far_each_rule_is(newsroom):
    newsroom.watch_since(NOW - timedelta(minutes=5))
    newsroom.article("ko", "북한이 미사일을 발사했다")
    newsroom.run(NOW + timedelta(minutes=1))
    rows = {row["id"]: row for row in json.loads(newsroom.veille("list", "--json").stdout)}
    assert rows["korean"]["stories"] == 1
    assert rows["daily"]["waiting"] == 1
    assert rows["daily"]["next_due"]
    assert newsroom.veille("list").exit_code == 0


def test_test_shows_and_writes_what_would_have_been_sent_and_changes_nothing(newsroom, tmp_path):
    for n in range(3):
        newsroom.article(f"a{n}", f"Pyongyang day {n}", system_clock() - timedelta(days=n, hours=1), story=f"s{n}")
    newsroom.article(
        "b", "Pyongyang day 2, again", system_clock() - timedelta(days=2, hours=2), story="s2", outlet="TASS"
    )
    answer = json.loads(
        newsroom.veille("test", "daily", "--since", "30d", "--eml", str(tmp_path / "out"), "--json").stdout
    )
    assert len(answer["stories"]) == 3
    assert len(answer["mails"]) == 3
    files = sorted((tmp_path / "out").glob("*.eml"))
    assert len(files) == 3
    mail = message_from_bytes(files[0].read_bytes(), policy=policy.default)
    assert mail["Subject"] == "[daily] 1 story: Pyongyang day 2, again"
    assert "Also in: Yonhap" in mail.get_body(("plain",)).get_content()
    assert (tmp_path / "out" / files[0].with_suffix(".html").name).exists()
    assert newsroom.server.mailbox.delivered == []
    assert newsroom.run(system_clock())[0].counts == {"quiet": 3}  # seen first only now


def test_another_query_is_compared_with_the_one_in_the_file(newsroom):
    newsroom.article("a", "Pyongyang calls", system_clock() - timedelta(minutes=1))
    newsroom.article("b", "Seoul calls", system_clock() - timedelta(minutes=1))
    answer = newsroom.veille("test", "daily", "--query", "Seoul")
    assert "0 kept, 1 gained, 1 lost" in answer.stdout
    assert "+ Seoul calls" in answer.stdout
    assert newsroom.veille("test", "daily", "--query", "Seoul AND (").exit_code == 2
    assert newsroom.veille("test", "nosuch").exit_code == 2
    assert newsroom.veille("test", "daily", "--since", "soon").exit_code == 2


def test_send_looks_and_delivers_now(newsroom):
    newsroom.watch_since(system_clock() - timedelta(minutes=5))
    newsroom.article("ko", "북한이 미사일을 발사했다", system_clock() - timedelta(minutes=1))
    newsroom.server.mailbox.refuse("desk@example.org")
    first = newsroom.veille("send")
    assert first.exit_code == 1
    assert "no such user" in first.stderr.replace("\n", " ")
    newsroom.server.mailbox.accept("desk@example.org")
    again = json.loads(newsroom.veille("send", "--failed", "--json").stdout)
    assert again["deliver"]["outcomes"] == {"sent": 1}


def test_thirty_days_of_watermark_are_read_in_pages(anywhere):
    newsroom = anywhere
    newsroom.watch_since(NOW - timedelta(days=30))
    for start in range(0, 450, 150):
        docs = FakeIndex()
        for n in range(start, start + 150):
            docs.article(f"p{n}", f"Pyongyang {n}", NOW - timedelta(minutes=n))
        newsroom.index.write([Document(k, d) for k, d in docs.documents.items()])
    looked, _ = newsroom.run(NOW + timedelta(minutes=1))
    assert looked.new == 450
    publish(newsroom.ledger, newsroom.index, newsroom.rules)
    newsroom.index.refresh()
    assert newsroom.index.count(DocumentKind.MATCHES) == 450
    with newsroom.ledger.begin() as c:
        c.execute(update(rule_table).values(watermark=NOW - timedelta(days=30)))
    assert newsroom.run(NOW + timedelta(minutes=2))[0].new == 0


def test_check_knows_the_installation_and_tries_golden_sentences(newsroom):
    shutil.copy(packaged("config") / "topics.yaml", newsroom.folder / "config" / "topics.yaml")
    shutil.copytree(packaged("config") / "topics", newsroom.folder / "config" / "topics")
    (newsroom.folder / "config" / "alerts.yaml").write_text(
        """rules:
  - id: typo
    query: topics:rusia-dprk
    recipients: [desk@example.org]
  - id: golden
    query: topics:russia-dprk
    recipients: [desk@example.org]
    must_match: ["Le Kremlin confirme une aide militaire à la Corée du Nord"]
    must_not_match: ["La météo de mardi", "Kremlin confirms military aid for North Korea"]
""",
        encoding="utf-8",
    )
    checked = newsroom.veille("check")
    said = " ".join(checked.stderr.split())
    assert checked.exit_code == 2
    assert "typo: topics is never 'rusia-dprk' here → do you mean russia-dprk?" in said
    assert "golden: matches “Kremlin confirms military aid for North Korea”" in said
    assert "météo" not in said
    assert "Corée" not in said


def test_diff_shows_what_a_changed_rule_gains_and_loses_before_it_goes_live(newsroom):
    newsroom.watch_since(NOW - timedelta(minutes=5))
    newsroom.article("a", "Pyongyang calls", system_clock() - timedelta(minutes=1))
    newsroom.article("b", "Seoul calls", system_clock() - timedelta(minutes=1))
    assert "no rule has changed" in newsroom.veille("diff").stdout
    changed = RULES.replace("query: Pyongyang OR 북한", "query: Seoul")
    (newsroom.folder / "config" / "alerts.yaml").write_text(changed, encoding="utf-8")
    answer = newsroom.veille("diff")
    assert answer.exit_code == 1
    assert "+ Seoul calls" in answer.stdout
    assert "- Pyongyang calls" in answer.stdout


def test_a_rule_is_paused_woken_and_a_story_muted(newsroom):
    newsroom.watch_since(NOW - timedelta(minutes=5))
    assert "sleeps until" in newsroom.veille("pause", "korean", "--until", "8h").stdout
    assert "asleep until" in newsroom.veille("list").stdout
    assert newsroom.veille("resume", "korean").exit_code == 0
    assert newsroom.veille("resume", "korean").exit_code == 1
    assert newsroom.veille("pause", "korean", "--until", "yesterday").exit_code == 2
    assert newsroom.veille("mute", "https://example.org/nowhere", "--for", "desk@example.org").exit_code == 2
    assert all(len(line) <= 80 for line in newsroom.veille("list").stdout.splitlines())

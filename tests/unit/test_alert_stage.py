"""What the alert stage promises, on a real ledger and a fake index."""

import re
import shutil
from datetime import UTC, datetime, timedelta
from email import message_from_string, policy

import pytest
from sqlalchemy import event, select, update

from ingest.alert.channels.registry import address_checker
from ingest.alert.rules import load_rules
from ingest.index.fields import MATCHES
from ingest.index.query.parse import parse
from ingest.index.schema import DocumentKind
from ingest.index.values import flatten
from ingest.ledger import history, retention
from ingest.ledger import matches as ledger_matches
from ingest.ledger import rules as ledger_rules
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.alerts import matches, outbox
from ingest.ledger.tables.alerts import rules as rule_table
from ingest.ledger.tables.articles import articles
from ingest.operations.export import publish
from ingest.settings import AlertSettings, Settings
from ingest.stages.alert import alert
from tests.fakes.index import FakeIndex

START = datetime(2025, 4, 28, 5, 0, tzinfo=UTC)  # 07:00 in Paris


class Desk:
    """A newsroom with one ledger and one index; time stands still until somebody lets it pass."""

    def __init__(self, tmp_path, ledger):
        self.folder = tmp_path
        self.ledger = ledger
        self.index = FakeIndex()
        self.now = START
        self.settings = Settings(timezone="Europe/Paris")
        self.rules = ()

    def rule(self, id, query, *, every="immediately", to="desk@example.org", more=""):
        file = self.folder / "alerts.yaml"
        before = file.read_text() if file.exists() else "rules:\n"
        file.write_text(f"{before}  - {{id: {id}, query: '{query}', every: {every}, recipients: [{to}]{more}}}\n")
        check = address_checker(self.settings)
        self.rules = load_rules(file, parse, timezone="Europe/Paris", check_address=check)

    def without_rules(self):
        (self.folder / "alerts.yaml").unlink()
        self.rules = ()

    def run(self, ledger=None):
        return alert(ledger or self.ledger, self.index, self.rules, self.settings, lambda: self.now, lambda _: None)

    def later(self, **span):
        self.now += timedelta(**span)

    def at(self, *clock):
        self.now = datetime(*clock, tzinfo=UTC)

    def article(self, key, title="Kim meets Putin", **more):
        self.index.article(key, title, self.now, **more)

    def in_ledger(self, key, **more):
        with self.ledger.begin() as c:
            values = {
                "url": key,
                "original_url": key,
                "host": "h",
                "feed_id": "f",
                "policy": "full",
                "title": "t",
                **more,
            }
            c.execute(articles.insert().values(key=key, first_seen_at=self.now, state="indexed", **values))

    def mails(self):
        with self.ledger.read() as c:
            rows = c.execute(select(outbox).order_by(outbox.c.created_at, outbox.c.subject)).all()
        return [message_from_string(r.message, policy=policy.default) for r in rows]

    def subjects(self):
        return [m["Subject"] for m in self.mails()]


@pytest.fixture(scope="module")
def empty_ledger(tmp_path_factory):
    """Made once: migrations are most of the time that a test takes."""
    file = tmp_path_factory.mktemp("ledger") / "ledger.sqlite"
    open_ledger(f"sqlite:///{file}").close()
    return file


@pytest.fixture
def desk(tmp_path, empty_ledger):
    file = shutil.copy(empty_ledger, tmp_path / "ledger.sqlite")
    ledger = open_ledger(f"sqlite:///{file}", worker="desk", migrate=False)
    yield Desk(tmp_path, ledger)
    ledger.close()


def text_of(mail):
    return mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


def test_a_matching_article_becomes_one_mail_with_everything_in_it(desk):
    desk.rule("russia-dprk", "topics:russia-dprk")
    desk.run()
    desk.later(minutes=5)
    desk.article("a", topics=["russia-dprk"], terms=["Kim", "Putin"], body="In Pyongyang, Kim said so.")
    desk.later(minutes=1)
    run = desk.run()
    assert (run.counts, run.new, run.accounted) == ({"matched": 1}, 1, True)
    (mail,) = desk.mails()
    assert mail["Subject"] == "[russia-dprk] Kim meets Putin (Yonhap)"
    assert mail["To"] == "desk@example.org"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Id"].endswith("<russia-dprk.veille.localhost>")
    text = text_of(mail)
    assert "Mon 28 Apr 2025, 07:01 CEST" in text
    assert "In the index 4 minutes after publication" in text
    assert "https://example.org/a" in text
    assert "Topic: russia-dprk – Kim, Putin" in text
    assert "In Pyongyang, *Kim* said so." in text


def test_the_same_article_is_told_once_however_often_the_stage_runs(desk):
    desk.rule("kim", "Kim")
    desk.article("a")
    for _ in range(5):
        desk.later(minutes=1)
        desk.run()
    assert len(desk.mails()) == 1


def test_four_outlets_with_one_wire_copy_are_one_mail_that_shows_the_source_and_names_the_others(desk):
    desk.rule("kim", "Kim")
    desk.run()
    for minutes, outlet in enumerate(["Figaro", "Monde", "AFP", "Croix"]):
        published = START - timedelta(hours=1) if outlet == "AFP" else None
        desk.article(f"a{minutes}", story="s", outlet=outlet, published=published)
    desk.later(minutes=1)
    desk.run()
    (mail,) = desk.mails()
    assert mail["Subject"] == "[kim] Kim meets Putin (AFP +3)"
    assert "same text: Figaro 06:59, Monde 06:59, Croix 06:59" in text_of(mail)


def test_a_later_copy_of_a_told_story_is_not_told(desk):
    desk.rule("kim", "Kim")
    desk.run()
    desk.article("a", story="s")
    desk.later(minutes=1)
    desk.run()
    desk.article("b", story="s", outlet="TASS")
    desk.later(minutes=1)
    run = desk.run()
    assert run.counts == {"quiet": 1}
    assert len(desk.mails()) == 1


def test_rules_that_match_one_story_share_one_mail_for_each_reader(desk):
    desk.rule("kim", "Kim", to="desk@example.org, boss@example.org")
    desk.rule("putin", "Putin", to="DESK@example.org")
    desk.run()
    desk.article("a")
    desk.later(minutes=1)
    desk.run()
    mails = {m["To"]: m for m in desk.mails()}
    assert mails["desk@example.org"]["X-Veille-Rules"] == "kim, putin"
    assert mails["boss@example.org"]["X-Veille-Rules"] == "kim"
    assert len(mails) == 2


def test_a_story_told_by_one_rule_is_not_mailed_again_when_another_rule_matches_it_later(desk):
    desk.rule("kim", "Kim")
    desk.rule("putin", "Putin")
    desk.run()
    desk.article("a", "Kim travels", story="s")
    desk.later(minutes=1)
    desk.run()
    desk.article("b", "Putin hosts a guest", story="s")
    desk.later(minutes=1)
    desk.run()
    assert len(desk.mails()) == 1
    with desk.ledger.read() as c:
        rows = {r.rule_id: r for r in c.execute(select(matches)).all()}
    assert rows["putin"].mail_id == rows["kim"].mail_id
    assert rows["putin"].note == "told"


def test_a_new_rule_does_not_mail_the_archive(desk):
    for n in range(30):
        desk.article(f"old{n}")
    desk.later(days=1)
    desk.rule("kim", "Kim")
    assert desk.run().counts == {"quiet": 1}
    assert desk.mails() == []


def test_a_late_document_is_found_by_when_it_was_indexed_not_by_its_date(desk):
    desk.rule("kim", "Kim")
    desk.run()
    desk.later(days=3)
    desk.article("a", published=START - timedelta(days=400))
    desk.later(minutes=1)
    desk.run()
    assert len(desk.mails()) == 1


def test_a_document_that_becomes_visible_late_is_found_within_the_overlap(desk):
    desk.rule("kim", "Kim")
    desk.run()
    stamped = desk.now + timedelta(minutes=1)
    desk.later(minutes=10)
    desk.run()  # the watermark is past the document's indexed_at before it can be seen
    desk.index.article("a", "Kim meets Putin", stamped)
    desk.later(minutes=1)
    desk.run()
    assert len(desk.mails()) == 1


def test_an_index_that_is_down_keeps_the_watermark_and_says_so_then_nothing_is_missing(desk):
    desk.rule("kim", "Kim")
    desk.run()
    desk.index.down()
    desk.later(hours=3)
    run = desk.run()
    assert run.counts == {"index-unavailable": 1}
    assert "05:00 UTC" in run.failures[0].detail
    with desk.ledger.read() as c:
        assert ledger_rules.states(c)["kim"].watermark == START
        assert "does not answer" in ledger_rules.failing(c)[0].last_error
    desk.index.article("a", "Kim", START + timedelta(hours=1))
    desk.index.up()
    desk.later(hours=1)
    assert desk.run().counts == {"matched": 1}
    with desk.ledger.read() as c:
        assert ledger_rules.failing(c) == []


def test_a_daily_digest_gathers_and_comes_once_at_its_time(desk):
    desk.rule("korea", "Kim", every="daily at 07:30")
    desk.run()
    desk.article("a", "Kim one")
    desk.later(minutes=10)
    desk.run()
    desk.article("b", "Kim two")
    assert desk.mails() == []
    desk.later(minutes=25)  # 07:35
    for _ in range(3):
        desk.run()
        desk.later(minutes=1)
    assert desk.subjects() == ["[korea] 2 stories: Kim one"]
    desk.later(days=1)
    desk.run()
    assert len(desk.mails()) == 1  # nothing new: skipped


def test_a_scheduler_that_was_away_for_days_sends_one_digest(desk):
    desk.rule("korea", "Kim", every="daily at 07:30")
    desk.run()
    for day in range(4):
        desk.article(f"a{day}", f"Kim on day {day}")
        desk.later(days=1)
    desk.run()
    desk.later(minutes=1)
    desk.run()
    assert desk.subjects() == ["[korea] 4 stories: Kim on day 0"]


def test_a_digest_waits_for_the_index_rather_than_being_incomplete(desk):
    desk.rule("korea", "Kim", every="daily at 07:30")
    desk.run()
    desk.article("a", "Kim one")
    desk.later(minutes=10)
    desk.run()
    desk.index.down()
    desk.later(minutes=30)
    desk.run()
    assert desk.mails() == []
    desk.index.up()
    desk.later(minutes=30)
    desk.run()
    assert len(desk.mails()) == 1


def test_an_empty_digest_is_sent_where_it_is_asked_for_as_proof_of_watch(desk):
    desk.rule("korea", "Kim", every="daily at 07:30", more=", when_empty: send")
    desk.run()
    desk.later(hours=1)
    desk.run()
    (mail,) = desk.mails()
    assert mail["Subject"] == "[korea] nothing new"
    assert "proof that the watch goes on" in text_of(mail)


def test_a_digest_names_in_one_line_what_its_reader_was_told_before(desk):
    desk.rule("now", "Putin")
    desk.rule("korea", "Kim", every="daily at 07:30")
    desk.run()
    desk.article("a", "Kim meets Putin")
    desk.article("b", "Kim rests")
    desk.later(minutes=5)
    desk.run()
    desk.later(hours=1)
    desk.run()
    first, digest = desk.mails()
    assert first["Subject"] == "[now] Kim meets Putin (Yonhap)"
    assert digest["Subject"] == "[korea] 1 story: Kim rests"
    assert "told of these before:\n- Kim meets Putin" in text_of(digest)


def test_a_digest_in_which_everything_was_told_before_is_skipped(desk):
    desk.rule("now", "Kim")
    desk.rule("korea", "Kim", every="daily at 07:30")
    desk.run()
    desk.article("a")
    desk.later(hours=1)
    desk.run()
    assert len(desk.mails()) == 1
    with desk.ledger.read() as c:
        assert ledger_matches.waiting(c, ["korea"]) == []


@pytest.mark.slow
def test_a_flood_is_one_mail(desk):
    desk.settings = desk.settings.model_copy(update={"alert": AlertSettings(burst=20)})
    desk.rule("kim", "Kim")
    desk.run()
    for n in range(450):
        desk.article(f"a{n}", f"Kim item {n}", published=desk.now - timedelta(minutes=500 - n))
    desk.later(minutes=1)
    assert desk.run().new == 450
    (mail,) = desk.mails()
    assert mail["Subject"].startswith("[kim] 450 stories: Kim item 0")
    assert len(mail.get_body(("html",)).get_content().encode()) < 102_000  # Gmail cuts what is longer
    text = text_of(mail)
    full, titles = len(re.findall(r"(?m)^\d+\. Kim item", text)), len(re.findall(r"(?m)^- Kim item", text))
    assert full >= 5
    assert f"{450 - full - titles} more stories are not listed here" in text
    desk.later(minutes=1)
    assert desk.run().counts == {"quiet": 1}


def test_a_backfilled_article_is_recorded_and_tells_nobody_but_a_live_one_in_its_story_does(desk):
    desk.rule("kim", "Kim")
    desk.run()
    desk.in_ledger("a", silent=True)
    desk.article("a", story="s")
    desk.later(minutes=1)
    desk.run()
    assert desk.mails() == []
    with desk.ledger.read() as c:
        assert ledger_matches.of_event(c, "s")[0]["note"] == "silent"
    desk.article("b", story="s", outlet="TASS")
    desk.later(minutes=1)
    desk.run()
    assert desk.subjects() == ["[kim] Kim meets Putin (TASS +1)"]


def test_a_digest_says_once_how_many_older_matches_a_new_feed_brought(desk):
    desk.rule("korea", "Kim", every="daily at 07:30", more=", when_empty: send")
    desk.run()
    for key in "abc":
        desk.in_ledger(key, silent=True)
        desk.article(key, story=key)
    desk.later(minutes=1)
    desk.run()
    desk.later(days=1)
    desk.run()
    desk.later(days=1)
    desk.run()
    first, second = desk.mails()
    assert "Added without a mail: 3 older matches" in text_of(first)
    assert "Added without a mail: 3 older matches" in first.get_body(("html",)).get_content()
    assert "older match" not in text_of(second)


def test_a_changed_query_keeps_its_watermark_and_floods_nobody(desk):
    desk.rule("kim", "Putin")
    desk.run()
    desk.later(days=2)
    desk.article("old", "Kim alone")
    desk.later(days=1)
    desk.run()
    desk.without_rules()
    desk.rule("kim", "Kim")
    desk.article("new", "Kim again")
    desk.later(minutes=1)
    desk.run()
    assert desk.subjects() == ["[kim] Kim again (Yonhap)"]


def test_a_rule_that_was_away_starts_from_when_it_is_back(desk):
    desk.rule("kim", "Kim")
    desk.run()
    desk.without_rules()
    desk.run()
    desk.later(days=1)
    desk.article("missed")
    desk.later(days=1)
    desk.rule("kim", "Kim")
    desk.run()
    assert desk.mails() == []


def test_a_worker_that_is_slower_than_another_records_nothing(desk):
    desk.rule("kim", "Kim")
    desk.run()
    desk.article("a")
    desk.later(minutes=1)
    other = open_ledger(desk.ledger.engine.url.render_as_string(hide_password=False), worker="other")

    class Slow(FakeIndex):
        def search(self, ask):
            if not overtaken:
                overtaken.append(desk.run(other))  # the other worker does all of its run in between
            return desk.index.search(ask)

    overtaken = []
    slow = alert(
        desk.ledger, Slow(), desk.rules, desk.settings, lambda: desk.now + timedelta(seconds=1), lambda _: None
    )
    other.close()
    assert overtaken[0].counts == {"matched": 1}
    assert slow.counts == {"taken": 1}
    assert len(desk.mails()) == 1


def test_a_kill_while_recording_leaves_nothing_and_the_next_run_does_it_all(desk, monkeypatch):
    desk.rule("kim", "Kim")
    desk.run()
    desk.article("a")
    desk.later(minutes=1)
    with monkeypatch.context() as patch:
        patch.setattr(ledger_matches, "_move", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            desk.run()
    with desk.ledger.read() as c:
        assert c.execute(select(matches)).all() == []
        assert c.execute(select(outbox)).all() == []
    desk.run()
    assert len(desk.mails()) == 1


def test_a_changed_schedule_counts_anew_and_what_waited_is_told(desk):
    desk.rule("kim", "Kim", every="daily at 07:30")
    desk.run()
    desk.article("a")
    desk.later(minutes=1)
    desk.run()
    desk.without_rules()
    desk.rule("kim", "Kim")
    desk.later(minutes=1)
    desk.run()
    assert len(desk.mails()) == 1


def test_a_mail_is_the_same_to_the_byte_when_it_is_made_again(desk):
    desk.rule("kim", "Kim")
    desk.run()
    desk.article("a")
    desk.later(minutes=1)
    desk.run()
    with desk.ledger.begin() as c:
        first = c.execute(select(outbox.c.message)).scalar_one()
        for table in ("told", "matches", "outbox"):
            c.exec_driver_sql(f"DELETE FROM {table}")
        c.execute(update(rule_table).values(watermark=START))
    desk.run()
    with desk.ledger.read() as c:
        assert c.execute(select(outbox.c.message)).scalar_one() == first


def test_matches_are_shown_to_dashboards_once_with_what_becomes_of_them(desk):
    desk.rule("kim", "Kim")
    desk.rule("daily", "Kim", every="daily at 07:30")
    desk.run()
    desk.article("a", topics=["russia-dprk"])
    for _ in range(3):
        desk.later(minutes=1)
        desk.run()
        publish(desk.ledger, desk.index, desk.rules)
    docs = {d["rule"]["id"]: d for d in desk.index.kept[DocumentKind.MATCHES].values()}
    assert all(flatten(d, MATCHES) for d in docs.values()), "an unknown field is refused"
    assert docs["kim"]["mail"]["status"] == "queued"
    assert docs["daily"]["mail"] == {"status": "waiting", "due_at": "2025-04-28T05:30:00.000Z"}
    assert docs["kim"]["lag_seconds"] == 300
    assert docs["kim"]["topics"] == ["russia-dprk"]


def test_retention_forgets_what_was_told_and_keeps_what_waits(desk):
    desk.rule("kim", "Kim")
    desk.rule("daily", "Putin", every="daily at 07:30", to="other@example.org")
    desk.run()
    desk.article("a")
    desk.later(minutes=1)
    desk.run()
    with desk.ledger.begin() as c:
        c.execute(update(outbox).values(state="sent"))
        gone = retention.prune(c, desk.now + timedelta(days=1))
    assert (gone["matches"], gone["told"], gone["mails"]) == (1, 1, 1)
    with desk.ledger.read() as c:
        assert len(ledger_matches.waiting(c, ["daily"])) == 1


def test_the_story_of_an_article_names_the_mails_of_all_its_readers(desk):
    desk.rule("kim", "Kim", to="desk@example.org, boss@example.org")
    desk.run()
    desk.in_ledger("a", story_id="story-a")
    desk.article("a")
    desk.later(minutes=1)
    desk.run()
    with desk.ledger.read() as c:
        assert {m["recipient"] for m in history.dossier(c, "a")["mails"]} == {"desk@example.org", "boss@example.org"}


@pytest.mark.slow
def test_a_kill_at_any_statement_loses_nothing(tmp_path, empty_ledger):
    """Stopped at its first statement, its second, … its last commit; the next run finishes, and each reader is told once."""
    stopped = 0
    for n in range(1, 500):
        folder = tmp_path / str(n)
        folder.mkdir()
        ledger = open_ledger(f"sqlite:///{shutil.copy(empty_ledger, folder / 'ledger.sqlite')}", migrate=False)
        desk = Desk(folder, ledger)
        desk.rule("kim", "Kim", to="desk@example.org, boss@example.org")
        desk.run()
        desk.article("a")
        desk.later(minutes=1)
        done = _stopped_at(desk, n)
        desk.later(minutes=1)
        desk.run()
        assert sorted(m["To"] for m in desk.mails()) == ["boss@example.org", "desk@example.org"], f"statement {n}"
        ledger.close()
        if done:
            break
        stopped += 1
    assert stopped > 20


def _stopped_at(desk, n):
    """Run until the nth statement or commit; True if the run came to its end."""
    left = [n]

    def step(*_):
        left[0] -= 1
        if left[0] == 0:
            raise KeyboardInterrupt

    engine = desk.ledger.engine
    for name in ("before_cursor_execute", "commit"):
        event.listen(engine, name, step)
    try:
        desk.run()
    except KeyboardInterrupt:
        return False
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(engine, name, step)
    return True

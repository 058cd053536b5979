"""Watch rules over both indexes: what is noticed, once, live and in a backtest, and the mail that says it."""

import secrets
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from ingest.alert.backtest import drafts, matches
from ingest.alert.rules import load_rules
from ingest.alert.watch.noticed import sentence
from ingest.index.document import Document
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.schema import DocumentKind
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.alerts import outbox
from ingest.ledger.tables.articles import articles
from ingest.settings import Settings
from ingest.stages.alert import alert, register_rules
from tests.fakes.index import FakeIndex
from tests.servers import elasticsearch as server

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # a Monday
WEEK, HOUR = timedelta(days=7), timedelta(hours=1)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    ledger = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('embedded')}/veille.sqlite")
    index = SqliteIndex(ledger, "", lambda: NOW)
    index.setup()
    yield index
    ledger.close()


@pytest.fixture(scope="module")
def cluster(elasticsearch):
    prefix = f"t{secrets.token_hex(4)}-"
    index = ElasticsearchIndex(elasticsearch.settings(prefix, timeout_seconds=120), lambda: NOW)
    index.setup()
    yield index
    index.close()
    server.remove(elasticsearch, prefix)


class Room:
    """Rules, an index of either kind, and a ledger of its own."""

    def __init__(self, folder, index):
        self.folder, self.index = folder, index
        self.ledger = open_ledger(f"sqlite:///{folder}/ledger.sqlite")
        self.drawer = FakeIndex()

    def rule(self, watch, query="Kursk"):
        file = self.folder / "alerts.yaml"
        file.write_text(
            f"rules:\n  - {{id: kursk, query: '{query}', watch: '{watch}', recipients: [desk@example.org]}}\n"
        )
        self.rules = load_rules(file)
        return self.rules[0]

    def article(self, key, at, title="Kursk", **more):
        self.drawer.article(key, title, at, published=at - timedelta(minutes=1), **more)

    def filed(self):
        written = self.index.write([Document(key, source) for key, source in self.drawer.documents.items()])
        assert all(one.ok for one in written)
        self.index.refresh()

    def weeks(self, usual=2, back=5, **more):
        """So many articles in the hour before nine on Mondays, and one that shows how old the archive is."""
        self.article("oldest", NOW - WEEK * 9, "Rain", **more)
        for week in range(1, back + 1):
            for n in range(usual):
                self.article(f"w{week}-{n}", NOW - WEEK * week - timedelta(minutes=31 + n), **more)

    def run(self, now):
        return alert(self.ledger, self.index, self.rules, Settings(), lambda: now, lambda _: None)

    def register(self, at):
        register_rules(self.ledger, self.rules, at)

    def subjects(self):
        with self.ledger.read() as c:
            return [row.subject for row in c.execute(select(outbox).order_by(outbox.c.created_at))]

    def noticed(self, rule, since, until=NOW):
        return [sentence(m.summary.noticed) for m in matches(self.index, rule, since, until)]


@pytest.fixture(params=["sqlite", "elasticsearch"])
def room(request, tmp_path):
    index = request.getfixturevalue("embedded" if request.param == "sqlite" else "cluster")
    for kind in DocumentKind:
        index.prune(datetime(9000, 1, 1, tzinfo=UTC), kind)
    room = Room(tmp_path, index)
    yield room
    room.ledger.close()


def test_a_surge_is_told_once_however_long_it_is_looked_at(room):
    rule = room.rule("3 times the usual in 1h, at least 5 articles")
    room.weeks()
    for n in range(7):
        room.article(f"now-{n}", NOW - timedelta(minutes=n + 1), f"Kursk {n}", event="big" if n < 4 else f"e{n}")
    room.filed()
    room.register(NOW - timedelta(minutes=10))
    for minutes in (0, 5, 10):
        assert not room.run(NOW + timedelta(minutes=minutes)).failures
    assert room.subjects() == ["[kursk] 7 articles in 1 hour, usually 0 – Kursk 3"]
    (found,) = matches(room.index, rule, NOW - timedelta(days=2), NOW)
    assert len(found.summary.noticed.examples) == 3
    assert len(drafts(rule, [found], 20)) == 1


def test_what_is_usual_on_mondays_is_no_surge(room):
    rule = room.rule("3 times the usual in 1h, at least 5 articles")
    room.weeks(usual=4)
    for n in range(7):
        room.article(f"now-{n}", NOW - timedelta(minutes=31 + n))
    room.filed()
    assert room.noticed(rule, NOW - timedelta(days=2)) == []


def test_each_outlet_is_compared_with_itself(room):
    rule = room.rule("3 times the usual in 1h for each outlet, at least 3 articles", "*")
    room.weeks(outlet="TASS")
    for name, many in (("TASS", 5), ("RFI", 9)):
        for n in range(many):
            room.article(f"{name}-{n}", NOW - timedelta(minutes=n + 1), outlet=name)
    room.filed()
    assert room.noticed(rule, NOW - HOUR) == ["TASS: 5 articles in 1 hour, usually 0"]  # RFI is new here


SILENT = "TASS: nothing for 1 hour, usually 2 articles. The last one:"


@pytest.fixture
def silent(room):
    """TASS has said nothing between eight and nine, as on no Monday before."""
    room.rule("silence of 1h for each outlet, at least 2 articles", "*")
    room.weeks(back=8, outlet="TASS")
    room.article("last", NOW - HOUR * 9, "The last word", outlet="TASS")
    room.filed()
    room.register(NOW - timedelta(minutes=45))
    return room


def test_a_silence_is_told_once(silent):
    assert silent.noticed(silent.rules[0], NOW - HOUR * 3) == [SILENT]
    for minutes in (0, 5, 31, 90):
        assert not silent.run(NOW + timedelta(minutes=minutes)).failures
    assert silent.subjects() == ["[kursk] TASS: nothing for 1 hour, usually 2 articles. The last one – The last word"]


def test_a_silence_of_ours_is_not_told_as_the_outlet_s(silent):
    with silent.ledger.begin() as c:  # an article that waits since before: what we have not read may have spoken
        row = {"key": "k", "url": "u", "original_url": "u", "host": "h", "feed_id": "f", "policy": "full", "title": "t"}
        c.execute(articles.insert().values(**row, first_seen_at=NOW - HOUR * 2, state="discovered"))
    silent.run(NOW)
    assert silent.subjects() == []


def test_the_first_mention_is_told_and_the_second_is_not(room):
    rule = room.rule("first mention in 90d")
    room.article("old", NOW - timedelta(days=200))
    room.article("rain", NOW - timedelta(days=60), "Rain")
    room.article("one", NOW - timedelta(minutes=9), "Kursk again", event="one")
    room.article("two", NOW - timedelta(minutes=4), "Kursk and again", event="two")
    room.filed()
    room.register(NOW - timedelta(minutes=5))
    room.run(NOW)
    room.run(NOW + timedelta(minutes=5))
    assert room.subjects() == ["[kursk] First mention in 90 days – Kursk again"]
    assert room.noticed(rule, NOW - timedelta(days=300)) == ["First mention in 90 days"]


def test_on_a_new_archive_nothing_is_a_first_mention(room):
    rule = room.rule("first mention")
    room.article("rain", NOW - timedelta(days=20), "Rain")
    room.article("one", NOW - timedelta(minutes=9))
    room.filed()
    assert room.noticed(rule, NOW - timedelta(days=25)) == []


def test_a_new_country_is_one_that_was_read_and_had_said_nothing(room):
    rule = room.rule("new country in 30d")
    for country, title in (("CN", "Rain"), ("FR", "Rain"), ("FR", "Kursk")):
        room.article(f"{country}-{title}", NOW - timedelta(days=31), title, country=country)
    room.article("fr", NOW - timedelta(days=3), country="FR")
    room.article("cn", NOW - timedelta(hours=2), "Kursk, says Beijing", country="CN", event="one")
    room.article("cn2", NOW - timedelta(hours=1), country="CN")
    room.article("kp", NOW - timedelta(hours=1), country="KP")  # was never read before
    room.filed()
    assert room.noticed(rule, NOW - timedelta(days=2)) == ["New country: CN, for the first time in 30 days"]
    room.register(NOW - timedelta(hours=2))
    room.run(NOW)
    room.run(NOW + timedelta(minutes=5))
    assert room.subjects() == ["[kursk] New country: CN, for the first time in 30 days – Kursk, says Beijing"]


def test_a_happening_is_told_when_enough_outlets_tell_it_whatever_came_last(room):
    rule = room.rule("told by 3 outlets")
    for n, name in enumerate(("RFI", "TASS")):
        room.article(name, NOW - timedelta(minutes=20 - n), "Kursk", outlet=name, event="wide")
    room.article("again", NOW - timedelta(minutes=15), "Kursk", outlet="TASS", event="wide")
    room.filed()
    room.register(NOW - timedelta(minutes=20))
    room.run(NOW)
    assert room.subjects() == []
    room.article("third", NOW + timedelta(minutes=3), "No such word", outlet="BBC", event="wide")
    room.filed()
    room.run(NOW + timedelta(minutes=5))
    room.run(NOW + timedelta(minutes=10))
    assert room.subjects() == ["[kursk] Told by 3 outlets now – Kursk"]
    assert room.noticed(rule, NOW - HOUR, NOW + HOUR) == ["Told by 3 outlets now"]

"""Glosses: for whoever cannot read a headline, once, marked, and never what a mail waits for."""

import pytest
from pydantic import SecretStr

from ingest.alert.gloss import GlossServer, Headline
from ingest.alert.rules import load_alerts
from ingest.index.query.parse import parse
from ingest.settings import GlossSettings, Settings
from ingest.stages.alert import alert
from tests.servers.translator import Translator
from tests.unit.test_alert_stage import desk, empty_ledger, text_of  # noqa: F401 – fixtures

KREMLIN = Headline("ru", "fr", "Кремль подтвердил")


@pytest.fixture
def translator():
    with Translator() as server:
        yield server


def ask(translator, *headlines, **settings):
    return GlossServer(GlossSettings(url=translator.url, **settings), "veille").ask(headlines)


def test_a_request_for_each_pair_of_languages_and_nothing_but_headlines(translator):
    other = Headline("ko", "fr", "북한")
    second = Headline("ru", "fr", "Москва")
    found = ask(translator, KREMLIN, other, second, api_key=SecretStr("k"))
    assert found == {h: f"<fr> {h.text}" for h in (KREMLIN, other, second)}
    assert [(a["source"], a["q"]) for a in translator.asked] == [("ko", ["북한"]), ("ru", [KREMLIN.text, "Москва"])]
    assert all(a["path"] == "/translate" and a["format"] == "text" and a["api_key"] == "k" for a in translator.asked)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (500, b"no"), (403, b"{}"), (200, b"not json"), (200, b"[]"), (200, b'{"translatedText": ["a", "b"]}'),
        (200, b'{"translatedText": [null]}'), (200, b"x" * 600_000), (302, b""),
    ],
)  # fmt: skip
def test_whatever_the_server_says_there_is_just_no_gloss(translator, code, said):
    translator.breaks(code, said)
    assert ask(translator, KREMLIN) == {}


def test_a_server_that_is_slow_or_away_is_not_waited_for(translator):
    translator.waits = 0.6
    assert ask(translator, KREMLIN, timeout_seconds=0.1) == {}
    assert GlossServer(GlossSettings(url="http://127.0.0.1:9"), "veille").ask([KREMLIN]) == {}


def test_what_the_server_writes_is_one_line_of_text(translator):
    translator.breaks(200, b'{"translatedText": ["a\\r\\nBcc: x \\u202e b"]}')
    assert ask(translator, KREMLIN) == {KREMLIN: "a Bcc: x b"}


def with_reader(room, languages):
    file = room.folder / "alerts.yaml"
    file.write_text(f"""\
readers: {{desk@example.org: {{languages: [{languages}], mails_in: fr}}}}
rules: [{{id: aid, query: 'topics:aid', recipients: [desk@example.org]}}]
""")
    found = load_alerts(file, parse)
    room.rules = found.rules
    return found.readers


def run(room, readers):
    return alert(room.ledger, room.index, room.rules, room.settings, lambda: room.now, lambda _: None, readers=readers)


def tell(room, readers, key="one", title=KREMLIN.text, **more):
    room.later(minutes=1)
    room.article(key, title, topics=["aid"], language="ru", **more)
    room.later(minutes=1)
    assert not run(room, readers).failures
    return room.mails()[-1]


def test_a_mail_has_the_gloss_and_says_that_a_machine_made_it(desk, translator):  # noqa: F811
    desk.settings = Settings(gloss=GlossSettings(url=translator.url))
    readers = with_reader(desk, "fr, en")
    run(desk, readers)
    mail = tell(desk, readers)
    assert KREMLIN.text in mail["Subject"]  # the headline itself stays
    assert f"<fr> {KREMLIN.text} (traduction automatique)" in text_of(mail)
    assert "&lt;fr&gt;" in mail.get_body(("html",)).get_content()
    tell(desk, readers, "two", event="other")
    assert len(translator.asked) == 1  # the same headline is not asked for again


def test_whoever_reads_the_language_gets_none(desk, translator):  # noqa: F811
    desk.settings = Settings(gloss=GlossSettings(url=translator.url))
    readers = with_reader(desk, "fr, ru")
    run(desk, readers)
    tell(desk, readers)
    assert translator.asked == []


def test_the_mail_leaves_without(desk, translator):  # noqa: F811
    desk.settings = Settings(gloss=GlossSettings(url=translator.url))
    translator.breaks()
    readers = with_reader(desk, "fr")
    run(desk, readers)
    assert "traduction automatique" not in text_of(tell(desk, readers))


def test_an_address_that_is_none_is_refused():
    with pytest.raises(ValueError, match="no address of a server"):
        GlossSettings(url="libretranslate:5000")

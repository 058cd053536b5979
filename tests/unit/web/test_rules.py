"""The rule editor writes the same alerts.yaml that people write, and nothing else of it changes."""

import difflib
import re

import pytest

from ingest.alert import editing
from ingest.errors import ConfigError
from ingest.web.texts import translator
from tests.fakes.newsdesk import NOW

FIELDS = {
    "name": "Military aid", "recipients": "desk", "every": "immediately", "enabled": "1", "was": "aid", "id": "aid",
}  # fmt: skip


@pytest.fixture
def file(ws):
    return ws.settings.config_dir / "alerts.yaml"


def changed(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_a_changed_query_is_a_diff_of_one_line_and_comments_stay(editor, file):
    before = file.read_text()
    assert editor.submit("/rules", query="title:aid AND title:Korea", **FIELDS).status_code == 303
    after = file.read_text()
    assert changed(before, after) == [
        "-    query: title:aid OR title:aide  # both spellings",
        "+    query: title:aid AND title:Korea # both spellings",
    ]
    assert "# what the embassy asked for" in after


def test_saving_what_is_there_changes_nothing(editor, file):
    before = file.read_text()
    assert editor.submit("/rules", query="title:aid OR title:aide", **FIELDS).status_code == 303
    assert file.read_text() == before


def test_a_new_rule_is_appended_and_removed_again(editor, file):
    before = file.read_text()
    fields = {**FIELDS, "id": "rain", "was": "", "name": "Rain", "query": "Seoul"}
    assert editor.submit("/rules", **fields).status_code == 303
    added = changed(before, file.read_text())
    assert added == [
        "+  - id: rain", "+    name: Rain", "+    query: Seoul", "+    recipients: [desk]", "+    every: immediately",
    ]  # fmt: skip
    assert "Rain" in editor.get("/rules").text
    assert editor.submit("/rules/rain/remove").status_code == 303
    assert file.read_text() == before


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"query": "title:(aid"}, "the query ends too early"),
        ({"recipients": "nobody-known"}, "is not a mail address"),
        ({"every": "sometimes"}, "sometimes"),
        ({"was": "", "id": "Not An Id"}, "is not an id"),
        ({"was": ""}, "already"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(editor, file, changes, said):
    before = file.read_text()
    answer = editor.submit("/rules", **{**FIELDS, "query": "title:aid", **changes})
    assert answer.status_code == 422
    assert said in answer.text
    assert file.read_text() == before
    assert not list(file.parent.glob(".alerts.yaml.new"))


def test_readers_may_look_and_try_but_not_save(reader, file):
    before = file.read_text()
    assert reader.get("/rules/aid").status_code == 200
    assert reader.submit("/rules/backtest", query="Kremlin", every="immediately", id="aid").status_code == 200
    assert reader.submit("/rules", query="x", **FIELDS).status_code == 403
    assert file.read_text() == before


def test_the_check_says_the_place_and_tries_headlines(reader):
    html = reader.submit("/rules/check", query="aid AND (", must_match="").text
    assert "ends too early" in html
    html = reader.submit("/rules/check", query="aid AND NOT rain", must_match="Kremlin confirms aid\nRain of aid").text
    assert html.count("✓ found") == 1
    assert html.count("not found") == 1


def test_a_backtest_counts_stories_and_mails_against_the_live_rule(reader):
    html = reader.submit("/rules/backtest", query="title:aid", every="immediately", id="aid", recipients="desk").text
    assert ">1</div>" in html  # one story has "aid" in its headline
    assert "−0 lost" in html  # the French article, which only the live rule finds, tells of the same happening
    assert "1 kept as they are" in html


def test_editing_refuses_before_it_writes(ws, file):
    before = file.read_text()
    with pytest.raises(ConfigError):
        editing.put_rule(file, {"id": "aid", "query": "(("}, timezone="UTC")
    with pytest.raises(ConfigError, match="nosuch"):
        editing.remove_rule(file, "nosuch", timezone="UTC")
    assert file.read_text() == before
    assert NOW


def test_golden_sentences_are_saved_a_line_each_and_tried(editor, reader, file):
    fields = {**FIELDS, "query": "title:aid OR title:aide"}
    golden = {"must_match": "Kremlin confirms aid\r\n\r\nUne aide  militaire", "must_not_match": "Rain in Seoul"}
    before = file.read_text()
    assert editor.submit("/rules", **fields, **golden).status_code == 303
    added = changed(before, file.read_text())
    assert [line.strip("+ -") for line in added] == [
        "must_match:", "Kremlin confirms aid", "Une aide militaire", "must_not_match:", "Rain in Seoul",
    ]  # fmt: skip
    page = editor.get("/rules/aid").text
    assert "Une aide militaire</textarea>" in page
    saved = file.read_text()
    assert editor.submit("/rules", **fields, **golden).status_code == 303
    assert file.read_text() == saved
    checked = reader.submit("/rules/check", query="title:rain", **golden).text
    assert checked.count("✗") == 3
    assert editor.submit("/rules", **fields, must_match="", must_not_match="").status_code == 303
    assert file.read_text() == before


def test_a_sentence_has_its_language_and_topics(reader):
    html = reader.submit(
        "/rules/check", query="topics:korea AND language.code:fr", must_match="La Corée du Nord et la France"
    ).text
    assert "✓ found" in html


def test_a_watch_rule_is_written_and_backtested(editor, file):
    before = file.read_text()
    assert (
        editor.submit("/rules", query="title:aid OR title:aide", watch="first mention in 90d", **FIELDS).status_code
        == 303
    )
    assert changed(before, file.read_text()) == ["+    watch: first mention in 90d"]
    assert 'value="first mention in 90d"' in editor.get("/rules/aid").text
    assert "first mention in 90d" in editor.get("/rules").text
    html = editor.submit(
        "/rules/backtest", query="title:aid", every="immediately", id="aid", watch="told by 2 outlets"
    ).text
    assert "Told by 2 outlets now" in html
    wrong = editor.submit(
        "/rules/backtest", query="title:aid", every="immediately", id="aid", watch="now and then"
    ).text
    assert "nothing that can be watched" in wrong
    assert editor.submit("/rules", query="title:aid", watch="now and then", **FIELDS).status_code == 422


@pytest.mark.parametrize(
    "written",
    ["every: daily at 7:30", "every: 'every 24 hours'  # by night", "# every: hourly", "watch: silence of 1d"],
)
def test_what_a_person_wrote_of_a_schedule_stays_as_written(editor, file, written):
    body = (
        f"rules:\n  - id: aid\n    query: title:aid\n    recipients: [desk@example.org]\n    {written}\n    note: old\n"
    )
    file.write_text(body)
    shown = re.search(r'name="every" value="([^"]*)"', editor.get("/rules/aid").text)
    watch = re.search(r'name="watch" value="([^"]*)"', editor.get("/rules/aid").text)
    fields = {"name": "aid", "recipients": "desk@example.org", "every": shown[1], "watch": watch[1], "enabled": "1"}
    answer = editor.submit("/rules", id="aid", was="aid", query="title:aid", note="new", **fields)
    assert answer.status_code == 303
    assert changed(body, file.read_text()) == ["-    note: old", "+    note: new"]


def test_a_schedule_that_means_something_else_is_written(editor, file):
    file.write_text("rules:\n  - id: aid\n    query: x\n    recipients: [desk@example.org]\n    every: daily at 7:30\n")
    fields = {**FIELDS, "recipients": "desk@example.org", "name": "aid", "every": "daily at 08:00"}
    assert editor.submit("/rules", query="x", **fields).status_code == 303
    assert "every: daily at 08:00\n" in file.read_text()


def test_one_story_is_not_many():
    for language, one, many in [("en", "1 story", "2 stories"), ("fr", "1 histoire", "2 histoires")]:
        assert translator(language)("{n} stories", n=1) == one
        assert translator(language)("{n} stories", n=2) == many
    assert translator("fr")("{n} stories", n=0) == "0 histoire"

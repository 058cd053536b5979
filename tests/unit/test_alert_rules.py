import pytest

from ingest.alert.recipients import is_address
from ingest.alert.rules import load_rules
from ingest.errors import ConfigError
from ingest.index.query.parse import parse

GOOD = """\
groups:
  desk: [desk@example.org, night@example.org]
rules:
  - id: russia-dprk
    name: Russia – DPRK
    query: topics:russia-dprk AND -url.domain:example.net
    recipients: [desk, Boss@Example.org, DESK@example.org]
  - id: korea
    query: "Kim Jong-un"
    every: daily at 07:30
    when_empty: send
    recipients: desk@example.org
    enabled: false
"""


def write(tmp_path, text):
    file = tmp_path / "alerts.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_rules_are_read_in_order_with_groups_resolved_and_each_reader_once(tmp_path):
    first, second = load_rules(write(tmp_path, GOOD), parse, timezone="Asia/Seoul")
    assert first.name == "Russia – DPRK"
    assert [r.lower() for r in first.recipients] == ["desk@example.org", "night@example.org", "boss@example.org"]
    assert first.every.kind == "immediately"
    assert str(second.every) == "daily at 07:30 Asia/Seoul"
    assert (second.name, second.enabled, second.when_empty) == ("korea", False, "send")


def test_no_rules_is_a_choice(tmp_path):
    assert load_rules(write(tmp_path, ""), parse) == ()
    assert load_rules(write(tmp_path, "rules: []\n"), parse) == ()


BAD = """\
rules:
  - id: Russia DPRK
    query: topics:russia-dprk
    recipients: [desk@example.org]
  - id: regex
    query: Kim AND /pyong.*/
    recipients: [desk@example.org]
  - id: nobody
    query: nosuchfield:x
    every: fortnightly
    recipients: []
    colour: red
  - id: twice
    query: Kim
    recipients:
      - desk@example.org
      - Desk <desk@example.org>
  - id: twice
    when_empty: maybe
    query: ""
    recipients: [nodesk]
  - just text
"""


def test_everything_that_is_wrong_is_said_at_once_with_its_line(tmp_path):
    with pytest.raises(ConfigError) as caught:
        load_rules(write(tmp_path, BAD), parse)
    found = {(p.line, (p.key or "").rpartition(".")[2]) for p in caught.value.problems}
    assert {(2, "id"), (6, "query"), (9, "query"), (10, "every"), (11, "recipients"), (12, "colour")} <= found
    assert {(17, "recipients"), (18, "id"), (19, "when_empty"), (20, "query"), (21, "recipients")} <= found
    assert (22, "rules[5]") in found
    assert all(p.where.endswith("alerts.yaml") for p in caught.value.problems)


def test_a_query_that_the_index_could_not_answer_never_goes_live(tmp_path):
    with pytest.raises(ConfigError) as caught:
        load_rules(
            write(tmp_path, 'rules:\n  - id: a\n    query: title:"Kim\n    recipients: [a@example.org]\n'), parse
        )
    (problem,) = caught.value.problems
    assert problem.line == 3
    assert "character" in problem.message
    assert problem.hint


@pytest.mark.parametrize("text", ["rules: nothing\n", "- id: a\n", "rules:\n  a: 1\n"])
def test_a_file_of_another_shape_says_what_to_write(tmp_path, text):
    with pytest.raises(ConfigError, match="rules:"):
        load_rules(write(tmp_path, text), parse)


@pytest.mark.parametrize(
    "address", ["a@b\r\nBcc: c@d", "a@b\n", "a b@c.org", "@c.org", "a@", "a", "é@c.org", "a@c..org", "a" * 250 + "@c.org", "A <a@c.org>"]
)  # fmt: skip
def test_what_could_break_a_header_or_a_command_is_no_address(address):
    assert not is_address(address)


def test_ordinary_addresses_are():
    assert all(map(is_address, ["a@b", "first.last+tag@news.example.org", "o'neil@example.org"]))

import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st
from rich.table import Table
from rich.text import Text

from ingest.cli import common
from ingest.cli.terminal import console, escaped_in_json, harmless

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
CLIPBOARD = "news \x1b]52;c;cHduZWQ=\x07\x9b31m\u202egnp.exe\u2066"


def printed(*what):
    file = io.StringIO()
    console(file=file, width=200).print(*what)
    return file.getvalue()


def test_no_text_table_or_cell_reaches_the_clipboard():
    table = Table("a")
    table.add_row(CLIPBOARD)
    for shown in (CLIPBOARD, Text(CLIPBOARD), table):
        assert not OBEYED.search(printed(shown).replace("\n", ""))
        assert "news" in printed(shown)


def test_styles_of_our_own_still_work():
    file = io.StringIO()
    console(file=file, force_terminal=True, color_system="standard").print("[red]bad[/red]")
    assert "\x1b[31mbad" in file.getvalue()


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text):
    assert not OBEYED.search(harmless(text).replace("\n", "").replace("\t", ""))


@given(st.dictionaries(st.text(), st.text()))
def test_json_keeps_its_value(value):
    document = escaped_in_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(document) == value
    assert not OBEYED.search(document.replace("\n", ""))


def test_what_commands_print_goes_through_it(capsys):
    common.print_json({"title": CLIPBOARD})
    assert not OBEYED.search(capsys.readouterr().out.replace("\n", ""))

"""The page's words: every one of them is there in French."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from ingest.alert import rule_checks
from ingest.index.query import parse
from ingest.outcome import Stage
from ingest.outcome_names import OUTCOME_NAMES
from ingest.web import diffs, render, texts
from ingest.web.boards import dashboards
from ingest.web.french import FRENCH
from ingest.web.texts import translator
from tests.unit.test_findings_in_french import template

TEMPLATES = Path(render.__file__).parent / "templates"
SAID = re.compile(r"""\bt\((?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")


def texts_in_templates() -> set[str]:
    return {a or b for file in TEMPLATES.glob("*.html") for a, b in SAID.findall(file.read_text("utf-8"))}


def test_every_text_of_the_templates_has_its_french():
    assert sorted(texts_in_templates() - FRENCH.keys()) == []


SAYING = {"QueryError": (2, 3), "refuse": (1, 2), "note": (1, 2), "ValueRefused": (0, 1), "RuleProblem": (0, 1),
          "HTTPException": (1,)}  # fmt: skip
"""Call → which of its arguments a page shows."""


def said_by(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        for n in SAYING.get(name, ()):
            if (
                n < len(node.args)
                and (text := template(node.args[n]))
                and any(c.isalpha() for c in text.replace("{}", ""))
            ):
                yield text


def test_what_queries_rules_refusals_and_outcomes_say_has_its_french():
    modules = [*Path(parse.__file__).parent.glob("*.py"), Path(rule_checks.__file__)]
    modules += [m for m in Path(render.__file__).parent.rglob("*.py") if m.name != "websub.py"]  # hubs read English
    said = {text for module in modules for text in said_by(module)}
    assert len(said) > 80, "the modules are written otherwise: this test reads nothing"
    said |= {text for stage in (Stage.FETCH, Stage.INDEX) for one in OUTCOME_NAMES[stage].values()
             for text in (one.meaning, one.then, one.advice) if one.name in STOPS}  # fmt: skip
    assert sorted(text for text in said if translator("fr")(text) == text and text not in UNCHANGED) == []


UNCHANGED = {"", "{}", "401, 403 or 451"}
STOPS = set(OUTCOME_NAMES[Stage.FETCH]) - {"fetched", "not-modified", "unchanged", "not-found", "gone", "paywall", "lease-lost"} | {
    "index-busy", "index-unavailable", "refused-by-index",
}  # fmt: skip
"""Outcomes that the page of an article explains."""


def test_dashboards_have_their_french():
    boards = dashboards()
    titles = {p.title for board in boards.values() for p in board.panels} | {name.capitalize() for name in boards}
    assert sorted(title for title in titles if title not in FRENCH) == []


def test_blanks_are_the_same_in_both_languages():
    for english, french in FRENCH.items():
        assert _blanks(english) == _blanks(french), english


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(
    ("cookie", "accepted", "expected"),
    [
        ("fr", "en", "fr"),
        (None, "fr-FR,fr;q=0.9", "fr"),
        (None, "ko,fr;q=0.5", "fr"),
        (None, "", "en"),
        ("xx", "xx", "en"),
    ],
)
def test_the_language_of_the_page(cookie, accepted, expected):
    assert texts.preferred(cookie, accepted) == expected


def test_differences_are_by_word_and_paragraph():
    found = diffs.difference("One two three.\nThe same.\nGone.", "One two four.\nThe same.\nNew at all, and long.")
    assert found.paragraphs[0] == (("One two ", "same"), ("three", "removed"), ("four", "added"), (".", "same"))
    assert found.paragraphs[1] == (("The same.", "same"),)
    assert not found.is_same
    assert diffs.difference("a\nb", "a\nb").is_same
    assert 0 < found.likeness < 1

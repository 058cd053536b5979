"""The page's words: every one of them is there in French."""

import re
from pathlib import Path
from string import Formatter

import pytest

from ingest.web import diffs, render, texts
from ingest.web.french import FRENCH

TEMPLATES = Path(render.__file__).parent / "templates"
SAID = re.compile(r"""\bt\((?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")


def texts_in_templates() -> set[str]:
    return {a or b for file in TEMPLATES.glob("*.html") for a, b in SAID.findall(file.read_text("utf-8"))}


def test_every_text_of_the_templates_has_its_french():
    assert sorted(texts_in_templates() - FRENCH.keys()) == []


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

"""The operations mail in French: no text of a finding is without its translation."""

import ast
from pathlib import Path

import pytest

import ingest.feeds.health
import ingest.operations.findings
from ingest.errors import IndexRefusesUs
from ingest.operations.french import FRENCH, in_french
from ingest.outcome import Stage
from ingest.outcome_names import OUTCOME_NAMES


def template(node):
    """A text with ``{}`` for each value; None for what is no text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def texts_of(node):
    """The nodes that hold a finding's message, kind or advice."""
    match node:
        case ast.Assign(targets=[ast.Name(id="message" | "what")], value=value):
            return value.func.value.values if isinstance(value, ast.Call) and hasattr(value.func, "value") else [value]
        case ast.Call(func=ast.Name(id="Finding"), args=args):
            return args[3:6]
        case ast.keyword(arg="what_to_do", value=value):
            return [value]
    return []


def written():
    yield from (one.advice for one in OUTCOME_NAMES[Stage.POLL].values() if one.advice)
    yield IndexRefusesUs.todo
    for module in (ingest.operations.findings, ingest.feeds.health):
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
            yield from (text for one in texts_of(node) if (text := template(one)))


def test_every_text_of_a_finding_has_its_french():
    texts = set(written())
    assert len(texts) > 50, "the modules are written otherwise: this test reads nothing"
    missing = sorted(text for text in texts if text not in FRENCH and "`" not in text[:1] and "veille" not in text[:6])
    assert missing == []


def test_no_french_is_left_over():
    kinds = {health.value for health in ingest.feeds.health.Health}
    english = set(written()) | kinds | {ingest.operations.findings._RULE_ADVICE}
    assert sorted(set(FRENCH) - english) == []


@pytest.mark.parametrize("english", [e for e in FRENCH if "{}" in e])
def test_what_a_text_names_stays(english):
    names = [f"x{n}" for n in range(english.count("{}"))]
    said = in_french(english.format(*names))
    assert said == FRENCH[english].format(*names)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("RFI has been failing: http 404\nx", "RFI échoue : http 404\nx"),
        ("poll last ran 3 hours ago, usually every 5 minutes", "poll a tourné il y a 3 heures, d’habitude tous les 5 minutes"),
        ("1 mail waiting: no route", "1 courriel en attente : no route"),
        ("veille index setup", "veille index setup"),
        ("a server's own words: {x}", "a server's own words: {x}"),
    ],
)  # fmt: skip
def test_numbers_and_strangers_words(english, french):
    assert in_french(english) == french

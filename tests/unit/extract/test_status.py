"""Pages that stand in an article's place are recognised, each kind by 24 cases of our own making."""

import pytest

from ingest.extract.read import read_page
from tests.unit.extract.made_pages import KINDS, Made

CASES = [made for cases in KINDS.values() for made in cases]


@pytest.mark.parametrize("made", CASES, ids=lambda m: f"{m.status}-{m.name}")
def test_status(made: Made) -> None:
    reading = read_page(made.html.encode(), url=made.url)
    assert reading.status == made.status
    assert reading.live == made.live
    if made.status in ("consent", "challenge", "empty"):
        assert reading.text == ""


def test_each_kind_has_twenty_cases() -> None:
    assert {kind: len(cases) for kind, cases in KINDS.items() if len(cases) < 20} == {}

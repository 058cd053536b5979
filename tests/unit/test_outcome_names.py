"""Every outcome that a stage can have stands in one table, with what a person can do; the docs are written from it."""

from pathlib import Path

import pytest

from ingest.feeds.parse import _PROBLEMS
from ingest.fetch.decision import _NAMES
from ingest.fetch.page import OTHER_PUBLISHER
from ingest.http.errors import FetchError, Refused
from ingest.model import Policy
from ingest.outcome import Outcome, Stage, StageRun
from ingest.outcome_names import OUTCOME_NAMES, advice_for, named, with_outcomes
from ingest.rights.decide import RIGHTS_REASONS, ROBOTS_UNREACHABLE
from ingest.settings_table import meanings, sections, with_settings
from tests.indexes import NOW

ROOT = Path(__file__).parents[2]


def kinds(of: type[FetchError]) -> set[type[FetchError]]:
    return {of}.union(*(kinds(below) for below in of.__subclasses__()))


@pytest.mark.parametrize("reason", sorted({e.reason for e in kinds(FetchError)} - {FetchError.reason, Refused.reason}))
def test_every_reason_of_the_web_is_named_for_feeds_and_for_pages(reason: str) -> None:
    assert named(Stage.POLL, reason)
    assert named(Stage.FETCH, reason)


def test_every_decision_is_named() -> None:
    assert all(named(Stage.POLL, problem) for problem in _PROBLEMS.values())
    assert all(named(Stage.FETCH, name) for name in _NAMES.values())
    assert all(named(Stage.FETCH, name) for name in (*RIGHTS_REASONS, ROBOTS_UNREACHABLE, OTHER_PUBLISHER))
    assert all(named(Stage.FETCH, f"policy-{policy.value}") for policy in Policy if policy is not Policy.FULL)


def test_a_status_without_a_line_of_its_own_is_named_by_its_kind() -> None:
    assert advice_for(Stage.POLL, "http-503") == "the publisher's server has trouble: wait"
    assert named(Stage.FETCH, "http-418") is OUTCOME_NAMES[Stage.FETCH]["http-NNN"]
    assert named(Stage.POLL, "http-4") is None
    assert named(Stage.DELIVER, "http-500") is None


def test_an_outcome_that_nobody_named_fails_the_test_that_meets_it() -> None:
    run = StageRun(Stage.POLL, NOW)
    with pytest.raises(AssertionError, match=r"ingest/outcome_names\.py"):
        run.add(Outcome(Stage.POLL, "feed", "surprise"))


def test_the_tables_in_the_docs_are_what_the_lists_say() -> None:
    for page, fresh in (("outcomes.md", with_outcomes), ("settings.md", with_settings)):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        assert fresh(text) == text, f"docs/{page}: run scripts/tables"
    assert "`not-modified`" in (ROOT / "docs/outcomes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("section", sorted(sections()))
def test_every_setting_says_what_it_means(section: str) -> None:
    kind = sections()[section]
    silent = set(kind.model_fields) - set(meanings(kind)) - set(sections())
    assert silent - {"channels"} == set()

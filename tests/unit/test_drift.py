"""An outlet against its own past: what a redesign, a wall or a lost date looks like, and what chance looks like."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from ingest.ledger import outlets
from ingest.ledger.outlets import OutletDay
from ingest.ledger.store import open_ledger
from ingest.operations.drift import MANY, Drift, drifting
from ingest.operations.findings import Level, drift_findings

TODAY = date(2026, 3, 30)


def day(ago: int, pages: int = 12, **changes: object) -> OutletDay:
    usual = OutletDay("post.example", TODAY - timedelta(days=ago), "fr", pages, 500 * pages, 0, 0, 1, 0)
    return replace(usual, **changes)  # type: ignore[arg-type]


PAST = [day(ago) for ago in range(4, 25)]
WELL = [day(ago) for ago in range(3)]


def kinds(recent: list[OutletDay], past: list[OutletDay] = PAST) -> tuple[str, ...]:
    found = drifting([*past, *recent], TODAY)
    return found[0].kinds if found else ()


def test_an_outlet_that_reads_as_before_is_not_told() -> None:
    assert drifting([*PAST, *WELL], TODAY) == []


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"empty": 11, "words": 500}, "empty"),
        ({"empty": 10, "walls": 10, "words": 1000}, "walls"),
        ({"undated": 12}, "undated"),
        ({"rule_missed": 12}, "rule"),
        ({"language": "en"}, "language"),
        ({"words": 12 * 90}, "shorter"),
        ({"words": 12 * 1900}, "longer"),
    ],
)
def test_each_change_is_named_and_no_other(changes: dict[str, object], kind: str) -> None:
    assert kinds([replace(d, **changes) for d in WELL]) == (kind,)  # type: ignore[arg-type]


def test_what_an_outlet_has_always_done_is_no_drift() -> None:
    halves = {"empty": 6, "walls": 6, "words": 3000}
    assert kinds([replace(d, **halves) for d in WELL], [replace(d, **halves) for d in PAST]) == ()


def test_a_rule_that_never_fitted_is_told_without_a_past() -> None:
    missed = [replace(d, rule_missed=12) for d in WELL]
    (found,) = drifting(missed, TODAY)
    assert (found.kinds, found.changes) == (("rule",), ("its own rule fits 0 of 36 pages",))
    assert kinds(missed, [replace(d, rule_missed=12) for d in PAST]) == ("rule",)
    assert drifting([replace(d, rule_missed=6) for d in WELL], TODAY) == []


def test_rules_that_fit_no_longer_are_one_finding_and_hide_no_other() -> None:
    rule = Drift("a.example", ("its own rule fits 0 of 36 pages",), ("rule",), TODAY)
    lost = Drift("b.example", ("no text on 90% of 30 pages (before: 2%)",), ("empty",), TODAY)
    found = list(drift_findings([*(replace(rule, outlet=f"{n}.example") for n in range(MANY)), lost]))
    assert [(f.key, f.level) for f in found] == [
        ("reading:rules", Level.NOTICE),
        ("reading:b.example:text", Level.WARNING),
    ]
    assert "nothing is lost" in found[0].what_to_do


def test_few_pages_prove_nothing() -> None:
    assert kinds([day(0, pages=8, empty=8, words=0)]) == ()
    assert kinds([replace(d, empty=12, words=0) for d in WELL], PAST[:2]) == ()


def test_chance_alone_tells_nothing_in_a_year_of_a_hundred_outlets() -> None:
    random = Random(7)
    told = 0
    for _ in range(2_000):
        days = [day(ago, empty=sum(random.random() < 0.1 for _ in range(12))) for ago in range(25)]
        told += bool(drifting(days, TODAY))
    assert told <= 2


def test_one_finding_an_outlet_and_one_for_many() -> None:
    lost = Drift("a.example", ("no text on 90% of 30 pages (before: 2%)", "12 words"), ("empty", "shorter"), TODAY)
    (found,) = drift_findings([lost])
    assert (found.key, found.level) == ("reading:a.example:text", Level.WARNING)
    (again,) = drift_findings([replace(lost, kinds=("empty", "undated"))])
    assert again.key == found.key, "what else changes at an outlet that is told already is not told anew"
    assert "no text on 90%" in found.message
    (found,) = drift_findings([replace(lost, kinds=("rule",))])
    assert (found.level, "outlet_rules.toml" in found.what_to_do) == (Level.NOTICE, True)
    many = list(drift_findings([replace(lost, outlet=f"{n}.example") for n in range(MANY)]))
    assert [f.key for f in many] == ["reading:many"]


@pytest.mark.parametrize("days", [0, 1, 7, 15])
def test_two_hundred_outlets_after_an_upgrade_are_one_line_for_as_long_as_it_shows(days: int) -> None:
    """Another reading of dates: each outlet loses them on its own share of its own number of pages, from one day on."""
    chance = Random(days)
    read: list[OutletDay] = []
    for number in range(200):
        pages, share = chance.choice([3, 5, 8, 12, 20, 40]), chance.choice([0.3, 0.5, 0.8, 1.0])
        for ago in range(31):
            undated = sum(chance.random() < share for _ in range(pages)) if ago <= days else 0
            read.append(day(ago, pages, outlet=f"o{number}.example", undated=undated))
    found = drifting(read, TODAY)
    assert len(found) >= (20 if days else 0)
    assert len(list(drift_findings(found))) <= 1


def test_days_add_up_in_the_ledger_and_are_forgotten(tmp_path) -> None:
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    with ledger.begin() as c:
        outlets.add(c, [day(0), day(0, pages=3, empty=1), day(0, language="en"), day(9)])
        outlets.add(c, [day(0)])
    with ledger.begin() as c:
        stored = outlets.since(c, TODAY - timedelta(days=1))
        assert [(d.language, d.pages, d.empty, d.words) for d in sorted(stored, key=lambda d: d.language)] == [
            ("en", 12, 0, 6000),
            ("fr", 27, 1, 13500),
        ]
        assert outlets.prune(c, TODAY) == 1
    ledger.close()

"""The desk's own rules (config/topics.yaml) on items of ours in eight languages, and on the labelled dev items."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from ingest.enrich.topics import Tagger, load_topics
from tests.require import missing

ROOT = Path(__file__).resolve().parents[3]
ITEMS = ROOT / "tests/data/topics"
DEV = ROOT.parent / "shared/data/topics/dev.jsonl"
SHARED = next((p for p in (DEV, ROOT.parents[1] / "shared/data/topics/dev.jsonl") if p.exists()), None)
SHORT = {
    "rd": "russia-dprk", "kp": "korean-peninsula", "dw": "dprk-weapons", "ds": "dprk-sanctions",
    "ik": "inter-korean", "us": "us-rok-alliance", "uw": "ukraine-war", "rc": "russia-china",
}  # fmt: skip


@cache
def desk() -> Tagger:
    return load_topics(ROOT / "config/topics.yaml")


def items(path: Path) -> list[tuple[str, set[str], str, str]]:
    """Language, topics it is about, title, text."""
    out = []
    for block in re.split(r"\n(?=@ )", path.read_text(encoding="utf-8")):
        if block.startswith("@"):
            head, *body = block.strip().split("\n")
            language, labels, title = (x.strip() for x in head[1:].split("|", 2))
            about = {SHORT[x[:2]] for x in labels.split() if x.endswith("=a")}
            out.append((language, about, title, "\n".join(body)))
    return out


def about(title: str, text: str, language: str) -> set[str]:
    return {h.topic for h in desk().tag(title, text, language) if h.about}


@pytest.mark.parametrize(
    ("language", "wanted", "title", "text"),
    [pytest.param(*x, id=f"{x[0]} {x[2]}") for p in sorted(ITEMS.glob("*.txt")) for x in items(p)],
)
def test_item(language: str, wanted: set[str], title: str, text: str) -> None:
    assert about(title, text, language) == wanted


def test_dev_items_reach_what_the_issue_asks() -> None:
    if SHARED is None:
        missing("shared", "no labelled topic items beside the repository")
    got: Counter[tuple[str, str]] = Counter()
    alarms = innocent = 0
    for line in SHARED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        want = {t for t, label in row["labels"].items() if label == "about"}
        have = about(row["title"], row["text"], row["language"])
        got.update(
            [(t, "tp") for t in want & have] + [(t, "fp") for t in have - want] + [(t, "fn") for t in want - have]
        )
        innocent += not want
        alarms += not want and bool(have)
    precision = {t: got[t, "tp"] / max(1, got[t, "tp"] + got[t, "fp"]) for t in desk().topics}
    recall = {t: got[t, "tp"] / max(1, got[t, "tp"] + got[t, "fn"]) for t in desk().topics}
    assert sum(precision.values()) / len(precision) >= 0.93
    assert sum(recall.values()) / len(recall) >= 0.93
    assert min(precision["russia-dprk"], recall["russia-dprk"]) >= 0.95
    assert alarms / innocent <= 0.04


def test_evidence_is_where_it_says() -> None:
    for _, _, title, text in items(ITEMS / "items.txt"):
        for hit in desk().tag(title, text, None):
            assert hit.evidence
            for e in hit.evidence:
                assert (title if e.where == "title" else text)[e.start : e.end] == e.term


def test_the_umbrella_is_never_lower_than_what_it_covers() -> None:
    for language, _, title, text in items(ITEMS / "items.txt"):
        hits = {h.topic: h.about for h in desk().tag(title, text, language)}
        for child in ("russia-dprk", "dprk-weapons", "dprk-sanctions", "inter-korean", "us-rok-alliance"):
            if child in hits:
                assert hits.get("korean-peninsula", False) >= hits[child]
                assert "korean-peninsula" in hits

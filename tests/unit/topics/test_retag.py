"""Changed rules over stored articles: what they gain and lose, and that nothing else of a document moves."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.enrich.topics import Tagger, load_topics
from ingest.index.document import Document
from ingest.index.open import open_index
from ingest.index.parts import stamp, topic_hits, topics_about
from ingest.index.protocol import Index
from ingest.ledger.store import open_ledger
from ingest.operations.retag import Retagged, compare, retag
from ingest.settings import IndexSettings

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
RULES = """
concepts:
  north: {fr: [Pyongyang]}
  russia: {fr: [Moscou]}
topics:
  both: {signals: [{near: [north, russia]}]}
  north: {signals: [{any: [north]}]}
"""


def tagger(folder: Path, text: str) -> Tagger:
    path = folder / "topics.yaml"
    path.write_text(text, encoding="utf-8")
    return load_topics(path)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    ledger = open_ledger(f"sqlite:///{tmp_path}/v.sqlite")
    opened = open_index(IndexSettings(), ledger)
    yield opened
    opened.close()
    ledger.close()


def store(index: Index, rules: Tagger, titles: list[str]) -> None:
    docs = []
    for n, title in enumerate(titles):
        url = f"https://example.org/{n}"
        docs.append(
            Document(
                f"{n:032x}",
                {
                    "@timestamp": stamp(NOW), "first_seen_at": stamp(NOW), "indexed_at": stamp(NOW - timedelta(days=n)),
                    "title": title, "body": "Rien d'autre.", "language": {"code": "fr", "confidence": 1.0, "source": "text"},
                    "url": {"full": url, "original": url, "domain": "example.org", "registered_domain": "example.org"},
                    "outlet": {"id": "o", "name": "Outlet"},
                    "topics": topics_about(rules.tag(title, "Rien d'autre.", "fr")),
                    "topic_hits": topic_hits(rules.tag(title, "Rien d'autre.", "fr")),
                },
            )
        )  # fmt: skip
    assert all(w.ok for w in index.write(docs))
    index.refresh()


TITLES = ["Moscou et Pyongyang", "Pyongyang seule", "Retraites", "Moscou sous la neige"]


def test_diff_says_what_is_gained_and_lost_and_changes_nothing(tmp_path: Path, index: Index) -> None:
    store(index, tagger(tmp_path, RULES), TITLES)
    new = tagger(tmp_path, RULES.replace("any: [north]", "any: [russia]"))
    seen = Retagged()
    changes = {c.title: (c.gained, c.lost) for c in compare(index, new, seen)}
    assert changes == {"Pyongyang seule": ((), ("north",)), "Moscou sous la neige": (("north",), ())} | (
        {"Moscou et Pyongyang": ((), ())}  # still about it, for another word
    )
    assert seen.checked == 4
    assert [c.title for c in compare(index, new, Retagged(), since=NOW - timedelta(days=2))] == [
        "Pyongyang seule", "Moscou et Pyongyang",
    ]  # fmt: skip
    assert index.get(f"{1:032x}")["topics"] == ["north"]


def test_retag_stores_the_new_topics_and_keeps_indexed_at(tmp_path: Path, index: Index) -> None:
    old = tagger(tmp_path, RULES)
    store(index, old, TITLES)
    before = [index.get(f"{n:032x}") for n in range(4)]
    done = retag(index, tagger(tmp_path, RULES.replace("any: [north]", "any: [russia]")))
    after = [index.get(f"{n:032x}") for n in range(4)]
    assert (done.checked, done.changed, dict(done.gained), dict(done.lost)) == (4, 3, {"north": 1}, {"north": 1})
    assert [d.get("topics", []) for d in after] == [["both", "north"], [], [], ["north"]]
    kept = [{k: v for k, v in d.items() if not k.startswith("topic")} for d in after]
    assert kept == [{k: v for k, v in d.items() if not k.startswith("topic")} for d in before]
    assert retag(index, tagger(tmp_path, RULES.replace("any: [north]", "any: [russia]"))).changed == 0, (
        "repeats harmlessly"
    )

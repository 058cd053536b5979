"""``veille topics diff``: what it shows of many changes."""

from ingest.cli.topics.change import _sampled
from ingest.operations.retag import TopicChange


def change(n: int, language: str, gained: tuple[str, ...] = (), lost: tuple[str, ...] = ()) -> TopicChange:
    return TopicChange(str(n), f"https://outlet.example/{n}", f"Title {n}", "Outlet", language, gained, lost, {})


def test_changes_are_counted_by_language_and_sampled() -> None:
    changes = [change(n, "fr" if n < 6 else "ko", gained=("war",)) for n in range(9)] + [change(9, "en", lost=("war",))]
    lines = [line.plain for line in _sampled(changes, samples=2)]
    assert lines[0] == "+war 9 (fr 6, ko 3)"
    assert lines[3:] == ["-war 1 (en 1)", "  Title 9  Outlet"]
    assert lines == [line.plain for line in _sampled(changes, samples=2)], "the same ones each time"

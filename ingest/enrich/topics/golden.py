"""The sentences beside each topic: what it must be the subject of, and what it must not."""

from dataclasses import dataclass

from ingest.enrich.language import detect
from ingest.enrich.topics.rules import Golden
from ingest.enrich.topics.tagger import Tagger


@dataclass(frozen=True, slots=True)
class Failure:
    """A sentence that a topic's rule gets wrong."""

    topic: str
    text: str
    wanted: bool
    score: float
    line: int | None
    language: str

    def __str__(self) -> str:
        """One line for people."""
        want = "should be about it" if self.wanted else "should not be about it"
        return f"{want} (score {self.score:g}, language {self.language}): {self.text}"


def check_goldens(tagger: Tagger) -> list[Failure]:
    """The sentences that fail. Each is read as a title with no text below it; after a line break as the text."""
    failures = []
    for topic in tagger.book.topics:
        for wanted, sentences in ((True, topic.should), (False, topic.should_not)):
            for golden in sentences:
                failure = _failure(tagger, topic.id, golden, wanted)
                if failure:
                    failures.append(failure)
    return failures


def _failure(tagger: Tagger, topic: str, golden: Golden, wanted: bool) -> Failure | None:
    title, _, text = golden.text.partition("\n")
    language = detect(text, title=title).code
    hit = next((h for h in tagger.tag(title, text, language) if h.topic == topic), None)
    if bool(hit and hit.about) == wanted:
        return None
    return Failure(topic, golden.text, wanted, hit.score if hit else 0.0, golden.line, language)

"""The body: candidates, and the choice between them."""

import unicodedata
from dataclasses import dataclass

from ingest.extract import engine
from ingest.extract.page import Page


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article as paragraphs, and how it was got."""

    paragraphs: tuple[str, ...]
    method: str

    @property
    def text(self) -> str:
        """Paragraphs separated by an empty line, NFC."""
        return unicodedata.normalize("NFC", "\n\n".join(self.paragraphs))


def choose(page: Page) -> Body:
    """The best body of a page."""
    if page.root is None:
        return Body((), "none")
    return Body(tuple(engine.extract(page.root)), "trafilatura")

"""The body: candidates, and the choice between them.

tree ─ blocks ──────────┐
tree ─ engine ─ paras ──┴─ measure ─ edit ─▶ body          (nearly always)
scripts ─ escaped HTML, JSON-LD articleBody ─▶ candidates   (when the visible text is missing or cut)
"""

import unicodedata
from dataclasses import dataclass

from ingest.extract import edit, engine, features
from ingest.extract.blocks import blocks
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
    taken = engine.extract(page.root)
    edited = edit.edit(features.measure(page, blocks(page.root), taken))
    changes = f"-{edited.dropped}+{edited.added}"
    return Body(edited.paragraphs, f"trafilatura{changes}" if changes != "-0+0" else "trafilatura")

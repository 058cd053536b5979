"""A terminal obeys control characters, and strangers' titles hold them: nothing of theirs gets through.

ESC and C1 codes move the cursor, rename the window and write to the clipboard (OSC 52); bidirectional overrides make
``gnp.exe`` read ``exe.png``. Whatever is printed passes here, so no command can forget it.
"""

import re
from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""C0 but tab and newline, DEL, C1, and the marks, embeddings, overrides and isolates of Unicode's bidi algorithm."""


def harmless(text: str) -> str:
    """The text without what a terminal would obey."""
    return _HARMFUL.sub("", text)


def escaped_in_json(document: str) -> str:
    """JSON text in which such characters are escaped: the value stays what it is, the terminal stays whole."""
    return _HARMFUL.sub(lambda m: f"\\u{ord(m[0]):04x}", document)


class HarmlessConsole(Console):
    """Rich's console; text loses what a terminal would obey, Rich's own styles are added after that."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """See ``rich.console.Console.render``."""
        for segment in super().render(renderable, options):
            if segment.control is None and _HARMFUL.search(segment.text):
                yield Segment(harmless(segment.text), segment.style)
            else:
                yield segment


def console(**options: Any) -> HarmlessConsole:
    """A console as all commands use it: no guessing of what to highlight."""
    return HarmlessConsole(highlight=False, **options)

"""Consoles that let nothing of a stranger's reach the terminal (``ingest.text.harmless``).

Whatever is printed passes here, so no command can forget it; so do log lines and tracebacks.
"""

import logging
import sys
import traceback
from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from ingest.text.harmless import HARMFUL, HarmlessFormatter, escaped_in_json, harmless

__all__ = ["console", "escaped_in_json", "harmless", "log_harmlessly", "print_traceback"]


class HarmlessConsole(Console):
    """Rich's console; text loses what a terminal would obey, Rich's own styles are added after that."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """See ``rich.console.Console.render``."""
        for segment in super().render(renderable, options):
            if segment.control is None and HARMFUL.search(segment.text):
                yield Segment(harmless(segment.text), segment.style)
            else:
                yield segment


def console(**options: Any) -> HarmlessConsole:
    """A console as all commands use it: no guessing of what to highlight."""
    return HarmlessConsole(highlight=False, **options)


def log_harmlessly() -> None:
    """Warnings and errors of the whole process go to standard error, through the same sieve."""
    root = logging.getLogger()
    if not root.handlers:
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
        handler.setFormatter(HarmlessFormatter())
        root.addHandler(handler)


def print_traceback(error: BaseException) -> None:
    """A mistake of ours with its traceback, whose words may be an outlet's."""
    sys.stderr.write(harmless("".join(traceback.format_exception(error))))

"""A terminal obeys control characters, and strangers' titles hold them: nothing of theirs gets through.

ESC and C1 codes move the cursor, rename the window and write to the clipboard (OSC 52); bidirectional overrides make
``gnp.exe`` read ``exe.png``.
"""

import logging
import re

HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
"""C0 but tab and newline, DEL, C1, separators of lines, and the marks, embeddings, overrides and isolates of Unicode's
bidi algorithm."""


def harmless(text: str) -> str:
    """The text without what a terminal would obey."""
    return HARMFUL.sub("", text)


def escaped_in_json(document: str) -> str:
    """JSON text in which such characters are escaped: the value stays what it is, the terminal stays whole."""
    return HARMFUL.sub(lambda m: f"\\u{ord(m[0]):04x}", document)


def escaped_in_xml(document: str) -> str:
    """XML text in which such characters are references; those that XML cannot hold are not in it."""
    return HARMFUL.sub(lambda m: f"&#{ord(m[0])};", document)


class HarmlessFormatter(logging.Formatter):
    """Log lines and tracebacks: an exception's words may be an outlet's."""

    def format(self, record: logging.LogRecord) -> str:
        """See ``logging.Formatter.format``."""
        return harmless(super().format(record))

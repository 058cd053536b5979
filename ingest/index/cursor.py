"""Cursors: where a page ended, opaque to whoever carries them."""

import base64
import binascii
import json
from typing import Any

from ingest.errors import QueryError
from ingest.index.protocol import Sort


def encode(sort: Sort, key: list[Any]) -> str:
    """The cursor after a hit with these sort values."""
    return base64.urlsafe_b64encode(json.dumps([sort.value, *key]).encode()).decode()


def decode(sort: Sort, cursor: str) -> list[Any]:
    """The sort values; raises QueryError if the cursor is not one of this order."""
    name: Any
    key: list[Any]
    try:
        name, *key = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (binascii.Error, ValueError, TypeError):
        name, key = None, []
    if name != sort.value or not all(isinstance(part, str | int | float | None) for part in key) or not key:
        raise refused(cursor)
    return key


def refused(cursor: str) -> QueryError:
    """What to say of a cursor that was not made by such a search."""
    return QueryError(cursor, 0, "this is no cursor of such a search", "take Page.next of the page before")

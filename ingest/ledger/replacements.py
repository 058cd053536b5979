"""Where a feed that has ended may have gone: what was found on its site, kept until the feed is well again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from ingest.ledger import runs

_KEY = "replacements"
MOST_TRIED = 24
LONGEST_TRIED = 300
"""Characters."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """What came of looking on a feed's site."""

    looked_at: datetime
    """The last time."""
    tries: int
    url: str = ""
    """A feed that the site names now; empty: none was found."""
    title: str = ""
    tried: tuple[str, ...] = ()
    """Addresses that were asked, each with what it was, ``MOST_TRIED`` at most."""


def read(c: Connection) -> dict[str, Replacement]:
    """Feed → what was found. Only of feeds that were looked for."""
    kept = runs.get_meta(c, _KEY) or {}
    return {
        feed_id: Replacement(
            datetime.fromisoformat(one["at"]), one["tries"], one["url"], one["title"], tuple(one.get("tried", ()))
        )
        for feed_id, one in kept.items()
    }


def write(c: Connection, found: Mapping[str, Replacement]) -> None:
    """Keep these, and forget all others."""
    kept = {
        feed_id: {
            "at": one.looked_at.isoformat(),
            "tries": one.tries,
            "url": one.url,
            "title": one.title,
            "tried": [what[:LONGEST_TRIED] for what in one.tried[:MOST_TRIED]],
        }
        for feed_id, one in found.items()
    }
    runs.set_meta(c, _KEY, kept)

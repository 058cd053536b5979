"""Packs: the feeds of the catalogue that comes with veille, by theme (their tags) and by country."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.errors import ConfigError
from ingest.model import Feed

UNVERIFIED = "unverified"
"""The tag of a feed whose address has not been asked by whoever wrote the catalogue."""


@dataclass(frozen=True, slots=True)
class FeedPack:
    """Feeds that are chosen together."""

    name: str
    """A tag, such as ``dprk``, or a country in small letters, such as ``kr``."""
    kind: str
    """``theme`` or ``country``."""
    feeds: tuple[Feed, ...]

    @property
    def unverified(self) -> int:
        """How many of its feeds nobody has asked yet."""
        return sum(UNVERIFIED in feed.tags for feed in self.feeds)


def packs(feeds: Sequence[Feed]) -> list[FeedPack]:
    """Every pack that these feeds give: themes first, the largest first."""
    themes = {tag for feed in feeds for tag in feed.tags} - {UNVERIFIED}
    countries = {feed.country.lower() for feed in feeds if feed.country} - themes
    found = [FeedPack(name, "theme", tuple(f for f in feeds if name in f.tags)) for name in themes]
    found += [
        FeedPack(name, "country", tuple(f for f in feeds if (f.country or "").lower() == name)) for name in countries
    ]
    return sorted(found, key=lambda pack: (pack.kind != "theme", -len(pack.feeds), pack.name))


def feeds_of(feeds: Sequence[Feed], names: Iterable[str]) -> list[Feed]:
    """The feeds of some packs together, in the catalogue's order. Raises ConfigError for a name that is none."""
    known = {pack.name: pack for pack in packs(feeds)}
    wanted = {name.strip().lower() for name in names}
    unknown = sorted(wanted - known.keys())
    if unknown:
        near = [*difflib.get_close_matches(unknown[0], known, 1), "`veille feeds packs` lists them"]
        hint = f"did you mean `{near[0]}`? {near[1]}" if len(near) > 1 else near[0]
        raise ConfigError.of("--pack", f"no pack {', '.join(unknown)}", hint=hint)
    ids = {feed.id for name in wanted for feed in known[name].feeds}
    return [feed for feed in feeds if feed.id in ids]

"""The time zone of a country's publishers, where the country has but one clock. Pure.

The countries' zones are those of the time zone database (``zone.tab`` of the package tzdata).
"""

from collections import defaultdict
from datetime import datetime
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

_GENERIC = frozenset(
    ["ag", "ai", "am", "as", "bz", "cc", "co", "cx", "fm", "gd", "gg", "gl", "im", "io", "is", "la", "li", "ly", "me",
     "ms", "mu", "nu", "pw", "sc", "sh", "st", "tk", "to", "tv", "vc", "vg", "ws"]
)  # fmt: skip
"""Country codes that are sold all over the world."""
_CODES = {"uk": "gb"}
_MOMENTS = (datetime(2015, 1, 1, 12), datetime(2015, 7, 1, 12), datetime(2025, 1, 1, 12), datetime(2025, 7, 1, 12))  # noqa: DTZ001
"""A country has one clock if all its zones agree at these."""


@lru_cache(maxsize=512)
def zone_of_host(host: str) -> str | None:
    """The IANA zone of the country that a host name ends in (``www.post.it``); None without one, or with several."""
    code = host.rpartition(".")[2].lower()
    if len(code) != 2 or code in _GENERIC:
        return None
    names = _zones().get(_CODES.get(code, code), ())
    clocks = {tuple(ZoneInfo(name).utcoffset(moment) for moment in _MOMENTS) for name in names}
    return names[0] if len(clocks) == 1 else None


@lru_cache(maxsize=1)
def _zones() -> dict[str, tuple[str, ...]]:
    table = resources.files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8")
    found: dict[str, list[str]] = defaultdict(list)
    for line in table.splitlines():
        if line and not line.startswith("#"):
            codes, _, name = line.split("\t")[:3]
            found[codes.lower()].append(name)
    return {code: tuple(names) for code, names in found.items()}

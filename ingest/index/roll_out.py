"""What has to be done about copies that another version made: one wording for both indexes."""

from collections.abc import Collection, Mapping

from ingest.index.fields import SCHEMAS
from ingest.index.schema import DocumentKind


def advice(versions: Mapping[DocumentKind, int], waiting: Collection[DocumentKind]) -> str:
    """What a person should do; empty if every kind is of today's schema and none waits to be confirmed."""
    said = []
    old = [kind.value for kind, version in versions.items() if version < SCHEMAS[kind].version]
    new = [kind.value for kind, version in versions.items() if version > SCHEMAS[kind].version]
    if waiting:
        kinds = ", ".join(sorted(kind.value for kind in waiting))
        said.append(
            f"a rebuilt copy waits ({kinds}): `veille index rebuild --confirm` puts it in place, `--discard` not"
        )
    if old:
        said.append(
            f"made by an older version ({', '.join(old)}): run `veille index setup`, then `veille index rebuild`"
        )
    if new:
        said.append(f"made by a newer version of veille ({', '.join(new)}): run that one")
    return "; ".join(said)


EMBEDDED_ARTICLES = 500_000
"""Above it a search for a common word takes more than a second on a small machine."""
SHARD_BYTES = 50_000_000_000
"""Elastic's own advice for a shard: 10 to 50 GB. Recovery and merges of a larger one take hours."""


def size_advice(kind: str, documents: int, largest_shard: int = 0) -> str:
    """What a person should do about an index that has outgrown its kind; empty if it has not."""
    if kind == "sqlite" and documents > EMBEDDED_ARTICLES:
        return f"more than {EMBEDDED_ARTICLES:,} articles: use Elasticsearch, or a shorter index.keep_days"
    if largest_shard > SHARD_BYTES:
        return (
            f"a month's index has {largest_shard / 1e9:,.0f} GB, advised are up to 50: watch fewer feeds in one index"
        )
    return ""


def month_advice(now: str, months: Collection[str | None]) -> str:
    """What a person should do about the months that articles stand in; empty if today's has its index.

    ``months`` as ``2025.04``; None is an index from before there were months.
    """
    made = sorted(month for month in months if month)
    if now in made:
        return ""
    goes_to = f"that of {made[-1]}" if made else "the one that holds all"
    return f"{now} has no index of its own yet, its articles go to {goes_to}: `veille index setup` makes it"


def joined(*said: str) -> str:
    """Several pieces of advice as one note."""
    return "; ".join(one for one in said if one)

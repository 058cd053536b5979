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

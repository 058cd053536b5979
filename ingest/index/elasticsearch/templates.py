"""The templates in ``index_templates/``: reading them, and putting them into a cluster under a prefix.

Component templates have no ``index_patterns``; the others are index templates, one a kind of document.
"""

import json
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch

from ingest.defaults import packaged
from ingest.errors import StoreError

COMPONENTS = ("words",)
"""What ``setup`` installs; ``ilm`` is for those who want a lifecycle."""


def folder() -> Path:
    """Where the templates stand. Raises StoreError where they are missing."""
    found = packaged("index_templates")
    if not found.is_dir():
        raise StoreError(f"the index templates are missing: {found}")
    return found


def read(name: str) -> dict[str, Any]:
    """One template."""
    loaded: dict[str, Any] = json.loads((folder() / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def install(client: Elasticsearch, prefix: str, kinds: tuple[str, ...]) -> None:
    """Put components, then index templates. What stands there is replaced; indexes that exist do not change."""
    for name in COMPONENTS:
        found = read(name)
        client.cluster.put_component_template(name=prefix + name, template=found["template"], meta=found["_meta"])
    for name in kinds:
        found = read(name)
        client.indices.put_index_template(
            name=prefix + name,
            index_patterns=[prefix + pattern for pattern in found["index_patterns"]],
            composed_of=[prefix + part for part in found["composed_of"]],
            ignore_missing_component_templates=[prefix + x for x in found["ignore_missing_component_templates"]],
            priority=found["priority"],
            template=found["template"],
            meta=found["_meta"],
        )

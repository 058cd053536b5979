"""Roles for production: who reads, who writes, who may change templates. Part of the basic licence.

A writer cannot delete or make an index, so a worker that is broken into cannot wipe the archive of years.
"""

from typing import Any

from ingest.index.elasticsearch.client import in_words
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.schema import DocumentKind

_READ = ["read", "view_index_metadata"]
_WRITE = [*_READ, "index", "delete", "maintenance", "monitor"]
"""``delete`` removes documents (retention), not indexes; ``maintenance`` is refresh."""
_ROLES: dict[str, tuple[list[str], list[str]]] = {
    "reader": ([], _READ),
    "writer": (["monitor"], _WRITE),
    "setup": (["monitor", "manage_index_templates"], [*_WRITE, "manage"]),
}


def descriptors(prefix: str) -> dict[str, dict[str, Any]]:
    """Role name → what it may do."""
    names = [f"{prefix}{kind.value}*" for kind in DocumentKind]
    return {
        f"{prefix}veille-{role}": {"cluster": cluster, "indices": [{"names": names, "privileges": privileges}]}
        for role, (cluster, privileges) in _ROLES.items()
    }


def make_roles(index: ElasticsearchIndex) -> None:
    """Make or update the roles. Needs ``manage_security``."""
    with in_words(index.settings.url):
        for name, rights in descriptors(index.settings.prefix).items():
            index.client.security.put_role(name=name, **rights)


def make_keys(index: ElasticsearchIndex) -> dict[str, str]:
    """An API key for each role: role name → what to put into ``index.api_key``. Cannot be read again later."""
    with in_words(index.settings.url):
        return {
            name: str(index.client.security.create_api_key(name=name, role_descriptors={name: rights})["encoded"])
            for name, rights in descriptors(index.settings.prefix).items()
        }

"""Roles for production: who reads, who writes, who deletes, who may change templates. Part of the basic licence.

A writer adds and replaces single documents by their ids. It cannot delete one, delete by query, or delete or make an
index, so a worker that is broken into cannot wipe the archive of years at a stroke. Elasticsearch's ``delete`` allows
delete by query as well, therefore what deletes (retention, opt-outs) has a role of its own (decision 316).
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

from elasticsearch import ApiError, Elasticsearch
from pydantic import SecretStr

from ingest.errors import StoreError
from ingest.index.elasticsearch.client import connect, in_words
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.elasticsearch.key_names import key_name
from ingest.index.schema import DocumentKind
from ingest.text.whole_file import write_whole

_READ = ["read", "view_index_metadata"]
_WRITE = [*_READ, "index", "maintenance", "monitor"]
"""``index`` inserts, replaces and updates by id; ``maintenance`` is refresh."""
_DELETE = [*_READ, "delete", "manage", "monitor"]
"""A month that has passed retention goes as one index, and the next month's is made with its aliases (decision 350),
which is what ``manage`` allows; it writes no document."""
ROLES: dict[str, tuple[list[str], list[str]]] = {
    "reader": ([], _READ),
    "writer": (["monitor"], _WRITE),
    "maintain": (["monitor"], _DELETE),
    "setup": (["monitor", "manage_index_templates"], sorted({*_WRITE, *_DELETE})),
}
KIBANA = [
    {
        "application": "kibana-.kibana",
        "privileges": [
            f"feature_{name}.all"
            for name in (
                "savedObjectsManagement", "indexPatterns", "dashboard", "dashboard_v2", "visualize", "visualize_v2",
                "discover", "discover_v2",
            )
        ],
        "resources": ["space:default"],
    }
]  # fmt: skip
"""What importing dashboards needs in Kibana's default space, by the names of Kibana 8 and of 9; what a version does not
know counts for nothing. It reads no document."""
GRACE = timedelta(minutes=10)
"""A key that was rotated still works for so long: processes that run take up the new one meanwhile."""


def descriptors(prefix: str) -> dict[str, dict[str, Any]]:
    """Role name → what it may do."""
    names = [f"{prefix}{kind.value}*" for kind in DocumentKind]
    roles: dict[str, dict[str, Any]] = {
        role_name(prefix, role): {"cluster": cluster, "indices": [{"names": names, "privileges": privileges}]}
        for role, (cluster, privileges) in ROLES.items()
    }
    return roles | {role_name(prefix, "dashboards"): {"cluster": [], "applications": KIBANA}}


def role_name(prefix: str, role: str) -> str:
    """A role as the cluster knows it."""
    return f"{prefix}veille-{role}"


def make_roles(index: ElasticsearchIndex) -> None:
    """Make or update the roles. Needs ``manage_security``."""
    with in_words(index.settings.url):
        for name, rights in descriptors(index.settings.prefix).items():
            index.client.security.put_role(name=name, **rights)


def make_keys(index: ElasticsearchIndex) -> dict[str, str]:
    """An API key for each role: role name → what to put into ``index.api_key``. Cannot be read again later."""
    with in_words(index.settings.url):
        return {name: _make(index, name)[1] for name in descriptors(index.settings.prefix)}


def rotate(index: ElasticsearchIndex, role: str, file: Path) -> list[str]:
    """Make a new key for a role, try it, write it to its secret's file, and let the older ones end; their ids.

    Raises IndexRefusesUs where the new key does not work and StoreError where the file cannot be written: then the new
    one is gone again, and the old one stands.
    """
    name = role_name(index.settings.prefix, role)
    security = index.client.security
    with in_words(index.settings.url):
        before = _active(index.client, name)
        new, encoded = _make(index, name)
        try:
            _try(index, encoded)
            _write_secret(file, encoded)
        except BaseException:
            security.invalidate_api_key(ids=[new])
            raise
        for old in before:
            _end(index.client, old)
    return before


def _make(index: ElasticsearchIndex, name: str) -> tuple[str, str]:
    """A key's id and what a client sends."""
    days = index.settings.key_days
    last = (index.clock() + timedelta(days=days)).date() if days else None
    made = index.client.security.create_api_key(
        name=key_name(name, last),
        role_descriptors={name: descriptors(index.settings.prefix)[name]},
        metadata={"veille_role": name},
        expiration=f"{days}d" if days else None,
    )
    return str(made["id"]), str(made["encoded"])


def _active(client: Elasticsearch, name: str) -> list[str]:
    """The ids of the keys of a role that still work, also of those that an older version named plainly."""
    found = client.security.get_api_key(active_only=True, name=f"{name}*")["api_keys"]
    return [str(one["id"]) for one in found if one["name"] == name or one["name"].startswith(f"{name} until ")]


def _try(index: ElasticsearchIndex, encoded: str) -> None:
    """With the key alone: a key that was made and does not open the door is found before the old one ends."""
    settings = index.settings.model_copy(update={"api_key": SecretStr(encoded)})
    with connect(settings) as client:
        client.security.authenticate()


def _write_secret(file: Path, encoded: str) -> None:
    try:
        write_whole(file, encoded.encode() + b"\n", mode=0o600)
    except OSError as e:
        raise StoreError(
            f"{file} cannot be written: {e.strerror}: the new key is gone again, the old one stands"
        ) from e


def _end(client: Elasticsearch, key: str) -> None:
    """In a while, so that nobody who runs is shut out; at once where this server or our user cannot do that."""
    try:
        client.security.update_api_key(id=key, expiration=f"{int(GRACE.total_seconds())}s")
    except ApiError:
        client.security.invalidate_api_key(ids=[key])

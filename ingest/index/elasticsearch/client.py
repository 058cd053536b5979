"""Connecting, and Elasticsearch's failures in our words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit

from elasticsearch import ApiError, Elasticsearch, TransportError
from pydantic import SecretStr

from ingest.errors import ConfigError, IndexMissing, IndexRefusesUs, IndexUnavailable, StoreError
from ingest.settings import IndexSettings, secret_of

BUSY = frozenset((408, 429, 502, 503, 504))
"""Statuses that pass: overload, no master, shards not assigned, a proxy before it."""
_REFUSED = {401: "refuses our credentials: check index.username with index.password(_file), or index.api_key(_file)",
            403: "does not allow this to our user: `veille index setup --roles` makes users that it does"}  # fmt: skip


def connect(settings: IndexSettings) -> Elasticsearch:
    """A client. Nothing is sent yet. Retries are ours to decide: the work waits in the ledger.

    Raises ConfigError for a secret's file that cannot be read.
    """
    parts = urlsplit(settings.url)
    options: dict[str, Any] = {
        "hosts": [f"{parts.scheme}://{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 9200)}"],
        "request_timeout": settings.timeout_seconds,
        "max_retries": 0,
        "retry_on_timeout": False,
        "retry_on_status": (),
    }
    if parts.scheme == "https" and settings.ca_certs:
        options["ca_certs"] = str(settings.ca_certs)
    if key := _secret(settings, "api_key"):
        options["api_key"] = key
    elif settings.username:
        options["basic_auth"] = (settings.username, _secret(settings, "password") or "")
    elif parts.username:
        options["basic_auth"] = (unquote(parts.username), unquote(parts.password or ""))
    return Elasticsearch(**options)


def connect_to_delete(settings: IndexSettings) -> Elasticsearch | None:
    """A client with the key that may delete; None where the settings name none. Raises ConfigError as ``connect``."""
    key = _secret(settings, "maintain_api_key")
    return connect(settings.model_copy(update={"api_key": SecretStr(key)})) if key else None


def _secret(settings: IndexSettings, key: str) -> str | None:
    try:
        return secret_of(settings, key)
    except OSError as e:
        raise ConfigError.of("[index]", str(e), hint="mount it, or name another file") from e


@contextmanager
def in_words(url: str) -> Iterator[None]:
    """IndexUnavailable for what passes by itself or when a person helps, StoreError for the rest."""
    try:
        yield
    except TransportError as e:
        raise IndexUnavailable(f"Elasticsearch at {_plain(url)} cannot be reached: {e.message}") from e
    except ApiError as e:
        raise translated(url, e.status_code, e.body) from e


def translated(url: str, status: int, body: Any) -> StoreError:
    """The error that a status and an answer's body mean."""
    where = f"Elasticsearch at {_plain(url)}"
    if status in _REFUSED and not is_block(body):
        return IndexRefusesUs(f"{where} {_REFUSED[status]}")
    if status == 404 and "index_not_found" in str(body):
        return IndexMissing(f"{where} has no index yet: run `veille index setup`")
    if status in BUSY or is_block(body):
        return IndexUnavailable(f"{where} is not ready ({status}): {reason(body)}")
    return StoreError(f"{where} refused ({status}): {reason(body)}")


def is_block(body: Any) -> bool:
    """True for a cluster or index that is read-only for now, such as on a full disk."""
    return "cluster_block_exception" in str(body)


def reason(body: Any) -> str:
    """The reason nearest to the cause, in one line."""
    error = body.get("error", body) if isinstance(body, dict) else body
    seen = ""
    while isinstance(error, dict):
        seen = str(error.get("reason") or seen)
        causes = error.get("root_cause") or error.get("failed_shards") or []
        error = error.get("caused_by") or (causes[0] if isinstance(causes, list) and causes else None)
    return " ".join((seen or str(error or body)).split())[:400]


def _plain(url: str) -> str:
    """Without credentials."""
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port or 9200}"

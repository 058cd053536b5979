"""Articles stand in one concrete index a month, behind the one alias that is searched (decision 350).

An article belongs where it stands already; a new one belongs to the month in which a feed first carried it, which no
later version of it changes. Each concrete index has a write alias of its own, which moves with the swap of a rebuild:
nobody writes into an index that was replaced. What one index held before there were months keeps the plain write
alias, and is updated there until it is rebuilt or has passed retention.

The other kinds of document are few, and stand in one index each.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from elasticsearch import ApiError, AuthorizationException, BadRequestError, Elasticsearch

from ingest.errors import IndexUnavailable
from ingest.index.elasticsearch.client import reason
from ingest.index.elasticsearch.names import IndexNames
from ingest.index.schema import DocumentKind

MONTHLY = frozenset((DocumentKind.ARTICLES,))
"""Kinds that grow for years."""
_MONTH = re.compile(r"(?P<copy>.+)-(?P<month>\d{4}\.\d{2})")
_AT_ONCE = 1_000
_LARGEST_PAGE = 10_000
"""``index.max_result_window``: room for each id in ten indexes, where one is the rule."""
_EXISTS = ("resource_already_exists", "invalid_alias_name", "more than one write index")


@dataclass(frozen=True, slots=True)
class ConcreteIndex:
    """One concrete index of the copy that is searched."""

    name: str
    write: str
    """The alias that writes it; its own name where it has none."""

    @property
    def month(self) -> str | None:
        """See ``month_in``."""
        return month_in(self.name)

    @property
    def copy(self) -> str:
        """See ``copy_in``."""
        return copy_in(self.name)


def month_in(name: str) -> str | None:
    """Of an index's name: ``2025.04``; None: all of its kind, or all from before there were months."""
    found = _MONTH.fullmatch(name)
    return found["month"] if found else None


def copy_in(name: str) -> str:
    """What the names of all months of one copy begin with."""
    found = _MONTH.fullmatch(name)
    return found["copy"] if found else name


def month(moment: datetime) -> str:
    """As names have it: ``2025.04``."""
    return f"{moment:%Y.%m}"


def month_of(source: Mapping[str, Any]) -> str:
    """The month in which an article was first seen (by our clock, so that no outlet chooses it)."""
    day = str(source.get("first_seen_at") or source["indexed_at"])
    return day[:7].replace("-", ".")


def concrete(client: Elasticsearch, names: IndexNames, kind: DocumentKind) -> list[ConcreteIndex]:
    """Behind the alias that is searched, the oldest month first; empty: not set up."""
    begins = names.write_alias(kind)
    held = [
        ConcreteIndex(name, next((alias for alias in aliases if alias.startswith(begins)), name))
        for name, aliases in behind(client, names.alias(kind)).items()
    ]
    return sorted(held, key=lambda one: (one.month or "", one.name))


def behind(client: Elasticsearch, alias: str) -> dict[str, list[str]]:
    """The indexes that an alias stands for, each with all of its aliases; none where there is no such alias."""
    found = client.options(ignore_status=404).indices.get_alias(index=alias).body
    return {name: list(entry["aliases"]) for name, entry in found.items()
            if isinstance(entry, Mapping) and "aliases" in entry}  # fmt: skip


def where(client: Elasticsearch, index: str, ids: Sequence[str]) -> dict[str, list[str]]:
    """Id → the concrete indexes in which searches see it."""
    found: dict[str, list[str]] = {}
    for at in range(0, len(ids), _AT_ONCE):
        answer = client.search(
            index=index, query={"ids": {"values": list(ids[at : at + _AT_ONCE])}}, size=_LARGEST_PAGE, source=False,
            allow_partial_search_results=False,
        )  # fmt: skip
        for hit in answer["hits"]["hits"]:
            found.setdefault(str(hit["_id"]), []).append(str(hit["_index"]))
    return found


def get(
    client: Elasticsearch, held: Sequence[ConcreteIndex], id: str, *, without: Sequence[str] = ()
) -> tuple[ConcreteIndex, dict[str, Any]] | None:
    """Where a document stands and its source, from the transaction log if need be; ``without`` leaves fields out.

    Raises IndexUnavailable where an index that may hold it cannot answer.
    """
    docs = [{"_index": one.name, "_id": id, "_source": {"excludes": list(without)}} for one in held]
    answers = client.mget(docs=docs)["docs"] if docs else []
    for one, answer in zip(held, answers, strict=True):
        if answer.get("found"):
            return one, answer["_source"]
    failed = next((answer["error"] for answer in answers if "error" in answer), None)
    if failed is not None:
        raise IndexUnavailable(f"Elasticsearch cannot look {id} up: {reason(failed)}")
    return None


def targets(
    client: Elasticsearch, names: IndexNames, kind: DocumentKind, sources: Sequence[tuple[str, Mapping[str, Any]]]
) -> list[str]:
    """The write alias for each document (id and source); months that are missing are made."""
    if kind not in MONTHLY:
        return [names.write_alias(kind)] * len(sources)
    held = concrete(client, names, kind)
    if not held:  # the request names what is missing, so that the answer says it
        return [names.write_alias(kind)] * len(sources)
    stands = where(client, names.alias(kind), [id for id, _ in sources]) if len(held) > 1 or not held[0].month else {}
    writes = {one.name: one.write for one in held}
    months = {one.month: one.write for one in held if one.month}
    out = []
    for id, source in sources:
        at = next((writes[name] for name in stands.get(id, ()) if name in writes), None)
        if at is None:
            wanted = month_of(source)
            if wanted not in months:
                months[wanted] = make(client, names, kind, wanted, held)
            at = months[wanted]
        out.append(at)
    return out


def make(
    client: Elasticsearch, names: IndexNames, kind: DocumentKind, wanted: str, held: Sequence[ConcreteIndex]
) -> str:
    """A month's index, by today's template; returns what it is written through.

    A key that may not make indexes writes into the newest month there is: a month too few is no reason to lose an
    article. `index setup` makes this month's and the next one's.
    """
    try:
        client.indices.create(index=f"{_growing(names, kind, held)}-{wanted}", aliases=names.aliases(kind, wanted))
    except AuthorizationException:
        if not held:
            raise
        return held[-1].write
    except BadRequestError as e:  # another worker was faster
        if not is_made(e):
            raise
    return names.month_alias(kind, wanted)


def is_made(error: ApiError) -> bool:
    """True: what was to be made is there already."""
    return any(words in str(error.body) for words in _EXISTS)


def _growing(names: IndexNames, kind: DocumentKind, held: Sequence[ConcreteIndex]) -> str:
    """The copy that a new month belongs to: the searched one, if today's schema made it."""
    first = names.first(kind)
    ours = [one.copy for one in held if one.month and (one.copy == first or one.copy.startswith(f"{first}-"))]
    return ours[-1] if ours else first

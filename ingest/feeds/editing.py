"""Changing ``config/feeds.yaml`` by program without losing what people wrote there: comments, order, quotes."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ingest.config_editing import open_document, write_document
from ingest.errors import ConfigError
from ingest.feeds.catalogue import Catalogue, load_catalogue
from ingest.model import Feed, Policy

_DEFAULTS: dict[str, Any] = {"kind": "news", "policy": Policy.FULL, "enabled": True, "note": "", "tags": ()}
_ORDER = (
    "id", "url", "name", "outlet", "site", "country", "language", "kind", "tags", "policy", "timezone", "min_interval",
    "max_interval", "stale_after", "enabled", "note",
)  # fmt: skip


def add_feeds(path: Path, feeds: Iterable[Feed]) -> Catalogue:
    """Append feeds to the file. The file is written only if the result is a valid catalogue.

    Raises ConfigError with what would be wrong; the file is then as it was.
    """
    yaml, document = _opened(path)
    for feed in feeds:
        document["feeds"].append(_node(feed))
    return _written(path, yaml, document)


def remove_feeds(path: Path, feed_ids: Iterable[str]) -> Catalogue:
    """Take feeds out of the file. Raises ConfigError if one is not there."""
    yaml, document = _opened(path)
    wanted = set(feed_ids)
    places = [i for i, node in enumerate(document["feeds"]) if node.get("id") in wanted]
    missing = wanted - {document["feeds"][i]["id"] for i in places}
    if missing:
        raise ConfigError.of(path, f"no feed {', '.join(sorted(missing))}", hint="`veille feeds list` shows the ids")
    for place in reversed(places):
        _take_out(document["feeds"], place)
    return _written(path, yaml, document)


def _opened(path: Path) -> tuple[YAML, CommentedMap]:
    if path.exists():
        load_catalogue(path)  # complaints with lines, before anything is touched
    return open_document(path, "feeds")


def _written(path: Path, yaml: YAML, document: CommentedMap) -> Catalogue:
    return Catalogue(write_document(path, yaml, document, load_catalogue).feeds, path)


def _take_out(feeds: CommentedSeq, place: int) -> None:
    """Remove an item; a comment that follows it belongs to the next one and stays."""
    following = feeds.ca.items.get(place)
    tail = _last_comment(feeds[place])
    del feeds[place]
    kept = tail or (following[1] if following and len(following) > 1 else None)
    if kept and place < len(feeds):
        text = "".join(t.value for t in kept).strip("\n")
        lines = [line.strip().removeprefix("#").strip() for line in text.splitlines() if line.strip()]
        if lines:
            feeds.yaml_set_comment_before_after_key(place, before="\n".join(lines), indent=2)


def _last_comment(node: Any) -> list[Any] | None:
    """Comment lines that stand after the last line of a mapping: the parser hangs them there."""
    if not isinstance(node, CommentedMap) or not node:
        return None
    token = node.ca.items.get(list(node)[-1])
    comment = token[2] if token and len(token) > 2 else None
    if comment is None or "\n" not in comment.value.rstrip("\n"):
        return None
    return [comment]


def _node(feed: Feed) -> CommentedMap:
    node = CommentedMap()
    for key in _ORDER:
        value = getattr(feed, key)
        if value is None or value == _DEFAULTS.get(key, ...) or (key == "outlet" and value == feed.id):
            continue
        node[key] = list(value) if key == "tags" else value.value if isinstance(value, Policy) else value
    if "tags" in node:
        node["tags"] = CommentedSeq(node["tags"])
        node["tags"].fa.set_flow_style()
    return node

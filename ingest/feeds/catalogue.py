"""``config/feeds.yaml``: which feeds there are. Everything that is wrong with it is said at once, with lines.

outlets:                       # what holds for all feeds of a publisher (optional)
  example: {name: The Example, country: FR, policy: headline}
feeds:
  - id: example-world
    url: https://example.org/world/rss.xml
    name: World
    outlet: example
"""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

from ingest.config import line_of, load_yaml
from ingest.errors import ConfigError, Problem
from ingest.model import Feed, Identity, Policy
from ingest.text.dates import zone_of
from ingest.text.durations import WRITTEN, parse_duration
from ingest.urls import canonical, is_web, url_key

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_INHERITED = ("name", "site", "country", "language", "kind", "policy", "timezone", "tags", "identity", "promise")
_KEYS = tuple(f.name for f in fields(Feed))
_TEXTS = ("name", "outlet", "outlet_name", "kind", "note", "site", "url", "id")
_DURATIONS = ("min_interval", "max_interval", "stale_after", "promise")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All feeds of the configuration, in its order, disabled ones included."""

    feeds: tuple[Feed, ...]
    path: Path | None = None
    _by_id: Mapping[str, Feed] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index the feeds by id."""
        object.__setattr__(self, "_by_id", {f.id: f for f in self.feeds})

    def get(self, feed_id: str) -> Feed | None:
        """The feed of that id."""
        return self._by_id.get(feed_id)

    @property
    def enabled(self) -> tuple[Feed, ...]:
        """The feeds that are polled."""
        return tuple(f for f in self.feeds if f.enabled)


def load_catalogue(path: Path) -> Catalogue:
    """The catalogue of a YAML file. Raises ConfigError with every problem found, each with line, key and hint."""
    reader = _Reader(path)
    document = load_yaml(path)
    if not isinstance(document, dict) or not isinstance(document.get("feeds") or [], list):
        raise ConfigError.of(path, "must be a mapping with a list `feeds`", hint="feeds: [{id: …, url: …}]")
    reader.unknown_keys(document, ("feeds", "outlets"))
    outlets = reader.outlets(document.get("outlets"))
    feeds = [f for i, node in enumerate(document.get("feeds") or []) if (f := reader.feed(document, i, node, outlets))]
    if reader.problems:
        raise ConfigError(reader.problems)
    return Catalogue(tuple(feeds), path)


class _Reader:
    """Reads nodes and collects what is wrong with them."""

    def __init__(self, path: Path) -> None:
        self.where = str(path)
        self.problems: list[Problem] = []
        self._ids: dict[str, int | None] = {}
        self._urls: dict[str, str] = {}

    def problem(self, message: str, *, line: int | None, key: str | None = None, hint: str | None = None) -> None:
        self.problems.append(Problem(self.where, message, line=line, key=key, hint=hint))

    def unknown_keys(self, node: Any, known: tuple[str, ...]) -> None:
        for key in node:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, 1)
                hint = f"did you mean `{near[0]}`?" if near else f"one of: {', '.join(known)}"
                self.problem("unknown key", line=line_of(node, key), key=str(key), hint=hint)

    def outlets(self, node: Any) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        if node is not None and not isinstance(node, dict):
            self.problem("must be a mapping of ids", line=line_of(node), key="outlets", hint="outlets: {id: {name: …}}")
        for key, values in (node or {}).items() if isinstance(node, dict) else ():
            if not isinstance(values, dict):
                self.problem("must be a mapping", line=line_of(node, key), key=f"outlets.{key}", hint="{name: …}")
                continue
            self.unknown_keys(values, _INHERITED)
            found[str(key)] = {k: v for k, v in values.items() if k in _INHERITED}
        return found

    def feed(self, document: Any, index: int, node: Any, outlets: Mapping[str, dict[str, Any]]) -> Feed | None:
        line = line_of(document["feeds"], index)
        if not isinstance(node, dict):
            self.problem("must be a mapping", line=line, key=f"feeds[{index}]", hint="- id: …\n  url: …")
            return None
        self.unknown_keys(node, _KEYS)
        before = len(self.problems)
        outlet = outlets.get(str(node.get("outlet")), {})
        given = {**{k: v for k, v in outlet.items() if k != "name"}, **{k: v for k, v in node.items() if k in _KEYS}}
        values = {key: self._value(node, key, value) for key, value in given.items() if value is not None}
        self._identity(node, line, values)
        if len(self.problems) > before:
            return None
        name = values.setdefault("name", outlet.get("name") or values["id"])
        values.setdefault("outlet", values["id"])
        values.setdefault("outlet_name", str(outlet.get("name") or name))
        return Feed(**values)

    def _identity(self, node: Any, line: int | None, values: dict[str, Any]) -> None:
        for key in ("id", "url"):
            if not node.get(key):
                self.problem("is missing", line=line, key=key, hint=f"every feed needs `{key}`")
        feed_id, url = values.get("id"), values.get("url")
        if isinstance(feed_id, str) and feed_id:
            if feed_id in self._ids:
                first = self._ids[feed_id]
                self.problem(f"`{feed_id}` is there already, in line {first}", line=line_of(node, "id"), key="id")
            self._ids.setdefault(feed_id, line)
        if isinstance(url, str) and is_web(url):
            other = self._urls.setdefault(url_key(canonical(url)), str(feed_id))
            if other != str(feed_id):
                line = line_of(node, "url")
                self.problem(f"the same address as feed `{other}`", line=line, key="url", hint="keep one of them")

    def _value(self, node: Any, key: str, value: Any) -> Any:
        """The value as the model has it, or None after a problem was noted."""
        message, hint, result = _checked(key, value)
        if message:
            self.problem(message, line=line_of(node, key) if key in node else line_of(node), key=key, hint=hint)
        return result


def _checked(key: str, value: Any) -> tuple[str | None, str | None, Any]:
    """(what is wrong, what to write, the value) of one key."""
    if key in _DURATIONS:
        length = parse_duration(value)
        return (None, None, int(length.total_seconds())) if length else (f"{value!r} is no duration", WRITTEN, None)
    if key == "tags":
        if isinstance(value, list) and all(isinstance(t, str) and t.strip() for t in value):
            return None, None, tuple(dict.fromkeys(t.strip() for t in value))
        return "must be a list of words", "[asia, wire]", None
    if key == "enabled":
        return (None, None, value) if isinstance(value, bool) else (f"{value!r} is neither true nor false", None, None)
    if not isinstance(value, str):
        hint = "no is a boolean in YAML 1.1: write 'no'" if value is False else "write it in quotes"
        return f"{value!r} is not text", hint, None
    return _checked_text(key, value.strip())


def _checked_text(key: str, value: str) -> tuple[str | None, str | None, Any]:
    if key == "id" and not _ID.fullmatch(value):
        return f"`{value}` is no id", "small letters, digits, - _ . (up to 100)", None
    if key in ("url", "site") and not is_web(value):
        return f"`{value}` is no http(s) address", "https://…", None
    if key == "policy":
        known = [p.value for p in Policy]
        return (None, None, Policy(value)) if value in known else (f"`{value}` is no policy", " | ".join(known), None)
    if key == "identity":
        kinds = [i.value for i in Identity]
        return (None, None, Identity(value)) if value in kinds else (f"`{value}` is none", " | ".join(kinds), None)
    if key == "country" and not re.fullmatch(r"[A-Z]{2}", value):
        return f"`{value}` is no country code", "two capital letters (ISO 3166), such as FR", None
    if key == "language" and not re.fullmatch(r"[a-z]{2,3}", value):
        return f"`{value}` is no language code", "small letters (ISO 639), such as fr; leave out where mixed", None
    if key == "timezone":
        try:
            zone_of(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return f"`{value}` is no time zone", "a name such as Asia/Seoul", None
    return None, None, value

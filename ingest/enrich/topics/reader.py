"""Typed access to YAML nodes, noting what is wrong and on which line instead of stopping at it."""

from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ingest.config import line_of
from ingest.errors import Problem

MOST = 1e6
"""No weight, line or distance is as large; keeps infinity out."""


class RulesReader:
    """One reading of a rules file, collecting what is wrong."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.unread = False
        self.lines: dict[str, tuple[Path, int | None]] = {}

    def wrong(self, node: Any, key: str | int | None, message: str, hint: str | None = None) -> None:
        """Note a problem at a key or item of a node."""
        name = key if isinstance(key, str) else None
        self.problems.append(Problem(str(self.path), message, line=line_of(node, key), key=name, hint=hint))

    def mapping(self, node: Any, key: str, keys: tuple[str, ...] | None = None) -> CommentedMap:
        """The mapping at ``key`` (empty if it is missing), with unknown keys reported."""
        value = node.get(key)
        if value is None:
            return CommentedMap()
        if not isinstance(value, CommentedMap):
            self.wrong(node, key, "must be a mapping (`key: value` lines)")
            return CommentedMap()
        if keys:
            self.known(value, keys)
        return value

    def known(self, node: CommentedMap, keys: tuple[str, ...]) -> None:
        """Report keys that mean nothing here."""
        for key in node:
            if key not in keys:
                self.wrong(node, key, "unknown key", f"one of {', '.join(keys)}")

    def strings(self, node: CommentedMap, key: str) -> tuple[str, ...]:
        """The list of strings at ``key`` (one string alone is a list of one)."""
        value = node.get(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (str(value),)
        if not isinstance(value, CommentedSeq):
            self.wrong(node, key, "must be a list of texts", f"{key}: [first, second]")
            return ()
        out = []
        for i, item in enumerate(value):
            if isinstance(item, str) and item.strip():
                out.append(str(item))
            else:
                self.wrong(value, i, f"not a text: {item!r}", "put it in quotes: YAML reads no, on and 1.5 as values")
        return tuple(out)

    def number(self, node: CommentedMap, key: str, default: float) -> float:
        """A number from 0 up; neither infinite nor what YAML calls `.nan`, which no score could be above or below."""
        value = node.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < MOST:
            self.wrong(node, key, f"must be a number from 0 up, not {value!r}")
            return default
        return float(value)

    def flag(self, node: CommentedMap, key: str, *, default: bool = False) -> bool:
        """``true`` or ``false``."""
        value = node.get(key, default)
        if not isinstance(value, bool):
            self.wrong(node, key, f"must be true or false, not {value!r}")
        return value is True

    def weights_of(self, node: CommentedMap, key: str) -> tuple[tuple[str, float], ...]:
        """``{concept: weight}`` as pairs."""
        value = self.mapping(node, key)
        return tuple((str(k), self.number(value, k, 0.0)) for k in value)

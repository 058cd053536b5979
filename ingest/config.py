"""YAML files that know their lines, so that every complaint can name one."""

import re
from pathlib import Path
from typing import Any

import yaml as libyaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.resolver import implicit_resolvers

from ingest.errors import ConfigError, Problem


def load_yaml(path: Path) -> Any:
    """The contents of a YAML file as CommentedMap/CommentedSeq (see ``line_of``), without its comments.

    Raises ConfigError if the file is missing, is not UTF-8 or is not YAML (with the line).
    """
    try:
        text = path.read_text(encoding="utf-8")
        try:
            return _plain_document(text)
        except _NotPlain:
            return _any_document(text)
    except FileNotFoundError:
        raise ConfigError.of(path, "no such file", hint="`veille init` writes a commented one") from None
    except UnicodeDecodeError as e:
        raise ConfigError.of(path, f"not UTF-8 at byte {e.start}") from e
    except MarkedYAMLError as e:
        line = e.problem_mark.line + 1 if e.problem_mark else None
        raise ConfigError([Problem(str(path), f"not YAML: {e.problem}", line=line)]) from e
    except YAMLError as e:  # control characters: the reader refuses them before there are lines
        reason = str(e).partition("\n")[0]
        raise ConfigError.of(path, f"not YAML: {reason}", hint="save it as plain text in UTF-8") from e


def line_of(node: Any, key: str | int | None = None) -> int | None:
    """Line (from 1) of a key of a mapping, of an item of a list, or of the node itself."""
    if not isinstance(node, CommentedMap | CommentedSeq):
        return None
    try:
        if key is None:
            return int(node.lc.line) + 1
        place = node.lc.key(key) if isinstance(node, CommentedMap) else node.lc.item(key)
        return int(place[0]) + 1
    except (KeyError, TypeError, AttributeError):
        return int(node.lc.line) + 1


def _any_document(text: str) -> Any:
    """Any YAML 1.2, read in Python. Raises MarkedYAMLError."""
    yaml = YAML(typ="rt", pure=True)
    yaml.allow_duplicate_keys = False
    return yaml.load(text)


class _NotPlain(Exception):
    """The document has something (an anchor, a tag, a date, a mistake) that is left to the reader of any YAML."""


_UNUSUAL = re.compile(
    r"[\t\x85\u2028\u2029\ufeff]|^%|(?:^|[-:?,\[{])\s*!|(?:^|[\s\[{,])(?:![^\s'\"]|&\S)|[|>]\S*\s*#", re.MULTILINE
)
"""Tabs and line breaks, which the two read otherwise; directives; tags and anchors; a comment at a block's head."""
_WHOLE = re.compile(r"0|[1-9][0-9]{0,17}")
_WORDS = {
    **dict.fromkeys(("true", "True", "TRUE"), True), **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}  # fmt: skip
_RESOLVED = [
    pattern for versions, _, pattern, _ in implicit_resolvers if (1, 2) in versions
]  # what YAML 1.2 does not read as text: numbers, dates, << …


def _plain_document(text: str) -> Any:
    """A document of mappings, lists, words, whole numbers and truth values, by libyaml: several times as fast.

    Ten thousand rules take 5 s of CPU in Python. Scalars are resolved as YAML 1.2 has it (libyaml's own binding has
    1.1, where ``NO`` is false). Raises _NotPlain for whatever is not as plain as that.
    """
    if not libyaml.__with_libyaml__ or _UNUSUAL.search(text):
        raise _NotPlain
    try:
        root = libyaml.compose(text, Loader=libyaml.CBaseLoader)
        return None if root is None else _value(root, set())
    except (libyaml.YAMLError, RecursionError):
        raise _NotPlain from None


def _value(node: Any, seen: set[int]) -> Any:
    if id(node) in seen:  # an alias
        raise _NotPlain
    seen.add(id(node))
    if isinstance(node, libyaml.ScalarNode):
        return _scalar(node)
    return _mapping(node, seen) if isinstance(node, libyaml.MappingNode) else _sequence(node, seen)


def _scalar(node: Any) -> Any:
    text: str = node.value
    if node.style:  # quoted, or a block
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0].isalpha():
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    if any(pattern.match(text) for pattern in _RESOLVED):
        raise _NotPlain
    return text


def _mapping(node: Any, seen: set[int]) -> CommentedMap:
    out = CommentedMap()
    for key_node, value_node in node.value:
        if not isinstance(key_node, libyaml.ScalarNode):
            raise _NotPlain
        key, value = _value(key_node, seen), _value(value_node, seen)
        if key in out:
            raise _NotPlain
        out[key] = value
        at, to = key_node.start_mark, value_node.start_mark
        out._yaml_set_kv_line_col(key, [at.line, at.column, to.line, to.column])
    out._yaml_set_line_col(node.start_mark.line, node.start_mark.column)
    return out


def _sequence(node: Any, seen: set[int]) -> CommentedSeq:
    out = CommentedSeq(_value(item, seen) for item in node.value)
    for n, item in enumerate(node.value):
        out._yaml_set_idx_line_col(n, [item.start_mark.line, item.start_mark.column])
    out._yaml_set_line_col(node.start_mark.line, node.start_mark.column)
    return out

"""YAML files that know their lines, so that every complaint can name one."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError

from ingest.errors import ConfigError, Problem


def load_yaml(path: Path) -> Any:
    """The contents of a YAML file as CommentedMap/CommentedSeq (see ``line_of``).

    Raises ConfigError if the file is missing, is not UTF-8 or is not YAML (with the line).
    """
    yaml = YAML(typ="rt", pure=True)
    yaml.allow_duplicate_keys = False
    try:
        return yaml.load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError.of(path, "no such file", hint="`veille init` writes a commented one") from None
    except UnicodeDecodeError as e:
        raise ConfigError.of(path, f"not UTF-8 at byte {e.start}") from e
    except MarkedYAMLError as e:
        line = e.problem_mark.line + 1 if e.problem_mark else None
        raise ConfigError([Problem(str(path), f"not YAML: {e.problem}", line=line)]) from e


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

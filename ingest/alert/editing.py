"""Changing ``alerts.yaml`` by program without losing what people wrote there: comments, order, quotes, line breaks.

Only what changed is touched, so that a diff shows the change and nothing else.
"""

import io
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ingest.alert.recipients import CheckAddress, mail_only
from ingest.alert.rules import Rule, load_rules
from ingest.alert.watch.grammar import parse_watch
from ingest.errors import ConfigError, Problem

_ORDER = (
    "id", "name", "query", "watch", "recipients", "every", "when_empty", "enabled", "note", "must_match",
    "must_not_match",
)  # fmt: skip
_LISTS = ("recipients", "must_match", "must_not_match")
_DEFAULTS: dict[str, Any] = {
    "when_empty": "skip", "enabled": True, "note": "", "watch": "", "must_match": [], "must_not_match": [],
}  # fmt: skip


def put_rule(
    path: Path, fields: Mapping[str, Any], *, timezone: str, check_address: CheckAddress = mail_only
) -> tuple[Rule, ...]:
    """Add the rule of ``fields["id"]``, or change the one that is there. Returns the rules as they then are.

    Raises ConfigError with what would be wrong; the file is then as it was.
    """
    yaml, document = _opened(path)
    node = next((n for n in document["rules"] if n.get("id") == fields["id"]), None)
    if node is None:
        document["rules"].append(_new(fields))
    else:
        _change(node, fields)
    return _written(path, yaml, document, timezone, check_address)


def remove_rule(
    path: Path, rule_id: str, *, timezone: str, check_address: CheckAddress = mail_only
) -> tuple[Rule, ...]:  # fmt: skip
    """Take a rule out. Raises ConfigError if it is not there."""
    yaml, document = _opened(path)
    place = next((n for n, node in enumerate(document["rules"]) if node.get("id") == rule_id), None)
    if place is None:
        raise ConfigError.of(path, f"no rule {rule_id!r}")
    del document["rules"][place]
    return _written(path, yaml, document, timezone, check_address)


def recipients_of(path: Path, rule_id: str) -> list[str]:
    """The recipients as they are written: names of groups stay names."""
    _, document = _opened(path)
    node: Any = next((n for n in document["rules"] if n.get("id") == rule_id), {})
    listed = node.get("recipients") or []
    return [str(r) for r in ([listed] if isinstance(listed, str) else listed)]


def groups_of(path: Path) -> dict[str, list[str]]:
    """The groups of recipients, by name."""
    _, document = _opened(path)
    groups = document.get("groups") or {}
    return {str(name): [str(m) for m in ([some] if isinstance(some, str) else some)] for name, some in groups.items()}


def _opened(path: Path) -> tuple[YAML, CommentedMap]:
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    document = yaml.load(path.read_text(encoding="utf-8")) if path.exists() else None
    if document is None:
        document = CommentedMap()
    if document.get("rules") is None:
        document["rules"] = CommentedSeq()
    return yaml, document


def _written(
    path: Path, yaml: YAML, document: CommentedMap, timezone: str, check_address: CheckAddress
) -> tuple[Rule, ...]:  # fmt: skip
    out = io.StringIO()
    yaml.dump(document, out)
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(out.getvalue(), encoding="utf-8")
    try:
        rules = load_rules(draft, timezone=timezone, check_address=check_address)
        os.replace(draft, path)
    except ConfigError as e:
        raise ConfigError([_elsewhere(p, path) for p in e.problems]) from e
    finally:
        draft.unlink(missing_ok=True)
    return rules


def _elsewhere(problem: Problem, path: Path) -> Problem:
    return replace(problem, where=str(path))


def _new(fields: Mapping[str, Any]) -> CommentedMap:
    node = CommentedMap()
    for key in _ORDER:
        value = fields.get(key)
        if value not in (None, _DEFAULTS.get(key, ...)):
            node[key] = _as_written(key, value)
    return node


def _change(node: CommentedMap, fields: Mapping[str, Any]) -> None:
    for key in _ORDER:
        if key not in fields:
            continue
        value, held = fields[key], node.get(key)
        if key in _LISTS:
            value = list(value)
            held = [held] if isinstance(held, str) else list(held or ())
        if key == "query" and isinstance(held, str) and held.split() == str(value).split():
            continue  # the same query, folded over lines by whoever wrote it
        if key == "watch" and isinstance(held, str) and _is_same_watch(held, str(value)):
            continue
        if value == held or (key not in node and value == _DEFAULTS.get(key, ...)):
            continue
        if value == _DEFAULTS.get(key, ...):
            del node[key]
        else:
            node[key] = _as_written(key, value)


def _as_written(key: str, value: Any) -> Any:
    """Addresses on one line; sentences each on its own, so that a diff shows which one changed."""
    if key == "recipients":
        return _listed(value)
    return CommentedSeq(value) if key in _LISTS else value


def _is_same_watch(held: str, value: str) -> bool:
    try:
        return parse_watch(held, "UTC") == parse_watch(value, "UTC")
    except ValueError:
        return False


def _listed(values: Any) -> CommentedSeq:
    listed = CommentedSeq(values)
    listed.fa.set_flow_style()
    return listed

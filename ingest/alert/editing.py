"""Changing ``alerts.yaml`` by program without losing what people wrote there: comments, order, quotes, line breaks.

Only what changed is touched, so that a diff shows the change and nothing else.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ingest.alert.due import parse_every
from ingest.alert.recipients import CheckAddress, mail_only
from ingest.alert.rules import Rule, load_rules
from ingest.alert.watch.grammar import parse_watch
from ingest.config_editing import open_document, write_document
from ingest.errors import ConfigError

_ORDER = (
    "id", "name", "query", "watch", "recipients", "every", "when_empty", "enabled", "note", "must_match",
    "must_not_match",
)  # fmt: skip
_LISTS = ("recipients", "must_match", "must_not_match")
_DEFAULTS: dict[str, Any] = {
    "when_empty": "skip", "enabled": True, "note": "", "watch": "", "must_match": [], "must_not_match": [],
}  # fmt: skip
_SENTENCES: dict[str, Callable[[str, str], object]] = {"every": parse_every, "watch": parse_watch}
"""Keys whose value can be said in several ways, each with what reads it."""


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
        _change(node, fields, timezone)
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


def every_of(path: Path, rule_id: str) -> str:
    """``every`` as it is written; as the rule has it where nothing is written."""
    _, document = _opened(path)
    node: Any = next((n for n in document["rules"] if n.get("id") == rule_id), {})
    return str(node.get("every") or "immediately")


def groups_of(path: Path) -> dict[str, list[str]]:
    """The groups of recipients, by name."""
    _, document = _opened(path)
    groups = document.get("groups") or {}
    return {str(name): [str(m) for m in ([some] if isinstance(some, str) else some)] for name, some in groups.items()}


def _opened(path: Path) -> tuple[YAML, CommentedMap]:
    return open_document(path, "rules")


def _written(
    path: Path, yaml: YAML, document: CommentedMap, timezone: str, check_address: CheckAddress
) -> tuple[Rule, ...]:  # fmt: skip
    def load(draft: Path) -> tuple[Rule, ...]:
        return load_rules(draft, timezone=timezone, check_address=check_address)

    return write_document(path, yaml, document, load)


def _new(fields: Mapping[str, Any]) -> CommentedMap:
    node = CommentedMap()
    for key in _ORDER:
        value = fields.get(key)
        if value not in (None, _DEFAULTS.get(key, ...)):
            node[key] = _as_written(key, value)
    return node


def _change(node: CommentedMap, fields: Mapping[str, Any], timezone: str) -> None:
    for key in _ORDER:
        if key not in fields:
            continue
        value, held = fields[key], node.get(key, _implied(key, node))
        if key in _LISTS:
            value = list(value)
            held = [held] if isinstance(held, str) else list(held or ())
        if key == "query" and isinstance(held, str) and held.split() == str(value).split():
            continue  # the same query, folded over lines by whoever wrote it
        if key in _SENTENCES and isinstance(held, str) and _is_same(_SENTENCES[key], held, str(value), timezone):
            continue  # the same, in the words of whoever wrote it
        if value == held or (key not in node and value == _DEFAULTS.get(key, ...)):
            continue
        if value == _DEFAULTS.get(key, ...):
            del node[key]
        else:
            node[key] = _as_written(key, value)


def _implied(key: str, node: CommentedMap) -> Any:
    """What holds where nothing is written."""
    return {"every": "immediately", "name": node.get("id")}.get(key)


def _as_written(key: str, value: Any) -> Any:
    """Addresses on one line; sentences each on its own, so that a diff shows which one changed."""
    if key == "recipients":
        return _listed(value)
    return CommentedSeq(value) if key in _LISTS else value


def _is_same(parse: Callable[[str, str], object], held: str, value: str, timezone: str) -> bool:
    try:
        return parse(held, timezone) == parse(value, timezone)
    except ValueError:
        return False


def _listed(values: Any) -> CommentedSeq:
    listed = CommentedSeq(values)
    listed.fa.set_flow_style()
    return listed

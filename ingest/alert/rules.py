"""``alerts.yaml``: saved queries, who is told, and how soon.

Everything that is wrong is reported at once, with line and key: a rule that the index could not
evaluate is refused here and never goes live.
"""

import gc
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ingest.alert.due import Every, is_zone, parse_every, parse_quiet
from ingest.alert.phrases import EN, MAIL_LANGUAGES
from ingest.alert.recipients import NOBODY, CheckAddress, Reader, Readers, mail_only, reader_of
from ingest.alert.watch.grammar import Watch, parse_watch
from ingest.config import line_of, load_yaml
from ingest.errors import ConfigError, Problem, QueryError
from ingest.index.query.parse import parse
from ingest.index.query.tree import Query

CheckQuery = Callable[[str], Query]
"""Parses a query for the index in use; raises QueryError."""

_KEYS = {"id", "name", "query", "recipients", "every", "updates", "when_empty", "enabled", "note", "watch"} | {
    "must_match",
    "must_not_match",
}
MEASURES = ("none", "material", "all")
"""Of updates, the least first."""
_READER_KEYS = {"languages", "mails_in", "timezone", "quiet"}
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Rule:
    """One alert rule."""

    id: str
    name: str
    query: str
    """As written, in Lucene syntax."""
    parsed: Query
    recipients: tuple[str, ...]
    every: Every
    when_empty: Literal["send", "skip"] = "skip"
    """Whether a digest without a match is sent, as proof that silence is no outage."""
    enabled: bool = True
    note: str = ""
    updates: Literal["none", "material", "all"] = "material"
    """What is told of an event after the first mail, by a rule that tells at once."""
    must_match: tuple[str, ...] = ()
    """Headlines that the query has to match; `alerts check` tries them."""
    must_not_match: tuple[str, ...] = ()
    """Headlines that it must not match."""
    watch: Watch | None = None
    """What it watches among the articles that match; None: each of them."""

    @property
    def query_hash(self) -> str:
        """Tells whether the query was changed since the ledger saw it."""
        return hashlib.sha256(self.query.encode()).hexdigest()


@dataclass(slots=True)
class _Reader:
    """Collects what is wrong while the file is read."""

    file: Path
    zone: str
    check_query: CheckQuery
    check_address: CheckAddress
    groups: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, node: Any, key: str | int | None, path: str, message: str, hint: str | None = None) -> None:
        self.problems.append(Problem(str(self.file), message, line=line_of(node, key), key=path, hint=hint))


@dataclass(frozen=True, slots=True)
class Alerts:
    """All of ``alerts.yaml``."""

    rules: tuple[Rule, ...] = ()
    """In the order of the file."""
    readers: Readers = NOBODY


def load_rules(
    path: Path, check_query: CheckQuery = parse, *, timezone: str = "UTC", check_address: CheckAddress = mail_only
) -> tuple[Rule, ...]:
    """The rules of ``alerts.yaml``: see ``load_alerts``."""
    return load_alerts(path, check_query, timezone=timezone, check_address=check_address).rules


def load_alerts(
    path: Path, check_query: CheckQuery = parse, *, timezone: str = "UTC", check_address: CheckAddress = mail_only
) -> Alerts:
    """``alerts.yaml``: its rules, and what it says of their readers.

    ``timezone`` is that of daily digests which name none. Raises ConfigError with every problem.
    """
    with _without_collector():
        return _read_alerts(_Reader(path, timezone, check_query, check_address))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing that is made here becomes garbage: looking for some, again and again, is a third of the CPU (295)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_alerts(reader: _Reader) -> Alerts:
    path = reader.file
    data = load_yaml(path)
    if data is None:
        return Alerts()
    if not isinstance(data, Mapping) or not isinstance(data.get("rules", []), list):
        raise ConfigError.of(path, "not a list of rules", hint="write `rules:` and below it one `- id: …` a rule")
    for key in data.keys() - {"rules", "groups", "readers"}:
        reader.wrong(data, key, str(key), "unknown key", "rules, groups or readers")
    _read_groups(reader, data)
    readers = _read_readers(reader, data)
    rules = [_read_rule(reader, data["rules"], n) for n in range(len(data.get("rules") or []))]
    _check_unique(reader, data.get("rules") or [])
    if reader.problems:
        raise ConfigError(sorted(reader.problems, key=lambda p: p.line or 0))
    return Alerts(tuple(r for r in rules if r is not None), Readers(readers))


def _read_groups(reader: _Reader, data: Any) -> None:
    groups = data.get("groups") or {}
    if not isinstance(groups, Mapping):
        reader.wrong(data, "groups", "groups", "not a mapping", "write `desk: [desk@example.org]`")
        return
    for name, members in groups.items():
        reader.groups[str(name)] = _addresses(reader, members, f"groups.{name}", (groups, name))


def _read_readers(reader: _Reader, data: Any) -> dict[str, Reader]:
    """``readers:`` address → languages, in which language and zone his mails are."""
    listed = data.get("readers") or {}
    if not isinstance(listed, Mapping):
        reader.wrong(data, "readers", "readers", "not a mapping", "write `desk@example.org: {languages: [fr, en]}`")
        return {}
    found: dict[str, Reader] = {}
    for address, node in listed.items():
        path = f"readers.{address}"
        for one in _addresses(reader, [str(address)], path, (listed, address)):
            if isinstance(node, Mapping):
                found[reader_of(one)] = _read_reader(reader, node, path)
            else:
                reader.wrong(listed, address, path, "not a mapping", "write `{languages: [fr, en], mails_in: fr}`")
    return found


def _read_reader(reader: _Reader, node: Any, path: str) -> Reader:
    for key in node.keys() - _READER_KEYS:
        reader.wrong(node, key, f"{path}.{key}", "unknown key", "one of " + ", ".join(sorted(_READER_KEYS)))
    languages = node.get("languages") or []
    if not isinstance(languages, list) or not all(isinstance(c, str) and _LANGUAGE.fullmatch(c) for c in languages):
        reader.wrong(node, "languages", f"{path}.languages", "not a list of languages", "ISO 639-1 codes: [fr, en]")
        languages = []
    mails_in, zone = str(node.get("mails_in", "en")), node.get("timezone")
    if mails_in not in MAIL_LANGUAGES:
        hint = " or ".join(sorted(MAIL_LANGUAGES))
        reader.wrong(node, "mails_in", f"{path}.mails_in", f"mails are not written in {mails_in!r}", hint)
    if zone is not None and not is_zone(str(zone)):
        reader.wrong(node, "timezone", f"{path}.timezone", f"{zone!r} is no time zone", "one such as Europe/Paris")
        zone = None
    quiet = None
    try:
        quiet = parse_quiet(str(node["quiet"])) if "quiet" in node else None
    except ValueError as e:
        reader.wrong(node, "quiet", f"{path}.quiet", str(e))
    return Reader(tuple(languages), MAIL_LANGUAGES.get(mails_in, EN), str(zone) if zone else None, quiet)


def _read_rule(reader: _Reader, rules: Any, n: int) -> Rule | None:
    node = rules[n]
    if not isinstance(node, Mapping):
        reader.wrong(rules, n, f"rules[{n}]", "not a rule", "write `- id: …` with query, recipients and every")
        return None
    before = len(reader.problems)
    name = f"rules[{n}]" + (f" {node['id']}" if "id" in node else "")
    for key in node.keys() - _KEYS:
        reader.wrong(node, key, f"{name}.{key}", "unknown key", "one of " + ", ".join(sorted(_KEYS)))
    rule_id = _read_id(reader, node, name)
    parsed, every = _read_query(reader, node, name), _read_every(reader, node, name)
    recipients = _addresses(reader, node.get("recipients"), f"{name}.recipients", (node, "recipients"))
    when_empty = node.get("when_empty", "skip")
    if when_empty not in ("send", "skip"):
        reader.wrong(node, "when_empty", f"{name}.when_empty", f"{when_empty!r} is neither", "send or skip")
    watch = _read_watch(reader, node, name)
    golden = [_sentences(reader, node, key, name) for key in ("must_match", "must_not_match")]
    updates = node.get("updates", "material")
    if updates not in MEASURES:
        reader.wrong(node, "updates", f"{name}.updates", f"{updates!r} is none of them", "none, material or all")
    if not isinstance(node.get("enabled", True), bool):
        reader.wrong(node, "enabled", f"{name}.enabled", "not true or false", "true or false")
    if len(reader.problems) > before or parsed is None or every is None:
        return None
    return Rule(
        rule_id, _one_line(node.get("name") or rule_id), str(node["query"]).strip(), parsed,
        tuple({reader_of(r): r for r in recipients}.values()), every, when_empty, node.get("enabled", True),
        _one_line(node.get("note") or ""), updates, golden[0], golden[1], watch,
    )  # fmt: skip


def _sentences(reader: _Reader, node: Any, key: str, name: str) -> tuple[str, ...]:
    value = node.get(key) or []
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(one, str) and one.strip() for one in listed):
        reader.wrong(node, key, f"{name}.{key}", "not a list of headlines", "write `[A headline, Another one]`")
        return ()
    return tuple(_one_line(one) for one in listed)


def _read_id(reader: _Reader, node: Any, name: str) -> str:
    value = node.get("id")
    if not isinstance(value, str) or not _ID.fullmatch(value):
        hint = "small letters, digits and hyphens, at most 64; it stands in mail headers and in the ledger"
        reader.wrong(node, "id", f"{name}.id", "missing" if value is None else f"{value!r} is not an id", hint)
    return str(value)


def _read_query(reader: _Reader, node: Any, name: str) -> Query | None:
    value = node.get("query")
    if not isinstance(value, str) or not value.strip():
        reader.wrong(node, "query", f"{name}.query", "missing", "a query, such as: topics:russia-dprk")
        return None
    try:
        return reader.check_query(value.strip())
    except QueryError as e:
        message = f"{e.message} (at character {e.position + 1}: {_around(e.query, e.position)})"
        reader.wrong(node, "query", f"{name}.query", message, e.hint or None)
        return None


def _read_every(reader: _Reader, node: Any, name: str) -> Every | None:
    try:
        return parse_every(str(node.get("every", "immediately")), reader.zone)
    except ValueError as e:
        reader.wrong(node, "every", f"{name}.every", str(e))
        return None


def _read_watch(reader: _Reader, node: Any, name: str) -> Watch | None:
    try:
        return parse_watch(str(node["watch"]), reader.zone) if node.get("watch") is not None else None
    except ValueError as e:
        reader.wrong(node, "watch", f"{name}.watch", str(e))
        return None


def _addresses(reader: _Reader, value: Any, path: str, at: tuple[Any, Any]) -> list[str]:
    """Addresses, with the names of groups replaced by their members."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not listed:
        reader.wrong(at[0], at[1], path, "nobody", "a list of addresses, such as [desk@example.org]")
        return []
    found: list[str] = []
    for n, item in enumerate(listed):
        node, key = (value, n) if listed is value else at
        if str(item) in reader.groups:
            found.extend(reader.groups[str(item)])
        elif (why := reader.check_address(str(item))) is None:
            found.append(str(item))
        else:
            hint = "an address alone (user@example.org), https://…, NAME:… of a service, or a name under `groups:`"
            reader.wrong(node, key, path, why, hint)
    return found


def _check_unique(reader: _Reader, rules: Any) -> None:
    seen: dict[str, int | None] = {}
    for n, node in enumerate(rules):
        rule_id = node.get("id") if isinstance(node, Mapping) else None
        if not isinstance(rule_id, str):
            continue
        if rule_id in seen:
            first = f"it is taken by the rule in line {seen[rule_id]}"
            reader.wrong(node, "id", f"rules[{n}] {rule_id}.id", "this id stands twice", first)
        else:
            seen[rule_id] = line_of(node, "id")


def _around(query: str, position: int) -> str:
    return query[max(0, position - 10) : position + 20].strip() or "the end"


def _one_line(value: Any) -> str:
    return " ".join(str(value).split())

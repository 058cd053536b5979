"""A dashboard as a person describes it (``dashboards/*.yaml``), before Kibana's own form."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from ingest.config import line_of, load_yaml
from ingest.errors import ConfigError, Problem

Kind = Literal[
    "metric", "bars", "area", "lines", "ranking", "pie", "cloud", "table", "search", "firsts", "feeds", "backlog"
]
OWN = ("firsts",)
"""Kinds that only the desk can draw: they read the ledger. ``feeds`` and ``backlog`` stand in the index as well, in a
document every quarter of an hour (``operations/state_document.py``): Kibana shows the newest, the desk this moment."""
Operation = Literal["sum", "max", "average", "p95"]
WIDTH = 48
"""Columns of Kibana's grid."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: what it shows of which field, and where it stands."""

    id: str
    kind: Kind
    title: str
    x: int
    y: int
    w: int
    h: int
    field: str | None = None
    """What is counted apart (``by``), or for a metric what distinct values are counted of."""
    then: str | None = None
    """A second field to break down by."""
    size: int = 10
    kql: str = ""
    shift: str | None = None
    """Kibana's time shift, such as ``1w``: the same figure a week earlier."""
    columns: tuple[str, ...] = ()
    """Of a search."""
    row: str | None = None
    """Of a search: the keyword field that makes a row, such as an article's address."""
    name: str | None = None
    """Of a table: the field that is shown for each value of ``by``, such as the title for a story's id."""
    measure: tuple[Operation, str] | None = None
    """What is shown instead of a count: an operation and the number field it is taken of."""
    view: str = ""
    """Alias that it reads."""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A dashboard over one data view."""

    id: str
    title: str
    description: str
    view: str
    """Alias that its panels read where they name no other, such as ``articles``."""
    time_field: str
    time_from: str
    kql: str
    controls: tuple[str, ...]
    panels: tuple[Panel, ...]


_PANEL_KEYS = {"id", "kind", "title", "at", "by", "then", "size", "kql", "shift", "columns", "measure", "view"} | {
    "row",
    "name",
}


def load_dashboard(path: Path) -> Dashboard:
    """Read a description. Raises ConfigError with everything that is wrong in it."""
    node = load_yaml(path)
    problems: list[Problem] = []
    panels = tuple(
        panel
        for i, item in enumerate(node.get("panels", ()))
        if (panel := _panel(path, item, str(node.get("view", "")), line_of(node["panels"], i), problems)) is not None
    )
    problems += [Problem(str(path), "is needed", key=k) for k in ("id", "title", "view") if not node.get(k)]
    if problems:
        raise ConfigError(problems)
    return Dashboard(
        id=str(node["id"]),
        title=str(node["title"]),
        description=str(node.get("description", "")),
        view=str(node["view"]),
        time_field=str(node.get("time_field", "@timestamp")),
        time_from=str(node.get("from", "now-7d")),
        kql=str(node.get("kql", "")),
        controls=tuple(str(c) for c in node.get("controls", ())),
        panels=panels,
    )


def _panel(path: Path, item: Any, view: str, line: int | None, problems: list[Problem]) -> Panel | None:
    def wrong(message: str, key: str, hint: str | None = None) -> None:
        problems.append(Problem(str(path), message, line=line, key=key, hint=hint))

    before = len(problems)
    for key in set(item) - _PANEL_KEYS:
        wrong("is not known", str(key), f"one of {', '.join(sorted(_PANEL_KEYS))}")
    if item.get("kind") not in get_args(Kind):
        wrong(f"is {item.get('kind')!r}", "kind", f"one of {', '.join(get_args(Kind))}")
    at = item.get("at", ())
    if len(at) != 4 or any(not isinstance(n, int) or n < 0 for n in at) or at[0] + at[2] > WIDTH:
        wrong("must be [x, y, width, height] in a grid of 48 columns", "at")
    measure = str(item.get("measure", "")).split()
    if measure and (len(measure) != 2 or measure[0] not in get_args(Operation)):
        wrong(f"is {item['measure']!r}", "measure", f"one of {', '.join(get_args(Operation))}, and a field")
    if item.get("kind") == "search" and not (item.get("row") and item.get("columns")):
        wrong("a search needs row and columns", "row", "row: url.full, columns: [title, outlet.name]")
    if not item.get("id") or not item.get("title"):
        wrong("id and title are needed", "panels")
    if len(problems) > before:
        return None
    x, y, w, h = at
    return Panel(
        id=str(item["id"]),
        kind=item["kind"],
        title=str(item["title"]),
        x=x,
        y=y,
        w=w,
        h=h,
        field=item.get("by"),
        then=item.get("then"),
        size=int(item.get("size", 10)),
        kql=str(item.get("kql", "")),
        shift=item.get("shift"),
        row=item.get("row"),
        name=item.get("name"),
        columns=tuple(str(c) for c in item.get("columns", ())),
        measure=(measure[0], measure[1]) if measure else None,  # type: ignore[arg-type]
        view=str(item.get("view", view)),
    )

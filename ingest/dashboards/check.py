"""What must hold of a bundle before Kibana sees it: Kibana itself imports dangling references without a word.

``check`` returns every problem found, in words; an empty list means that nothing was found.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from ingest.dashboards.bundle import CORE_VERSION, TYPE_VERSIONS
from ingest.dashboards.describe import WIDTH

Fields = Mapping[str, str]
"""Field → Elasticsearch type, of one data view (see ``fields_of``)."""
_NO_DOC_VALUES = frozenset({"text", "nested", "object"})
_NUMBERS = ("long", "integer", "short", "float", "double", "half_float")
_STRINGS = ("searchSourceJSON", "optionsJSON", "panelsJSON", "ignoreParentSettingsJSON", "fields", "fieldAttrs")


def fields_of(mapping: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Every field of a mapping's ``properties``, flat, with its type; fields below ``nested`` are left out.

    Lens cannot aggregate on nested fields, so a dashboard that names one is wrong.
    """
    out: dict[str, str] = {}
    for name, spec in mapping.get("properties", {}).items():
        full = f"{prefix}{name}"
        if spec.get("type") == "nested":
            continue
        if "properties" in spec:
            out |= fields_of(spec, f"{full}.")
            continue
        out[full] = spec.get("type", "object")
        out |= {f"{full}.{sub}": s["type"] for sub, s in spec.get("fields", {}).items()}
    for name, pattern in _patterns(mapping):
        out[name] = pattern
    return out


def _patterns(mapping: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Fields that a dynamic template makes: ``outcomes.*`` → its type."""
    for template in mapping.get("dynamic_templates", ()):
        for rule in template.values():
            if "path_match" in rule:
                yield rule["path_match"], rule["mapping"]["type"]


def check(objects: Iterable[dict[str, Any]], views: Mapping[str, Fields]) -> list[str]:
    """Problems of a bundle; ``views`` has the fields of each data view."""
    objects = list(objects)
    known = {(o["type"], o["id"]) for o in objects}
    problems = [f"{t} {i}: twice" for t, i in known if sum((o["type"], o["id"]) == (t, i) for o in objects) > 1]
    for o in objects:
        name = f"{o['type']} {o['id']}"
        found = [*_versions(o), *_strings(o.get("attributes", {})), *_references(o, known)]
        if not found and o["type"] == "dashboard":
            found += _dashboard(o, views)
        problems += [f"{name}: {p}" for p in found]
    return problems


def _versions(o: dict[str, Any]) -> Iterator[str]:
    if o.get("coreMigrationVersion") != CORE_VERSION or o.get("typeMigrationVersion") != TYPE_VERSIONS.get(o["type"]):
        yield f"versions {o.get('coreMigrationVersion')}, {o.get('typeMigrationVersion')} are not those we emit"


def _strings(node: Any, path: str = "") -> Iterator[str]:
    """Every string that holds JSON decodes."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in _STRINGS and isinstance(value, str):
                try:
                    json.loads(value)
                except ValueError as e:
                    yield f"{path}{key} is not JSON: {e}"
            else:
                yield from _strings(value, f"{path}{key}.")
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from _strings(value, f"{path}{i}.")


def _references(o: dict[str, Any], known: set[tuple[str, str]]) -> Iterator[str]:
    targets: dict[str, tuple[str, str]] = {}
    for r in o.get("references", ()):
        target = (r["type"], r["id"])
        if target not in known:
            yield f"reference {r['name']} leads nowhere ({r['type']} {r['id']})"
        if targets.setdefault(r["name"], target) != target:
            yield f"reference {r['name']} stands twice with different targets"


def _dashboard(o: dict[str, Any], views: Mapping[str, Fields]) -> Iterator[str]:
    panels = json.loads(o["attributes"]["panelsJSON"])
    references = {r["name"]: r["id"] for r in o["references"]}
    for panel in panels:
        yield from _grid(panel)
        yield from _panel(panel, references, views)
    for a, b in combinations(panels, 2):
        if _overlap(a["gridData"], b["gridData"]):
            yield f"panels “{a['title']}” and “{b['title']}” overlap"
    for index, control in json.loads(o["attributes"]["controlGroupInput"]["panelsJSON"]).items():
        view = references.get(f"controlGroup_{index}:optionsListDataView")
        if view is None:
            yield f"control {index} has no reference"
        else:
            yield from _field(control["explicitInput"]["fieldName"], views[view], ("keyword", "boolean"), "control")


def _grid(panel: dict[str, Any]) -> Iterator[str]:
    g = panel["gridData"]
    if panel["panelIndex"] != g["i"]:
        yield f"panel {panel['panelIndex']}: gridData.i is {g['i']}"
    if g["x"] + g["w"] > WIDTH or g["w"] <= 0 or g["h"] <= 0:
        yield f"panel “{panel['title']}” leaves the grid"


def _overlap(a: dict[str, int], b: dict[str, int]) -> bool:
    return (
        a["x"] < b["x"] + b["w"] and b["x"] < a["x"] + a["w"] and a["y"] < b["y"] + b["h"] and b["y"] < a["y"] + a["h"]
    )


def _panel(panel: dict[str, Any], references: dict[str, str], views: Mapping[str, Fields]) -> Iterator[str]:
    index = panel["panelIndex"]
    if "panelRefName" in panel:
        yield f"panel {index} is a reference: it must stand in the dashboard by value"
        return
    state = panel["embeddableConfig"]["attributes"]["state"]
    for name, layer in state["datasourceStates"]["formBased"]["layers"].items():
        view = references.get(f"{index}:indexpattern-datasource-layer-{name}")
        if view is None:
            yield f"panel {index}: layer {name} has no reference"
            continue
        yield from _layer(panel["title"], layer, state["visualization"], views[view])


def _layer(title: str, layer: dict[str, Any], visualization: Any, fields: Fields) -> Iterator[str]:
    columns = layer["columns"]
    if layer["columnOrder"] != list(columns):
        yield f"“{title}”: columnOrder differs from the columns"
    for accessor in _accessors(visualization):
        if accessor not in columns:
            yield f"“{title}”: {accessor} is no column"
    wanted = {"date_histogram": ("date",), "terms": ("keyword", "boolean", "long", "integer", "float")}
    wanted |= dict.fromkeys(("sum", "max", "average", "percentile"), _NUMBERS)
    wanted["max"] = (*_NUMBERS, "date")
    for column in columns.values():
        field = column["sourceField"]
        if sort := column["params"].get("sortField"):
            yield from _field(sort, fields, ("date",), f"“{title}”")
        order = column["params"].get("orderBy", {}).get("columnId")
        if order is not None and order not in columns:
            yield f"“{title}”: it is ordered by {order}, which is no column"
        if field != "___records___":
            yield from _field(field, fields, wanted.get(column["operationType"], ()), f"“{title}”")


def _accessors(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("xAccessor", "splitAccessor", "metricAccessor", "tagAccessor", "valueAccessor", "columnId"):
                yield value
            elif key in ("accessors", "primaryGroups", "metrics"):
                yield from value
            else:
                yield from _accessors(value)
    elif isinstance(node, list):
        for value in node:
            yield from _accessors(value)


def _field(field: str, fields: Fields, types: tuple[str, ...], who: str) -> Iterator[str]:
    kind = _type(field, fields)
    if kind is None:
        yield f"{who}: there is no field {field}"
    elif kind in _NO_DOC_VALUES or (types and kind not in types):
        yield f"{who}: {field} is {kind}" + (f", not {' or '.join(types)}" if types else "")


def _type(field: str, fields: Fields) -> str | None:
    """The type of a field, by its name or by the pattern that makes it."""
    return fields.get(field) or fields.get(f"{field.rpartition('.')[0]}.*")


def kql_of(objects: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Every KQL text of a bundle with where it stands."""
    for o in objects:
        meta = o["attributes"].get("kibanaSavedObjectMeta")
        if meta:
            yield f"{o['type']} {o['id']}", json.loads(meta["searchSourceJSON"])["query"]["query"]
        for panel in json.loads(o["attributes"].get("panelsJSON", "[]")):
            state = panel["embeddableConfig"].get("attributes", {}).get("state")
            if state:
                yield f"panel {panel['title']}", state["query"]["query"]
                for layer in state["datasourceStates"]["formBased"]["layers"].values():
                    for column in layer["columns"].values():
                        if "filter" in column:
                            yield f"panel {panel['title']}, {column['label']}", column["filter"]["query"]

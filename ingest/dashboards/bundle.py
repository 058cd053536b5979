"""Saved objects as Kibana imports them: one JSON object a line, JSON strings inside really strings.

Versions are those that every Kibana 8.9 to 9.4 reads; a newer one is rejected, none at all runs every migration.
"""

import json
import uuid
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ingest.dashboards.describe import OWN, Dashboard, Panel
from ingest.dashboards.lens import layer_reference, lens_attributes

CORE_VERSION = "8.8.0"
TYPE_VERSIONS = {"index-pattern": "8.0.0", "lens": "8.9.0", "dashboard": "10.2.0"}
_NAMESPACE = uuid.UUID("8a0f3c52-6a53-4c1e-9f0a-2f4f1c0c7d11")  # ours: the same description makes the same ids
_LINK = {"id": "url", "params": {"type": "a", "openLinkInCurrentTab": False}}
"""A field format of Kibana: the value as a link."""
_ADDRESSES = {"articles": ("url.full", "url.original"), "alert-matches": ("article.url",)}
"""Alias → its fields that are addresses."""


def bundle(dashboards: Iterable[Dashboard], prefix: str = "") -> list[dict[str, Any]]:
    """All objects of some dashboards: data views first, then the dashboards. ``prefix``: that of the indexes.

    Two installations with different prefixes can share a Kibana: ids carry the prefix too. Every panel stands in its
    dashboard by value: whether Kibana 9.4 renders one that refers to a saved search of 8.x could not be made sure of.
    """
    named = [_prefixed(d, prefix) for d in dashboards]
    used = {view: d for d in named for view in (d.view, *(p.view for p in d.panels))}
    views = {view: _view(view, view.removeprefix(prefix), d.time_field) for view, d in used.items()}
    return [*views.values(), *(_dashboard(d) for d in named)]


def _prefixed(dashboard: Dashboard, prefix: str) -> Dashboard:
    shown = (p for p in dashboard.panels if p.kind not in OWN)
    panels = tuple(replace(p, view=prefix + p.view) for p in shown)
    return replace(dashboard, id=prefix + dashboard.id, view=prefix + dashboard.view, panels=panels)


def ndjson(objects: Iterable[dict[str, Any]]) -> str:
    """One object a line."""
    return "".join(json.dumps(o, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n" for o in objects)


def _saved(kind: str, id: str, attributes: dict[str, Any], references: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "type": kind,
        "id": id,
        "attributes": attributes,
        "references": references,
        "coreMigrationVersion": CORE_VERSION,
        "typeMigrationVersion": TYPE_VERSIONS[kind],
        "managed": False,
    }


def _view(view: str, alias: str, time_field: str) -> dict[str, Any]:
    formats = dict.fromkeys(_ADDRESSES.get(alias, ()), _LINK)
    attributes = {
        "title": view,
        "name": view.replace("-", " ").capitalize(),
        "timeFieldName": time_field,
        "allowHidden": False,
        "fieldAttrs": "{}",
        "fieldFormatMap": json.dumps(formats),
        "runtimeFieldMap": "{}",
        "fields": "[]",
        "sourceFilters": "[]",
    }
    return _saved("index-pattern", view, attributes, [])


def _dashboard(dashboard: Dashboard) -> dict[str, Any]:
    panels, references = [], []
    for panel in dashboard.panels:
        shown, wanted = _placed(panel, dashboard)
        panels.append(shown)
        references += wanted
    controls, wanted = _controls(dashboard)
    source = {"query": {"language": "kuery", "query": dashboard.kql}, "filter": []}
    attributes = {
        "title": dashboard.title,
        "description": dashboard.description,
        "version": 1,
        "timeRestore": True,
        "timeFrom": dashboard.time_from,
        "timeTo": "now",
        "refreshInterval": {"pause": False, "value": 60_000},
        "kibanaSavedObjectMeta": {"searchSourceJSON": json.dumps(source)},
        "optionsJSON": json.dumps(
            {
                "useMargins": True,
                "syncColors": True,
                "syncCursor": True,
                "syncTooltips": False,
                "hidePanelTitles": False,
            }
        ),
        "panelsJSON": json.dumps(panels, ensure_ascii=False),
        "controlGroupInput": controls,
    }
    return _saved("dashboard", dashboard.id, attributes, [*references, *wanted])


def _placed(panel: Panel, dashboard: Dashboard) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """A panel in its place, with the references that the dashboard has for it."""
    index = str(uuid.uuid5(_NAMESPACE, f"{dashboard.id}/{panel.id}"))
    place = {"x": panel.x, "y": panel.y, "w": panel.w, "h": panel.h, "i": index}
    shown: dict[str, Any] = {"panelIndex": index, "gridData": place, "title": panel.title}
    attributes = lens_attributes(panel, dashboard)
    shown |= {"type": "lens", "embeddableConfig": {"enhancements": {}, "attributes": attributes}}
    return shown, [layer_reference(panel.view, prefix=f"{index}:")]


def _controls(dashboard: Dashboard) -> tuple[dict[str, Any], list[dict[str, str]]]:
    panels: dict[str, Any] = {}
    references = []
    for order, field in enumerate(dashboard.controls):
        index = str(uuid.uuid5(_NAMESPACE, f"{dashboard.id}/control/{field}"))
        wanted = {
            "id": index,
            "fieldName": field,
            "title": field,
            "searchTechnique": "prefix",
            "selectedOptions": [],
            "sort": {"by": "_count", "direction": "desc"},
        }
        panels[index] = {
            "type": "optionsListControl",
            "order": order,
            "grow": True,
            "width": "medium",
            "explicitInput": wanted,
        }
        name = f"controlGroup_{index}:optionsListDataView"
        references.append({"type": "index-pattern", "id": dashboard.view, "name": name})
    ignore = {"ignoreFilters": False, "ignoreQuery": False, "ignoreTimerange": False, "ignoreValidations": False}
    group = {
        "chainingSystem": "HIERARCHICAL",
        "controlStyle": "oneLine",
        "showApplySelections": False,
        "ignoreParentSettingsJSON": json.dumps(ignore),
        "panelsJSON": json.dumps(panels, ensure_ascii=False),
    }
    return group, references

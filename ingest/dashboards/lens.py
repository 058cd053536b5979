"""A panel in Lens's terms: columns over a data view, and a visualization over the columns.

Formulas are avoided: they need hidden helper columns. A share or a shift is a column's own setting.
"""

from collections.abc import Callable
from typing import Any

from ingest.dashboards.describe import Dashboard, Panel

LAYER = "layer"
Columns = dict[str, dict[str, Any]]


def lens_attributes(panel: Panel, dashboard: Dashboard) -> dict[str, Any]:
    """The ``attributes`` of a Lens panel by value."""
    columns, visualization_type, visualization = _BUILDERS[panel.kind](panel, dashboard)
    return {
        "title": panel.title,
        "visualizationType": visualization_type,
        "type": "lens",
        "references": [layer_reference(panel.view)],
        "state": {
            "visualization": visualization,
            "query": {"language": "kuery", "query": panel.kql},
            "filters": [],
            "datasourceStates": {
                "formBased": {
                    "layers": {
                        LAYER: {
                            "columns": columns,
                            "columnOrder": list(columns),
                            "incompleteColumns": {},
                            "sampling": 1,
                        }
                    }
                }
            },
            "internalReferences": [],
            "adHocDataViews": {},
        },
    }


def layer_reference(view: str, prefix: str = "") -> dict[str, str]:
    """The reference of a layer to its data view."""
    return {"type": "index-pattern", "id": view, "name": f"{prefix}indexpattern-datasource-layer-{LAYER}"}


def _metric(panel: Panel, _: Dashboard) -> tuple[Columns, str, dict[str, Any]]:
    column = _unique(panel.field) if panel.field and not panel.measure else _figure(panel)
    if panel.shift:
        column["timeShift"] = panel.shift
    column |= {"label": panel.title, "customLabel": True}
    return {"value": column}, "lnsMetric", {"layerId": LAYER, "layerType": "data", "metricAccessor": "value"}


def _over_time(series: str) -> Callable[[Panel, Dashboard], tuple[Columns, str, dict[str, Any]]]:
    def build(panel: Panel, dashboard: Dashboard) -> tuple[Columns, str, dict[str, Any]]:
        columns: Columns = {}
        layer: dict[str, Any] = {
            "layerId": LAYER,
            "layerType": "data",
            "seriesType": series,
            "xAccessor": "time",
            "accessors": ["count"],
        }
        if panel.field:
            columns["split"] = _terms(panel.field, panel.size)
            layer["splitAccessor"] = "split"
        columns |= {"time": _date_histogram(dashboard.time_field), "count": _figure(panel)}
        return columns, "lnsXY", _xy(series, layer)

    return build


def _ranking(panel: Panel, _: Dashboard) -> tuple[Columns, str, dict[str, Any]]:
    columns = {"name": _terms(str(panel.field), panel.size), "count": _figure(panel)}
    layer = {
        "layerId": LAYER,
        "layerType": "data",
        "seriesType": "bar_horizontal",
        "xAccessor": "name",
        "accessors": ["count"],
    }
    return columns, "lnsXY", _xy("bar_horizontal", layer)


def _pie(panel: Panel, _: Dashboard) -> tuple[Columns, str, dict[str, Any]]:
    columns = {"name": _terms(str(panel.field), panel.size), "count": _figure(panel)}
    layer = {
        "layerId": LAYER,
        "layerType": "data",
        "primaryGroups": ["name"],
        "metrics": ["count"],
        "numberDisplay": "percent",
        "categoryDisplay": "default",
        "legendDisplay": "default",
    }
    return columns, "lnsPie", {"shape": "pie", "layers": [layer]}


def _cloud(panel: Panel, _: Dashboard) -> tuple[Columns, str, dict[str, Any]]:
    columns = {"name": _terms(str(panel.field), panel.size), "count": _figure(panel)}
    return (
        columns,
        "lnsTagcloud",
        {
            "layerId": LAYER,
            "layerType": "data",
            "tagAccessor": "name",
            "valueAccessor": "count",
            "minFontSize": 14,
            "maxFontSize": 60,
            "orientation": "single",
            "showLabel": False,
        },
    )


def _table(panel: Panel, _: Dashboard) -> tuple[Columns, str, dict[str, Any]]:
    columns: Columns = {"name": _terms(str(panel.field), panel.size)}
    if panel.then:
        columns["then"] = _terms(panel.then, panel.size)
    columns["count"] = _figure(panel)
    shown = [{"columnId": name, "isTransposed": False} for name in columns]
    return columns, "lnsDatatable", {"layerId": LAYER, "layerType": "data", "columns": shown}


_BUILDERS: dict[str, Callable[[Panel, Dashboard], tuple[Columns, str, dict[str, Any]]]] = {
    "metric": _metric,
    "bars": _over_time("bar_stacked"),
    "area": _over_time("area_stacked"),
    "lines": _over_time("line"),
    "ranking": _ranking,
    "pie": _pie,
    "cloud": _cloud,
    "table": _table,
}


def _xy(series: str, layer: dict[str, Any]) -> dict[str, Any]:
    return {
        "layers": [layer],
        "preferredSeriesType": series,
        "legend": {"isVisible": True, "position": "right"},
        "valueLabels": "hide",
    }


def _figure(panel: Panel) -> dict[str, Any]:
    """What is shown: a count of documents, or an operation on a number field."""
    if panel.measure is None:
        return _count()
    name, field = panel.measure
    percentile = {"percentile": 95} if name == "p95" else {}
    return {
        "label": f"{name} of {field}",
        "dataType": "number",
        "operationType": "percentile" if percentile else name,
        "isBucketed": False,
        "scale": "ratio",
        "sourceField": field,
        "params": {"emptyAsNull": True, **percentile},
    }


def _count() -> dict[str, Any]:
    return {
        "label": "Count",
        "dataType": "number",
        "operationType": "count",
        "isBucketed": False,
        "scale": "ratio",
        "sourceField": "___records___",
        "params": {"emptyAsNull": True},
    }


def _unique(field: str) -> dict[str, Any]:
    return {
        "label": f"Distinct {field}",
        "dataType": "number",
        "operationType": "unique_count",
        "isBucketed": False,
        "scale": "ratio",
        "sourceField": field,
        "params": {"emptyAsNull": True},
    }


def _terms(field: str, size: int) -> dict[str, Any]:
    return {
        "label": f"Top {size} of {field}",
        "dataType": "string",
        "operationType": "terms",
        "isBucketed": True,
        "scale": "ordinal",
        "sourceField": field,
        "params": {
            "size": size,
            "orderBy": {"type": "column", "columnId": "count"},
            "orderDirection": "desc",
            "otherBucket": False,
            "missingBucket": False,
        },
    }


def _date_histogram(field: str) -> dict[str, Any]:
    return {
        "label": field,
        "dataType": "date",
        "operationType": "date_histogram",
        "isBucketed": True,
        "scale": "interval",
        "sourceField": field,
        "params": {"interval": "auto", "includeEmptyRows": True, "dropPartials": False},
    }

"""A panel in Lens's terms: columns over a data view, and a visualization over the columns.

Formulas are avoided: they need hidden helper columns. A share or a shift is a column's own setting.
"""

from collections.abc import Callable, Collection
from typing import Any

from ingest.dashboards.describe import Dashboard, Panel
from ingest.index.fields import RUNS, feeds_field
from ingest.model import Health

LAYER = "layer"
_WITH_RAW = frozenset({"title"})
"""Texts that the index also has whole, as a keyword."""
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


def _table(panel: Panel, dashboard: Dashboard) -> tuple[Columns, str, dict[str, Any]]:
    columns: Columns = {"name": _terms(str(panel.field), panel.size)}
    if panel.then:
        columns["then"] = _terms(panel.then, panel.size)
    if panel.name:
        columns["shown"] = _last_value(panel.name, dashboard.time_field)
    columns["count"] = _figure(panel)
    return columns, "lnsDatatable", _datatable(columns, hidden=("name",) if panel.name else ())


def _rows(panel: Panel, dashboard: Dashboard) -> tuple[Columns, str, dict[str, Any]]:
    """The newest documents: one row for each value of a field that tells them apart, the newest first."""
    last = _latest(dashboard.time_field)
    columns: Columns = {"name": _terms(str(panel.row), panel.size, by="last"), "last": last}
    for n, field in enumerate(f for f in panel.columns if f != panel.row):
        columns[f"value{n}"] = _last_value(field, dashboard.time_field)
    return columns, "lnsDatatable", _datatable(columns)


def _newest(group: str) -> Callable[[Panel, Dashboard], tuple[Columns, str, dict[str, Any]]]:
    """One row: every figure of a group of fields of ``pipeline-runs`` as it was last, and when that was."""
    fields = [field.name for field in RUNS.listed if field.name.startswith(group)]
    words = {feeds_field(health): health.value for health in Health}

    def build(_: Panel, dashboard: Dashboard) -> tuple[Columns, str, dict[str, Any]]:
        written = {"language": "kuery", "query": f"{fields[0]}: *"}
        at = {"label": "as of", "customLabel": True, "filter": written}
        columns: Columns = {"at": _latest(dashboard.time_field) | at}
        for n, field in enumerate(fields):
            label = words.get(field, field.removeprefix(group).replace("_", " "))
            params = {"sortField": dashboard.time_field, "showArrayValues": False}
            number = {"label": label, "dataType": "number", "scale": "ratio", "params": params}
            columns[f"value{n}"] = _last_value(field, dashboard.time_field) | number
        return columns, "lnsDatatable", _datatable(columns)

    return build


def _datatable(columns: Columns, hidden: Collection[str] = ()) -> dict[str, Any]:
    shown = [
        {"columnId": name, "isTransposed": False, **({"hidden": True} if name in hidden else {})} for name in columns
    ]
    return {"layerId": LAYER, "layerType": "data", "columns": shown}


def _latest(time_field: str) -> dict[str, Any]:
    """The moment of the newest document."""
    return {
        "label": time_field,
        "dataType": "date",
        "operationType": "max",
        "isBucketed": False,
        "scale": "ratio",
        "sourceField": time_field,
        "params": {"emptyAsNull": True},
    }


def _last_value(field: str, time_field: str) -> dict[str, Any]:
    """The field's value in the newest document that has one."""
    name = f"{field}.raw" if field in _WITH_RAW else field
    return {
        "label": field,
        "customLabel": True,
        "dataType": "string",
        "operationType": "last_value",
        "isBucketed": False,
        "scale": "ordinal",
        "sourceField": name,
        "filter": {"language": "kuery", "query": f"{name}: *"},
        "params": {"sortField": time_field, "showArrayValues": True},
    }


_BUILDERS: dict[str, Callable[[Panel, Dashboard], tuple[Columns, str, dict[str, Any]]]] = {
    "metric": _metric,
    "bars": _over_time("bar_stacked"),
    "area": _over_time("area_stacked"),
    "lines": _over_time("line"),
    "ranking": _ranking,
    "pie": _pie,
    "cloud": _cloud,
    "table": _table,
    "search": _rows,
    "feeds": _newest("feeds."),
    "backlog": _newest("backlog."),
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


def _terms(field: str, size: int, by: str = "count") -> dict[str, Any]:
    return {
        "label": f"Top {size} of {field}",
        "dataType": "string",
        "operationType": "terms",
        "isBucketed": True,
        "scale": "ordinal",
        "sourceField": field,
        "params": {
            "size": size,
            "orderBy": {"type": "column", "columnId": by},
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

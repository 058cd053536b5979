"""A panel's question as a plain Elasticsearch search: what Kibana would ask."""

from typing import Any

from ingest.dashboards.describe import Dashboard, Panel
from ingest.index.fields import RUNS

_METRICS = {"sum": "sum", "max": "max", "average": "avg"}


def search_body(panel: Panel, dashboard: Dashboard) -> dict[str, Any]:
    """The body of ``POST {panel.view}/_search`` that answers a panel. KQL is not rewritten: it is checked apart."""
    if panel.kind == "search":
        return {
            "size": panel.size,
            "sort": [{dashboard.time_field: "desc"}],
            "_source": list(panel.columns),
            "track_total_hits": True,
        }
    return {"size": 0, "track_total_hits": True, "query": {"match_all": {}}, "aggs": _aggs(panel, dashboard)}


def _aggs(panel: Panel, dashboard: Dashboard) -> dict[str, Any]:
    if panel.kind in ("feeds", "backlog"):
        fields = [field.name for field in RUNS.listed if field.name.startswith(f"{panel.kind}.")]
        return {field.replace(".", "-"): _last(field, dashboard.time_field) for field in fields}
    figure = _figure(panel)
    if panel.kind == "metric":
        return figure or ({"value": {"cardinality": {"field": panel.field}}} if panel.field else {})
    if panel.kind in ("bars", "area", "lines"):
        histogram = {"field": dashboard.time_field, "fixed_interval": "12h"}
        over_time = {"time": {"date_histogram": histogram, "aggs": figure}}
        return {"split": _terms(panel, panel.field) | {"aggs": over_time}} if panel.field else over_time
    names = _terms(panel, panel.field)
    if panel.then:
        names["aggs"] = {"then": _terms(panel, panel.then) | {"aggs": figure}}
    else:
        names["aggs"] = figure
    return {"name": names}


def _figure(panel: Panel) -> dict[str, Any]:
    """What is taken of a number field, if anything is."""
    if panel.measure is None:
        return {}
    name, field = panel.measure
    return {
        "value": {"percentiles": {"field": field, "percents": [95]}}
        if name == "p95"
        else {_METRICS[name]: {"field": field}}
    }


def _last(field: str, time_field: str) -> dict[str, Any]:
    """The field in the newest document that has it. Kibana asks for ``top_metrics``, which this build has not got."""
    newest = {"top_hits": {"size": 1, "_source": [field], "sort": [{time_field: "desc"}]}}
    return {"filter": {"exists": {"field": field}}, "aggs": {"value": newest}}


def _terms(panel: Panel, field: str | None) -> dict[str, Any]:
    return {"terms": {"field": field, "size": panel.size}}

"""A panel's question as a plain Elasticsearch search: what Kibana would ask, for the tests."""

from typing import Any

from ingest.dashboards.describe import Dashboard, Panel


def search_body(panel: Panel, dashboard: Dashboard) -> dict[str, Any]:
    """The body of ``POST {view}/_search`` that answers a panel. KQL is not rewritten: it is checked apart."""
    if panel.kind == "search":
        return {
            "size": panel.size,
            "sort": [{dashboard.time_field: "desc"}],
            "_source": list(panel.columns),
            "track_total_hits": True,
        }
    return {"size": 0, "track_total_hits": True, "query": {"match_all": {}}, "aggs": _aggs(panel, dashboard)}


def _aggs(panel: Panel, dashboard: Dashboard) -> dict[str, Any]:
    if panel.kind == "metric":
        if not panel.field:
            return {}
        return {"value": {"cardinality": {"field": panel.field}}}
    if panel.kind in ("bars", "area", "lines"):
        over_time = {"time": {"date_histogram": {"field": dashboard.time_field, "fixed_interval": "12h"}}}
        return {"split": _terms(panel, panel.field) | {"aggs": over_time}} if panel.field else over_time
    names = _terms(panel, panel.field)
    if panel.then:
        names["aggs"] = {"then": _terms(panel, panel.then)}
    return {"name": names}


def _terms(panel: Panel, field: str | None) -> dict[str, Any]:
    return {"terms": {"field": field, "size": panel.size}}

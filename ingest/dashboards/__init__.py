"""Kibana dashboards from short descriptions: NDJSON out, checked, installed."""

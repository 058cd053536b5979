"""Polite HTTP: freshness, robots and opt-outs, pace per host, limits, private networks refused."""

"""Posting a bundle to Kibana's saved-objects API."""

from typing import Any

import httpx

from ingest.errors import VeilleError


class KibanaError(VeilleError):
    """Kibana did not take the dashboards; the message says which object and why."""


def install(
    ndjson: str, kibana: str, *, username: str | None = None, password: str | None = None, api_key: str | None = None
) -> int:
    """Import a bundle, replacing what is there; how many objects Kibana took. Raises KibanaError.

    Kibana answers 200 with ``success: false`` where single objects failed, so the body is read.
    """
    headers = {"kbn-xsrf": "veille"} | ({"Authorization": f"ApiKey {api_key}"} if api_key else {})
    auth = httpx.BasicAuth(username, password) if username and password else None
    url = f"{kibana.rstrip('/')}/api/saved_objects/_import"
    try:
        answer = httpx.post(
            url,
            params={"overwrite": "true"},
            headers=headers,
            auth=auth,
            files={"file": ("veille.ndjson", ndjson.encode(), "application/ndjson")},
            timeout=60,
        )
    except httpx.HTTPError as e:
        raise KibanaError(f"{url}: {e or type(e).__name__}") from e
    if answer.status_code != httpx.codes.OK:
        raise KibanaError(f"{url}: HTTP {answer.status_code}: {answer.text[:500]}")
    body: dict[str, Any] = answer.json()
    if not body.get("success"):
        errors = [f"{e.get('type')} {e.get('id')}: {_why(e.get('error', {}))}" for e in body.get("errors", ())]
        raise KibanaError(f"{url}: Kibana refused {len(errors)} object(s):\n" + "\n".join(errors))
    return int(body.get("successCount", 0))


def _why(error: dict[str, Any]) -> str:
    if error.get("type") == "missing_references":
        return "missing " + ", ".join(f"{r['type']} {r['id']}" for r in error.get("references", ()))
    return str(error.get("message") or error.get("type") or error)

"""Who we say we are: a name, a version, and a person to write to."""

import re
from importlib.metadata import PackageNotFoundError, version

from ingest.settings import FetchSettings

_UNSAFE = re.compile(r"[^\x20-\x7e]|[()\\]")


def user_agent(settings: FetchSettings) -> str:
    """``veille/0.1.0 (+https://example.org/bot; Example newsroom)``: RFC 9110, 10.1.5, ASCII only."""
    product = f"{_clean(settings.agent) or 'veille'}/{_version()}"
    contact = _clean(settings.contact)
    parts = [f"+{contact}" if contact else "", _clean(settings.installation)]
    comment = "; ".join(p for p in parts if p)
    return f"{product} ({comment})" if comment else product


def _clean(text: str) -> str:
    return _UNSAFE.sub("", text).strip()


def _version() -> str:
    try:
        return version("veille")
    except PackageNotFoundError:  # run from a source tree that is not installed
        return "0"

"""Whether a page is behind a wall, as it says itself.

What may be done with a page is decided before it is read: ``ingest/rights``."""

from typing import Any

from ingest.extract.page import Page


def is_walled(page: Page) -> bool:
    """True if the article says ``isAccessibleForFree: false``, a meta says locked, or the outlet's rule sees a wall."""
    if page.said_by_rule.is_walled:
        return True
    for node in page.articles:
        if _is_false(node.get("isAccessibleForFree")):
            return True
    tier = page.meta_first("article:content_tier", "og:article:content_tier", "content_tier")
    return bool(tier and tier[1].lower() in ("locked", "metered", "paid", "premium"))


def _is_false(value: Any) -> bool:
    if isinstance(value, list):
        return any(_is_false(v) for v in value)
    return value is False or (isinstance(value, str) and value.strip().rsplit("/", 1)[-1].lower() == "false")

"""What a page says about its use: robots metas, TDMRep metas, the paywall flag of schema.org. Facts, not decisions."""

from typing import Any

from ingest.extract.page import Page

_AGENTS = ("robots", "googlebot", "googlebot-news", "bingbot", "news-crawl")


def robots(page: Page) -> tuple[str, ...]:
    """Directives in lower case; those for one agent carry its name (``googlebot:noindex``)."""
    found: list[str] = []
    for agent in _AGENTS:
        for content in page.meta.get(agent, ()):
            directives = (d.strip().lower() for d in content.split(","))
            found += [d if agent == "robots" else f"{agent}:{d}" for d in directives if d]
    return tuple(dict.fromkeys(found))


def tdm(page: Page) -> dict[str, str]:
    """``tdm-reservation`` and ``tdm-policy`` as the page gives them."""
    return {key: page.meta[key][0] for key in ("tdm-reservation", "tdm-policy") if page.meta.get(key)}


def paywall(page: Page) -> bool:
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

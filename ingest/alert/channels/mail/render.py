"""A draft as people read it: subject, plain text and HTML.

Everything that comes from the web is escaped by Jinja2 (HTML) or stripped of line breaks (text, subject). The HTML
is tables and inline styles without any outside asset, as mail clients need it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from ingest.alert.compose import Draft, Item
from ingest.alert.context import MailContext
from ingest.alert.rules import Rule
from ingest.alert.subject import subject_of
from ingest.alert.summary import ArticleSummary
from ingest.alert.wording import counted, language, moment, safe_link
from ingest.text.durations import span

MAX_FULL = 40
"""Stories that a digest shows in full; the rest with title and link."""
MAX_TITLES = 400


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a reader sees."""

    subject: str
    text: str
    html: str


_OPTIONS: dict[str, Any] = {
    "loader": PackageLoader("ingest.alert.channels.mail"),
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}
_HTML = Environment(autoescape=True, **_OPTIONS)
_TEXT = Environment(autoescape=False, **_OPTIONS)  # noqa: S701  # plain text: nothing to escape, every value is one line


def render(draft: Draft, context: MailContext) -> Rendered:
    """Write a draft out."""
    single = draft.kind == "alert" and len(draft.items) == 1
    values = _values(draft, context)
    name = "alert" if single else "digest"
    return fill(name, subject_of(draft, context), values)


def fill(template: str, subject: str, values: Mapping[str, Any]) -> Rendered:
    """Both forms of one template (``NAME.txt.j2``, ``NAME.html.j2``)."""
    values = {**values, "subject": subject}
    text = _TEXT.get_template(f"{template}.txt.j2").render(values)
    html = _HTML.get_template(f"{template}.html.j2").render(values)
    return Rendered(subject, text.strip() + "\n", html)


def _values(draft: Draft, context: MailContext) -> dict[str, Any]:
    full, titles = draft.items[:MAX_FULL], draft.items[MAX_FULL:]
    return {
        "kind": draft.kind,
        "rules": [_rule(r) for r in draft.rules],
        "stories": [_story(i, context) for i in full],
        "titles": [_short(i.summary, context) for i in titles[:MAX_TITLES]],
        "unlisted": max(0, len(titles) - MAX_TITLES),
        "repeats": [_short(summary, context) for summary in draft.repeats[:MAX_TITLES]],
        "count": counted(len(draft.items), "new story", "new stories"),
        "empty": not draft.items,
        "now": moment(context.now, context.zone),
        "pulse": context.pulse,
        "contact": context.contact,
    }


def _rule(rule: Rule) -> dict[str, str]:
    return {"id": rule.id, "name": rule.name, "query": " ".join(rule.query.split()), "every": str(rule.every)}


def _story(item: Item, context: MailContext) -> dict[str, Any]:
    summary = item.summary
    others = [o for o in context.siblings.get(summary.story, ()) if o.key != summary.key]
    return {
        **_short(summary, context),
        "title_pieces": summary.title,
        "passages": summary.passages,
        "lang": summary.language,
        "language": language(summary.language),
        "country": summary.country,
        "published": moment(summary.when, context.zone),
        "lag": _lag(summary),
        "rules": [r.name for r in item.rules],
        "topics": [{"name": t.topic, "about": t.about, "terms": ", ".join(t.terms)} for t in summary.topics],
        "note": _NOTES.get(summary.extraction, ""),
        "others": [{"outlet": o.outlet, "link": safe_link(o.url), "country": o.country} for o in others[:15]],
        "more_others": max(0, len(others) - 15),
    }


_NOTES = {
    "feed": "Only the feed's own text could be read.",
    "teaser": "The publisher shows only the beginning of the text.",
}


def _short(summary: ArticleSummary, context: MailContext) -> dict[str, Any]:
    return {
        "title": summary.headline, "link": safe_link(summary.url), "url": summary.url, "outlet": summary.outlet,
        "lang": summary.language, "when": moment(summary.when, context.zone),
    }  # fmt: skip


def _lag(summary: ArticleSummary) -> str:
    if summary.published is None:
        return "The publisher gives no date; this is when we first saw it"
    return f"In the index {span(summary.indexed - summary.published)} after publication"

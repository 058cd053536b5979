"""A letter as people read it: subject, plain text and HTML.

Everything that comes from the web is escaped by Jinja2 (HTML) or stripped of line breaks (text, subject). The HTML
is tables and inline styles without any outside asset, as mail clients need it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from ingest.alert.card import Card
from ingest.alert.compose import Item, Letter
from ingest.alert.rules import Rule
from ingest.alert.wording import counted, language, listed, moment, safe_link, shortened, span

MAX_FULL = 40
"""Stories that a digest shows in full; the rest with title and link."""
MAX_TITLES = 400

_MAX_SUBJECT = 110


@dataclass(frozen=True, slots=True)
class Other:
    """Another article of a story."""

    key: str
    outlet: str
    url: str
    country: str | None
    when: datetime


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a reader sees."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What a mail says besides its stories."""

    zone: str
    now: datetime
    pulse: str = ""
    """The proof that silence is no outage: ``212 of 214 feeds healthy, oldest lag 9 minutes``."""
    contact: str = ""
    others: Mapping[str, Sequence[Other]] = field(default_factory=dict)
    """Story → its articles."""


_OPTIONS: dict[str, Any] = {
    "loader": PackageLoader("ingest.alert"),
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}
_HTML = Environment(autoescape=True, **_OPTIONS)
_TEXT = Environment(autoescape=False, **_OPTIONS)  # noqa: S701  # plain text: nothing to escape, every value is one line


def render(letter: Letter, setting: Setting) -> Rendered:
    """Write a letter out."""
    single = letter.kind == "alert" and len(letter.items) == 1
    values = _values(letter, setting)
    name = "alert" if single else "digest"
    subject = _alert_subject(letter.items[0], setting) if single else _digest_subject(letter, setting)
    return fill(name, subject, values)


def fill(template: str, subject: str, values: Mapping[str, Any]) -> Rendered:
    """Both forms of one template (``NAME.txt.j2``, ``NAME.html.j2``)."""
    values = {**values, "subject": subject}
    text = _TEXT.get_template(f"{template}.txt.j2").render(values)
    html = _HTML.get_template(f"{template}.html.j2").render(values)
    return Rendered(subject, text.strip() + "\n", html)


def _values(letter: Letter, setting: Setting) -> dict[str, Any]:
    full, titles = letter.items[:MAX_FULL], letter.items[MAX_FULL:]
    return {
        "kind": letter.kind,
        "rules": [_rule(r) for r in letter.rules],
        "stories": [_story(i, setting) for i in full],
        "titles": [_short(i.card, setting) for i in titles[:MAX_TITLES]],
        "unlisted": max(0, len(titles) - MAX_TITLES),
        "repeats": [_short(card, setting) for card in letter.repeats[:MAX_TITLES]],
        "count": counted(len(letter.items), "new story", "new stories"),
        "empty": not letter.items,
        "now": moment(setting.now, setting.zone),
        "pulse": setting.pulse,
        "contact": setting.contact,
    }


def _rule(rule: Rule) -> dict[str, str]:
    return {"id": rule.id, "name": rule.name, "query": " ".join(rule.query.split()), "every": str(rule.every)}


def _story(item: Item, setting: Setting) -> dict[str, Any]:
    card = item.card
    others = [o for o in setting.others.get(card.story, ()) if o.key != card.key]
    return {
        **_short(card, setting),
        "title_pieces": card.title,
        "passages": card.passages,
        "lang": card.language,
        "language": language(card.language),
        "country": card.country,
        "published": moment(card.when, setting.zone),
        "lag": _lag(card),
        "rules": [r.name for r in item.rules],
        "topics": [{"name": t.topic, "about": t.about, "terms": ", ".join(t.terms)} for t in card.topics],
        "note": _NOTES.get(card.extraction, ""),
        "others": [{"outlet": o.outlet, "link": safe_link(o.url), "country": o.country} for o in others[:15]],
        "more_others": max(0, len(others) - 15),
    }


_NOTES = {
    "feed": "Only the feed's own text could be read.",
    "teaser": "The publisher shows only the beginning of the text.",
}


def _short(card: Card, setting: Setting) -> dict[str, Any]:
    return {
        "title": card.headline, "link": safe_link(card.url), "url": card.url, "outlet": card.outlet,
        "lang": card.language, "when": moment(card.when, setting.zone),
    }  # fmt: skip


def _lag(card: Card) -> str:
    if card.published is None:
        return "The publisher gives no date; this is when we first saw it"
    return f"In the index {span(card.indexed - card.published)} after publication"


def _alert_subject(item: Item, setting: Setting) -> str:
    """``[Russia – DPRK] Title (Yonhap +3)``."""
    others = {o.outlet for o in setting.others.get(item.card.story, ())} - {item.card.outlet}
    more = f" +{len(others)}" if others else ""
    tail = f" ({shortened(item.card.outlet, 30)}{more})"
    head = f"[{shortened(item.rules[0].name, 30)}] "
    return head + shortened(item.card.headline, _MAX_SUBJECT - len(head) - len(tail)) + tail


def _digest_subject(letter: Letter, setting: Setting) -> str:
    names = shortened(listed([r.name for r in letter.rules], 3), 60)
    if not letter.items:
        return f"[{names}] nothing new"
    count = counted(len(letter.items), "story", "stories")
    first = shortened(letter.items[0].card.headline, _MAX_SUBJECT - len(names) - len(count) - 5)
    return f"[{names}] {count}: {first}"

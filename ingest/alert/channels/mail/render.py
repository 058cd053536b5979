"""A draft as people read it: subject, plain text and HTML.

Everything that comes from the web is escaped by Jinja2 (HTML) or stripped of line breaks (text, subject). The HTML
is tables and inline styles without any outside asset, as mail clients need it; a style sheet adds what dark screens
and phones need, and is missed by nobody whose client drops it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from ingest.alert.changes import ChangeKind, EventChange
from ingest.alert.channels.mail.timeline import TimelineRow, coverage, rows
from ingest.alert.compose import DigestItem, Draft
from ingest.alert.context import MailContext, Sibling
from ingest.alert.phrases import EN, Phrases
from ingest.alert.recipients import Reader
from ingest.alert.rules import Rule
from ingest.alert.subject import subject_of
from ingest.alert.summary import ArticleSummary
from ingest.alert.watch.noticed import NoticedArticle, sentence
from ingest.alert.wording import clock, lasting, moment, safe_link

MAX_FULL = 40
"""Stories that a digest shows in full, if there is room; the rest with title and link."""
MAX_TITLES = 400
MAX_BYTES = 90_000
"""Of the HTML: Gmail cuts a message at about 102 kB and hides what comes after, the way to be taken off among it."""
OLD = timedelta(days=2)
"""An article that is older than this when we first see it says so."""


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


def render(draft: Draft, context: MailContext, unsubscribe: str = "") -> Rendered:
    """Write a draft out: of a long digest as many stories in full as a mail client shows, the others by title.

    ``unsubscribe``: a link that takes the reader off.
    """
    single = draft.kind in ("alert", "update") and len(draft.items) == 1
    name, subject = ("alert" if single else "digest"), subject_of(draft, context)
    full, titles = min(MAX_FULL, len(draft.items)), MAX_TITLES
    rendered = fill(name, subject, {**_values(draft, context, full, titles), "unsubscribe": unsubscribe})
    while len(rendered.html.encode()) > MAX_BYTES and (full > 1 or titles > 25):
        full, titles = (full, titles * 2 // 3) if titles > 100 else (max(1, full * 2 // 3), max(25, titles * 4 // 5))
        rendered = fill(name, subject, {**_values(draft, context, full, titles), "unsubscribe": unsubscribe})
    return rendered


def fill(template: str, subject: str, values: Mapping[str, Any]) -> Rendered:
    """Both forms of one template (``NAME.txt.j2``, ``NAME.html.j2``)."""
    values = {"t": EN, "mail_language": "en", "unsubscribe": "", **values, "subject": subject}
    text = _TEXT.get_template(f"{template}.txt.j2").render(values)
    html = _HTML.get_template(f"{template}.html.j2").render(values)
    return Rendered(subject, text.strip() + "\n", html)


def _values(draft: Draft, context: MailContext, full: int, titles: int) -> dict[str, Any]:
    view = _View(context, draft.reader.phrases, draft.reader.zone or context.zone, draft.reader)
    shown, rest = draft.items[:full], draft.items[full:]
    return {
        "t": view.phrases,
        "mail_language": view.phrases.code,
        "kind": draft.kind,
        "rules": [_rule(r, view.phrases) for r in draft.rules],
        "stories": [view.story(item) for item in shown],
        "titles": [view.short(i.summary) for i in rest[:titles]],
        "unlisted": view.phrases.counted("unlisted", len(rest) - titles) if len(rest) > titles else "",
        "repeats": [view.short(summary) for summary in draft.repeats[:titles]],
        "older": view.phrases.counted("older", draft.older) if draft.older else "",
        "count": view.phrases.counted("new_story", len(draft.items)),
        "empty": not draft.items,
        "now": moment(context.now, view.zone, view.phrases),
        "pulse": context.pulse_in(view.phrases) if context.pulse_in else context.pulse,
        "contact": context.contact,
    }


def _rule(rule: Rule, phrases: Phrases) -> dict[str, str]:
    every = phrases("immediately") if rule.every.kind == "immediately" else str(rule.every)
    watched = f"{phrases('watched')}: {rule.watch}" if rule.watch else ""
    query = " ".join(rule.query.split())
    return {"id": rule.id, "name": rule.name, "query": query, "every": every, "watch": watched}


@dataclass(frozen=True, slots=True)
class _View:
    """How a reader sees things: his words, his clock."""

    context: MailContext
    phrases: Phrases
    zone: str
    reader: Reader

    def story(self, item: DigestItem) -> dict[str, Any]:
        """An event with everything that a mail says of it."""
        summary, t = item.summary, self.phrases
        siblings = self.context.siblings.get(item.event, ())
        others = [s for s in siblings if s.key != summary.key]
        return {
            **self.short(summary),
            "title_pieces": summary.title,
            "passages": summary.passages,
            "language": t.language(summary.language),
            "country": summary.country,
            "published": moment(summary.when, self.zone, t),
            "lag": self._lag(summary),
            "rules": [r.name for r in item.rules],
            "topics": [
                {"name": self.context.topics.get(x.topic, x.topic), "about": x.about, "terms": ", ".join(x.terms)}
                for x in summary.topics
            ],
            "note": t(note) if (note := _NOTES.get(summary.extraction)) else "",
            "noticed": sentence(summary.noticed, t, self.context.topics) if summary.noticed else "",
            "examples": [self._example(e) for e in summary.noticed.examples] if summary.noticed else [],
            "changes": [self._change(c) for c in item.changes],
            "first": self._first(siblings) if others else "",
            "coverage": self._coverage(siblings) if others else "",
            "timeline": [self._row(row, summary) for row in rows(siblings)] if others else [],
            "others": [self._other(s, summary) for s in _one_an_outlet(others)[:15]],
            "more_others": t.counted("more", len(_one_an_outlet(others)) - 15) if len(others) > 15 else "",
        }

    def short(self, summary: ArticleSummary) -> dict[str, Any]:
        """An article in one line."""
        return {
            "title": summary.headline, "link": safe_link(summary.url), "url": summary.url, "outlet": summary.outlet,
            "gloss": self.context.gloss(summary, self.reader), "lang": summary.language,
            "when": moment(summary.when, self.zone, self.phrases),
        }  # fmt: skip

    def _lag(self, summary: ArticleSummary) -> str:
        if summary.published is None:
            return self.phrases("no_date")
        if summary.first_seen - summary.published > OLD:
            return self.phrases("old", span=lasting(summary.first_seen - summary.published, self.phrases))
        return self.phrases("lag", span=lasting(summary.indexed - summary.published, self.phrases))

    def _first(self, siblings: Sequence[Sibling]) -> str:
        """Who ran it first: by our clock, and by the date that he gives."""
        first, t = siblings[0], self.phrases
        seen = clock(first.first_seen, self.zone, self.context.now, t)
        dated = t("undated")
        if first.published is not None:
            dated = t("dated", published=clock(first.published, self.zone, first.first_seen, t))
        return f"{t('first', outlet=first.outlet, seen=seen)}, {dated}"

    def _coverage(self, siblings: Sequence[Sibling]) -> str:
        outlets, languages, countries = coverage(siblings)
        t = self.phrases
        named = ", ".join(t.language(code) for code in languages)
        parts = [t.counted("outlet", outlets), f"{t.counted('language', len(languages))} ({named})"]
        if countries:
            parts.append(f"{t.counted('country', len(countries))} ({', '.join(countries)})")
        return " · ".join(parts)

    def _row(self, row: TimelineRow, shown: ArticleSummary) -> dict[str, Any]:
        copies = [f"{s.outlet} {clock(s.first_seen, self.zone, self.context.now, self.phrases)}" for s in row.copies]
        return {
            "at": clock(row.first.first_seen, self.zone, self.context.now, self.phrases),
            "outlet": row.first.outlet,
            "country": row.first.country,
            "language": self.phrases.language(row.first.language),
            "lang": row.first.language,
            "title": row.first.title,
            "link": safe_link(row.first.url),
            "shown": row.first.key == shown.key,
            "copies": self.phrases("same_text", outlets=", ".join(copies[:12])) if copies else "",
            "more_copies": self.phrases.counted("more", len(copies) - 12) if len(copies) > 12 else "",
        }

    def _other(self, sibling: Sibling, shown: ArticleSummary) -> dict[str, Any]:
        at = clock(sibling.first_seen, self.zone, shown.first_seen, self.phrases)
        return {"outlet": sibling.outlet, "link": safe_link(sibling.url), "country": sibling.country, "at": at}

    def _example(self, article: NoticedArticle) -> dict[str, Any]:
        return {
            "title": article.title, "link": safe_link(article.url), "url": article.url, "outlet": article.outlet,
            "lang": article.language,
        }  # fmt: skip

    def _change(self, change: EventChange) -> dict[str, Any]:
        t, sibling = self.phrases, change.sibling
        outlet = sibling.outlet if sibling else ""
        after = t.language(change.after) if change.kind is ChangeKind.LANGUAGE else change.after
        label = t(_CHANGES.get(change.kind, change.kind.value), before=change.before, after=after, outlet=outlet)
        is_said = sibling is not None and change.kind is not ChangeKind.ARTICLE
        return {
            "kind": change.kind.value,
            "label": label,
            "by": f"{outlet}: {sibling.title}" if sibling is not None and is_said else sibling.title if sibling else "",
            "lang": sibling.language if sibling else "",
            "link": safe_link(sibling.url) if sibling else None,
        }


_CHANGES = {ChangeKind.COUNTRY: "country_reached", ChangeKind.LANGUAGE: "language_reached"}
_NOTES = {"feed": "feed_only", "teaser": "teaser_only"}


def _one_an_outlet(siblings: Sequence[Sibling]) -> list[Sibling]:
    return list({s.outlet: s for s in reversed(siblings)}.values())[::-1]

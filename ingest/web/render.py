"""Templates: always escaped, with the words and figures of the reader's language."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ingest.alert.phrases import MAIL_LANGUAGES
from ingest.alert.watch.noticed import sentence
from ingest.web import charts, texts
from ingest.web.access import Visitor
from ingest.web.desk import Desk

_HERE = Path(__file__).parent
THEMES = ("auto", "light", "dark")
LANGUAGE_NAMES = {
    "fr": "Français", "en": "English", "ru": "Русский", "ko": "한국어", "ja": "日本語", "zh": "中文", "de": "Deutsch",
    "es": "Español", "it": "Italiano", "pt": "Português", "uk": "Українська", "pl": "Polski", "ar": "العربية",
}  # fmt: skip


@cache
def environment() -> Environment:
    """The templates; what a template does not know is an error, not a blank."""
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(
        sparkline=charts.sparkline, share=charts.share, bars=charts.bars, lines=charts.lines, chart_time=charts.timeline
    )
    made.filters.update(weblink=weblink, coded=coded, language=lambda code: LANGUAGE_NAMES.get(code, code))
    return made


def weblink(url: str) -> str:
    """An outlet's address, if a browser may follow it; else nothing (``javascript:``)."""
    try:
        return url if urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def coded(text: str) -> Markup:
    """What stands between backticks, such as a command, as code."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return escape(text)
    return Markup().join(Markup("<code>{}</code>").format(x) if n % 2 else escape(x) for n, x in enumerate(pieces))


def language_of(request: Request) -> str:
    """The language that this page is in."""
    return texts.preferred(request.cookies.get("lang"), request.headers.get("accept-language", ""))


def page(
    request: Request, template: str, visitor: Visitor | None, status: int = 200, **values: Any
) -> HTMLResponse:  # fmt: skip
    """A page, or for htmx the part of it that ``part`` names."""
    desk: Desk = request.app.state.desk
    language, now = language_of(request), desk.clock()
    zone = desk.settings.timezone
    theme = request.cookies.get("theme", "auto")

    def at(moment: datetime | None) -> str:
        return texts.clock_time(moment, zone, language, now)

    def when(moment: datetime, with_time: bool) -> str:
        return texts.day(moment, zone, language, with_time=with_time)

    found = request.app.state.templates.get_template(template)
    html = found.render(
        **values,
        t=texts.translator(language), lang=language, now=now, at=at, when=when, visitor=visitor, path=request.url.path,
        ago=lambda moment: texts.ago(moment, now, language), span=lambda s: texts.span(s, language),
        later=lambda first, then: texts.later(first, then, language), n=lambda v: texts.number(v, language),
        noticed=lambda noticed: sentence(noticed, MAIL_LANGUAGES[language], desk.topic_names()),
        theme=theme if theme in THEMES else "auto", here=_here(request), csrf=visitor.csrf if visitor else "",
    )  # fmt: skip
    return HTMLResponse(html, status, {"vary": "Cookie, Accept-Language, HX-Request"})


def _here(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")

"""Every page in French: what it says in both languages alike is no word of ours that was forgotten."""

import re
from html.parser import HTMLParser

import pytest

from ingest.alert.watch.grammar import SYNTAX as watch_syntax
from ingest.web.boards import dashboards
from tests.fakes.newsdesk import PIECE_STATES, key_of, make_eventful, spoil

STORY = key_of("wire")
SAID = ("title", "placeholder", "aria-label", "alt")
ENGLISH = {
    "the", "of", "and", "is", "was", "with", "this", "that", "its", "has", "have", "been", "by", "from", "what", "which",
    "you", "your", "no", "nothing", "write", "there", "are", "may", "to", "for", "in", "not",
}  # fmt: skip
"""Little words of English that French pages have no use for."""


class Words(HTMLParser):
    """What a page says in its own language: not what outlets wrote, not code, not what fields hold."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._inside: list[tuple[str, bool]] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        strange = tag in ("code", "pre", "textarea", "script", "style", "mark", "ins", "del", "svg") or (
            tag != "html" and "lang" in given
        ) or "mono" in (given.get("class") or "") or "quote" in (given.get("class") or "")  # fmt: skip
        if not (strange or self.is_strange):
            self.said += [given[name] for name in SAID if given.get(name)]
        if tag not in ("input", "meta", "link", "img", "br", "rect", "line", "circle", "polyline", "polygon", "option"):
            self._inside.append((tag, strange))

    def handle_endtag(self, tag):
        while self._inside and tag in [t for t, _ in self._inside]:
            if self._inside.pop()[0] == tag:
                return

    def handle_data(self, data):
        if data.strip() and not self.is_strange:
            self.said.append(" ".join(data.split()))

    @property
    def is_strange(self) -> bool:
        return any(strange for _, strange in self._inside)


def words(client, path, language, **form):
    headers = {"accept-language": language}
    answer = (
        client.post(path, data={"csrf": client.csrf, **form}, headers=headers)
        if form
        else client.get(path, headers=headers)
    )
    parser = Words()
    parser.feed(answer.text)
    return parser.said


PAGES = [
    "/", "/?view=kept", "/?q=a+AND+(", "/search", "/search?q=Kremlin&sort=relevance", "/search?q=a+AND+(", "/search?q=Kremlin+aid",
    "/search?q=nosuchword", "/search?q=language:fr", "/search?q=Kiev~", "/search?from=tomorrow", f"/story/{STORY}",
    f"/story/{STORY}/compare?a={key_of('aide')}&b={key_of('copie')}", "/story/nosuch", "/why",
    "/why?u=https://nosuch.example/x", "/why?u=https://gazette.example/unseen", "/rules", "/rules/new", "/rules/aid", "/rules/nosuch",
    "/feeds", "/feeds/gazette", "/feeds/courier", "/feeds/ilbo", "/feeds/nosuch", "/feeds/add", "/status", "/account", "/people",
    "/api", "/nosuch", "/dashboards/nosuch", *(f"/dashboards/{name}" for name in dashboards()),
    *(f"/article/{key_of(name)}" for name in PIECE_STATES), f"/article/{key_of('aide')}", f"/article/{key_of('aide')}/revisions",
]  # fmt: skip
FORMS = [
    ("/rules/check", {"query": "a AND ("}), ("/rules/check", {"query": "Kremlin aid", "must_match": "Kremlin"}),
    ("/rules/backtest", {"query": "title:aid", "every": "immediately", "recipients": "desk"}),
    ("/rules/backtest", {"query": "title:aid", "every": "sometimes"}),
    ("/rules", {"id": "Ä!", "name": "", "query": "", "recipients": "nobody", "every": "sometimes", "watch": "x"}),
    ("/people", {"name": "grace", "role": "reader", "password": "short"}),
]  # fmt: skip


@pytest.fixture
def eventful(ws, admin):
    """A desk with every kind of trouble, and its admin."""
    make_eventful(ws, "gazette", "courier", "ilbo")
    spoil(ws)
    return admin


def test_no_page_in_french_says_anything_in_english(eventful):
    found = {path: english(words(eventful, path, "fr")) for path in PAGES}
    found |= {f"{path} {form}": english(words(eventful, path, "fr", **form)) for path, form in FORMS}
    assert {path: texts for path, texts in found.items() if texts} == {}


def english(said: list[str]) -> list[str]:
    return [text for text in said if {w.lower() for w in _WORD.findall(_NAMES.sub("", text))} & ENGLISH]


_WORD = re.compile(r"\b[A-Z]?[a-z]+\b")
"""Not AND, OR, NOT."""
_NAMES = re.compile(f"The Courier|`[^`]*`|[a-z]+(?:-[a-z]+)+|{re.escape(watch_syntax)}")
"""An outlet, outcomes, and what is typed."""

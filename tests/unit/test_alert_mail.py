"""Mails under hostile input: whatever a page says, the mail stays one mail to one reader."""

import base64
import quopri
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_string, policy
from email.header import decode_header, make_header
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from ingest.alert.channels.mail.channel import write
from ingest.alert.channels.mail.message import Envelope, build, header_text
from ingest.alert.channels.mail.render import Rendered
from ingest.alert.compose import DigestItem, Draft
from ingest.alert.context import MailContext, Sibling
from ingest.alert.rules import Rule, parse_every
from ingest.alert.summary import ArticleSummary, TopicLine, mark, summarise
from ingest.alert.wording import moment, pulse_line, safe_link, shortened
from ingest.index.hit import Fragment, Hit
from ingest.index.query.parse import parse

NOW = datetime(2025, 4, 28, 9, 4, tzinfo=UTC)
RULE = Rule("r", "Rule", "Kim", parse("Kim"), ("desk@example.org",), parse_every("immediately", "UTC"))
CARD = ArticleSummary(
    key="k", story="s", url="https://example.org/k", title=(("Kim", True), (" meets Putin", False)), passages=((("Kim", True),),),
    outlet="Yonhap", country="KR", language="en", published=NOW - timedelta(minutes=9), first_seen=NOW, indexed=NOW,
    topics=(TopicLine("russia-dprk", True, ("Kim",)),), event="s",
)  # fmt: skip


def sibling(
    key,
    outlet,
    *,
    url="https://example.org/x",
    country="RU",
    story="s",
    title="Kim meets Putin",
    lead="",
    language="en",
    minutes=0,
    published=NOW,
    version="1",
):
    seen = NOW + timedelta(minutes=minutes)
    return Sibling(key, story, "s", outlet, url, country, language, title, lead, published, seen, version)


SETTING = MailContext("Europe/Paris", NOW, siblings={"s": [sibling("x", "TASS")]})
SENDER = "veille <veille@example.org>"


def mail_of(summary, rule=RULE, kind="alert", context=SETTING, n=1):
    items = tuple(DigestItem(summary, (rule,)) for _ in range(n))
    return write(Draft(kind, "desk@example.org", (rule,), items, ("id", summary.key)), context, SENDER)


def parsed(mail):
    return message_from_string(mail.message, policy=policy.default)


NASTY = st.text(max_size=400) | st.sampled_from(
    ["\r\nBcc: x@y\r\n\r\n", "<script>", "</div></table>", '" onmouseover="x', "{{ 7*7 }}", "{% raw %}", "=?utf-8?q?x?=", ".\r\n.\r\n", "\u2028", "\x00", "a" * 5000, "ひ" * 998]
)  # fmt: skip
TAGS = {"html", "head", "meta", "title", "style", "body", "div", "table", "tr", "td", "tbody", "a", "span", "b"}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=NASTY, body=NASTY, outlet=NASTY, url=NASTY, term=NASTY, kind=st.sampled_from(["alert", "digest"]))
def test_whatever_a_page_says_the_mail_stays_whole(title, body, outlet, url, term, kind):
    source = {
        "title": title, "body": body, "outlet": {"name": outlet, "country": outlet}, "url": {"full": url}, "indexed_at": NOW.isoformat(),
        "first_seen_at": NOW.isoformat(), "topic_hits": [{"topic": term, "about": True, "terms": [term, title]}], "language": {"code": outlet},
    }  # fmt: skip
    summary = summarise(Hit("k", source, {"title": (Fragment(title, ((0, min(3, len(title))),)),)}))
    summary = ArticleSummary.from_json(summary.to_json())
    context = replace(
        SETTING, siblings={summary.event: [sibling("o", outlet, url=url, country=outlet, title=title, lead=body)]}
    )
    mail = mail_of(summary, kind=kind, context=context, n=2 if kind == "digest" else 1)
    assert mail.message.isascii()
    assert all(len(line) <= 998 for line in mail.message.split("\r\n"))
    message = parsed(mail)
    assert message["Bcc"] is None
    assert message["To"] == "desk@example.org"
    assert not message.defects
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert len(mail.subject) < 200
    tree = lxml_html.document_fromstring(message.get_body(("html",)).get_content())
    assert {e.tag for e in tree.iter() if isinstance(e.tag, str)} <= TAGS
    assert all(link.startswith(("http://", "https://")) for _, _, link, _ in tree.iterlinks())
    assert not any(name.startswith("on") for e in tree.iter() for name in e.attrib)


@given(st.text())
def test_a_header_is_one_line(text):
    line = header_text(text)
    assert not any(c in line for c in "\r\n\x00\u2028\u2029\x85\x0b\x0c")


def test_the_same_letter_gives_the_same_bytes_and_another_reader_another_id():
    assert mail_of(CARD).message == mail_of(CARD).message
    draft = Draft("alert", "other@example.org", (RULE,), (DigestItem(CARD, (RULE,)),), ("id", "k", "other"))
    assert write(draft, SETTING, SENDER).message_id != mail_of(CARD).message_id


def test_the_headers_that_filters_and_people_rely_on():
    rule = replace(RULE, id="russia-dprk", name="Russia – DPRK")
    message = parsed(mail_of(CARD, rule, context=replace(SETTING, contact="Desk <desk+veille@example.org>")))
    assert message["Message-ID"] == f"<{mail_of(CARD, rule).id}@example.org>"
    assert message["List-Id"] == "Russia DPRK <russia-dprk.veille.example.org>"
    assert message["List-Unsubscribe"] == "<mailto:desk+veille@example.org?subject=take%20me%20off%20russia-dprk>"
    assert message["Date"] == "Mon, 28 Apr 2025 09:04:00 +0000"
    assert message["Auto-Submitted"] == "auto-generated"
    by_page = parsed(mail_of(CARD, rule, context=replace(SETTING, contact="https://example.org/contact")))
    assert by_page["List-Unsubscribe"] == "<mailto:veille@example.org?subject=take%20me%20off%20russia-dprk>"


def test_a_mail_without_a_date_says_what_its_time_is():
    text = parsed(mail_of(replace(CARD, published=None))).get_body(("plain",)).get_content()
    assert "The publisher gives no date; this is when we first saw it" in text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://", "http://[", "//example.org", "https://example.org/a b", "https://example.org/\n", "ftp://example.org"]
)  # fmt: skip
def test_only_web_addresses_become_links(url):
    assert safe_link(url) is None


def test_words_for_spans_and_moments():
    assert moment(datetime(2025, 12, 31, 23, 30, tzinfo=UTC), "Asia/Seoul") == "Thu 1 Jan 2026, 08:30 KST"
    assert pulse_line(214, 212, timedelta(minutes=9)) == "212 of 214 feeds healthy, oldest lag 9 minutes"
    assert pulse_line(0, 0, timedelta()) == ""


@given(st.text(max_size=200), st.integers(5, 80))
def test_shortened_is_short(text, most):
    assert len(shortened(text, most)) <= most


def test_marks_are_words():
    assert [t for t, hit in mark("Russie, US, us-army", ["US"]).pieces() if hit] == ["US", "us"]
    assert [t for t, hit in mark("북한이 북한의", ["북한"]).pieces() if hit] == ["북한", "북한"]


@given(st.text(max_size=80), st.lists(st.text(max_size=6), max_size=4))
def test_marking_keeps_the_text(text, terms):
    assert "".join(piece for piece, _ in mark(text, terms).pieces()) == text


def test_templates_load_no_outside_asset():
    for file in Path("ingest/alert/channels/mail/templates").glob("*.html.j2"):
        source = file.read_text(encoding="utf-8")
        assert "http" not in source.replace("http-equiv", "")
        assert "url(" not in source


def test_a_long_list_id_stays_what_filters_look_for():
    rule = replace(RULE, id="a" * 64)
    draft = Draft("alert", "desk@example.org", (rule,), (DigestItem(CARD, (rule,)),), ("id",))
    message = write(draft, SETTING, f"v@{'long.' * 20}example.org").message
    assert f"List-Id: Rule <{'a' * 64}.veille.{'long.' * 20}example.org>\r\n" in message


def read_by_rfc_2047(raw):
    """An independent decoder: unfold, join adjacent encoded words, decode each."""
    raw = re.sub(r"\r\n(?=[ \t])", "", raw)
    raw = re.sub(r"(=\?[^?]+\?[bBqQ]\?[^?]*\?=)\s+(?==\?)", r"\1", raw)

    def word(match):
        charset, how, text = match.groups()
        plain = base64.b64decode(text) if how in "bB" else quopri.decodestring(text.replace("_", " "))
        return plain.decode(charset)

    return re.sub(r"=\?([^?]+)\?([bBqQ])\?([^?]*)\?=", word, raw)


SUBJECTS = [
    '[Règle] 크렘린 "조약 따라 북한에 군사 지원 가능"…파병 시인 하루 만 (한강일보)',
    "[Военная помощь] « En cas de nécessité » : Moscou se dit prêt à aider militairement… (L’Observateur du soir)",
    "[朝鮮半島] 露大統領府、北朝鮮への軍事支援 24年の条約 (港新聞 +3)",
    "[plain] An ASCII headline that is quite long, " + "x" * 120,
    "[=?utf-8?q?x?=] looks encoded",
]


def subject_line(subject):
    message = build(Rendered(subject, "t", "h"), Envelope(SENDER, "a@example.org", NOW, ("x",), "r"))
    raw = re.search(r"(?ms)^Subject: (.*?)\r\n(?![ \t])", message).group(1)
    assert all(len(line) <= 998 for line in message.split("\r\n"))
    assert all(len(line) <= 78 for line in raw.split("\r\n")) or subject.isascii()
    return raw, message


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_is_read_as_it_was_written(subject):
    raw, message = subject_line(subject)
    assert read_by_rfc_2047(raw) == subject
    assert message_from_string(message, policy=policy.default)["Subject"] == subject
    assert str(make_header(decode_header(message_from_string(message)["Subject"]))) == subject


@given(st.text(min_size=1, max_size=150))
def test_any_subject_is_read_as_it_was_written(text):
    subject = header_text(text)
    assert read_by_rfc_2047(subject_line(subject)[0]) == subject

"""What a feed's body gives: the quirks of real feeds, in documents of our own."""

import html
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.feeds.parse import parse_feed
from ingest.model import Feed, Identity
from tests.unit.feeds.fakes import NOW, feed, item, rss


def parse(
    body, *, content_type=None, known=b"", max_entries=100, of=None, url="https://example.test/rss", shared=frozenset()
):  # fmt: skip
    data = body.encode() if isinstance(body, str) else body
    return parse_feed(
        data,
        url=url,
        content_type=content_type,
        feed=of or feed(),
        now=NOW,
        max_entries=max_entries,
        known=known,
        shared=shared,
    )


def entry(body, **options):
    parsed = parse(body, **options)
    assert len(parsed.entries) == 1, parsed
    return parsed.entries[0]


# --- formats


def test_rss_atom_rdf_json_and_sitemap_give_the_same_entry():
    documents = {
        "rss": rss(
            "<item><title>One &amp; two</title><link>https://example.test/1</link><pubDate>Sun, 22 Nov 2026 09:00:00 GMT</pubDate></item>"
        ),
        "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>One &amp; two</title><link href='https://example.test/1'/><id>x</id><published>2026-11-22T09:00:00Z</published></entry></feed>",
        "rdf": "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='x'><title>T</title><items><rdf:Seq><rdf:li rdf:resource='https://example.test/1'/></rdf:Seq></items></channel><item rdf:about='https://example.test/1'><title>One &amp; two</title><link>https://example.test/1</link><dc:date>2026-11-22T18:00:00+09:00</dc:date></item></rdf:RDF>",
        "json": '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "url": "https://example.test/1", "title": "One & two", "date_published": "2026-11-22T10:00:00+01:00"}]}',
        "sitemap": "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://example.test/1</loc><news:news><news:publication><news:name>T</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-22T09:00:00Z</news:publication_date><news:title>One &amp; two</news:title></news:news></url></urlset>",
    }
    for kind, body in documents.items():
        parsed = parse(body)
        assert (parsed.kind, parsed.title, parsed.problem) == (kind, "T", None)
        found = parsed.entries[0]
        assert (found.title, found.url) == ("One & two", "https://example.test/1")
        assert (found.published, found.published_source) == (datetime(2026, 11, 22, 9, tzinfo=UTC), "feed")


def test_json_feed_1_0_has_one_author_and_ids_may_be_numbers():
    found = entry(
        '{"version": "https://jsonfeed.org/version/1", "items": [{"id": 7, "url": "/a", "content_text": "Words", "author": {"name": "Ada"}}]}'
    )
    assert (found.url, found.guid, found.authors, found.title, found.content) == (
        "https://example.test/a",
        "7",
        ("Ada",),
        "Words",
        "Words",
    )


@pytest.mark.parametrize(("body", "problem"), [
    ("", "empty"), ("   \n", "empty"), ("<!doctype html><html><body>Hello</body></html>", "html"),
    ("<html><head><meta http-equiv='refresh' content='0;url=/feed/index.xml'></head></html>", "html"),
    ("<html><title>Client Challenge</title></html>", "challenge"),
    ("<html><title>Just a moment...</title></html>", "challenge"),
    ("404 not found", "not-a-feed"), ('{"message": "no"}', "not-a-feed"), ("[1, 2]", "not-a-feed"),
    ("<sitemapindex><sitemap><loc>https://x.test/a.xml</loc></sitemap></sitemapindex>", "sitemap-index"),
])  # fmt: skip
def test_200_is_not_success(body, problem):
    parsed = parse(body)
    assert parsed.problem == problem
    assert parsed.entries == ()


# --- encodings


@pytest.mark.parametrize(("declared", "said", "real", "title"), [
    ("windows-1251", None, "windows-1251", "Северная Корея"),
    ("utf-8", None, "windows-1251", "Северная Корея провела испытания ракет"),
    ("iso-8859-1", None, "utf-8", "Élysée, Corée du Nord"),
    (None, "text/xml; charset=iso-8859-1", "utf-8", "북한 미사일 발사"),
    (None, None, "euc-kr", "북한이 동해상으로 미사일을 발사했다고 합참이 밝혔다"),
    ("euc-kr", None, "cp949", "똠방각하 북한"),
    (None, "text/xml; charset=windows-1251", "windows-1251", "Пхеньян"),
    ("utf-16", None, "utf-16", "北朝鮮"),
    ("shift_jis", None, "cp932", "北朝鮮がミサイル発射①"),
])  # fmt: skip
def test_encodings_that_are_declared_said_or_neither(declared, said, real, title):
    prologue = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    body = (prologue + rss(f"<item><title>{title}</title><link>https://e.test/1</link></item>" * 3)).encode(real)
    assert parse(body, content_type=said).entries[0].title == title


# --- text


@pytest.mark.parametrize(("markup", "text"), [
    ("Plain &amp;amp; simple", "Plain & simple"), ("&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"),
    ("L&amp;#8217;armée", "L’armée"), ("<![CDATA[Cut <i>here</i>]]>", "Cut here"), ("  many \n blanks ", "many blanks"),
    ("a &amp;lt; b", "a < b"),
])  # fmt: skip
def test_titles_are_plain(markup, text):
    assert entry(rss(f"<item><title>{markup}</title><link>https://e.test/1</link></item>")).title == text


@pytest.mark.parametrize("tail", [
    "<p>The post <a href='x'>A title</a> appeared first on <a href='y'>38 North</a>.</p>", " <a href='x'>Continue reading...</a>",
    " <a>Read more</a> »", "<p>L’article <a>Un titre</a> est apparu en premier sur <a>Le Site</a>.</p>",
])  # fmt: skip
def test_what_the_software_adds_below_each_summary_is_cut(tail):
    found = entry(
        rss(
            f"<item><title>T</title><link>https://e.test/1</link><description><![CDATA[<p>The summary itself.</p>{tail}]]></description></item>"
        )
    )
    assert found.summary == "The summary itself."


def test_scripts_styles_and_comments_are_not_text():
    found = entry(
        rss(
            "<item><title>T</title><link>https://e.test/1</link><description><![CDATA[<style>p{}</style><script>x()</script><!-- no -->Yes<br>and yes]]></description></item>"
        )
    )
    assert found.summary == "Yes\nand yes"


def test_language_of_the_item_before_that_of_the_feed():
    body = "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr_FR'><entry xml:lang='de'><title>Titel</title><link href='https://e.test/1'/></entry><entry><title>Titre</title><link href='https://e.test/2'/></entry></feed>"
    assert [e.language for e in parse(body).entries] == ["de", "fr"]


# --- links and identity


def test_feedburner_says_where_the_article_stands():
    body = rss(
        "<item><title>T</title><link>https://feedproxy.test/~r/x/1</link><feedburner:origLink xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>https://e.test/1</feedburner:origLink></item>"
    )
    assert entry(body).url == "https://e.test/1"


@pytest.mark.parametrize("guid", ["<guid>https://e.test/1</guid>", "<guid isPermaLink='false'>https://e.test/1</guid>"])
def test_a_guid_that_is_an_address_stands_in_for_a_missing_link(guid):
    assert entry(rss(f"<item><title>T</title>{guid}</item>")).url == "https://e.test/1"


def test_an_item_without_any_address_has_a_stable_one_of_its_own():
    body = "<item><title>No link</title><guid isPermaLink='false'>{}</guid></item>"
    one, same, other = (entry(rss(body.format(g))) for g in ("a", "a", "b"))
    assert one.key == same.key != other.key
    assert one.url.startswith("https://example.test/rss#entry=")


def test_an_item_that_leads_to_the_front_page_stands_on_its_own_words():
    body = rss(
        item(1),
        "<item><title>Statement</title><link>https://example.test/?utm_source=rss</link></item>",
        head="<link>https://example.test/</link>",
    )
    (_, statement) = parse(body).entries
    assert statement.title == "Statement"
    assert statement.canonical_url.startswith("https://example.test/#entry=")


def test_a_channel_link_that_is_an_items_drops_nothing():
    parsed = parse(rss(item(1), head="<link>https://example.test/1</link>"))
    assert [e.canonical_url for e in parsed.entries] == ["https://example.test/1"]


def bulletin(number, guid=True, link="https://example.test/bulletins"):
    identity = f"<guid isPermaLink='false'>b{number}</guid>" if guid else ""
    return f"<item><title>Bulletin {number}</title><link>{link}</link>{identity}</item>"


def test_bulletins_with_one_link_are_as_many_articles():
    entries = parse(rss(*(bulletin(n) for n in range(5)), item(9))).entries
    assert len({e.key for e in entries}) == 6
    assert [e.canonical_url.partition("#")[0] for e in entries[:5]] == ["https://example.test/bulletins"] * 5
    again = parse(rss(*(bulletin(n) for n in range(5)), item(9))).entries
    assert [e.key for e in again] == [e.key for e in entries], "what tells them apart stays"


def test_a_shared_page_is_known_at_the_next_poll_when_one_bulletin_is_new():
    first = parse(rss(*(bulletin(n) for n in range(4))))
    second = parse(rss(bulletin(4), *(bulletin(n) for n in range(3))), known=first.item_hashes, shared=first.shared)
    assert [e.title for e in second.entries] == ["Bulletin 4"]
    assert "#entry=" in second.entries[0].canonical_url


def test_an_article_that_was_given_a_new_guid_is_one():
    twice = rss(bulletin(1, link="https://example.test/7"), bulletin(2, link="https://example.test/7"), item(8))
    assert len(parse(twice).entries) == 2


@pytest.mark.parametrize(("identity", "keys"), [("auto", 1), ("link", 1), ("guid", 2), ("title", 2), ("page", 2)])
def test_what_tells_items_apart_can_be_set(identity, keys):
    body = rss(bulletin(1), bulletin(2), item(9)).replace("Bulletin 2", "Bulletin 3")
    parsed = parse(body, of=feed(identity=Identity(identity)))
    assert len({e.key for e in parsed.entries}) == keys + 1


@pytest.mark.parametrize(("link", "expected"), [
    ("www.example.test/a", "https://www.example.test/a"), ("example.test/a?b=1", "https://example.test/a?b=1"),
    ("//cdn.test/a", "https://cdn.test/a"), ("news/a.html", "https://example.test/news/a.html"),
    ("https://example.test/v?id=1&copy=2&lang=fr", "https://example.test/v?id=1&copy=2&lang=fr"),
    ("https://faß.test/a", "https://xn--fa-hia.test/a"), ("https://example.test/p/x?r=1ab2c", "https://example.test/p/x"),
])  # fmt: skip
def test_links_are_what_they_mean(link, expected):
    (entry,) = parse(
        f"<rss version='2.0'><channel><item><title>T</title><link>{link}</link></item></channel></rss>"
    ).entries
    assert entry.canonical_url == expected


def test_forms_of_one_page_are_one_entry_where_the_title_agrees():
    links = ("a", "a/amp/", "a?outputType=amp", "a/")
    body = rss(*(f"<item><title>Same</title><link>https://m.example.test/{x}</link></item>" for x in links))
    assert [e.canonical_url for e in parse(body).entries] == ["https://m.example.test/a"]
    other = rss(*(f"<item><title>{x}</title><link>https://example.test/{x}</link></item>" for x in ("a", "a/amp/")))
    assert len(parse(other).entries) == 2


def test_an_inline_picture_of_a_megabyte_costs_nothing():
    heavy = f"<item><title>Heavy</title><link>https://example.test/h</link><description>Words. &lt;img src='data:image/png;base64,{'QUJD' * 300_000}'&gt;</description></item>"
    (entry,) = parse(rss(heavy)).entries
    assert entry.summary == "Words."


def test_an_archive_sorted_oldest_first_shows_its_newest():
    items = [item(n, at=NOW - timedelta(days=30 - n)) for n in range(30)]
    parsed = parse(rss(*items), max_entries=5)
    assert [e.title for e in parsed.entries] == [f"Title number {n}" for n in range(25, 30)]
    assert parsed.truncated
    newest_first = parse(rss(*reversed(items)), max_entries=5)
    assert {e.title for e in newest_first.entries} == {f"Title number {n}" for n in range(25, 30)}


@pytest.mark.parametrize(
    "page", ["<!DOCTYPE html><html><body>{}</body></html>", "<html><body><pre>{}</pre></body></html>"]
)
@pytest.mark.parametrize("escaped", [False, True])
def test_a_feed_that_is_printed_in_a_page_is_read(page, escaped):
    body = rss(item(1), item(2))
    assert len(parse(page.format(html.escape(body) if escaped else body)).entries) == 2


def test_a_title_of_plain_text_that_is_escaped_is_unescaped_but_for_angle_brackets():
    atom = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>{}</title><id>1</id><link href='https://example.test/1'/></entry></feed>"
    assert parse(atom.format("L&amp;#8217;armée &amp;amp; moi")).entries[0].title == "L’armée & moi"
    assert parse(atom.format("&lt;blink&gt; and &amp;lt;b&amp;gt;")).entries[0].title == "<blink> and &lt;b&gt;"


def test_a_feed_without_items_is_calm():
    parsed = parse("<rss version='2.0'><channel><title>Empty</title></channel></rss>")
    assert (parsed.problem, parsed.entries, parsed.items) == (None, (), 0)


def test_order_of_day_and_month_is_learnt_from_the_feeds_other_dates():
    dates = ["11/04/2026 10:00", "24/04/2026 10:00"]
    body = rss(
        *(
            f"<item><title>T{n}</title><link>https://example.test/{n}</link><pubDate>{d}</pubDate></item>"
            for n, d in enumerate(dates)
        )
    )
    assert [e.published.month for e in parse(body).entries] == [4, 4]
    alone = parse(rss(f"<item><title>T</title><link>https://example.test/1</link><pubDate>{dates[0]}</pubDate></item>"))
    assert (alone.entries[0].published, alone.entries[0].published_raw) == (None, dates[0])


def test_relative_links_are_resolved_against_where_the_feed_came_from():
    assert (
        entry(rss("<item><title>T</title><link>/a/1</link></item>"), url="https://e.test/feeds/all.xml").url
        == "https://e.test/a/1"
    )


def test_an_item_repeated_in_one_document_is_one_entry():
    assert len(parse(rss(item(1), item(1), item(2))).entries) == 2


# --- dates


def test_korean_local_time_by_the_feeds_zone():
    found = entry(
        rss("<item><title>T</title><link>https://e.test/1</link><pubDate>2026-09-27 19:00:00</pubDate></item>"),
        of=feed(timezone="Asia/Seoul"),
    )
    assert found.published == datetime(2026, 9, 27, 10, tzinfo=UTC)


def test_no_date_at_all_but_a_day_in_the_images_address():
    body = rss(
        "<item><title>T</title><link>https://e.test/arti/1</link><description><![CDATA[<img src='https://img.e.test/2026/1120/5.jpg'>Words]]></description></item>"
    )
    found = entry(body, of=feed(timezone="Asia/Seoul"))
    assert (found.published, found.published_source) == (datetime(2026, 11, 19, 15, tzinfo=UTC), "feed-url")


def test_no_date_anywhere_is_no_date():
    found = entry(rss("<item><title>T</title><link>https://e.test/1</link></item>"))
    assert (found.published, found.published_raw, found.published_source) == (None, None, None)


def test_a_date_ahead_of_us_is_clamped_and_kept_raw():
    found = entry(rss(item(1, at=NOW + timedelta(hours=5))))
    assert (found.published, found.published_source) == (NOW, "feed-clamped")
    assert found.published_raw == "Sun, 22 Nov 2026 15:00:00 GMT"


# --- what is known is not parsed again


def test_known_items_are_counted_and_not_parsed():
    first = parse(rss(item(1), item(2)))
    second = parse(rss(item(3), item(1), item(2)), known=first.item_hashes)
    assert ([e.title for e in second.entries], second.known, second.items) == (["Title number 3"], 2, 3)
    edited = parse(rss(item(1, title="Edited"), item(2)), known=first.item_hashes)
    assert [e.title for e in edited.entries] == ["Edited"]


def test_item_tags_within_cdata_do_not_cut_a_document_apart():
    body = rss(
        "<item><title>About RSS</title><link>https://e.test/1</link><description><![CDATA[Write <item> and </item><item>]]></description></item>",
        item(2),
    )
    assert [e.title for e in parse(body).entries] == ["About RSS", "Title number 2"]


@given(
    st.lists(
        st.sampled_from(
            [
                "<item>",
                "</item>",
                "<title>t</title>",
                "<link>https://e.test/1</link>",
                "<![CDATA[",
                "]]>",
                "<entry>",
                "</entry>",
                "x",
                "<!--",
                "-->",
            ]
        ),
        max_size=30,
    )
)
@settings(deadline=None)
def test_any_soup_of_tags_is_read_or_refused_and_never_raises(pieces):
    body = "<rss><channel>" + "".join(pieces) + "</channel></rss>"
    whole, cut = parse(body), parse(body, max_entries=2)
    assert len(cut.entries) <= max(2, len(whole.entries))


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data):
    parse(data)
    parse(b"<rss><channel><item><title>" + data)
    parse(b'{"version": "https://jsonfeed.org/version/1", "items": [' + data)


# --- hostile documents: each a clear outcome, bounded


def test_more_entries_than_the_limit_are_cut():
    parsed = parse(rss(*[item(i) for i in range(300)]), max_entries=50)
    assert (len(parsed.entries), parsed.truncated) == (50, True)


def test_billion_laughs_and_quadratic_blowup_stay_small():
    laughs = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10 if i else 'ha'}'>" for i in range(10))
    parsed = parse(
        f"<!DOCTYPE rss [{laughs}]>" + rss("<item><title>x &l9;</title><link>https://e.test/1</link></item>")
    )
    assert all(len(e.title) <= 1000 for e in parsed.entries)
    big = parse(
        f"<!DOCTYPE rss [<!ENTITY a '{'x' * 40_000}'>]>"
        + rss(f"<item><title>{'&a;' * 10_000}</title><link>https://e.test/1</link></item>")
    )
    assert all(len(e.title) <= 1000 for e in big.entries)


def test_external_entities_are_never_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    for doctype in (
        f"<!DOCTYPE rss [<!ENTITY x SYSTEM 'file://{secret}'>]>",
        f"<!DOCTYPE urlset SYSTEM 'file://{secret}'>",
    ):
        for body in (
            rss("<item><title>x &x;</title><link>https://e.test/1</link></item>"),
            "<urlset><url><loc>https://e.test/&x;</loc></url></urlset>",
        ):
            assert "the secret" not in repr(parse(doctype + body))


def test_nul_bytes_and_control_characters_are_dropped():
    found = entry(rss("<item><title>A\x00B\x08 C</title><link>https://e.test/1</link></item>"))
    assert found.title == "AB C"


def test_lone_surrogates_in_json_reach_no_database():
    found = entry(
        '{"version": "https://jsonfeed.org/version/1", "items": [{"id": "\\ud800\\u0000x", "url": "https://e.test/\\ud800", "title": "T\\ud800", "date_published": "\\ud800"}]}'
    )
    repr(found).encode("utf-8", "strict")
    for text in (found.title, found.url, found.guid, found.published_raw):
        (text or "").encode()


def test_an_enormous_title_is_cut_and_an_enormous_item_left_out():
    parsed = parse(
        rss(
            f"<item><title>{'x' * 100_000}</title><link>https://e.test/1</link></item>",
            f"<item><title>{'y' * 1_100_000}</title><link>https://e.test/2</link></item>",
            item(3),
        )
    )
    assert [len(e.title) for e in parsed.entries] == [1000, len("Title number 3")]
    assert parsed.dropped == 1


def test_deep_json_is_refused():
    assert parse('{"items": ' + "[" * 100_000).problem == "not-a-feed"


def test_the_feed_of_another_form_is_not_confused_by_its_doctype():
    assert parse("<!DOCTYPE html PUBLIC 'x'>" + rss(item(1))).problem is None
    assert isinstance(feed(), Feed)


@pytest.mark.parametrize("missing", range(16, 83, 3))
def test_a_document_that_breaks_off_in_an_item_loses_that_one_only(missing):
    item = "<item><title>n{0}</title><link>https://f.example/n-{0}</link></item>"
    whole = (
        "<rss version='2.0'><channel><title>c</title>" + "".join(map(item.format, (101, 102, 103))) + "</channel></rss>"
    )
    example = Feed("f", "https://f.example/rss", "f", "f", "f")
    now = datetime(2026, 11, 25, tzinfo=UTC)
    parsed = parse_feed(
        whole[:-missing].encode(), url=example.url, content_type="", feed=example, now=now, max_entries=100
    )
    found = [e.canonical_url for e in parsed.entries]
    assert found == ["https://f.example/n-101", "https://f.example/n-102", "https://f.example/n-103"][: len(found)]
    assert len(found) == (3 if missing <= len("</item></channel></rss>") else 2)  # the address is whole: it is known


def test_commas_after_the_last_of_a_list_are_forgiven_and_those_in_texts_are_kept():
    body = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/a", "title": "A, ] \\", }",}, ],}'
    parsed = parse(body)
    assert [e.title for e in parsed.entries] == ['A, ] ", }']
    assert parsed.malformed
    assert parse('{"version": "https://jsonfeed.org/version/1.1", "items": [').problem == "not-a-feed"


@pytest.mark.parametrize("tag", ["pre", "textarea"])
@pytest.mark.parametrize("is_page", [True, False])
@pytest.mark.parametrize("document", [
    "<?xml version='1.0'?><rss version='2.0'><channel><item><title>A &amp; B</title><link>/a?x=1&amp;y=2</link></item></channel></rss>",
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A &amp; B</title><link href='/a?x=1&amp;y=2'/></entry></feed>",
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>T</title></channel><item><title>A &amp; B</title><link>/a?x=1&amp;y=2</link></item></rdf:RDF>",
])  # fmt: skip
def test_a_feed_of_any_kind_that_is_escaped_in_a_page_is_read(tag, is_page, document):
    inside = f"<{tag} class='code'>{html.escape(document)}</{tag}>"
    (entry,) = parse(f"<!doctype html><html><body>{inside}</body></html>" if is_page else inside).entries
    assert (entry.title, entry.canonical_url) == ("A & B", "https://example.test/a?x=1&y=2")


@pytest.mark.parametrize("text", [
    "<p>A feed opens with &lt;rss version=2.0&gt; and closes with &lt;/rss&gt;.</p>",
    "<p>Our video &lt;feed &gt; is here: &lt;/feed&gt;</p>",
])  # fmt: skip
def test_a_page_that_speaks_of_feeds_is_none(text):
    assert parse(f"<html><body>{text}</body></html>").problem == "html"


@pytest.mark.parametrize("date", ["{} hours ago", "il y a {} heures", "{}시간 전"])
def test_a_relative_date_does_not_make_an_item_another_at_each_poll(date):
    words = "<item><title>No link</title><pubDate>{}</pubDate></item>"
    keys = {parse(rss(words.format(date.format(n)))).entries[0].key for n in (2, 3)}
    assert len(keys) == 1

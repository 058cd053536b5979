from pathlib import Path

import pytest

from ingest.errors import ConfigError
from ingest.feeds.catalogue import load_catalogue
from ingest.feeds.editing import add_feeds, remove_feeds
from ingest.feeds.opml import new_id, not_there_yet, read_opml, read_outlines, slug, write_opml
from ingest.model import Policy
from tests.unit.feeds.fakes import feed

REPO = Path(__file__).parents[3]

GOOD = """\
# our feeds
outlets:
  example: {name: The Example, country: FR, language: fr, policy: summary, timezone: Europe/Paris}
feeds:
  # --- first group ---
  - id: example-world
    url: https://example.test/world.xml   # the one that works
    name: World
    outlet: example
    tags: [world]
    max_interval: 2h
  # --- second group ---
  - id: other
    url: "https://other.test/rss?a=1&b=2"
    policy: full
    stale_after: 7d
    enabled: false
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "feeds.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_feeds_inherit_from_their_outlet(file):
    catalogue = load_catalogue(file)
    world, other = catalogue.feeds
    assert (world.outlet_name, world.country, world.policy, world.max_interval) == (
        "The Example",
        "FR",
        Policy.SUMMARY,
        7200,
    )
    assert (other.name, other.outlet, other.outlet_name, other.stale_after) == ("other", "other", "other", 604_800)
    assert catalogue.enabled == (world,)
    assert catalogue.get("other") is other
    assert catalogue.get("nobody") is None


def test_everything_wrong_is_said_at_once_with_lines_and_hints(tmp_path):
    path = tmp_path / "feeds.yaml"
    path.write_text("""\
feeds:
  - id: Bad Id
    url: ftp://x
  - id: a
    url: https://a.test/rss
    polcy: full
    country: fr
    language: FRA
    timezone: Mars/Olympus
    min_interval: soon
    tags: asia
    enabled: maybe
    policy: everything
    identity: hash
  - id: a
    url: http://www.a.test/rss?utm_source=x
  - url: https://b.test/rss
  - just text
outlet: {}
""")
    with pytest.raises(ConfigError) as caught:
        load_catalogue(path)
    problems = caught.value.problems
    found = {(p.line, p.key) for p in problems}
    expected = {(2, "id"), (3, "url"), (6, "polcy"), (7, "country"), (8, "language"), (9, "timezone"), (10, "min_interval"), (11, "tags"), (12, "enabled"), (13, "policy"), (14, "identity"), (15, "id"), (17, "id"), (18, "feeds[4]"), (19, "outlet")}  # fmt: skip
    assert expected <= found, expected - found
    assert all(p.where == str(path) for p in problems)
    text = str(caught.value)
    assert "did you mean `policy`?" in text
    assert "did you mean `outlets`?" in text
    assert "15m, 12h, 30d or 2w" in text
    assert "full | summary | headline" in text
    assert "auto | link | guid | title | page" in text


def test_the_same_address_twice_is_refused_whatever_its_spelling(tmp_path):
    path = tmp_path / "feeds.yaml"
    path.write_text(
        "feeds:\n- {id: a, url: 'https://a.test/rss'}\n- {id: b, url: 'http://www.a.test/rss?utm_source=x'}\n"
    )
    with pytest.raises(ConfigError, match="the same address as feed `a`"):
        load_catalogue(path)


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "feeds: 7\n", "feeds: [\n"])
def test_a_file_that_is_no_catalogue(tmp_path, text):
    path = tmp_path / "feeds.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError):
        load_catalogue(path)


def test_the_catalogue_that_we_ship_is_valid():
    catalogue = load_catalogue(REPO / "config" / "feeds.yaml")
    assert len(catalogue.feeds) > 100
    assert {f.policy for f in catalogue.feeds if f.outlet in ("lemonde", "guardian", "nyt", "un-news")} == {
        Policy.SUMMARY
    }
    assert catalogue.get("tongilnews").timezone == "Asia/Seoul"
    sanctioned = ("rt.com", "sputnik", "ria.ru", "iz.ru", "rg.ru", "lenta.ru", "tvzvezda")
    assert not [f.url for f in catalogue.feeds if any(name in f.url for name in sanctioned)]


# --- editing


def test_adding_keeps_every_line_that_was_there(file):
    catalogue = add_feeds(
        file, [feed("new", "https://new.test/rss", tags=("asia", "wire"), language="ko", policy=Policy.HEADLINE)]
    )
    text = file.read_text(encoding="utf-8")
    assert text.startswith(GOOD.rstrip())
    assert catalogue.get("new").policy is Policy.HEADLINE
    assert "tags: [asia, wire]" in text


def test_adding_to_no_file_makes_one(tmp_path):
    path = tmp_path / "config" / "feeds.yaml"
    add_feeds(path, [feed("new")])
    assert [f.id for f in load_catalogue(path).feeds] == ["new"]


def test_what_would_be_wrong_is_not_written(file):
    with pytest.raises(ConfigError, match="there already"):
        add_feeds(file, [feed("other", "https://third.test/rss")])
    assert file.read_text(encoding="utf-8") == GOOD
    assert list(file.parent.iterdir()) == [file]


def test_removing_takes_the_feed_and_leaves_the_comments(file):
    remove_feeds(file, ["example-world"])
    text = file.read_text(encoding="utf-8")
    assert "example-world" not in text
    assert "# --- second group ---" in text
    assert '"https://other.test/rss?a=1&b=2"' in text
    with pytest.raises(ConfigError, match="no feed nobody"):
        remove_feeds(file, ["nobody"])


# --- OPML


def test_opml_there_and_back(file):
    feeds = [
        feed("a", "https://a.test/rss?x=1&y=2", tags=("asia", "wire"), language="ko"),
        feed("b", "https://b.test/rss", policy=Policy.SUMMARY),
        feed("ü", "https://c.test/rss"),
    ]
    back = read_opml(write_opml(feeds))
    assert {(f.url, f.tags, f.language, f.policy) for f in back} == {
        (f.url, f.tags, f.language, f.policy) for f in feeds
    }
    assert [f.id for f in back][:2] == ["a", "b"]


def test_opml_of_other_readers():
    data = b"""<?xml version='1.0'?><opml version='1.0'><head/><body>
      <outline text='News'><outline text='Asia'><outline type='rss' text='A &amp; B' xmlUrl='https://a.test/rss' htmlUrl='https://a.test/'/></outline></outline>
      <outline title='Wire'><outline xmlUrl='https://a.test/rss' text='again'/><outline xmlUrl='https://b.test/rss' category='/x/y,z'/></outline>
      <outline text='not a feed' xmlUrl='javascript:alert(1)'/></body></opml>"""
    one, two = read_opml(data)
    assert (one.name, one.tags, one.site, one.id) == ("A & B", ("News", "Asia", "Wire"), "https://a.test/", "a-b")
    assert (two.name, two.tags, two.id) == ("b.test", ("Wire", "x, y", "z"), "b-test")


@pytest.mark.parametrize(("written", "expected"), [
    ("https://a.test/world news/rss.xml", "https://a.test/world%20news/rss.xml"), ("https://a.test/?q=a b", "https://a.test/?q=a%20b"),
    ("https:// a.test/rss", "https://a.test/rss"), ("https://a.test /rss", "https://a.test/rss"),
    ("feed: https://a.test/rss", "https://a.test/rss"), ("a.test/a b", "https://a.test/a%20b"), ("/rss a", "https://s.test/rss%20a"),
    ("https://a.test/a-long-&#10;    line", "https://a.test/a-long-line"),
])  # fmt: skip
def test_blanks_in_addresses_are_taken_for_what_they_are(written, expected):
    data = f"<opml><body><outline text='A' xmlUrl='{written}' htmlUrl='https://s.test/'/></body></opml>"
    assert [f.url for f in read_opml(data.encode())] == [expected]


@pytest.mark.parametrize(
    ("written", "why"), [("https://a.test/1 https://b.test/2", "more than one"), ("none yet", "no http")]
)
def test_words_and_two_addresses_in_one_are_left_out_and_said(written, why):
    data = f"<opml><body><outline text='A' xmlUrl='{written}' htmlUrl='https://s.test/'/></body></opml>"
    read = read_outlines(data.encode())
    assert not read.feeds
    assert why in read.left_out[0].why


@pytest.mark.parametrize("data", [b"", b"nonsense", b"<html></html>"])
def test_what_is_no_opml_is_refused(data):
    with pytest.raises(ConfigError, match=r"not OPML|not XML"):
        read_opml(data)


def test_folders_without_end_are_followed_so_far_and_no_further():
    deep = "<outline text='x'>" * 200 + "<outline xmlUrl='https://deep.test/'/>"
    assert read_opml(f"<opml><body><outline xmlUrl='https://a.test/'/>{deep}".encode())[0].url == "https://a.test/"


def test_external_entities_in_opml_are_not_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("https://secret.test/")
    data = f"<!DOCTYPE opml [<!ENTITY x SYSTEM 'file://{secret}'>]><opml><body><outline text='&x;' xmlUrl='https://a.test/'/></body></opml>"
    assert "secret" not in repr(read_opml(data.encode()))


def test_ids_are_made_of_names_and_never_taken_twice():
    assert slug("Le Monde – À la une") == "le-monde-a-la-une"
    assert new_id("한겨레", "https://www.hani.co.kr/rss/", []) == "hani-co-kr"
    assert new_id("A", "https://a.test/", ["a", "a-2"]) == "a-3"


def test_an_import_leaves_alone_what_is_there():
    new = not_there_yet(
        [feed("a", "http://www.a.test/rss"), feed("a", "https://b.test/rss")], [feed("a", "https://a.test/rss")]
    )
    assert [(f.id, f.url) for f in new] == [("a-2", "https://b.test/rss")]

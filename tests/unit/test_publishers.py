import pytest

from ingest.model import Policy
from ingest.publishers import Publishers
from ingest.urls import publisher
from tests.unit.feeds.fakes import feed


@pytest.mark.parametrize(
    ("url", "who"),
    [
        ("https://www.lemonde.fr/a", "lemonde.fr"),
        ("https://rss.nytimes.com/x", "nytimes.com"),
        ("https://www.bbc.co.uk/news", "bbc.com"),
        ("https://someone.substack.com/p/x", "someone.substack.com"),
        ("https://someone.github.io/x", "someone.github.io"),
        ("https://someone.blogspot.com/x", "someone.blogspot.com"),
        ("https://medium.com/@someone/story-1", "medium.com/@someone"),
        ("https://t.me/channel/12", "t.me/channel"),
        ("https://blog.naver.com/someone/223", "blog.naver.com/someone"),
        ("http://127.0.0.1:80/x", "127.0.0.1"),
        ("not a url", ""),
    ],
)
def test_who_answers_for_an_address(url, who):
    assert publisher(url) == who


def test_an_address_belongs_to_whoever_claims_its_domain():
    victim = feed("victim", "https://feeds.proxy.example/v", outlet="victim", site="https://www.victim.example/")
    evil = feed("evil", "https://evil.example/feed", outlet="evil")
    publishers = Publishers([evil, victim])
    assert publishers.owner("https://news.victim.example/1", evil) is victim
    assert publishers.owner("https://nobody.example/1", evil) is evil
    assert publishers.owner("https://evil.example/1", evil) is evil
    assert publishers.is_foreign("https://victim.example/1", "evil")
    assert not publishers.is_foreign("https://victim.example/1", "victim")
    assert not publishers.is_foreign("https://nobody.example/1", "evil")


def test_a_domain_that_strangers_share_belongs_to_nobody_in_particular():
    one = feed("one", "https://shared.example/one", outlet="one")
    two = feed("two", "https://shared.example/two", outlet="two")
    three = feed("three", "https://three.example/feed", outlet="three")
    publishers = Publishers([one, two, three])
    assert publishers.owner("https://shared.example/x", three) is three
    assert publishers.owner("https://shared.example/x", two) is two


@pytest.mark.parametrize(
    ("policies", "binding"),
    [
        (["headline"], Policy.HEADLINE),
        (["summary", "headline"], Policy.HEADLINE),
        (["full", "headline"], Policy.FULL),
        ([], Policy.FULL),
    ],
)
def test_a_policy_binds_the_domain_if_all_its_feeds_have_one(policies, binding):
    feeds = [feed(f"f{n}", f"https://a.example/{n}", outlet="a", policy=Policy(p)) for n, p in enumerate(policies)]
    assert Publishers(feeds).policy("https://www.a.example/story") is binding

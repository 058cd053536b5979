"""For every field that an outlet controls: it cannot suppress, own, delay by more than a round, or rewrite another's
article or its mail. ``evil`` is a feed that the desk has subscribed to; ``victim`` is another.
"""

from datetime import timedelta

import pytest

from ingest import pipeline
from tests.adversary.world import START, World, prose

NEWS = "http://victim.example/2026/11/24/pyongyang-fires-missile-over-sea-123456"
HEADLINE = "Pyongyang fires missile over sea"
TEXT = ["Pyongyang fired a missile on Tuesday, the ministry said.", *prose("missile")]
SUBJECT = f"[Watch] {HEADLINE} (Victim)"


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    world.outlet("evil")
    world.outlet("victim")
    world.page(NEWS, HEADLINE, TEXT)
    yield world
    world.close()


def publish(world, **more):
    """The victim runs its story."""
    world.lists("victim", HEADLINE, NEWS, summary="Pyongyang fired a missile.", **more)


def told(world):
    """Exactly one mail, with the victim's headline and name."""
    return world.subjects() == [SUBJECT]


def test_a_link_listed_first_does_not_name_or_own_the_article(world):
    world.lists("evil", "Ten cake recipes", NEWS, summary="Cakes.")
    world.round()
    article = world.article(NEWS)
    assert (article.feed_id, article.words_from) == ("victim", "evil")
    publish(world)
    world.round()
    article = world.article(NEWS)
    assert (article.title, article.feed_id, article.words_from) == (HEADLINE, "victim", None)
    assert told(world)


def test_nor_where_the_page_cannot_be_read_and_only_words_are_left(world):
    world.answers(NEWS, "no", status=403)
    world.lists("evil", "Ten cake recipes", NEWS, summary="Cakes.")
    world.round()
    publish(world)
    world.round()
    assert told(world)
    assert world.article(NEWS).title == HEADLINE


def test_anothers_date_authors_and_full_text_are_not_taken(world):
    world.lists("evil", "Ten cake recipes", NEWS, dated=START - timedelta(days=400))
    world.round(stages=(pipeline.poll,))
    article = world.article(NEWS)
    assert (article.published, article.content, list(article.authors), article.guid) == (None, "", [], None)


def test_a_sighting_later_changes_nothing(world):
    publish(world)
    world.round()
    world.lists("evil", "RETRACTED: nothing happened", NEWS, summary="It was a hoax.")
    world.round()
    world.round()
    article = world.article(NEWS)
    assert (article.title, article.feed_id, article.revision) == (HEADLINE, "victim", 0)
    assert told(world)


def test_a_wrapped_link_is_the_article_it_leads_to(world):
    world.lists("evil", "Ten cake recipes", "http://www.google.com/url?url=" + NEWS)
    world.round()
    publish(world)
    world.round()
    assert told(world)


@pytest.mark.parametrize("policy", ["headline", "summary"])
def test_a_publishers_policy_goes_with_its_domain_whoever_links_there(tmp_path, policy):
    world = World(tmp_path)
    try:
        world.outlet("evil")
        world.outlet("victim", policy=policy)
        world.page(NEWS, HEADLINE, TEXT)
        world.lists("evil", "Look at this", NEWS)
        bait = "http://evil.example/2026/11/24/a-piece-of-our-own-99999"
        world.lists("evil", "And at this", bait)
        world.answers(bait, status=302, Location=NEWS)
        world.round()
        world.round()
        assert world.asked(NEWS) == 0
        assert all(row.archive_ref is None for row in world.rows())
    finally:
        world.close()


def test_a_redirect_does_not_make_anothers_page_ones_own(world):
    bait = "http://evil.example/2026/11/24/exclusive-by-us-99999"
    world.lists("evil", "Exclusive by us", bait)
    world.answers(bait, status=302, Location=NEWS)
    world.round()
    assert world.article(bait).archive_ref is None
    assert "other-publisher" in {o.name for o in world.outcomes if o.subject == bait}
    publish(world)
    world.round()
    assert told(world)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("evil.substack.com", "victim.substack.com"), ("evil.github.io", "victim.github.io"),
        ("evil.blogspot.com", "victim.blogspot.com"), ("evil.wordpress.com", "victim.wordpress.com"),
    ],
)  # fmt: skip
def test_rel_canonical_folds_nothing_across_tenants_of_one_domain(tmp_path, ours, theirs):
    world = World(tmp_path)
    try:
        world.outlet("evil", host=ours)
        world.outlet("victim", host=theirs)
        news = f"http://{theirs}/2026/11/24/pyongyang-fires-missile-123456"
        cake = f"http://{ours}/2026/11/24/my-very-own-cake-recipe-page"
        world.lists("evil", "Cake", cake)
        world.page(cake, "Cake", prose("cake"), head=f'<link rel="canonical" href="{news}">')
        world.round()
        world.lists("victim", HEADLINE, news)
        world.page(news, HEADLINE, TEXT)
        world.round()
        assert told(world)
    finally:
        world.close()


def test_the_same_guid_in_another_feed_is_another_item(world):
    cake = "http://evil.example/2026/11/24/cakes-777777"
    world.page(cake, "Cakes", prose("cake"))
    world.lists("evil", "Cakes", cake, guid="tag:victim,1")
    world.round()
    publish(world, guid="tag:victim,1")
    world.round()
    assert told(world)


def test_a_backdated_copy_is_not_first(world):
    publish(world)
    world.round()
    stolen = "http://evil.example/2026/11/23/stolen-text-777777"
    long_ago = START - timedelta(hours=20)
    world.page(stolen, "We were first", TEXT, at=long_ago)
    world.lists("evil", "We were first", stolen, dated=long_ago)
    world.round()
    assert told(world)


def test_four_hundred_links_on_anothers_host_do_not_delay_its_story(tmp_path):
    world = World(tmp_path, host_delay_seconds=0.05, attempts=1)
    try:
        world.outlet("evil")
        world.outlet("victim")
        for n in range(400):
            world.lists("evil", f"Junk {n}", f"http://victim.example/2026/11/junk-{100000 + n}")
        world.round(stages=(pipeline.poll,))
        world.page(NEWS, HEADLINE, TEXT)
        publish(world)
        world.round(
            stages=(
                pipeline.poll,
                lambda ws, report: pipeline.fetch(ws, report, until=ws.clock() + timedelta(milliseconds=500)),
            )
        )
        assert world.asked(NEWS) == 1
        assert sum(a.path.startswith("/2026/11/junk") for a in world.web.log) < 400
    finally:
        world.close()


def test_one_feeds_dead_links_are_not_our_outage(tmp_path):
    """Nor are all of them asked in one run: after a few the rest wait, and everybody else is served."""
    world = World(tmp_path, proxy=None, allow_private=["127.0.0.0/8"])
    try:
        port = world.web.port
        news = f"http://127.0.0.1:{port}/2026/11/24/pyongyang-123456"
        world.outlet("evil", host=f"localhost:{port}")
        world.outlet("victim", host=f"127.0.0.1:{port}")
        for n in range(64):
            world.lists("evil", f"Dead {n}", f"http://127.7.0.{n + 1}:{port}/2026/11/a-{100000 + n}")
        world.page(news, HEADLINE, TEXT)
        world.lists("victim", HEADLINE, news)
        world.round()
        fetched = [o for o in world.outcomes if o.stage.value == "fetch"]
        assert "own-outage" not in {o.name for o in fetched}
        assert sum(o.name == "connect-failed" for o in fetched) <= 20
        assert [o.subject for o in fetched if o.name == "fetched"] == [news]
        assert told(world)
    finally:
        world.close()

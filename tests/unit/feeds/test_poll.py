import asyncio
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from ingest.feeds.catalogue import Catalogue
from ingest.feeds.health import health_lines
from ingest.feeds.learned import unpack
from ingest.http.errors import HostPaused
from ingest.ledger import feeds as states
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import aliases, articles, sightings
from ingest.model import Identity, Policy
from ingest.settings import LedgerSettings, PollSettings, Settings
from ingest.stages.poll import poll
from ingest.urls import canonical, url_key
from tests.unit.feeds.fakes import NOW, FakeClock, FakeWeb, feed, item, rss

URL = "https://example.test/rss"


class Bench:
    """A ledger, a web and a clock, and what a test does with them."""

    def __init__(self, ledger):
        self.ledger, self.web, self.clock = ledger, FakeWeb(), FakeClock()
        self.feeds = [feed()]
        self.settings = Settings(poll=PollSettings(recover=False))  # see contract/test_recover.py

    def poll(self, **options):
        outcomes = []
        run = asyncio.run(
            poll(
                self.ledger,
                Catalogue(tuple(self.feeds)),
                self.web,
                self.settings,
                self.clock,
                outcomes.append,
                **options,
            )
        )
        assert run.accounted
        assert sum(run.counts.values()) == len(outcomes)
        return {o.subject: o for o in outcomes}

    def again(self, **options):
        """The next poll, a week later at most: whatever the schedule says, the feed is due then."""
        self.clock.forward(seconds=60)
        return self.poll(force=True, **options)

    def state(self, feed_id="example"):
        with self.ledger.read() as c:
            return states.states(c)[feed_id]

    def rows(self, table):
        with self.ledger.read() as c:
            return c.execute(select(table)).all()


@pytest.fixture(scope="module")
def empty_ledger(tmp_path_factory):
    """A migrated ledger to copy: migrating takes ten times as long as most of these tests."""
    path = tmp_path_factory.mktemp("ledger") / "empty.sqlite"
    open_ledger(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def bench(tmp_path, empty_ledger):
    shutil.copy(empty_ledger, tmp_path / "ledger.sqlite")
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite", migrate=False)
    yield Bench(ledger)
    ledger.close()


def test_new_entries_become_articles_and_sightings(bench):
    bench.web.gives(URL, rss(item(1, at=NOW - timedelta(hours=1)), item(2)))
    outcome = bench.poll()["example"]
    assert (outcome.name, outcome.new, outcome.ok) == ("new", 2, True)
    rows = bench.rows(articles)
    assert {r.state for r in rows} == {"discovered"}
    assert {r.url for r in rows} == {"https://example.test/1", "https://example.test/2"}
    assert len(bench.rows(sightings)) == 2
    assert bench.state().next_due > bench.clock.now


def test_nothing_is_asked_before_it_is_due(bench):
    bench.web.gives(URL, rss(item(1)))
    bench.poll()
    assert bench.poll() == {}
    bench.clock.now = bench.state().next_due
    assert bench.poll()["example"].name == "unchanged"


def test_a_second_poll_is_conditional_and_304_costs_nothing(bench):
    bench.web.gives(URL, rss(item(1)), etag='"v1"', last_modified="Sun, 22 Nov 2026 09:00:00 GMT")
    bench.poll()
    assert bench.again()["example"].name == "not-modified"
    assert bench.web.asked[-1][1]["If-None-Match"] == '"v1"'
    assert bench.web.asked[-1][1]["If-Modified-Since"] == "Sun, 22 Nov 2026 09:00:00 GMT"


def test_a_server_that_says_304_for_ever_is_unmasked_after_a_day(bench):
    bench.web.gives(URL, rss(item(1)), etag='"same"')
    bench.poll()
    bench.web.gives(URL, rss(item(2), item(1)), etag='"same"')
    assert bench.again()["example"].name == "not-modified"
    bench.clock.forward(days=1)
    assert bench.again()["example"].new == 1
    bench.web.gives(URL, rss(item(3), item(2), item(1)), etag='"same"')
    assert bench.again()["example"].new == 1, "from now on it is asked without conditions"


def test_a_site_wide_etag_without_new_items_costs_no_work(bench):
    bench.web.gives(URL, rss(item(1), head="<lastBuildDate>today</lastBuildDate>"), etag='"a"')
    bench.poll()
    bench.web.gives(URL, rss(item(1), head="<lastBuildDate>tomorrow</lastBuildDate>"), etag='"b"')
    assert bench.again()["example"].name == "unchanged"
    assert bench.again()["example"].name == "not-modified", "the new validator is kept all the same"


def test_one_feeds_trouble_never_disturbs_the_rest(bench):
    bench.feeds = [feed("refuses"), feed("breaks"), feed("works"), feed("page"), feed("empty")]
    bench.web.gives("https://refuses.test/rss", "no", status=403)
    bench.web.fails("https://breaks.test/rss")
    bench.web.gives("https://works.test/rss", rss(item(1)))
    bench.web.gives("https://page.test/rss", "<!doctype html><html><title>Welcome</title></html>")
    bench.web.gives("https://empty.test/rss", "")
    assert {i: (o.name, o.ok) for i, o in bench.poll().items()} == {
        "refuses": ("http-403", False),
        "breaks": ("connect-failed", False),
        "works": ("new", True),
        "page": ("html", False),
        "empty": ("empty", False),
    }


def test_errors_back_off_and_never_end_a_feed(bench):
    bench.web.gives(URL, rss(item(1)))
    bench.poll()
    bench.web.gives(URL, "gone fishing", status=500)
    waits = []
    for _ in range(12):
        bench.clock.now = max(bench.state().next_due, bench.clock.now)
        bench.poll()
        waits.append((bench.state().next_due - bench.clock.now).total_seconds())
    assert waits[0] < waits[3] < waits[-1] <= 86400 * 1.1
    assert bench.state().state == "active"
    bench.web.gives(URL, rss(item(2), item(1)))
    bench.clock.now = bench.state().next_due
    assert bench.poll()["example"].new == 1
    assert bench.state().errors_in_a_row == 0


def test_gone_retires_and_a_changed_address_brings_it_back(bench):
    bench.web.gives(URL, status=410)
    assert bench.poll()["example"].name == "gone"
    assert len(bench.web.asked) == 2, "asked twice before it is believed"
    assert bench.state().state == "retired"
    bench.clock.forward(hours=5)
    assert bench.poll() == {}
    bench.feeds = [feed(url="https://example.test/new")]
    bench.web.gives("https://example.test/new", rss(item(1)))
    assert bench.poll()["example"].new == 1


@pytest.mark.parametrize("said", ["7200", "Sun, 22 Nov 2026 12:00:00 GMT"])
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_obeyed_in_both_forms(bench, said, status):
    bench.web.gives(URL, status=status, retry_after=said)
    outcome = bench.poll()["example"]
    assert outcome.name == "rate-limited"
    assert timedelta(hours=2) <= bench.state().next_due - NOW <= timedelta(hours=2.3)


def test_a_paused_host_is_not_asked_and_nobody_is_blamed(bench):
    bench.web.fails(URL, HostPaused(URL, NOW + timedelta(hours=1)))
    assert bench.poll()["example"].name == "host-paused"
    assert bench.state().errors_in_a_row == 0
    assert bench.state().next_due >= NOW + timedelta(minutes=59)


def test_a_permanent_redirect_is_adopted_once_it_has_held(bench):
    bench.web.moves(URL, "https://example.test/new", 308)
    bench.web.gives("https://example.test/new", rss(item(1)))
    bench.poll()
    for _ in range(2):
        assert bench.state().effective_url == URL
        bench.again()
    assert bench.state().effective_url == "https://example.test/new"
    bench.again()
    assert bench.web.asked[-1][0] == "https://example.test/new"


def test_a_redirect_that_was_a_mistake_is_forgotten(bench):
    bench.web.gives("https://example.test/new", rss(item(1)))
    bench.web.moves(URL, "https://example.test/new")
    bench.poll()
    bench.web.gives(URL, rss(item(1)))
    bench.again()
    bench.web.moves(URL, "https://example.test/new", 302)
    for _ in range(5):
        bench.again()
    assert bench.state().effective_url == URL


def test_our_own_outage_counts_against_nobody(bench):
    bench.feeds = [feed(f"f{i}") for i in range(6)]
    for f in bench.feeds:
        bench.web.fails(f.url)
    assert {o.name for o in bench.poll().values()} == {"own-outage"}
    assert all(bench.state(f.id).errors_in_a_row == 0 for f in bench.feeds)


@pytest.fixture
def records_in_turn(monkeypatch):
    """What goes to a thread is done between two steps of the loop: others move the clock meanwhile, by a step each.

    A real thread on a busy machine may be held up while the loop asks hundreds of feeds, and with each of them a
    test's clock moves by seconds: hours of the clock in a second of the machine, which no lease outlasts.
    """

    async def between_two_steps(work, *given):
        await asyncio.sleep(0)
        done = work(*given)
        await asyncio.sleep(0)
        return done

    monkeypatch.setattr(asyncio, "to_thread", between_two_steps)


def test_failures_are_not_held_back_until_their_lease_runs_out(bench, records_in_turn):
    few = PollSettings(concurrency=4)
    bench.settings = Settings(ledger=LedgerSettings(lease_seconds=300), poll=few)
    bench.feeds = [feed(f"f{i:03}") for i in range(200)]
    for f in bench.feeds:
        bench.web.fails(f.url)
    asked = bench.web.get

    async def slowly(url, **options):
        bench.clock.forward(seconds=2)
        return await asked(url, **options)

    bench.web.get = slowly
    outcomes = bench.poll()
    assert {o.name for o in outcomes.values()} == {"own-outage"}
    assert len(bench.web.asked) == 200, "no lease ran out: nobody was asked twice"


def test_a_run_ends_although_feeds_become_due_while_it_lasts(bench, records_in_turn):
    bench.feeds = [feed(f"f{i:03}", max_interval=300) for i in range(70)]
    for f in bench.feeds:
        bench.web.gives(f.url, rss(item(f.id)))
    asked = bench.web.get

    async def slowly(url, **options):
        bench.clock.forward(seconds=9)
        return await asked(url, **options)

    bench.web.get = slowly
    assert len(bench.poll()) == len(bench.web.asked) == 70


def test_a_single_host_that_is_down_is_its_own_fault(bench):
    bench.feeds = [feed(f"f{i}") for i in range(6)]
    for f in bench.feeds[1:]:
        bench.web.gives(f.url, rss(item(f.id)))
    bench.web.fails(bench.feeds[0].url)
    assert bench.poll()["f0"].name == "connect-failed"
    assert bench.state("f0").errors_in_a_row == 1


def test_what_may_not_be_fetched_is_ready_for_the_index_at_once(bench):
    bench.feeds = [feed(policy=Policy.HEADLINE)]
    bench.web.gives(URL, rss(item(1, more="<description>A summary</description>")))
    bench.poll()
    row = bench.rows(articles)[0]
    assert (row.state, row.policy, row.summary, row.archive_ref) == ("fetched", "headline", "", None)


def test_an_item_without_a_link_keeps_its_identity(bench):
    entry = "<item><title>No link here</title><description>Text</description><pubDate>Sun, 22 Nov 2026 09:00:00 GMT</pubDate></item>"
    bench.web.gives(URL, rss(entry))
    bench.poll()
    bench.web.gives(URL, rss(item(1), entry))
    bench.again()
    assert [r.state for r in bench.rows(articles) if "No link" in r.title] == ["fetched"]


def test_the_identity_that_is_set_is_obeyed(bench):
    bench.feeds = [feed(identity=Identity.TITLE)]  # links and guids that change at each poll
    one = "<item><title>Same words</title><link>https://example.test/s{0}/a</link><guid>g{0}</guid></item>"
    bench.web.gives(URL, rss(one.format(1)))
    bench.poll()
    bench.web.gives(URL, rss(one.format(2)))
    bench.again()
    assert len(bench.rows(articles)) == 1


def test_an_edited_title_is_no_new_article_and_sends_it_again(bench):
    bench.web.gives(URL, rss(item(1)))
    bench.poll()
    with bench.ledger.begin() as c:
        c.execute(articles.update().values(state="indexed", indexed_at=NOW, revision=1))
    bench.web.gives(URL, rss(item(1, title="Title number 1, corrected")))
    assert bench.again()["example"].name == "edited"
    row = bench.rows(articles)[0]
    assert (row.state, row.title, row.revision) == ("discovered", "Title number 1, corrected", 1)
    bench.web.gives(URL, rss(item(1, title="  TITLE number 1 — corrected!")))
    with bench.ledger.begin() as c:
        c.execute(articles.update().values(state="indexed"))
    assert bench.again()["example"].name == "nothing-new", "blanks, case and punctuation are no edit"


def test_a_link_that_changes_under_the_same_guid_is_the_same_article(bench):
    bench.web.gives(URL, rss(item(1, title="Parliament adopts the budget")))
    bench.poll()
    moved = item(1, title="Parliament adopts budget").replace("https://example.test/1", "https://example.test/1?v=2")
    bench.web.gives(URL, rss(moved))
    bench.again()
    assert len(bench.rows(articles)) == 1
    assert [r.why for r in bench.rows(aliases)] == ["guid"]


def test_a_guid_used_twice_does_not_swallow_an_article(bench):
    bench.web.gives(URL, rss(item(1, title="Parliament adopts the budget")))
    bench.poll()
    other = item(1, title="Storm warning for the coast").replace("https://example.test/1", "https://example.test/storm")
    bench.web.gives(URL, rss(other))
    assert bench.again()["example"].new == 1
    assert len(bench.rows(articles)) == 2


def test_an_alias_leads_to_the_article_that_is_known(bench):
    bench.web.gives(URL, rss(item(1)))
    bench.poll()
    key = bench.rows(articles)[0].key
    amp = "https://example.test/amp/1"
    with bench.ledger.begin() as c:
        c.execute(
            aliases.insert().values(key=url_key(canonical(amp)), article_key=key, url=amp, why="amp", seen_at=NOW)
        )
    bench.web.gives(URL, rss(item(9).replace("https://example.test/9", amp)))
    assert bench.again()["example"].new == 0
    assert len(bench.rows(articles)) == 1


def test_a_window_that_rolled_over_is_a_gap_and_shortens_the_interval(bench):
    old = [item(i, at=NOW - timedelta(minutes=10 * i)) for i in range(1, 11)]
    bench.web.gives(URL, rss(*old))
    bench.poll()
    before = bench.state()
    bench.clock.forward(hours=6)
    new = [item(100 + i, at=bench.clock.now - timedelta(minutes=10 * i)) for i in range(1, 11)]
    bench.web.gives(URL, rss(*new))
    outcome = bench.poll()["example"]
    after = bench.state()
    assert after.gaps == 1
    assert "missed" in outcome.detail
    assert 18 < after.missed_estimate < 35, "250 minutes without an entry, one every 10, perhaps with a pause"
    assert after.interval_seconds <= before.interval_seconds


def test_a_pinned_old_item_does_not_hide_a_gap(bench):
    pinned = item("pinned", at=datetime(2009, 1, 5, tzinfo=UTC))
    bench.web.gives(URL, rss(pinned, *[item(i, at=NOW - timedelta(minutes=10 * i)) for i in range(1, 11)]))
    bench.poll()
    bench.clock.forward(hours=6)
    later = [item(100 + i, at=bench.clock.now - timedelta(minutes=10 * i)) for i in range(1, 11)]
    bench.web.gives(URL, rss(pinned, *later))
    bench.poll()
    assert bench.state().gaps == 1


def test_a_rebuilt_site_with_new_addresses_is_no_gap(bench):
    bench.web.gives(URL, rss(*[item(i, at=NOW - timedelta(minutes=10 * i)) for i in range(1, 11)]))
    bench.poll()
    bench.web.gives(URL, rss(*[item(f"new-{i}", at=NOW - timedelta(minutes=10 * i)) for i in range(1, 11)]))
    bench.again()
    assert bench.state().gaps == 0


def test_the_same_article_in_two_feeds_is_one_article_with_two_sightings(bench):
    bench.feeds = [feed("one"), feed("two")]
    bench.web.gives("https://one.test/rss", rss(item(1)))
    bench.web.gives("https://two.test/rss", rss(item(1).replace("/1<", "/1?utm_source=two&amp;xtor=RSS-1<")))
    outcomes = bench.poll()
    assert sorted(o.new for o in outcomes.values()) == [0, 1]
    assert len(bench.rows(articles)) == 1
    assert len(bench.rows(sightings)) == 2


def test_two_workers_share_the_feeds(bench):
    bench.feeds = [feed(f"f{i}") for i in range(5)]
    states.sync_catalogue(bench.ledger, bench.feeds, NOW)
    first = states.claim_due(bench.ledger, NOW, limit=3, lease_seconds=60)
    second = states.claim_due(bench.ledger, NOW, limit=9, lease_seconds=60)
    assert len(first) == 3
    assert len(second) == 2
    assert not {s.id for s in first} & {s.id for s in second}
    again = states.claim_due(bench.ledger, NOW + timedelta(seconds=61), limit=9, lease_seconds=60)
    assert len(again) == 5, "a lease that has run out is free"


def test_a_feed_that_leaves_the_catalogue_is_polled_no_more(bench):
    bench.web.gives(URL, rss(item(1)))
    bench.poll()
    bench.feeds = []
    bench.clock.forward(days=2)
    assert bench.poll() == {}
    assert bench.state().state == "disabled"


def test_a_new_feed_floods_nobody(bench):
    """Its first document is a baseline: what is older than a day is indexed without alerts."""
    bench.web.gives(URL, rss(item(1, at=NOW - timedelta(hours=2)), item(2, at=NOW - timedelta(days=9)), item(3)))
    bench.poll()
    assert {r.title: r.silent for r in bench.rows(articles)} == {
        "Title number 1": False, "Title number 2": True, "Title number 3": True,
    }  # fmt: skip
    bench.web.gives(URL, rss(item(4, at=NOW - timedelta(days=9)), item(1)))
    bench.again()
    assert not next(r for r in bench.rows(articles) if r.title == "Title number 4").silent


def test_what_new_items_waited_is_measured(bench):
    bench.web.gives(URL, rss(item(1, at=NOW)))
    bench.poll()
    bench.web.gives(
        URL, rss(item(2, at=NOW + timedelta(seconds=20)), item(3, at=NOW - timedelta(days=1)), item(1, at=NOW))
    )
    bench.again()
    assert sorted(unpack(bench.state().rhythm).latencies) == [40, 60], "one dated back was not there at the last poll"


@pytest.mark.parametrize("status", [400, 412, 500, 502])
def test_a_server_that_trips_over_conditions_is_asked_without_them_in_the_same_poll(bench, status):
    bench.web.gives(URL, rss(item(1)), etag='"a"')
    bench.poll()
    plain = bench.web.pages[URL]
    bench.web.gives(URL, rss(item(1), item(2)), etag='"b"')
    fresh, asked = bench.web.pages[URL], bench.web.get

    async def get(url, *, headers=None, max_bytes=None):
        bench.web.pages[URL] = (status, (), b"") if "If-None-Match" in (headers or {}) else fresh
        return await asked(url, headers=headers, max_bytes=max_bytes)

    bench.web.get = get
    assert bench.again()["example"].new == 1
    assert plain


def test_a_feed_that_was_gone_by_mistake_comes_back(bench):
    bench.web.gives(URL, status=410)
    bench.poll()
    bench.web.gives(URL, rss(item(1)))
    bench.clock.forward(hours=7)
    assert bench.poll()["example"].new == 1
    assert bench.state().state == "active"


def test_a_feed_that_stays_gone_is_probed_ever_more_seldom(bench):
    bench.web.gives(URL, status=410)
    waits = []
    for _ in range(7):
        bench.poll(force=True)
        waits.append(bench.state().next_due - bench.clock())
        bench.clock.forward(days=8)
    assert waits[0] == timedelta(hours=6)
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(days=7)


def test_an_adopted_address_that_turns_bad_is_given_up_for_the_old_one(bench):
    new = "https://other.test/new"
    bench.web.moves(URL, new)
    bench.web.gives(new, rss(item(1)))
    bench.poll()
    bench.again(), bench.again()
    assert bench.state().effective_url == new
    bench.web.gives(URL, rss(item(1), item(2)))
    bench.web.gives(new, "<html>This domain is for sale</html>")
    for _ in range(3):
        assert bench.again()["example"].name == "html"
    assert bench.state().effective_url == URL
    assert bench.again()["example"].new == 1


def test_two_rows_that_end_at_one_address_are_polled_once_and_told(bench):
    bench.feeds = [feed("one", URL), feed("two", "https://old.test/rss")]
    bench.web.gives(URL, rss(item(1)))
    bench.web.moves("https://old.test/rss", URL)
    for _ in range(3):
        bench.again()
    bench.web.asked.clear()
    outcomes = bench.again()
    assert outcomes["two"].name == "duplicate"
    assert "one" in outcomes["two"].detail
    assert [url for url, _ in bench.web.asked] == [URL]
    lines = health_lines(Catalogue(tuple(bench.feeds)), {f.id: bench.state(f.id) for f in bench.feeds}, bench.clock())
    assert {line.feed_id: line.what_to_do for line in lines}[
        "two"
    ] == "leads to the address of feed one: remove one of them"


def test_calm_times_forget_nothing(bench):
    bench.web.gives(URL, rss(*(item(n, at=NOW) for n in range(5))))
    bench.poll()
    known = bench.state().item_hashes
    bench.web.gives(URL, rss())
    outcome = bench.again()["example"]
    assert outcome.ok
    assert bench.state().item_hashes == known
    assert bench.state().errors_in_a_row == 0

"""Several workers share the ledger's work: the same promises on SQLite and on PostgreSQL."""

import random
import threading
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from ingest.errors import LedgerUnavailable
from ingest.ledger import aliases as ledger_aliases
from ingest.ledger import hosts as ledger_hosts
from ingest.ledger import turns
from ingest.ledger.articles import Done, backlog, claim, finish, get, release
from ingest.ledger.hosts import SiteFile
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import aliases, articles, sightings
from ingest.outcome import Stage

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)


def add(ledger, n, *, host="a.example", start=0, **values):
    rows = [
        {
            "key": f"{host[0]}{i:031d}", "url": f"https://{host}/{i}", "original_url": f"https://{host}/{i}", "host": host,
            "feed_id": "f", "policy": "full", "title": "T", "first_seen_at": NOW + timedelta(seconds=i), "state": "discovered",
            **values,
        }
        for i in range(start, start + n)
    ]  # fmt: skip
    with ledger.begin() as c:
        c.execute(insert(articles), rows)
    return [r["key"] for r in rows]


def fetched(ledger, article, now=NOW):
    with ledger.begin() as c:
        return finish(c, ledger, Done(article.key, "fetched"), Stage.FETCH)


def test_workers_never_get_the_same_article(ledger_url):
    first = open_ledger(ledger_url)
    keys = add(first, 200)
    took: list[str] = []
    refused: list[str] = []

    def work():
        ledger = open_ledger(ledger_url, migrate=False)
        while got := claim(ledger, Stage.FETCH, NOW + timedelta(hours=1), limit=7, lease_seconds=60, per_host=5):
            for article in got:
                took.append(article.key)
                if not fetched(ledger, article):
                    refused.append(article.key)
        ledger.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert Counter(took) == Counter(keys)
    assert refused == []
    with first.read() as c:
        assert backlog(c) == {"fetched": 200}
    first.close()


def test_a_claim_passes_over_what_another_worker_holds(ledger_url):
    """Two claims at the same moment, before either is committed: SKIP LOCKED on PostgreSQL, the write lock on SQLite."""
    one, other = open_ledger(ledger_url), open_ledger(ledger_url, migrate=False)
    add(one, 4)
    mine = claim(one, Stage.FETCH, NOW + timedelta(hours=1), limit=2, lease_seconds=60)
    theirs = claim(other, Stage.FETCH, NOW + timedelta(hours=1), limit=4, lease_seconds=60)
    assert len(mine) == len(theirs) == 2
    assert {a.key for a in mine}.isdisjoint(a.key for a in theirs)
    one.close()
    other.close()


def test_postgres_does_not_wait_for_a_row_that_is_being_claimed(postgres_server):
    """SQLite has one writer at a time: there is no row to pass over."""
    ledger_url = postgres_server.database()
    one, other = open_ledger(ledger_url), open_ledger(ledger_url, migrate=False)
    keys = add(one, 3)
    with one.begin() as c:
        c.execute(select(articles).where(articles.c.key == keys[0]).with_for_update())
        got = claim(other, Stage.FETCH, NOW + timedelta(hours=1), limit=3, lease_seconds=60)
    assert [a.key for a in got] == keys[1:]
    one.close()
    other.close()


def test_the_work_of_a_dead_worker_is_taken_up_when_its_lease_expires(ledger_url):
    dead, alive = open_ledger(ledger_url), open_ledger(ledger_url, migrate=False)
    add(dead, 1)
    now = NOW + timedelta(minutes=1)
    [article] = claim(dead, Stage.FETCH, now, limit=1, lease_seconds=60)
    assert claim(alive, Stage.FETCH, now + timedelta(seconds=59), limit=1, lease_seconds=60) == []
    [again] = claim(alive, Stage.FETCH, now + timedelta(seconds=60), limit=1, lease_seconds=60)
    assert again.key == article.key
    assert not fetched(dead, article), "the late worker must notice that its lease is gone"
    assert fetched(alive, again)
    dead.close()
    alive.close()


def test_released_work_is_there_at_once_and_untouched(ledger_url):
    ledger, other = open_ledger(ledger_url), open_ledger(ledger_url, migrate=False)
    keys = add(ledger, 2)
    now = NOW + timedelta(minutes=1)
    got = claim(ledger, Stage.FETCH, now, limit=2, lease_seconds=600)
    release(other, keys)  # not theirs: nothing happens
    assert claim(other, Stage.FETCH, now, limit=2, lease_seconds=60) == []
    release(ledger, [a.key for a in got])
    assert len(claim(other, Stage.FETCH, now, limit=2, lease_seconds=60)) == 2
    ledger.close()
    other.close()


def test_failures_wait_for_their_time_and_count(ledger_url):
    ledger = open_ledger(ledger_url)
    add(ledger, 1)
    now = NOW + timedelta(minutes=1)
    for attempt in (1, 2):
        [article] = claim(ledger, Stage.FETCH, now, limit=1, lease_seconds=60)
        assert article.attempts == attempt - 1
        with ledger.begin() as c:
            assert finish(c, ledger, Done(article.key, "failed", "timed-out", now + timedelta(minutes=10)), Stage.FETCH)
        assert claim(ledger, Stage.FETCH, now + timedelta(minutes=9), limit=1, lease_seconds=60) == []
        assert claim(ledger, Stage.INDEX, now + timedelta(days=1), limit=1, lease_seconds=60) == []
        now += timedelta(minutes=10)
    [article] = claim(ledger, Stage.FETCH, now, limit=1, lease_seconds=60)
    assert fetched(ledger, article)
    with ledger.read() as c:
        assert get(c, article.key).attempts == 0
    ledger.close()


def test_refused_and_indexed_are_claimed_by_nobody(ledger_url):
    ledger = open_ledger(ledger_url)
    add(ledger, 1, state="refused")
    add(ledger, 1, start=1, state="indexed")
    for stage in (Stage.FETCH, Stage.INDEX):
        assert claim(ledger, stage, NOW + timedelta(days=1), limit=5, lease_seconds=60) == []
    ledger.close()


def test_one_host_cannot_fill_a_claim(ledger_url):
    ledger = open_ledger(ledger_url)
    add(ledger, 50, host="big.example")
    add(ledger, 2, host="small.example", start=1000)
    got = claim(ledger, Stage.FETCH, NOW + timedelta(days=1), limit=20, lease_seconds=60, per_host=3)
    assert Counter(a.url.split("/")[2] for a in got) == {"big.example": 3, "small.example": 2}
    rest = claim(
        ledger, Stage.FETCH, NOW + timedelta(days=1), limit=20, lease_seconds=60, exclude_hosts=["big.example"]
    )
    assert rest == []
    ledger.close()


def test_slots_of_a_host_are_spaced_whoever_asks(ledger_url):
    ledgers = [open_ledger(ledger_url, migrate=n == 0) for n in range(3)]
    slots: list[datetime] = []

    def ask(ledger):
        for _ in range(10):
            with ledger.begin() as c:
                slots.append(ledger_hosts.reserve_slot(c, "a.example", NOW, 2.0))

    threads = [threading.Thread(target=ask, args=(ledger,)) for ledger in ledgers]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert sorted(slots) == [NOW + timedelta(seconds=2 * n) for n in range(30)]
    with ledgers[0].begin() as c:
        assert ledger_hosts.reserve_slot(c, "b.example", NOW, 2.0) == NOW
        late = NOW + timedelta(hours=1)
        assert ledger_hosts.reserve_slot(c, "a.example", late, 2.0) == late
    for ledger in ledgers:
        ledger.close()


def test_pauses_only_grow_and_end(ledger_url):
    ledger = open_ledger(ledger_url)
    with ledger.begin() as c:
        ledger_hosts.pause(c, "a.example", NOW + timedelta(minutes=10))
        ledger_hosts.pause(c, "a.example", NOW + timedelta(minutes=5))
    with ledger.read() as c:
        assert ledger_hosts.paused(c, NOW) == {"a.example": NOW + timedelta(minutes=10)}
        assert ledger_hosts.paused(c, NOW + timedelta(minutes=10)) == {}
    ledger.close()


def test_site_files_are_replaced(ledger_url):
    ledger = open_ledger(ledger_url)
    file = SiteFile("https://a.example:443", "robots", NOW + timedelta(days=1), 200, "User-agent: *", None, NOW)
    with ledger.begin() as c:
        assert ledger_hosts.load_site_file(c, file.origin, "robots") is None
        ledger_hosts.store_site_file(c, file)
        worse = file.failed("HTTP 500", NOW + timedelta(days=1), NOW + timedelta(days=1, minutes=5))
        ledger_hosts.store_site_file(c, worse)
    with ledger.read() as c:
        kept = ledger_hosts.load_site_file(c, file.origin, "robots")
    assert kept == worse
    assert (kept.status, kept.body, kept.failing_since) == (200, "User-agent: *", NOW + timedelta(days=1))
    ledger.close()


def test_merging_moves_everything_that_knew_the_loser(ledger_url):
    ledger = open_ledger(ledger_url)
    loser, winner = add(ledger, 2)
    with ledger.begin() as c:
        for key, feed in ((loser, "f1"), (loser, "f2"), (winner, "f2")):
            c.execute(
                insert(sightings).values(
                    article_key=key, feed_id=feed, url="u", title="t", seen_at=NOW, last_seen_at=NOW
                )
            )
        ledger_aliases.add_alias(c, "x" * 32, loser, "https://a.example/x", "redirect", NOW)
        ledger_aliases.merge(c, loser, winner, "https://a.example/0", "duplicate", NOW)
    with ledger.read() as c:
        assert sorted((s.article_key, s.feed_id) for s in c.execute(select(sightings))) == [
            (winner, "f1"),
            (winner, "f2"),
        ]
        assert {a.key: a.article_key for a in c.execute(select(aliases))} == {"x" * 32: winner, loser: winner}
        assert ledger_aliases.article_of(c, loser) == winner
        assert ledger_aliases.article_of(c, "y" * 32) is None
    ledger.close()


def test_times_come_back_aware_and_exact(ledger_url):
    ledger = open_ledger(ledger_url)
    [key] = add(ledger, 1)
    exact = datetime(2025, 4, 28, 18, 0, 0, 123456, tzinfo=UTC)
    with ledger.begin() as c:
        c.execute(update(articles).values(published=exact))
    with ledger.read() as c:
        assert get(c, key).published == exact
    with pytest.raises(Exception, match="naive"), ledger.begin() as c:
        c.execute(update(articles).values(published=datetime(2025, 4, 28)))  # noqa: DTZ001
    ledger.close()


def test_a_server_that_cannot_be_reached_says_so_without_its_password():
    with pytest.raises(LedgerUnavailable) as e:
        open_ledger("postgresql+psycopg://me:secret-word@127.0.0.1:9/none?connect_timeout=2")
    assert "secret-word" not in str(e.value)
    assert e.value.retryable


@pytest.mark.parametrize("seed", range(3))
def test_turns_are_those_of_the_whole_backlog_numbered(ledger_url, seed):
    """What an index finds line by line is what numbering everything that waits would find."""
    rng, ledger = random.Random(seed), open_ledger(ledger_url)
    rows = [_any_article(rng, n) for n in range(300)]
    with ledger.begin() as c:
        c.execute(insert(articles), rows)
    for per_host, per_feed, away, full, only in (
        (3, 4, (), (), None), (1, 9, ("h1",), ("f2", "f0"), None), (50, 50, (), (), None), (2, 9, (), (), "f1"),
    ):  # fmt: skip
        got = claim(
            ledger, Stage.FETCH, NOW, limit=40, lease_seconds=60, per_host=per_host, per_feed=per_feed,
            exclude_hosts=away, exclude_feeds=full, of_feed=only,
        )  # fmt: skip
        wanted = [r for r in rows if r["host"] not in away and _feed(r) not in full and only in (None, _feed(r))]
        assert [a.key for a in got] == _turns(wanted, per_host, per_feed)[:40]
        release(ledger, [a.key for a in got])
    ledger.close()


def _any_article(rng, n):
    state = rng.choice(["discovered"] * 4 + ["failed", "fetched", "indexed"])
    hours = rng.choice([None, -1, 1]) if state != "failed" else rng.choice([-1, 1])
    return {
        "key": f"{rng.getrandbits(128):032x}", "url": f"https://{n}", "original_url": f"https://{n}",
        "host": f"h{rng.randrange(6)}", "feed_id": f"f{rng.randrange(4)}", "policy": "full", "title": "T",
        "words_from": rng.choice([None, None, "f1", "other"]), "first_seen_at": NOW - timedelta(seconds=rng.randrange(90)),
        "state": state, "stage": rng.choice(["fetch", "fetch", "index"]) if state == "failed" else None,
        "next_try": None if hours is None else NOW + timedelta(hours=hours),
        "lease_until": rng.choice([None, None, NOW - timedelta(hours=1), NOW + timedelta(hours=1)]),
    }  # fmt: skip


def _feed(row):
    return row["words_from"] or row["feed_id"]


def _turns(rows, per_host, per_feed):
    waiting = [
        r for r in rows
        if (r["state"] == "discovered" or (r["state"] == "failed" and r["stage"] == "fetch"))
        and (r["next_try"] is None or r["next_try"] <= NOW) and (r["lease_until"] is None or r["lease_until"] <= NOW)
    ]  # fmt: skip
    on_host, of_feed, placed = Counter(), Counter(), []
    for r in sorted(waiting, key=lambda r: (r["words_from"] is not None, r["first_seen_at"], r["key"])):
        on_host[r["host"]] += 1
        placed.append((on_host[r["host"]], r["first_seen_at"], r["key"], _feed(r)))
    turns = []
    for turn, seen, key, feed in sorted(p for p in placed if p[0] <= per_host):
        of_feed[feed] += 1
        turns.append((of_feed[feed], turn, seen, key))
    return [key for nth, _, _, key in sorted(turns) if nth <= per_feed]


def test_a_claim_of_pages_walks_an_index_and_numbers_no_backlog(tmp_path):
    """As work, not time: some pages of each host are looked at, however many wait. PostgreSQL: bench/growth.py."""
    ledger, steps = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite"), []
    for start, n in ((0, 300), (300, 2700)):
        for host in ("a.example", "b.example"):
            add(ledger, n, host=host, start=start, feed_id=host)
        with ledger.begin() as c:
            raw, ticks = c.connection.driver_connection, []
            raw.set_progress_handler(lambda ticks=ticks: ticks.append(1) and None, 100)
            limits = {"per_host": 4, "per_feed": 8, "of_feed": None, "exclude_hosts": (), "exclude_feeds": ()}
            turns.next_in_turns(c, NOW + timedelta(hours=9), 8, **limits)
            raw.set_progress_handler(None, 100)
            steps.append(len(ticks))
    ledger.close()
    assert steps[1] <= 1.5 * steps[0] + 2, steps

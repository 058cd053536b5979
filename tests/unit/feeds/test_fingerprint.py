from datetime import timedelta

from ingest.feeds.fingerprint import body_hash
from tests.unit.feeds.fakes import NOW, item, rss


def test_the_body_hash_ignores_stamps_and_nothing_else():
    def stamped(stamp: str, title: str = "One") -> bytes:
        head = f"<lastBuildDate>{stamp}</lastBuildDate><pubDate>{stamp}</pubDate><!-- made {stamp} -->"
        return (rss(item(1, title=title), head=head) + f"<!-- served by {stamp} -->").encode()

    assert body_hash(stamped("now")) == body_hash(stamped("later"))
    assert body_hash(stamped("now")) != body_hash(stamped("now", "Two"))
    assert body_hash(rss(item(1, at=NOW)).encode()) != body_hash(rss(item(1, at=NOW + timedelta(1))).encode())

"""The order of the inbox: only what can come onto the page is looked at, and the page is the same."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ingest.ledger.happenings import Sketch
from ingest.web.inbox import ORDERS, _weight, rank

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
FULL = {
    "front": lambda s: (_weight(s, NOW), s.id),
    "latest": lambda s: (-s.last_joined_at.timestamp(), s.id),
    "widest": lambda s: (-s.articles, -s.last_joined_at.timestamp(), s.id),
}


@given(
    st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 9)), max_size=40, unique_by=lambda pair: pair[0]),
    st.sampled_from(ORDERS),
    st.integers(1, 12),
)
def test_a_page_is_the_beginning_of_the_whole_order(told: list[tuple[int, int]], order: str, most: int) -> None:
    sketches = [Sketch(f"e{ago:04}", NOW - timedelta(minutes=ago), n) for ago, n in sorted(told)]
    assert rank(sketches, order, NOW, most) == sorted(sketches, key=FULL[order])[:most]

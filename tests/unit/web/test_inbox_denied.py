"""An inbox line says that a happening was denied, to whoever has not seen the denial."""

from datetime import timedelta

import pytest

from ingest.ledger.desk import Marks
from ingest.ledger.happenings import Happening, HappeningArticle
from ingest.web.access import Visitor
from ingest.web.inbox import is_denied
from tests.fakes.newsdesk import NOW

ADA = Visitor("ada", "reader")


def happening(*titles):
    return Happening("e", tuple(
        HappeningArticle(f"k{n}", "s", "https://example.org", title, "tass", "f", language, (), NOW, NOW + timedelta(minutes=n), 0)
        for n, (title, language) in enumerate(titles)
    ))  # fmt: skip


AID, DENIED = ("Le Kremlin confirme une aide", "fr"), ("Kremlin denies military aid", "en")


@pytest.mark.parametrize(
    ("found", "seen_after_minutes", "expected"),
    [
        (happening(AID, DENIED), None, True),
        (happening(AID, AID), None, False),
        (happening(DENIED, AID), None, False),
        (happening(DENIED, DENIED), None, False),
        (happening(AID, DENIED), 0.5, True),
        (happening(AID, DENIED), 2, False),
        (
            happening(
                ("Kremlin confirms aid to Pyongyang", "en"), ("Brussels denies talks about Chinese tariffs", "en")
            ),
            None,
            False,
        ),
    ],
)
def test_denied_since_i_looked(found, seen_after_minutes, expected):
    seen = None if seen_after_minutes is None else NOW + timedelta(minutes=seen_after_minutes)
    assert is_denied(found, Marks(seen_at=seen), ADA) is expected

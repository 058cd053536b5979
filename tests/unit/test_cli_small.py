from datetime import UTC, datetime

import pytest
import typer

from ingest.cli.common import duration_of, moment_of
from ingest.cli.init import fill_secrets

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "5", "m", "-1m", "0s", "soon"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(typer.BadParameter, match="2w"):
        duration_of(text)
    with pytest.raises(typer.BadParameter, match="2w"):
        moment_of(text or "x", NOW, "Europe/Paris") if text != "0s" else duration_of(text)


def test_every_secret_is_filled_and_comments_are_kept():
    filled = fill_secrets("# change-me\nA_PASSWORD=change-me\nB_SECRET=change-me\nPORT=1\n").splitlines()
    assert filled[0] == "# change-me"
    assert filled[3] == "PORT=1"
    first, second = (line.partition("=")[2] for line in filled[1:3])
    assert len(first) >= 24
    assert first != second

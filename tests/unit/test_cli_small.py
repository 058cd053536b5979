from datetime import UTC, datetime

import pytest
import typer

from ingest.cli.common import duration_of, moment_of
from ingest.cli.init import fill_secrets, write_env

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


def test_an_older_env_file_gets_the_secrets_that_it_lacks_and_keeps_the_others(tmp_path):
    file = tmp_path / ".env"
    file.write_text("ELASTIC_PASSWORD=in use\nMINE=1")
    write_env(file)
    values = dict(line.split("=", 1) for line in file.read_text().splitlines())
    assert (values["ELASTIC_PASSWORD"], values["MINE"]) == ("in use", "1")
    assert len(values["LEDGER_PASSWORD"]) > 20
    once = file.read_text()
    write_env(file)
    assert file.read_text() == once

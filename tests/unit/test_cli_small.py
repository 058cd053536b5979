import pytest
import typer

from ingest.cli.commands import COMMANDS, wanted
from ingest.cli.init import fill_secrets
from ingest.cli.run import seconds_of
from ingest.cli.status import age


@pytest.mark.parametrize(("text", "seconds"), [("90s", 90), ("5m", 300), ("1h", 3600), ("2d", 172800), ("0.5h", 1800)])
def test_times_are_written_as_people_write_them(text, seconds):
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "5", "m", "-1m", "0s", "5 weeks"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(typer.BadParameter):
        seconds_of(text)


@pytest.mark.parametrize(
    ("seconds", "text"), [(None, "–"), (45, "45 s"), (540, "9 min"), (12_600, "3.5 h"), (1_040_000, "12 d")]
)
def test_ages_read_well(seconds, text):
    assert age(seconds) == text


def test_every_secret_is_filled_and_comments_are_kept():
    filled = fill_secrets("# change-me\nA_PASSWORD=change-me\nB_SECRET=change-me\nPORT=1\n").splitlines()
    assert filled[0] == "# change-me"
    assert filled[3] == "PORT=1"
    first, second = (line.partition("=")[2] for line in filled[1:3])
    assert len(first) >= 24
    assert first != second


def test_a_command_line_that_names_a_command_wants_only_that():
    assert wanted(["status", "--json"]) == ["status"]
    assert wanted(["--help"]) == list(COMMANDS)
    assert wanted([]) == list(COMMANDS)
    assert wanted(["stauts"]) == list(COMMANDS)

"""The snapshot of the catalogue: the same feeds for less, and never those of another file."""

import json
import time

import pytest

from ingest.errors import ConfigError
from ingest.feeds import snapshot
from ingest.feeds.catalogue import load_catalogue
from ingest.feeds.snapshot import NAME, load_catalogue_once

SMALL = "feeds:\n- {id: a, url: 'https://a.example/rss', tags: [x, y], policy: summary, promise: 10m, identity: guid}\n"


@pytest.fixture
def place(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    file = tmp_path / "feeds.yaml"
    file.write_text(SMALL)
    return file, data


@pytest.fixture
def yaml_read(monkeypatch):
    """How often the YAML was read."""
    read = []
    monkeypatch.setattr(snapshot, "load_catalogue", lambda path: read.append(path) or load_catalogue(path))
    return read


def test_the_second_reading_gives_the_same_feeds_without_the_yaml(place, yaml_read):
    first, second = load_catalogue_once(*place), load_catalogue_once(*place)
    assert first == second == load_catalogue(place[0])
    assert second.get("a") == first.feeds[0]
    assert len(yaml_read) == 1


def test_a_file_that_was_changed_is_read_whatever_its_time_says(place, yaml_read):
    load_catalogue_once(*place)
    place[0].write_text(SMALL.replace("a.example", "b.example"))
    assert load_catalogue_once(*place).feeds[0].url == "https://b.example/rss"
    place[0].write_text(SMALL.replace("summary", "nonsense"))
    with pytest.raises(ConfigError, match="nonsense"):
        load_catalogue_once(*place)
    assert len(yaml_read) == 3


@pytest.mark.parametrize("bad", ["", "{", "[]", '{"made_of": "x"}', "null"])
def test_a_snapshot_that_is_broken_or_of_other_code_is_made_anew(place, yaml_read, monkeypatch, bad):
    feeds = load_catalogue_once(*place)
    (place[1] / NAME).write_text(bad)
    assert load_catalogue_once(*place) == feeds
    stored = json.loads((place[1] / NAME).read_text())
    stored["feeds"][0] = stored["feeds"][0][:3]
    (place[1] / NAME).write_text(json.dumps(stored))
    assert load_catalogue_once(*place) == feeds
    monkeypatch.setattr(snapshot, "_code", lambda: b"a later version")
    assert load_catalogue_once(*place) == feeds
    assert len(yaml_read) == 4


def test_reading_begins_no_store(place, yaml_read):
    file, data = place
    data.rmdir()
    load_catalogue_once(file, data)
    assert not data.exists()
    with pytest.raises(ConfigError, match="no such file"):
        load_catalogue_once(file.with_name("none.yaml"), data)


def test_it_costs_a_fraction_of_the_yaml(place):
    file, data = place
    rows = (f"- {{id: f{n}, url: 'https://o{n}.example/rss', tags: [x]}}" for n in range(400))
    file.write_text("feeds:\n" + "\n".join(rows))

    def cpu():
        begun = time.process_time()
        load_catalogue_once(file, data)
        return time.process_time() - begun

    of_yaml, of_snapshot = cpu(), min(cpu() for _ in range(3))
    assert (
        of_snapshot * 5 < of_yaml
    )  # measured: a fourteenth, since YAML is read by libyaml (decision 295); a hundredth before

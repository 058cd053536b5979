import json
from datetime import UTC, datetime

import pytest
from kibana_ql import KqlParser
from typer.testing import CliRunner

from ingest.cli.dashboards import app
from ingest.dashboards.bundle import bundle, ndjson
from ingest.dashboards.check import check, fields_of, kql_of
from ingest.dashboards.describe import OWN, load_dashboard
from ingest.defaults import packaged
from ingest.errors import ConfigError
from ingest.index.schema import DocumentKind
from ingest.operations.state_document import state_document

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)
FILES = sorted(packaged("dashboards").glob("*.yaml"))


@pytest.fixture(scope="module")
def views():
    """Each data view's fields: those of the index template that makes the index behind its alias."""
    found = {}
    for file in sorted(packaged("index_templates").glob("*.json")):
        body = json.loads(file.read_text())
        for pattern in body.get("index_patterns", ()):
            found[pattern.removesuffix("-v*")] = fields_of(body["template"]["mappings"])
    assert set(found) == {kept.value for kept in DocumentKind}
    return found


def objects():
    return bundle([load_dashboard(f) for f in FILES])


def test_nothing_is_wrong_with_the_dashboards_we_ship(views):
    assert check(objects(), views) == []


def test_the_file_that_is_shipped_is_what_the_descriptions_make():
    assert (packaged("dashboards") / "veille.ndjson").read_text() == ndjson(objects())


def test_every_kql_text_parses():
    texts = [text for _, text in kql_of(objects()) if text]
    assert texts
    for text in texts:
        KqlParser().parse(text)


def break_reference(o):
    o[-1]["references"][0]["id"] = "nowhere"


def break_string(o):
    o[-1]["attributes"]["panelsJSON"] = "[{"


def break_version(o):
    o[0]["typeMigrationVersion"] = "99.0.0"


def break_grid(o):
    panels = json.loads(o[-1]["attributes"]["panelsJSON"])
    panels[1]["gridData"] |= {"x": panels[0]["gridData"]["x"], "y": panels[0]["gridData"]["y"]}
    o[-1]["attributes"]["panelsJSON"] = json.dumps(panels)


def layer_of(o):
    panels = json.loads(o[-1]["attributes"]["panelsJSON"])
    state = panels[1]["embeddableConfig"]["attributes"]["state"]
    return panels, state["datasourceStates"]["formBased"]["layers"]["layer"], state


def break_field(o):
    panels, layer, _ = layer_of(o)
    next(iter(layer["columns"].values()))["sourceField"] = "title"
    o[-1]["attributes"]["panelsJSON"] = json.dumps(panels)


def break_measure(o):
    """A sum of what is no number."""
    panels, layer, _ = layer_of(o)
    next(iter(layer["columns"].values())).update(operationType="sum", sourceField="story.id")
    o[-1]["attributes"]["panelsJSON"] = json.dumps(panels)


def break_view(o):
    """A field that stands in another index only."""
    panels, layer, _ = layer_of(o)
    next(iter(layer["columns"].values()))["sourceField"] = "outcomes.sent"
    o[-1]["attributes"]["panelsJSON"] = json.dumps(panels)


def break_order(o):
    panels, layer, _ = layer_of(o)
    layer["columnOrder"] = ["other"]
    o[-1]["attributes"]["panelsJSON"] = json.dumps(panels)


def break_accessor(o):
    panels, _, state = layer_of(o)
    state["visualization"]["metricAccessor"] = "other"
    o[-1]["attributes"]["panelsJSON"] = json.dumps(panels)


def break_by_reference(o):
    panels = json.loads(o[-1]["attributes"]["panelsJSON"])
    panels[0]["panelRefName"] = "panel_0"
    o[-1]["attributes"]["panelsJSON"] = json.dumps(panels)


def break_order_of_rows(o):
    panels = json.loads(o[-1]["attributes"]["panelsJSON"])
    layer = panels[-1]["embeddableConfig"]["attributes"]["state"]["datasourceStates"]["formBased"]["layers"]["layer"]
    layer["columns"]["name"]["params"]["orderBy"]["columnId"] = "other"
    o[-1]["attributes"]["panelsJSON"] = json.dumps(panels)


def break_twice(o):
    o.append(o[0])


@pytest.mark.parametrize(
    "breaks",
    [
        break_reference,
        break_string,
        break_version,
        break_grid,
        break_field,
        break_measure,
        break_view,
        break_order,
        break_accessor,
        break_twice,
        break_by_reference,
        break_order_of_rows,
    ],
)
def test_what_is_broken_is_found(breaks, views):
    broken = json.loads(json.dumps(bundle([load_dashboard(packaged("dashboards") / "overview.yaml")])))
    assert check(broken, views) == []
    breaks(broken)
    assert check(broken, views) != []


def test_a_description_that_is_wrong_names_all_that_is_wrong(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_text("id: x\npanels:\n  - {id: a, kind: cake, title: A, at: [40, 0, 20, 5], colour: red}\n")
    with pytest.raises(ConfigError) as e:
        load_dashboard(file)
    keys = {p.key for p in e.value.problems}
    assert {"kind", "at", "colour", "title", "view"} <= keys
    assert e.value.problems[0].line == 3


def attributes_of(found, kind, id):
    return next(o["attributes"] for o in found if (o["type"], o["id"]) == (kind, id))


def test_addresses_are_links():
    formats = {
        o["id"]: json.loads(o["attributes"]["fieldFormatMap"]) for o in objects() if o["type"] == "index-pattern"
    }
    assert formats["articles"]["url.full"]["id"] == "url"
    assert formats["alert-matches"]["article.url"]["id"] == "url"


def test_stories_are_shown_by_their_titles():
    panels = json.loads(attributes_of(objects(), "dashboard", "veille-peninsula")["panelsJSON"])
    widest = next(p for p in panels if p["title"] == "Stories that run widest")["embeddableConfig"]["attributes"][
        "state"
    ]
    columns = widest["datasourceStates"]["formBased"]["layers"]["layer"]["columns"]
    assert (columns["name"]["sourceField"], columns["shown"]["sourceField"]) == ("story.id", "title.raw")
    assert [c["columnId"] for c in widest["visualization"]["columns"] if c.get("hidden")] == ["name"]


def test_the_prefix_of_the_indexes_is_obeyed(views):
    found = bundle([load_dashboard(f) for f in FILES], "fr-")
    assert check(found, {f"fr-{name}": fields for name, fields in views.items()}) == []
    assert all(o["id"].startswith("fr-") for o in found)
    assert {o["attributes"]["title"] for o in found if o["type"] == "index-pattern"} <= {
        f"fr-{k.value}" for k in DocumentKind
    }


def test_kibana_gets_no_panel_that_only_the_desk_can_draw():
    titles = {
        p["title"] for o in objects() if o["type"] == "dashboard" for p in json.loads(o["attributes"]["panelsJSON"])
    }
    own = {p.title for f in FILES for p in load_dashboard(f).panels if p.kind in OWN}
    assert own
    assert not own & titles


def test_kibana_shows_feeds_and_backlog_by_what_they_were_last(views):
    """Every figure that is written has its column, with the moment at which it was so."""
    panels = json.loads(attributes_of(objects(), "dashboard", "veille-pipeline")["panelsJSON"])
    written = state_document(NOW, {}, {}, None).source
    for title, group in (("Feeds by their health", "feeds"), ("Articles by how far they are", "backlog")):
        (panel,) = (p for p in panels if p["title"] == title)
        attributes = panel["embeddableConfig"]["attributes"]
        assert attributes["references"][0]["id"] == "pipeline-runs"
        at, *figures = attributes["state"]["datasourceStates"]["formBased"]["layers"]["layer"]["columns"].values()
        assert (at["operationType"], at["sourceField"]) == ("max", "@timestamp")
        assert {c["sourceField"] for c in figures} == {f"{group}.{name}" for name in written[group]}
        assert {(c["operationType"], c["params"]["sortField"]) for c in figures} == {("last_value", "@timestamp")}
        assert all(c["sourceField"] in views["pipeline-runs"] for c in figures)
        assert all(c["filter"]["query"] == f"{c['sourceField']}: *" for c in figures)


def test_the_command_takes_the_prefix_from_the_settings(tmp_path):
    (tmp_path / "veille.toml").write_text('[index]\nprefix = "desk2-"\n')
    answer = CliRunner().invoke(app, ["build", "--to", str(tmp_path), "--config", str(tmp_path)])
    assert answer.exit_code == 0, answer.output
    assert '"title":"desk2-articles"' in (tmp_path / "veille.ndjson").read_text()

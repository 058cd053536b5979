import pickle

import pytest

from ingest.errors import ConfigError
from ingest.settings import load_settings


def test_everything_has_a_default(tmp_path):
    settings = load_settings(tmp_path)
    assert settings.index.kind == "sqlite"
    assert settings.ledger_url.startswith("sqlite:///")
    assert settings.config_dir == tmp_path


def test_the_environment_comes_on_top_of_the_file(tmp_path, monkeypatch):
    (tmp_path / "veille.toml").write_text('[fetch]\ncontact = "file"\nagent = "mine"\n')
    monkeypatch.setenv("VEILLE_FETCH__CONTACT", "environment")
    settings = load_settings(tmp_path)
    assert (settings.fetch.contact, settings.fetch.agent) == ("environment", "mine")


def test_all_that_is_wrong_is_said_at_once_with_line_and_key(tmp_path, monkeypatch):
    (tmp_path / "veille.toml").write_text('[fetch]\nper_host = 0\ncolour = "red"\n\n[index]\nkind = "solr"\n')
    monkeypatch.setenv("VEILLE_SMTP__PORT", "70000")
    with pytest.raises(ConfigError) as e:
        load_settings(tmp_path)
    places = {(p.key, p.line) for p in e.value.problems}
    assert {("fetch.per_host", 2), ("fetch.colour", 3), ("index.kind", 6), ("smtp.port", None)} <= places
    assert any(p.where == "VEILLE_SMTP__PORT" for p in e.value.problems)


def test_a_file_that_is_not_toml_says_where(tmp_path):
    (tmp_path / "veille.toml").write_text("[fetch\n")
    with pytest.raises(ConfigError, match=r"not TOML.*line 1"):
        load_settings(tmp_path)


def test_secrets_are_never_in_messages(tmp_path, monkeypatch):
    monkeypatch.setenv("VEILLE_SMTP__PASSWORD", "hunter2")
    monkeypatch.setenv("VEILLE_SMTP__PORT", "none")
    with pytest.raises(ConfigError) as e:
        load_settings(tmp_path)
    assert "hunter2" not in str(e.value)
    monkeypatch.delenv("VEILLE_SMTP__PORT")
    assert "hunter2" not in repr(load_settings(tmp_path))


def test_settings_can_be_sent_to_another_process(tmp_path):
    settings = load_settings(tmp_path)
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_the_file_that_comes_with_veille_is_valid():
    from ingest.defaults import packaged

    load_settings(packaged("config"))

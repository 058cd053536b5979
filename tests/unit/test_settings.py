import pickle
import re
import tomllib
from pathlib import Path

import pytest

from ingest.alert.channels.registry import check_own_addresses
from ingest.defaults import packaged
from ingest.errors import ConfigError
from ingest.index.elasticsearch.client import connect
from ingest.settings import ChannelSettings, IndexSettings, Settings, load_settings, secret_of
from ingest.workspace import Workspace


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
    load_settings(packaged("config"))


SECRET = {
    "index.password",
    "index.api_key",
    "index.maintain_api_key",
    "smtp.password",
    "webhook.secret",
    "webhook.secrets",
    "gloss.api_key",
    "canary.heartbeat",
}
ELSEWHERE = {"config_dir", "channels"}
"""Told by --config or the environment: a file cannot say in which folder it stands. Channels have names of your own."""


def test_every_setting_stands_in_the_file_with_its_default():
    text = packaged("config").joinpath("veille.toml").read_text(encoding="utf-8")
    written = tomllib.loads(re.sub(r"(?m)^# (\w+ = |\[)", r"\1", text))
    assert written.pop("channels")["slack"].keys() <= ChannelSettings.model_fields.keys()
    flat = {f"{k}.{n}": v for k, section in written.items() if isinstance(section, dict) for n, v in section.items()}
    flat |= {k: v for k, v in written.items() if not isinstance(v, dict)}
    defaults = {}
    for name, field in Settings.model_fields.items():
        section = field.default
        if hasattr(section, "model_dump"):
            defaults |= {f"{name}.{k}": v for k, v in section.model_dump(mode="json").items()}
        elif name not in ELSEWHERE:
            defaults[name] = str(section)
    assert set(flat) == set(defaults) - SECRET
    # where nothing is the default, the file shows an example; index.kind names the other choice
    shown = {k: v for k, v in flat.items() if defaults[k] not in (None, "") and k != "index.kind"}
    assert shown == {k: defaults[k] for k in shown}


def test_a_time_zone_that_there_is_not_is_a_configuration_error(tmp_path):
    (tmp_path / "veille.toml").write_text('timezone = "Mars/Olympus"\n')
    with pytest.raises(ConfigError, match=r"veille.toml:1.*Mars/Olympus.*Europe/Paris"):
        load_settings(tmp_path)


def test_a_folder_that_is_named_and_missing_is_refused(tmp_path, monkeypatch):
    with pytest.raises(ConfigError, match="no such folder"):
        load_settings(tmp_path / "nowhere")
    monkeypatch.setenv("VEILLE_CONFIG_DIR", str(tmp_path / "nowhere"))
    with pytest.raises(ConfigError, match="no such folder"):
        load_settings()


def test_credentials_of_channels_are_refused_in_the_file_and_taken_from_the_environment(tmp_path, monkeypatch):
    (tmp_path / "veille.toml").write_text(
        '[webhook]\nsecret = "whsec_x"\n\n[channels.slack]\nurl = "slack://T0KEN/x/y"\n', encoding="utf-8"
    )
    with pytest.raises(ConfigError) as e:
        load_settings(tmp_path)
    said = str(e.value)
    assert "veille.toml:2: webhook.secret" in said
    assert "veille.toml:5: channels.slack.url" in said
    assert "VEILLE_CHANNELS__SLACK__URL" in said
    assert "T0KEN" not in said
    (tmp_path / "veille.toml").write_text('[channels.slack]\nurl_file = "nowhere"\n', encoding="utf-8")
    monkeypatch.setenv("VEILLE_CHANNELS__SLACK__URL", "slack://T0KEN/x/y")
    monkeypatch.setenv("VEILLE_WEBHOOK__SECRETS", '{"hooks.example.org": "other"}')
    settings = load_settings(tmp_path)
    assert secret_of(settings.channels["slack"], "url") == "slack://T0KEN/x/y"
    assert settings.webhook.secret_for("hooks.example.org") == "other"
    assert settings.webhook.secret_for("example.org") is None


def test_the_heartbeats_address_is_a_secret(tmp_path, monkeypatch):
    (tmp_path / "veille.toml").write_text('[canary]\nheartbeat = "https://hc.example/T0KEN"\n', encoding="utf-8")
    with pytest.raises(ConfigError) as e:
        load_settings(tmp_path)
    assert "veille.toml:2: canary.heartbeat: is a secret" in str(e.value)
    assert "VEILLE_CANARY__HEARTBEAT in the environment, or name a file with heartbeat_file" in str(e.value)
    assert "T0KEN" not in str(e.value)
    (tmp_path / "veille.toml").write_text(f'[canary]\nheartbeat_file = "{tmp_path / "ping"}"\n', encoding="utf-8")
    (tmp_path / "ping").write_text("https://hc.example/file\n", encoding="utf-8")
    assert secret_of(load_settings(tmp_path).canary, "heartbeat") == "https://hc.example/file"
    monkeypatch.setenv("VEILLE_CANARY__HEARTBEAT", "https://hc.example/T0KEN")
    settings = load_settings(tmp_path)
    assert secret_of(settings.canary, "heartbeat") == "https://hc.example/T0KEN"
    assert "T0KEN" not in repr(settings)


def test_addresses_in_the_settings_are_checked_at_start_as_recipients_are(tmp_path, monkeypatch):
    (tmp_path / "veille.toml").write_text(
        '[alert]\noperations_to = ["ntfy:", "ops@example.org"]\n\n'
        '[canary]\nmailbox = "canary@example.org"\nalarm_to = ["pager:", "alarm@example.org", "nobody"]\n'
    )
    with pytest.raises(ConfigError) as e, Workspace.of(tmp_path) as ws:
        ws.check_configuration()
    mine = [p for p in e.value.problems if p.where.endswith("veille.toml")]
    assert [(p.key, p.line, p.message.partition(";")[0]) for p in mine] == [
        ("canary.alarm_to", 6, "no channel is named 'pager' (there are: none)"),
        ("canary.alarm_to", 6, "'nobody' is not a mail address"),
        ("alert.operations_to", 2, "'ntfy:' is not a mail address"),
    ]
    monkeypatch.setenv("VEILLE_CANARY__ALARM_TO", '["somebody"]')
    with pytest.raises(ConfigError, match=r"VEILLE_CANARY__ALARM_TO: canary\.alarm_to: 'somebody'"):
        check_own_addresses(load_settings(tmp_path))


def test_every_file_that_is_named_is_relative_to_the_installation(tmp_path):
    config = tmp_path / "config"
    config.mkdir()
    lines = ['[smtp]\npassword_file = "secrets/smtp"', '[webhook]\nsecret_file = "secrets/hook"',
             '[channels.slack]\nurl_file = "secrets/slack"', '[gloss]\napi_key_file = "/run/gloss"']  # fmt: skip
    (config / "veille.toml").write_text("\n".join(lines))
    settings = load_settings(config)
    assert settings.smtp.password_file == tmp_path / "secrets/smtp"
    assert settings.webhook.secret_file == tmp_path / "secrets/hook"
    assert settings.channels["slack"].url_file == tmp_path / "secrets/slack"
    assert settings.gloss.api_key_file == Path("/run/gloss")


def section(name, settings):
    return settings.channels["slack"] if name == "channels.slack" else getattr(settings, name)


SECRETS_IN_FILES = (
    ("ledger", "url"),
    ("index", "password"),
    ("index", "api_key"),
    ("index", "maintain_api_key"),
    ("smtp", "password"),
    ("webhook", "secret"),
    ("gloss", "api_key"),
    ("channels.slack", "url"),
    ("canary", "heartbeat"),
)


@pytest.mark.parametrize(("name", "key"), SECRETS_IN_FILES)
def test_a_secret_may_stand_in_a_file_of_its_own(tmp_path, monkeypatch, name, key):
    config, file = tmp_path / "config", tmp_path / "secrets/it"
    config.mkdir()
    file.parent.mkdir()
    (config / "veille.toml").write_text(f'[{name}]\n{key}_file = "secrets/it"\n')
    with pytest.raises(OSError, match=rf"{key}_file: {re.escape(str(file))} cannot be read: No such file"):
        secret_of(section(name, load_settings(config)), key)
    file.write_bytes(b"\xff")
    with pytest.raises(OSError, match=f"{key}_file.*not UTF-8"):
        secret_of(section(name, load_settings(config)), key)
    file.write_text(" of the file\n")
    assert secret_of(section(name, load_settings(config)), key) == "of the file"
    variable = f"VEILLE_{name.replace('.', '__')}__{key}".upper()
    monkeypatch.setenv(variable, "of the environment")
    assert secret_of(section(name, load_settings(config)), key) == "of the environment"
    monkeypatch.setenv(variable, "")  # as Compose sets what .env lacks
    assert secret_of(section(name, load_settings(config)), key) == "of the file"


def test_every_file_of_a_secret_is_tried_above():
    found = {(name, key.removesuffix("_file")) for name, field in Settings.model_fields.items()
             for key in getattr(type(field.default), "model_fields", ()) if key.endswith("_file")}  # fmt: skip
    assert found | {("channels.slack", "url")} == set(SECRETS_IN_FILES)


def test_a_ledgers_url_that_is_not_there_begins_no_second_ledger(tmp_path):
    config, file = tmp_path / "config", tmp_path / "url"
    config.mkdir()
    (config / "veille.toml").write_text('[ledger]\nurl_file = "url"\n')
    settings = load_settings(config)
    with pytest.raises(ConfigError, match=rf"\[ledger\].*url_file: {re.escape(str(file))} cannot be read"):
        _ = settings.ledger_url
    file.write_text("\n")
    with pytest.raises(ConfigError, match="is empty"):
        _ = settings.ledger_url
    file.write_text("postgresql+psycopg://veille:pw@db/veille\n")
    assert settings.ledger_url == "postgresql+psycopg://veille:pw@db/veille"
    file.write_text("sqlite:///own.sqlite\n")
    assert settings.ledger_url == f"sqlite:///{tmp_path}/own.sqlite"


def test_the_indexs_client_takes_its_secrets_from_files(tmp_path):
    file = tmp_path / "secret"
    file.write_text("geheim\n")
    basic = connect(IndexSettings(kind="elasticsearch", username="veille", password_file=file))
    assert basic._headers["authorization"] == "Basic dmVpbGxlOmdlaGVpbQ=="
    key = connect(IndexSettings(kind="elasticsearch", api_key_file=file))
    assert key._headers["authorization"] == "ApiKey geheim"
    with pytest.raises(ConfigError, match=r"\[index\].*api_key_file.*nowhere"):
        connect(IndexSettings(kind="elasticsearch", api_key_file=tmp_path / "nowhere"))

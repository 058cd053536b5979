"""Settings: ``veille.toml`` in the config folder, then ``VEILLE_*`` from the environment on top.

Read once, at the edge (command line, DAG), by ``load_settings``; everything else is passed what it needs.
``VEILLE_FETCH__PROXY=…`` overrides ``[fetch] proxy``. Secrets come from the environment or files only.

A relative path, in the file or in the environment, is relative to the folder that holds the config folder, wherever a
command is typed: cron, systemd and a person in another folder all mean the same stores.

Over 400 lines because all settings stand in one place, each with its meaning; docs/settings.md comes from here.
"""

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from ingest.errors import ConfigError, Problem
from ingest.text.durations import parse_duration


def _seconds(value: Any) -> Any:
    """``15m`` as well as ``900``."""
    length = parse_duration(value) if isinstance(value, str) else None
    return int(length.total_seconds()) if length is not None else value


Seconds = Annotated[int, BeforeValidator(_seconds), Field(ge=0)]
"""A length of time: seconds, or ``90s``, ``15m``, ``12h``, ``30d``, ``2w``."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def secret_of(section: BaseModel, key: str) -> str | None:
    """The secret ``key`` of a section, or what ``{key}_file`` holds where it is not set; None where there is neither.

    White space around it is no part of it: editors and ``echo`` end files with a line break. A file is read at each
    use, so that the next try takes an exchanged secret. Raises OSError, naming setting and file, where it cannot be.
    """
    value, file = getattr(section, key), getattr(section, f"{key}_file")
    if not value and file is not None:
        try:
            value = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as e:
            why = e.strerror if isinstance(e, OSError) else "not UTF-8"
            raise OSError(f"{key}_file: {file} cannot be read: {why}") from e
    text = value.get_secret_value() if isinstance(value, SecretStr) else value
    return text.strip() or None if text else None


def _site_address(url: str) -> str:
    return _server_address(url, "https://veille.example.org").rstrip("/")


def _server_address(url: str, such_as: str) -> str:
    """An address to which paths are added; empty for none. Raises ValueError."""
    parts = urlsplit(url)
    if url and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise ValueError(f"{url!r} is no address of a server; write one such as {such_as}")
    return url


class LedgerSettings(_Section):
    """The store of record."""

    url: str | None = None
    """SQLAlchemy URL; None: SQLite in the data folder. ``postgresql+psycopg://…`` in production."""
    url_file: Path | None = None
    """A file with the URL, as it holds a password; used where ``url`` is not set."""
    keep_days: int = Field(400, ge=1)
    """How long articles, matches and runs are remembered; a story older than that is new again."""
    lease_seconds: Seconds = 600
    """Work of a worker that was killed is taken up after this."""


class ArchiveSettings(_Section):
    """WARC records of everything fetched."""

    target: str | None = None
    """Any fsspec URL; None: a folder in the data folder."""
    keep_days: int = Field(400, ge=1)
    """How long pages are kept."""
    roll_megabytes: int = Field(256, ge=1)
    """A new WARC file is begun after this."""


class IndexSettings(_Section):
    """The documents that people search."""

    kind: Literal["sqlite", "elasticsearch"] = "sqlite"
    """``sqlite``: embedded in the ledger's file, for one machine; ``elasticsearch`` for more."""
    url: str = "http://127.0.0.1:9200"
    """Where Elasticsearch answers."""
    username: str | None = None
    """With ``password``; an API key is better."""
    password: SecretStr | None = None
    """Of ``username``; from the environment."""
    password_file: Path | None = None
    """A file with the password, such as a mounted secret; used where ``password`` is not set."""
    api_key: SecretStr | None = None
    """An API key of Elasticsearch, with no more rights than are needed; from the environment."""
    api_key_file: Path | None = None
    """A file with the key, such as a mounted secret; used where ``api_key`` is not set."""
    maintain_api_key: SecretStr | None = None
    """A key that may delete (retention, opt-outs), for who runs `maintain`; None: with the same key as the rest."""
    maintain_api_key_file: Path | None = None
    """A file with it; used where ``maintain_api_key`` is not set."""
    key_days: int = Field(90, ge=0, le=3650)
    """How long keys live that `index setup --keys` and `index keys rotate` make; 0: for ever."""
    ca_certs: Path | None = None
    """PEM file of the authority that signed the server's certificate; none: the system's."""
    prefix: str = ""
    """Put before every index and alias name, so that several installations can share a cluster."""
    timeout_seconds: Seconds = 30
    """Of one request."""
    batch: int = Field(50, ge=1)
    """Documents written at once."""
    workers: int | None = Field(None, ge=1)
    """Processes that read pages; None: one a core."""
    keep_days: int = Field(400, ge=1)
    """How long documents can be searched."""


class FetchSettings(_Section):
    """How pages and feeds are asked for."""

    agent: str = "veille"
    """Product token of the User-Agent and of robots.txt rules."""
    installation: str = ""
    """Who runs this installation, for the User-Agent."""
    contact: str = ""
    """A mail address or page that a publisher can reach; ``veille doctor`` asks for it."""
    proxy: str | None = None
    """http(s):// or socks5:// proxy for all requests."""
    allow_private: tuple[str, ...] = ()
    """Hosts, addresses or networks (CIDR) that may be reached although private or loopback."""
    concurrency: int = Field(16, ge=1)
    """Requests at once, all hosts together."""
    per_host: int = Field(2, ge=1)
    """Requests at once to one host."""
    host_delay_seconds: float = Field(1.0, ge=0)
    """Between two requests to one host; robots.txt may ask for more."""
    timeout_seconds: float = Field(30.0, gt=0)
    """Of silence, and of connecting."""
    total_seconds: float = Field(60.0, gt=0)
    """Longest that one answer may take from first byte asked to last byte read."""
    max_megabytes: float = Field(10.0, gt=0)
    """Largest body, after decompression."""
    max_redirects: int = Field(8, ge=0)
    """Hops; each is checked like the first."""
    attempts: int = Field(6, ge=1)
    """How often a page is tried before it is left to the feed's own text."""
    words_after_seconds: Seconds = 60
    """A page that has not come so long after its article was first seen is waited for no longer: the feed's own words
    are indexed at the end of the round, and the page's text takes their place later."""
    respect_tdm: bool = True
    """Leave pages whose publisher reserves text and data mining (TDMRep) to the feed's own text."""
    tdm_licensed: tuple[str, ...] = ()
    """Hosts or registered domains that you hold a licence for: a reservation does not keep you out there."""
    robots_keep_seconds: Seconds = 86400
    """robots.txt and tdmrep.json are read again after this."""


class PollSettings(_Section):
    """How often feeds are polled."""

    concurrency: int = Field(32, ge=1)
    """Feeds asked at once."""
    min_interval: Seconds = 300
    """A feed is never asked more often."""
    max_interval: Seconds = 86400
    """Nor more seldom."""
    first_interval: Seconds = 1800
    """Until its rhythm is known."""
    promise: Seconds = 1800
    """Of the items of any feed, 95 % are seen within this time of their appearance, whatever its rhythm."""
    promise_by_kind: dict[str, Seconds] = Field(default_factory=dict)
    """The same for a kind of feed: ``{agency = "10m"}``."""
    host_requests_an_hour: int = Field(240, ge=1)
    """Polls that one host is asked at most: where it carries many feeds, each is asked less often than promised."""
    baseline_hours: float = Field(24.0, ge=0)
    """What a new feed's first document holds that is older is indexed silently: nobody is alerted of last month."""
    max_megabytes: float = Field(16.0, gt=0)
    """Of one feed, after decompression."""
    max_entries: int = Field(5000, ge=1)
    """Of one feed at once."""
    recover: bool = True
    """Where articles were missed between two polls, look for them in the feed's older pages and the site's sitemaps."""
    recover_entries: int = Field(300, ge=1)
    """Of one gap at most, the newest ones."""
    recover_requests: int = Field(12, ge=1)
    """To one site for one search."""


class WebSubSettings(_Section):
    """Hubs that say at once when a feed has something new (W3C WebSub); they have to reach ``veille serve``."""

    enabled: bool = False
    """Subscribe where a feed names a hub. Polling goes on all the same."""
    callback_url: str = ""
    """The public address of the desk, for hubs; empty: ``web.public_url``."""
    lease_days: float = Field(10.0, gt=0, le=30)
    """How long a subscription is asked for; it is renewed before it ends."""
    hub_requests_an_hour: int = Field(60, ge=1)
    """Requests to one hub's host at most; 4 until it has confirmed anything."""
    confirm_within_hours: float = Field(24.0, gt=0)
    """How long hubs may leave a subscription without confirmation before a person is told; most take seconds."""

    _check_callback = field_validator("callback_url")(_site_address)


class EnrichSettings(_Section):
    """Stories and events."""

    story_window_days: int = Field(7, ge=1)
    """How long a story takes in copies of its text."""
    encoder: Literal["bundled", "none"] = "bundled"
    """What gives texts their vectors; ``none``: events, topics and neighbours do without."""


class SmtpSettings(_Section):
    """Where mails are handed over."""

    host: str = "127.0.0.1"
    """The mail server."""
    port: int = Field(1025, ge=1, le=65535)
    """587 for STARTTLS, 465 for TLS, as most servers have it."""
    security: Literal["none", "starttls", "tls"] = "none"
    """``starttls`` or ``tls`` for any server that is not on this machine."""
    username: str | None = None
    """None: no login."""
    password: SecretStr | None = None
    """From the environment."""
    password_file: Path | None = None
    """A file with the password, such as a mounted secret; used where ``password`` is not set."""
    ca_certs: Path | None = None
    """PEM file of the authority that signed the server's certificate; None: the system's."""
    sender: str = "veille <veille@localhost>"
    """As readers see it; docs/alerts.md explains SPF, DKIM and DMARC."""
    timeout_seconds: int = Field(30, ge=1)
    """Of one answer of the server."""


class WebhookSettings(_Section):
    """Signed JSON to addresses of your own (``recipients: [https://…]``)."""

    secret: SecretStr | None = None
    """What bodies are signed with; ``whsec_`` and base64, as Standard Webhooks writes it, or any text."""
    secret_file: Path | None = None
    """A file with the secret; used where ``secret`` is not set."""
    secrets: dict[str, SecretStr] = {}
    """Host → a secret of its own, so that one receiver cannot sign in another's name."""
    allow_private: tuple[str, ...] = ()
    """Hosts, addresses or networks (CIDR) that webhooks may reach although private or loopback."""
    timeout_seconds: float = Field(15.0, gt=0)
    """Of one answer of the receiver."""

    def secret_for(self, host: str) -> str | None:
        """The secret for a host; None where there is none. Raises OSError where its file cannot be read."""
        own = self.secrets.get(host)
        return secret_of(self, "secret") if own is None else own.get_secret_value().strip() or None


class GlossSettings(_Section):
    """A LibreTranslate-compatible server that glosses headlines in mails for readers who lack their language."""

    url: str | None = None
    """Such as ``http://127.0.0.1:5000``; None: no glosses. Headlines are sent there, and nothing else."""
    api_key: SecretStr | None = None
    """Only from ``VEILLE_GLOSS__API_KEY``."""
    api_key_file: Path | None = None
    """A file with the key, such as a mounted secret; used where ``api_key`` is not set."""
    timeout_seconds: float = Field(5.0, gt=0, le=60)
    """For all headlines of a run; after it the mails leave without."""

    @field_validator("url")
    @classmethod
    def _address(cls, url: str | None) -> str | None:
        return _server_address(url or "", "http://127.0.0.1:5000") or None


class ChannelSettings(_Section):
    """A named target of the library apprise: ``recipients: [NAME:…]``."""

    url: SecretStr | None = None
    """apprise's address with its credentials; only from ``VEILLE_CHANNELS__NAME__URL``."""
    url_file: Path | None = None
    """A file with it, such as a mounted secret; used where ``url`` is not set."""


class AlertSettings(_Section):
    """Alert mails."""

    overlap_seconds: Seconds = 900
    """How far before a rule's watermark it looks again; matches are unique, so nothing is sent twice."""
    burst: int = Field(20, ge=1)
    """An immediate rule that finds more stories than this at once sends one mail with all of them."""
    follow_days: int = Field(7, ge=0)
    """How long what changes in a story is told to those who were told of it."""
    spread_minutes: int = Field(180, ge=0)
    """After a mail about a story, at least so long until who else tells it is worth an update."""
    operations_to: tuple[str, ...] = ()
    """Who gets the operations mail, when something needs attention: one a day, a new error within the hour."""
    patience_seconds: Seconds = 3600
    """How long a mail may wait, or the ledger be out of reach, before a person is told."""


class CanarySettings(_Section):
    """The synthetic article of each cycle, and whom to tell when it does not arrive (docs/operating.md)."""

    enabled: bool = True
    """Whether there is one."""
    mailbox: str | None = None
    """An address that gets the canary's mail each cycle; without one its way ends before the mail server."""
    patience_seconds: Seconds = 3600
    """How old the last arrival may be before the canary is missing."""
    alarm_to: tuple[str, ...] = ()
    """Addresses as in ``recipients`` that are told of a missing canary; take another channel than your mails."""
    heartbeat: SecretStr | None = None
    """An http(s) address, as healthchecks services give one, asked after each complete cycle; from the environment."""
    heartbeat_file: Path | None = None
    """A file with it; used where ``heartbeat`` is not set."""


class TracingSettings(_Section):
    """OpenTelemetry traces (extra ``veille[otel]``)."""

    endpoint: str | None = None
    """Takes traces as OTLP over HTTP, such as ``http://127.0.0.1:4318/v1/traces``; None: no traces."""


class WebSettings(_Section):
    """The desk (``veille serve``)."""

    host: str = "127.0.0.1"
    """The address that the desk listens on."""
    port: int = Field(8800, ge=1, le=65535)
    """The port that it listens on."""
    allowed_hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    """Names that the desk answers to (no ports); add the one that readers type, such as ``veille.example.org``."""
    public_url: str = ""
    """Where readers reach the desk, such as ``https://veille.example.org``: mails then carry a link to be taken off."""
    https: bool = False
    """True where readers come over HTTPS (by a proxy): cookies are then sent over HTTPS only."""
    trusted_header: str | None = None
    """A header in which a proxy that has signed people in names them, such as ``X-Forwarded-User`` (OIDC proxies)."""
    trusted_proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    """Addresses or networks (CIDR) from which that header, and ``X-Forwarded-For``, is believed."""
    trusted_role: Literal["reader", "editor", "admin"] = "reader"
    """What somebody may do whom the header names and who has no account; an account's own role wins."""
    session_days: int = Field(14, ge=1, le=365)
    """How long somebody stays signed in."""
    requests_a_minute: int = Field(600, ge=10)
    """Of one address or token; above it the desk answers 429."""

    _check_address = field_validator("public_url")(_site_address)


class ScheduleSettings(_Section):
    """When Airflow runs the DAGs: cron expressions, in the installation's time zone."""

    poll: str = "*/5 * * * *"
    """Feeds that are due."""
    process: str = "* * * * *"
    """Besides being nudged by every poll that found something."""
    fetch_shards: int = Field(default=2, ge=1, le=16)
    """Fetching tasks at once; with Celery one for each worker."""
    index_shards: int = Field(default=1, ge=1, le=16)
    """Reading tasks at once; with Celery one for each worker: a task uses every core of its machine."""
    digests: str = "7-59/15 * * * *"
    """Digests, and mails that wait."""
    maintain: str = "30 3 * * *"
    """Retention, and the operations mail."""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as e:
        raise ValueError(f"{name!r} is no time zone; write one such as Europe/Paris") from e
    return name


class Settings(BaseSettings):
    """All of it."""

    model_config = SettingsConfigDict(
        env_prefix="VEILLE_", env_nested_delimiter="__", extra="forbid", frozen=True, hide_input_in_errors=True
    )

    config_dir: Path = Path("config")
    """The folder of this file: ``--config`` or ``VEILLE_CONFIG_DIR`` name it, the file itself cannot."""
    data_dir: Path = Path("data")
    """Ledger, archive and embedded index of the default set-up."""
    timezone: Annotated[str, AfterValidator(_zone)] = "Europe/Paris"
    """Of times in mails, on pages and of schedules; a reader may have his own."""
    ledger: LedgerSettings = LedgerSettings()
    archive: ArchiveSettings = ArchiveSettings()
    index: IndexSettings = IndexSettings()
    fetch: FetchSettings = FetchSettings()
    poll: PollSettings = PollSettings()
    websub: WebSubSettings = WebSubSettings()
    enrich: EnrichSettings = EnrichSettings()
    smtp: SmtpSettings = SmtpSettings()
    webhook: WebhookSettings = WebhookSettings()
    gloss: GlossSettings = GlossSettings()
    channels: dict[str, ChannelSettings] = {}
    """Named targets of apprise; the names are small letters, digits, ``-`` and ``_``."""
    alert: AlertSettings = AlertSettings()
    canary: CanarySettings = CanarySettings()
    schedule: ScheduleSettings = ScheduleSettings()
    web: WebSettings = WebSettings()
    tracing: TracingSettings = TracingSettings()

    @property
    def ledger_url(self) -> str:
        """The ledger's SQLAlchemy URL, with the embedded default filled in.

        Raises ConfigError for a ``url_file`` that holds none: a second ledger in SQLite would forget all that was sent.
        """
        try:
            url = secret_of(self.ledger, "url")
        except OSError as e:
            raise ConfigError.of("[ledger]", str(e), hint="mount it, or name another file") from e
        if url is None and self.ledger.url_file:
            raise ConfigError.of("[ledger]", f"url_file: {self.ledger.url_file} is empty", hint="write the URL into it")
        return _anchored_url(url, _root(self)) or f"sqlite:///{(self.data_dir / 'veille.sqlite').absolute()}"

    @property
    def archive_target(self) -> str:
        """The archive's root, with the embedded default filled in."""
        return self.archive.target or str((self.data_dir / "archive").absolute())

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the file."""
        file = cls.model_config.get("toml_file")
        toml = (TomlConfigSettingsSource(settings_cls),) if file else ()
        return (init_settings, env_settings, *toml)


def load_settings(config_dir: Path | None = None, **overrides: Any) -> Settings:
    """Settings of a config folder (default: ``VEILLE_CONFIG_DIR``, else ``./config``).

    Raises ConfigError with everything that is wrong, each with file or variable and key.
    """
    named = config_dir or (Path(os.environ["VEILLE_CONFIG_DIR"]) if os.environ.get("VEILLE_CONFIG_DIR") else None)
    if named and not named.is_dir():  # a typing error would else look like an empty installation
        raise ConfigError.of(named, "no such folder", hint=f"`veille init {named}` writes a commented one")
    folder = named or Path("config")
    file = folder / "veille.toml"

    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=file if file.exists() else None)

    try:
        read = FromFile(config_dir=folder, **overrides)
    except tomllib.TOMLDecodeError as e:
        raise ConfigError.of(file, f"not TOML: {e}") from e
    except ValidationError as e:
        raise ConfigError([_problem(file, err) for err in e.errors()]) from e
    if problems := _secrets_in(file):
        raise ConfigError(problems)
    # a plain Settings: an instance of a local class cannot be sent to another process
    return anchored(Settings.model_construct(**{name: getattr(read, name) for name in Settings.model_fields}))


def anchored(settings: Settings) -> Settings:
    """With every relative path made absolute, from the folder that holds the config folder."""
    root = _root(settings)
    ledger, archive = settings.ledger, settings.archive
    sections = {
        **{name: value for name, value in settings if isinstance(value, _Section)},
        "ledger": ledger.model_copy(update={"url": _anchored_url(ledger.url, root)}),
        "archive": archive.model_copy(update={"target": _anchored_target(archive.target, root)}),
    }
    return settings.model_copy(
        update={
            "data_dir": root / settings.data_dir,
            **{name: _with_paths_at(root, section) for name, section in sections.items()},
            "channels": {name: _with_paths_at(root, channel) for name, channel in settings.channels.items()},
        }
    )


def _root(settings: Settings) -> Path:
    """The folder that holds the config folder; not resolved: a mounted folder is often a link."""
    return Path(os.path.abspath(settings.config_dir)).parent


def _with_paths_at(root: Path, section: _Section) -> _Section:
    """The section with its files (certificates, secrets) at ``root``, where they are relative."""
    return section.model_copy(update={name: root / value for name, value in section if isinstance(value, Path)})


def _anchored_url(url: str | None, root: Path) -> str | None:
    """A SQLite file's URL with an absolute path; every other URL as it is."""
    found = re.fullmatch(r"(sqlite(?:\+\w+)?:///)(?!/|:memory:|file:)(.+)", url or "")
    return f"{found[1]}{root / found[2]}" if found else url


def _anchored_target(target: str | None, root: Path) -> str | None:
    """A folder as an absolute path; an fsspec URL as it is."""
    return str(root / target) if target and "://" not in target else target


_SECRETS = (("gloss", "api_key"), ("canary", "heartbeat"))
"""Settings that are credentials, be it as the path of an address, and have a ``_file`` beside them."""


def _secrets_in(file: Path) -> list[Problem]:
    """Credentials of channels, servers and services that stand in veille.toml, which people commit and share."""
    data = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    webhook, channels = data.get("webhook", {}), data.get("channels", {})
    found = [["webhook", key] for key in ("secret", "secrets") if key in webhook]
    found += [[section, key] for section, key in _SECRETS if key in data.get(section, {})]
    found += [["channels", name, "url"] for name, channel in channels.items() if "url" in channel]
    return [
        Problem(
            str(file), "is a secret and may not stand in this file", line=_line_of(file, keys), key=".".join(keys),
            hint=f"set VEILLE_{'__'.join(keys).upper()} in the environment, or name a file with {keys[-1]}_file",
        )
        for keys in found
    ]  # fmt: skip


def _problem(file: Path, err: Any) -> Problem:
    return _placed(file, [str(x) for x in err["loc"]], _in_words(err))


def problem_with(settings: Settings, key: str, message: str) -> Problem:
    """What is wrong with a setting such as ``canary.alarm_to`` that only other settings tell, and where it stands."""
    return _placed(settings.config_dir / "veille.toml", key.split("."), message)


def _placed(file: Path, keys: list[str], message: str) -> Problem:
    variable = "VEILLE_" + "__".join(keys).upper()
    where = variable if variable in os.environ else str(file)
    return Problem(where, message, line=_line_of(file, keys) if where == str(file) else None, key=".".join(keys))


def _in_words(err: Any) -> str:
    """What is wrong and what to write, in plain words where the validator's are not."""
    if err["type"] == "extra_forbidden":
        return "is not a setting; docs/operating.md and the commented veille.toml of `veille init` list them"
    if err["type"] == "literal_error":
        return f"must be {err['ctx']['expected']}"
    return str(err["msg"])


def _line_of(file: Path, keys: list[str]) -> int | None:
    """Line of ``keys[-1]`` within its table, found by reading: tomllib keeps no positions."""
    if not file.exists():
        return None
    table, wanted = "", ".".join(keys[:-1])
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if text.startswith("["):
            table = text.strip("[]").strip()
            if table == ".".join(keys):
                return number
        elif table == wanted and text.partition("=")[0].strip() == keys[-1]:
            return number
    return None

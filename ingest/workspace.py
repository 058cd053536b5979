"""Everything that a command or a task works with, opened from the settings as it is needed, closed at the end.

A part is imported when it is opened: ``veille status`` needs no HTTP client and no search cluster's library, which
together take three times as long to import as the command takes to answer.
"""

import logging
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ingest.clock import Clock, system_clock
from ingest.errors import ConfigError, LedgerDamaged, Problem, StoreMissing, VeilleError
from ingest.ledger.home import remember_home
from ingest.ledger.store import Ledger, open_ledger, place_of
from ingest.publishers import Publishers
from ingest.settings import Settings, load_settings

if TYPE_CHECKING:
    from ingest.alert.rules import Alerts, Rule
    from ingest.archive import Archive
    from ingest.enrich.topics import Tagger
    from ingest.feeds.catalogue import Catalogue
    from ingest.http.client import HttpClient
    from ingest.index.protocol import Index

_log = logging.getLogger(__name__)


class Workspace:
    """The stores, the configuration and the clock. A context manager; parts are opened on first use.

    ``creates``: a ledger is begun where there is none. What only reads leaves it, so that a wrong ``--config`` ends in
    words and not in a second, empty installation.
    """

    def __init__(self, settings: Settings, clock: Clock = system_clock, *, creates: bool = True) -> None:
        self.settings = settings
        self.clock = clock
        self.creates = creates

    @classmethod
    def of(cls, config_dir: Path | None = None, clock: Clock = system_clock, *, creates: bool = False) -> Self:
        """The workspace of a config folder. Raises ConfigError with everything wrong in ``veille.toml``."""
        return cls(load_settings(config_dir), clock, creates=creates)

    @cached_property
    def ledger(self) -> Ledger:
        """The store of record, its schema brought up to date. Raises StoreMissing (see ``creates``), LedgerDamaged."""
        if self._is_emptied:
            raise LedgerDamaged(f"the ledger {self.ledger_place} is damaged: it is empty, and the archive holds pages")
        try:
            opened = open_ledger(self.settings.ledger_url, create=self.creates)
        except StoreMissing as e:
            raise StoreMissing(f"{e}: {self._where_it_may_be()}") from e
        for notice in remember_home(opened, self.settings.config_dir, note=self.creates):
            _log.warning(notice)
        return opened

    @property
    def _is_emptied(self) -> bool:
        """A file of no bytes beside an archive that was written to; to begin anew on purpose, the file is deleted."""
        place, archive = Path(self.ledger_place), Path(self.settings.data_dir) / "archive"
        return place.is_file() and not place.stat().st_size and archive.is_dir() and any(archive.iterdir())

    @property
    def is_begun(self) -> bool:
        """True if there is a ledger, whatever it holds."""
        try:
            return self.ledger is not None
        except StoreMissing:
            return False

    @property
    def ledger_place(self) -> str:
        """Where the ledger is or would be, in words without a password."""
        return place_of(self.settings.ledger_url)

    def _where_it_may_be(self) -> str:
        config = self.settings.config_dir.absolute()
        if not config.is_dir():
            return f"and no config folder {config} either; name yours with --config or VEILLE_CONFIG_DIR"
        advice = "`veille run` begins one; if yours is elsewhere, write where under data_dir in"
        here = Path.cwd() / "data"
        stray = f" (there is one in {here})" if (here / "veille.sqlite").is_file() else ""
        return f"{advice} {config / 'veille.toml'}{stray}"

    @cached_property
    def archive(self) -> "Archive":
        """The WARC records."""
        from ingest.archive import open_archive

        return open_archive(self.settings.archive_target, self.settings.archive.roll_megabytes * 1_000_000)

    @cached_property
    def index(self) -> "Index":
        """The documents that people search."""
        from ingest.index.open import open_index

        return open_index(self.settings.index, self.ledger, self.clock)

    @cached_property
    def catalogue(self) -> "Catalogue":
        """``feeds.yaml``."""
        from ingest.feeds.snapshot import load_catalogue_once

        return load_catalogue_once(self.settings.config_dir / "feeds.yaml", self.settings.data_dir)

    @cached_property
    def publishers(self) -> Publishers:
        """Whose article an address is, by the catalogue."""
        return Publishers(self.catalogue.feeds)

    @cached_property
    def tagger(self) -> "Tagger":
        """``topics.yaml``."""
        from ingest.enrich.topics import load_topics

        return load_topics(self.settings.config_dir / "topics.yaml", self.settings.enrich.encoder)

    @cached_property
    def alerts(self) -> "Alerts":
        """``alerts.yaml``."""
        from ingest.alert.channels.registry import address_checker
        from ingest.alert.rules import load_alerts
        from ingest.index.query.parse import parse

        file, settings = self.settings.config_dir / "alerts.yaml", self.settings
        return load_alerts(file, parse, timezone=settings.timezone, check_address=address_checker(settings))

    @property
    def rules(self) -> "tuple[Rule, ...]":
        """The rules of ``alerts.yaml``."""
        return self.alerts.rules

    @cached_property
    def topic_names(self) -> dict[str, str]:
        """Topic id → its name for people; none where the file is away or wrong: a mail can do with ids."""
        try:
            return {topic.id: topic.name or topic.id for topic in self.tagger.book.topics}
        except ConfigError:
            return {}

    def http(self) -> "HttpClient":
        """A polite client; use as an async context manager."""
        from ingest.http.client import HttpClient
        from ingest.ledger.hosts import shared_pace

        return HttpClient(self.settings.fetch, self.clock, reserve=shared_pace(self.ledger))

    def check_configuration(self) -> None:
        """Load every file. Raises one ConfigError with everything that is wrong in all of them."""
        from ingest.alert.channels.registry import check_own_addresses
        from ingest.websub import check_websub

        problems: list[Problem] = []
        for look in (
            lambda: self.catalogue,
            lambda: self.tagger,
            lambda: self.alerts,
            lambda: check_own_addresses(self.settings),
            lambda: check_websub(self.settings),
        ):
            try:
                look()
            except ConfigError as e:
                problems += e.problems
        if problems:
            raise ConfigError(problems)

    def close(self) -> None:
        """Close what was opened."""
        opened = self.__dict__
        for name in ("index", "ledger"):
            if name in opened:
                try:
                    opened[name].close()
                except VeilleError:  # closing is best effort: the work itself is already recorded
                    continue

    def __enter__(self) -> Self:
        """The workspace itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None) -> None:
        """Close, whatever happened."""
        self.close()

"""What every page works with: the opened workspace, and the configuration as its files say it now."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, cast

from ingest.alert.channels.registry import address_checker
from ingest.alert.recipients import CheckAddress
from ingest.alert.rules import Rule, load_rules
from ingest.clock import Clock
from ingest.defaults import packaged
from ingest.enrich.topics import Tagger, load_topics
from ingest.feeds.catalogue import Catalogue, load_catalogue
from ingest.index.protocol import Index
from ingest.index.query.parse import parse
from ingest.ledger.store import Ledger
from ingest.settings import Settings
from ingest.workspace import Workspace


@dataclass(slots=True)
class Desk:
    """The workspace for a process that stays: files that people edit are read again when they have changed."""

    ws: Workspace
    _kept: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def settings(self) -> Settings:
        """As they were at the start."""
        return self.ws.settings

    @property
    def clock(self) -> Clock:
        """Time, as a function."""
        return self.ws.clock

    @property
    def ledger(self) -> Ledger:
        """The store of record."""
        return self.ws.ledger

    @property
    def index(self) -> Index:
        """The documents that people search."""
        return self.ws.index

    @property
    def rules_file(self) -> Path:
        """``alerts.yaml``."""
        return self.settings.config_dir / "alerts.yaml"

    @property
    def check_address(self) -> CheckAddress:
        """What is wrong with a recipient, for the channels of this installation."""
        return address_checker(self.settings)

    @property
    def feeds_file(self) -> Path:
        """``feeds.yaml``."""
        return self.settings.config_dir / "feeds.yaml"

    def catalogue(self) -> Catalogue:
        """The feeds. Raises ConfigError."""
        return cast(Catalogue, self._fresh(self.feeds_file, lambda: load_catalogue(self.feeds_file)))

    def bundled_catalogue(self) -> Catalogue:
        """The feeds that come with veille, of which packs are made."""
        file = packaged("config") / "feeds.yaml"
        return cast(Catalogue, self._fresh(file, lambda: load_catalogue(file)))

    def rules(self) -> tuple[Rule, ...]:
        """The rules. Raises ConfigError."""

        def load() -> tuple[Rule, ...]:
            return load_rules(self.rules_file, parse, timezone=self.settings.timezone, check_address=self.check_address)

        return cast(tuple[Rule, ...], self._fresh(self.rules_file, load))

    def tagger(self) -> Tagger:
        """The topics. Raises ConfigError."""
        file = self.settings.config_dir / "topics.yaml"
        return cast(Tagger, self._fresh(file, lambda: load_topics(file)))

    def topic_names(self) -> dict[str, str]:
        """Topic id → its name, for people."""
        return {t.id: t.name or t.id for t in self.tagger().book.topics}

    def outlet_names(self) -> dict[str, tuple[str, str | None]]:
        """Outlet id → its name and country."""
        return {f.outlet: (f.outlet_name, f.country) for f in self.catalogue().feeds}

    def _fresh(self, file: Path, load: Any) -> Any:
        """What a file says, read once for each of its states (size and time of change)."""
        try:
            stat = file.stat()
            state: Any = (stat.st_mtime_ns, stat.st_size)
        except OSError:
            state = None
        with self._lock:
            kept = self._kept.get(str(file))
            if kept is None or kept[0] != state:
                kept = (state, load())
                self._kept[str(file)] = kept
            return kept[1]

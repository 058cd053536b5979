"""The demo's own folder: config, ledger, archive and mails, and when its newsroom opened."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from ingest.defaults import packaged
from ingest.demo.content import Outlet
from ingest.demo.newsroom import Newsroom, newest
from ingest.errors import ConfigError

HEADER = "# Written by `veille demo` at each of its runs. To try something else, change a copy of this folder.\n"
LEAD = timedelta(minutes=7)
"""The newest piece was published this long before the newsroom opened."""

SETTINGS = """\
data_dir = {data}
timezone = "Europe/Paris"

[fetch]
# The newsroom answers as a proxy, under its outlets' own names. It runs only while `veille demo` does.
proxy = {proxy}
installation = "veille demo"
contact = "desk@newsroom.example"
# Patience for a demo: a real installation waits 30 s for an answer and a second between two pages of a host.
timeout_seconds = 2.0
total_seconds = 4.0
host_delay_seconds = 0.1

[poll]
# Every run of the demo polls every feed; a real installation follows each feed's own rhythm.
# Its press was there before: what is older than a day is no old news to the reader of a demo.
baseline_hours = 100000
min_interval = 1
first_interval = 1
max_interval = 1

[index]
# Small batches, so that there is something to see; for these few pages a second process would cost more than it saves.
batch = 20
workers = 1

[smtp]
host = "127.0.0.1"
port = {smtp_port}
sender = "veille <veille@newsroom.example>"
"""

ALERTS = """\
groups:
  desk: [desk@newsroom.example]
  analysts: [analysts@newsroom.example]

rules:
  - id: russia-dprk
    name: Russia – DPRK
    query: topics:russia-dprk
    recipients: [desk]
    every: immediately

  - id: military-aid
    name: Military aid, by its words
    query: '("aide militaire" OR "military help" OR "ayuda militar" OR Militärhilfe) AND (Corée OR Korea OR Corea OR Nordkorea)'
    recipients: [analysts]
    every: immediately

  - id: korean-peninsula
    name: Korean peninsula, the rest
    query: topics:korean-peninsula AND NOT topics:russia-dprk
    recipients: [desk]
    every: daily at 07:30 Europe/Paris
    note: A digest. Its mail is written at half past seven, by `veille alert`.
"""


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """Where the demo lives. Nothing of it stands elsewhere."""

    root: Path

    @property
    def config(self) -> Path:
        """For ``--config``."""
        return self.root / "config"

    @property
    def mails(self) -> Path:
        """What the mailbox kept."""
        return self.root / "mails"

    @property
    def _memory(self) -> Path:
        return self.root / "newsroom.json"

    def clear(self) -> None:
        """Start over. Raises ConfigError rather than delete a folder that the demo did not make."""
        if not self.root.exists():
            return
        if not self._memory.exists() and any(self.root.iterdir()):
            raise ConfigError.of(self.root, "is no demo folder, so it is not deleted", hint="name another with --dir")
        shutil.rmtree(self.root)

    def runs(self) -> int:
        """How many runs came to an end here."""
        return int(self._remembered().get("runs", 0))

    def newsroom(self, now: datetime, edition: int | None = None) -> Newsroom:
        """The newsroom as it opened at the first run; ``edition`` None: the one that was read last."""
        known = self._remembered()
        opened = datetime.fromisoformat(known["opened_at"]) if "opened_at" in known else now
        shift = (opened - LEAD).replace(second=0, microsecond=0) - newest()
        return Newsroom(edition or int(known.get("edition", 1)), shift)

    def remember(self, now: datetime, edition: int, *, runs: int) -> None:
        """Keep when the newsroom opened, so that its dates (and ETags) stay the same at every run."""
        known = {"opened_at": now.isoformat(), **self._remembered(), "edition": edition, "runs": runs}
        self.root.mkdir(parents=True, exist_ok=True)
        self._memory.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")

    def write_config(self, outlets: Sequence[Outlet], *, proxy: str, smtp_port: int) -> None:
        """The four files of a configuration, for the addresses of this run."""
        self.config.mkdir(parents=True, exist_ok=True)
        data = json.dumps(str(self.root.absolute()))  # a JSON string is a TOML basic string
        settings = SETTINGS.format(data=data, proxy=json.dumps(proxy), smtp_port=smtp_port)
        self._write("veille.toml", settings)
        self._write("feeds.yaml", _catalogue(outlets))
        self._write("alerts.yaml", ALERTS)
        for source in [packaged("config") / "topics.yaml", *(packaged("config") / "topics").glob("*.yaml")]:
            target = self.config / source.relative_to(packaged("config"))
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(source, target)

    def _write(self, name: str, text: str) -> None:
        (self.config / name).write_text(HEADER + text, encoding="utf-8")

    def _remembered(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self._memory.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {}


def _catalogue(outlets: Sequence[Outlet]) -> str:
    feeds = [
        {
            "id": o.id,
            "url": o.feed_url,
            "name": o.name,
            "outlet": o.id,
            "site": f"http://{o.host}/",
            "country": o.country,
            "language": o.language,
            "kind": o.kind,
            "timezone": o.timezone,
        }
        for o in outlets
    ]
    text, yaml = StringIO(), YAML()
    yaml.allow_unicode = True
    yaml.dump({"feeds": feeds}, text)
    return text.getvalue()

"""A worker process that looks and delivers over and over until it is killed."""

from multiprocessing.synchronize import Event
from pathlib import Path

from ingest.alert.rules import load_rules
from ingest.clock import system_clock
from ingest.index.open import open_index
from ingest.ledger.store import open_ledger
from ingest.settings import load_settings
from ingest.stages.alert import alert
from ingest.stages.deliver import deliver


def work(config: str, ready: Event, rounds: int = 1_000_000) -> None:
    settings = load_settings(Path(config))
    rules = load_rules(settings.config_dir / "alerts.yaml")
    ledger = open_ledger(settings.ledger_url, migrate=False)
    index = open_index(settings.index, ledger)
    ready.set()
    for _ in range(rounds):
        alert(ledger, index, rules, settings, system_clock, lambda _: None)
        deliver(ledger, settings, system_clock, lambda _: None)

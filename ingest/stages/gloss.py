"""Glosses for the headlines of some drafts: those that were made before, the others from the server if there is one."""

from collections.abc import Sequence
from datetime import datetime

from ingest.alert.compose import Draft
from ingest.alert.gloss import Glosses, GlossServer, headlines_of
from ingest.ledger import glosses
from ingest.ledger.store import Ledger
from ingest.settings import Settings


def gloss(ledger: Ledger, settings: Settings, drafts: Sequence[Draft], now: datetime) -> Glosses:
    """What can be had in the time of the settings; nothing where no server is named."""
    wanted = headlines_of(drafts) if settings.gloss.url else []
    if not wanted:
        return {}
    keys = {one: glosses.key_of(one.source, one.target, one.text) for one in wanted}
    with ledger.read() as c:
        kept = glosses.known(c, keys.values())
    made = GlossServer(settings.gloss, settings.fetch.agent).ask([one for one in wanted if keys[one] not in kept])
    if made:
        with ledger.begin() as c:
            glosses.keep(c, {keys[one]: text for one, text in made.items()}, now)
    return made | {one: kept[keys[one]] for one in wanted if keys[one] in kept}

"""Opt-outs found later, applied to what is stored: `veille rights apply`.

Every origin that the archive has pages of is asked again for robots.txt and tdmrep.json, and every
stored page is judged anew, by these and by its feed's policy of today. Where the answer is now no:

    archive: the record is overwritten ─▶ index: the document is removed ─▶ ledger: fetched, no page,
    the reason ─ index stage ─▶ the document again, from the feed's own title and summary

Each step may be repeated, so a run that is killed is finished by the next.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from ingest.archive import Archive
from ingest.clock import Clock
from ingest.errors import VeilleError
from ingest.http.errors import FetchError
from ingest.http.url import parse_target
from ingest.index.protocol import Index
from ingest.ledger.store import Connection, Ledger
from ingest.ledger.withdrawals import StoredPage, forget_page, stored_pages
from ingest.model import Policy
from ingest.rights.decide import RIGHTS_REASONS, Rights, decide_before
from ingest.rights.site_rules import SiteRules, Sites
from ingest.rights.tdm import from_file
from ingest.settings import Settings

_AT_ONCE = 8
PATIENCE = 1200.0
"""Seconds that the daily pass asks sites; what was not asked by then keeps its pages until another day."""
LARGE, LARGE_SHARE = 50, 0.2
"""Pages, and the part of all: what is erased cannot be had back, and a slip in feeds.yaml or of one large site is
likelier than so many opt-outs in one day."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A page that may no longer be kept."""

    url: str
    reason: str
    detail: str


@dataclass(slots=True)
class Applied:
    """What a run found and did."""

    checked: int = 0
    origins: int = 0
    withdrawn: list[Withdrawn] = field(default_factory=list)
    unreachable: dict[str, str] = field(default_factory=dict)
    """Origins that could not be asked, and why: their pages stay as they are."""
    failed: list[str] = field(default_factory=list)
    """URLs whose page could not be erased now, with the reason; run again."""

    postponed: int = 0
    """Pages that the daily pass left alone because there were too many at once: a person decides."""

    def counts(self) -> dict[str, int]:
        """Withdrawn pages by reason."""
        return dict(Counter(w.reason for w in self.withdrawn))


async def apply_rights(
    ledger: Ledger, archive: Archive, index: Index, sites: Sites, settings: Settings, clock: Clock,
    policies: Mapping[str, Policy], *, dry_run: bool = False, unattended: bool = False,
) -> Applied:  # fmt: skip
    """Judge every stored page anew and withdraw what may no longer be kept (``dry_run``: only say so).

    ``policies`` are those of the catalogue by feed id; an article whose feed is no longer there keeps its own.
    ``unattended`` (the daily pass): files that were read within a day count as asked, the asking ends after
    PATIENCE, and nothing is erased if it would be a large part of all there is: that waits for a person.
    """
    applied = Applied()
    with ledger.read() as c:
        origins = {parse_target(page.asked).origin for page in stored_pages(c, clock())}
    asking = sorted(origins)
    random.Random(clock().date().isoformat()).shuffle(asking)  # each day another order: none is always too late
    rules = await _asked_again(sites, asking, applied, fresh=not unattended, patience=PATIENCE if unattended else None)
    applied.origins = len(origins)
    with ledger.read() as c:
        pages = list(_forbidden(c, rules, settings, clock(), policies, applied))
    if unattended and len(pages) > max(LARGE, LARGE_SHARE * applied.checked):
        applied.postponed = len(pages)
        return applied
    for page, rights in pages:
        detail = rights.detail or (rights.reason or "")
        if not dry_run and (trouble := _withdraw(ledger, archive, index, page, rights, clock())):
            applied.failed.append(f"{page.url}: {trouble}")
            continue
        applied.withdrawn.append(Withdrawn(page.url, rights.reason or "", detail))
    return applied


async def _asked_again(
    sites: Sites, origins: list[str], applied: Applied, *, fresh: bool, patience: float | None
) -> dict[str, SiteRules]:  # fmt: skip
    gate = asyncio.Semaphore(_AT_ONCE)
    rules: dict[str, SiteRules] = {}

    async def one(origin: str) -> None:
        async with gate:
            try:
                rules[origin] = await sites.rules(origin + "/", fresh=fresh)
            except FetchError as e:
                applied.unreachable[origin] = str(e)

    asked = {asyncio.create_task(one(origin)): origin for origin in origins}
    if not asked:
        return rules
    done, late = await asyncio.wait(asked, timeout=patience)
    for task in late:
        task.cancel()
        applied.unreachable[asked[task]] = "not asked in time"
    await asyncio.gather(*late, return_exceptions=True)
    await asyncio.gather(*done)
    return rules


def _forbidden(
    c: Connection, rules: Mapping[str, SiteRules], settings: Settings, now: datetime,
    policies: Mapping[str, Policy], applied: Applied,
) -> Iterator[tuple[StoredPage, Rights]]:  # fmt: skip
    for page in stored_pages(c, now):
        applied.checked += 1
        policy = policies.get(page.feed_id, page.policy)
        if policy is not Policy.FULL:
            yield replace(page, policy=policy), Rights(f"policy-{policy.value}", "the feed's policy", decided_at=now)
            continue
        site = rules.get(parse_target(page.asked).origin)
        if site is None:
            continue
        rights = judged(page.asked, site, settings, now)
        if rights.reason in RIGHTS_REASONS:
            yield page, rights


def judged(url: str, site: SiteRules, settings: Settings, now: datetime) -> Rights:
    """What a site's files say about one of its URLs now."""
    tdm = from_file(site.tdm, site.origin, url)
    return decide_before(url, site.robots.verdict(url, now), tdm, settings.fetch, now)


def _withdraw(
    ledger: Ledger, archive: Archive, index: Index, page: StoredPage, rights: Rights, now: datetime
) -> str | None:
    """Erase, remove, record, in this order; what went wrong, or None."""
    reason = rights.reason or ""
    try:
        for ref in page.refs:
            archive.erase(ref, url=page.url, why=reason, now=now)
        index.delete([page.key])
    except VeilleError as e:
        return str(e)
    with ledger.begin() as c:
        forget_page(c, page, f"{reason}: {rights.detail}", _said(rights))
    return None


def _said(rights: Rights) -> dict[str, str]:
    """What is new in the record: a feed's policy leaves what its site said as it stands."""
    record = rights.record()
    return record if rights.robots else {k: record[k] for k in ("reason", "decided_at") if k in record}

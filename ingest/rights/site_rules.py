"""What sites say about their use, read when needed, kept in the ledger, and re-read in time.

robots.txt: 2xx are rules, 4xx means there are none, 5xx and silence mean "not now": the copy from
before holds, and without one nothing is asked of the site (RFC 9309, 2.3.1). 429 is silence of
that kind too: to read it as "no rules" would be a strange thank-you.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from ingest.http.client import HttpClient
from ingest.http.errors import BadAddress, FetchError, HostPaused, PrivateAddress
from ingest.http.response import Response
from ingest.http.url import parse_target
from ingest.ledger.hosts import SiteFile, load_site_file, store_site_file
from ingest.ledger.store import Ledger
from ingest.rights import robots, tdm
from ingest.text.backoff import as_long_again

_PATHS = {"robots": "/robots.txt", "tdm": "/.well-known/tdmrep.json"}
_LIMITS = {"robots": robots.MAX_BYTES, "tdm": tdm.MAX_BYTES}
_KEPT = 2000
"""Origins whose parsed rules are kept in memory; the ledger has them all."""
FIRST_RETRY = timedelta(minutes=5)
LONGEST_RETRY = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class SiteRules:
    """Both files of an origin, parsed."""

    origin: str
    robots: robots.Robots
    tdm: tuple[tdm.TdmRule, ...]
    tdm_read_at: datetime | None
    expires_at: datetime


class Sites:
    """The rules of every origin that is asked for pages. One per process; safe for many tasks at once."""

    def __init__(self, ledger: Ledger, http: HttpClient) -> None:
        self._ledger, self._http = ledger, http
        self._known: OrderedDict[str, SiteRules] = OrderedDict()
        self._locks: dict[str, asyncio.Lock] = {}

    async def rules(self, url: str, *, fresh: bool = False) -> SiteRules:
        """The rules of a URL's origin; ``fresh`` re-reads them even before they expire.

        Raises HostPaused while the host asked to be left alone, PrivateAddress, BadAddress.
        """
        target = parse_target(url)
        origin = target.origin
        lock = self._locks.setdefault(origin, asyncio.Lock())
        async with lock:
            known = self._known.get(origin)
            if known is None or fresh or known.expires_at <= self._http.clock():
                known = await self._load(origin, fresh)
                self._known[origin] = known
                if len(self._known) > _KEPT:
                    old, _ = self._known.popitem(last=False)
                    self._locks.pop(old, None)
            self._known.move_to_end(origin)
        delay = known.robots.verdict(url, self._http.clock()).crawl_delay
        if delay is not None:
            self._http.pace.set_delay(target.host, delay)
        return known

    async def _load(self, origin: str, fresh: bool) -> SiteRules:
        robots_file = await self._file(origin, "robots", fresh)
        tdm_file = await self._file(origin, "tdm", fresh)
        agent = self._http.settings.agent
        parsed = await asyncio.to_thread(robots.Robots, robots_file, agent)  # 500 KiB of rules take 0.4 s
        rules = tdm.parse_tdmrep(tdm_file.body) if tdm_file.status is not None and tdm_file.status < 300 else ()
        expires = min(robots_file.expires_at, tdm_file.expires_at)
        return SiteRules(origin, parsed, rules, tdm_file.fetched_at, expires)

    async def _file(self, origin: str, name: str, fresh: bool) -> SiteFile:
        before = await asyncio.to_thread(self._stored, origin, name)
        now = self._http.clock()
        if before is not None and before.expires_at > now and not fresh:
            return before
        file = await self._read(origin, name, before or SiteFile(origin, name, expires_at=now), now)
        await asyncio.to_thread(self._store, file)
        return file

    async def _read(self, origin: str, name: str, before: SiteFile, now: datetime) -> SiteFile:
        keep = timedelta(seconds=self._http.settings.robots_keep_seconds)
        again = now + _retry_in(before, now)
        try:
            answer = await self._http.get(
                f"{_without_default_port(origin)}{_PATHS[name]}", max_bytes=_LIMITS[name], origin_pace=False, cut=True,
                headers={"Accept": "text/plain, application/json, */*;q=0.5"},
            )  # fmt: skip
        except (HostPaused, PrivateAddress, BadAddress):
            raise  # nothing about the site's wishes was learnt
        except FetchError as e:
            return before.failed(f"{e.reason}: {e.detail}", now, again)
        if answer.status >= 500 or answer.status == 429:
            return before.failed(f"HTTP {answer.status}", now, again)
        return _as_read(origin, name, answer, now, now + keep)

    def _stored(self, origin: str, name: str) -> SiteFile | None:
        with self._ledger.read() as c:
            return load_site_file(c, origin, name)

    def _store(self, file: SiteFile) -> None:
        with self._ledger.begin() as c:
            store_site_file(c, file)


def _as_read(origin: str, name: str, answer: Response, now: datetime, expires: datetime) -> SiteFile:
    status = 404 if len(answer.hops) > robots.MAX_REDIRECTS else answer.status
    body = answer.body.decode("utf-8", "replace").replace("\0", "") if 200 <= status < 300 else ""
    return SiteFile(origin, name, expires, status, body, answer.final_url, now)


def _retry_in(before: SiteFile, now: datetime) -> timedelta:
    """As long again as the trouble has lasted, within bounds."""
    lasted = now - before.failing_since if before.failing_since else timedelta(0)
    return as_long_again(lasted, first=FIRST_RETRY, longest=LONGEST_RETRY)


def _without_default_port(origin: str) -> str:
    parts = urlsplit(origin)
    default = {"http": ":80", "https": ":443"}[parts.scheme]
    return origin.removesuffix(default)

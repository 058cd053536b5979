"""One article's page: asked for, judged, and nothing stored yet.

article ─▶ may its page be asked for (policy, robots, TDM) ─▶ get ─▶ what does the answer mean
        ─▶ may the page be used (headers, metas) ─▶ Fetched
"""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ingest.archive import ArchivedPage
from ingest.fetch.aliases import Alias, aliases, lost_its_article
from ingest.fetch.decision import FetchDecision, Tries, Use, judge_answer, judge_error
from ingest.http.client import HttpClient, Spent
from ingest.http.errors import FetchError, Refused, was_reached
from ingest.http.response import Response, Validators
from ingest.model import Article, Policy
from ingest.publishers import Publishers
from ingest.rights.decide import RIGHTS_REASONS, ROBOTS_UNREACHABLE, Rights, decide_after, decide_before
from ingest.rights.page_head import PageHead, read_head
from ingest.rights.site_rules import Sites
from ingest.rights.tdm import from_file
from ingest.settings import FetchSettings

OTHER_PUBLISHER = "other-publisher"
NOBODY = Publishers(())
"""Where no catalogue is at hand nobody claims anything."""


@dataclass(frozen=True, slots=True)
class FetchedBefore:
    """What a fetch before this one left behind."""

    validators: Validators = field(default_factory=Validators)
    payload_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one article, before anything is recorded."""

    article: Article
    verdict: FetchDecision
    rights: Mapping[str, str] = field(default_factory=dict)
    answer: Response | None = None
    page: ArchivedPage | None = None
    """To be archived; None unless the verdict is PAGE."""
    payload_hash: str | None = None
    aliases: tuple[Alias, ...] = ()
    reached: bool | None = None
    """Whether the host was reached at all; None: not known, or not asked."""
    seconds: float = 0.0
    """On the wire."""
    received: int = 0
    """Bytes of body."""

    @property
    def forbidden(self) -> bool:
        """True if somebody's wish keeps the page out: then nothing of it may stay in the archive either."""
        return self.verdict.name in RIGHTS_REASONS


async def fetch_page(
    article: Article, http: HttpClient, sites: Sites, settings: FetchSettings, known: FetchedBefore,
    publishers: Publishers = NOBODY,
) -> Fetched:  # fmt: skip
    """Ask for an article's page. Never raises FetchError: trouble is a verdict.

    A redirect that leads to another publisher's page stops there: that page is not this article.
    """
    if article.policy is not Policy.FULL:
        verdict = FetchDecision(
            Use.FEED_TEXT, f"policy-{article.policy.value}", "the feed's policy; the page was not asked for"
        )
        return Fetched(article, verdict)
    tries = Tries(article.attempts, settings.attempts, article.key)
    spent = Spent()
    asked = _Asked(article, http, sites, settings, publishers, spent)
    headers = known.validators.headers()
    try:
        answer = await http.get(
            article.url, headers=headers, before_hop=asked.before_hop, spent=spent,
            is_strangers=publishers.is_foreign(article.url, article.listed_by),
        )  # fmt: skip
    except FetchError as e:
        verdict = judge_error(e, tries, http.clock())
        fetched = Fetched(article, verdict, asked.rights.record(), reached=was_reached(e))
    else:
        fetched = _judged(article, answer, tries, asked.rights, http, known)
    return replace(fetched, seconds=spent.seconds, received=spent.received)


class _Asked:
    """Asks the site of every hop first, and remembers what the last one said."""

    def __init__(
        self, article: Article, http: HttpClient, sites: Sites, settings: FetchSettings, publishers: Publishers,
        spent: Spent,
    ) -> None:  # fmt: skip
        self._spent = spent
        self._article, self._http, self._sites, self._settings = article, http, sites, settings
        self._publishers = publishers
        self.rights = Rights()

    async def before_hop(self, url: str) -> None:
        if self._publishers.is_foreign(url, self._article.feed_id):
            raise Refused(url, OTHER_PUBLISHER, "the page belongs to another outlet of feeds.yaml")
        if (policy := self._publishers.policy(url)) is not Policy.FULL:
            raise Refused(url, f"policy-{policy.value}", "the policy of the publisher that the address belongs to")
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            rules = await self._sites.rules(url)
        finally:
            self._spent.seconds += loop.time() - began
        now = self._http.clock()
        tdm = from_file(rules.tdm, rules.origin, url)
        self.rights = decide_before(url, rules.robots.verdict(url, now), tdm, self._settings, now)
        if self.rights.reason:
            later = self.rights.reason == ROBOTS_UNREACHABLE
            ours = later and rules.robots.network_trouble
            raise Refused(url, self.rights.reason, self.rights.detail, retryable=later, network=ours)


def _judged(
    article: Article, answer: Response, tries: Tries, rights: Rights, http: HttpClient, known: FetchedBefore
) -> Fetched:
    now = http.clock()
    verdict = judge_answer(answer, tries, now)
    if verdict.use is not Use.PAGE:
        return Fetched(article, verdict, rights.record(), answer, reached=True)
    if lost_its_article(article.url, answer.final_url):
        away = FetchDecision(Use.FEED_TEXT, "redirected-away", f"to {answer.final_url[:300]}")
        return Fetched(article, away, rights.record(), answer, reached=True)
    head = read_head(answer.body, http.settings.agent)
    rights = decide_after(rights, answer, head, http.settings, now)
    if rights.reason:
        wish = FetchDecision(Use.FEED_TEXT, rights.reason, rights.detail)
        return Fetched(article, wish, rights.record(), answer, reached=True)
    return _page(article, answer, head, rights, verdict, known)


def _page(
    article: Article, answer: Response, head: PageHead, rights: Rights, verdict: FetchDecision, known: FetchedBefore
) -> Fetched:
    others = aliases(article.url, article.key, answer, head)
    digest = hashlib.sha256(answer.body).hexdigest()
    if digest == known.payload_hash and article.archive is not None:
        same = FetchDecision(Use.UNCHANGED, "unchanged", "the same bytes as before")
        return Fetched(article, same, rights.record(), answer, None, digest, others, reached=True)
    page = ArchivedPage(
        answer.final_url, answer.status, answer.headers, answer.body, answer.started_at,
        answer.request_headers, tuple(hop.url for hop in answer.hops),
    )  # fmt: skip
    return Fetched(article, verdict, rights.record(), answer, page, digest, others, reached=True)

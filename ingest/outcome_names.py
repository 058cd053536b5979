"""Every name of an outcome, once: what happened, what veille does then, and what a person can do about it.

The ledger keeps these names, ``veille run`` counts them, docs/outcomes.md shows them (`scripts/tables`), and whatever
gives advice about a failure asks here. ``http-NNN`` stands for every status that has no line of its own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.outcome import Stage


@dataclass(frozen=True, slots=True)
class OutcomeName:
    """One name in one stage."""

    name: str
    meaning: str
    """What happened."""
    then: str = ""
    """What veille does about it by itself."""
    advice: str = ""
    """What a person can do; empty where there is nothing to be done."""


LATER = "again later; after the last attempt the feed's text"
FEED_TEXT = "the feed's text, at once"
WISH = "the feed's title and summary"
NO_ATTEMPT = "again in 5 minutes, no attempt lost"
WAIT = "wait; if it lasts, check the address in a browser"
FIND = "`veille feeds discover SITE` may find the new address"
REPORT = "a fault of ours: please report it with the line of the log"
BROKEN = "asked again, with twice the wait each time"


def _names(*names: OutcomeName) -> dict[str, OutcomeName]:
    return {one.name: one for one in names}


_POLL = _names(
    OutcomeName("new", "read, with new articles"),
    OutcomeName("edited", "read; articles known already were edited"),
    OutcomeName("nothing-new", "read, with neither"),
    OutcomeName("not-modified", "304: nothing has changed"),
    OutcomeName("unchanged", "the body that we had, but for its build date"),
    OutcomeName("recovered", "what a gap had cost was found in older pages or a sitemap", "goes the usual way"),
    OutcomeName("not-recovered", "what a gap had cost was looked for and not found"),
    OutcomeName("recovery-failed", "what a gap had cost could not be looked for", "tried again twice, hours apart"),
    OutcomeName("host-paused", "not asked: the host wants to be left alone for a while", "asked when the pause ends"),
    OutcomeName("rate-limited", "the server asks for patience (429, or 503 with Retry-After)", "asked when it says",
                "asked too often for this publisher: raise min_interval"),
    OutcomeName("gone", "410, twice", "retired, and probed ever more seldom",
                "the publisher has ended it: remove it, or find another with `veille feeds discover SITE`"),
    OutcomeName("duplicate", "leads to the address of another feed", "polled there", "remove one of the two"),
    OutcomeName("html", "a page, no feed", BROKEN, f"a page answers where the feed was: {FIND}"),
    OutcomeName("challenge", "a wall for browsers", BROKEN,
                "behind a wall for browsers: ask the publisher to let the User-Agent pass"),
    OutcomeName("empty", "200 without a body", BROKEN, "an empty answer: a wrong parameter in the address, or wait"),
    OutcomeName("no-items", "malformed, and without an item", BROKEN,
                "a feed without items: wait a day, then look for another address"),
    OutcomeName("not-a-feed", "neither RSS, Atom, JSON Feed nor a sitemap", BROKEN,
                "something else answers: `veille feeds discover SITE` may find the feed"),
    OutcomeName("sitemap-index", "an index of sitemaps", BROKEN,
                "an index of sitemaps: `veille feeds discover SITE` lists those worth polling"),
    OutcomeName("http-401", "it wants a login", BROKEN, "it wants a login: ask the publisher for access, or remove it"),
    OutcomeName("http-402", "it wants to be paid", BROKEN,
                "it is for subscribers: ask the publisher for access, or remove it"),
    OutcomeName("http-403", "refused", BROKEN,
                "refused: ask the publisher, naming the User-Agent; do not work around it"),
    OutcomeName("http-404", "not there", BROKEN, f"the address is gone: {FIND}"),
    OutcomeName("http-5NN", "the publisher's server has trouble", BROKEN, "the publisher's server has trouble: wait"),
    OutcomeName("http-NNN", "any other status", BROKEN, WAIT),
    OutcomeName("no-such-host", "the name does not resolve", BROKEN,
                "the name does not exist (any more): check the address"),
    OutcomeName("connect-failed", "no connection, or it broke", BROKEN, WAIT),
    OutcomeName("tls-failed", "certificate or handshake", BROKEN,
                "its certificate is not valid: usually mended within days"),
    OutcomeName("proxy-failed", "our proxy refused, or could not reach the host", BROKEN, "check fetch.proxy"),
    OutcomeName("timed-out", "it took too long", BROKEN, WAIT),
    OutcomeName("truncated", "the body ended before its end", BROKEN, WAIT),
    OutcomeName("bad-answer", "no HTTP as RFC 9112 has it", BROKEN, WAIT),
    OutcomeName("bad-encoding", "compressed in a way that cannot be undone", BROKEN, WAIT),
    OutcomeName("headers-too-large", "more header fields than anybody needs", BROKEN, WAIT),
    OutcomeName("too-large", "larger than poll.max_megabytes", BROKEN,
                "larger than poll.max_megabytes: choose a section feed, or raise the limit"),
    OutcomeName("decompression-bomb", "larger than the limit once unpacked", BROKEN,
                "larger than poll.max_megabytes once unpacked: look at it before you raise the limit"),
    OutcomeName("redirect-loop", "redirects in a circle", BROKEN,
                "redirects in a circle: check the address in a browser"),
    OutcomeName("too-many-redirects", "more redirects than fetch.max_redirects", BROKEN,
                "check where its address ends in a browser, and write that one"),
    OutcomeName("bad-url", "no address that can be asked", BROKEN, "correct its address in feeds.yaml"),
    OutcomeName("private-address", "leads into a private network", BROKEN,
                "leads into a private network: allow it in fetch.allow_private if that is meant"),
    OutcomeName("own-outage", "most hosts could not be reached: it is us", "all are asked again soon",
                "look at this machine's network and name server, and at fetch.proxy"),
    OutcomeName("not-in-catalogue", "taken out of feeds.yaml meanwhile", "polled no more"),
    OutcomeName("lease-lost", "it took so long that another worker has the feed now", "recorded by that worker"),
    OutcomeName("internal-error", "a fault of our own on this feed", BROKEN, REPORT),
)  # fmt: skip

_FETCH = _names(
    OutcomeName("fetched", "a page, archived", "indexed from the page"),
    OutcomeName("not-modified", "304", "what is archived is still right"),
    OutcomeName("unchanged", "the same bytes as before", "what is archived is still right"),
    OutcomeName("duplicate", "the address leads to an article already known",
                "refused as `duplicate-of:KEY`; its sightings move there"),
    OutcomeName("host-paused", "the host asked for patience", "again when the pause ends, no attempt lost"),
    OutcomeName("own-outage", "most hosts of the run could not be reached: it is us",
                f"{NO_ATTEMPT}; the run claims nothing more",
                "look at this machine's network and name server, and at fetch.proxy"),
    OutcomeName("over-budget", "the feed that lists it has had its share of this run",
                NO_ATTEMPT, "`veille feeds health` says whether the feed is in quarantine"),
    OutcomeName("archive-unavailable", "our own store was down", NO_ATTEMPT,
                "look at archive.target: `veille doctor` tries it"),
    OutcomeName("rate-limited", "the server asks for patience", LATER,
                "if it lasts: raise fetch.host_delay_seconds, or ask the publisher"),
    OutcomeName("server-error", "the publisher's server has trouble", LATER),
    OutcomeName("timed-out", "it took too long", LATER),
    OutcomeName("no-such-host", "the name does not resolve", LATER),
    OutcomeName("connect-failed", "no connection, or it broke", LATER),
    OutcomeName("tls-failed", "certificate or handshake", LATER),
    OutcomeName("proxy-failed", "our proxy refused, or could not reach the host", LATER, "check fetch.proxy"),
    OutcomeName("truncated", "the body ended before its end, and before the article's", LATER),
    OutcomeName("bad-answer", "no HTTP as RFC 9112 has it", LATER),
    OutcomeName("bad-encoding", "compressed in a way that cannot be undone", LATER),
    OutcomeName("empty", "an answer without a body", LATER),
    OutcomeName("redirect-loop", "redirects in a circle", LATER),
    OutcomeName("too-many-redirects", "more redirects than fetch.max_redirects", LATER),
    OutcomeName("robots-unreachable", "robots.txt cannot be read, so nothing is allowed (RFC 9309)", LATER,
                "if it lasts, tell the publisher: their robots.txt answers with an error"),
    OutcomeName("not-found", "404", FEED_TEXT),
    OutcomeName("gone", "410", FEED_TEXT),
    OutcomeName("forbidden", "401, 403 or 451", FEED_TEXT,
                "if all of an outlet's pages end so: ask the publisher, naming the User-Agent"),
    OutcomeName("paywall", "402", FEED_TEXT, "ask the publisher for access, or set `policy: summary` for the feed"),
    OutcomeName("http-NNN", "any other status", FEED_TEXT),
    OutcomeName("not-a-page", "a film, a PDF, an image", FEED_TEXT),
    OutcomeName("too-large", "larger than fetch.max_megabytes", FEED_TEXT,
                "raise fetch.max_megabytes if the page deserves it"),
    OutcomeName("decompression-bomb", "larger than the limit once unpacked", FEED_TEXT),
    OutcomeName("headers-too-large", "more header fields than anybody needs", FEED_TEXT),
    OutcomeName("bad-url", "no address that can be asked", FEED_TEXT),
    OutcomeName("private-address", "leads into a private network", FEED_TEXT,
                "allow it in fetch.allow_private if that is meant"),
    OutcomeName("redirected-away", "led to a home page or a section, as removed articles do", FEED_TEXT),
    OutcomeName("other-publisher", "led to another outlet of feeds.yaml, whose own feeds bring it", FEED_TEXT),
    OutcomeName("refused-by-robots", "robots.txt keeps us out", WISH, "ask the publisher, naming the User-Agent"),
    OutcomeName("tdm-reserved", "text and data mining is reserved (TDMRep)", WISH,
                "with a licence, list the domain in fetch.tdm_licensed"),
    OutcomeName("noindex", "the page asks not to be indexed", WISH),
    OutcomeName("policy-summary", "`policy: summary` of its publisher in feeds.yaml", WISH),
    OutcomeName("policy-headline", "`policy: headline` of its publisher in feeds.yaml", "the feed's title"),
    OutcomeName("lease-lost", "another worker has taken it up", "recorded by that worker"),
    OutcomeName("internal-error", "a fault of our own on this article", LATER, REPORT),
)  # fmt: skip

_INDEX_AWAY = "`veille index status` and `veille doctor` say what the index answers"
_INDEX = _names(
    OutcomeName("over-budget", "reading its feed's pages has had its share of this run",
                NO_ATTEMPT, "`veille feeds health` says whether the feed is in quarantine"),
    OutcomeName("indexed", "read from its page, and stands in the index"),
    OutcomeName("indexed-from-feed", "stands in the index with the feed's own words"),
    OutcomeName("revised", "a new text of an article that stood there"),
    OutcomeName("unchanged", "the text that stood there", "nothing is written, nobody is told again"),
    OutcomeName("index-busy", "the index asked for patience", "again later, in this state", _INDEX_AWAY),
    OutcomeName("index-unavailable", "the index could not be reached", "again later, in this state", _INDEX_AWAY),
    OutcomeName("refused-by-index", "the index would not take this document", "again after hours, with the reason",
                "`veille show URL` has the index's words; after an upgrade: `veille index rebuild`"),
    OutcomeName("lease-lost", "another worker has it", "recorded by that worker"),
)  # fmt: skip

_ALERT = _names(
    OutcomeName("matched", "new matches", "mails are written"),
    OutcomeName("quiet", "no new match"),
    OutcomeName("taken", "another worker looked at the same time", "recorded by that worker"),
    OutcomeName("index-unavailable", "the index could not be asked", "the rule looks from the same moment again",
                _INDEX_AWAY),
    OutcomeName("failed", "the rule could not be answered", "the rule looks from the same moment again",
                "`veille alerts check` and `veille alerts test RULE` say why"),
)  # fmt: skip

_DELIVER = _names(
    OutcomeName("sent", "the server took it over"),
    OutcomeName("later", "trouble that may pass", "again later, with growing waits",
                "`veille status` counts the mails that wait; look at the settings of their channel"),
    OutcomeName("refused", "the server will not take this one", "kept with the server's words",
                "`veille status` names them; mend the address, then `veille alerts send --failed`"),
    OutcomeName("taken", "another worker has it", "recorded by that worker"),
)  # fmt: skip

STAGE_FAILED = OutcomeName(
    "stage-failed", "the stage itself ended with an error", "the next round tries again",
    "`veille doctor` looks at every store; the error stands in `veille status`",
)  # fmt: skip
"""Of any stage: kept with the run, not with one of its subjects."""

OUTCOME_NAMES: dict[Stage, dict[str, OutcomeName]] = {
    Stage.POLL: _POLL, Stage.FETCH: _FETCH, Stage.INDEX: _INDEX, Stage.ALERT: _ALERT, Stage.DELIVER: _DELIVER,
}  # fmt: skip


def named(stage: Stage, name: str) -> OutcomeName | None:
    """What is known of an outcome's name; None for one that no stage may use."""
    names = OUTCOME_NAMES[stage]
    if name == STAGE_FAILED.name:
        return STAGE_FAILED
    if name in names:
        return names[name]
    if not re.fullmatch(r"http-\d{3}", name):
        return None
    return names.get(f"{name[:6]}NN") or names.get("http-NNN")


def advice_for(stage: Stage, name: str) -> str:
    """What a person can do about an outcome; empty where there is nothing to be done."""
    found = named(stage, name)
    return found.advice if found else ""


def table(stage: Stage) -> str:
    """A stage's names as a table of Markdown."""
    head = ["| outcome | what happened | what veille does then | what you can do |", "|---|---|---|---|"]
    return "\n".join((*head, *_rows(OUTCOME_NAMES[stage].values())))


def with_outcomes(text: str) -> str:
    """The text of docs/outcomes.md with today's tables between its marks."""

    def fresh(found: re.Match[str]) -> str:
        return f"<!-- outcomes: {found[1]} -->\n{table(Stage(found[1]))}\n<!-- end -->"

    return re.sub(r"<!-- outcomes: (\S+) -->.*?<!-- end -->", fresh, text, flags=re.DOTALL)


def _rows(names: Iterable[OutcomeName]) -> list[str]:
    return [f"| `{one.name}` | {one.meaning} | {one.then or '–'} | {one.advice or '–'} |" for one in names]

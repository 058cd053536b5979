"""What needs attention, in ONE list: ``status``, ``doctor``, ``feeds health`` and the operations mail all read it.

A finding has a key that stays as long as the same thing is wrong, so that it is reported once. Levels: a ``notice``
is worth knowing, a ``warning`` needs a person, an ``error`` means that articles or mails do not get through. Commands
exit with 1 from ``warning`` on. Each check below is a pure function of what was read; ``gather`` does the reading.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from ingest.errors import ConfigError, LedgerDamaged, LedgerUnavailable
from ingest.feeds.health import HealthLine
from ingest.index.protocol import IndexStatus
from ingest.ledger import canary as canary_state
from ingest.ledger import clock_repair, outbox, outlets, rules, runs, websub
from ingest.ledger import status as ledger_status
from ingest.ledger.canary import Canary, is_missing
from ingest.ledger.liveness import Drought, droughts
from ingest.ledger.runs import RunRecord
from ingest.ledger.store import Connection
from ingest.ledger.websub import HubSubscription
from ingest.model import Health
from ingest.operations.drift import MANY, PAST, Drift, drifting
from ingest.operations.feed_lines import feed_lines
from ingest.outcome import Stage
from ingest.stages.unreachable import OWN_OUTAGE, was_own_outage
from ingest.text.durations import span
from ingest.text.plurals import counted
from ingest.websub import callback_base
from ingest.workspace import Workspace

PATIENCE = timedelta(hours=1)
"""How long a rule may fail, a mail or an article wait, before a person is asked: shorter outages mend themselves."""
NEVER_POLLED_AFTER = timedelta(hours=2)
"""A feed that others were polled beside for so long and that has never had its turn."""
OVERDUE_FACTOR = 2
"""Times its schedule: one run may be late, two are missing."""
SHORTEST_OVERDUE = timedelta(minutes=20)
OVERDUE_WITHOUT_RHYTHM = timedelta(days=2)
"""Of a stage that ran a few times only: somebody was trying things out, and then it stopped."""
CLOCK_TOLERANCE = timedelta(minutes=5)
"""Clocks of several machines differ by seconds; more than this was a wrong clock."""
REFUSED = "maintain_refused"
"""Under which the ledger keeps why the nightly work could not delete from the index."""
KEY_WARNING = timedelta(days=14)
DISK_WARNING, DISK_ERROR = 2_000_000_000, 300_000_000
"""Bytes left where the data folder is. SQLite and the archive stop writing some way above zero."""
_RULE_ADVICE = "; then mend its rule in ingest/extract/outlet_rules.toml, or take it out"
_UNWRITTEN = ("index-unavailable", "index-busy", "refused-by-index")


class Level(StrEnum):
    """How much a finding matters."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person may have to do something about."""

    part: str
    """``feeds``, ``runs``, ``index``, ``mails``, ``rules``, ``articles``, ``reading``, ``canary``, ``disk``, ``clock``,
    ``ledger`` or ``configuration``."""
    key: str
    """The same as long as it is the same trouble, so that it is reported once."""
    subject: str
    """What it is about: a feed's id, a stage, a rule, an address."""
    kind: str
    """A few words: ``failing``, ``mail refused``."""
    message: str
    what_to_do: str
    since: datetime | None = None
    level: Level = Level.WARNING

    @property
    def needs_attention(self) -> bool:
        """True from ``warning`` on."""
        return self.level is not Level.NOTICE


@dataclass(frozen=True, slots=True)
class LedgerFacts:
    """What both the overview and the findings go by, read once."""

    last_runs: dict[str, RunRecord]
    oldest_waiting: datetime | None
    droughts: list[Drought]


def read_ledger(c: Connection, now: datetime) -> LedgerFacts:
    """The droughts compare the articles of eight days: that is most of the work."""
    return LedgerFacts(runs.last(c), ledger_status.oldest_waiting(c, now), droughts(c, now))


def needs_attention(findings: Iterable[Finding]) -> bool:
    """True if any finding asks for a person: exit code 1."""
    return any(f.needs_attention for f in findings)


def gather(
    ws: Workspace, *, index: IndexStatus | None = None, lines: Sequence[HealthLine] | None = None,
    facts: LedgerFacts | None = None,
) -> list[Finding]:  # fmt: skip
    """Everything that needs attention now, the most serious first. ``index``, ``lines`` and ``facts`` if already read.

    Asks nobody outside but the index for its status. Raises LedgerUnavailable.
    """
    now = ws.clock()
    found: list[Finding] = []
    if lines is None:
        try:
            lines = feed_lines(ws, now)
        except ConfigError as e:
            found += [_configuration(str(problem)) for problem in e.problems]
            lines = []
    with ws.ledger.read() as c:
        facts = facts or read_ledger(c, now)
        last = facts.last_runs
        schedules = {stage: runs.usual_interval(c, stage) for stage in last}
        found += [
            *run_findings(last, schedules, now),
            *never_run_findings(last, schedules),
            *clock_findings(
                ledger_status.newest_in_the_future(c, now + CLOCK_TOLERANCE), now, behind=clock_repair.is_behind(c, now)
            ),
            *_of_canary(ws, c, last, schedules, now),
            *waiting_findings(facts.oldest_waiting, now),
            *of_rules_and_mails(c, now, facts.droughts, timedelta(seconds=ws.settings.alert.patience_seconds)),
            *drift_findings(_drifting(c, now)),
            *_of_hubs(ws, c, now),
            *refused_findings(str(runs.get_meta(c, REFUSED) or "")),
        ]
    status = index or ws.index.status()
    found += [
        *fleet_findings(lines, last, now),
        *(f for line in lines if (f := feed_finding(line)) is not None),
        *index_findings(status),
        *key_findings(status.key_ends, now),
        *disk_findings(ws.settings.data_dir),
        *encoder_findings(ws.settings.enrich.encoder),
    ]
    order = (Level.ERROR, Level.WARNING, Level.NOTICE)
    return sorted(found, key=lambda f: order.index(f.level))


def outlet_drifts(ws: Workspace, now: datetime) -> list[Drift]:
    """The outlets whose pages read otherwise than in their own last month; none before the first run."""
    if not ws.is_begun:
        return []
    with ws.ledger.read() as c:
        return _drifting(c, now)


def _drifting(c: Connection, now: datetime) -> list[Drift]:
    return drifting(outlets.since(c, (now - PAST).date()), now.date())


def feed_finding(line: HealthLine) -> Finding | None:
    """What is wrong with one feed, or None."""
    message = {
        Health.FAILING: f"{line.name} has been failing: {line.error}",
        Health.QUARANTINED: f"{line.name} is in quarantine: {line.error}",
        Health.RETIRED: f"{line.name} has been ended by its publisher (410)",
        Health.SILENT: f"{line.name} has had nothing new",
        Health.MOVED: f"{line.name} has moved",
        Health.GAPS: f"{line.name}: articles were missed between two polls (about {line.missed:g} so far)",
    }.get(line.health)
    if message is None:
        return None
    since = line.since.isoformat(timespec="seconds") if line.since else ""
    key = f"feed:{line.feed_id}:{line.health.value}:{line.gaps if line.health is Health.GAPS else since}"
    level = Level.NOTICE if line.health in (Health.MOVED, Health.GAPS) else Level.WARNING
    return Finding("feeds", key, line.feed_id, line.health.value, message, line.what_to_do, line.since, level)


def fleet_findings(lines: Sequence[HealthLine], last: Mapping[str, RunRecord], now: datetime) -> Iterator[Finding]:
    """What holds for the feeds together: our own outage, most of them in trouble, some that never had their turn."""
    poll = last.get(Stage.POLL.value)
    if poll and was_own_outage(poll.claimed, poll.counts):
        message = f"{poll.counts[OWN_OUTAGE]} of {poll.claimed} feeds could not be reached in the last poll"
        what = "check this machine's network, DNS and proxy; no feed is blamed for it and all are asked again"
        yield Finding("feeds", "outage:poll", "network", "our own outage", message, what, poll.started_at, Level.ERROR)
    used = [line for line in lines if line.health is not Health.DISABLED]
    bad = [line for line in used if line.health in (Health.FAILING, Health.RETIRED, Health.SILENT)]
    if len(bad) > len(used) / 2:
        message = f"{len(bad)} of {len(used)} feeds fail, have ended or are silent"
        yield Finding(
            "feeds", "feeds:most", "feeds", "most in trouble", message, "`veille feeds health`", None, Level.ERROR
        )
    others_are = any(line.health is not Health.NEVER for line in used)
    waited = [line for line in used if line.health is Health.NEVER and _is_overdue(line, now)]
    if poll and waited and others_are and now - poll.started_at < PATIENCE:
        names = ", ".join(line.feed_id for line in waited[:5])
        message = f"{counted(len(waited), 'feed')} never polled although others are: {names}"
        what = "`veille feeds check ID` says whether it answers; `veille poll` asks all that are due"
        yield Finding("feeds", f"feeds:never:{len(waited)}", "feeds", "never polled", message, what)


def _is_overdue(line: HealthLine, now: datetime) -> bool:
    return line.next_due is not None and now - line.next_due > NEVER_POLLED_AFTER


def _of_hubs(ws: Workspace, c: Connection, now: datetime) -> Iterator[Finding]:
    address = callback_base(ws.settings)
    if address is not None:  # else nobody is subscribed to
        patience = timedelta(hours=ws.settings.websub.confirm_within_hours)
        yield from hub_findings(list(websub.of_feeds(c).values()), address, patience, now)


def hub_findings(
    subscriptions: Sequence[HubSubscription], address: str, patience: timedelta, now: datetime
) -> Iterator[Finding]:
    """Hubs that confirm nothing, once for all feeds: most likely they do not reach ``address``.

    Where another hub has reached it, or these could not even be asked, the fault is theirs: only worth knowing.
    """
    since = {one.callback: at for one in subscriptions if (at := one.unconfirmed_since(now)) and now - at > patience}
    late = [one for one in subscriptions if one.callback in since]
    if not late:
        return
    hosts = sorted({one.hub_host for one in late})
    names = ", ".join(hosts[:3]) + (" …" if len(hosts) > 3 else "")
    message = f"hubs have confirmed no subscription for {counted(len(late), 'feed')} for over {span(patience)}: {names}"
    oldest = min(since.values())
    if any(one.is_live(now) for one in subscriptions) or all(one.last_error for one in late):
        what = "nothing: the fault is on their side, they are asked again, and the feeds are polled all the same"
        yield Finding("feeds", "websub:hubs", "hubs", "not confirmed", message, what, oldest, Level.NOTICE)
        return
    what = (
        f"is {address}/ reached from outside? See web.public_url, websub.callback_url and the proxy; "
        "the feeds are polled all the same"
    )
    yield Finding("feeds", "websub:address", "hubs", "not confirmed", message, what, oldest)


def run_findings(
    last: Mapping[str, RunRecord], schedules: Mapping[str, timedelta | None], now: datetime
) -> Iterator[Finding]:
    """Stages that have never run, are overdue by their own rhythm, or whose last run failed."""
    if Stage.POLL.value not in last:
        yield Finding(
            "runs", "runs:none", "poll", "nothing has run", "nothing has been polled yet", "veille run --once"
        )
    for stage, run in last.items():
        if run.error:
            key = f"run:{stage}:failed:{run.error[:80]}"
            what = "see the message; `veille doctor` checks every part"
            yield Finding(
                "runs", key, stage, "run failed", f"the last {stage} run failed: {run.error}", what, run.started_at,
                Level.ERROR,
            )  # fmt: skip
        usual = schedules.get(stage)
        late = now - run.started_at
        if late > (OVERDUE_WITHOUT_RHYTHM if usual is None else max(OVERDUE_FACTOR * usual, SHORTEST_OVERDUE)):
            message = f"{stage} last ran {span(late)} ago"
            if usual is not None:
                message = f"{stage} last ran {span(late)} ago, usually every {span(usual)}"
            what = "is `veille run --every` or Airflow's scheduler running? `veille run --once` catches up"
            key = f"run:{stage}:overdue:{run.started_at.isoformat(timespec='seconds')}"
            yield Finding("runs", key, stage, "overdue", message, what, run.started_at, Level.ERROR)
    yield from _refused_writes(last.get(Stage.INDEX.value))


def never_run_findings(last: Mapping[str, RunRecord], schedules: Mapping[str, timedelta | None]) -> Iterator[Finding]:
    """Rules that are never looked at and mails that nobody sends, although feeds are polled in a rhythm.

    Fetching and reading are left out: under Airflow they run where something waits, and what waits too long is found.
    """
    if schedules.get(Stage.POLL.value) is None:
        return
    for stage in (s.value for s in (Stage.ALERT, Stage.DELIVER) if s.value not in last):
        message = f"{stage} has never run although feeds are polled"
        what = "is `veille run --every` or Airflow's scheduler running? `veille run --once` catches up"
        yield Finding("runs", f"runs:never:{stage}", stage, "nothing has run", message, what, None, Level.ERROR)


def _refused_writes(run: RunRecord | None) -> Iterator[Finding]:
    """An index run in which nothing that was taken could be written: the index is away, full or read-only."""
    if run is None or not run.claimed or run.error:
        return
    unwritten = sum(n for name, n in run.counts.items() if name in _UNWRITTEN)
    if unwritten >= run.claimed:
        message = f"the index took none of {counted(run.claimed, 'article')} in the last run"
        what = "`veille index status`; a full disk makes Elasticsearch read-only until space is freed"
        yield Finding("index", "index:no-writes", "index", "writes refused", message, what, run.started_at, Level.ERROR)


def _of_canary(
    ws: Workspace,
    c: Connection,
    last: Mapping[str, RunRecord],
    schedules: Mapping[str, timedelta | None],
    now: datetime,
) -> Iterator[Finding]:
    settings, poll = ws.settings.canary, last.get(Stage.POLL.value)
    is_expected = schedules.get(Stage.POLL.value) is not None or (poll is not None and now - poll.started_at < PATIENCE)
    if settings.enabled and is_expected:
        yield from canary_findings(canary_state.state(c), timedelta(seconds=settings.patience_seconds), now)


def canary_findings(canary: Canary | None, patience: timedelta, now: datetime) -> Iterator[Finding]:
    """The synthetic article of each cycle: missing, or its heartbeat not taken. None where nobody expects one."""
    if canary is None:
        return
    if is_missing(canary, now, patience):
        key = f"canary:missing:{canary.proven_at.isoformat(timespec='seconds')}"
        stage, why = canary.waits_for.value, canary.why or "no run since"
        message = f"the canary has never arrived; it waits for stage {stage}: {why}"
        if canary.arrived_at is not None:
            ago = span(now - canary.arrived_at)
            message = f"the canary arrived {ago} ago; the one under way waits for stage {stage}: {why}"
        what = f"what stops it at {stage} stops articles too: `veille doctor`"
        yield Finding(
            "canary", key, stage, "canary missing", message, what, canary.proven_at,
            Level.ERROR,
        )  # fmt: skip
    if canary.heartbeat:
        message = f"the heartbeat address could not be asked: {canary.heartbeat}"
        what = "check [canary] heartbeat; whoever watches it believes that we are down"
        yield Finding("canary", "canary:heartbeat", "heartbeat", "heartbeat failed", message, what)


def clock_findings(latest: datetime | None, now: datetime, *, behind: bool = False) -> Iterator[Finding]:
    """Times in the ledger that lie ahead of the clock: a run with a wrong clock wrote them, or it is wrong now."""
    if latest is not None:
        message = f"the ledger holds times up to {latest:%Y-%m-%d %H:%M} UTC, and now is {now:%Y-%m-%d %H:%M} UTC"
        what = "check this machine's clock; once it is right, the next run brings the times back"
        if behind:
            what = "this machine's clock is behind: set it; the ledger has gone on day by day, and is left as it is"
        yield Finding(
            "clock", f"clock:{latest:%Y-%m-%d}", "clock", "dates in the future", message, what, None, Level.ERROR
        )


def waiting_findings(oldest: datetime | None, now: datetime) -> Iterator[Finding]:
    """Articles that could be worked on and are not."""
    if oldest is not None and now - oldest > PATIENCE:
        message = f"an article has waited for {span(now - oldest)}"
        yield Finding(
            "articles", "articles:waiting", "articles", "waiting", message, "is `veille run` running?", oldest
        )


def drought_findings(dry: Iterable[Drought]) -> Iterator[Finding]:
    """Far fewer new articles than usual: a crawler may be alive and blind."""
    for drought in dry:
        where = f"in {drought.language}" if drought.language else "in all"
        message = f"{drought.found} new articles {where} in a day, usually {drought.usual:g}, although feeds are polled"
        what = "`veille feeds health`, then look at a site: its feeds may be frozen, or we may be kept out"
        subject = drought.language or "all feeds"
        yield Finding("feeds", f"drought:{drought.language or 'all'}", subject, "few new articles", message, what)


def rule_findings(failing: Iterable[Any], now: datetime) -> Iterator[Finding]:
    """Rules that cannot be evaluated for longer than an outage usually takes."""
    for rule in failing:
        if now - rule.failing_since >= PATIENCE:
            key = f"rule:{rule.id}:{rule.failing_since.isoformat(timespec='seconds')}"
            what = "it looks from its watermark again once this is mended: `veille doctor`"
            yield Finding("rules", key, rule.id, "rule failing", rule.last_error, what, rule.failing_since)


def mail_findings(troubled: Sequence[Any]) -> Iterator[Finding]:
    """Mails that were refused for good, or that wait too long. Not about operations mails: they are the messenger."""
    stuck = [row for row in troubled if row.kind not in ("operations", "canary", outbox.CANARY)]
    for row in (r for r in stuck if r.state == "failed"):
        what = "mend the address in alerts.yaml, or `veille alerts send --failed` once the server takes it"
        message = f"“{row.subject}” was refused: {row.last_error}"
        yield Finding("mails", f"mail:{row.id}", row.recipient, "mail refused", message, what, row.created_at)
    waiting = [r for r in stuck if r.state == "queued"]
    if waiting:
        first = waiting[0]
        message = f"{counted(len(waiting), 'mail')} waiting: {first.last_error or 'not tried yet'}"
        what = "`veille doctor` says what is wrong with the mail server"
        yield Finding(
            "mails", f"outbox:{first.id}", "outbox", "mails waiting", message, what, first.created_at, Level.ERROR
        )


def index_findings(status: IndexStatus) -> Iterator[Finding]:
    """Whether the index can be searched and written."""
    if not status.ready:
        message = f"{status.kind} {status.where} is not ready: {status.note or 'not set up'}"
        what = status.todo or "veille index setup"
        yield Finding("index", "index:not-ready", "index", "not ready", message, what, None, Level.ERROR)

    if status.blocked:
        message = f"{status.kind} {status.where} takes no writes: {status.blocked}"
        what = "free space on its disks: Elasticsearch then lifts read_only_allow_delete; another block was set by hand"
        yield Finding("index", "index:blocked", "index", "writes refused", message, what, None, Level.ERROR)


def refused_findings(refused: str) -> Iterator[Finding]:
    """The nightly work was not allowed to delete: what has passed retention, or was opted out, still stands there."""
    if refused:
        message = f"the last maintenance was not allowed to clear out the index: {refused}"
        what = "`veille index keys rotate maintain --to FILE`, and name it as index.maintain_api_key_file"
        yield Finding("index", "index:refused", "index", "may not delete", message, what, None, Level.ERROR)


def key_findings(ends: date | None, now: datetime) -> Iterator[Finding]:
    """A key of the index that ends soon."""
    if ends is not None and ends - now.date() <= KEY_WARNING:
        message = f"the key of the index ends on {ends}"
        what = "`veille index keys rotate writer --to FILE`, with a user that may manage security"
        yield Finding("index", f"index:key:{ends}", "index key", "key ends soon", message, what)


def drift_findings(found: Sequence[Drift]) -> Iterator[Finding]:
    """Outlets whose pages read otherwise than they used to; one finding where many do at a time.

    Rules that fit no longer lose nothing (the page is read as any other), so where there are many they are told apart.
    """
    stale = [d for d in found if d.kinds == ("rule",)]
    if len(stale) >= MANY:
        names = ", ".join(d.outlet for d in stale)
        message = f"the rules of {len(stale)} outlets no longer fit their pages: {names}"
        what = f"nothing is lost: they are read as any other page; look at one of each{_RULE_ADVICE}"
        yield Finding("reading", "reading:rules", "reading", "rules out of date", message, what, None, Level.NOTICE)
        found = [d for d in found if d.kinds != ("rule",)]
    if len(found) >= MANY:
        names = ", ".join(d.outlet for d in found[:8]) + (" …" if len(found) > 8 else "")
        message = f"pages of {len(found)} outlets read otherwise than before: {names}"
        what = "that many do not change at once: look at the network, the agent's name and the last release first"
        yield Finding("reading", "reading:many", "reading", "many outlets changed", message, what)
        return
    for drift in found:
        message = f"pages of {drift.outlet} read otherwise than before: {'; '.join(drift.changes)}"
        what = f"veille extract URL --explain on one of its pages{_RULE_ADVICE if 'rule' in drift.kinds else ''}"
        level = Level.WARNING if drift.loses_text else Level.NOTICE
        # Not by its kinds: on the way through a threshold they come and go, and each would be told as a new finding.
        key = f"reading:{drift.outlet}:{'text' if drift.loses_text else 'data'}"
        yield Finding("reading", key, drift.outlet, "changed", message, what, None, level)


def disk_findings(folder: Path) -> Iterator[Finding]:
    """How much room is left where the data folder is."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:  # it does not exist yet, or cannot be read: opening the ledger says so better
        return
    if free < DISK_WARNING:
        level = Level.ERROR if free < DISK_ERROR else Level.WARNING
        message = f"{free / 1_000_000:.0f} MB left for {folder}"
        what = "free some space, or lower archive.keep_days and run `veille maintain`"
        yield Finding("disk", f"disk:{level.value}", str(folder), "disk nearly full", message, what, None, level)


def encoder_findings(encoder: str) -> Iterator[Finding]:
    """That texts have no vectors, where that was wanted."""
    if encoder == "none":
        message = "texts have no vectors: events by names alone, topics by the rules' evidence, no `related:`"
        what = 'nothing, if that is wanted; else encoder = "bundled" under [enrich]'
        yield Finding("reading", "encoder:none", "enrich.encoder", "encoder off", message, what, None, Level.NOTICE)


def ledger_finding(error: LedgerUnavailable) -> Finding:
    """The ledger itself cannot be read: nothing else can be told."""
    damaged = isinstance(error, LedgerDamaged)
    message, kind = str(error), "damaged" if damaged else "out of reach"
    what = "is the database running, and may this user read it? Nothing is lost: runs go on once it answers"
    if damaged:
        what = "stop what runs, move the file away, and bring it back from a backup: `veille restore BACKUP`"
    return Finding("ledger", f"ledger:{kind}", "ledger", kind, message, what_to_do=what, level=Level.ERROR)


def _configuration(problem: str) -> Finding:
    what = "mend the file; `veille doctor` lists all that is wrong"
    return Finding(
        "configuration", f"configuration:{problem[:200]}", "configuration", "wrong", problem, what, None, Level.ERROR
    )


def of_rules_and_mails(
    c: Connection, now: datetime, dry: Iterable[Drought], patience: timedelta = PATIENCE
) -> list[Finding]:
    """Only what the ledger says of rules, mails and droughts. ``patience``: how long a mail may wait."""
    return [
        *rule_findings(rules.failing(c), now),
        *drought_findings(dry),
        *mail_findings(outbox.troubled(c, now, patience)),
    ]

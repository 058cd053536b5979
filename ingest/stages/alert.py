"""The alert stage: what is newly indexed and matches a rule becomes mails in the outbox.

evaluate (search what was indexed since the watermark) → match (one an event) → compose (who gets which mail)
→ follow (what has changed in events that were told) → write (as each channel does)
→ record: matches, watermarks and mails in one transaction.

Nothing is leased here. An evaluation changes nothing, and recording it succeeds only if no other worker has recorded
one since: a worker that is killed leaves nothing behind, and two workers cannot tell a story twice.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ingest.alert.channels.registry import Channels, open_channels
from ingest.alert.compose import Draft, compose
from ingest.alert.context import MailContext, Sibling
from ingest.alert.digest_updates import into_digests
from ingest.alert.due import next_due
from ingest.alert.evaluate import evaluate
from ingest.alert.gloss import headline_for
from ingest.alert.match import Match
from ingest.alert.pages import siblings
from ingest.alert.quiet_hours import catch_up, hold, tellings_held
from ingest.alert.recipients import Readers, reader_of
from ingest.alert.rules import Rule
from ingest.alert.settle import rechecked, settled, tellings, told_by_updates, updates_told, with_older
from ingest.alert.unsubscribe import Unsubscriber, still_subscribed
from ingest.alert.wording import pulse_line
from ingest.clock import Clock
from ingest.errors import IndexUnavailable, VeilleError
from ingest.index.protocol import Index
from ingest.ledger import matches, quiet, subscriptions
from ingest.ledger import rules as ledger_rules
from ingest.ledger.liveness import Pulse, pulse
from ingest.ledger.matches import Evaluation, Matched
from ingest.ledger.rules import RuleInUse, RuleState
from ingest.ledger.store import Ledger
from ingest.outcome import Outcome, Report, Stage, StageRun
from ingest.settings import Settings
from ingest.stages.follow_events import Following, follow
from ingest.stages.gloss import gloss
from ingest.text.plurals import counted

OLDER_COUNTED = timedelta(days=8)
"""Silent matches that a digest still counts: those since the one of a week before."""


@dataclass(slots=True)
class _Run:
    """What is known in one run before anything is recorded."""

    now: datetime
    before: Mapping[str, RuleState]
    found: dict[str, list[Match]] = field(default_factory=dict)
    """Rule → its new matches; every rule that could be looked at has an entry."""
    errors: dict[str, VeilleError] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    recorded: bool = True


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a run works with."""

    ledger: Ledger
    index: Index
    settings: Settings
    channels: Channels
    readers: Readers
    topics: Mapping[str, str]


def register_rules(ledger: Ledger, rules: Sequence[Rule], now: datetime) -> None:
    """Make rules known to the ledger. A run does this before it polls: a new rule watches from then on."""
    seen = [RuleInUse(r.id, r.query_hash, str(r.every), next_due(r.every, now), r.query) for r in rules if r.enabled]
    ledger_rules.register_rules(ledger, seen, now)


def alert(
    ledger: Ledger, index: Index, rules: Sequence[Rule], settings: Settings, clock: Clock, report: Report,
    *, readers: Readers | None = None, topics: Mapping[str, str] | None = None,
) -> StageRun:  # fmt: skip
    """Evaluate all rules once and put the mails that are due into the outbox. One outcome a rule.

    ``readers``: what is known of whom is written to. ``topics``: topic id → its name for people.
    """
    now = clock()
    with ledger.read() as c:
        gone = {(one.reader, one.rule_id) for one in subscriptions.all_of(c)}
    in_use = still_subscribed([rule for rule in rules if rule.enabled], gone)
    stage = StageRun(Stage.ALERT, now, claimed=len(in_use))
    register_rules(ledger, rules, now)
    with ledger.read() as c:
        run = _Run(now, ledger_rules.states(c))
    _look(ledger, index, in_use, run, timedelta(seconds=settings.alert.overlap_seconds))
    with open_channels(settings) as channels:
        desk = _Desk(ledger, index, settings, channels, readers or Readers(), topics or {})
        _tell([rule for rule in in_use if rule.id in run.found], run, desk)
    for rule_id, error in run.errors.items():
        ledger_rules.record_error(ledger, rule_id, str(error), now)
    for rule in in_use:
        outcome = _outcome(rule, run)
        stage.add(outcome)
        report(outcome)
    stage.ended_at = clock()
    return stage


def _look(ledger: Ledger, index: Index, rules: Sequence[Rule], run: _Run, overlap: timedelta) -> None:
    """Search for every rule. One that fails keeps its watermark: the next run looks from there again."""
    since = {rule.id: run.before[rule.id].watermark - overlap for rule in rules}
    try:
        index.refresh()
    except IndexUnavailable as e:
        run.errors = dict.fromkeys(since, e)
        return
    for rule, found in evaluate(ledger, index, rules, since, run.now):
        if isinstance(found, VeilleError):
            run.errors[rule.id] = found
        else:
            run.found[rule.id] = found


@dataclass(frozen=True, slots=True)
class _Turn:
    """Which rules have their say in this run."""

    immediate: list[Rule]
    due: list[tuple[Rule, datetime]]
    """Digests whose hour has come, that are full, or that catch up; each with its slot."""
    woken: list[Rule]
    """Rules that slept until now."""

    @property
    def speaking(self) -> list[Rule]:
        """All of them."""
        return [*self.immediate, *(rule for rule, _ in self.due)]


def _turn(rules: Sequence[Rule], run: _Run, desk: _Desk) -> _Turn:
    awake = [r for r in rules if not _sleeps(run.before[r.id], run.now)]
    due = [(r, slot) for r in awake if (slot := run.before[r.id].next_due) is not None and slot <= run.now]
    due += [(r, run.now) for r in _full(awake, due, run, desk)]
    woken = [r for r in awake if run.before[r.id].snoozed_until is not None]
    due += [(r, run.now) for r in woken if r.every.kind == "immediately"]  # one mail catches up
    immediate = [r for r in awake if r.every.kind == "immediately" and r not in woken]
    return _Turn(immediate, due, woken)


def _tell(rules: Sequence[Rule], run: _Run, desk: _Desk) -> None:
    """Decide on the mails and record everything, or nothing if another worker was faster."""
    settings = desk.settings
    turn = _turn(rules, run, desk)
    immediate, due, speaking = turn.immediate, turn.due, turn.speaking
    new = [match for rule in speaking for match in run.found[rule.id] if not match.silent]
    following = _follow(immediate, new, run, desk)
    with desk.ledger.read() as c:
        kept = matches.waiting(c, [r.id for r in speaking])
        quiet_over = quiet.over(c, run.now)
        waiting = [Match.from_json(m.rule_id, m.evidence) for m in kept] + new
        told = matches.who_was_notified(c, [match.event for match in waiting])
        state = pulse(c, run.now)
        silent = matches.silent_uncounted(c, [rule.id for rule, _ in due], run.now - OLDER_COUNTED)
    told_elsewhere = told_by_updates(following.updates, following.siblings)
    told |= {(t.reader, t.event_id): t.mail_id for t in told_elsewhere}
    composed = compose(immediate, due, waiting, told, settings.alert.burst, desk.readers)
    first, held = hold(composed, run.now, settings.timezone)
    changed = _follow_digests(due, immediate, run, desk)
    now_told = {(reader_of(d.recipient), item.event) for d in composed for item in d.items}
    now_told |= {(u.followed.reader, u.followed.event) for u in following.updates}
    first, digest_updates = into_digests(first, due, changed.updates, now_told)
    caught_up = catch_up(quiet_over, {rule.id: rule for rule in rules}, desk.readers)
    first, counted_older = with_older(first, [rule for rule, _ in due], silent)
    run.drafts = [*first, *caught_up, *(update.draft for update in following.updates)]
    shown = siblings(desk.index, (item.event for draft in [*composed, *caught_up] for item in draft.items))
    found: Mapping[str, Sequence[Sibling]] = {**shown, **following.siblings, **changed.siblings}
    context = _context(run, desk, state, found)
    evaluation = Evaluation(
        now=run.now,
        before=run.before,
        next_due={rule.id: _following(rule, run) for rule in rules},
        matches=[_matched(match, run) for rule in rules for match in run.found[rule.id]],
        mails=[desk.channels.write(draft, context) for draft in run.drafts],
        told=[*tellings(first, found), *tellings_held(held, found), *told_elsewhere],
        mailed=[*settled(speaking, waiting, composed, told), *counted_older],
        held=held,
        released=quiet_over,
        woken=[rule.id for rule in turn.woken],
        completed=[(f.reader, f.event, f.known.to_json()) for f in (*following.completed, *changed.completed)],
        updates=[*updates_told(following.updates), *digest_updates],
        look_again=[(p.followed.reader, p.followed.event, p.until) for p in following.postponed],
        looked_at=following.looked_at,
        recheck=rechecked(run.drafts, found),
    )
    run.recorded = matches.record(desk.ledger, evaluation)


def _context(run: _Run, desk: _Desk, state: Pulse, found: Mapping[str, Sequence[Sibling]]) -> MailContext:
    """What every mail of the run says beside its own news."""
    made = gloss(desk.ledger, desk.settings, run.drafts, run.now)
    return MailContext(
        zone=desk.settings.timezone,
        now=run.now,
        pulse=pulse_line(state.feeds, state.healthy, state.lag),
        pulse_in=lambda phrases: pulse_line(state.feeds, state.healthy, state.lag, phrases),
        contact=desk.settings.fetch.contact,
        siblings=found,
        topics=desk.topics,
        unsubscribe=_links(desk).link,
        gloss=lambda summary, reader: made.get(one, "") if (one := headline_for(summary, reader)) else "",
    )


def _links(desk: _Desk) -> Unsubscriber:
    url = desk.settings.web.public_url
    return Unsubscriber(subscriptions.signing_key(desk.ledger) if url else b"", url)


def _sleeps(state: RuleState, now: datetime) -> bool:
    return state.snoozed_until is not None and state.snoozed_until > now


def _full(rules: Sequence[Rule], due: Sequence[tuple[Rule, datetime]], run: _Run, desk: _Desk) -> list[Rule]:
    """Digest rules that have as many stories as they wait for at most, before their time."""
    asked = [rule for rule in rules if rule.every.count and rule not in [r for r, _ in due]]
    if not asked:
        return []
    with desk.ledger.read() as c:
        waiting = Counter(m.rule_id for m in matches.waiting(c, [rule.id for rule in asked]))
    for rule in asked:
        waiting[rule.id] += sum(not match.silent for match in run.found[rule.id])
    return [rule for rule in asked if waiting[rule.id] >= (rule.every.count or 0)]


def _follow_digests(
    due: Sequence[tuple[Rule, datetime]], immediate: Sequence[Rule], run: _Run, desk: _Desk
) -> Following:
    """What has changed, since they were told, in events that the digests which are due now told."""
    digests = [rule for rule, _ in due if rule.every.kind != "immediately" and rule not in immediate]
    if not digests:
        return Following()
    since = run.now - timedelta(days=desk.settings.alert.follow_days)
    return follow(desk.ledger, desk.index, digests, (), since, run.now, desk.settings, desk.readers)


def _follow(immediate: Sequence[Rule], new: Sequence[Match], run: _Run, desk: _Desk) -> Following:
    """Updates, by the rules that tell at once."""
    if not immediate:
        return Following()
    overlap = timedelta(seconds=desk.settings.alert.overlap_seconds)
    since = min(run.before[rule.id].watermark for rule in immediate) - overlap
    return follow(desk.ledger, desk.index, immediate, new, since, run.now, desk.settings, desk.readers)


def _following(rule: Rule, run: _Run) -> datetime | None:
    """When the rule is due next: unchanged if it is not due yet; else one moment after now, however late it is."""
    current = run.before[rule.id].next_due
    return current if current is not None and current > run.now else next_due(rule.every, run.now)


def _matched(match: Match, run: _Run) -> Matched:
    state = run.before[match.rule]
    is_lost = _sleeps(state, run.now) and not state.catch_up
    note = "silent" if match.silent else "paused" if is_lost else None
    return Matched(match.rule, match.event, match.summary.key, match.to_json(), note)


def _outcome(rule: Rule, run: _Run) -> Outcome:
    if (error := run.errors.get(rule.id)) is not None:
        name = "index-unavailable" if isinstance(error, IndexUnavailable) else "failed"
        kept = f"{error}; looks from {run.before[rule.id].watermark:%Y-%m-%d %H:%M} UTC again"
        return Outcome(Stage.ALERT, rule.id, name, kept, ok=False)
    if not run.recorded:
        return Outcome(Stage.ALERT, rule.id, "taken", "another worker looked at the same time")
    live = [match for match in run.found[rule.id] if not match.silent]
    silent = len(run.found[rule.id]) - len(live)
    mails = sum(any(r.id == rule.id for r in draft.rules) for draft in run.drafts)
    parts = [counted(len(live), "new story", "new stories")] if live else []
    parts += [f"{silent} silent"] if silent else []
    parts += [counted(mails, "mail")] if mails else []
    return Outcome(Stage.ALERT, rule.id, "matched" if live else "quiet", ", ".join(parts), new=len(live))

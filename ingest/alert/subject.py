"""The one line by which a notification is known: a mail's subject, a webhook's and a chat message's headline. Pure."""

from ingest.alert.compose import DigestItem, Draft
from ingest.alert.context import MailContext
from ingest.alert.phrases import Phrases
from ingest.alert.watch.noticed import sentence
from ingest.alert.wording import listed, shortened

LONGEST = 110
"""Characters; phones show about 40, mail clients 60 to 100."""


def subject_of(draft: Draft, context: MailContext) -> str:
    """The subject of a draft. An update keeps that of its thread: mail programs hold a conversation together by it."""
    if draft.kind == "update" and draft.thread is not None and draft.thread.subject:
        return f"Re: {draft.thread.subject}"
    if draft.kind in ("alert", "update") and len(draft.items) == 1:
        return _alert_subject(draft.items[0], context, draft.reader.phrases)
    return _digest_subject(draft)


def _alert_subject(item: DigestItem, context: MailContext, phrases: Phrases) -> str:
    """``[Russia – DPRK] Title (Yonhap +3)``."""
    others = {o.outlet for o in context.siblings.get(item.event, ())} - {item.summary.outlet}
    more = f" +{len(others)}" if others else ""
    tail = f" ({shortened(item.summary.outlet, 30)}{more})"
    head = f"[{shortened(item.rules[0].name, 30)}] "
    if item.summary.noticed is not None:
        said = sentence(item.summary.noticed, phrases, context.topics)
        return head + shortened(said.rstrip(":") + f" – {item.summary.headline}", LONGEST - len(head))
    return head + shortened(item.summary.headline, LONGEST - len(head) - len(tail)) + tail


def _digest_subject(draft: Draft) -> str:
    phrases = draft.reader.phrases
    names = shortened(listed([r.name for r in draft.rules], 3), 60)
    if not draft.items:
        return f"[{names}] {phrases('subject_nothing')}"
    count = phrases.counted("story", len(draft.items))
    first = shortened(draft.items[0].summary.headline, LONGEST - len(names) - len(count) - 5)
    return f"[{names}] {count}: {first}"

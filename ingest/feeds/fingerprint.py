"""A feed's body without what changes at every request."""

import hashlib
import re

_VOLATILE = re.compile(
    rb"<(lastBuildDate|sy:updateBase|generator)\b[^<>]*>[^<]{0,300}</\1>|<!--[^<>]{0,500}-->", re.IGNORECASE
)
_CHANNEL_DATE = re.compile(rb"<(pubDate|updated|dc:date|modified)\b[^<>]*>[^<]{0,100}</\1>", re.IGNORECASE)
_FIRST_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")


def body_hash(body: bytes) -> str:
    """Hash of a body without what changes at every request: build dates, generator stamps, comments.

    Servers that ignore conditional requests, and site-wide ETags, are unmasked by it: nothing new, no work.
    """
    first = _FIRST_ITEM.search(body)
    head_end = first.start() if first else min(len(body), 5_000)
    head = _CHANNEL_DATE.sub(b"", _VOLATILE.sub(b"", body[:head_end]))
    tail_start = max(head_end, len(body) - 1_000)
    digest = hashlib.blake2b(head, digest_size=16)
    digest.update(body[head_end:tail_start])
    digest.update(_VOLATILE.sub(b"", body[tail_start:]))
    return digest.hexdigest()

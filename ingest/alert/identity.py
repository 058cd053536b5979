"""What makes a notification the one it is."""

import hashlib


def notification_id(identity: tuple[str, ...]) -> str:
    """32 hex characters that stand for an identity: what a notification is about, and for whom."""
    return hashlib.sha256("\x1f".join(identity).encode()).hexdigest()[:32]

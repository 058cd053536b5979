"""Numbers with their noun, in English."""


def counted(n: int, noun: str, plural: str | None = None, *, none: str = "0") -> str:
    """``1 story``, ``2 stories``, ``1,200 mails``; with ``none="no"``: ``no mails``."""
    number = f"{n:,}" if n else none
    return f"{number} {noun if n == 1 else plural or noun + 's'}"

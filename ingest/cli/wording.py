"""Small words for people."""


def count(n: int, one: str, many: str | None = None) -> str:
    """``1 mail``, ``2 mails``, ``no mails``."""
    return f"{n or 'no'} {one if n == 1 else many or one + 's'}"

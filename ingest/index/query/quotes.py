"""Typographic quotation marks in a query: “ ” « » „ “ 「 」 quote a phrase as " does. Places in the text stay."""

_CLOSING = {
    "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "《": "》", "＂": "＂"
}  # fmt: skip
"""An opening mark → those that close it. »…« and ”…” are used too."""


def plain_quotes(text: str) -> str:
    """The text with typographic marks as ". What stands between plain ones is left alone, and so is a mark alone."""
    if _CLOSING.keys().isdisjoint(text):
        return text
    out = list(text)
    at = 0
    while at < len(text):
        character = text[at]
        if character == "\\":
            at += 2
            continue
        end = text.find('"', at + 1) if character == '"' else _closing(text, at)
        if end > at:
            out[at] = out[end] = '"'
            at = end
        at += 1
    return "".join(out)


def _closing(text: str, at: int) -> int:
    """Where the phrase ends that begins here; -1 if none does."""
    found = [place for mark in _CLOSING.get(text[at], "") if (place := text.find(mark, at + 1)) > 0]
    end = min(found, default=-1)
    return end if '"' not in text[at:end] else -1

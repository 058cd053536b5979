"""What stands around an article and is not it: newsletters, cookies, subscriptions, "read also", credits.

By cues, sentence by sentence: publishers put the same few things around a text in every language. The list is data;
a sentence that it wrongly takes away costs little, as it is taken away from the copies too.
"""

import re

import regex

from ingest.languages.joined import alternatives

_AGENCIES = "afp|ap|reuters|dpa|efe|ansa|lusa|тасс"
_AT_START = (
    rf"(?:{alternatives('credit_words')})\b.{{0,12}}\b(?:{_AGENCIES}|{alternatives('agency_words')})\b.{{0,20}}$",
    r"(?:afp|ap|reuters|dpa|efe|ansa|yonhap|연합뉴스)\W*$",
    rf"(?:{alternatives('stamp_words')})\b.{{0,60}}$",
)
"""Credits, reading times, dates: sentences that begin so and are short."""
_WORDS = alternatives("boilerplate", r"lees ook\b")
"""Read also; newsletters, accounts, paywalls; consent; sharing and following; rights; reporting errors."""
_ANYWHERE = alternatives("boilerplate_anywhere", "©", r"\w@\w[\w-]*\.\w")
"""The same in scripts where a word's border is no help."""
_CUE = re.compile(rf"^\W*(?:{'|'.join(_AT_START)})|\b(?:{_WORDS})|{_ANYWHERE}")
_SENTENCE = regex.compile(r"(?<=[.!?…。！？][\"')\]]?)\s+|(?<=[。！？])(?=\S)")
LONGEST = 45
"""Words: a sentence longer than this is the article's, whatever it mentions."""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a folded text, without those that are boilerplate. A text of boilerplate only is kept."""
    whole = [p.strip() for p in text.split("\n") if p.strip()]
    kept = [left for p in whole if (left := _without_boilerplate(p))]
    return kept or whole


def _without_boilerplate(paragraph: str) -> str:
    parts = [s for s in _SENTENCE.split(paragraph) if s]
    is_cue = [_is_boilerplate(s) for s in parts]
    if not any(is_cue):
        return paragraph
    words = [len(s.split()) for s in parts]
    if 2 * sum(n for n, cue in zip(words, is_cue, strict=True) if cue) >= sum(words):
        return ""
    return " ".join(s for s, cue in zip(parts, is_cue, strict=True) if not cue)


def _is_boilerplate(sentence: str) -> bool:
    return len(sentence.split()) <= LONGEST and _CUE.search(sentence.lower()) is not None

"""The language of an article: from its words, weighed with what is known beforehand. Deterministic.

The words are judged by py3langid (a naive Bayes model over byte n-grams: the same text always gives the same answer)
on a sample of the text. To its log-likelihoods are added priors in the same unit: what languages news is written in,
what the feed says, what the page says. A long text outweighs any prior, a headline may need them.
Scripts that only one language of the press uses (Hangul, kana, Thai …) decide by themselves. Where the model hesitates
over a text of some length, langdetect gives a second opinion. Measured (docs/decisions/031-language.md).
"""

import re
from functools import lru_cache
from typing import Any

from ingest.model import DetectedLanguage

UNKNOWN = "unknown"
SAMPLE_CHARS = 600
MIN_LETTERS = 3

_PRESS_CODES = (
    "en fr de es it pt nl ru uk pl cs sk sv no da fi hu ro bg el tr ar he fa ur hi bn ta te th vi id ms ko ja zh "
    "sr hr sl lt lv et ca sw zu xh af sq mk hy ka az kk be is ga"
)
_PRESS = frozenset(_PRESS_CODES.split())
_GREAT = frozenset(["en", "fr", "de", "es", "it", "pt", "ru"])
"""Languages that most of the press is written in: three words without a hint are one of these."""
_GREAT_PRIOR = 5.0
_ENGLISH_PRIOR = 4.0
"""On top: titles of every country's press quote English, and short English words look like many languages' own."""
_PRESS_PRIOR = 10.0
_RARE_PRIOR = -10.0
_FEED_PRIOR = 14.0
_HTML_PRIOR = 6.0
"""Log units of the model. Its scores for a headline differ by about 10 between near languages."""
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "jw": "jv", "cmn": "zh", "yue": "zh", "wuu": "zh", "fil": "tl",
         "arz": "ar", "ary": "ar", "mo": "ro", "sh": "sr"}  # fmt: skip
SURE = 0.9
LONG_ENOUGH = 40
_SECOND_WEIGHT = 6.0
"""Below SURE langdetect is asked too. Measured on 1,793 snippets of 80 characters: 5 wrong without it, 3 with it; under
40 letters it makes things worse."""
_LETTER = re.compile(r"[^\W\d_]")
_NOISE = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|\S+@\S+|\S+\.(?:com|org|net|twitter)\S*")


def detect(text: str, *, title: str = "", feed: str | None = None, html: str | None = None) -> DetectedLanguage:
    """The language of ``text`` (and ``title``), ISO 639-1, or ``unknown``.

    ``feed`` and ``html`` are language tags as the feed and the page declare them; they weigh in, they do not decide
    against clear words. ``confidence`` is 0 to 1.
    """
    sample = _sample(title, text)
    letters = len(_LETTER.findall(sample))
    feed, html = base_code(feed), base_code(html)
    if letters < MIN_LETTERS:
        return _declared(feed, html)
    if script := _by_script(sample, letters):
        told = _beside_another(script, sample, letters, feed, html)
        return told or (_han(sample, feed, html) if script == "zh" else DetectedLanguage(script, 0.99, "script"))
    if beside := _han_beside(sample, feed, html):
        return beside
    if len(_LATIN.findall(sample)) >= _BESIDE:
        sample = _EAST.sub(" ", sample)  # a few characters of a name would outweigh the words around them
    if _shouts(sample):
        sample = sample.lower()  # the model has learnt its capitals at the beginning of words
    if _is_latin_russian(sample):
        return DetectedLanguage("ru", 0.8, "transliteration")
    return _by_words(sample, letters, feed, html)


def base_code(tag: str | None) -> str | None:
    """``zh-Hant-TW`` → ``zh``, ``nb_NO`` → ``no``; None for what is not a language tag."""
    m = re.match(r"\s*([a-zA-Z]{2,3})(?:[-_]|\s*$)", tag or "")
    if not m:
        return None
    code = m[1].lower()
    return _SAME.get(code, code)


def _sample(title: str, text: str) -> str:
    """Title and three places of the text: openings may be quotes or bylines in another language."""
    text = text.strip()
    if len(text) > SAMPLE_CHARS:
        third, middle = SAMPLE_CHARS // 3, len(text) // 2
        text = f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"
    # A broken page may have all its markup for a title; the pattern for noise is slow on long runs without spaces.
    return _NOISE.sub(" ", f"{title[:300]} {text}").strip()


def _declared(feed: str | None, html: str | None) -> DetectedLanguage:
    for code, source in ((feed, "feed"), (html, "html")):
        if code:
            return DetectedLanguage(code, 0.5, source)
    return DetectedLanguage(UNKNOWN, 0.0, "none")


_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ko", re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")),
    ("ja", re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]")),
    ("zh", re.compile("[\u3400-\u9fff\U00020000-\U0002ffff]")),
    ("th", re.compile("[\u0e01-\u0e4e]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("gu", re.compile("[\u0a80-\u0aff]")),
    ("kn", re.compile("[\u0c80-\u0cff]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("lo", re.compile("[\u0e80-\u0eff]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("si", re.compile("[\u0d80-\u0dff]")),
    ("pa", re.compile("[\u0a00-\u0a7f]")),
)


def _by_script(sample: str, letters: int) -> str | None:
    """The language whose own script carries the text; kana among Han make it Japanese, Hangul Korean."""
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS}
    east = counts["ko"] + counts["ja"] + counts["zh"]
    # One Han character or Hangul syllable says as much as two or three letters.
    if east * 2.5 > letters - east:
        if counts["ko"] * 2 > counts["zh"] + counts["ja"]:
            return "ko"
        return "ja" if counts["ja"] * 12 > counts["zh"] else "zh"
    code, most = max(counts.items(), key=lambda item: item[1])
    return code if most * 2 > letters and code not in ("ko", "ja", "zh") else None


_CHARSETS = {"ja": "shift_jis", "ko": "euc_kr", "zh": "gb2312"}
"""Which Han characters a language's press writes, its national standard says: 気 is in Japan's alone, 这 in China's."""
_TAIWAN = "big5"
_CHINESE_WORDS = frozenset("们們这這吗嗎呢没沒说說让讓给給谁誰吧")
"""Little words of Chinese that neither Japanese nor Korean headlines hold, though their standards have some of them."""
_EAST = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
_HAN = re.compile("[\u3400-\u9fff]")


@lru_cache(maxsize=1 << 14)
def _is_in(charset: str, character: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _han(sample: str, feed: str | None, html: str | None) -> DetectedLanguage:
    """The language of a text in Han characters alone: a Japanese headline of kanji, Korean hanja, or Chinese.

    What feed or page say holds if all its characters are of that language's standard, because «中国軍拡大» may be any.
    Without them, characters that only Japan writes make it Japanese.
    """
    characters = _HAN.findall(sample)
    for code, source in ((feed, "script+feed"), (html, "script+html")):
        if code == "zh" or (code in _CHARSETS and code is not None and _can_be(code, characters)):
            return DetectedLanguage(code, 0.9, source)
    only_japanese = any(
        _is_in("shift_jis", c) and not _is_in("gb2312", c) and not _is_in(_TAIWAN, c) for c in characters
    )
    if only_japanese and _can_be("ja", characters):
        return DetectedLanguage("ja", 0.95, "script")
    return DetectedLanguage("zh", 0.99, "script")


def _can_be(code: str, characters: list[str]) -> bool:
    return all(_is_in(_CHARSETS[code], c) and c not in _CHINESE_WORDS for c in characters)


def _beside_another(
    script: str, sample: str, letters: int, feed: str | None, html: str | None
) -> DetectedLanguage | None:
    """What feed or page say, where a title says the same in Latin letters beside another script; else None."""
    if letters > _HEADLINE or len(_LATIN.findall(sample)) < max(_BESIDE, 0.3 * letters):
        return None  # a text says what it is in by itself, however many foreign names it holds
    for code, source in ((feed, "text+feed"), (html, "text+html")):
        if code in _GREAT and code not in (script, "ru"):
            return DetectedLanguage(code, 0.7, source)
    return None


def _han_beside(sample: str, feed: str | None, html: str | None) -> DetectedLanguage | None:
    """The other way round: a title in Latin letters mostly, of a feed or page in the script that stands beside them."""
    for code, source in ((feed, "text+feed"), (html, "text+html")):
        pattern = next((p for c, p in _SCRIPTS if c == code and code in _CHARSETS), None)
        if pattern is not None and len(pattern.findall(sample)) >= _FEW and code is not None:
            return DetectedLanguage(code, 0.7, source)
    return None


def _shouts(sample: str) -> bool:
    """Whether most letters are capitals, as in «PYONGYANG ACCUSE SEOUL»."""
    upper, lower = sum(c.isupper() for c in sample), sum(c.islower() for c in sample)
    return upper >= _BESIDE and upper > 2 * lower


_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_HEADLINE = 120
"""Letters: what has more is no headline."""
_BESIDE = 8
"""Letters that are more than a name."""
_FEW = 5
"""The same in Han, kana or Hangul."""
_RUSSIAN_SOUNDS = re.compile(
    r"(?:shch|zh|kh|ykh|ikh|ogo|ego|skiy|skoy|skaya|skie|skikh|iya|iyu|aya|oye|yye|ami|yami|stvo|nost|vskiy|yut|yat|ost|ovat)"
)
_RUSSIAN_TEXT = (
    "i v na ne s po iz za ot dlya chto kak ob pri nad protiv mezhdu posle soobshchil zayavil rossii rossiya rossiyu "
    "ukrainy ukraine kndr ssha prezident dogovor peregovory"
)
_RUSSIAN_WORDS = frozenset(_RUSSIAN_TEXT.split())


def _is_latin_russian(sample: str) -> bool:
    """Whether it is Russian in Latin letters: its sounds in most long words, its little words between them."""
    words = [w.strip(".,:;!?«»\"'()").lower() for w in sample.split()[:40]]
    long = [w for w in words if len(w) > 4 and w.isascii() and w.isalpha()]
    if len(long) < 2 or any(not w.isascii() for w in words):
        return False
    sounds = sum(_RUSSIAN_SOUNDS.search(w) is not None for w in long)
    return 2 * sounds >= len(long) and sum(w in _RUSSIAN_WORDS for w in words) >= max(1, len(words) // 8)


def _by_words(sample: str, letters: int, feed: str | None, html: str | None) -> DetectedLanguage:
    ranked = _model().rank(sample)
    scores: dict[str, float] = {}
    for label, score in ranked[:60]:
        code = _SAME.get(label, label)
        prior = (
            (_PRESS_PRIOR if code in _PRESS else _RARE_PRIOR)
            + _GREAT_PRIOR * (code in _GREAT)
            + _ENGLISH_PRIOR * (code == "en")
            + _FEED_PRIOR * (code == feed)
            + _HTML_PRIOR * (code == html)
        )
        scores[code] = max(scores.get(code, -1e9), float(score) + prior)
    best, confidence = _leader(scores)
    source = "text"
    if confidence < SURE and letters >= LONG_ENOUGH:
        for code, probability in _second_opinion(sample).items():
            scores[code] = scores.get(code, -1e9) + _SECOND_WEIGHT * probability
        best, confidence = _leader(scores)
    if confidence < 0.55 and letters < 12:
        return _declared(feed, html)
    if ranked[0][0] != best and _SAME.get(ranked[0][0]) != best:
        source = "text+feed" if best == feed else "text+html" if best == html else "text"
    return DetectedLanguage(best, confidence, source)


def _leader(scores: dict[str, float]) -> tuple[str, float]:
    (best, top), *rest = sorted(scores.items(), key=lambda item: -item[1])
    margin = top - rest[0][1] if rest else 30.0
    return best, round(1.0 - 0.5 * 2.0 ** (-margin / 3.0), 3)


def _second_opinion(sample: str) -> dict[str, float]:
    """langdetect's probabilities. It samples at random, so it is seeded anew for each text."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = _langdetect().create()
    detector.seed = 0
    detector.append(sample)
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return {}
    return {base_code(x.lang) or x.lang: float(x.prob) for x in found}


@lru_cache(maxsize=1)
def _langdetect() -> Any:
    """One factory a process: its 55 profiles take 0.4 s to load, so only once, and only if a text needs it."""
    from langdetect import detector_factory

    detector_factory.init_factory()
    return detector_factory._factory


@lru_cache(maxsize=1)
def _model() -> Any:
    """One model a process; about 0.1 s to load."""
    from py3langid.langid import LanguageIdentifier  # numpy costs every command 0.1 s if imported at the top

    return LanguageIdentifier.from_model_file("data/model.npz.xz", norm_probs=False)

"""Other spellings of a word in a query: what folding cannot do without making different words the same.

Every text is folded alike when it is indexed (``ingest.text.tokens``). Folding ``ae`` to ``a`` there would make *cœur*
and *cour*, *does* and *dos* one word; so a query asks for both spellings, and only where a German word is likely.
"""

import re
import unicodedata
from functools import lru_cache

from ingest.text.tokens import tokens

_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
_SPELLED_OUT = re.compile(r"a(?=e[a-z])e|o(?=e[a-hj-tv-z])e|(?<![aegiouqy])u(?=e[a-z])e", re.IGNORECASE)
"""*Militaerhilfe*, *Koenig*, *Mueller*: not *value* (at the end), *œuvre*, *Boeing* (before u, i), *queue*, *guest*."""
_NOT_GERMAN = re.compile(r"[aou]e[sd]$", re.IGNORECASE)
"""*issues*, *heroes*, *rescued*."""
_SHORTEST = 6
"""Letters: *poet*, *does* and *blue* are words of other languages."""

_NAMES = """
김정은 金正恩 | 김정일 金正日 | 김일성 金日成 | 김여정 金與正 | 김주애 金主愛 | 리설주 李雪主 | 최선희 崔善姬
박정천 朴正天 | 조용원 趙甬元 | 리병철 李炳哲 | 김덕훈 金德訓 | 최룡해 崔龍海 | 윤석열 尹錫悅 | 이재명 李在明
문재인 文在寅 | 박근혜 朴槿惠 | 이명박 李明博 | 노무현 盧武鉉 | 김대중 金大中 | 시진핑 習近平 | 왕이 王毅
리창 李强 | 이시바 石破 | 기시다 岸田 | 아베 安倍 | 북한 北韓 | 북한 北 | 조선 朝鮮 | 한국 韓國 | 남북 南北
한미 韓美 | 북미 北美 | 북러 北露 | 평양 平壤 | 개성 開城 | 판문점 板門店
"""
"""The same name in hangul and in hanja (as Korean papers, Chinese and Japanese ones write it)."""


def _paired() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for pair in _NAMES.replace("\n", "|").split("|"):
        if pair.strip():
            one, other = (tuple(tokens(name)) for name in pair.split())
            found[one] = (*found.get(one, ()), other)
            if len(other[0]) > 1:  # 北 alone stands for 북한 in a headline, and for much else elsewhere
                found[other] = (*found.get(other, ()), one)
    return found


_OTHER_SCRIPT = _paired()


@lru_cache(maxsize=50_000)
def spellings(plain: str) -> tuple[tuple[str, ...], ...]:
    """The tokens of a word as written, then those of its other spellings."""
    composed = unicodedata.normalize("NFC", plain)
    forms = [plain, "".join(_UMLAUTS.get(c, c) for c in composed)]
    if len(composed) >= _SHORTEST and composed.isalpha() and not _NOT_GERMAN.search(composed):
        forms.append(_SPELLED_OUT.sub(lambda found: found.group()[0], composed))
    written = [tuple(tokens(form)) for form in forms]
    return tuple(dict.fromkeys([*written, *_OTHER_SCRIPT.get(written[0], ())]))

"""Pages about many events: digests, agendas, live pages. Each stands alone, whatever first sentence of a wire it has."""

import regex

_TITLE = regex.compile(
    r"^\W*(?:en direct|direct\b|live\b|liveblog|live ?ticker|newsblog|minuto a minuto|en vivo|diretta|ao vivo|онлайн|прямая трансляция|хроника|실시간|속보 모음|ライブ|中継|直播|实时更新)"
    r"|\b(?:suivez (?:en direct|les événements)|live (?:updates?|blog|coverage|report)|as it happened|im (?:live)?ticker)\b"
    r"|\b(?:l'essentiel (?:de|du|des)|l'actu(?:alité)? en|en (?:\w+) (?:infos|informations|points|titres)|ce qu'il faut (?:savoir|retenir)|le (?:point|brief|récap|journal) d(?:e|u)|les titres (?:de|du)|revue de presse|tour du monde|l'agenda|agenda (?:de|du)|les rendez-vous (?:de|du))"
    r"|\b(?:(?:morning|evening|daily|weekly|news|world|afternoon) (?:briefing|brief|digest|roundup|round-up|headlines)|(?:news|week) in brief|five things|\d+ things (?:to know|you need)|what (?:you need )?to know (?:this|today)|today's headlines|week ahead|diary of events|in case you missed)\b"
    r"|\b(?:der (?:morgen|abend|tag) (?:im|in)|das wichtigste|nachrichten(?:überblick|übersicht)|die nachrichten des|kurz (?:und bündig|notiert)|was (?:heute|am \w+) wichtig)"
    r"|\b(?:lo esencial|las noticias (?:del|de la)|resumen (?:del|de la)|cinco (?:noticias|claves)|le notizie (?:del|di)|as notícias (?:do|da))"
    r"|(?:главное (?:за|к|на)|коротко о главном|новости (?:дня|часа|к)|итоги (?:дня|недели)|дайджест|주요\s*(?:뉴스|일정)|오늘의|뉴스\s*브리핑|간추린|今日のニュース|ニュースまとめ|主なニュース|新闻(?:早|晚)报|早报|今日要闻|一周要闻)",
    regex.IGNORECASE,
)  # fmt: skip
_CLOCK = regex.compile(r"^\W*\d{1,2} ?(?:h|:|\.|시|時|点) ?\d{2}\b", regex.MULTILINE)
_ITEM = regex.compile(
    r"^\W*(?:\d{1,2}[.)]|[①-⑨]|(?:un|deux|trois|quatre|cinq|one|two|three|four|five|eins|zwei|drei|vier|fünf|uno|dos|tres|due|tre"
    r"|раз|два|три|первое|второе|третье|첫째|둘째|셋째|一|二|三|四|五)[.:,、)])(?= |\D)",
    regex.MULTILINE | regex.IGNORECASE,
)
ENTRIES = 3
"""Paragraphs that open with a time of day: from here on it is a live page, whatever its title."""
ITEMS = 4
"""Paragraphs that open with a number: a digest."""


def is_about_many(title: str, text: str) -> bool:
    """True for a digest or a live page, by its folded title or by paragraphs that open with a time or a number."""
    if _TITLE.search(title) is not None:
        return True
    return len(_CLOCK.findall(text)) >= ENTRIES or len(_ITEM.findall(text)) >= ITEMS

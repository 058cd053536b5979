"""What stands around an article and is not it: newsletters, cookies, subscriptions, "read also", credits.

By cues, sentence by sentence: publishers put the same few things around a text in every language. The list is data;
a sentence that it wrongly takes away costs little, as it is taken away from the copies too.
"""

import re

import regex

_AT_START = (
    r"(?:avec|with|mit|con|com|с|source|sources?|quelle)\b.{0,12}\b(?:afp|ap|reuters|dpa|efe|ansa|lusa|тасс|agences?|agencies|agenturen|agencias|agenzie)\b.{0,20}$",
    r"(?:afp|ap|reuters|dpa|efe|ansa|yonhap|연합뉴스)\W*$",
    r"(?:lecture|temps de lecture|reading time|lesezeit|publié|published|mis à jour|updated|veröffentlicht|publicado|pubblicato|опубликовано)\b.{0,60}$",
)
"""Credits, reading times, dates: sentences that begin so and are short."""
_WORDS = (
    r"(?:lire aussi|à lire|lire également|lire la suite|voir aussi|à voir|sur le même sujet|nos autres articles|retrouvez (?:aussi|tou[st]e?s?|notre|nos))\b",
    r"(?:read more|read also|also read|see also|related (?:articles?|stories|topics)|more on this|more from|you (?:may|might) also like|recommended for you)\b",
    r"(?:lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|weiterlesen|lea (?:también|además)|te puede interesar|leggi anche|leia (?:também|mais)|lees ook)\b",
    r"(?:newsletters?|infolettre|notre lettre|nos (?:alertes|lettres)|abonnez-vous|abonnés?|s'abonner|abonnement|inscri(?:vez-vous|ption gratuite)|identifiez-vous|en vous inscrivant|conditions générales|déjà abonn|boîte (?:mail|de réception)|offre spéciale|sans engagement|(?:offert|accessible) (?:par|à|aux) .{0,12}(?:abonné|lecteur)\w*|soutenez[- ](?:nous|notre)|faites un don|réservée? aux|reste \d+ ?% (?:de|à))\b",
    r"(?:subscrib(?:e|er|ers|ing)|subscription|sign up|sign in|log in|register (?:now|here|for free)|your inbox|terms (?:of use|and conditions)|free trial|unlock this|continue reading|keep reading|cancel (?:any ?time|at any time)|support (?:us|our journalism)|make a donation|premium (?:article|content))\b",
    r"(?:abonnieren|abonnenten|abo\b|probeabo\w*|probemonat|jetzt (?:anmelden|registrieren|bestellen|testen)|kostenlos testen|euro testen|monatlich kündbar|weiter ?zum artikel|suscr[íi]b\w+|boletín|iscriviti|abbonat\w+|assine|assinantes?|inscreva-se)\b",
    r"(?:cookies?|traceurs?|tout accepter|continuer sans accepter|accept all|privacy (?:policy|cent(?:re|er)|settings)|politique de confidentialité|datenschutz\w*|cookie-einstellungen|aceptar todo)\b",
    r"(?:partage[rz]|suivez|rejoignez|téléchargez)\b.{0,60}\b(?:article|facebook|whatsapp|twitter|instagram|telegram|bluesky|linkedin|application|appli|direct sur|réseaux|chaîne|compte)\b",
    r"(?:share|follow|join|download)\b.{0,40}\b(?:article|story|facebook|whatsapp|twitter|instagram|telegram|bluesky|linkedin|our app|us on|our channel|social media)\b",
    r"(?:teilen|folgen sie|artículo en|síguenos|seguici|siga-nos|compart[ae])\b.{0,60}\b(?:facebook|whatsapp|twitter|instagram|telegram|uns auf|app)\b",
    r"(?:copier le lien|copy link|imprimer|facebook\W+(?:whatsapp|twitter|x)\b|whatsapp\W+(?:facebook|copier))",
    r"(?:tous droits|all rights reserved|alle rechte vorbehalten|todos los derechos|tutti i diritti|todos os direitos|droits de reproduction|ne constituent? pas un conseil|reproduction interdite)\b",
    r"(?:trouvé une erreur|signaler une erreur|nous la signaler|spotted (?:an error|a mistake)|report (?:a|an) (?:error|typo|mistake)|nos articles sont rédigés|this article (?:is|was) (?:part of|first published|originally published)|cet article (?:fait partie|a été (?:initialement )?publié)|fehler (?:gefunden|melden)|ошибк\w+.{0,30}ctrl)\b",
    r"(?:min(?:utes?)? de lecture|lecture ?: ?\d+ ?min|min read|publié il y a|il y a quelques minutes)\b",
    r"(?:publicité|advertisement|sponsored|anzeige|publicidad|реклама)\W*$",
)
"""Read also; newsletters, accounts, paywalls; consent; sharing and following; rights; reporting errors."""
_ANYWHERE = (
    r"(?:читайте (?:также|ещ[её])|по теме|подробнее:|관련\s*기사|더\s*보기|함께\s*보면|関連記事|あわせて読みたい|続きを読む|相关(?:阅读|新闻|报道)|延伸閱讀|相關新聞|阅读(?:全文|原文))",
    r"(?:подпи(?:шитесь|сывайтесь|ска)|подписчик|рассылк|구독|뉴스레터|로그인|회원\s*가입|유료\s*회원|会員登録|有料会員|メールマガジン|ログイン|订阅|訂閱|登录后|會員)",
    r"(?:файлы? cookie|политик\w+ конфиденциальности|쿠키|개인정보\s*처리|クッキー|プライバシー|隐私政策|隱私)",
    r"(?:поделиться|telegram-канал|в telegram|наш(?:ем)? канал|카카오톡|페이스북|네이버\s*채널|フォロー|シェア|关注我们|扫码|分享到|微信公众号)",
    r"©",
    r"(?:все права защищены|перепечатк|무단\s*(?:전재|복제)|재배포\s*금지|저작권자|無断転載|版权所有|未经.{0,6}授权|不得转载)",
    r"^\W*(?:광고|広告|广告)\W*$",
    r"[가-힣]{2,4}\s*기자\W*$",
    r"\w@\w[\w-]*\.\w",
)
"""The same in scripts where a word's border is no help."""
_CUE = re.compile(rf"^\W*(?:{'|'.join(_AT_START)})|\b(?:{'|'.join(_WORDS)})|{'|'.join(_ANYWHERE)}")
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

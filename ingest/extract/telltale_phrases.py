"""Words by which pages that are no articles give themselves away, in the languages of our feeds. Data with its reason.

Collected from how the common products speak (consent platforms, bot checks, paywalls), not from particular sites.
"""

import re

CHALLENGE = re.compile(
    r"just a moment|attention required|checking (?:your browser|if the site)|verif(?:y|"
    r"ying) (?:that )?you(?:'re| are) (?:a |not )?"
    r"(?:human|a robot|robot)|are you (?:a )?(?:human|robot)|not a robot|captcha|"
    r"access (?:to this page has been )?denied|"
    r"pardon our interruption|unusual (?:traffic|activity)|security check|ddos protection|request (?:was )?blocked|"
    r"you have been blocked|error 10(?:06|15|20)|automated (?:access|requests|queries)|bot (?:protection|detection)|"
    r"press (?:and|&) hold|403 forbidden|"
    r"vérif(?:ier|ication|iez|ions) que vous (?:n'|n’)?êtes|accès refusé|trafic inhabituel|vous n(?:'|"
    r"’)êtes pas un robot|"
    r"zugriff (?:verweigert|gesperrt)|kein roboter|ungewöhnliche(?:r|n)? (?:datenverkehr|aktivität)|"
    r"sicherheitsüberprüfung|"
    r"acceso denegado|no (?:eres|es usted|soy) un robot|tráfico inusual|accesso negato|non sei un robot|"
    r"acesso negado|"
    r"доступ (?:запрещ|огранич|заблокир)|вы не робот|проверка (?:браузера|безопасности)|"
    r"подозрительн\w+ (?:трафик|активност)|"
    r"접근이 (?:거부|차단|제한)|로봇이 아닙|비정상적인 (?:트래픽|접근)|보안 확인|"
    r"アクセスが(?:拒否|制限)|ロボットではありません|不審なアクセス|セキュリティ(?:チェック|確認)|"
    r"访问(?:被拒绝|受限|验证)|您不是机器人|安全(?:验证|检查)|异常流量|請完成驗證|人机验证",
    re.I,
)
CONSENT = re.compile(
    r"cookie|consent|gdpr|rgpd|dsgvo|iab|trackers?|tracking|personal data|privacy|partners|advertis|purposes|"
    r"legitimate interest|"
    r"accept all|reject all|manage (?:options|preferences)|"
    r"traceurs|données personnelles|vie privée|partenaires|publicit|finalités|consentement|tout (?:accepter|refuser)|"
    r"zustimm|einwillig|datenschutz|personenbezogen|partner|werbung|zwecke|alle akzeptieren|ablehnen|"
    r"privacidad|datos personales|socios|consentimiento|aceptar|rechazar|finalidades|"
    r"dati personali|consenso|accetta|rifiuta|finalità|dados pessoais|consentimento|aceitar|"
    r"файл\w* cookie|персональн\w+ данн|соглас\w+|конфиденциальн\w+|партн[её]р\w*|"
    r"쿠키|개인정보|동의|파트너|광고|クッキー|個人情報|同意(?:は|を|する)|パートナー|広告|隐私|(?:全部|撤回|您)同意|同意cookie|个人(?:数据|信息)|合作伙伴|广告",
    re.I,
)
CONSENT_TITLE = re.compile(
    r"before you continue|cookies?\b|consent|privacy (?:settings|choices|cent)|your (?:privacy|choices)|"
    r"avant de continuer|vos choix|gestion des cookies|paramètres de confidentialité|"
    r"zustimmung|datenschutz(?:einstellungen)?$|privatsphäre|bevor sie|cookie|antes de continuar|tu privacidad|"
    r"su privacidad|"
    r"согласие|конфиденциальност|쿠키|동의|クッキー|同意|隐私|cookie 设置",
    re.I,
)
WALL = re.compile(
    r"subscribe (?:now |today )?to (?:continue|read|keep|unlock)|subscribers? only|for subscribers|"
    r"already a subscriber|"
    r"to (?:continue|keep) reading|unlock (?:this|the full)|log ?in to (?:read|continue)|"
    r"register (?:for free )?to (?:read|continue)|"
    r"(?:this|the) (?:article|story|content) is (?:for|reserved|only|exclusive)|become a (?:subscriber|"
    r"member) to|free articles? left|"
    r"il vous reste \d|réservé(?:e|s|es)? aux abonné|déjà abonné|abonnez-vous pour|pour lire la suite|"
    r"la suite (?:est )?réservée|"
    r"jetzt weiterlesen|weiterlesen mit|mit einem abo|nur für abonnenten|bereits abonnent|um (?:den artikel |"
    r"diesen artikel )?weiterzulesen|"
    r"exklusiv für abonnent|plus-artikel|(?:mit|im) \w*(?:plus|\+) (?:weiter)?lesen|"
    r"(?:sólo|solo|exclusivo|contenido) para suscriptores|suscríbete para|ya (?:eres|soy) suscriptor|seguir leyendo|"
    r"riservato agli abbonati|abbonati per|sei già abbonato|para assinantes|já é assinante|assine para|"
    r"только для подписчиков|оформите подписку|чтобы (?:прочитать|читать) (?:полностью|далее|дальше)|"
    r"доступ(?:но|ен) по подписке|"
    r"유료 ?(?:회원|구독|기사)|구독자 전용|구독하(?:고|시면)|로그인 (?:후|하시면)|"
    r"有料会員|会員限定|この記事は(?:有料|会員)|続きを(?:読む|お読み)|ログインして続き|残り\s*[\d,０-９]+\s*文字|"
    r"订阅(?:后|以)?(?:继续|阅读)|(?:会员|付费)(?:专享|内容|阅读)|登录后(?:继续|阅读)",
    re.I,
)
REMAINS = re.compile(
    r"\d+(?:[.,]\d+)?\s?% (?:de cet article|of this article|dieses artikels)|残り\s*[\d,０-９]+\s*文字", re.I
)
"""Phrases that say how much is missing: these alone make a teaser."""
MEDIA_PATH = re.compile(
    r"/(?:videos?|watch|audio|podcasts?|galler(?:y|ies)|diaporamas?|bilder|fotostrecken?|fotogaleri\w*|photos?|"
    r"mediathek|replay|live-tv|radio|slideshows?|动态图|tv)(?:/|$|[-_.?])",
    re.I,
)
MEDIA_TITLE = re.compile(
    r"^(?:video|vidéo|vídeo|видео|watch|podcast|audio|photos?|fotos?|gallery|diaporama|bildergalerie|"
    r"fotostrecke|galería|"
    r"en images|in pictures|in bildern|사진|포토|영상|写真|動画|视频|图集|фото(?:галерея)?)"
    r"\s*[:|\-–—\]】)]|^[\[【(](?:video|영상|"
    r"포토|動画|写真|视频)",
    re.I,
)
LIVE_PATH = re.compile(
    r"/(?:live|direct|liveblog|live-updates?|liveticker|ticker|en-direct|en-vivo|onlajn|online)(?:/|[-_.]|$)", re.I
)
LIVE_TITLE = re.compile(
    r"\blive ?(?:blog|ticker|updates?|:)|^live\b|\b(?:en direct|direct :|liveticker|newsticker|minuto a minuto|"
    r"en vivo|in diretta|ao vivo|"
    r"онлайн|прямая трансляция)|実況|ライブ(?:速報|ブログ)|速報中|直播|실시간|라이브",
    re.I,
)
CLOCK = re.compile(r"^\W*(?:\d{1,2}[:.h]\d{2}|\d{1,2}(?::\d{2})? ?(?:am|pm|uhr))\b", re.I)

"""French."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="fr",
    name="French",
    months=(
        "janvier", "février fevrier", "mars", "avril", "mai", "juin", "juillet", "août aout", "septembre", "octobre",
        "novembre", "décembre decembre",
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    date_particles="à le du de heures heure h",
    day_first=True,
    numerals={
        1: "un une", 2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit", 9: "neuf", 10: "dix",
        11: "onze", 12: "douze", 13: "treize", 14: "quatorze", 15: "quinze", 16: "seize", 20: "vingt", 30: "trente",
        40: "quarante", 50: "cinquante", 60: "soixante", 70: "septante", 80: "huitante", 90: "nonante",
    },
    scales={10**3: "mille", 10**6: "million millions", 10**9: "milliard milliards md mds", 10**12: "billions"},
    number_words=(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante "
        "cinquante soixante cent mille premier première deuxième second seconde troisième quatrième cinquième sixième "
        "septième huitième neuvième dixième onzième douzième dernier dernière quatorzième quinzième treizième seizième "
        "vingtième dix-septième dix-huitième dix-neuvième hausse baisse recul progression"
    ),
    elided="l m t qu n s j d c jusqu quoiqu lorsqu puisqu",
    stemmer="french",
    and_words="et ou le la les l",
    challenge=(
        r"vérif(?:ier|ication|iez|ions) que vous (?:n'|n’)?êtes", "accès refusé", "trafic inhabituel",
        r"vous n(?:'|’)êtes pas un robot",
    ),
    consent=("rgpd", "traceurs", "données personnelles", "vie privée", "partenaires", "publicit", "finalités", "consentement",
             r"tout (?:accepter|refuser)"),
    consent_titles=("avant de continuer", "vos choix", "gestion des cookies", "paramètres de confidentialité"),
    walls=(r"il vous reste \d", r"réservé(?:e|s|es)? aux abonné", "déjà abonné", "abonnez-vous pour", "pour lire la suite",
           r"la suite (?:est )?réservée"),
    remains=(r"\d+(?:[.,]\d+)?\s?% de cet article",),
    media_titles=("vidéo", "diaporama", "en images"),
    live_titles=("en direct", "direct :"),
    labels=(r"lire (?:aussi|également)", "à lire", "publicité", "abonn", "partager", "par "),
    contact_words=("abonn",),
    byline_prefixes=("par", "auteurs?", "texte?", "rédigé par", "publié par", "propos recueillis par", "avec"),
    update_words=("modif", "mise à jour", "mis à jour"),
    credit_words=("avec", "sources?"),
    agency_words=("agences?",),
    stamp_words=("lecture", "temps de lecture", "publié", "mis à jour"),
    boilerplate=(
        r"(?:lire aussi|à lire|lire également|lire la suite|voir aussi|à voir|sur le même sujet|nos autres articles|retrouvez (?:aussi|tou[st]e?s?|notre|nos))\b",
        r"(?:infolettre|notre lettre|nos (?:alertes|lettres)|abonnez-vous|abonnés?|s'abonner|abonnement|inscri(?:vez-vous|ption gratuite)|identifiez-vous|en vous inscrivant|conditions générales|déjà abonn|boîte (?:mail|de réception)|offre spéciale|sans engagement|(?:offert|accessible) (?:par|à|aux) .{0,12}(?:abonné|lecteur)\w*|soutenez[- ](?:nous|notre)|faites un don|réservée? aux|reste \d+ ?% (?:de|à))\b",
        r"(?:traceurs?|tout accepter|continuer sans accepter|politique de confidentialité)\b",
        r"(?:partage[rz]|suivez|rejoignez|téléchargez)\b.{0,60}\b(?:article|facebook|whatsapp|twitter|instagram|telegram|bluesky|linkedin|application|appli|direct sur|réseaux|chaîne|compte)\b",
        r"(?:copier le lien|imprimer|whatsapp\W+copier)",
        r"(?:tous droits|droits de reproduction|ne constituent? pas un conseil|reproduction interdite)\b",
        r"(?:trouvé une erreur|signaler une erreur|nous la signaler|nos articles sont rédigés|cet article (?:fait partie|a été (?:initialement )?publié))\b",
        r"(?:min(?:utes?)? de lecture|lecture ?: ?\d+ ?min|publié il y a|il y a quelques minutes)\b",
        r"publicité\W*$",
    ),
    feed_tails=(r"L[’']article .{1,400}? est apparu en premier sur .{1,120}$",),
    read_more=("Lire la suite",),
    roundup_openings=("en direct", r"direct\b"),
    roundups=(
        "suivez (?:en direct|les événements)",
        r"(?:l'essentiel (?:de|du|des)|l'actu(?:alité)? en|en (?:\w+) (?:infos|informations|points|titres)|ce qu'il faut (?:savoir|retenir)|le (?:point|brief|récap|journal) d(?:e|u)|les titres (?:de|du)|revue de presse|tour du monde|l'agenda|agenda (?:de|du)|les rendez-vous (?:de|du))",
    ),
    list_numbers=("un", "deux", "trois", "quatre", "cinq"),
    denials=("dément*", "démenti*", "nie", "nient", "réfute*"),
    corrections=("correction", "rectificatif", "rectification", "erratum", "mise au point"),
    retractions=("rétractation", "rétracte*", "dépublié*", "retire son article"),
)  # fmt: skip

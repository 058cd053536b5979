"""Findings in French, for the operations mail. They are written in English, which is what they are found by here.

As in gettext a text is its own key, ``{}`` standing for what it names. A test reads the texts out of the modules that
write them, so that none is without its French. What is not known here (a server's own words) stays as it is.
"""

import re

from ingest.errors import IndexRefusesUs
from ingest.text.phrasebook import Phrasebook

FRENCH: dict[str, str] = {
    "canary missing": "canari manquant",
    "the canary arrived {} ago; the one under way waits for stage {}: {}": (
        "le canari est arrivé il y a {} ; celui qui est en route attend l’étape {} : {}"
    ),
    "the canary has never arrived; it waits for stage {}: {}": (
        "le canari n’est jamais arrivé ; il attend l’étape {} : {}"
    ),
    "what stops it at {} stops articles too: `veille doctor`": (
        "ce qui l’arrête à l’étape {} arrête aussi les articles : `veille doctor`"
    ),
    "heartbeat failed": "signal de vie en échec",
    "the heartbeat address could not be asked: {}": "l’adresse du signal de vie n’a pas répondu : {}",
    "check [canary] heartbeat; whoever watches it believes that we are down": (
        "vérifiez [canary] heartbeat ; qui la surveille nous croit en panne"
    ),
    # kinds
    "in quarantine": "en quarantaine",
    "failing": "en échec", "retired": "arrêté", "silent": "silencieux", "moved": "déplacé", "gaps": "lacunes",
    "changed": "changé", "dates in the future": "dates dans l’avenir", "disk nearly full": "disque presque plein",
    "few new articles": "peu de nouveaux articles", "mail refused": "courriel refusé",
    "mails waiting": "courriels en attente", "many outlets changed": "beaucoup de médias changés",
    "most in trouble": "la plupart en difficulté", "never polled": "jamais interrogé", "not ready": "pas prêt",
    "nothing has run": "rien n’a tourné", "our own outage": "panne de notre côté", "overdue": "en retard",
    "rule failing": "règle en échec", "run failed": "passage en échec", "waiting": "en attente",
    "writes refused": "écritures refusées", "wrong": "erreur", "encoder off": "encodeur éteint",
    # feeds
    "{} has been failing: {}": "{} échoue : {}",
    "{} is in quarantine: {}": "{} est en quarantaine : {}",
    "{} has been ended by its publisher (410)": "{} a été arrêté par son éditeur (410)",
    "{} has had nothing new": "{} n’a rien de nouveau",
    "{} has moved": "{} a déménagé",
    "{}: articles were missed between two polls (about {} so far)":
        "{} : des articles ont été manqués entre deux passages (environ {} jusqu’ici)",
    "{} of {} feeds could not be reached in the last poll": "{} flux sur {} étaient injoignables au dernier passage",
    "{} of {} feeds fail, have ended or are silent": "{} flux sur {} échouent, sont arrêtés ou silencieux",
    "{} never polled although others are: {}": "{} jamais interrogés alors que d’autres le sont : {}",
    "{} new articles {} in a day, usually {}, although feeds are polled":
        "{} nouveaux articles {} en un jour, d’habitude {}, alors que les flux sont interrogés",
    "check this machine's network, DNS and proxy; no feed is blamed for it and all are asked again":
        "vérifiez le réseau, le DNS et le proxy de cette machine ; aucun flux n’en est tenu responsable et tous "
        "seront interrogés à nouveau",
    "`veille feeds check ID` says whether it answers; `veille poll` asks all that are due":
        "`veille feeds check ID` dit s’il répond ; `veille poll` interroge tous ceux dont c’est le tour",
    "`veille feeds health`, then look at a site: its feeds may be frozen, or we may be kept out":
        "`veille feeds health`, puis regardez un site : ses flux sont peut-être figés, ou l’on nous tient dehors",
    "it wants a login: ask the publisher for access, or remove it":
        "il demande une connexion : demandez l’accès à l’éditeur, ou retirez-le",
    "it is for subscribers: ask the publisher for access, or remove it":
        "il est réservé aux abonnés : demandez l’accès à l’éditeur, ou retirez-le",
    "refused: ask the publisher, naming the User-Agent; do not work around it":
        "refusé : demandez à l’éditeur en nommant le User-Agent ; ne contournez pas le refus",
    "behind a wall for browsers: ask the publisher to let the User-Agent pass":
        "derrière un mur pour navigateurs : demandez à l’éditeur de laisser passer le User-Agent",
    "the address is gone: `veille feeds discover SITE` may find the new address":
        "l’adresse n’existe plus : `veille feeds discover SITE` trouvera peut-être la nouvelle",
    "its pages are fetched slowly, and looked at again at {} UTC; `veille feeds release {}` lets it go at once":
        "ses pages sont demandées lentement ; nouvel examen à {} UTC ; `veille feeds release {}` le libère aussitôt",
    "remove one of the two": "retirez l’un des deux",
    "check fetch.proxy": "vérifiez fetch.proxy",
    "larger than poll.max_megabytes once unpacked: look at it before you raise the limit":
        "plus grand que poll.max_megabytes une fois décompressé : regardez-le avant de relever la limite",
    "check where its address ends in a browser, and write that one":
        "voyez dans un navigateur où mène son adresse, et notez celle-là",
    "correct its address in feeds.yaml": "corrigez son adresse dans feeds.yaml",
    "look at this machine's network and name server, and at fetch.proxy":
        "vérifiez le réseau et le DNS de cette machine, et fetch.proxy",
    "a fault of ours: please report it with the line of the log":
        "une erreur de notre part : signalez-la avec la ligne du journal",
    "texts have no vectors: events by names alone, topics by the rules' evidence, no `related:`":
        "les textes n’ont pas de vecteurs : événements par les noms seuls, thèmes par les règles, pas de `related:`",
    'nothing, if that is wanted; else encoder = "bundled" under [enrich]':
        'rien, si c’est voulu ; sinon encoder = "bundled" sous [enrich]',
    "a page answers where the feed was: `veille feeds discover SITE` may find the new address":
        "une page répond à la place du flux : `veille feeds discover SITE` trouvera peut-être la nouvelle adresse",
    "something else answers: `veille feeds discover SITE` may find the feed":
        "autre chose répond : `veille feeds discover SITE` trouvera peut-être le flux",
    "an index of sitemaps: `veille feeds discover SITE` lists those worth polling":
        "un index de sitemaps : `veille feeds discover SITE` liste ceux qui valent la peine",
    "an empty answer: a wrong parameter in the address, or wait":
        "la réponse est vide : un paramètre faux dans l’adresse, ou attendez",
    "a feed without items: wait a day, then look for another address":
        "un flux sans articles : attendez un jour, puis cherchez une autre adresse",
    "asked too often for this publisher: raise min_interval":
        "interrogé trop souvent pour cet éditeur : augmentez min_interval",
    "the name does not exist (any more): check the address": "ce nom n’existe pas (ou plus) : vérifiez l’adresse",
    "its certificate is not valid: usually mended within days":
        "son certificat n’est pas valide : d’ordinaire réparé en quelques jours",
    "larger than poll.max_megabytes: choose a section feed, or raise the limit":
        "plus grand que poll.max_megabytes : choisissez le flux d’une rubrique, ou relevez la limite",
    "leads into a private network: allow it in fetch.allow_private if that is meant":
        "mène dans un réseau privé : autorisez-le dans fetch.allow_private si c’est voulu",
    "redirects in a circle: check the address in a browser":
        "redirections en boucle : vérifiez l’adresse dans un navigateur",
    "the publisher has ended it: remove it, or find another with `veille feeds discover SITE`":
        "l’éditeur l’a arrêté : retirez-le, ou trouvez-en un autre avec `veille feeds discover SITE`",
    "the publisher's server has trouble: wait": "le serveur de l’éditeur a des difficultés : attendez",
    "wait; if it lasts, check the address in a browser":
        "attendez ; si cela dure, vérifiez l’adresse dans un navigateur",
    "nothing new for longer than is usual: look at the site; the feed may be frozen":
        "rien de nouveau depuis plus longtemps que d’habitude : regardez le site ; le flux est peut-être figé",
    "moved for good: write {} into feeds.yaml": "déménagé pour de bon : écrivez {} dans feeds.yaml",
    "its site names another feed: {}: look at it with `veille feeds check`, then write it into feeds.yaml":
        "son site annonce un autre flux : {} : regardez-le avec `veille feeds check`, puis écrivez-le dans feeds.yaml",
    "leads to the address of feed {}: remove one of them": "mène à l’adresse du flux {} : retirez l’un des deux",
    "its window is short: lower max_interval, or add a section feed or the news sitemap":
        "sa fenêtre est courte : baissez max_interval, ou ajoutez le flux d’une rubrique ou le sitemap d’actualités",
    "not confirmed": "sans confirmation",
    "hubs have confirmed no subscription for {} for over {}: {}":
        "des hubs n’ont confirmé aucun abonnement pour {} depuis plus de {} : {}",
    "is {}/ reached from outside? See web.public_url, websub.callback_url and the proxy; the feeds are polled all the "
    "same":
        "{}/ est-il joignable de l’extérieur ? Voyez web.public_url, websub.callback_url et le proxy ; les flux sont "
        "interrogés de toute façon",
    "nothing: the fault is on their side, they are asked again, and the feeds are polled all the same":
        "rien : la faute est de leur côté, ils seront sollicités à nouveau, et les flux sont interrogés de toute façon",
    # runs, articles
    "nothing has been polled yet": "rien n’a encore été interrogé",
    "the last {} run failed: {}": "le dernier passage de {} a échoué : {}",
    "see the message; `veille doctor` checks every part": "voyez le message ; `veille doctor` vérifie chaque partie",
    "{} last ran {} ago": "{} a tourné il y a {}",
    "{} has never run although feeds are polled": "{} n’a jamais tourné alors que les flux sont interrogés",
    "{} last ran {} ago, usually every {}": "{} a tourné il y a {}, d’habitude tous les {}",
    "is `veille run --every` or Airflow's scheduler running? `veille run --once` catches up":
        "`veille run --every` ou l’ordonnanceur d’Airflow tourne-t-il ? `veille run --once` rattrape",
    "an article has waited for {}": "un article attend depuis {}",
    "is `veille run` running?": "`veille run` tourne-t-il ?",
    # index, disk, clock, configuration
    "the index took none of {} in the last run": "l’index n’a pris aucun de {} au dernier passage",
    "`veille index status`; a full disk makes Elasticsearch read-only until space is freed":
        "`veille index status` ; un disque plein met Elasticsearch en lecture seule jusqu’à ce qu’il y ait de la place",
    "{} {} takes no writes: {}": "{} {} n’accepte pas d’écritures : {}",
    "free space on its disks: Elasticsearch then lifts read_only_allow_delete; another block was set by hand":
        "libérez de la place sur ses disques : Elasticsearch lève alors read_only_allow_delete ; un autre blocage a "
        "été posé à la main",
    "may not delete": "suppression interdite",
    "the last maintenance was not allowed to clear out the index: {}":
        "la dernière maintenance n’a pas pu supprimer dans l’index : {}",
    "`veille index keys rotate maintain --to FILE`, and name it as index.maintain_api_key_file":
        "`veille index keys rotate maintain --to FICHIER`, puis nommez-le dans index.maintain_api_key_file",
    "key ends soon": "clé bientôt périmée",
    "the key of the index ends on {}": "la clé de l’index expire le {}",
    "`veille index keys rotate writer --to FILE`, with a user that may manage security":
        "`veille index keys rotate writer --to FICHIER`, avec un compte qui peut gérer la sécurité",
    "{} {} is not ready: {}": "{} {} n’est pas prêt : {}",
    "{} MB left for {}": "il reste {} Mo pour {}",
    "free some space, or lower archive.keep_days and run `veille maintain`":
        "libérez de la place, ou baissez archive.keep_days et lancez `veille maintain`",
    "the ledger holds times up to {} UTC, and now is {} UTC":
        "le registre contient des heures jusqu’au {} UTC, et il est {} UTC",
    "check this machine's clock; once it is right, the next run brings the times back":
        "vérifiez l’horloge de cette machine ; une fois juste, le prochain passage ramène les heures",
    "this machine's clock is behind: set it; the ledger has gone on day by day, and is left as it is":
        "l’horloge de cette machine retarde : réglez-la ; le registre a continué jour après jour et reste tel quel",
    "is the database running, and may this user read it? Nothing is lost: runs go on once it answers":
        "la base de données tourne-t-elle, et cet utilisateur peut-il la lire ? Rien n’est perdu : les passages "
        "reprendront dès qu’elle répondra",
    "stop what runs, move the file away, and bring it back from a backup: `veille restore BACKUP`":
        "arrêtez ce qui tourne, écartez le fichier et ramenez-le d’une sauvegarde : `veille restore SAUVEGARDE`",
    "mend the file; `veille doctor` lists all that is wrong":
        "corrigez le fichier ; `veille doctor` liste tout ce qui ne va pas",
    # rules, mails
    "it looks from its watermark again once this is mended: `veille doctor`":
        "elle reprendra d’où elle en était une fois ceci réparé : `veille doctor`",
    "“{}” was refused: {}": "« {} » a été refusé : {}",
    "mend the address in alerts.yaml, or `veille alerts send --failed` once the server takes it":
        "corrigez l’adresse dans alerts.yaml, ou `veille alerts send --failed` quand le serveur l’acceptera",
    "{} waiting: {}": "{} en attente : {}",
    IndexRefusesUs.todo:
        "`veille index setup --keys`, avec un compte qui peut gérer la sécurité (VEILLE_INDEX__USERNAME, "
        "VEILLE_INDEX__PASSWORD), donne une nouvelle clé pour VEILLE_INDEX__API_KEY",
    "`veille doctor` says what is wrong with the mail server":
        "`veille doctor` dit ce qui ne va pas avec le serveur de courriel",
    # reading
    "pages of {} outlets read otherwise than before: {}": "les pages de {} médias se lisent autrement qu’avant : {}",
    "pages of {} read otherwise than before: {}": "les pages de {} se lisent autrement qu’avant : {}",
    "rules out of date": "règles périmées",
    "the rules of {} outlets no longer fit their pages: {}":
        "les règles de {} médias ne correspondent plus à leurs pages : {}",
    "nothing is lost: they are read as any other page; look at one of each{}":
        "rien n’est perdu : elles se lisent comme toute autre page ; regardez-en une de chacun{}",
    "that many do not change at once: look at the network, the agent's name and the last release first":
        "autant ne changent pas à la fois : regardez d’abord le réseau, le nom de l’agent et la dernière version",
    "veille extract URL --explain on one of its pages{}": "veille extract URL --explain sur l’une de ses pages{}",
    "; then mend its rule in ingest/extract/outlet_rules.toml, or take it out":
        " ; puis corrigez sa règle dans ingest/extract/outlet_rules.toml, ou retirez-la",
}  # fmt: skip
_COUNTED = re.compile(r"(\d[\d,]*) (feed|mail|article|day|hour|minute)s?")
_NOUNS = {
    "feed": ("flux", "flux"), "mail": ("courriel", "courriels"), "article": ("article", "articles"),
    "day": ("jour", "jours"), "hour": ("heure", "heures"), "minute": ("minute", "minutes"),
}  # fmt: skip


def named_value(value: str) -> str:
    """A number with its noun; anything else is a name."""
    if value == "in all":
        return "en tout"
    if value == "less than a minute":
        return "moins d’une minute"
    match = _COUNTED.fullmatch(value)
    if match is None:
        return value
    one, many = _NOUNS[match[2]]
    return f"{match[1].replace(',', chr(0x202F))} {one if match[1] in ('0', '1') else many}"


_PHRASES = Phrasebook(FRENCH, named_value)


def in_french(text: str) -> str:
    """A finding's kind, message or advice in French; as it is where it is nobody's words of ours."""
    return _PHRASES.say(text)

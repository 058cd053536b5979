"""What other modules say in English and a page shows, in French: errors of queries and rules, refusals, outcomes.

``{}`` stands for what a text names (``ingest.text.phrasebook``). A test reads the texts out of the modules.
"""

_QUERY = {
    "{} is not an operator here": "{} n’est pas un opérateur ici",
    'nearness is a phrase with a distance: "{} {}"~{}': (
        'la proximité s’écrit comme une expression avec une distance : "{} {}"~{}'
    ),
    "{} cannot stand here": "{} ne peut pas se trouver ici",
    'quote it to look for it: "…"': 'mettez-le entre guillemets pour le chercher : "…"',
    "the query is empty": "la requête est vide",
    "write a word, or *:* for everything": "écrivez un mot, ou *:* pour tout",
    "longer than {} characters": "plus de {} caractères",
    "split it in two": "coupez-la en deux",
    "this character cannot stand here": "ce caractère ne peut pas se trouver ici",
    "put a backslash before it, or quote it": "mettez une barre oblique inverse devant, ou des guillemets autour",
    "the query ends too early": "la requête s’arrête trop tôt",
    "close the parenthesis, or write what comes after the last operator": (
        "fermez la parenthèse, ou écrivez ce qui suit le dernier opérateur"
    ),
    "there is no field {}": "il n’y a pas de champ {}",
    "did you mean {}:?": "vouliez-vous dire {}: ?",
    'to look for the colon itself, quote: "{}:…"': 'pour chercher le deux-points lui-même, entre guillemets : "{}:…"',
    "this cannot be read as a query": "cela ne se lit pas comme une requête",
    'quote what is to be taken literally: "…"': 'mettez entre guillemets ce qui est à prendre à la lettre : "…"',
    "half of a character": "la moitié d’un caractère",
    "type it again; the input is not valid UTF-8": "retapez-le ; la saisie n’est pas de l’UTF-8",
    "too many parentheses inside each other": "trop de parenthèses les unes dans les autres",
    "write it flatter": "écrivez-la plus à plat",
    "this quotation mark is never closed": "ce guillemet n’est jamais fermé",
    'close it: "…"': 'fermez-le : "…"',
    "too many levels of parentheses and NOT": "trop de niveaux de parenthèses et de NOT",
    "a dash excludes the word after it, blank or not": "un tiret exclut le mot qui le suit, avec ou sans espace",
    "leave the dash out, or quote the words": "enlevez le tiret, ou mettez les mots entre guillemets",
    "words side by side mean OR": "des mots côte à côte veulent dire OR",
    'write AND between them, or quote them: "…"': 'écrivez AND entre eux, ou des guillemets autour : "…"',
    "{} stands inside {}": "{} se trouve dans {}",
    "name one field at a time": "nommez un champ à la fois",
    "more than {} conditions": "plus de {} conditions",
    "split the query in two": "coupez la requête en deux",
    "{} is a word here, not an operator": "{} est un mot ici, pas un opérateur",
    'write {}, or quote it: "{}"': 'écrivez {}, ou mettez-le entre guillemets : "{}"',
    "+ says must, OR says may": "+ oblige, OR permet",
    "use AND, or leave the + out": "prenez AND, ou enlevez le +",
    "this matches every article without it": "cela trouve tout article qui ne l’a pas",
    "write AND NOT to exclude it": "écrivez AND NOT pour l’exclure",
    "nearness must be a whole number up to {}": "la proximité est un nombre entier jusqu’à {}",
    'such as "…"~10': 'par exemple "…"~10',
    "more than {} words between quotation marks": "plus de {} mots entre guillemets",
    "look for a shorter passage": "cherchez un passage plus court",
    "there is no word in {}": "il n’y a pas de mot dans {}",
    "write letters or digits": "écrivez des lettres ou des chiffres",
    "write letters or digits, or leave it out": "écrivez des lettres ou des chiffres, ou enlevez-le",
    "write {}": "écrivez {}",
    "! is not an operator here": "! n’est pas un opérateur ici",
    "write NOT {}": "écrivez NOT {}",
    "{} begins too many words": "{} commence trop de mots",
    "write at least two letters before the *": "écrivez au moins deux lettres devant le *",
    "* and ? can only stand for the end of a word, as one *": "* et ? ne remplacent que la fin d’un mot, par un seul *",
    "write {}, or escape: \\*": "écrivez {}, ou protégez-le : \\*",
    "the beginning of the word and *": "le début du mot et *",
    "{} is neither true nor false": "{} n’est ni true ni false",
    "write true or false": "écrivez true ou false",
    "a range of true and false": "un intervalle de true et false",
    "{} is not a date": "{} n’est pas une date",
    "write 2026-03-01, 2026-03-01T09:30Z or now-7d": "écrivez 2026-03-01, 2026-03-01T09:30Z ou now-7d",
    "{} is not a number": "{} n’est pas un nombre",
    "write digits, such as 300 or 0.5": "écrivez des chiffres, par exemple 300 ou 0.5",
    "a range of words": "un intervalle de mots",
    "ranges are for dates, numbers and keywords": "les intervalles sont pour les dates, les nombres et les mots-clés",
    "fuzzy words are not supported": "les mots approchés ne sont pas admis",
    "write the spellings: (Kyiv OR Kiev), or the beginning: Ki*": (
        "écrivez les graphies : (Kyiv OR Kiev), ou le début : Ki*"
    ),
    "boosts (^) are not supported": "les pondérations (^) ne sont pas admises",
    "leave out ^ and the number": "enlevez ^ et le nombre",
    "regular expressions are not supported": "les expressions régulières ne sont pas admises",
    'write the forms: (a OR b), or quote it: "…"': 'écrivez les formes : (a OR b), ou mettez entre guillemets : "…"',
    "this cannot be looked up here": "cela ne se cherche pas ici",
    'write a word, a "phrase" or a beginning*': 'écrivez un mot, une "expression" ou un début*',
    "this is no cursor of such a search": "ce n’est pas la suite d’une telle recherche",
    "take Page.next of the page before": "revenez à la première page",
    "{} (at character {})": "{} (au caractère {})",
    "{} (at character {}: {})": "{} (au caractère {} : {})",
}
_RULES = {
    "{} is never {} here": "{} n’est jamais {} ici",
    "do you mean {}?": "vouliez-vous dire {} ?",
    "there are: {}": "il y a : {}",
    "nothing can match it, whatever is indexed": "rien ne peut lui correspondre, quoi qui soit indexé",
    "a part of it rules out another part": "une partie en exclut une autre",
    "everything matches it: each article would be a mail": "tout lui correspond : chaque article ferait un courriel",
    "say what you look for": "dites ce que vous cherchez",
    "its dates are past: no news can match": "ses dates sont passées : aucune nouvelle ne peut correspondre",
    "write now-7d or leave the date out": "écrivez now-7d, ou enlevez la date",
    "it only says what not to match: nearly everything matches": (
        "elle dit seulement ce qu’il ne faut pas : presque tout correspond"
    ),
    "add what to look for": "ajoutez ce qu’il faut chercher",
    "query: {}": "requête : {}",
    "every: {}": "rythme : {}",
    "watch: {}": "annonce : {}",
    "recipients: {}": "à : {}",
    "id: {}": "identifiant : {}",
    "must_match: {}": "titres à trouver : {}",
    "must_not_match: {}": "titres à ne pas trouver : {}",
    "when_empty: {}": "résumé vide : {}",
    "{} → {}": "{} → {}",
    "missing": "manque",
    "nobody": "personne",
    "a query, such as: topics:russia-dprk": "une requête, par exemple : topics:russia-dprk",
    "a list of addresses, such as [desk@example.org]": "une liste d’adresses, par exemple desk@example.org",
    "{} is not an id": "{} n’est pas un identifiant",
    "small letters, digits and hyphens, at most 64; it stands in mail headers and in the ledger": (
        "minuscules, chiffres et traits d’union, 64 au plus ; il figure dans les en-têtes des courriels et au registre"
    ),
    "{} is not a mail address": "{} n’est pas une adresse de courriel",
    "an address alone (user@example.org), https://…, NAME:… of a service, or a name under `groups:`": (
        "une adresse seule (user@example.org), https://…, NOM:… d’un service, ou un nom sous `groups:`"
    ),
    "no channel is named {} (there are: {}); set {}": "aucun canal ne s’appelle {} (il y a : {}) ; définissez {}",
    "there is a rule {} already: choose another id": "il y a déjà une règle {} : choisissez un autre identifiant",
    "every {} hours does not fit into a day; write 1, 2, 3, 4, 6, 8, 12 or 24": (
        "{} heures ne divisent pas un jour ; écrivez 1, 2, 3, 4, 6, 8, 12 ou 24"
    ),
    "{} is not a schedule; write {}": "{} n’est pas un rythme ; écrivez {}",
    "immediately; hourly or every 6 hours; daily, weekdays, weekly on monday or mondays and thursdays at 07:30, 18:00"
    " [zone]; and, after any but the first, `or after 10 stories`. Such as: weekdays at 07:30 and 18:00 Europe/Paris": (
        "`immediately` ; `hourly` ou `every 6 hours` ; `daily`, `weekdays`, `weekly on monday` ou"
        " `mondays and thursdays`, suivi de `at 07:30, 18:00 [fuseau]` ; et, sauf après le premier,"
        " `or after 10 stories`. Par exemple :"
        " `weekdays at 07:30 and 18:00 Europe/Paris`"
    ),
    "{} is not a time zone; write an IANA name such as Europe/Paris or UTC": (
        "{} n’est pas un fuseau horaire ; écrivez un nom IANA tel que Europe/Paris ou UTC"
    ),
    "{}:{} is not a time of day; write 00:00 to 23:59": "{}:{} n’est pas une heure ; écrivez de 00:00 à 23:59",
    "{} is nothing that can be watched; write such as: {}": "{} ne peut pas se guetter ; écrivez par exemple : {}",
    "{} times the usual is always or never reached; write 1.5 to 1000": (
        "{} fois l’habitude est toujours ou jamais atteint ; écrivez de 1.5 à 1000"
    ),
    "told by {}: write 2 to 200": "told by {} : écrivez de 2 à 200",
    "{} is no length of time; write 6h, 2d or 4w": "{} n’est pas une durée ; écrivez 6h, 2d ou 4w",
    "another article of the story ({})": "un autre article de l’histoire ({})",
    "not indexed: {}, {}": "pas indexé : {}, {}",
    "waits its turn": "attend son tour",
}
_REFUSED = {
    "this token may not read": "ce jeton ne permet pas de lire",
    "this form is out of date, or was sent from another site: load the page again": (
        "ce formulaire est périmé, ou vient d’un autre site : rechargez la page"
    ),
    "this form was sent from another site": "ce formulaire vient d’un autre site",
    "this takes the role {}; you have {}": "il faut le rôle {} ; vous avez {}",
    "reader": "lecteur",
    "editor": "rédacteur",
    "admin": "administrateur",
    "this token lacks the scope {}": "ce jeton n’a pas le droit {}",
    "this link is not valid (any more): take the one that veille serve prints, or sign in": (
        "ce lien n’est pas (ou plus) valable : prenez celui que veille serve affiche, ou connectez-vous"
    ),
    "a role is one of {}": "un rôle est l’un de {}",
    "password: {}": "mot de passe : {}",
    "at least {} characters": "au moins {} caractères",
    "not so easy to guess: no name, no repetition": "moins facile à deviner : pas de nom, pas de répétition",
    "nobody can lock themselves out": "personne ne peut s’exclure soi-même",
    "there is no such token": "ce jeton n’existe pas",
    "there is no such story": "cette histoire n’existe pas",
    "there is no such story: it may have been removed by retention": (
        "cette histoire n’existe pas : elle a pu être retirée à la fin de sa conservation"
    ),
    "never seen: no feed has carried it": "jamais vu : aucun flux ne l’a publié",
    "no feed has carried this article, or it has been removed by retention": (
        "aucun flux n’a publié cet article, ou il a été retiré à la fin de sa conservation"
    ),
    "several articles begin with {}: {}": "plusieurs articles commencent par {} : {}",
    "there is no dashboard {}": "il n’y a pas de tableau {}",
    "this is no web address": "ce n’est pas une adresse web",
    "there is no feed {}": "il n’y a pas de flux {}",
    "these articles are not in this story": "ces articles ne sont pas dans cette histoire",
    "there is no action {}": "il n’y a pas d’action {}",
    "there is no account {}": "il n’y a pas de compte {}",
    "a note has between 1 and 4,000 characters": "une note a de 1 à 4 000 caractères",
    "there is no rule {}": "il n’y a pas de règle {}",
    "there is no format {}; there are: {}": "il n’y a pas de format {} ; il y a : {}",
    "{} is not a day; write 2026-11-25": "{} n’est pas un jour ; écrivez 2026-11-25",
    "This link was not made here, or is not whole: copy it from the mail again.": (
        "Ce lien n’a pas été fait ici, ou n’est pas entier : copiez-le de nouveau depuis le courriel."
    ),
    "this is larger than the desk reads": "c’est plus grand que ce qui est lu ici",
    "Not Found": "Rien à cette adresse",
    "Method Not Allowed": "Cela ne se fait pas à cette adresse",
    "the index does not answer": "l’index ne répond pas",
}
_OUTCOMES = {
    # what happened to a page
    "a page, archived": "une page, archivée",
    "the address leads to an article already known": "l’adresse mène à un article déjà connu",
    "the host asked for patience": "l’hôte demande de la patience",
    "most hosts of the run could not be reached: it is us": "la plupart des hôtes étaient injoignables : c’est nous",
    "the feed that lists it has had its share of this run": "le flux qui le mentionne a eu sa part de ce passage",
    "reading its feed's pages has had its share of this run": (
        "la lecture des pages de son flux a eu sa part de ce passage"
    ),
    "our own store was down": "notre propre stockage était en panne",
    "the server asks for patience": "le serveur demande de la patience",
    "the publisher's server has trouble": "le serveur de l’éditeur est en difficulté",
    "it took too long": "cela a pris trop de temps",
    "the name does not resolve": "le nom ne se résout pas",
    "no connection, or it broke": "pas de connexion, ou elle s’est rompue",
    "certificate or handshake": "certificat ou négociation TLS",
    "our proxy refused, or could not reach the host": "notre mandataire a refusé, ou n’a pas atteint l’hôte",
    "the body ended before its end, and before the article's": (
        "le corps s’est arrêté avant sa fin, et celle de l’article"
    ),
    "no HTTP as RFC 9112 has it": "ce n’est pas du HTTP (RFC 9112)",
    "compressed in a way that cannot be undone": "compressé d’une façon qui ne se défait pas",
    "an answer without a body": "une réponse sans corps",
    "redirects in a circle": "des redirections en rond",
    "more redirects than fetch.max_redirects": "plus de redirections que fetch.max_redirects",
    "robots.txt cannot be read, so nothing is allowed (RFC 9309)": (
        "robots.txt ne peut être lu, donc rien n’est permis (RFC 9309)"
    ),
    "401, 403 or 451": "401, 403 ou 451",
    "any other status": "un autre code HTTP",
    "a film, a PDF, an image": "un film, un PDF, une image",
    "larger than fetch.max_megabytes": "plus grand que fetch.max_megabytes",
    "larger than the limit once unpacked": "plus grand que la limite une fois décompressé",
    "more header fields than anybody needs": "plus d’en-têtes que personne n’en a besoin",
    "no address that can be asked": "ce n’est pas une adresse que l’on peut demander",
    "leads into a private network": "mène dans un réseau privé",
    "led to a home page or a section, as removed articles do": (
        "a mené à un accueil ou une rubrique, comme un article retiré"
    ),
    "led to another outlet of feeds.yaml, whose own feeds bring it": (
        "a mené à un autre média de feeds.yaml, dont les flux l’apportent"
    ),
    "robots.txt keeps us out": "robots.txt nous tient dehors",
    "text and data mining is reserved (TDMRep)": "la fouille de textes est réservée (TDMRep)",
    "the page asks not to be indexed": "la page demande à ne pas être indexée",
    "`policy: summary` of its publisher in feeds.yaml": "`policy: summary` de son éditeur dans feeds.yaml",
    "`policy: headline` of its publisher in feeds.yaml": "`policy: headline` de son éditeur dans feeds.yaml",
    "another worker has taken it up": "un autre processus l’a pris",
    "a fault of our own on this article": "une erreur de notre part sur cet article",
    "the index asked for patience": "l’index demande de la patience",
    "the index could not be reached": "l’index n’a pas pu être atteint",
    "the index would not take this document": "l’index n’a pas voulu de ce document",
    # what veille does about it
    "again later; after the last attempt the feed's text": (
        "de nouveau plus tard ; après le dernier essai, le texte du flux"
    ),
    "the feed's text, at once": "le texte du flux, tout de suite",
    "the feed's title and summary": "le titre et le résumé du flux",
    "the feed's title": "le titre du flux",
    "again in 5 minutes, no attempt lost": "de nouveau dans 5 minutes, sans perdre d’essai",
    "again in 5 minutes, no attempt lost; the run claims nothing more": (
        "de nouveau dans 5 minutes, sans perdre d’essai ; le passage ne prend plus rien"
    ),
    "again when the pause ends, no attempt lost": "de nouveau à la fin de la pause, sans perdre d’essai",
    "again later, in this state": "de nouveau plus tard, dans cet état",
    "again after hours, with the reason": "de nouveau après des heures, avec la raison",
    "recorded by that worker": "noté par celui-là",
    "indexed from the page": "indexé d’après la page",
    "what is archived is still right": "ce qui est archivé reste juste",
    "refused as `duplicate-of:KEY`; its sightings move there": (
        "refusé (`duplicate-of:CLÉ`) ; ses mentions passent là-bas"
    ),
    # what a person can do
    "look at archive.target: `veille doctor` tries it": "voyez archive.target : `veille doctor` l’essaie",
    "`veille feeds health` says whether the feed is in quarantine": (
        "`veille feeds health` dit si le flux est en quarantaine"
    ),
    "if it lasts: raise fetch.host_delay_seconds, or ask the publisher": (
        "si cela dure : augmentez fetch.host_delay_seconds, ou demandez à l’éditeur"
    ),
    "if it lasts, tell the publisher: their robots.txt answers with an error": (
        "si cela dure, dites-le à l’éditeur : son robots.txt répond par une erreur"
    ),
    "if all of an outlet's pages end so: ask the publisher, naming the User-Agent": (
        "si toutes les pages d’un média finissent ainsi : demandez à l’éditeur, en nommant le User-Agent"
    ),
    "ask the publisher for access, or set `policy: summary` for the feed": (
        "demandez l’accès à l’éditeur, ou mettez `policy: summary` pour le flux"
    ),
    "raise fetch.max_megabytes if the page deserves it": "augmentez fetch.max_megabytes si la page le mérite",
    "allow it in fetch.allow_private if that is meant": "permettez-le dans fetch.allow_private si c’est voulu",
    "ask the publisher, naming the User-Agent": "demandez à l’éditeur, en nommant le User-Agent",
    "with a licence, list the domain in fetch.tdm_licensed": (
        "avec une licence, inscrivez le domaine dans fetch.tdm_licensed"
    ),
    "`veille index status` and `veille doctor` say what the index answers": (
        "`veille index status` et `veille doctor` disent ce que répond l’index"
    ),
    "`veille show URL` has the index's words; after an upgrade: `veille index rebuild`": (
        "`veille show URL` a les mots de l’index ; après une mise à jour : `veille index rebuild`"
    ),
}
_FEEDS = {
    "{} hosts of its links cannot be reached": "{} hôtes de ses liens sont injoignables",
    "{} of {} pages that it lists are not there": "{} des {} pages qu’il mentionne n’existent pas",
    "{} pages took {} s": "{} pages ont pris {} s",
    "{} pages had {} MB": "{} pages faisaient {} Mo",
    "reading {} pages took {} s of processor time": "lire {} pages a pris {} s de processeur",
    "{} new links": "{} nouveaux liens",
    "{}, all feeds of {} together": "{}, tous les flux de {} ensemble",
    "a consent wall or a bot check on {}% of {} pages (before: {}%)": (
        "un mur de consentement ou un contrôle de robots sur {} % de {} pages (avant : {} %)"
    ),
    "no text on {}% of {} pages (before: {}%)": "pas de texte sur {} % de {} pages (avant : {} %)",
    "no date on {}% of {} pages (before: {}%)": "pas de date sur {} % de {} pages (avant : {} %)",
    "its own rule no longer fits {}% of {} pages (before: {}%)": (
        "sa règle ne convient plus à {} % de {} pages (avant : {} %)"
    ),
    "its own rule fits {} of {} pages": "sa règle convient à {} de {} pages",
    "verified until {}, {} deliveries": "vérifié jusqu’au {}, {} livraisons",
    "verified until {}, nothing delivered yet": "vérifié jusqu’au {}, rien de livré encore",
    "verified until {}, {} deliveries, {} ignored (not signed)": (
        "vérifié jusqu’au {}, {} livraisons, {} ignorées (non signées)"
    ),
    "verified until {}, nothing delivered yet, {} ignored (not signed)": (
        "vérifié jusqu’au {}, rien de livré encore, {} ignorées (non signées)"
    ),
    "wanted": "souhaité",
    "asked": "demandé",
    "denied": "refusé",
    "expired": "expiré",
    "leaving": "en cours d’abandon",
    "wanted: {}": "souhaité : {}",
    "asked: {}": "demandé : {}",
    "denied: {}": "refusé : {}",
    "expired: {}": "expiré : {}",
    "some may have been missed before {} UTC": "certaines ont pu être manquées avant le {} UTC",
    "some may have been missed before {} UTC, {} recovered": (
        "certaines ont pu être manquées avant le {} UTC, {} récupérées"
    ),
}
FRENCH_SAID: dict[str, str] = _QUERY | _RULES | _REFUSED | _OUTCOMES | _FEEDS

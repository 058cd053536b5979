"""What a mail says besides what it quotes, in the languages that mails are written in: English and French."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language. A text with two forms takes a number: ``1 outlet``, ``3 outlets``."""

    code: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    languages: Mapping[str, str]
    texts: Mapping[str, str | tuple[str, str]]

    def __call__(self, key: str, **values: object) -> str:
        """A text with its values. Raises KeyError for one that nobody wrote."""
        text = self.texts[key]
        assert isinstance(text, str), f"{key} takes a number"
        return text.format(**values)

    def counted(self, key: str, n: int) -> str:
        """``1 outlet``, ``3 outlets``; French counts 0 as one."""
        forms = self.texts[key]
        assert isinstance(forms, tuple), f"{key} takes no number"
        one, many = forms
        singular = n < 2 if self.code == "fr" else n == 1
        number = f"{n:,}".replace(",", "\u202f") if self.code == "fr" else f"{n:,}"
        return (one if singular else many).format(n=number)

    def language(self, code: str) -> str:
        """The name of a language, else its code."""
        return self("unknown_language") if code == "unknown" else self.languages.get(code, code)


EN = Phrases(
    code="en",
    days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    languages={
        "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
        "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
        "uk": "Ukrainian", "zh": "Chinese",
    },
    texts={
        "unknown_language": "language unknown",
        "moment": "{day} {date} {month} {year}, {time} {zone}",
        "day": ("{n} day", "{n} days"),
        "hour": ("{n} hour", "{n} hours"),
        "minute": ("{n} minute", "{n} minutes"),
        "under_a_minute": "less than a minute",
        "story": ("{n} story", "{n} stories"),
        "new_story": ("{n} new story", "{n} new stories"),
        "older": ("Added without a mail: {n} older match, from new feeds or recovered.",
                  "Added without a mail: {n} older matches, from new feeds or recovered."),
        "outlet": ("{n} outlet", "{n} outlets"),
        "language": ("{n} language", "{n} languages"),
        "country": ("{n} country", "{n} countries"),
        "more": ("and {n} more", "and {n} more"),
        "unlisted": ("{n} more story is not listed here; search for the rule's query to see it.",
                     "{n} more stories are not listed here; search for the rule's query to see them."),
        "nothing_new": "Nothing new",
        "subject_nothing": "nothing new",
        "proof": "Nothing new matched. This mail is the proof that the watch goes on.",
        "lag": "In the index {span} after publication",
        "no_date": "The publisher gives no date; this is when we first saw it",
        "old": "Published {span} before we saw it",
        "feed_only": "Only the feed's own text could be read.",
        "teaser_only": "The publisher shows only the beginning of the text.",
        "first": "First: {outlet}, seen {seen}",
        "dated": "dated {published}",
        "undated": "undated",
        "told_by": "{outlets} · {languages} · {countries}",
        "timeline": "Who tells it, in order",
        "same_text": "same text: {outlets}",
        "also_in": "Also in",
        "topic": "Topic",
        "in_passing": "in passing",
        "read_at": "Read at {outlet}",
        "and_titles": "And",
        "told_before": "Also matched; you were told of these before",
        "rule": "Rule",
        "query": "Query",
        "state": "State",
        "contact": "Questions, or to be taken off: {contact}",
        "unsubscribe": "To be taken off this list",
        "new_here": "New since you were told",
        "denial": "Denial",
        "correction": "Correction",
        "retraction": "Retraction",
        "withdrawn": "Page withdrawn",
        "figure": "Another figure: {after}, where it was {before}",
        "outlets": "Now told by {after} outlets; it was {before}",
        "country_reached": "Now told in {after}",
        "language_reached": "Now told in {after}",
        "article": "Also told by {outlet}",
        "now_says": "{outlet} now says",
        "says": "{outlet} says",
        "first_mail": "This answers the first mail about the story.",
        "healthy": "{healthy} of {feeds} healthy, {behind}",
        "feed": ("{n} feed", "{n} feeds"),
        "oldest_lag": "oldest lag {span}",
        "nothing_waiting": "nothing waiting",
        "immediately": "immediately",
        "gloss": "machine translation",
        "operations_subject": ("{n} thing needs attention", "{n} things need attention"),
        "operations": "veille operations",
        "since": "since {since}",
        "still_open": "Still open, told before",
        "operations_why": "veille sends this at most once a day, a new error within the hour, and only when something "
                          "new needs attention. Everything at once:",
        "article_count": ("{n} article", "{n} articles"),
        "watch_volume": "{articles} in {span}, usually {usual}",
        "watch_silence": "nothing for {span}, usually {usual} articles. The last one:",
        "watch_first": "First mention in {span}",
        "watch_first_ever": "First mention in all that is stored",
        "watch_new_outlet": "New outlet: {name}, for the first time in {span}",
        "watch_new_country": "New country: {name}, for the first time in {span}",
        "watch_new_language": "New language: {name}, for the first time in {span}",
        "watch_new_topic": "New topic: {name}, for the first time in {span}",
        "watch_spread": "Told by {count} now",
        "watched": "Watched",
    },
)  # fmt: skip

FR = Phrases(
    code="fr",
    days=("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    months=("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    languages={
        "ar": "arabe", "de": "allemand", "en": "anglais", "es": "espagnol", "fr": "français", "it": "italien",
        "ja": "japonais", "ko": "coréen", "nl": "néerlandais", "pl": "polonais", "pt": "portugais", "ru": "russe",
        "uk": "ukrainien", "zh": "chinois",
    },
    texts={
        "unknown_language": "langue inconnue",
        "moment": "{day} {date} {month} {year}, {time} {zone}",
        "day": ("{n} jour", "{n} jours"),
        "hour": ("{n} heure", "{n} heures"),
        "minute": ("{n} minute", "{n} minutes"),
        "under_a_minute": "moins d’une minute",
        "story": ("{n} sujet", "{n} sujets"),
        "new_story": ("{n} nouveau sujet", "{n} nouveaux sujets"),
        "older": ("Ajouté sans courriel : {n} résultat plus ancien, de nouveaux flux ou retrouvé.",
                  "Ajoutés sans courriel : {n} résultats plus anciens, de nouveaux flux ou retrouvés."),
        "outlet": ("{n} média", "{n} médias"),
        "language": ("{n} langue", "{n} langues"),
        "country": ("{n} pays", "{n} pays"),
        "more": ("et {n} autre", "et {n} autres"),
        "unlisted": ("{n} autre sujet n’est pas listé ici ; cherchez la requête de la règle pour le voir.",
                     "{n} autres sujets ne sont pas listés ici ; cherchez la requête de la règle pour les voir."),
        "nothing_new": "Rien de nouveau",
        "subject_nothing": "rien de nouveau",
        "proof": "Rien de nouveau. Ce courriel prouve que la veille continue.",
        "lag": "Indexé {span} après la publication",
        "no_date": "L’éditeur ne donne pas de date ; c’est le moment où nous l’avons vu",
        "old": "Publié {span} avant que nous le voyions",
        "feed_only": "Seul le texte du flux a pu être lu.",
        "teaser_only": "L’éditeur ne montre que le début du texte.",
        "first": "Premier : {outlet}, vu {seen}",
        "dated": "daté {published}",
        "undated": "non daté",
        "told_by": "{outlets} · {languages} · {countries}",
        "timeline": "Qui en parle, dans l’ordre",
        "same_text": "même texte : {outlets}",
        "also_in": "Aussi dans",
        "topic": "Thème",
        "in_passing": "en passant",
        "read_at": "Lire chez {outlet}",
        "and_titles": "Et aussi",
        "told_before": "Trouvés aussi ; vous en avez déjà été averti",
        "rule": "Règle",
        "query": "Requête",
        "state": "État",
        "contact": "Questions, ou pour ne plus recevoir ces courriels : {contact}",
        "unsubscribe": "Ne plus recevoir ces courriels",
        "new_here": "Nouveau depuis le premier courriel",
        "denial": "Démenti",
        "correction": "Correction",
        "retraction": "Rétractation",
        "withdrawn": "Page retirée",
        "figure": "Autre chiffre : {after}, au lieu de {before}",
        "outlets": "Désormais dans {after} médias, contre {before}",
        "country_reached": "Désormais dans ce pays : {after}",
        "language_reached": "Désormais en {after}",
        "article": "Aussi chez {outlet}",
        "now_says": "{outlet} dit maintenant",
        "says": "{outlet} dit",
        "first_mail": "Ceci répond au premier courriel sur ce sujet.",
        "healthy": "{healthy} flux sur {feeds} en bonne santé, {behind}",
        "feed": ("{n}", "{n}"),
        "oldest_lag": "retard maximal {span}",
        "nothing_waiting": "rien en attente",
        "immediately": "aussitôt",
        "gloss": "traduction automatique",
        "operations_subject": ("{n} point demande attention", "{n} points demandent attention"),
        "operations": "veille, exploitation",
        "since": "depuis {since}",
        "still_open": "Toujours ouvert, déjà annoncé",
        "operations_why": "veille envoie ceci une fois par jour au plus, une nouvelle erreur dans l’heure, et "
                          "seulement quand quelque chose de nouveau demande attention. Tout à la fois :",
        "article_count": ("{n} article", "{n} articles"),
        "watch_volume": "{articles} en {span}, d’habitude {usual}",
        "watch_silence": "rien depuis {span}, d’habitude {usual} articles. Le dernier :",
        "watch_first": "Première mention en {span}",
        "watch_first_ever": "Première mention dans tout ce qui est conservé",
        "watch_new_outlet": "Nouveau média : {name}, pour la première fois en {span}",
        "watch_new_country": "Nouveau pays : {name}, pour la première fois en {span}",
        "watch_new_language": "Nouvelle langue : {name}, pour la première fois en {span}",
        "watch_new_topic": "Nouveau thème : {name}, pour la première fois en {span}",
        "watch_spread": "Désormais dans {count}",
        "watched": "Surveillé",
    },
)  # fmt: skip

MAIL_LANGUAGES = {phrases.code: phrases for phrases in (EN, FR)}

"""German."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="de",
    name="German",
    months=(
        "januar jänner", "februar feber", "märz mrz", "april", "mai", "juni", "juli", "august", "september", "oktober",
        "november", "dezember",
    ),
    weekdays=("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag"),
    date_particles="um am den der uhr",
    day_first=True,
    numerals={
        2: "zwei", 3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 7: "sieben", 8: "acht", 9: "neun", 10: "zehn", 11: "elf",
        12: "zwölf", 13: "dreizehn", 14: "vierzehn", 15: "fünfzehn", 16: "sechzehn", 17: "siebzehn", 18: "achtzehn",
        19: "neunzehn", 20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig", 70: "siebzig",
        80: "achtzig", 90: "neunzig",
    },
    scales={10**3: "tausend", 10**6: "mio millionen", 10**9: "mrd milliarde milliarden"},
    number_words=(
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreissig erste ersten zweite zweiten dritte "
        "dritten vierte vierten fünfte fünften letzte letzten gestiegen gefallen"
    ),
    stemmer="german",
    and_words="und sowie oder die der das",
    challenge=(r"zugriff (?:verweigert|gesperrt)", "kein roboter", r"ungewöhnliche(?:r|n)? (?:datenverkehr|aktivität)",
               "sicherheitsüberprüfung"),
    consent=("dsgvo", "zustimm", "einwillig", "datenschutz", "personenbezogen", "partner", "werbung", "zwecke",
             "alle akzeptieren", "ablehnen"),
    consent_titles=("zustimmung", r"datenschutz(?:einstellungen)?$", "privatsphäre", "bevor sie", "cookie"),
    walls=(
        "jetzt weiterlesen", "weiterlesen mit", "mit einem abo", "nur für abonnenten", "bereits abonnent",
        r"um (?:den artikel |diesen artikel )?weiterzulesen", "exklusiv für abonnent", "plus-artikel",
        r"(?:mit|im) \w*(?:plus|\+) (?:weiter)?lesen",
    ),
    remains=(r"\d+(?:[.,]\d+)?\s?% dieses artikels",),
    media_titles=("fotos?", "bildergalerie", "fotostrecke", "in bildern"),
    live_titles=("liveticker", "newsticker"),
    labels=("lesen sie", "mehr zum", "mehr dazu", "lies auch", "auch interessant", "anzeige", "werbung", "teilen", "bild",
            "foto", "quelle", "von "),
    contact_words=("abonn", "e-mail"),
    byline_prefixes=("von", r"autor(?:in|es)?", "mit"),
    update_words=("aktualis",),
    credit_words=("mit", "quelle"),
    agency_words=("agenturen",),
    stamp_words=("lesezeit", "veröffentlicht"),
    boilerplate=(
        r"(?:lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|weiterlesen)\b",
        r"(?:abonnieren|abonnenten|abo\b|probeabo\w*|probemonat|jetzt (?:anmelden|registrieren|bestellen|testen)|kostenlos testen|euro testen|monatlich kündbar|weiter ?zum artikel)\b",
        r"(?:datenschutz\w*|cookie-einstellungen)\b",
        r"(?:teilen|folgen sie)\b.{0,60}\b(?:facebook|whatsapp|twitter|instagram|telegram|uns auf|app)\b",
        r"alle rechte vorbehalten\b",
        r"fehler (?:gefunden|melden)\b",
        r"anzeige\W*$",
    ),
    feed_tails=(r"Der Beitrag .{1,400}? erschien zuerst auf .{1,120}$",),
    read_more=("Weiterlesen",),
    roundups=(
        r"im (?:live)?ticker",
        r"(?:der (?:morgen|abend|tag) (?:im|in)|das wichtigste|nachrichten(?:überblick|übersicht)|die nachrichten des|kurz (?:und bündig|notiert)|was (?:heute|am \w+) wichtig)",
    ),
    list_numbers=("eins", "zwei", "drei", "vier", "fünf"),
    denials=("dementier*", "dementi", "bestreitet", "bestritt", "bestreiten", "leugnet", "leugnen"),
    corrections=("korrektur", "berichtigung", "korrigiert", "richtigstellung"),
    retractions=("bericht zurückgezogen", "artikel zurückgezogen", "zieht bericht zurück"),
)  # fmt: skip

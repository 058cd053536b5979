"""Italian."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="it",
    name="Italian",
    months=(
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
        "novembre", "dicembre",
    ),
    weekdays=("lunedì lunedi", "martedì martedi", "mercoledì mercoledi", "giovedì giovedi", "venerdì venerdi", "sabato",
              "domenica"),
    date_particles="alle ore del il",
    day_first=True,
    numerals={
        1: "uno", 2: "due", 3: "tre", 4: "quattro", 5: "cinque", 6: "sei", 7: "sette", 8: "otto", 9: "nove", 10: "dieci",
        11: "undici", 12: "dodici", 13: "tredici", 14: "quattordici", 15: "quindici", 16: "sedici", 17: "diciassette",
        18: "diciotto", 19: "diciannove", 20: "venti", 30: "trenta", 40: "quaranta", 50: "cinquanta", 60: "sessanta",
        70: "settanta", 80: "ottanta", 90: "novanta",
    },
    scales={10**3: "mila mille", 10**6: "milione milioni mln", 10**9: "miliardo miliardi mld"},
    number_words=(
        "due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta cento mila primo prima secondo seconda "
        "terzo terza quarto quinto sesto settimo ottavo nono decimo ultimo ultima rialzo ribasso calo aumento"
    ),
    stemmer="italian",
    and_words="e ed o oppure il lo gli",
    challenge=("accesso negato", "non sei un robot", "traffico insolito", "verifica di essere umano"),
    consent=("dati personali", "consenso", "accetta", "rifiuta", "finalità"),
    consent_titles=("prima di continuare", "la tua privacy", "gestione dei cookie"),
    walls=("riservato agli abbonati", "abbonati per", "sei già abbonato", "per continuare a leggere", "contenuto riservato"),
    remains=(r"\d+(?:[.,]\d+)?\s?% di questo articolo",),
    media_titles=("video", "foto", "fotogallery", "le immagini"),
    live_titles=("in diretta", "diretta"),
    labels=("leggi anche", "leggi tutto", "pubblicità", "condividi", "fonte", "foto"),
    contact_words=("abbonat", "iscriviti"),
    byline_prefixes=("di", "a cura di", "dal nostro inviato", r"autor[ei]"),
    update_words=("aggiornat",),
    credit_words=("con", "fonte"),
    agency_words=("agenzie",),
    stamp_words=("pubblicato", "aggiornato", "tempo di lettura"),
    boilerplate=(
        r"leggi anche\b",
        r"(?:iscriviti|abbonat\w+)\b",
        r"(?:informativa sulla privacy|accetta tutti)\b",
        r"seguici\b.{0,60}\b(?:facebook|whatsapp|twitter|instagram|telegram|app)\b",
        r"(?:tutti i diritti|riproduzione riservata)\b",
        r"pubblicità\W*$",
    ),
    feed_tails=(r"L[’']articolo .{1,400}? (?:proviene da|sembra essere il primo su) .{1,120}$",),
    read_more=("Leggi tutto", "Continua a leggere"),
    roundup_openings=("diretta", "in diretta"),
    roundups=(r"(?:le notizie (?:del|di|della)|rassegna stampa|il punto (?:di|del)|cosa sapere)",),
    list_numbers=("uno", "due", "tre"),
    denials=("smentisc*", "smentit*", "nega", "negano"),
    corrections=("rettifica", "correzione", "errata corrige"),
    retractions=("ritrattazione", "ritratta"),
)  # fmt: skip

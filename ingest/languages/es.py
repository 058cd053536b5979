"""Spanish."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="es",
    name="Spanish",
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre", "octubre",
        "noviembre", "diciembre",
    ),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    date_particles="de del a las el horas",
    day_first=True,
    numerals={
        1: "uno", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho", 9: "nueve", 10: "diez",
        11: "once", 12: "doce", 13: "trece", 14: "catorce", 15: "quince", 17: "diecisiete", 18: "dieciocho",
        19: "diecinueve", 20: "veinte", 30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta",
        80: "ochenta", 90: "noventa",
    },
    scales={10**3: "mil", 10**6: "mln millón millones"},
    number_words=(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce veinte primero primera segundo segunda tercero "
        "tercera cuarto cuarta quinto quinta último última subió bajó"
    ),
    stemmer="spanish",
    and_words="y e o",
    challenge=("acceso denegado", r"no (?:eres|es usted|soy) un robot", "tráfico inusual"),
    consent=("privacidad", "datos personales", "socios", "consentimiento", "aceptar", "rechazar"),
    consent_titles=("antes de continuar", "tu privacidad", "su privacidad"),
    walls=(r"(?:sólo|solo|exclusivo|contenido) para suscriptores", "suscríbete para", r"ya (?:eres|soy) suscriptor",
           "seguir leyendo"),
    media_titles=("vídeo", "fotos?", "galería"),
    live_titles=("minuto a minuto", "en vivo"),
    labels=("lea también", "leer más", "te puede"),
    byline_prefixes=("por", "redacci[oó]n", r"autor(?:es)?"),
    update_words=("actualiz",),
    credit_words=("con",),
    agency_words=("agencias",),
    stamp_words=("publicado",),
    boilerplate=(
        r"(?:lea (?:también|además)|te puede interesar)\b",
        r"(?:suscr[íi]b\w+|boletín)\b",
        r"aceptar todo\b",
        r"(?:artículo en|síguenos|compart[ae])\b.{0,60}\b(?:facebook|whatsapp|twitter|instagram|telegram|app)\b",
        r"todos los derechos\b",
        r"publicidad\W*$",
    ),
    feed_tails=(r"La entrada .{1,400}? (?:se publicó primero|aparece primero) en .{1,120}$",),
    read_more=("Seguir leyendo",),
    roundup_openings=("minuto a minuto", "en vivo"),
    roundups=(r"(?:lo esencial|las noticias (?:del|de la)|resumen (?:del|de la)|cinco (?:noticias|claves))",),
    list_numbers=("uno", "dos", "tres"),
    denials=("desmiente*", "desmentid*", "desmintió", "niega", "niegan", "negó"),
    corrections=("corrección", "rectifica", "rectificación", "fe de errores"),
    retractions=("retractación", "se retracta"),
)  # fmt: skip

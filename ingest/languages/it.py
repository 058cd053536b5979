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
)  # fmt: skip

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
)  # fmt: skip

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
)  # fmt: skip

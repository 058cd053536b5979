"""English."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="en",
    name="English",
    months=(
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ),
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    date_particles="at on of the hrs hours",
    day_first=None,
)  # fmt: skip

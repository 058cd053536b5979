"""Portuguese."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    months=(
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
        "dezembro",
    ),
    weekdays=("segunda-feira segunda", "terça-feira terça", "quarta-feira quarta", "quinta-feira quinta",
              "sexta-feira sexta", "sábado", "domingo"),
    date_particles="de às as do",
    day_first=True,
)  # fmt: skip

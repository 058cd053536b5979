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
)  # fmt: skip

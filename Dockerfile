# veille with Airflow, from the lock file. One image for every service of docker-compose.yml that is ours.
FROM python:3.12.12-slim-bookworm AS build
COPY --from=ghcr.io/astral-sh/uv:0.13.9 /uv /bin/uv
WORKDIR /opt/veille
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=/opt/venv
# Dependencies first: they change less often than the code, and their layer is kept.
COPY pyproject.toml uv.lock README.md .env.example ./
RUN uv sync --locked --no-dev --no-install-project --extra airflow --extra compose --extra s3
COPY ingest ingest
COPY index_templates index_templates
COPY config config
COPY dashboards dashboards
COPY dags dags
RUN uv sync --locked --no-dev --no-editable --extra airflow --extra compose --extra s3

FROM python:3.12.12-slim-bookworm
RUN useradd --create-home --uid 50000 veille && install -d -o veille /var/lib/veille /opt/airflow /opt/airflow/logs
COPY --from=build /opt/venv /opt/venv
COPY --chown=veille dags /opt/veille/dags
COPY --chown=veille scripts/compose-setup scripts/compose-databases scripts/compose-certificates /opt/veille/
ENV PATH=/opt/venv/bin:$PATH AIRFLOW_HOME=/opt/airflow VEILLE_CONFIG_DIR=/etc/veille VEILLE_DATA_DIR=/var/lib/veille \
    PYTHONUNBUFFERED=1
USER veille
WORKDIR /opt/airflow
CMD ["veille", "--help"]

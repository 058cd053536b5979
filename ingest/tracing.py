"""OpenTelemetry traces: a span for each run of a stage, and one for each article that it took.

An article's trace has the article's key for its id, which is 128 bits as a trace id is: what each stage did with it, on
whichever machine and day, is one trace, and nothing has to be handed from stage to stage. Off unless
``tracing.endpoint`` is set and the extra ``veille[otel]`` installed: nothing of it is imported else. Spans carry names
of outcomes and addresses, never texts. Headers and sampling are read by the SDK from its own ``OTEL_…`` variables.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from ingest import __version__
from ingest.outcome import Outcome, Report, Stage
from ingest.urls import url_key

if TYPE_CHECKING:
    from opentelemetry.trace import Span, Tracer

OF_ARTICLES = (Stage.FETCH, Stage.INDEX)
"""Stages whose subjects are articles, by their URL."""


@contextmanager
def traced(stage: Stage, report: Report, endpoint: str | None) -> Iterator[Report]:
    """A run of a stage as a span; the report to use inside tells of each article as well.

    ``endpoint`` takes traces as OTLP over HTTP; None: no traces. One that does not answer stops nothing.
    """
    tracer = tracer_for(endpoint) if endpoint else None
    if tracer is None:
        yield report
        return
    with tracer.start_as_current_span(f"veille {stage.value}", attributes={"veille.stage": stage.value}) as span:

        def told(outcome: Outcome) -> None:
            report(outcome)
            if outcome.stage in OF_ARTICLES:
                _tell_article(tracer, outcome, span)

        yield told


@cache
def tracer_for(endpoint: str) -> "Tracer | None":
    """A tracer of our own, beside whatever the program around us (Airflow) traces; None without the extra."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        return None
    known = {"service.name": "veille", "service.version": __version__}
    provider = TracerProvider(resource=Resource.create(known))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=endpoint, timeout=5)))
    return provider.get_tracer("veille")


def _tell_article(tracer: "Tracer", outcome: Outcome, run: "Span") -> None:
    """A span of no length in the article's own trace, linked to the run that it was part of."""
    from opentelemetry.trace import (
        Link,
        NonRecordingSpan,
        SpanContext,
        Status,
        StatusCode,
        TraceFlags,
        set_span_in_context,
    )

    key = int(url_key(outcome.subject), 16)
    root = SpanContext(
        key, key & 0xFFFF_FFFF_FFFF_FFFF or 1, is_remote=True, trace_flags=TraceFlags(TraceFlags.SAMPLED)
    )
    span = tracer.start_span(
        f"{outcome.stage.value}: {outcome.name}",
        context=set_span_in_context(NonRecordingSpan(root)),
        links=[Link(run.get_span_context())],
        attributes={"url.full": outcome.subject, "veille.outcome": outcome.name, "veille.detail": outcome.detail[:300]},
    )
    if not outcome.ok:
        span.set_status(Status(StatusCode.ERROR, outcome.name))
    span.end()

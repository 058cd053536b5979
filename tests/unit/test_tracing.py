"""An article's way is one trace, told to a collector by OTLP over HTTP."""

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from ingest.outcome import Outcome, Stage
from ingest.tracing import traced, tracer_for
from ingest.urls import url_key

trace_service = pytest.importorskip("opentelemetry.proto.collector.trace.v1.trace_service_pb2")
URL = "https://gazette.example/2025/04/28/aide"


class Collector(HTTPServer):
    """Keeps what it is sent."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.spans = []


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        request = trace_service.ExportTraceServiceRequest.FromString(body)
        self.server.spans += [s for r in request.resource_spans for scope in r.scope_spans for s in scope.spans]
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        """No lines on the terminal."""


@contextlib.contextmanager
def collecting():
    server = Collector()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server, f"http://127.0.0.1:{server.server_port}/v1/traces"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_stages_of_one_article_are_one_trace():
    heard = []
    with collecting() as (server, endpoint):
        for stage, name, ok in ((Stage.FETCH, "fetched", True), (Stage.INDEX, "refused-by-index", False)):
            with traced(stage, heard.append, endpoint) as told:
                told(Outcome(stage, URL, name, "x" * 1000, ok=ok))
        with traced(Stage.ALERT, heard.append, endpoint) as told:
            told(Outcome(Stage.ALERT, "rule", "matched"))
        assert tracer_for(endpoint).span_processor.force_flush()
        spans = {span.name: span for span in server.spans}
    assert [outcome.name for outcome in heard] == ["fetched", "refused-by-index", "matched"]
    assert set(spans) == {"veille fetch", "fetch: fetched", "veille index", "index: refused-by-index", "veille alert"}
    fetched, refused = spans["fetch: fetched"], spans["index: refused-by-index"]
    assert fetched.trace_id.hex() == refused.trace_id.hex() == url_key(URL)
    assert fetched.links[0].span_id == spans["veille fetch"].span_id
    assert (fetched.status.code, refused.status.code) == (0, 2)
    assert all(len(a.value.string_value) <= 300 for a in refused.attributes)


def test_without_an_endpoint_the_report_is_passed_on_as_it_is():
    heard = []
    with traced(Stage.FETCH, heard.append, None) as told:
        assert told == heard.append


def test_a_collector_that_is_away_stops_nothing():
    with traced(Stage.FETCH, lambda _: None, "http://127.0.0.1:9/v1/traces") as told:
        told(Outcome(Stage.FETCH, URL, "fetched"))

"""What a scheduler's log shows of a task."""

import logging

from structlog.testing import capture_logs

from ingest.logs import LoggedProgress, quieten_libraries
from ingest.outcome import Outcome, Stage


def test_progress_every_hundred_outcomes_and_each_failure():
    report = LoggedProgress()
    with capture_logs() as lines:
        for n in range(250):
            ok = n != 7
            report(Outcome(Stage.FETCH, f"a{n}", "fetched" if ok else "redirect-loop", "", ok=ok))
    told = [line for line in lines if line["log_level"] != "debug"]
    assert [line["event"] for line in told] == ["redirect-loop", "progress", "progress"]
    assert told[1]["counts"] == {"fetched": 99, "redirect-loop": 1}
    assert told[2]["done"] == 200


def test_libraries_are_heard_only_when_they_warn(caplog):
    quieten_libraries()
    with caplog.at_level(logging.INFO):
        logging.getLogger("elastic_transport.transport").info(
            "POST http://127.0.0.1:9200/articles/_search [status:200]"
        )
        logging.getLogger("elastic_transport.transport").warning("node is down")
    assert [r.message for r in caplog.records] == ["node is down"]

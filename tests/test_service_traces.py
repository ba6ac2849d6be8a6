"""Traces go to a real collector when they are asked for, and hold no text of a document."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.service_process import MEETING, RULES, serving


@pytest.mark.enable_socket
def test_traces_reach_the_collector(tmp_path: Path) -> None:
    """A request and its document are spans of the caller's trace."""
    got: list[tuple[str, bytes]] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Collector) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        where = {"OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{server.server_address[1]}"}
        with serving(tmp_path, *RULES, EXTRACTOR_SERVICE_TRACES="true", **where) as found:
            trace = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}
            answer = found.client().post("/v1/extract", json={"text": MEETING.format(3)}, headers=trace)
        server.shutdown()
    sent = b"".join(body for _, body in got)

    assert answer.status_code == 200
    assert {path for path, _ in got} == {"/v1/traces"}
    assert all(word in sent for word in (b"POST /v1/extract", b"document", b"extractor.outcome"))
    assert sent.count(bytes.fromhex("0af7651916cd43dd8448eb211c80319c")) >= 2
    assert b"Chikovani" not in sent

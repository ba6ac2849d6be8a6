"""A real HTTP server that speaks the OpenAI chat protocol and answers what a test has queued."""

import json
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What the server answers once: an HTTP status, and the message's content or an error body."""

    content: str | None = None
    status: int = 200
    finish_reason: str = "stop"
    refusal: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    error: dict[str, Any] = field(default_factory=lambda: {"message": "no", "code": None})
    delay: float = 0.0


@dataclass
class ChatServer:
    """A running server: its address, the replies still queued, and every request it got."""

    url: str
    replies: deque[Reply] = field(default_factory=deque)
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


def _body(reply: Reply) -> dict[str, Any]:
    if reply.status != 200:
        return {"error": reply.error}
    message = {"role": "assistant", "content": reply.content, "refusal": reply.refusal}
    usage = {
        "prompt_tokens": 100,
        "completion_tokens": 20,
        "total_tokens": 120,
        "prompt_tokens_details": {"cached_tokens": 60},
    }
    choice = {"index": 0, "message": message, "finish_reason": reply.finish_reason}
    return {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice], "usage": usage}


@contextmanager
def serve(*replies: Reply) -> Iterator[ChatServer]:
    """A server on a free loopback port for as long as the block lasts."""
    state = ChatServer("", deque(replies))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            state.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            state.keys.append(self.headers.get("Authorization", ""))
            reply = state.replies.popleft() if state.replies else Reply(status=500)
            time.sleep(reply.delay)
            data = json.dumps(_body(reply)).encode()
            self.send_response(reply.status)
            for name, value in {
                "Content-Type": "application/json",
                "Content-Length": str(len(data)),
                **reply.headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(BrokenPipeError):  # the client gave up waiting
                self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

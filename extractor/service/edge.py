"""Around every request: its id, the first refusals, the time for its body, headers, a line in the log, a count."""

import asyncio
import logging
import time
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extractor.service import problems, requests, security
from extractor.service.problems import Problem
from extractor.service.state import Service

_log = logging.getLogger("extractor.service")
LIMIT = "extractor.largest_body"
"""Where a route that takes a body says in the request's scope how many bytes it may have; the others see none."""
_OTHER = "other"
"""The route of what has none: an address that somebody made up must not become a label or a line."""
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


@dataclass
class _Exchange:
    """One request and its answer, as they pass."""

    scope: Scope
    receive: Receive
    send: Send
    patience: float
    started: float = field(default_factory=time.monotonic)
    status: int = 0
    bytes_in: int = 0
    whole: bool = False

    async def receiving(self) -> Message:
        """The next part of the request; 413 if its body is larger than its route takes, 408 if it doesn't arrive in time."""
        if LIMIT not in self.scope:  # a stream asks whether its client is there: a body must not end it
            return {**await self.receive(), "body": b""}
        if self.whole:
            return await self.receive()
        announced = Headers(scope=self.scope).get("content-length", "")
        self._small_enough(int(announced) if announced.isdecimal() else 0)
        try:
            async with asyncio.timeout(max(0.0, self.started + self.patience - time.monotonic())):
                message = await self.receive()
        except TimeoutError:
            raise Problem(408, "slow", "the request's body did not arrive in time") from None
        self.bytes_in += len(message.get("body", b""))
        self.whole = not message.get("more_body", False)
        self._small_enough(self.bytes_in)
        return message

    def _small_enough(self, size: int) -> None:
        if size > (limit := self.scope[LIMIT]):
            raise Problem(413, "too_large", f"a body of more than {limit:,} bytes is too large here")

    async def sending(self, message: Message) -> None:
        """The next part of the answer, with the headers that every answer has."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers[requests.HEADER] = requests.current.get()
            for name, value in security.HEADERS.items():
                headers.setdefault(name, value)
        await self.send(message)


@dataclass(frozen=True)
class Edge:
    """The application with all that is the same for each request around it."""

    app: ASGIApp
    service: Service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        requests.current.set(requests.chosen(headers.get(requests.HEADER)))
        exchange = _Exchange(scope, receive, send, self.service.limits.slowest_body)
        try:
            problem = security.refusal(scope["method"], headers, self.service.limits)
            app = problems.response(problem) if problem else self.app
            await app(scope, exchange.receiving, exchange.sending)
        except ClientDisconnect:
            exchange.status = 499
        except Exception:
            _log.exception("a fault of the program", extra={"event": "fault"})
            if not exchange.status:
                raise
        finally:
            self._count(scope, exchange)

    def _count(self, scope: Scope, exchange: _Exchange) -> None:
        seconds = time.monotonic() - exchange.started
        route = getattr(scope.get("route"), "path", _OTHER)
        method = scope["method"] if scope["method"] in _METHODS else _OTHER
        self.service.metrics.request(method, route, exchange.status, seconds)
        extra = {
            "event": "request",
            "method": method,
            "route": route,
            "status": exchange.status,
            "seconds": round(seconds, 4),
            "bytes_in": exchange.bytes_in,
            "key": scope.get("extractor.key"),
        }
        _log.info("request", extra=extra)

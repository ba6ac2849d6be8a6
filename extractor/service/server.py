"""uvicorn, set up for a service that strangers may reach: time for a request's head, no name, a stop that tells."""

import logging
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import uvicorn
from filelock import FileLock, Timeout
from uvicorn.protocols.http.h11_impl import H11Protocol

from extractor.errors import SettingsError
from extractor.service.app import create
from extractor.service.edge import Edge
from extractor.service.settings import ServiceSettings
from extractor.service.state import Service
from extractor.settings import Settings

if TYPE_CHECKING:
    from types import FrameType

_log = logging.getLogger("extractor.service")
_CONNECTIONS = 1000
"""Connections at the same time; more are answered 503."""


def run(settings: Settings, limits: ServiceSettings) -> None:
    """Serve until SIGTERM or Ctrl-C. Raises an ExtractorError for what can't work."""
    app = create(settings, limits)
    service: Service = app.state.service
    with _alone(limits), _listening(limits) as listening:
        port = listening.getsockname()[1]
        shown = f"[{limits.host}]" if ":" in limits.host else limits.host
        _log.info(
            "listening on http://%s:%s", shown, port, extra={"event": "listening", "host": limits.host, "port": port}
        )
        with suppress(KeyboardInterrupt):  # uvicorn raises it again when all is stopped
            _Server(_config(Edge(app, service), limits), service).run([listening])


def _config(app: Any, limits: ServiceSettings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=_patient(limits.slowest_head),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(limits.proxies),
        forwarded_allow_ips=list(limits.proxies),
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=max(1, round(limits.grace)),
    )


def _alone(limits: ServiceSettings) -> FileLock:
    lock = FileLock(limits.data_dir / "service.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise SettingsError(
            f"another service uses {limits.data_dir}; stop it, or name another folder with --data-dir"
        ) from None
    return lock


def _listening(limits: ServiceSettings) -> socket.socket:
    try:
        family = socket.getaddrinfo(limits.host, limits.port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((limits.host, limits.port), family=family, backlog=256)
    except OSError as error:
        raise SettingsError(
            f"can't listen on {limits.host}, port {limits.port}: {error.strerror or error}; choose another with --host or --port"
        ) from None


class _Server(uvicorn.Server):
    """Tells the service at once that it is being stopped: streams end, nothing new is begun."""

    def __init__(self, config: uvicorn.Config, service: Service) -> None:
        super().__init__(config)
        self._service = service

    def handle_exit(self, sig: int, frame: "FrameType | None") -> None:
        """Note the signal."""
        self._service.stopping.set()
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what waits for a worker, then as uvicorn does."""
        self._service.workers.close()
        await super().shutdown(sockets)


def _patient(seconds: float) -> type[H11Protocol]:
    """A protocol that closes a connection whose next request's head isn't there in time, however slowly it trickles."""

    class Patient(H11Protocol):
        def connection_made(self, transport: Any) -> None:
            """Begin to wait."""
            super().connection_made(transport)
            self._wait()

        def on_response_complete(self) -> None:
            """Begin to wait for the next request."""
            super().on_response_complete()
            self._wait()

        def _wait(self) -> None:
            self.loop.call_later(seconds, self._look, self.cycle)

        def _look(self, before: Any) -> None:
            waiting = self.cycle is before and (before is None or before.response_complete)
            if waiting and not self.transport.is_closing():
                self.transport.close()

    return Patient

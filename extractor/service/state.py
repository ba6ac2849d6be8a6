"""What every request works with: one warm task, its workers, the jobs, the keys. Made once, at the start."""

import threading
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from extractor.service.backlog import Backlog
from extractor.service.jobs_store import JobsStore
from extractor.service.keys import Keys
from extractor.service.metrics import Metrics
from extractor.service.rates import Rates
from extractor.service.readiness import Readiness
from extractor.service.settings import ServiceSettings
from extractor.service.workers import Workers
from extractor.settings import Settings
from extractor.task import Task


@dataclass(frozen=True)
class Service:
    """The parts of a running service."""

    settings: Settings
    limits: ServiceSettings
    task: Task
    jobs: JobsStore
    backlog: Backlog
    workers: Workers
    keys: Keys
    rates: Rates
    metrics: Metrics
    readiness: Readiness
    streams: threading.BoundedSemaphore
    stopping: threading.Event

    def key_needed(self) -> bool:
        """Whether a request must carry a key: on any address but this machine's own, and wherever one was made."""
        if self.limits.require_key is not None:
            return self.limits.require_key
        return not self.limits.loopback or self.keys.any()


def of(request: Request) -> Service:
    """The service that a request came to."""
    service: Service = request.app.state.service
    return service


At = Annotated[Service, Depends(of)]
"""The service, as a parameter of a route."""

"""Settings → the application. The only wiring of the service."""

import logging
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio.to_thread
from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.middleware.cors import CORSMiddleware

from extractor.service import (
    bodies,
    catalogue,
    extracting,
    faults,
    health,
    jobs,
    pages,
    parts,
    problems,
    shapes,
    telemetry,
)
from extractor.service.settings import ServiceSettings
from extractor.service.state import Service
from extractor.settings import Settings
from extractor.version import VERSION

_log = logging.getLogger("extractor.service")
_THREADS = 80
"""Requests that may be in Python code at the same time; those that wait for an answer or watch a job need none."""
_HOUSEKEEPING = 3600.0
"""Seconds between two looks for jobs that have expired."""


def create(settings: Settings, limits: ServiceSettings) -> FastAPI:
    """The application, not yet started. Raises an ExtractorError for settings that can't work."""
    made = parts.assemble(settings, limits)
    app = FastAPI(
        title="extractor",
        version=VERSION,
        summary="News in, event records out, and proof for every value",
        docs_url=None,  # Swagger's page loads its scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,  # behind a proxy with TLS it would send a client, and its key, to http://
        separate_input_output_schemas=False,  # the record's own serializer hides its fields from the output's schema
        generate_unique_id_function=lambda route: route.name,
        lifespan=_lifespan,
        telemetry=telemetry.config(traces=limits.traces),
    )
    app.state.service = made
    for routes in (
        extracting.router(made.task.schema.record),
        jobs.routes,
        catalogue.routes,
        health.routes,
        pages.routes,
    ):
        app.include_router(routes)
    _describe(app)
    faults.answer(app)
    if limits.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=limits.cors_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["*"],
        )
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    service: Service = app.state.service
    anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
    service.readiness.begin(service.settings, service.stopping, service.workers.wake)
    service.workers.start()
    threading.Thread(target=_keep_house, args=(service,), name="housekeeping", daemon=True).start()
    yield
    service.stopping.set()
    await run_in_threadpool(service.workers.stop, service.limits.grace)
    service.jobs.database.close()


def _keep_house(service: Service) -> None:
    while True:
        try:
            service.jobs.expire(service.limits.keep_days)
        except sqlite3.Error as error:
            _log.exception("storage: %s", error, extra={"event": "storage"})
        if service.stopping.wait(_HOUSEKEEPING):
            return


def _describe(app: FastAPI) -> None:
    """Have OpenAPI hold the models that routes refer to by name."""
    make = app.openapi

    def openapi() -> dict[str, Any]:
        made = make()
        known = made.setdefault("components", {}).setdefault("schemas", {})
        for model in (bodies.JobIn, bodies.TextIn, problems.ProblemBody, shapes.ProgressOut):
            schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
            known |= schema.pop("$defs", {}) | {model.__name__: schema}
        return made

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's own way to extend it

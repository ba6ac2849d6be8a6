"""POST /v1/extract: one document in, its record out, while the client waits."""

import asyncio
import json
import time
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from extractor.page import view as view_of
from extractor.schemas.record import Record
from extractor.service import access, bodies, problems, shapes, state
from extractor.service.answering import Outcome, Upload
from extractor.service.problems import Problem
from extractor.service.state import Service
from extractor.service.workers import Piece, QueueFull, Stopping

_LOOK = 1.0
"""Seconds after which it is looked whether the client is still there."""
_ERRORS = problems.documented(400, 401, 403, 408, 413, 415, 421, 422, 429, 500, 502, 503, 504)


def router(record: type[Record]) -> APIRouter:
    """The route, documented with the record that this service answers."""
    made = APIRouter(tags=["extract"])
    described: dict[int | str, dict[str, Any]] = {200: {"model": record | shapes.ViewOut, "description": "The record"}}
    made.add_api_route(
        "/v1/extract",
        extract,
        methods=["POST"],
        summary="Read one article",
        responses=described | _ERRORS,
        openapi_extra=bodies.described(bodies.TextIn, "file", several=False),
        response_class=Response,
    )
    return made


async def extract(
    request: Request, service: state.At, _: access.ForExtract, upload: bodies.One, *, view: bool = False
) -> Response:
    """The record of an article, the same as the command line's. With `view`, the text it rests on as well."""
    outcome = await _outcome(request, service, upload)
    if outcome.error:
        raise problems.of(outcome.error)
    body = await run_in_threadpool(_body, outcome, view=view)
    return Response(body, media_type="application/json")


def _body(outcome: Outcome, *, view: bool) -> str:
    if view:
        return json.dumps(view_of(outcome.record, outcome.document), ensure_ascii=False)
    return outcome.record.model_dump_json()


async def _outcome(request: Request, service: Service, upload: Upload) -> Outcome:
    """What a worker makes of it. Waiting costs no thread; a client that went away leaves the queue."""
    if not service.readiness.ready:
        raise Problem(503, "not_ready", "the model is being loaded; see /readyz", retry_after=5.0)
    piece = await run_in_threadpool(_submit, service, upload)
    answer = asyncio.wrap_future(piece.future)
    try:
        while not (await asyncio.wait({answer}, timeout=_LOOK))[0]:
            _look(service, piece)
            if await request.is_disconnected():
                raise Problem(499, "gone", "the client went away")
        return answer.result()
    except Stopping:
        raise _stopping() from None
    finally:
        service.workers.drop(piece)


def _look(service: Service, piece: Piece) -> None:
    """Raise if there is no use in waiting on: no worker in time, or the service ends before this one is finished."""
    timeout, waited = service.limits.timeout, time.monotonic() - piece.queued
    if waited > timeout and (piece.started == 0 or waited > 2 * timeout):
        raise Problem(504, "timeout", f"no worker was free within {timeout:g} s")
    if service.stopping.is_set() and service.workers.closed_for() > service.limits.grace - 2 * _LOOK:
        raise _stopping()


def _submit(service: Service, upload: Upload) -> Piece:
    try:
        return service.workers.submit(upload)
    except QueueFull:
        wait = service.workers.pace
        raise Problem(
            429, "queue_full", "too many requests are waiting; try again, or send a job", retry_after=wait
        ) from None
    except Stopping:
        raise _stopping() from None


def _stopping() -> Problem:
    return Problem(503, "stopping", "the service is being stopped; try again", retry_after=5.0)

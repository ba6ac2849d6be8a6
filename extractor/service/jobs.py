"""/v1/jobs: many documents, kept on disk; results and progress whenever they are asked for."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent

from extractor.errors import DocumentError
from extractor.page import view as view_of
from extractor.service import access, answering, bodies, problems, shapes, state
from extractor.service.jobs_store import BacklogFull, IdempotencyConflict, Job, Row
from extractor.service.problems import Problem
from extractor.service.state import Service

_LOOK = 0.3
"""Seconds between two looks at a job whose progress somebody watches."""
_COMMON = (401, 403, 421, 429, 503)
routes = APIRouter(tags=["jobs"])


class JsonLines(StreamingResponse):
    """One JSON value a line."""

    media_type = "application/x-ndjson"


Idempotency = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        pattern=r"^[\x21-\x7e]+$",
        description="The same word with the same body gives the same job, however often it is sent",
    ),
]


JobId = Annotated[str, Path(max_length=64, description="The job's id")]


def _mine(job_id: JobId, service: state.At, caller: access.ForJobs) -> Job:
    if found := service.jobs.get(caller.owner, job_id):
        return found
    raise Problem(404, "no_job", "there is no such job; it may have expired, or belong to another key")


Mine = Annotated[Job, Depends(_mine)]


@routes.post(
    "/v1/jobs",
    status_code=202,
    summary="Read many articles",
    responses=problems.documented(400, 408, 409, 413, 415, 422, *_COMMON),
    openapi_extra=bodies.described(bodies.JobIn, "files", several=True),
)
def add(
    response: Response, service: state.At, caller: access.ForJobs, handed: bodies.Many, idempotency: Idempotency = None
) -> shapes.JobOut:
    """A job, which is on disk when this is answered: a restart loses nothing."""
    if service.stopping.is_set():
        raise Problem(503, "stopping", "the service is being stopped; try again", retry_after=5.0)
    try:
        job, new = service.jobs.add(
            caller.owner, handed.uploads, idempotency, handed.fingerprint, service.limits.backlog
        )
    except BacklogFull:
        raise Problem(
            429, "backlog_full", "too many documents are waiting; try again later", retry_after=30.0
        ) from None
    except IdempotencyConflict:
        raise Problem(
            409, "idempotency", "this Idempotency-Key came with another body before; choose a new one"
        ) from None
    if new:
        service.backlog.add(job.id)
        service.workers.wake()
    made = shapes.job(job, service.limits.keep_days)
    response.headers["Location"] = made.links.self
    return made


@routes.get("/v1/jobs/{job_id}", summary="How far a job is", responses=problems.documented(404, 422, *_COMMON))
def get(service: state.At, job: Mine) -> shapes.JobOut:
    """The job."""
    return shapes.job(job, service.limits.keep_days)


@routes.get(
    "/v1/jobs/{job_id}/results",
    summary="The records of a job",
    response_class=JsonLines,
    responses=problems.plain("application/x-ndjson") | problems.documented(404, 422, *_COMMON),
)
def results(service: state.At, job: Mine, *, view: bool = False) -> JsonLines:
    """One record a line, in the order of the documents, those that are done so far. With `view`, with their texts."""
    rows = service.jobs.results(job.id)
    return JsonLines((_viewed(service, row) if view else f"{row.record}\n") for row in rows)


def _viewed(service: Service, row: Row) -> str:
    record = service.task.schema.record.model_validate_json(row.record or "")
    try:  # what could not be read, or not in time, is not tried again while somebody waits
        document = None if record.source.chars is None else answering.read(row.upload)
    except DocumentError:
        document = None
    return json.dumps(view_of(record, document), ensure_ascii=False) + "\n"


def _stream(service: state.At) -> Iterator[None]:
    if not service.streams.acquire(blocking=False):
        raise Problem(429, "streams", "too many progress streams are open; ask for the job instead", retry_after=5.0)
    try:
        yield
    finally:
        service.streams.release()


@routes.get(
    "/v1/jobs/{job_id}/events",
    summary="The progress of a job",
    response_class=EventSourceResponse,
    responses=problems.documented(404, 422, *_COMMON),
)
async def events(
    service: state.At, caller: access.ForJobs, job: Mine, _: Annotated[None, Depends(_stream)]
) -> AsyncIterator[ServerSentEvent]:
    """An event `progress` whenever something changed, and `end` as the last one; data are `ProgressOut`."""
    last = None
    found: Job | None = job
    while found and not service.stopping.is_set():
        now = _progress(service, found)
        if now != last:
            yield ServerSentEvent(event="progress", data=now)
        if found.status == "done":
            yield ServerSentEvent(event="end", data=now)
            return
        last = now
        await asyncio.sleep(_LOOK)
        found = await run_in_threadpool(service.jobs.get, caller.owner, job.id)


def _progress(service: Service, job: Job) -> shapes.ProgressOut:
    step = service.readiness.step
    shown = shapes.StepOut(what=step.what, done=step.done, total=step.total) if step else None
    return shapes.ProgressOut(done=job.done, failed=job.failed, total=job.total, status=job.status, step=shown)


@routes.delete(
    "/v1/jobs/{job_id}", status_code=204, summary="Delete a job", responses=problems.documented(404, 422, *_COMMON)
)
def delete(service: state.At, caller: access.ForJobs, job: Mine) -> None:
    """Delete the job, its texts and its records, also if it isn't done."""
    service.jobs.delete(caller.owner, job.id)

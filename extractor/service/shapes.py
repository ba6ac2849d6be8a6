"""What the service answers, as models: OpenAPI is made from them."""

from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.service.jobs_store import Job

SECONDS_A_DAY = 86_400


class StepOut(BaseModel):
    """What is going on before the model is ready."""

    what: str = Field(description="In words, such as 'loading qwen2.5-coder-1.5b'")
    done: int = Field(description="Units done")
    total: int = Field(description="Units there are; 0 if nobody knows")


class Links(BaseModel):
    """Where to go on."""

    self: str = Field(description="The job")
    results: str = Field(description="Its records so far, as JSON Lines")
    events: str = Field(description="Its progress, as server-sent events")


class JobOut(BaseModel):
    """A job and how far it is."""

    id: str = Field(description="Name of the job; whoever knows it and has the same key may see it")
    status: Literal["queued", "running", "done"] = Field(description="done: every document has its record")
    total: int = Field(description="Documents handed in")
    done: int = Field(description="Documents that have a record, a failed one included")
    failed: int = Field(description="Of those done, how many failed; their records say why")
    created_at: str = Field(description="ISO 8601, UTC")
    finished_at: str | None = Field(description="ISO 8601, UTC; null until it is done")
    expires_at: str = Field(description="When it is deleted; ISO 8601, UTC")
    links: Links


class ProgressOut(BaseModel):
    """Data of the events of a job."""

    done: int = Field(description="Documents that have a record")
    failed: int = Field(description="Of those, how many failed")
    total: int = Field(description="Documents handed in")
    status: Literal["queued", "running", "done"]
    step: StepOut | None = Field(description="What is going on before the model is ready, else null")


class LineOut(BaseModel):
    """A line or sentence of a document, in code points of its text, end exclusive."""

    start: int
    end: int
    number: int = Field(description="From 1, as the model saw it; 0 for chrome")
    chrome: str | None = Field(description="Why the line is not part of the article; null if it is")


class DocumentOut(BaseModel):
    """The text that all offsets of a record refer to."""

    model_config = ConfigDict(extra="allow")

    text: str
    media_type: str
    lines: list[LineOut]


class ViewOut(BaseModel):
    """A record with the text it rests on: all that the page shows."""

    model_config = ConfigDict(extra="allow")

    record: dict[str, Any] = Field(description="The record, as without ?view=true")
    document: DocumentOut | None = Field(description="null if the document could not be read")


class SchemaOut(BaseModel):
    """Something that can be extracted."""

    name: str
    version: str
    serving: bool = Field(description="Whether this service extracts it")
    record: dict[str, Any] = Field(description="JSON Schema of the records")


class PromptOut(BaseModel):
    """A way of asking."""

    name: str = Field(description="schema/version")
    strategy: str = Field(description="How a document is asked about")
    digest: str = Field(description="SHA-256 of the file, as in record.run.prompt_digest")
    serving: bool = Field(description="Whether this service asks so")


class ModelOut(BaseModel):
    """Who reads."""

    name: str = Field(description="provider:model, as in record.run.model")
    serving: bool = Field(description="Whether this service asks it")
    embedded: bool = Field(description="Whether it runs inside the process, without a network")
    licence: str | None = Field(description="SPDX, where known")
    megabytes: int | None = Field(description="Size of its weights, where known")


class SampleName(BaseModel):
    """An article to try."""

    name: str = Field(description="The file's name")
    title: str = Field(description="Its headline")


class Sample(BaseModel):
    """An article to try, with its text."""

    name: str
    text: str


class Alive(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


class Ready(BaseModel):
    """Documents can be read now."""

    status: Literal["ready"] = "ready"
    model: str = Field(description="Who reads")


def job(found: Job, keep_days: float) -> JobOut:
    """A job as it is answered."""
    at = f"/v1/jobs/{found.id}"
    return JobOut(
        id=found.id,
        status=found.status,
        total=found.total,
        done=found.done,
        failed=found.failed,
        created_at=_when(found.created),
        finished_at=None if found.finished is None else _when(found.finished),
        expires_at=_when(found.created + keep_days * SECONDS_A_DAY),
        links=Links(self=at, results=f"{at}/results", events=f"{at}/events"),
    )


def _when(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")

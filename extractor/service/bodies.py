"""What a client may hand in: JSON with texts, or files as a browser's form sends them."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import UploadFile

from extractor.service import state
from extractor.service.answering import Upload, uploads
from extractor.service.edge import LIMIT
from extractor.service.problems import Problem, Reason
from extractor.service.settings import ServiceSettings

_OVERHEAD = 65_536
"""Bytes that a body may have beside its documents: JSON's quotes, a form's lines."""
_LONGEST_NAME = 255
Body = TypeVar("Body", bound=BaseModel)
Named = tuple[str | None, bytes]


class TextIn(BaseModel):
    """An article as text; HTML source is read as HTML."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"text": "The ministers met in Tbilisi."}]}
    )

    text: str = Field(description="The article, as plain text or as the source of an HTML page")
    name: str | None = Field(
        None,
        max_length=_LONGEST_NAME,
        description="Name to show, such as a file's; its stem becomes the record's doc_id",
    )


class JobIn(BaseModel):
    """Articles to read one after the other."""

    model_config = ConfigDict(extra="forbid")

    documents: list[TextIn] = Field(min_length=1, description="The articles, in the order that their records come in")


@dataclass(frozen=True)
class Handed:
    """Several documents, and a digest of all that was handed in."""

    uploads: list[Upload]
    fingerprint: str


async def one(request: Request, service: state.At) -> Upload:
    """The one document of a request: JSON `text`, or a file in the form's field `file`."""
    request.scope[LIMIT] = service.limits.largest_document + _OVERHEAD
    named = await _read(request, TextIn, "file", 1, lambda body: [(body.name, body.text.encode())])
    return await run_in_threadpool(lambda: _checked(named, "file", service.limits)[0])


async def many(request: Request, service: state.At) -> Handed:
    """The documents of a job: JSON `documents`, or files in the form's field `files`."""
    request.scope[LIMIT] = service.limits.largest_job + _OVERHEAD
    most = service.limits.most_documents
    named = await _read(
        request, JobIn, "files", most, lambda body: [(each.name, each.text.encode()) for each in body.documents]
    )
    return await run_in_threadpool(lambda: Handed(_checked(named, "files", service.limits), _fingerprint(named)))


async def _read(
    request: Request, form: type[Body], field: str, most: int, unpack: Callable[[Body], list[Named]]
) -> list[Named]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        body = await request.body()
        return await run_in_threadpool(lambda: unpack(_parsed(form, body)))
    if kind == "multipart/form-data":
        return await _files(request, field, most)
    raise Problem(415, "media_type", "send JSON (Content-Type: application/json) or a form (multipart/form-data)")


def _parsed(form: type[Body], body: bytes) -> Body:
    try:
        return form.model_validate_json(body)
    except ValidationError as error:
        reasons = [
            Reason(where="".join(f"/{part}" for part in one["loc"]), reason=one["msg"]) for one in error.errors()[:20]
        ]
        raise Problem(422, "body", f"{reasons[0].where or 'body'}: {reasons[0].reason}", reasons=reasons) from None


async def _files(request: Request, field: str, most: int) -> list[Named]:
    async with request.form(max_files=most, max_fields=0) as form:
        found = [part for part in form.getlist(field) if isinstance(part, UploadFile)]
        if others := sorted(set(form) - {field}):
            raise Problem(422, "body", f"no field named {others[0]!r} is known; there is {field!r}")
        return [((part.filename or "")[:_LONGEST_NAME] or None, await part.read()) for part in found]


def _checked(named: Sequence[Named], field: str, limits: ServiceSettings) -> list[Upload]:
    if not named:
        raise Problem(422, "body", f"the form has no file in its field {field!r}")
    if len(named) > limits.most_documents:
        raise Problem(
            413, "too_many", f"{len(named):,} documents are too many for one job (at most {limits.most_documents:,})"
        )
    for upload in (made := uploads(named)):
        if len(upload.content) > limits.largest_document:
            size = f"{len(upload.content):,} bytes are too many (at most {limits.largest_document:,})"
            raise Problem(413, "too_large", f"{upload.name}: {size}")
    return made


def _fingerprint(named: Sequence[Named]) -> str:
    digest = hashlib.sha256()
    for name, content in named:
        digest.update(hashlib.sha256(repr(name).encode()).digest() + hashlib.sha256(content).digest())
    return digest.hexdigest()


def described(form: type[BaseModel], field: str, *, several: bool) -> dict[str, Any]:
    """The `openapi_extra` of a route that takes such a body."""
    file = {"type": "string", "format": "binary", "description": "A text, HTML or PDF file"}
    files = {"type": "array", "items": file, "minItems": 1} if several else file
    as_form = {"type": "object", "properties": {field: files}, "required": [field], "additionalProperties": False}
    as_json = {"$ref": f"#/components/schemas/{form.__name__}"}
    content = {"application/json": {"schema": as_json}, "multipart/form-data": {"schema": as_form}}
    return {"requestBody": {"required": True, "content": content}}


One = Annotated[Upload, Depends(one)]
Many = Annotated[Handed, Depends(many)]

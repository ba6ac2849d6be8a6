"""What went wrong, as RFC 9457 problem JSON; one shape for every error that this service answers."""

from typing import Any, Literal

from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from extractor.errors import ExtractorError
from extractor.service import requests

MEDIA_TYPE = "application/problem+json"
_TITLES = {
    400: "Bad request",
    401: "Key needed",
    403: "Not allowed",
    404: "Not found",
    405: "Method not allowed",
    408: "Too slow",
    409: "Conflict",
    413: "Too large",
    415: "Unsupported media type",
    421: "Wrong host",
    422: "Can't be processed",
    429: "Too many requests",
    500: "Fault of the program",
    502: "The model failed",
    503: "Not available now",
    504: "Took too long",
}
_READABLE = frozenset({"empty", "binary", "too_long", "no_text", "unreadable", "missing", "replay_miss"})
"""Kinds that are about what was sent: it can be mended there."""
_SETUP = frozenset({"usage", "settings", "weights", "cache", "output"})
"""Kinds that only whoever runs the service can mend; the message may name folders, so it goes to the log."""


class Reason(BaseModel):
    """One thing that is wrong with what was sent."""

    where: str = Field(description="JSON pointer into the body, or the parameter's name")
    reason: str = Field(description="What is wrong with it")


class ProblemBody(BaseModel):
    """RFC 9457 problem details."""

    type: Literal["about:blank"] = Field("about:blank", description="The status says it all")
    title: str = Field(description="The status in words")
    status: int = Field(description="The HTTP status")
    detail: str = Field(description="What is wrong, then what to do")
    kind: str = Field(description="A word to count and branch by, such as empty, queue_full or server_refused")
    request_id: str = Field(description="Also in the X-Request-ID header and in the service's log")
    reasons: list[Reason] | None = Field(None, description="What is wrong with each part, if it is several")


class Problem(HTTPException):
    """Raised anywhere in a request; answered as problem JSON."""

    def __init__(  # noqa: PLR0913  # what a problem consists of
        self,
        status: int,
        kind: str,
        detail: str,
        *,
        retry_after: float | None = None,
        reasons: list[Reason] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        wait = {} if retry_after is None else {"Retry-After": str(max(1, round(retry_after + 0.5)))}
        super().__init__(status, detail, headers={**(headers or {}), **wait})
        self.kind, self.reasons = kind, reasons


def of(error: Exception) -> Problem:
    """The problem that an error of a document is for the one who sent it."""
    kind = getattr(error, "kind", "internal")
    if kind in _READABLE:
        return Problem(422, kind, str(error))
    if kind == "timeout":
        return Problem(504, kind, str(error))
    if kind in _SETUP:
        return Problem(503, kind, "the service is not set up right; its log says what is missing")
    if kind == "internal" or not isinstance(error, ExtractorError):
        return Problem(500, "internal", "a fault of the program; please report it with the request id")
    return Problem(502, kind, str(error))


def response(problem: HTTPException) -> JSONResponse:
    """The answer that tells of a problem."""
    body = ProblemBody(
        title=_TITLES.get(problem.status_code, "Error"),
        status=problem.status_code,
        detail=str(problem.detail),
        kind=getattr(problem, "kind", _kind(problem.status_code)),
        request_id=requests.current.get(),
        reasons=getattr(problem, "reasons", None),
    )
    plain = body.model_dump(mode="json", exclude_none=True)
    return JSONResponse(plain, problem.status_code, headers=dict(problem.headers or {}), media_type=MEDIA_TYPE)


def _kind(status: int) -> str:
    return _TITLES.get(status, "error").lower().replace(" ", "_").replace("'", "")


def plain(media_type: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that answers text of this kind, for OpenAPI."""
    return {200: {"description": "The text", "content": {media_type: {"schema": {"type": "string"}}}}}


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route, for OpenAPI."""
    schema = {"$ref": "#/components/schemas/ProblemBody"}
    return {
        status: {"description": _TITLES[status], "content": {MEDIA_TYPE: {"schema": schema}}} for status in statuses
    }

"""What is answered when something goes wrong that no route foresaw."""

import logging
import sqlite3
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request

from extractor.service import problems
from extractor.service.problems import Problem, Reason

_log = logging.getLogger("extractor.service")


def _allowed(request: Request) -> str:
    """What may be done at this address: routes that share one are told apart by the method."""
    route = getattr(request.scope.get("route"), "path", "")
    return ", ".join(method.upper() for method in request.app.openapi()["paths"].get(route, {"get": None}))


def answer(app: FastAPI) -> None:
    """Have every error of a request answered as problem JSON."""

    async def on_problem(request: Request, error: HTTPException) -> JSONResponse:
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return problems.response(HTTPException(error.status_code, error.detail, {"Allow": _allowed(request)}))
        return problems.response(error)

    async def on_invalid(_: Request, error: Any) -> JSONResponse:
        reasons = [Reason(where="/".join(map(str, one["loc"])), reason=one["msg"]) for one in error.errors()]
        return problems.response(Problem(422, "parameter", f"{reasons[0].where}: {reasons[0].reason}", reasons=reasons))

    async def on_storage(_: Request, error: Exception) -> JSONResponse:
        _log.error("storage: %s", error, extra={"event": "storage"}, exc_info=error)
        return problems.response(
            Problem(503, "storage", "the service can't keep its data; see its log", retry_after=5.0)
        )

    async def on_fault(_: Request, __: Exception) -> JSONResponse:
        return problems.response(
            Problem(500, "internal", "a fault of the program; please report it with the request id")
        )

    app.add_exception_handler(HTTPException, on_problem)  # type: ignore[arg-type]  # it is called with these only
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(sqlite3.Error, on_storage)
    app.add_exception_handler(Exception, on_fault)

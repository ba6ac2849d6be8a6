"""The page at `/` and what it is made of; nothing of it depends on who asks."""

import mimetypes

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse

from extractor import page
from extractor.service.problems import Problem

_FRESH = {"Cache-Control": "no-cache"}
"""Kept by the browser, but asked about each time: an update is seen at once."""
routes = APIRouter(include_in_schema=False)


@routes.get("/")
def index() -> HTMLResponse:
    """The page."""
    return HTMLResponse(page.live(), headers=_FRESH)


@routes.get("/page/{name}")
def asset(name: str) -> FileResponse:
    """A part of the page."""
    if name not in page.ASSETS:  # a literal mapping: never a path made of what a client sent
        raise Problem(404, "not_found", "the page has no such part")
    return FileResponse(page.ASSETS[name], media_type=mimetypes.guess_type(name)[0], headers=_FRESH)

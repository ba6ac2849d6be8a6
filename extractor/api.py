"""extract(): the way in for programs, in three lines."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel

from extractor import build, document, settings
from extractor.document import Document
from extractor.extract import extract as _extract
from extractor.schemas.record import Record


def extract(
    source: str | Path | Document,
    *,
    schema: str | type[BaseModel] = "defence",
    keep_unsupported: bool = False,
    **options: Any,
) -> Record:
    """The record of an article: a file's path, or a Document (`Document` comes from `read_text` for text in memory).

    `schema` is a schema's name or a Pydantic model of your own; `options` are the settings of the command line: `model`,
    `prompt`, `base_url`, `cache`, `cache_dir`, `weights_dir`, `timeout`. Raises an ExtractorError that says what is wrong.
    """
    own = schema if isinstance(schema, type) else None
    loaded = settings.load(schema=None if own else schema, **options)
    read = source if isinstance(source, Document) else document.read(source)
    return _extract(read, build.task(loaded, own=own, keep_unsupported=keep_unsupported))

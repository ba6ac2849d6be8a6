"""Logs as JSON lines on stderr. No document text, no key, no quote, no name of a file is ever in them."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

from extractor.service import requests

_FIELDS = (
    *("event", "method", "route", "status", "seconds", "bytes_in", "key", "host", "port"),
    *("kind", "waited", "worked", "chars", "cached", "job"),
)
"""Fields that a line may carry; nothing else that somebody attaches gets out."""
_OURS = ("extractor", "uvicorn")


class Lines(logging.Formatter):
    """One JSON object a line, or on a terminal one line of words."""

    def __init__(self, *, words: bool) -> None:
        super().__init__()
        self._words = words

    def format(self, record: logging.LogRecord) -> str:
        """The line. Of an exception, its type and where it was raised: its message may quote a document."""
        fields = {name: getattr(record, name) for name in _FIELDS if getattr(record, name, None) is not None}
        when = datetime.fromtimestamp(record.created, UTC)
        head = {"time": when.isoformat(timespec="milliseconds"), "level": record.levelname.lower()}
        line = (
            head
            | {"message": record.getMessage().strip(), "request_id": requests.current.get()}
            | fields
            | _trace(record)
        )
        if not self._words:
            return json.dumps(line, ensure_ascii=False, default=str)
        rest = " ".join(f"{name}={value}" for name, value in (fields | _trace(record)).items() if name != "event")
        return f"{when.astimezone():%H:%M:%S} {line['message']} {rest}".rstrip()


def _trace(record: logging.LogRecord) -> dict[str, Any]:
    if not record.exc_info or not record.exc_info[0]:
        return {}
    frames = traceback.extract_tb(record.exc_info[2])
    return {"error": record.exc_info[0].__name__, "at": [f"{f.filename}:{f.lineno} {f.name}" for f in frames[-6:]]}


def configure() -> None:
    """Send what this service and its server say to stderr; other libraries, which may quote what they read, are silent."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines(words=sys.stderr.isatty()))
    root = logging.getLogger()
    root.handlers[:] = [logging.NullHandler()]
    logging.lastResort = None
    for name in _OURS:
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.propagate = False
        logger.setLevel(logging.INFO)
    logging.getLogger("uvicorn.access").disabled = True  # a line of our own says more, and no query string

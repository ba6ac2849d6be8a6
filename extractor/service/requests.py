"""The id of the request under way: in the answer's header, in problems, in every line of the log."""

import re
import secrets
from contextvars import ContextVar

HEADER = "X-Request-ID"
_GOOD = re.compile(r"[A-Za-z0-9._:-]{1,64}")
current: ContextVar[str] = ContextVar("request_id", default="-")


def chosen(given: str | None) -> str:
    """The client's own id if it is a plain word, else a new one: what goes into logs is nobody's free text."""
    return given if given and _GOOD.fullmatch(given) else secrets.token_hex(8)

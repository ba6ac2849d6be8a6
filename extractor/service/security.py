"""What a browser may do with this service, and requests that no honest browser sends."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers

from extractor.service.problems import Problem
from extractor.service.settings import ServiceSettings

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""On every answer, unless the route says otherwise."""
_HANG_UP = {"Connection": "close"}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def refusal(method: str, headers: Headers, settings: ServiceSettings) -> Problem | None:
    """Why a request is refused before anybody looks at it, or None."""
    host = headers.get("host", "")
    if "transfer-encoding" in headers and "content-length" in headers:  # a proxy may believe the other one: smuggling
        return Problem(400, "framing", "send Content-Length or Transfer-Encoding, not both", headers=_HANG_UP)
    if settings.hosts and _name(host) not in settings.hosts:  # a page elsewhere whose name was pointed at this machine
        return Problem(421, "host", "this service doesn't answer to that name; see EXTRACTOR_SERVICE_ALLOWED_HOSTS")
    if method not in _SAFE and not _same_origin(headers, host, settings):
        return Problem(403, "origin", "a page of another origin may not send this; see EXTRACTOR_SERVICE_CORS_ORIGINS")
    return None


def _name(host: str) -> str:
    """The name in a Host header, without the port; empty for what is more than a name and a port."""
    if set(host) & set("/?#@\\"):
        return ""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _same_origin(headers: Headers, host: str, settings: ServiceSettings) -> bool:
    """Whether a browser's request comes from our own page; programs send neither header."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") in {None, "same-origin", "none"}
    return origin in settings.cors_origins or (host != "" and origin.partition("://")[2].lower() == host.lower())

"""Who may: a key where one is needed, of the right scope, and not too often."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from extractor.service import state
from extractor.service.keys import Key
from extractor.service.problems import Problem
from extractor.service.rates import neighbourhood

_BEARER = HTTPBearer(
    auto_error=False, scheme_name="key", description="A key from `python -m extractor.service keys add`"
)
_ASK = {"WWW-Authenticate": 'Bearer realm="extractor"'}
Presented = Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)]


@dataclass(frozen=True)
class Caller:
    """Whose request this is: `owner` is a key's id, or empty where no key is needed. Its jobs are its own."""

    owner: str


def needs(scope: str | None) -> Callable[..., Caller]:
    """A dependency: the caller, whose key must have this scope if it needs one. Answers 401, 403 or 429."""

    def caller(request: Request, service: state.At, presented: Presented) -> Caller:
        needed = service.key_needed()
        key = service.keys.find(presented.credentials) if needed and presented else None
        address = neighbourhood(request.client.host if request.client else "")
        if wait := service.rates.wait(f"key {key.id}" if key else address):
            raise Problem(429, "rate", "too many requests; wait as long as Retry-After says", retry_after=wait)
        if not needed:
            return Caller("")
        return _let_in(key, scope, request, given=presented is not None)

    return caller


def _let_in(key: Key | None, scope: str | None, request: Request, *, given: bool) -> Caller:
    if key is None:
        detail = "this key is wrong or was revoked" if given else "send a key: Authorization: Bearer KEY"
        raise Problem(401, "key", detail, headers=_ASK)
    request.scope["extractor.key"] = key.id
    if scope and scope not in key.scopes:
        raise Problem(403, "scope", f"this key may not do this; it needs the scope {scope}")
    return Caller(key.id)


ForExtract = Annotated[Caller, Depends(needs("extract"))]
ForJobs = Annotated[Caller, Depends(needs("jobs"))]
ForMetrics = Annotated[Caller, Depends(needs("metrics"))]
ForAnything = Annotated[Caller, Depends(needs(None))]

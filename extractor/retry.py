"""Retried(model): waits for busy servers, and for nothing else."""

from dataclasses import dataclass

import tenacity

from extractor.errors import ServerBusy
from extractor.model import Answer, Ask, Model

ATTEMPTS = 5
LONGEST_WAIT = 60.0
_backoff = tenacity.wait_exponential_jitter(initial=1.0, max=LONGEST_WAIT)


def _wait(state: tenacity.RetryCallState) -> float:
    """Seconds until the next try: what the server asked for, capped, else exponential with jitter."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.retry_after if isinstance(error, ServerBusy) else None
    return min(asked, LONGEST_WAIT) if asked is not None else _backoff(state)


@dataclass(frozen=True)
class Retried:
    """A model that is asked again, up to five times, when its server is busy (ServerBusy); honours Retry-After."""

    model: Model
    attempts: int = ATTEMPTS

    def __call__(self, ask: Ask) -> Answer:
        """The first answer the server gives; the last ServerBusy if it never does."""
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(ServerBusy),
            stop=tenacity.stop_after_attempt(self.attempts),
            wait=_wait,
            reraise=True,
        )
        return retrying(self.model, ask)

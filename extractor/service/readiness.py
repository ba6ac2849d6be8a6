"""Is the model ready? Tables and the embedded model are loaded, and asked once, while the service already listens."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from extractor import build, providers
from extractor.document import from_text
from extractor.errors import ExtractorError, ModelError
from extractor.extract import extract
from extractor.progress import silent
from extractor.settings import Settings

_log = logging.getLogger("extractor.service")
_WAITS = (5.0, 15.0, 60.0)
"""Seconds until the next try after a model could not be loaded; the last one for ever."""
_WARMING = "The ministers of defence of Georgia and Estonia met in Tbilisi on 3 May 2021."
"""Read once, so that what all questions begin with is in the model's memory before the first request."""


@dataclass(frozen=True)
class Step:
    """What is going on before the model is ready; a total of 0 is work of unknown length."""

    what: str
    done: int
    total: int


def embedded(settings: Settings) -> bool:
    """Whether a model must be loaded: a remote one is somebody else's, and a replay asks none."""
    return providers.find(settings.model)[0].local and settings.cache != "replay"


def check(settings: Settings) -> None:
    """SettingsError if a remote model can't be asked, for want of a key."""
    provider, name = providers.find(settings.model)
    if not provider.local and settings.cache != "replay":
        provider.connect(name, settings, silent)


class Readiness:
    """Ready, or what is being done, or why it failed last."""

    def __init__(self) -> None:
        self.step: Step | None = Step("starting", 0, 0)
        self.problem: str | None = None
        self._ready = threading.Event()

    @property
    def ready(self) -> bool:
        """Whether documents can be read now."""
        return self._ready.is_set()

    def progress(self, what: str, done: int, total: int) -> None:
        """A Progress: what the providers say while they load."""
        if not self.ready:  # what is done is followed by something that tells nothing until its end
            self.step = Step("reading a first article", 0, 0) if done and done >= total else Step(what, done, total)

    def begin(self, settings: Settings, stopping: threading.Event, then: Callable[[], None]) -> None:
        """Make the model ready, in a thread; `then` is called when it is."""
        threading.Thread(target=self._load, args=(settings, stopping, then), name="load", daemon=True).start()

    def _load(self, settings: Settings, stopping: threading.Event, then: Callable[[], None]) -> None:
        waits = iter(_WAITS)
        wait = 0.0
        while not stopping.wait(wait):
            try:
                self._warm(settings)
            except Exception as error:  # noqa: BLE001  # whatever it is, the service tells it and tries again
                said = str(error) if isinstance(error, ExtractorError) else type(error).__name__
                self.problem = said
                _log.exception("the model can't be loaded: %s", said, extra={"event": "not_ready"})
                wait = next(waits, _WAITS[-1])
            else:
                self._done(then)
                return

    def _warm(self, settings: Settings) -> None:
        """Read an article by code alone, so that its tables are in memory; then with the embedded model."""
        by_code = settings.model_copy(update={"cache": "off", "schema_": "defence", "prompt": "defence/rules"})
        extract(from_text(_WARMING), build.task(by_code))
        if embedded(settings):
            asking = build.task(settings.model_copy(update={"cache": "off"}), progress=self.progress)
            with suppress(ModelError):  # it answered, if badly: it is there
                extract(from_text(_WARMING), asking)

    def _done(self, then: Callable[[], None]) -> None:
        self.step, self.problem = None, None
        self._ready.set()
        _log.info("ready", extra={"event": "ready"})
        then()

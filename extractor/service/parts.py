"""Settings → the parts of a service, put together; nothing is started yet."""

import logging
import threading

from extractor import build
from extractor.errors import SettingsError
from extractor.service import answering, telemetry
from extractor.service.answering import Outcome, Upload
from extractor.service.backlog import Backlog, Place
from extractor.service.database import Database
from extractor.service.jobs_store import JobsStore
from extractor.service.keys import Keys
from extractor.service.metrics import Metrics
from extractor.service.rates import Rates
from extractor.service.readiness import Readiness, check
from extractor.service.settings import ServiceSettings
from extractor.service.state import Service
from extractor.service.workers import Hooks, Piece, Workers
from extractor.settings import Settings
from extractor.task import Task

_log = logging.getLogger("extractor.service")


def assemble(settings: Settings, limits: ServiceSettings) -> Service:
    """The parts of the service. SettingsError where anybody could come in: another address, and no key."""
    database = Database(limits.data_dir)
    keys = Keys(database)
    _guarded(limits, keys)
    check(settings)
    bounded = settings.model_copy(update={"timeout": min(settings.timeout, limits.timeout)})
    readiness, metrics, store = Readiness(), Metrics(), JobsStore(database)
    task = build.task(bounded, progress=readiness.progress)
    backlog = Backlog(store)
    hooks = _hooks(task, limits, store, metrics, readiness)
    workers = Workers(hooks, backlog, build.workers(settings), limits.queue, limits.timeout)
    return Service(
        settings=bounded,
        limits=limits,
        task=task,
        jobs=store,
        backlog=backlog,
        workers=workers,
        keys=keys,
        rates=Rates(limits.rate, limits.burst),
        metrics=metrics,
        readiness=readiness,
        streams=threading.BoundedSemaphore(limits.streams),
        stopping=threading.Event(),
    )


def _guarded(limits: ServiceSettings, keys: Keys) -> None:
    if limits.loopback and not limits.allowed_hosts:
        return
    if limits.require_key is False:
        raise SettingsError("EXTRACTOR_SERVICE_REQUIRE_KEY can be false only where nobody else can reach the service")
    if not keys.any_valid():
        raise SettingsError(
            f"others could reach the service at {limits.host}, and it has no key yet; "
            "make one: python -m extractor.service keys add NAME, then start again"
        )


def _hooks(task: Task, limits: ServiceSettings, store: JobsStore, metrics: Metrics, readiness: Readiness) -> Hooks:
    def work(upload: Upload) -> Outcome:
        with telemetry.document() as span:
            outcome = answering.answer(upload, task, limits.longest_text)
            telemetry.done(span, outcome.record)
            return outcome

    def keep(place: Place, outcome: Outcome) -> None:
        record = outcome.record
        store.save(place.job, place.position, record.model_dump_json(), failed=record.status == "failed")

    def seen(piece: Piece, outcome: Outcome, waited: float, worked: float) -> None:
        metrics.document(outcome.record, "job" if piece.place else "request", worked)
        _tell(piece, outcome, waited, worked)

    return Hooks(
        work, lambda upload: answering.too_slow(upload, task, limits.timeout), keep, seen, lambda: readiness.ready
    )


def _tell(piece: Piece, outcome: Outcome, waited: float, worked: float) -> None:
    record = outcome.record
    extra = {
        "event": "document",
        "status": record.status,
        "kind": record.failure.kind if record.failure else None,
        "waited": round(waited, 3),
        "worked": round(worked, 3),
        "chars": record.source.chars,
        "cached": record.run.cached if record.run else None,
        "job": piece.place.job if piece.place else None,
    }
    fault = outcome.error.__cause__ if record.failure and record.failure.kind == "internal" and outcome.error else None
    _log.log(logging.ERROR if fault else logging.INFO, "document", extra=extra, exc_info=fault)

"""Is it alive, is it ready, what does it do: for machines that watch."""

from fastapi import APIRouter, Response

from extractor.service import access, problems, shapes, state
from extractor.service.metrics import MEDIA_TYPE
from extractor.service.problems import Problem

routes = APIRouter(tags=["health"])


@routes.get("/healthz", summary="Does the process answer", responses=problems.documented(421))
def alive() -> shapes.Alive:
    """Yes."""
    return shapes.Alive()


@routes.get("/readyz", summary="Is the model ready", responses=problems.documented(421, 503))
def ready(service: state.At) -> shapes.Ready:
    """Yes, or 503 with what is being done."""
    if service.stopping.is_set():
        raise Problem(503, "stopping", "the service is being stopped")
    if service.readiness.ready:
        return shapes.Ready(model=service.settings.model)
    if service.readiness.problem:
        raise Problem(503, "not_ready", "the model can't be loaded; the service's log says why", retry_after=15.0)
    step = service.readiness.step
    done = f" ({step.done:,} of {step.total:,})" if step and step.total else ""
    raise Problem(503, "not_ready", f"{step.what if step else 'starting'}{done}", retry_after=5.0)


@routes.get(
    "/metrics",
    summary="Prometheus metrics",
    response_class=Response,
    responses=problems.plain("text/plain") | problems.documented(401, 403, 421, 429),
)
def metrics(service: state.At, _: access.ForMetrics) -> Response:
    """Requests, latency, tokens, cost, cache hits, failures by kind, queue depth."""
    shown = service.metrics
    shown.queue.labels("requests").set(service.workers.depth())
    shown.queue.labels("jobs").set(service.jobs.waiting())
    shown.busy.set(service.workers.busy())
    shown.ready.set(service.readiness.ready)
    return Response(shown.text(), media_type=MEDIA_TYPE)

"""Prometheus metrics; labels are routes, outcomes and kinds, never anything that a client can choose freely."""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

from extractor.schemas.record import Record

MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0)


class Metrics:
    """What is counted; one registry a service, so that two in one process don't meet."""

    def __init__(self) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series for each, which nobody asks for
        own = self._registry = CollectorRegistry()
        ProcessCollector(registry=own)
        PlatformCollector(registry=own)
        self._requests = Counter("extractor_requests", "Requests answered", ["method", "route", "status"], registry=own)
        self._latency = Histogram(
            "extractor_request_seconds",
            "Seconds until a request was answered",
            ["route"],
            buckets=_SECONDS,
            registry=own,
        )
        self._documents = Counter("extractor_documents", "Documents done", ["source", "outcome"], registry=own)
        self._failures = Counter("extractor_failures", "Documents that failed", ["kind"], registry=own)
        self._worked = Histogram(
            "extractor_document_seconds", "Seconds of work on a document", buckets=_SECONDS, registry=own
        )
        self._tokens = Counter("extractor_tokens", "Tokens of answers that were asked for", ["kind"], registry=own)
        self._cost = Counter("extractor_cost_usd", "USD of answers that were asked for", registry=own)
        self._cache = Counter("extractor_cache", "Documents by where their answers came from", ["result"], registry=own)
        self.queue = Gauge("extractor_queue_depth", "Documents that wait", ["queue"], registry=own)
        self.busy = Gauge("extractor_documents_under_way", "Documents being worked on", registry=own)
        self.ready = Gauge("extractor_ready", "1 when the model is ready", registry=own)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count an answered request."""
        self._requests.labels(method, route, status).inc()
        self._latency.labels(route).observe(seconds)

    def document(self, record: Record, source: str, seconds: float) -> None:
        """Count a document that is done, and what its answers cost unless they were replayed."""
        self._documents.labels(source, record.status).inc()
        self._worked.observe(seconds)
        if record.failure:
            self._failures.labels(record.failure.kind).inc()
        if not (run := record.run):
            return
        self._cache.labels("hit" if run.cached else "miss").inc()
        if not run.cached:
            self._tokens.labels("prompt").inc(run.usage.prompt_tokens)
            self._tokens.labels("cached").inc(run.usage.cached_tokens)
            self._tokens.labels("completion").inc(run.usage.completion_tokens)
            self._cost.inc(run.cost_usd or 0.0)

    def text(self) -> bytes:
        """All metrics in Prometheus' text format."""
        return generate_latest(self._registry)

"""OpenTelemetry traces, if asked for: a span a request, a span a document. The only file that imports opentelemetry.

Exporters are set by OpenTelemetry's own variables, such as OTEL_EXPORTER_OTLP_ENDPOINT.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from fastapi.telemetry import TelemetryConfig
from opentelemetry import trace

from extractor.errors import SettingsError
from extractor.schemas.record import Record

_tracer = trace.get_tracer("extractor")


def config(*, traces: bool) -> TelemetryConfig:
    """What FastAPI is to trace: requests without their bodies, or nothing. SettingsError if the extra isn't installed."""
    if traces and not find_spec("opentelemetry.sdk"):
        raise SettingsError("traces need the otel extra: scripts/setup otel, or pip install 'extractor[otel]'")
    return {"tracing": traces, "metrics": False, "logs": False, "operation_spans": False, "auto_configure": traces}


@contextmanager
def document() -> "Iterator[trace.Span]":
    """A span for one document; its text is not in it."""
    with _tracer.start_as_current_span("document", record_exception=False) as span:
        yield span


def done(span: "trace.Span", record: Record) -> None:
    """Say what became of the document."""
    span.set_attribute("extractor.outcome", record.status)
    if record.failure:
        span.set_attribute("extractor.failure", record.failure.kind)
    if record.run:
        span.set_attribute("gen_ai.request.model", record.run.model)
        span.set_attribute("gen_ai.usage.input_tokens", record.run.usage.prompt_tokens)
        span.set_attribute("gen_ai.usage.output_tokens", record.run.usage.completion_tokens)
        span.set_attribute("extractor.cached", record.run.cached)
